"""An export that is ended from outside while Graphviz draws: nothing of it stays."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from app.commands.ending import ending_well
from app.places import default_places
from app.settings import Settings, save_settings
from resources.files import SAMPLES
from tests.app.diagrams.conftest import MakeProgram

if sys.platform == "win32":
    pytest.skip("there are no such signals on Windows", allow_module_level=True)

SAMPLE = SAMPLES / "peace-talks.rejoinder"


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_an_export_that_is_ended_leaves_files_as_they_were_and_no_process(
    ending: signal.Signals,
    fake_program: MakeProgram,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note, folder = tmp_path / "note", tmp_path / "exports"
    os.mkfifo(note)
    folder.mkdir()
    (folder / "a.svg").write_text("as it was")
    for variable in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    dot = fake_program(f"open({str(note)!r}, 'w').write(str(os.getpid()))\ntime.sleep(99)")
    save_settings(default_places().settings, Settings(dot=dot))
    exporting = subprocess.Popen(
        [sys.executable, "-m", "app.main", "export", SAMPLE, "-o", folder / "a.svg"],
        stderr=subprocess.PIPE,
        text=True,
    )
    drawing = int(note.read_text())  # waits until the fake has begun

    exporting.send_signal(ending)

    assert exporting.communicate()[1] == ""
    assert exporting.returncode == 128 + ending
    assert [path.name for path in folder.iterdir()] == ["a.svg"]
    assert (folder / "a.svg").read_text() == "as it was"
    with pytest.raises(ProcessLookupError):
        os.kill(drawing, 0)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_an_end_that_python_has_lost_is_told_who_asks(ending: signal.Signals) -> None:
    before = signal.getsignal(ending)
    with ending_well() as ended:
        assert not ended()
        with suppress(SystemExit):  # as where an object is freed
            signal.raise_signal(ending)
        with pytest.raises(SystemExit) as raised:
            ended()
    assert raised.value.code == 128 + ending
    assert signal.getsignal(ending) is before

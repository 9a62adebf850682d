"""The log: the window starts without one, too."""

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.window import _start_log


@pytest.fixture(autouse=True)
def _own_handlers() -> Iterator[None]:
    root = logging.getLogger()
    before = list(root.handlers)
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()


@pytest.mark.parametrize("spoil", ["folder", "crash file"])
def test_a_log_that_cannot_be_made_is_gone_without(tmp_path: Path, spoil: str) -> None:
    folder = tmp_path / "logs"
    if spoil == "folder":
        folder.write_text("a file")
    else:
        (folder / "crash.log").mkdir(parents=True)
    _start_log(folder)

    logging.getLogger("app").error("Something.")
    assert not list(tmp_path.rglob("rejoinder.log"))


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other ones on Windows")
def test_nobody_else_may_look_into_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faulthandler.enable", lambda file: file.close())
    before = os.umask(0)
    try:
        _start_log(tmp_path / "logs")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) == 0o700

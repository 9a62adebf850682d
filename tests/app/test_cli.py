"""The command line as a program: how it starts, how it fails, and what it does without."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__, cli
from app.formats import rejoinder_json
from app.model.errors import StoreError
from app.places import WindowRequest
from tests.app.command_line import Run, refusal
from tests.app.formats.golden import GOLDEN

# The window


def test_without_arguments_the_window_opens_on_the_library(run: Run, tmp_path: Path) -> None:
    outcome = run()

    assert outcome.code == 7
    (request,) = outcome.windows
    assert request.path is None
    assert request.places.library == tmp_path / "library.sqlite"


def test_a_path_opens_in_the_window(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.touch()

    assert [request.path for request in run(article).windows] == [article]
    (request,) = run("--library", "mine.sqlite", article).windows
    assert (request.path, request.places.library) == (article, Path("mine.sqlite"))


def test_a_file_that_is_called_like_a_command_opens_by_its_path(run: Run, tmp_path: Path) -> None:
    (tmp_path / "export").touch()

    assert [request.path for request in run("./export").windows] == [Path("export")]


def test_a_temporary_start_has_places_that_are_gone_afterwards(run: Run, tmp_path: Path) -> None:
    (request,) = run("--temp").windows

    assert isinstance(request.places.library, Path)
    assert request.places.library != tmp_path / "library.sqlite"
    assert not request.places.library.parent.exists()


def test_what_is_no_command_and_no_file_is_told_so(run: Run) -> None:
    assert refusal(run("exprot")) == (
        "There is no command and no file “exprot”. See rejoinder --help."
    )


def test_what_the_window_cannot_do_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    def open_window(_: WindowRequest) -> int:
        raise StoreError("The library is\nlocked\x1b[2J\x9b2J.")

    assert cli.run([], open_window) == 2
    assert capsys.readouterr().err == "The library is locked[2J2J.\n"


def test_without_a_console_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)

    assert cli.run(["exprot"], lambda _: 0) == 2


def test_a_bug_is_raised(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def schema() -> dict[str, object]:
        raise ZeroDivisionError

    monkeypatch.setattr(rejoinder_json, "schema", schema)
    with pytest.raises(ZeroDivisionError):
        run("schema")


# Help and usage


def test_the_version_is_said(run: Run) -> None:
    assert run("--version")[:3] == (0, f"rejoinder {__version__}\n", "")


@pytest.mark.parametrize("argument", ["--help", "-h"])
def test_help_names_the_commands_for_people(run: Run, argument: str) -> None:
    outcome = run(argument)

    assert outcome.code == 0
    for word in ("export", "convert", "projects", "schema", "--library", "--temp", "PATH"):
        assert word in outcome.out
    assert " open " not in outcome.out


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["--bogus"], "No such option: --bogus. See rejoinder --help."),
        (["--library"], "Option '--library' requires an argument. See rejoinder --help."),
        (["export"], "Missing argument 'project'. See rejoinder --help."),
        (["export", "A map"], "Missing option '-o' / '--output'. See rejoinder --help."),
        (["convert", "a.json"], "Missing argument 'OUT'. See rejoinder --help."),
        (["export", "x", "-o", "a.png", "--theme", "pink"], "'pink' is not one of 'light', 'dark'"),
        (["projects", "all"], "Got unexpected extra argument(s) (all). See rejoinder --help."),
        (["--temp", "--library", "x", "projects"], "--temp has a library of its own: leave out"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_one_line(run: Run, argv: list[str], sentence: str) -> None:
    assert sentence in refusal(run(*argv))


# As a program


def test_every_command_runs_without_a_display_and_without_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from app.cli import run\n"
        "for argv in (['--version'], ['--temp', 'projects'], ['schema'],\n"
        f"             ['convert', {str(GOLDEN)!r}, 'a.rejoinder'],\n"
        "             ['export', 'a.rejoinder', '-o', 'a.json'],\n"
        "             ['export', 'a.rejoinder', '-o', 'a.dot']):\n"
        "    assert run(argv, lambda request: 9) == 0, argv\n"
        "assert not any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules)\n"
    )
    assert _python(["-c", script], tmp_path).returncode == 0


def test_the_command_line_itself_imports_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys, app.cli\n"
        "assert not {'typer', 'pydantic', 'sqlalchemy', 'immutables'} & sys.modules.keys()\n"
    )
    done = _python(["-c", script], tmp_path)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_has_had_enough_is_no_error(tmp_path: Path) -> None:
    script = "import sys; from app.cli import run; sys.exit(run(['schema'], lambda request: 9))"
    program = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    )
    assert program.stdout is not None
    program.stdout.close()
    _, err = program.communicate()

    assert (program.returncode, err) == (1, b"")


def test_words_that_the_terminal_has_no_letters_for_are_no_error(tmp_path: Path) -> None:
    done = _python(
        ["-c", "from app.cli import run; run(['nö “'], lambda request: 9)"],
        tmp_path,
        PYTHONIOENCODING="ascii",
    )
    assert done.stderr.startswith(r"There is no command and no file \u201cn\xf6")


def _python(argv: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, *argv],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )

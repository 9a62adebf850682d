"""Commands as a person gives them, run in this process on a library of their own."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from app import cli
from app.model.argument_map import ArgumentMap
from app.model.elements import ProjectId
from app.places import LIBRARY_VARIABLE, WindowRequest
from storage.library import open_library

Keep = Callable[[ArgumentMap], ProjectId]


class Outcome(NamedTuple):
    """What a command has left: exit code, what it has said, what windows it has asked for."""

    code: int
    out: str
    err: str
    windows: list[WindowRequest]


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command with a library of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "library.sqlite"))

    def run(*argv: str | Path) -> Outcome:
        windows: list[WindowRequest] = []

        def open_window(request: WindowRequest) -> int:
            windows.append(request)
            return 7

        code = cli.run([str(arg) for arg in argv], open_window)
        return Outcome(code, *capsys.readouterr(), windows)

    return run


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Put a map into that library."""

    def keep(argument_map: ArgumentMap) -> ProjectId:
        with closing(open_library(tmp_path / "library.sqlite")) as library:
            return library.create(argument_map).project_id

    return keep


def refusal(outcome: Outcome) -> str:
    """The one line that a command has failed with."""
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert outcome.err.endswith("\n")
    return outcome.err.strip()

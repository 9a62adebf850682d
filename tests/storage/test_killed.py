"""The program is killed at any moment: all it said was done is there, and nothing by halves."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import IO

import pytest

from app.document import Document
from app.model.elements import ProjectId
from storage.library import open_library
from storage.shared import write_shared_project
from tests.storage.builders import full_map
from tests.storage.files import check_file, make_library
from tests.storage.session import digest, state
from tests.storage.writing import chance

if sys.platform == "win32":
    pytest.skip("there is no fork on Windows", allow_module_level=True)

EVERYTHING = ProjectId("everything")
MOST_EDITS = 12
LONGEST_EDIT = 0.01  # seconds, from the beginning of an edit to its being said


class Workers:
    """Starts programs that edit, and kills them."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.session"],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def kill_one(self, by: Random, path: Path) -> list[str]:
        """Let one edit a library for a while; gives what it said before it was killed."""
        self._tell(f"{by.random()} {path}\n")
        worker = int(self._line())
        said = [self._line() for _ in range(1 + by.randrange(MOST_EDITS))]
        assert "ended" not in said, "it has failed by itself"
        time.sleep(by.random() * LONGEST_EDIT)  # any moment of an edit
        os.kill(worker, signal.SIGKILL)
        return [*said, *iter(self._line, "ended")]

    def close(self) -> None:
        self._process.communicate()

    def _tell(self, line: str) -> None:
        file: IO[str] | None = self._process.stdin
        assert file
        file.write(line)
        file.flush()

    def _line(self) -> str:
        file: IO[str] | None = self._process.stdout
        assert file
        return file.readline().strip("\n")


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with closing(Workers()) as workers:
        yield workers


@pytest.fixture(params=["library", "shared project"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "library":
        make_library(tmp_path / "library.sqlite")
        return tmp_path / "library.sqlite"
    write_shared_project(full_map(), tmp_path / "one.rejoinder")
    return tmp_path / "one.rejoinder"


def check(path: Path, said: list[str], most: int) -> None:
    """Check that a library is as it was last said to be, or one edit further."""
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        if state(document) != said[-1]:  # done, and killed before that was said
            last = library.open(EVERYTHING).entry(newest(path)).change
            assert digest(document.map.apply(last.inverted())) == said[-1].partition("\t")[0]
        check_history(document, most)
        assert library.open(EVERYTHING).load() == document.map
    check_file(path)


def check_history(document: Document, most: int) -> None:
    """Go back some way and forth again, and then do what redo could do before."""
    states = [state(document)]
    while len(states) <= most and document.undo() is not None:
        states.append(state(document))
    assert len(states) > most or document.map == full_map()
    for before in reversed(states[:-1]):
        document.redo()
        assert state(document) == before
    while document.redo() is not None:
        assert document.undo_label


def newest(path: Path) -> int:
    with closing(sqlite3.connect(path)) as other:
        (number,) = other.execute("SELECT max(number) FROM journal").fetchone()
        return int(number)


def killed(path: Path, workers: Workers, seed: str, times: int) -> None:
    by = chance(seed)
    for left in reversed(range(times)):
        check(path, workers.kill_one(by, path), most=5 if left else 1_000)


def test_a_killed_program_has_kept_what_it_said_was_done(path: Path, workers: Workers) -> None:
    killed(path, workers, "first", 6)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_many_killed_programs_have_kept_what_they_said_was_done(
    path: Path, workers: Workers, seed: int
) -> None:
    killed(path, workers, str(seed), 20)

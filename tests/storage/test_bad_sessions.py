"""Whole sessions in which the disk fills up or others hold the library, now and then."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from app.document import Document
from app.model.elements import ProjectId
from app.model.errors import StoreError
from storage.library import open_library
from storage.shared import write_shared_project
from tests.storage.builders import full_map
from tests.storage.files import check_file, make_library
from tests.storage.session import state
from tests.storage.writing import act, chance

EVERYTHING = ProjectId("everything")
Limit = Callable[[int], AbstractContextManager[None]]


@pytest.fixture(params=["library", "shared project"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "library":
        make_library(tmp_path / "library.sqlite")
        return tmp_path / "library.sqlite"
    write_shared_project(full_map(), tmp_path / "one.rejoinder")
    return tmp_path / "one.rejoinder"


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Let another program write to the library, and take its time."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def trouble(by: Random, path: Path, files_end_at: Limit) -> AbstractContextManager[None]:
    if by.randrange(3) == 0:
        return held(path)
    beside = path.with_name(path.name + "-wal")
    size = max(each.stat().st_size for each in (path, beside) if each.exists())
    return files_end_at(by.randrange(size + 20_000))


def session(path: Path, seed: object, times: int, files_end_at: Limit) -> int:
    """Work on in good and in bad times; gives how many edits were refused."""
    by, refused = chance(str(seed)), 0
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        for _ in range(times):
            for _ in range(by.randrange(4)):
                act(by, document)
            before = document.map, state(document)
            with trouble(by, path, files_end_at):
                try:
                    act(by, document)
                except StoreError as error:
                    assert str(path) in str(error)  # noqa: PT017  it may or may not be raised
                    refused += 1
                    assert (document.map, state(document)) == before
            assert library.open(EVERYTHING).load() == document.map
        kept = document.map, state(document)
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        assert (document.map, state(document)) == kept
    check_file(path)
    return refused


def test_what_is_refused_in_bad_times_harms_nothing(
    path: Path, files_end_at: Limit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.driver.WAIT", 0.01)
    assert session(path, "bad", 25, files_end_at)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_what_is_refused_in_many_bad_times_harms_nothing(
    path: Path, files_end_at: Limit, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr("storage.driver.WAIT", 0.01)
    assert session(path, seed, 60, files_end_at)

"""Libraries that are opened to be read: nothing is written, neither to them nor beside them."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.document import Document
from app.model.elements import ClaimId, ProjectId
from app.model.errors import StoreError
from app.model.view_state import ViewState
from app.ports import Miniature
from storage.library import SqlLibrary, open_library
from storage.shared import write_shared_project
from tests.storage.builders import added, full_map, small_map
from tests.storage.files import contents, make_library
from tests.storage.test_opening import KILLED, STOPPED_IN_A_WRITE

EVERYTHING = ProjectId("everything")


def make_shared(path: Path) -> None:
    write_shared_project(full_map(), path)


@pytest.fixture(params=[make_library, make_shared])
def make(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    made: Callable[[Path], None] = request.param
    return made


def assert_read_without_a_trace(path: Path) -> None:
    before = contents(path.parent)
    with closing(open_library(path, read_only=True)) as library:
        assert [summary.id for summary in library.summaries()] == [EVERYTHING]
        assert library.open(EVERYTHING).load() == full_map()
        assert contents(path.parent) == before
    assert contents(path.parent) == before


def test_nothing_is_left_beside_what_is_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a.rejoinder")
    assert_read_without_a_trace(tmp_path / "a.rejoinder")


def test_what_may_not_be_written_to_can_be_read(
    guarded_folder: Path, make: Callable[[Path], None]
) -> None:
    closed = guarded_folder / "closed"
    closed.mkdir()
    make(closed / "a.rejoinder")
    (closed / "a.rejoinder").chmod(0o444)
    closed.chmod(0o555)
    try:
        assert_read_without_a_trace(closed / "a.rejoinder")
    finally:
        closed.chmod(0o777)


@pytest.mark.parametrize(
    "write",
    [
        lambda library: library.create(small_map()),
        lambda library: library.delete(EVERYTHING),
        lambda library: Document(library.open(EVERYTHING)).do(added(full_map())),
    ],
    ids=["create", "delete", "commit"],
)
def test_writing_is_refused(tmp_path: Path, write: Callable[[SqlLibrary], object]) -> None:
    path = tmp_path / "a.rejoinder"
    make_shared(path)
    before = path.read_bytes()
    with (
        closing(open_library(path, read_only=True)) as library,
        pytest.raises(StoreError, match="opened for reading only"),
    ):
        write(library)
    assert path.read_bytes() == before


def test_one_may_look_around_and_it_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    make_shared(path)
    before = path.read_bytes()
    with closing(open_library(path, read_only=True)) as library:
        library.keep_miniature(EVERYTHING, Miniature())
        store = library.open(EVERYTHING)
        store.keep_view_state(ViewState(folded=frozenset({ClaimId("one")})))
        assert store.view_state() == ViewState()
    assert path.read_bytes() == before


def test_what_is_being_written_elsewhere_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make_library(path)
    with (
        closing(open_library(path)) as writer,
        closing(open_library(path, read_only=True)) as reader,
    ):
        document = Document(writer.open(EVERYTHING))
        document.do(added(document.map))
        assert reader.open(EVERYTHING).load() == document.map
        document.do(added(document.map))
        assert reader.open(EVERYTHING).load() == document.map
    assert list(contents(tmp_path)) == ["library.db"]


def test_what_a_killed_program_has_kept_is_read(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    before = path.read_bytes()
    with closing(open_library(path, read_only=True)) as library:
        assert library.open(EVERYTHING).load() == full_map()
    assert path.read_bytes() == before
    with closing(open_library(path)) as library:
        assert library.open(EVERYTHING).load() == full_map()


def test_a_write_that_was_cut_short_is_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make_library(path)
    subprocess.run([sys.executable, "-c", STOPPED_IN_A_WRITE, str(path)], check=False)
    before = contents(tmp_path)
    with pytest.raises(StoreError, match="a write to it was cut short"):
        open_library(path, read_only=True)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("content", [None, b"", b"Dear library,\n" * 200])
def test_what_is_no_library_is_refused_and_not_made(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.rejoinder"
    if content is not None:
        path.write_bytes(content)
    before = contents(tmp_path)
    with pytest.raises(StoreError, match="could not be opened"):
        open_library(path, read_only=True)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(("version", "sentence"), [("0000", "older"), ("9999", "newer")])
def test_a_library_of_another_version_is_refused(
    tmp_path: Path, version: str, sentence: str
) -> None:
    path = tmp_path / "library.db"
    make_library(path)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE alembic_version SET version_num = ?", [version])
    before = contents(tmp_path)
    with pytest.raises(StoreError, match=f"{sentence} version of Rejoinder"):
        open_library(path, read_only=True)
    assert contents(tmp_path) == before


def test_a_folder_that_may_not_be_entered_is_told(guarded_folder: Path) -> None:
    closed = guarded_folder / "closed"
    closed.mkdir()
    make_shared(closed / "a.rejoinder")
    closed.chmod(0o000)
    try:
        for read_only in (True, False):
            with pytest.raises(StoreError, match="permission denied"):
                open_library(closed / "a.rejoinder", read_only=read_only)
        with pytest.raises(StoreError, match="permission denied"):
            write_shared_project(full_map(), closed / "a.rejoinder")
    finally:
        closed.chmod(0o777)

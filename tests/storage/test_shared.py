"""Shared projects: one file, whole or not there at all."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from app import edits
from app.document import Document
from app.model.elements import ClaimId, ProjectId
from app.model.errors import StoreError
from app.ports import Position
from storage.library import open_library
from storage.shared import read_shared_project, write_shared_project
from tests.storage.builders import added, full_map, small_map
from tests.storage.files import contents


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_shared_project_is_one_file_with_the_map_and_no_history(tmp_path: Path) -> None:
    write_shared_project(full_map(), tmp_path / "a.rejoinder")
    assert names(tmp_path) == ["a.rejoinder"]
    with closing(open_library(tmp_path / "a.rejoinder", create=False)) as library:
        (summary,) = library.summaries()
        store = library.open(summary.id)
        assert store.load() == full_map()
        assert store.position() == Position()


def test_a_shared_project_can_be_edited_in_place_and_stays_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    write_shared_project(full_map(), path)
    with closing(open_library(path)) as library:
        document = Document(library.open(ProjectId("everything")))
        document.do(added(document.map))
        assert names(tmp_path) == ["a.rejoinder"]
        mailed = path.read_bytes()
    (tmp_path / "b.rejoinder").write_bytes(mailed)
    with closing(open_library(tmp_path / "b.rejoinder")) as library:
        again = Document(library.open(ProjectId("everything")))
        assert again.map == document.map
        assert again.undo_label == "Add a claim"


def test_a_copy_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    old = small_map("Old")
    write_shared_project(old, path)
    write_shared_project(old.apply(edits.rename_project(old, title="New")), path)
    with closing(open_library(path)) as library:
        assert [summary.title for summary in library.summaries()] == ["New"]


def test_a_copy_that_fails_leaves_what_was_there(
    tmp_path: Path, files_end_at: Callable[[int], AbstractContextManager[None]]
) -> None:
    path = tmp_path / "a.rejoinder"
    write_shared_project(full_map(), path)
    before = path.read_bytes()
    m = full_map()
    big = m.apply(edits.set_note(m, claim=ClaimId("one"), note="long " * 100_000))
    with files_end_at(300_000), pytest.raises(StoreError, match="disk"):
        write_shared_project(big, path)
    assert path.read_bytes() == before
    assert names(tmp_path) == ["a.rejoinder"]


def test_a_copy_that_cannot_even_be_begun_leaves_nothing(
    tmp_path: Path, files_end_at: Callable[[int], AbstractContextManager[None]]
) -> None:
    with files_end_at(10_000), pytest.raises(StoreError, match="disk"):
        write_shared_project(full_map(), tmp_path / "a.rejoinder")
    assert names(tmp_path) == []


def test_a_library_that_is_open_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(open_library(path)) as library:
        library.create(full_map())
        with pytest.raises(StoreError, match="the library that is open"):
            write_shared_project(full_map(), path)
        assert library.open(ProjectId("everything")).load() == full_map()


def test_a_shared_project_that_is_open_is_not_replaced_by_whatever_name(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    write_shared_project(full_map(), path)
    (tmp_path / "hard.rejoinder").hardlink_to(path)
    (tmp_path / "soft.rejoinder").symlink_to(path)
    with closing(open_library(path)) as library:
        for name in names(tmp_path):
            with pytest.raises(StoreError, match="the library that is open"):
                write_shared_project(full_map(), tmp_path / name)
        document = Document(library.open(ProjectId("everything")))
        document.do(added(document.map))
    write_shared_project(document.map, path)
    assert read_shared_project(path) == document.map


def test_a_library_that_is_in_use_or_was_not_closed_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    write_shared_project(full_map(), path)
    for ending in ("-wal", "-journal"):
        beside = tmp_path / f"a.rejoinder{ending}"
        beside.touch()
        with pytest.raises(StoreError, match="open, or was not closed"):
            write_shared_project(full_map(), path)
        beside.unlink()


@pytest.mark.parametrize("name", ["library.db", "a.rejoinder"])
def test_a_library_with_other_projects_is_not_replaced(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with closing(open_library(path)) as library:
        library.create(small_map("Old"))
        library.create(full_map())
    before = path.read_bytes()
    with pytest.raises(StoreError, match="other projects in it"):
        write_shared_project(full_map(), path)
    assert path.read_bytes() == before
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("kept", [0.6, 0.1, 0.01])
def test_a_damaged_library_is_not_replaced(tmp_path: Path, kept: float) -> None:
    path = tmp_path / "a.rejoinder"
    write_shared_project(full_map(), path)
    os.truncate(path, int(path.stat().st_size * kept))
    before = path.read_bytes()
    with pytest.raises(StoreError, match="damaged"):
        write_shared_project(small_map(), path)
    assert path.read_bytes() == before


def test_links_that_go_round_in_a_circle_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    path.symlink_to(path)
    with pytest.raises(StoreError, match="could not be written"):
        write_shared_project(full_map(), path)
    with pytest.raises(StoreError, match="could not be made"):
        open_library(path)


def test_a_file_of_another_kind_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    path.write_text("Dear library")
    write_shared_project(full_map(), path)
    assert read_shared_project(path) == full_map()


def test_a_shared_project_is_read_without_a_trace(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    write_shared_project(full_map(), path)
    before = contents(tmp_path)
    assert read_shared_project(path) == full_map()
    assert contents(tmp_path) == before


def test_a_file_to_read_must_hold_one_project(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    with pytest.raises(StoreError, match="there is none"):
        read_shared_project(path)
    with closing(open_library(path)) as library:
        library.create(full_map())
        library.create(small_map())
    with pytest.raises(StoreError, match="it holds 2"):
        read_shared_project(path)


@pytest.mark.parametrize("name", ["folder", "file/a.rejoinder"])
def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("text")
    with pytest.raises(StoreError, match=f"{name} could not be"):
        write_shared_project(full_map(), tmp_path / name)
    assert names(tmp_path) == ["file", "folder"]

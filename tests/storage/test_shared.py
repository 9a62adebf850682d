"""Shared projects: one file, whole or not there at all."""

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
from storage.shared import write_shared_project
from tests.storage.builders import added, full_map, small_map


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
    write_shared_project(small_map("Old"), path)
    write_shared_project(small_map("New"), path)
    with closing(open_library(path)) as library:
        assert [summary.title for summary in library.summaries()] == ["New"]


def test_a_copy_that_fails_leaves_what_was_there(
    tmp_path: Path, files_end_at: Callable[[int], AbstractContextManager[None]]
) -> None:
    path = tmp_path / "a.rejoinder"
    write_shared_project(small_map("Old"), path)
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
        with pytest.raises(StoreError, match="open, or was not closed"):
            write_shared_project(small_map(), path)
        assert library.open(ProjectId("everything")).load() == full_map()


@pytest.mark.parametrize("name", ["folder", "file/a.rejoinder"])
def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("text")
    with pytest.raises(StoreError, match=f"{name} could not be"):
        write_shared_project(full_map(), tmp_path / name)
    assert names(tmp_path) == ["file", "folder"]

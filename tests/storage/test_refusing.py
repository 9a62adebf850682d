"""What is refused on opening, in which words, and that a refused file is as it was."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from app.model.elements import ProjectId
from app.model.errors import DamageError, StoreError
from storage.library import open_library
from storage.shared import write_shared_project
from storage.sqlite import APPLICATION_ID
from tests.storage.builders import full_map, small_map
from tests.storage.files import contents, make_library

EVERYTHING = ProjectId("everything")


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for statement in statements:
            other.execute(statement)


def refused(path: Path, *, create: bool = True) -> str:
    """Try to open, and give what is said; the folder and all files must stay as they are."""
    before = contents(path.parent)
    with pytest.raises(StoreError) as caught:
        open_library(path, create=create)
    assert contents(path.parent) == before
    message = str(caught.value)
    assert str(path) in message
    assert message.endswith(".")
    return message


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    assert "it is a folder" in refused(tmp_path / "library")


def test_what_is_not_there_is_not_made_unless_asked_for(tmp_path: Path) -> None:
    assert "there is none" in refused(tmp_path / "library.db", create=False)


def test_an_empty_file_is_left_empty_unless_asked_for(tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    assert "the file is empty" in refused(tmp_path / "library.db", create=False)


def test_a_library_cannot_be_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(StoreError, match="could not be made: "):
        open_library(tmp_path / "file" / "library.db")
    assert contents(tmp_path) == {"file": b"text"}


@pytest.mark.parametrize(
    "content",
    [
        b"Dear library,\n" * 200,
        b"short",
        hashlib.shake_128(b"").digest(9000),
        b"SQLite format 3\0" + bytes(20),
        bytes(5000),
    ],
    ids=["text", "a few bytes", "random bytes", "a cut header", "zeros"],
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter.rejoinder").write_bytes(content)
    assert "not a Rejoinder library" in refused(tmp_path / "letter.rejoinder")


def test_a_file_that_is_no_database_is_refused_beside_a_journal_too(tmp_path: Path) -> None:
    path = tmp_path / "letter.rejoinder"
    path.write_bytes(b"Dear library,\n" * 200)
    path.with_name("letter.rejoinder-journal").write_bytes(b"what is this")
    with pytest.raises(StoreError, match="not a Rejoinder library"):
        open_library(path)
    assert path.read_bytes() == b"Dear library,\n" * 200


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    run(tmp_path / "bookmarks.db", "CREATE TABLE bookmark (url)")
    assert "not a Rejoinder library" in refused(tmp_path / "bookmarks.db")


def test_a_database_that_only_bears_our_sign_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    run(path, "CREATE TABLE bookmark (url)", f"PRAGMA application_id = {APPLICATION_ID}")
    assert "not a Rejoinder library" in refused(path)


@pytest.mark.parametrize("version", ["", "ae1027a6acf", "１２３４5"])
def test_a_database_with_a_version_that_we_never_had_is_refused(
    tmp_path: Path, version: str
) -> None:
    make_library(tmp_path / "library.db")
    run(tmp_path / "library.db", f"UPDATE alembic_version SET version_num = '{version}'")  # noqa: S608
    assert "not a Rejoinder library" in refused(tmp_path / "library.db")


def test_a_library_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    make_library(tmp_path / "library.db")
    run(tmp_path / "library.db", "UPDATE alembic_version SET version_num = '9999'")
    assert "newer version of Rejoinder" in refused(tmp_path / "library.db")


def test_a_library_that_is_locked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.driver.WAIT", 0.01)
    path = tmp_path / "library.db"
    make_library(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "another program is using it" in refused(path)


@pytest.mark.parametrize("kept", [0.6, 0.1])
def test_a_library_that_was_cut_short_is_told(tmp_path: Path, kept: float) -> None:
    path = tmp_path / "library.db"
    make_library(path)
    os.truncate(path, int(path.stat().st_size * kept))
    before = path.read_bytes()
    with (
        pytest.raises(StoreError, match="damaged"),
        closing(open_library(path)) as library,
    ):
        library.open(EVERYTHING).load()
    assert path.read_bytes() == before


def test_a_file_that_may_not_be_read_is_refused(guarded_folder: Path) -> None:
    path = guarded_folder / "library.db"
    make_library(path)
    path.chmod(0o000)
    with pytest.raises(StoreError, match="may not be opened"):
        open_library(path)


def test_a_file_that_may_not_be_written_to_is_refused(guarded_folder: Path) -> None:
    path = guarded_folder / "library.db"
    make_library(path)
    path.chmod(0o444)
    assert "may not be written to" in refused(path)


def test_a_library_cannot_be_made_in_a_closed_folder(guarded_folder: Path) -> None:
    closed = guarded_folder / "closed"
    closed.mkdir(mode=0o555)
    assert "permission denied" in refused(closed / "library.db")


def test_a_library_in_a_closed_folder_is_refused(guarded_folder: Path) -> None:
    closed = guarded_folder / "closed"
    make_library(closed / "library.db")
    closed.chmod(0o555)
    try:
        assert "may not be" in refused(closed / "library.db")
    finally:
        closed.chmod(0o777)


def test_a_shared_project_in_a_closed_folder_is_refused(guarded_folder: Path) -> None:
    closed = guarded_folder / "closed"
    closed.mkdir()
    write_shared_project(full_map(), closed / "a.rejoinder")
    closed.chmod(0o555)
    try:
        assert "may not be" in refused(closed / "a.rejoinder")
    finally:
        closed.chmod(0o777)


def test_a_disk_without_room_for_a_new_library_is_told(
    tmp_path: Path, files_end_at: Callable[[int], AbstractContextManager[None]]
) -> None:
    path = tmp_path / "library.db"
    with files_end_at(10_000), pytest.raises(StoreError, match="disk"):
        open_library(path)
    assert path.stat().st_size == 0
    make_library(path)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("what://ever", "no address"),
        ("postgresql://me:secret@:x:y/:z", "no address"),
        ("mysql+mysqldb://me:secret@team.example/maps", "driver “MySQLdb” is missing"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(address: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        open_library(address)
    assert "secret" not in str(caught.value)


# Damage


def damaged(path: Path) -> Path:
    """A library with a page of zeros where the claims are."""
    make_library(path)
    with closing(sqlite3.connect(path)) as other:
        (page,) = other.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'claim'"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(bytes(4096))
    return path


def test_damage_is_told_on_opening(tmp_path: Path) -> None:
    with pytest.raises(DamageError, match="the file is damaged; rescue what can be read"):
        open_library(damaged(tmp_path / "library.db"))


def test_a_row_that_cannot_be_does_not_keep_the_other_projects_away(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make_library(path)
    run(
        path,
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE inference SET target_inference = 'one', target_claim = 'one'",
    )
    with closing(open_library(path)) as library:
        other = library.create(small_map("Other", "One."))
        assert other.load().project.title == "Other"
        with pytest.raises(DamageError):
            library.open(EVERYTHING).load()


def test_a_look_for_damage_ends_when_its_time_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.opening._LONGEST_CHECK", -1)
    monkeypatch.setattr("storage.sqlite._STEPS_BETWEEN_LOOKS", 1)
    with closing(open_library(damaged(tmp_path / "library.db"))) as library:
        assert not library.check(seconds=-1)
        with pytest.raises(DamageError):
            library.check()
    make_library(tmp_path / "whole.db")
    with closing(open_library(tmp_path / "whole.db")) as library:
        assert library.check()

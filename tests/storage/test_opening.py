"""Opening a library: what is accepted, and what is then to be found in it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.model.elements import ProjectId
from storage.library import open_library
from storage.migrations import HEAD
from storage.shared import write_shared_project
from storage.sqlite import APPLICATION_ID
from tests.storage.builders import full_map, small_map
from tests.storage.files import contents, make_library

EVERYTHING = ProjectId("everything")


def test_a_new_library_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "library.db"
    make_library(path)
    with closing(open_library(path, create=False)) as library:
        assert library.open(EVERYTHING).load() == full_map()


def test_a_closed_library_is_one_file(tmp_path: Path) -> None:
    make_library(tmp_path / "library.db")
    assert list(contents(tmp_path)) == ["library.db"]


def test_the_file_says_whose_it_is_and_of_what_version(tmp_path: Path) -> None:
    make_library(tmp_path / "library.db")
    header = (tmp_path / "library.db").read_bytes()[:100]
    assert header[68:72] == b"Rjdr" == APPLICATION_ID.to_bytes(4)
    with closing(sqlite3.connect(tmp_path / "library.db")) as other:
        assert other.execute("SELECT * FROM alembic_version").fetchall() == [(HEAD,)]


def test_edits_are_on_disk_when_a_commit_returns(tmp_path: Path) -> None:
    with closing(open_library(tmp_path / "library.db")) as library:
        connection = library._database._connection
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
        extra = 3  # which is FULL and more
        assert found == {
            "journal_mode": "wal",
            "synchronous": extra,
            "foreign_keys": 1,
            "trusted_schema": 0,
        }


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    make_library(tmp_path / "library.db")


NAMES = ["what? 100% #1 ’ü&x=y.db", "no ending"]
if sys.platform == "linux":
    NAMES.append(os.fsdecode(b"caf\xe9.db"))


@pytest.mark.parametrize("name", NAMES)
def test_a_library_may_have_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    make_library(path)
    assert list(contents(tmp_path)) == [path.name]
    with closing(open_library(str(path))) as library:
        assert library.place == str(path)


def test_a_library_may_be_given_as_an_address(tmp_path: Path) -> None:
    make_library(tmp_path / "library.db")
    with closing(open_library(f"sqlite:///{tmp_path / 'library.db'}", create=False)) as library:
        assert library.summaries()[0].id == EVERYTHING


def test_a_library_may_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    make_library(tmp_path / "real" / "library.db")
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "real" / "library.db")
    with closing(open_library(link)) as library:
        library.delete(EVERYTHING)
        assert library.place == str(link)
    write_shared_project(full_map(), link)
    assert link.is_symlink()
    with closing(open_library(tmp_path / "real" / "library.db")) as library:
        assert library.summaries()[0].id == EVERYTHING


def test_two_windows_may_have_a_library_open(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(open_library(path)) as first, closing(open_library(path)) as second:
        first.create(full_map())
        assert second.open(EVERYTHING).load() == full_map()


KILLED = """
import os, sys
from storage.library import open_library
from tests.storage.builders import full_map
library = open_library(sys.argv[1])
library.create(full_map())
os._exit(9)
"""


def test_a_killed_program_leaves_all_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert "library.db-wal" in contents(tmp_path)
    with closing(open_library(path)) as library:
        assert library.open(EVERYTHING).load() == full_map()


STOPPED_IN_A_WRITE = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = DELETE")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("PRAGMA application_id = 7")
for number in range(50):
    connection.execute("UPDATE claim SET note = hex(randomblob(9000))")
os._exit(9)
"""


def test_a_write_that_was_cut_short_is_taken_back_on_opening(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make_library(path)
    subprocess.run([sys.executable, "-c", STOPPED_IN_A_WRITE, str(path)], check=False)
    assert "library.db-journal" in contents(tmp_path)
    with closing(open_library(path)) as library:
        assert library.open(EVERYTHING).load() == full_map()


def test_a_summary_is_all_that_opening_a_file_takes(tmp_path: Path) -> None:
    with closing(open_library(tmp_path / "library.db")) as library:
        library.create(small_map("Only"))
        (summary,) = library.summaries()
        assert library.open(summary.id).load().project.title == "Only"

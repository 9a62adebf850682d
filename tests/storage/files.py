"""Libraries as files."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.library import open_library
from tests.storage.builders import full_map


def make_library(path: Path) -> None:
    with closing(open_library(path)) as library:
        library.create(full_map())


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def check_file(path: Path) -> None:
    """Let SQLite look for faults in a library, in the indexes of its words, too."""
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        indexes = "SELECT name FROM sqlite_master WHERE sql LIKE '%fts5%' AND name <> 'search_text'"
        for (name,) in other.execute(indexes).fetchall():
            other.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608

"""SQLite's own driver: files before they are opened, connections, and troubles in words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from storage.errors import Trouble, explain_outside, refusal, translated

AS_IT_IS: Final = "mode=ro&immutable=1"  # without locks, and without looking at what lies beside

WAIT: Final = 2.0
"""Seconds to wait for another program to finish writing before the person is told."""

PRAGMAS = {
    "foreign_keys": "ON",
    "synchronous": "EXTRA",  # in WAL mode the same as FULL; else the folder is synced too
    "fullfsync": "ON",  # macOS: a plain sync does not wait for the disk
    "trusted_schema": "OFF",  # files come by mail; what hides in their views has no power
    "cell_size_check": "ON",
}
FOREIGN = Trouble("it is not a Rejoinder library", "choose a .rejoinder file or another library")
_DISK = Trouble("the disk or the share fails", "check it, or save a copy of the project elsewhere")
CLOSED = Trouble(
    "the file or its folder may not be written to", "allow it, or copy the file elsewhere"
)
_BUSY = Trouble("another program is using it", "close that program or wait a moment, and try again")
DAMAGED = Trouble(
    "the file is damaged", "rescue what can be read, or open a backup of it", is_damage=True
)
TROUBLES = {
    "SQLITE_FULL": Trouble("the disk is full", "make room on it and try again"),
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_PROTOCOL": _BUSY,
    "SQLITE_READONLY": CLOSED,
    "SQLITE_PERM": CLOSED,
    "SQLITE_CANTOPEN": Trouble(
        "the file or its folder is not there or may not be opened", "check both and try again"
    ),
    "SQLITE_IOERR": _DISK,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": FOREIGN,
}


def explain(error: Exception) -> Trouble:
    """Say in words what went wrong with a file, and what can be done."""
    cause = getattr(error, "orig", error)
    if isinstance(cause, UnicodeDecodeError):  # SQLite quotes what it found in the file
        return DAMAGED
    return TROUBLES.get(name_of(cause)) or explain_outside(error)


@contextmanager
def told(place: str, doing: str) -> Iterator[None]:
    """Raise what goes wrong where SQLite is called without SQLAlchemy as StoreError."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError, UnicodeDecodeError) as error:
        raise refusal(place, doing, explain(error)) from error


def name_of(error: object) -> str:
    """The name of an error without its particulars: SQLITE_IOERR for SQLITE_IOERR_WRITE.

    Empty if it is none of SQLite's.
    """
    return "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])


def uri(path: Path, options: str) -> str:
    """The address of a file, with how it is to be opened."""
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(os.fsencode(posix))}?{options}"


def connect(path: Path, options: str = "mode=rw") -> sqlite3.Connection:
    """Connect to a file that is there, by the driver itself, with what holds for all of ours."""
    connection = sqlite3.connect(uri(path, options), uri=True, timeout=WAIT, isolation_level=None)
    try:
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
    except BaseException:
        connection.close()
        raise
    return connection


def is_new(path: Path) -> bool:
    """Whether there is no file, or an empty one, as SQLite leaves it before the first write."""
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


def make_file(path: Path, place: str, *, is_private: bool = True) -> None:
    """Make an empty file, and the folder for it, to become a library.

    Nobody but the person may read it if it `is_private`, nor what SQLite keeps beside it.
    """
    with translated(place, "made", explain_outside):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(0o600 if is_private else 0o666, exist_ok=True)


def sign_of(path: Path) -> object:
    """What the header of a file says it is. Raises sqlite3.DatabaseError for what has none."""
    with closing(sqlite3.connect(uri(path, AS_IT_IS), uri=True)) as glance:
        return glance.execute("PRAGMA application_id").fetchone()[0]


def may_write(path: Path) -> bool:
    """Whether the person may write to a file or a folder."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def reading_options(path: Path, *, is_open: bool) -> str:
    """How to open a file so that reading it leaves nothing beside it.

    A library in WAL mode would be left with two files, since what only reads may not take them
    away. Without them nobody has it open, so it can be read as it is, without locks.
    """
    beside = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    if any(each.exists() for each in beside) or is_open:
        return "mode=ro"
    if not may_write(path.parent) or _is_in_wal_mode(path):
        return AS_IT_IS
    return "mode=ro"


def _is_in_wal_mode(path: Path) -> bool:
    """What the header says at byte 19 (https://sqlite.org/fileformat2.html, 1.3).

    Only for a file that is not open in this process: to close it takes away SQLite's locks.
    """
    with path.open("rb") as file:
        return file.read(20)[19:] == b"\x02"

"""All that is SQLite's own: files and how they are checked, pragmas, the lock for writing, backup.

A library is a file in WAL mode, in which an edit costs one sync of the disk. A shared project keeps
SQLite's rollback journal, so that it is one file at any moment, to be mailed, and works on a share.
Opening changes neither.
"""

import os
import re
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from typing import Final
from weakref import WeakSet

from sqlalchemy import Connection, NullPool, create_engine
from typing_extensions import override

from app.model.change import Change
from app.model.elements import ProjectId
from app.model.errors import StoreError
from app.ports import Found
from storage import searching
from storage.columns import as_json
from storage.copying import copy_library
from storage.database import Database
from storage.driver import (
    CLOSED,
    DAMAGED,
    FOREIGN,
    TROUBLES,
    connect,
    explain,
    may_write,
    name_of,
    reading_options,
    sign_of,
)
from storage.errors import Trouble, explain_outside, refusal, translated

APPLICATION_ID: Final = int.from_bytes(b"Rjdr")
"""What the header of each file of ours holds at byte 68: 1,382,704,242, or "Rjdr"."""

_VERSION = "PRAGMA data_version"  # another one whenever another connection has written
_OF_A_ROW = re.compile("value in|constraint failed")  # told when its project is opened
_STEPS_BETWEEN_LOOKS = 10_000  # of SQLite's machine, until there is a look at the clock
_MOVED = Trouble(
    "the file or the log beside it was moved, deleted or replaced",
    "save a copy of the project elsewhere",
)
_CUT_SHORT = Trouble("a write to it was cut short", "open it in the window, which puts it right")


class SqliteDatabase(Database):
    """A file. Raises StoreError, and leaves it as it is, if it is not there or none of ours.

    What is opened to be read only leaves nothing beside it, if it is closed elsewhere.
    """

    def __init__(self, path: Path, place: str, *, read_only: bool = False) -> None:
        with translated(place, "opened", explain_outside):
            self._path = path.resolve()  # what SQLite keeps beside it, it keeps beside the target
            _check_sign(self._path, place, writable=not read_only)
            self.file: Final = self._path.stat()
            options = "mode=rw"
            if read_only:
                options = reading_options(self._path, is_open=is_open(self._path))
        engine = create_engine(
            "sqlite://",
            creator=lambda: connect(self._path, options),
            poolclass=NullPool,
            json_serializer=as_json,
            hide_parameters=True,  # errors go into the log, and words of a map must not
        )
        super().__init__(engine, place, read_only=read_only)
        self._is_indexed = False
        self._version: object = None
        self._log_path = self._path.with_name(self._path.name + "-wal")
        self._log: os.stat_result | None = None  # of a library in WAL mode
        _OPEN.add(self)

    @override
    def close(self) -> None:
        super().close()
        _OPEN.discard(self)

    @override
    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        # SQLite alters some tables by making them anew, and rows would go with a dropped one.
        self._pragma("foreign_keys", "OFF")
        try:
            with super().migrating() as connection:
                searching.drop_indexes(connection)  # they would hold on to the tables
                yield connection
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise AssertionError("the migration has lost rows that others refer to")
        finally:
            self._pragma("foreign_keys", "ON")

    @override
    def require_writable(self) -> None:
        """Try a write, and take it back before it comes to the file."""
        with self._told("opened"), closing(self._connection.connection.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                cursor.execute("PRAGMA user_version = 0")
            finally:
                cursor.execute("ROLLBACK")

    @override
    def check(self, *, seconds: float) -> bool:
        connection = self._driver
        end = monotonic() + seconds
        connection.set_progress_handler(lambda: monotonic() > end, _STEPS_BETWEEN_LOOKS)
        try:
            with self._told("opened"), closing(connection.cursor()) as cursor:
                found = cursor.execute("PRAGMA quick_check").fetchall()
        except StoreError as error:
            cause = error.__cause__
            if name_of(cause) == "SQLITE_INTERRUPT":
                return False
            raise
        finally:
            connection.set_progress_handler(None, 0)
        if any(not _OF_A_ROW.search(str(line)) for (line,) in found if line != "ok"):
            raise refusal(self.place, "opened", DAMAGED)
        return True

    @override
    def copy_aside(self, version: str) -> None:
        """Copy the file beside itself, to `name.before-version.suffix`, or with a number added."""
        copy = self._path.with_suffix(f".before-{version}{self._path.suffix}")
        number = 1
        while copy.exists():
            number += 1
            copy = self._path.with_suffix(f".before-{version}-{number}{self._path.suffix}")
        copy_library(self._path, copy)

    @override
    def mark_as_ours(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    @override
    def settle(self) -> None:
        # Not before: the sign must be in the file itself, where it is looked for, not in its WAL.
        self._pragma("journal_mode", "WAL")
        self.keep_ready()

    @override
    def keep_ready(self) -> None:
        with self.reading("opened") as connection:
            mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
            self._is_indexed = searching.is_indexed(connection)
            self._log = self._log_path.stat() if mode == "wal" else None
        if mode == "wal" and not self._is_indexed:  # a shared project stays small
            with self.writing("opened") as connection:
                searching.make_indexes(connection)
            self._is_indexed = True

    @override
    def write(self, connection: Connection, project_id: ProjectId, change: Change) -> None:
        if self._is_indexed:
            searching.forget_changed(connection, project_id, change)
        super().write(connection, project_id, change)
        if self._is_indexed:
            searching.learn_changed(connection, project_id, change)

    @override
    def forget_words(
        self, connection: Connection, project_id: ProjectId, hashes: Collection[str] | None = None
    ) -> None:
        if not self._is_indexed:
            return
        if hashes is None:
            searching.forget_project(connection, project_id)
        else:
            searching.forget_texts(connection, project_id, hashes)

    @override
    def search(self, words: str, *, most: int) -> Sequence[Found]:
        with self.reading("searched") as connection:
            if not self._has_words(connection):
                return super().search(words, most=most)
            return searching.search(connection, words, most=most)

    @override
    def _has_words(self, connection: Connection) -> bool:
        return searching.is_indexed(connection)

    @override
    def is_news(self) -> bool:
        with self.reading() as connection:
            before, self._version = self._version, connection.exec_driver_sql(_VERSION).scalar()
        return before != self._version

    @override
    def begin(self, *, writes: bool) -> Connection:
        """Begin here, since the driver would do so late or not at all, and is told not to.

        With the lock for writing at once: one that is asked for midway may be refused without
        waiting.
        """
        self._driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
        return self._connection

    @property
    def _driver(self) -> sqlite3.Connection:
        connection = self._connection.connection.driver_connection
        if not isinstance(connection, sqlite3.Connection):
            raise TypeError("this is no file")
        return connection

    @override
    def explain(self, error: Exception) -> Trouble:
        if self.read_only and name_of(getattr(error, "orig", error)) == "SQLITE_READONLY":
            return _CUT_SHORT
        return explain(error)

    def _pragma(self, name: str, value: str) -> None:
        """Set what cannot be set within a transaction."""
        with self._told("opened"), closing(self._connection.connection.cursor()) as cursor:
            cursor.execute(f"PRAGMA {name} = {value}")

    @contextmanager
    def _told(self, doing: str) -> Iterator[None]:
        """Tell what goes wrong where SQLite is called without SQLAlchemy."""
        try:
            yield
        except (sqlite3.DatabaseError, OSError, UnicodeDecodeError) as error:
            raise refusal(self.place, doing, self.explain(error)) from error

    @override
    def _require_there(self, doing: str) -> None:
        """Refuse to write to a file that has lost its name, where nobody would find it again."""
        try:
            there = os.path.samestat(self._path.stat(), self.file)
            if there and self._log:  # what is written to one that has lost its name is lost too
                there = os.path.samestat(self._log_path.stat(), self._log)
        except OSError:
            there = False
        if not there:
            raise refusal(self.place, doing, _MOVED)


_OPEN: Final[WeakSet[SqliteDatabase]] = WeakSet()
"""What is open in this process, by whatever name."""


def is_open(path: Path) -> bool:
    """Whether a file is a library that is open in this process, whatever it is called there.

    Raises OSError if that file cannot be looked at.
    """
    try:
        file = path.stat()
    except FileNotFoundError:
        return False
    return any(os.path.samestat(file, database.file) for database in _OPEN)


def is_ours(path: Path) -> bool:
    """Whether a file bears our sign. Raises StoreError if there is no telling."""
    with translated(str(path), "read", explain_outside):
        if not path.is_file():
            return False
    try:
        return sign_of(path) == APPLICATION_ID
    except sqlite3.DatabaseError as error:
        trouble = TROUBLES.get(name_of(error), FOREIGN)
        if trouble is FOREIGN:
            return False
        raise refusal(str(path), "read", trouble) from error


def _check_sign(path: Path, place: str, *, writable: bool) -> None:
    """Refuse what is none of ours by the first bytes, before anything is done to it.

    SQLite must read them, for if we opened and closed a file that is open in another window, the
    system would take away the locks of that window (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    if path.is_dir():
        raise refusal(place, "opened", Trouble("it is a folder", "choose a file"))
    journal = path.with_name(path.name + "-journal")
    if path.stat().st_size == 0 or (journal.exists() and journal.stat().st_size):
        return  # SQLite was stopped in the middle of a write, and puts things right on opening
    try:
        sign = sign_of(path)
    except sqlite3.DatabaseError as error:
        trouble = TROUBLES.get(name_of(error), FOREIGN)
        raise refusal(place, "opened", trouble) from error
    if sign != APPLICATION_ID:
        raise refusal(place, "opened", FOREIGN)
    if writable and not may_write(path):
        raise refusal(place, "opened", CLOSED)  # now, since SQLite would leave files beside it

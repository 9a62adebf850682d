"""The commits that the program makes, written down, and made once more by SQLite alone."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, event

from storage.driver import PRAGMAS
from tests.benchmarks.figures import once


class Statement(NamedTuple):
    """What was handed to SQLite's driver."""

    text: str
    values: Sequence[object]
    is_many: bool


Transaction = list[Statement]


class Recorder:
    """Writes down each transaction that writes, while it is on."""

    def __init__(self) -> None:
        self._open: Transaction = []
        self._done: list[Transaction] = []
        event.listen(Engine, "before_cursor_execute", self._note)
        event.listen(Engine, "commit", self._end)
        event.listen(Engine, "rollback", self._drop)

    def take(self) -> list[Transaction]:
        """What has been committed since the last time."""
        done, self._done = self._done, []
        return done

    def close(self) -> None:
        event.remove(Engine, "before_cursor_execute", self._note)
        event.remove(Engine, "commit", self._end)
        event.remove(Engine, "rollback", self._drop)

    def _note(
        self,
        _connection: Connection,
        _cursor: object,
        text: str,
        values: Sequence[object],
        _context: object,
        executemany: bool,  # noqa: FBT001  SQLAlchemy's own name and place
    ) -> None:
        if text.startswith(("INSERT", "UPDATE", "DELETE")):
            self._open.append(Statement(text, values, executemany))

    def _end(self, _connection: Connection) -> None:
        if self._open:
            self._done.append(self._open)
        self._open = []

    def _drop(self, _connection: Connection) -> None:
        self._open = []


class Replay:
    """Makes commits once more, in a copy of a library, by SQLite alone; as safe on disk as ours."""

    def __init__(self, library: Path, copy: Path) -> None:
        with closing(sqlite3.connect(library)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        self._connection = sqlite3.connect(copy, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        for name, value in PRAGMAS.items():
            self._connection.execute(f"PRAGMA {name} = {value}")

    def timed(self, transactions: list[Transaction]) -> float:
        return once(lambda: self._make(transactions))

    def close(self) -> None:
        self._connection.close()

    def _make(self, transactions: list[Transaction]) -> None:
        run = self._connection
        for transaction in transactions:
            run.execute("BEGIN IMMEDIATE")
            for text, values, is_many in transaction:
                if is_many:
                    run.executemany(text, values)  # type: ignore[arg-type]  # as the driver had it
                else:
                    run.execute(text, values).fetchall()
            run.execute("COMMIT")

"""Statements that are made ready once for a database, since an edit runs several.

SQLAlchemy makes them; but to find out anew how to hand each to the driver, and what may come back,
takes it longer than SQLite needs to carry it out (some 0.02 to 0.05 ms). That is the same each
time, so it is kept here, and what is ready goes to the driver of SQLAlchemy's own connection. What
the driver raises becomes SQLAlchemy's in `storage.database`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.sql.compiler import SQLCompiler

Values = Mapping[str, object]
_Process = Callable[[Any], Any]


class _Ready(NamedTuple):
    """A statement in a database's own words: what it takes in which order, and how made."""

    text: str
    names: Sequence[str]
    processes: Sequence[tuple[int, _Process]]
    is_positional: bool

    def handed(self, values: Values) -> Any:  # noqa: ANN401  what the driver takes
        taken = [values[name] for name in self.names]
        for place, made in self.processes:
            taken[place] = made(taken[place])
        return taken if self.is_positional else dict(zip(self.names, taken, strict=True))


class Statement:
    """A statement of SQLAlchemy's to be run many times, on rows with the same names."""

    def __init__(self, clause: Insert | Update | Delete | Select[*tuple[Any, ...]]) -> None:
        self._clause = clause
        self._ready: dict[tuple[type[Dialect], tuple[str, ...]], _Ready] = {}

    def run(self, connection: Connection, *rows: Values) -> int:
        """Run it on one row or more; gives how many rows of the database were touched."""
        ready = self._ready_for(connection, rows[0])
        cursor = connection.connection.cursor()
        try:
            if len(rows) == 1:
                cursor.execute(ready.text, ready.handed(rows[0]))
            else:
                cursor.executemany(ready.text, [ready.handed(row) for row in rows])
            return cursor.rowcount
        finally:
            cursor.close()

    def value(self, connection: Connection, values: Values) -> object:
        """Run it; gives the first value that comes back, None if none does."""
        ready = self._ready_for(connection, values)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(ready.text, ready.handed(values))
            row = cursor.fetchone()
            return row[0] if row else None
        finally:
            cursor.close()

    def _ready_for(self, connection: Connection, values: Values) -> _Ready:
        key = type(connection.dialect), tuple(values)
        ready = self._ready.get(key)
        if ready is None:
            ready = self._ready[key] = self._made_ready(connection.dialect, key[1])
        return ready

    def _made_ready(self, dialect: Dialect, names: tuple[str, ...]) -> _Ready:
        compiled = self._clause.compile(dialect=dialect, column_keys=list(names))
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("this is no statement")
        positional = bool(compiled.positional)
        order = list(compiled.positiontup or ()) if positional else list(compiled.binds)
        made = [
            (place, process)
            for place, name in enumerate(order)
            if (process := compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect))
        ]
        return _Ready(str(compiled), order, made, positional)

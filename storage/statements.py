"""Statements that are made ready once for a database, since an edit runs several.

SQLAlchemy takes most of the time of a statement (some 0.03 ms, six times what SQLite takes) to find
out anew how to hand it to the driver. That is the same each time, and so it is kept here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, CursorResult, Delete, Dialect, Insert, Select, Update
from sqlalchemy.sql.compiler import SQLCompiler

Values = Mapping[str, object]
_Process = Callable[[Any], Any]


class _Ready(NamedTuple):
    """A statement in a database's own words."""

    text: str
    names: Sequence[str]
    processes: Sequence[tuple[str, _Process]]
    is_positional: bool

    def handed(self, values: Values) -> Any:  # noqa: ANN401  what the driver takes
        if self.processes:
            values = {**values, **{name: make(values[name]) for name, make in self.processes}}
        if self.is_positional:
            return tuple([values[name] for name in self.names])
        return {name: values[name] for name in self.names}


class Statement:
    """A statement of SQLAlchemy's to be run many times, on rows with the same names."""

    def __init__(self, clause: Insert | Update | Delete | Select[*tuple[Any, ...]]) -> None:
        self._clause = clause
        self._ready: dict[tuple[type[Dialect], tuple[str, ...]], _Ready] = {}

    def run(self, connection: Connection, *rows: Values) -> CursorResult[*tuple[Any, ...]]:
        """Run it on one row or more."""
        key = type(connection.dialect), tuple(rows[0])
        ready = self._ready.get(key)
        if ready is None:
            ready = self._ready[key] = self._made_ready(connection.dialect, key[1])
        if len(rows) == 1:
            return connection.exec_driver_sql(ready.text, ready.handed(rows[0]))
        return connection.exec_driver_sql(ready.text, [ready.handed(row) for row in rows])

    def _made_ready(self, dialect: Dialect, names: tuple[str, ...]) -> _Ready:
        compiled = self._clause.compile(dialect=dialect, column_keys=list(names))
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("this is no statement")
        processes = []
        for name, bind in compiled.binds.items():
            process = bind.type.dialect_impl(dialect).bind_processor(dialect)
            if process:
                processes.append((name, process))
        order = list(compiled.positiontup or ()) if compiled.positional else list(compiled.binds)
        return _Ready(str(compiled), order, processes, bool(compiled.positional))

"""Rows out of a damaged SQLite file, as many as can be read; only a copy of the file is opened.

A table is read in the order of its rows. Where that fails it goes on behind the gap, which is found
by leaps that double. No row is read twice and none is longer than the file, so whatever lies in the
file, reading it comes to an end; and it ends after some time in any case.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Final

LONGEST: Final = 120.0
"""Seconds after which no more is read."""

_HEADER_SIZE = 100
_MAGIC = b"SQLite format 3\x00"
_PAGE_SIZE = 4096
_SMALLEST_PAGE, _LARGEST_PAGE = 512, 32_768
_FIXED = {20: b"\x00\x40\x20\x20", 44: b"\x00\x00\x00\x04", 56: b"\x00\x00\x00\x01"}
_LARGEST_ROW = 1 << 62
_MOST_GAPS = 2_000  # in one table
_EVERY = 20_000  # steps of SQLite's machine between looks at the clock

Row = Mapping[str, object]


@dataclass
class Table:
    """What could be read of a table; not `whole` if there were gaps."""

    rows: list[Row] = field(default_factory=list)
    whole: bool = True


def tables_in(path: Path, names: Iterator[str] | list[str]) -> dict[str, Table]:
    """Read what can be read of the tables with these names. Raises OSError; writes to no file."""
    with tempfile.TemporaryDirectory(prefix="rejoinder-", ignore_cleanup_errors=True) as folder:
        copy = _copied(path, Path(folder))
        _mend_header(copy)
        try:
            with closing(_opened(copy)) as connection:
                return {name: _read(connection, name) for name in names if _is_there(connection, name)}
        except sqlite3.Error:
            return {}


def _copied(path: Path, folder: Path) -> Path:
    """Copy a file, and what SQLite keeps beside it to put it right, into a folder."""
    copy = folder / "copy"
    shutil.copyfile(path, copy)
    for ending in ("-wal", "-journal"):
        beside = path.with_name(path.name + ending)
        if beside.is_file():
            shutil.copyfile(beside, copy.with_name(copy.name + ending))
    return copy


def _mend_header(copy: Path) -> None:
    """Write what is the same in the header of every library (fileformat2.html, 1.3)."""
    with copy.open("r+b") as file:
        header = bytearray(file.read(_HEADER_SIZE))
        if len(header) < _HEADER_SIZE:
            return
        header[: len(_MAGIC)] = _MAGIC
        size = int.from_bytes(header[16:18], "big")
        if size.bit_count() != 1 or not _SMALLEST_PAGE <= size <= _LARGEST_PAGE:
            header[16:18] = _PAGE_SIZE.to_bytes(2, "big")
        if header[18] != header[19] or header[18] not in {1, 2}:
            header[18:20] = b"\x01\x01"
        for start, content in _FIXED.items():
            header[start : start + len(content)] = content
        file.seek(0)
        file.write(header)


def _opened(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, isolation_level=None)
    try:
        connection.text_factory = lambda content: content.decode("utf-8", "replace")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, max(copy.stat().st_size, 1_000_000))
        end = monotonic() + LONGEST
        connection.set_progress_handler(lambda: monotonic() > end, _EVERY)
        # With this, SQLite opens a file that is too short, and one with faults in its schema.
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def _is_there(connection: sqlite3.Connection, name: str) -> bool:
    try:
        return bool(connection.execute(f"PRAGMA table_info({name})").fetchall())
    except sqlite3.Error:
        return False


def _read(connection: sqlite3.Connection, name: str) -> Table:
    table, last = Table(), -1
    for _ in range(_MOST_GAPS):
        try:
            for number, row in _rows_from(connection, name, last + 1):
                if number <= last:
                    raise sqlite3.DatabaseError("the rows go round in a circle")
                last = number
                table.rows.append(row)
        except (sqlite3.Error, OverflowError):
            table.whole = False
        else:
            return table
        behind = _behind_gap(connection, name, last + 1)
        if behind is None:
            break
        last = behind - 1
    return table


def _rows_from(
    connection: sqlite3.Connection, name: str, start: int
) -> Iterator[tuple[int, Row]]:
    """The rows with a number from `start` on; NOT INDEXED, since an index may be damaged, too."""
    statement = f"SELECT rowid, * FROM {name} NOT INDEXED WHERE rowid >= ? ORDER BY rowid"  # noqa: S608  a name of ours
    with closing(connection.execute(statement, (start,))) as cursor:
        columns = [column[0] for column in cursor.description][1:]
        for number, *values in cursor:
            yield number, dict(zip(columns, values, strict=True))


def _behind_gap(connection: sqlite3.Connection, name: str, start: int) -> int | None:
    """The number of the first row that can be read behind `start`, or near it; None if none can."""
    leap = 1
    while start + leap < _LARGEST_ROW:
        try:
            for number, _ in _rows_from(connection, name, start + leap):
                return number
        except (sqlite3.Error, OverflowError):
            leap *= 2
        else:
            return None
    return None

"""Damage of every kind, done to a library by chance."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from storage.sqlite import APPLICATION_ID

PAGE = 4096
HOSTILE: list[object] = [
    *(
        "",
        " ",
        "\x00",
        "nowhere",
        "everything",
        "a" * 100_000,
        "\x1b[2J\x07",
        "\u202e<script>",
        "[1",
        "[[[[",
    ),
    *(
        "{}",
        "null",
        "'; DROP TABLE claim; --",
        "{0} %s \\",
        "9999-99-99",
        "0001-01-01 00:00:00+14:00",
    ),
    *(
        None,
        -1,
        0,
        1,
        2**31,
        2**62,
        -(2**63),
        1e308,
        float("inf"),
        0.5,
        b"",
        b"\xff\xfe\x00",
        b"x" * 5_000,
    ),
    *("[" * 50_000, '["a","a"]', '{"before":[],"after":[]}', '{"text_size":1e999}'),
]
OTHERS = [
    "CREATE TABLE bookmark (url)",
    "CREATE VIEW hidden AS SELECT * FROM claim",
    "CREATE TRIGGER hidden AFTER INSERT ON claim BEGIN DELETE FROM premise; END",
    "CREATE INDEX hidden ON claim (text)",
    "ALTER TABLE claim ADD COLUMN extra INTEGER DEFAULT 5",
    "ALTER TABLE project ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'",
    "ALTER TABLE claim RENAME COLUMN note TO remark",
    "ALTER TABLE claim DROP COLUMN note",
    "ALTER TABLE journal RENAME TO diary",
    "DELETE FROM alembic_version",
    "UPDATE alembic_version SET version_num = '0001'",
    "UPDATE alembic_version SET version_num = '9999'",
    "PRAGMA application_id = 5",
    "PRAGMA user_version = -5",
    "PRAGMA auto_vacuum = FULL; VACUUM",
    "PRAGMA encoding = 'UTF-16'; VACUUM",
    "PRAGMA page_size = 512; VACUUM",
    "PRAGMA page_size = 65536; VACUUM",
]


def _bytes(by: Random, path: Path) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(by.choice([1, 1, 3, 20, 200])):
        content[by.randrange(len(content))] = by.randrange(256)
    path.write_bytes(content)


def _header(by: Random, path: Path) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(by.choice([1, 3])):
        content[by.randrange(120)] = by.randrange(256)
    path.write_bytes(content)


def _tail(by: Random, path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: by.randrange(len(content))])


def _longer(by: Random, path: Path) -> None:
    with path.open("ab") as file:
        file.write(by.randbytes(by.randrange(3 * PAGE)))


def _pages(by: Random, path: Path) -> None:
    content = path.read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    for _ in range(by.choice([1, 2, 5])):
        one, other = by.randrange(len(pages)), by.randrange(len(pages))
        match by.randrange(4):
            case 0:
                pages[one], pages[other] = pages[other], pages[one]
            case 1:
                pages[one] = pages[other]
            case 2:
                pages[one] = bytes(PAGE)
            case _:
                pages[one] = by.randbytes(PAGE)
    path.write_bytes(b"".join(pages))


def _pointers(by: Random, path: Path) -> None:
    """Change the beginnings of pages, where their kind, their cells and other pages are named."""
    content = bytearray(path.read_bytes())
    for _ in range(by.choice([1, 3, 10])):
        start = PAGE * by.randrange(len(content) // PAGE)
        content[start + by.randrange(24)] = by.choice([0, 1, 2, 5, 10, 13, by.randrange(256)])
    path.write_bytes(content)


def _beside(by: Random, path: Path) -> None:
    ending = by.choice(["-wal", "-journal", "-shm"])
    path.with_name(path.name + ending).write_bytes(by.randbytes(by.choice([0, 30, 5_000])))
    by.choice([_bytes, _tail, lambda _by, _path: None])(by, path)


def _values(by: Random, path: Path) -> None:
    """Put hostile values into any field of any row."""
    with closing(sqlite3.connect(path)) as other, other:
        tables = [
            name for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        for _ in range(by.choice([1, 1, 4])):
            table = by.choice(tables)
            columns = [row[1] for row in other.execute(f"PRAGMA table_info({table})")]
            where = by.choice(["1", "1", "rowid % 2", "rowid = 1"])
            column, value = by.choice(columns), by.choice(HOSTILE)
            statement = f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {where}"  # noqa: S608
            try:
                other.execute(statement, [value])
            except sqlite3.Error:
                continue


def _ids(by: Random, path: Path) -> None:
    """Let rows name others that are not there, or the wrong ones."""
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        for _ in range(by.choice([1, 3])):
            statement = by.choice(
                [
                    "UPDATE inference SET target_claim = 'nowhere' WHERE rowid % 2",
                    "UPDATE inference SET target_inference = id",
                    "UPDATE inference SET target_claim = NULL",
                    "UPDATE OR IGNORE premise SET claim = 'nowhere' WHERE rowid % 2",
                    "UPDATE OR IGNORE premise SET inference = 'nowhere'",
                    "UPDATE locution SET claim = 'nowhere'",
                    "UPDATE locution SET source = 'nowhere'",
                    "UPDATE locution SET end_at = 1000000000000",
                    "UPDATE source SET text_hash = 'nowhere'",
                    "UPDATE source SET capture_of = id",
                    "UPDATE project SET head = 1000000, tip = -5",
                    "UPDATE project SET head = tip, tip = head",
                    "UPDATE journal SET parent = number + 1",
                    "UPDATE claim SET project_id = 'nowhere'",
                    "DELETE FROM claim WHERE rowid % 3 = 0",
                    "DELETE FROM speaker",
                    "DELETE FROM project",
                    "DELETE FROM project_view",
                    "DELETE FROM journal WHERE number % 2",
                    "DELETE FROM text",
                ]
            )
            other.execute(statement)


def _tables(by: Random, path: Path) -> None:
    """Take tables away, or add others, columns, views and triggers."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for _ in range(by.choice([1, 2])):
            tables = [
                name
                for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                if not name.startswith("sqlite_")
            ]
            gone = by.choice([*tables, "claim"])
            try:
                other.executescript(by.choice([*OTHERS, f"DROP TABLE {gone}"]))
            except sqlite3.Error:
                continue


def _foreign(by: Random, path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE claim (id, project_id, words)")
        other.executemany(
            "INSERT INTO claim VALUES (?, ?, ?)", [by.choices(HOSTILE, k=3) for _ in range(50)]
        )
        if by.randrange(2):
            other.execute(f"PRAGMA application_id = {APPLICATION_ID}")


KINDS: dict[str, Callable[[Random, Path], None]] = {
    "bytes": _bytes,
    "header": _header,
    "tail": _tail,
    "longer": _longer,
    "pages": _pages,
    "pointers": _pointers,
    "beside": _beside,
    "values": _values,
    "ids": _ids,
    "tables": _tables,
    "foreign": _foreign,
}

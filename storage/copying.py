"""Copies of a library, also while it is in use, and files set aside."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Final

from storage.driver import connect, told

Progress = Callable[[float], None]
"""Is told how much is done, from 0 to 1; to stop the work it raises what it likes."""

BESIDE: Final = ("-wal", "-journal", "-shm")
"""What SQLite keeps beside a file, by the ends of their names."""

_PAGES_AT_ONCE = 500


def nothing_told(_part: float) -> None:
    """Tell nobody how much is done."""


def copy_library(path: Path, to: Path, progress: Progress = nothing_told) -> None:
    """Copy a library, as it is at this moment, to a file that is for this person alone.

    Nobody who writes to it is held up. The copy has its name only when it is whole and on disk.
    Raises StoreError.
    """
    with beside(to) as new, told(str(path), "copied"):
        os.close(os.open(new, os.O_CREAT | os.O_EXCL, 0o600))
        with closing(connect(path)) as source, closing(sqlite3.connect(new)) as target:
            source.execute("BEGIN")  # from the next line on it reads one state
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            source.backup(target, pages=_PAGES_AT_ONCE, progress=_as_parts(progress), sleep=0)
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        new.replace(to)


def _as_parts(progress: Progress) -> Callable[[int, int, int], None]:
    return lambda _status, left, all_: progress(1 - left / max(all_, 1))


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a new name beside a file; whatever has that name in the end is removed."""
    new = path.with_name(f".{secrets.token_hex(4)}-{path.name}")
    try:
        yield new
    finally:
        for ending in ("", *BESIDE):
            with suppress(OSError):
                new.with_name(new.name + ending).unlink()


def put_in_place(new: Path, path: Path, why: str, *, today: date | None = None) -> Path | None:
    """Move a library to a place; gives where the one that stood there was set aside, if one did.

    That gets the name `name.why-2026-01-31.suffix`. At no moment is there none at the place, if the
    file system knows hard links. Raises OSError.
    """
    aside = None
    if path.exists():
        aside = _name_aside(path, f"{why}-{today or datetime.now().astimezone().date()}")
        for ending in BESIDE:  # first: SQLite would play them back into the new file
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
        try:
            aside.hardlink_to(path)
        except OSError:
            path.rename(aside)
    new.replace(path)
    return aside


def _name_aside(path: Path, word: str) -> Path:
    aside, number = path.with_name(f"{path.stem}.{word}{path.suffix}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")
    return aside

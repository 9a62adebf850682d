"""Copies of a library made from time to time, fewer of them the older they are, and taken back.

Backups lie in a folder of their own beside the library and bear the moment they show in their
names. Only the person may read them, as only the person may read the library.
"""

import re
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from storage.copying import Progress, beside, copy_library, nothing_told, put_in_place
from storage.driver import connect
from storage.errors import Trouble, explain_outside, refusal, translated
from storage.opening import opened
from storage.sqlite import is_open

HOUR: Final = timedelta(hours=1)
_STAMP = "%Y-%m-%d %H.%M.%S"
_NAMED = re.compile(r"(.*) (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)", re.DOTALL)
_LONGEST_CHECK = 60.0  # seconds
_OPEN = Trouble("it is open", "close it first")
_NONE = Trouble("there is no such backup", "choose another one")


@dataclass(frozen=True, slots=True)
class Keep:
    """How many backups are kept: of the last hours, days and weeks in which there were any."""

    hours: int = 12
    days: int = 14
    weeks: int = 12


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: whether to make a backup now, and which of those that are there to drop."""

    make: bool
    drop: frozenset[datetime]


@dataclass(frozen=True, slots=True)
class Backup:
    """A library as it was at a moment."""

    at: datetime
    path: Path


def plan(there: Collection[datetime], *, changed: datetime, now: datetime, keep: Keep) -> Plan:
    """Decide what to do, from when the backups are and when the library was last changed.

    One is made when the library was changed since the newest, an hour after that at the earliest.
    The newest one of each hour, day and week is kept, as far back as `keep` says, and the newest of
    all in any case. One from the future (a clock was put back) keeps none from being made.
    """
    newest = max((at for at in there if at <= now), default=None)
    make = newest is None or (changed > newest and now - newest >= HOUR)
    newest = now if make else newest
    standing = {*there, now} if make else set(there)
    kept = {newest}
    for period, most in ((_hour, keep.hours), (_day, keep.days), (_week, keep.weeks)):
        last = {period(at): at for at in sorted(standing)}
        kept.update(sorted(last.values(), reverse=True)[:most])
    return Plan(make, frozenset(there) - kept)


def backups_of(library: Path) -> list[Backup]:
    """The backups of a library, the newest first. Raises StoreError if the folder is closed."""
    found: list[Backup] = []
    folder = folder_of(library)
    with translated(str(folder), "read", explain_outside):
        paths = list(folder.iterdir()) if folder.is_dir() else []
    for path in paths:
        match = _NAMED.fullmatch(path.stem)
        if match and (match[1], path.suffix) == (library.stem, library.suffix):
            with suppress(ValueError):  # a day that there is not
                at = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(at, path))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def folder_of(library: Path) -> Path:
    """Where the backups of a library lie."""
    return library.parent / "Backups"


def look_after(
    library: Path, *, keep: Keep, now: datetime | None = None, progress: Progress = nothing_told
) -> Backup | None:
    """Make a backup if it is time, and drop those that are too many; gives the one that was made.

    To be called now and then in a thread that is not the window's. It reads beside edits and holds
    none up. Raises StoreError if it cannot be; then no half of one is left.
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    there = {backup.at: backup for backup in backups_of(library)}
    with translated(str(library), "copied", explain_outside):
        if not library.exists():
            return None
        changed = _changed(library)
    todo = plan(there.keys(), changed=changed, now=moment, keep=keep)
    made = None
    if todo.make:
        name = f"{library.stem} {moment.strftime(_STAMP)}{library.suffix}"
        made = Backup(moment, folder_of(library) / name)
        with translated(str(made.path), "made", explain_outside):
            made.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy_library(library, made.path, progress)
    for at in todo.drop:
        with translated(str(there[at].path), "removed", explain_outside):
            there[at].path.unlink(missing_ok=True)
    return made


def restore(
    backup: Path, library: Path, *, today: date | None = None, progress: Progress = nothing_told
) -> Path | None:
    """Put a backup in the library's place; gives where the one that stood there was set aside.

    The backup stays. Raises StoreError, and leaves all as it was, if it is no library, if it is
    damaged, or if the one in its place is open.
    """
    with translated(str(library), "restored", explain_outside):
        if is_open(library):
            raise refusal(str(library), "restored", _OPEN)
        if not backup.is_file():
            raise refusal(str(backup), "opened", _NONE)
    with beside(library) as new:
        copy_library(backup, new, progress)
        with closing(opened(new, create=False)) as database:  # it must be one that opens
            database.check(seconds=_LONGEST_CHECK)
        _take_in_log(library)
        with translated(str(library), "restored", explain_outside):
            return put_in_place(new, library, "replaced", today=today)


def _take_in_log(library: Path) -> None:
    """Put what lies in the log beside a library into it, so that it is a single file."""
    if library.exists():
        with suppress(sqlite3.Error, UnicodeDecodeError), closing(connect(library)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _changed(library: Path) -> datetime:
    """When a library was last written to, in its file or in the log of what is to go there."""
    paths: Sequence[Path] = (library, library.with_name(f"{library.name}-wal"))
    last = max(path.stat().st_mtime for path in paths if path.exists())
    return datetime.fromtimestamp(last, UTC)


def _hour(moment: datetime) -> object:
    return moment.replace(minute=0, second=0)


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]

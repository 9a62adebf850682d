"""Backups: when they are made, which are kept, what is in them, and how one is taken back."""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import Document
from app.model.elements import ProjectId
from app.model.errors import StoreError
from storage.backups import HOUR, Keep, Plan, backups_of, folder_of, look_after, plan, restore
from storage.library import open_library
from tests.storage.builders import added, full_map
from tests.storage.files import contents, make_library

EVERYTHING = ProjectId("everything")
NOW = datetime(2026, 1, 31, 12, 30, tzinfo=UTC)
KEEP = Keep()
DAYS = st.integers(0, 100)
GAPS = st.lists(st.integers(1, 60 * 24 * 9), max_size=150)
KEEPS = st.builds(Keep, DAYS, DAYS, DAYS)


def run(gaps: list[int], keep: Keep) -> tuple[set[datetime], datetime]:
    """Let backups be made and dropped, after so many minutes each, in a library ever changing."""
    now, there = datetime(2024, 2, 27, tzinfo=UTC), set[datetime]()
    for minutes in gaps:
        now += timedelta(minutes=minutes)
        todo = plan(there, changed=now, now=now, keep=keep)
        there -= todo.drop
        if todo.make:
            there.add(now)
    return there, now


@given(GAPS, KEEPS)
def test_there_are_never_more_than_are_to_be_kept(gaps: list[int], keep: Keep) -> None:
    there, _ = run(gaps, keep)
    assert len(there) <= max(1, keep.hours + keep.days + keep.weeks)


@given(GAPS)
def test_the_newest_is_never_far_away(gaps: list[int]) -> None:
    there, now = run(gaps, Keep(0, 0, 0))
    assert not gaps or now - max(there) < HOUR


@given(GAPS)
def test_of_each_of_the_last_days_and_weeks_one_is_kept(gaps: list[int]) -> None:
    there, now = run(gaps, KEEP)
    every, _ = run(gaps, Keep(10_000, 10_000, 10_000))
    for part, most in ((lambda at: at.date(), 14), (lambda at: at.isocalendar()[:2], 12)):
        periods: list[object] = sorted({part(at) for at in every}, reverse=True)
        assert set(periods[:most]) <= {part(at) for at in there}
    assert now >= max(there, default=now)


@given(st.sets(st.datetimes(timezones=st.just(UTC))), KEEPS)
def test_what_is_dropped_once_leaves_nothing_to_drop(there: set[datetime], keep: Keep) -> None:
    first = plan(there, changed=NOW, now=NOW, keep=keep)
    after = (there - first.drop) | ({NOW} if first.make else set())
    assert not plan(after, changed=NOW, now=NOW, keep=keep).drop
    assert first.drop <= there


@pytest.mark.parametrize(
    ("newest", "changed", "make"),
    [
        (None, NOW - 900 * HOUR, True),
        (NOW - HOUR, NOW, True),
        (NOW - HOUR / 2, NOW, False),
        (NOW - 900 * HOUR, NOW - 901 * HOUR, False),
        (NOW + HOUR, NOW, True),
    ],
    ids=["none yet", "an hour ago", "just now", "nothing changed", "from the future"],
)
def test_one_is_made_when_something_was_changed(
    newest: datetime | None, changed: datetime, *, make: bool
) -> None:
    there = {newest} if newest else set[datetime]()
    assert plan(there, changed=changed, now=NOW, keep=KEEP) == Plan(make, frozenset())


# Files


@pytest.fixture
def path(tmp_path: Path) -> Path:
    make_library(tmp_path / "mine" / "My arguments.sqlite")
    return tmp_path / "mine" / "My arguments.sqlite"


def test_a_backup_holds_what_was_there_while_work_goes_on(path: Path) -> None:
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        document.do(added(document.map))
        kept = document.map

        def work(_: float) -> None:
            document.do(added(document.map))

        backup = look_after(path, keep=KEEP, progress=work)
        assert backup
        assert document.map != kept
    with closing(open_library(backup.path, read_only=True)) as library:
        assert library.open(EVERYTHING).load() == kept
    assert backups_of(path) == [backup]


def test_the_folder_is_kept_small(path: Path) -> None:
    for hours in range(100):
        os.utime(path, ((NOW + hours * HOUR).timestamp(),) * 2)
        look_after(path, keep=Keep(3, 2, 1), now=NOW + hours * HOUR)
    assert len(backups_of(path)) in {4, 5, 6}
    assert len(list(folder_of(path).iterdir())) == len(backups_of(path))


def test_a_library_that_is_named_from_where_one_stands_has_backups(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    assert look_after(Path(path.name), keep=KEEP)
    assert len(backups_of(path)) == 1


def test_a_library_whose_name_begins_alike_has_backups_of_its_own(path: Path) -> None:
    other = path.with_name(f"{path.stem} of old{path.suffix}")
    make_library(other)
    (kept,) = filter(None, [look_after(other, keep=KEEP, now=NOW - 99 * HOUR)])
    assert backups_of(path) == []
    (made,) = filter(None, [look_after(path, keep=Keep(1, 1, 1), now=NOW)])
    assert backups_of(path) == [made]
    assert backups_of(other) == [kept]


def test_other_files_in_the_folder_are_left_alone(path: Path) -> None:
    folder_of(path).mkdir()
    others = ["a.sqlite", "My arguments 2026-99-99 00.00.00.sqlite", "X 2026-01-01 00.00.00.sqlite"]
    for name in others:
        (folder_of(path) / name).write_text(name)
    look_after(path, keep=Keep(0, 0, 0))
    assert {*contents(folder_of(path))} > {*others}
    assert len(backups_of(path)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other ones on Windows")
def test_only_the_person_may_read_library_and_backups(path: Path) -> None:
    before = os.umask(0)
    try:
        make_library(path.with_name("new.sqlite"))
        backup = look_after(path.with_name("new.sqlite"), keep=KEEP)
    finally:
        os.umask(before)
    assert backup
    for each in (path.with_name("new.sqlite"), backup.path):
        assert stat.S_IMODE(each.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.path.parent.stat().st_mode) == 0o700


def test_work_that_is_stopped_leaves_nothing(path: Path) -> None:
    def stop(_: float) -> None:
        raise StopIteration

    with pytest.raises(StopIteration):
        look_after(path, keep=KEEP, progress=stop)
    assert contents(folder_of(path)) == {}


def test_a_full_disk_is_told_and_leaves_nothing(
    path: Path, files_end_at: Callable[[int], AbstractContextManager[None]]
) -> None:
    with files_end_at(20_000), pytest.raises(StoreError, match="could not be copied: the disk"):
        look_after(path, keep=KEEP)
    assert contents(folder_of(path)) == {}


def test_a_library_that_is_not_there_needs_no_backup(tmp_path: Path) -> None:
    assert look_after(tmp_path / "none.sqlite", keep=KEEP) is None
    assert contents(tmp_path) == {}


def test_a_backup_is_taken_back_and_what_stood_there_is_set_aside(path: Path) -> None:
    backup = look_after(path, keep=KEEP)
    assert backup
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        document.do(added(document.map))
    aside = restore(backup.path, path, today=date(2026, 1, 31))
    assert aside == path.with_name("My arguments.replaced-2026-01-31.sqlite")
    with closing(open_library(path)) as library:
        assert library.open(EVERYTHING).load() == full_map()
    with closing(open_library(aside)) as library:
        assert library.open(EVERYTHING).load() == document.map
    assert backup.path.exists()


def test_what_was_never_closed_is_set_aside_whole(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    with closing(open_library(path)) as library:
        document = Document(library.open(EVERYTHING))
        document.do(added(document.map))
        backup = look_after(path, keep=KEEP)
        for name, content in contents(path.parent).items():  # as after a power cut
            (copy.parent / name).write_bytes(content)
    assert backup
    aside = restore(backup.path, copy)
    assert aside
    assert contents(copy.parent).keys() == {copy.name, aside.name}
    with closing(open_library(aside)) as library:
        assert library.open(EVERYTHING).load() == document.map


def test_a_backup_is_taken_back_to_where_there_is_nothing(path: Path) -> None:
    backup = look_after(path, keep=KEEP)
    assert backup
    path.unlink()
    assert restore(backup.path, path) is None
    with closing(open_library(path)) as library:
        assert library.open(EVERYTHING).load() == full_map()


def test_no_backup_is_put_in_the_place_of_a_library_that_is_open(path: Path) -> None:
    backup = look_after(path, keep=KEEP)
    assert backup
    with closing(open_library(path)), pytest.raises(StoreError, match="it is open"):
        restore(backup.path, path)


def test_a_damaged_backup_is_not_taken_back(path: Path) -> None:
    backup = look_after(path, keep=KEEP)
    assert backup
    backup.path.write_bytes(backup.path.read_bytes()[:-30_000])
    before = contents(path.parent)
    with pytest.raises(StoreError, match="damaged"):
        restore(backup.path, path)
    with pytest.raises(StoreError, match="no such backup"):
        restore(path.with_name("none"), path)
    assert contents(path.parent) == before

"""What the outside world does to a library that is open; nothing that was kept is ever lost."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from app import edits
from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId, ProjectId
from app.model.errors import StoreError
from app.model.view_state import ViewState
from app.ports import THIS, EntryKind, Miniature, NewEntry
from storage.library import SqlLibrary, open_library
from storage.project_store import SqlProjectStore
from storage.shared import write_shared_project
from tests.storage.builders import added, full_map, small_map

EVERYTHING = ProjectId("everything")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[SqlLibrary]:
    with closing(open_library(path)) as library:
        yield library


@pytest.fixture
def store(library: SqlLibrary) -> SqlProjectStore:
    return library.create(full_map())


def do(store: SqlProjectStore, change: Change) -> None:
    store.commit(NewEntry(EntryKind.DO, change, head=THIS, tip=THIS))


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as other:
        return other.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  names of ours


def fill_disk(library: SqlLibrary, *, full: bool = True) -> None:
    pages = 1 if full else 0x7FFFFFFF
    library._database._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    library._database._connection.rollback()


def big(argument_map: ArgumentMap) -> Change:
    return edits.set_note(argument_map, claim=ClaimId("one"), note="long " * 20_000)


def test_a_full_disk_refuses_the_edit_and_keeps_all_else(
    library: SqlLibrary, store: SqlProjectStore, path: Path
) -> None:
    document = Document(store)
    fill_disk(library)
    with pytest.raises(StoreError, match=r"library\.db .*disk is full; make room") as caught:
        document.do(big(document.map))
    assert str(path) in str(caught.value)
    assert document.map == full_map() == library.open(EVERYTHING).load()
    assert rows(path, "journal") == []
    fill_disk(library, full=False)
    document.do(big(document.map))
    assert library.open(EVERYTHING).load() == document.map


def test_another_program_that_writes_is_waited_for_and_then_told(
    library: SqlLibrary, store: SqlProjectStore, path: Path
) -> None:
    library._database._connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    library._database._connection.rollback()
    change = added(store.load())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="another program is using it"):
            do(store, change)
        assert store.load() == full_map()  # reading goes on
    do(store, change)
    assert library.open(EVERYTHING).load() == full_map().apply(change)


def test_a_commit_that_a_reader_holds_up_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "a.rejoinder"
    write_shared_project(full_map(), path)
    with closing(open_library(path)) as library, closing(sqlite3.connect(path)) as other:
        store = library.open(EVERYTHING)
        library._database._connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        library._database._connection.rollback()
        reader = other.execute("SELECT id FROM claim")
        reader.fetchone()
        with pytest.raises(StoreError, match="another program"):
            do(store, added(store.load()))
        reader.close()
        assert store.load() == full_map()
        do(store, added(store.load()))


def test_what_others_wrote_just_before_is_waited_for(path: Path, store: SqlProjectStore) -> None:
    with closing(open_library(path)) as second:
        second.create(small_map())
    do(store, added(store.load()))


@pytest.mark.parametrize("end", [Path.unlink, lambda path: path.rename(path.with_name("b.db"))])
def test_a_file_that_has_lost_its_name_is_not_written_to(
    store: SqlProjectStore, path: Path, end: Callable[[Path], object]
) -> None:
    change = added(store.load())
    end(path)
    with pytest.raises(StoreError, match="moved, deleted or replaced; save a copy"):
        do(store, change)
    assert store.load() == full_map()  # to be saved elsewhere
    assert not path.exists()


def test_a_file_whose_log_has_gone_is_not_written_to(store: SqlProjectStore, path: Path) -> None:
    """What is written to a log without a name is lost when the program ends."""
    do(store, added(store.load()))
    known = store.load()
    path.with_name(path.name + "-wal").unlink()
    with pytest.raises(StoreError, match="moved, deleted or replaced; save a copy"):
        do(store, added(known))
    assert store.load() == known  # to be saved elsewhere


def test_a_file_put_in_its_place_is_not_written_to(
    store: SqlProjectStore, path: Path, tmp_path: Path
) -> None:
    path.rename(tmp_path / "before.db")
    path.write_bytes(b"another")
    with pytest.raises(StoreError, match="replaced"):
        store.keep_view_state(ViewState())
    assert path.read_bytes() == b"another"


def test_a_bug_of_ours_passes_as_it_is_and_leaves_nothing_behind(
    store: SqlProjectStore, path: Path
) -> None:
    dangling = edits.add_reason(full_map(), target=ClaimId("one"))
    (step,) = (e for e in dangling.after.values() if e.kind == "inference")
    broken = Change("Broken", {}, {step.id: step})  # without its premise
    with pytest.raises(IntegrityError):
        do(store, broken)
    assert rows(path, "journal") == []
    do(store, added(store.load()))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE claim SET rank = 'not a rank'",
        "UPDATE claim SET text = NULL",
        "UPDATE claim SET tags = '[broken'",
        "UPDATE inference SET polarity = 'sideways'",
        "UPDATE inference SET target_claim = 'nowhere' WHERE target_claim IS NOT NULL",
        "UPDATE locution SET end_at = 3 WHERE source IS NOT NULL",
        "UPDATE text SET text = 'not those words'",
        "DELETE FROM text",
        "DELETE FROM premise",
        "DELETE FROM speaker",
        "UPDATE project SET title = char(7)",
    ],
)
def test_rows_that_make_no_map_are_told_and_left_alone(
    library: SqlLibrary, store: SqlProjectStore, path: Path, damage: str
) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("PRAGMA writable_schema = ON")
        other.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'text VARCHAR NOT NULL', 'text VARCHAR')"
        )
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(damage)
    before = path.with_name("library.db-wal").read_bytes()
    with pytest.raises(StoreError, match=r"This project is damaged in the library .*library\.db"):
        store.load()
    assert path.with_name("library.db-wal").read_bytes() == before
    assert [summary.id for summary in library.summaries()] == ["everything"]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE journal SET change = '{'",
        "UPDATE journal SET kind = 'dance'",
        "UPDATE journal SET at = 'noon'",
        "DELETE FROM journal",
        "DELETE FROM text",
    ],
)
def test_a_damaged_journal_is_told(store: SqlProjectStore, path: Path, damage: str) -> None:
    article = full_map().sources()[0]
    removed = Change.of("Remove", old=[article, *full_map().marks_in(article.id)])
    do(store, removed)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(damage)
    with pytest.raises(StoreError, match="damaged"):
        store.entry(1)


def test_a_damaged_view_is_told(store: SqlProjectStore, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE project_view SET folded = '7'")
    with pytest.raises(StoreError, match="damaged"):
        store.view_state()


def test_a_damaged_picture_is_left_out(library: SqlLibrary, path: Path) -> None:
    library.create(full_map())
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE project_view SET miniature = '[7]'")
    assert library.summaries()[0].miniature == Miniature()


def test_rows_that_something_else_has_removed_are_noticed(
    store: SqlProjectStore, path: Path
) -> None:
    change = edits.set_text(store.load(), claim=ClaimId("one"), text="Other.")
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM claim WHERE id = 'one'")
    with pytest.raises(StoreError, match="damaged"):
        do(store, change)
    assert rows(path, "journal") == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (sqlite3.OperationalError("strange\nat length"), "the database says “strange”"),
        (OSError(28, "No space left on device"), "no space left on device"),
    ],
)
def test_an_error_that_we_have_no_words_for_is_told_in_its_own(
    library: SqlLibrary, error: Exception, words: str
) -> None:
    trouble = library._database.explain(error)
    assert trouble.what.format(**trouble.parts) == words


@pytest.mark.usefixtures("store")
def test_the_journal_names_who_made_an_edit(
    library: SqlLibrary, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "anna")
    do(library.open(EVERYTHING), added(full_map()))
    monkeypatch.setattr("getpass.getuser", _nobody)
    do(library.open(EVERYTHING), added(full_map()))
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT author FROM journal").fetchall() == [("anna",), ("",)]


def _nobody() -> str:
    raise KeyError("getpwuid(): uid not found")


def test_loading_leaves_the_garbage_collector_as_it_was(store: SqlProjectStore) -> None:
    store.load()
    assert gc.isenabled()
    gc.disable()
    try:
        store.load()
        assert not gc.isenabled()
    finally:
        gc.enable()

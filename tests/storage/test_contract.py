"""What every store does, whatever it is made of; the document relies on this and nothing else."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    ClaimAddress,
    ClaimId,
    InferenceId,
    Polarity,
    ProjectId,
    SourceId,
)
from app.model.errors import StoreError
from app.model.view_state import Criterion, Orientation, Spacing, Trait, ViewState
from app.ports import (
    THIS,
    EntryKind,
    Library,
    Miniature,
    NewEntry,
    Position,
    ProjectStore,
)
from storage.library import open_library
from tests.fakes.memory_store import MemoryLibrary
from tests.storage.builders import ARTICLE, added, first_claim, full_map, small_map

ELSEWHERE = ClaimAddress(project=ProjectId("energy"), claim=ClaimId("oil"))
SERVER = os.environ.get("REJOINDER_TEST_SERVER", "")  # the address of an empty database
PLACES = ["memory", "file", *(["server"] if SERVER else [])]


@pytest.fixture(params=PLACES)
def reopened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Library]]:
    """Open one and the same library anew at each call, as at the next start of the program."""
    opened: list[Library] = []
    if request.param == "memory":
        opened.append(MemoryLibrary())

    def reopen() -> Library:
        if request.param == "memory":
            return opened[0]
        while opened:
            opened.pop().close()
        opened.append(open_library(SERVER if request.param == "server" else tmp_path / "a.db"))
        return opened[0]

    yield reopen
    if request.param == "server":
        for summary in reopen().summaries():
            opened[0].delete(summary.id)
    for library in opened:
        library.close()


@pytest.fixture
def library(reopened: Callable[[], Library]) -> Library:
    return reopened()


def do(store: ProjectStore, change: Change) -> int:
    parent = store.position().head
    return store.commit(NewEntry(EntryKind.DO, change, head=THIS, tip=THIS, parent=parent)).number


def test_a_new_project_has_no_history(library: Library) -> None:
    store = library.create(small_map())
    assert store.position() == Position()
    assert store.view_state() == ViewState()


def test_a_map_comes_back_with_every_field_of_every_element(
    reopened: Callable[[], Library],
) -> None:
    reopened().create(full_map())
    store = reopened().open(ProjectId("everything"))
    assert store.load() == full_map()
    assert store.project_id == "everything"


def test_projects_may_hold_the_same_ids(library: Library) -> None:
    first, second = library.create(full_map("first")), library.create(full_map("second"))
    do(first, edits.remove(first.load(), element=ClaimId("one")))
    assert second.load() == full_map("second")


def test_a_commit_is_in_the_map_at_the_next_start(reopened: Callable[[], Library]) -> None:
    argument_map = small_map()
    store = reopened().create(argument_map)
    change = added(argument_map)
    do(store, change)
    assert reopened().open(argument_map.project.id).load() == argument_map.apply(change)


def every_edit(m: ArgumentMap) -> Iterator[Change]:
    """Edits of a full map that insert, update and delete rows of each table."""
    one, two, reason = ClaimId("one"), ClaimId("two"), InferenceId("reason")
    yield edits.rename_project(m, title="Another")
    yield edits.set_text(m, claim=one, text="Other words.")
    yield edits.set_tags(m, claim=one, tags=[])
    yield edits.set_confidence(m, claim=two, confidence=None)
    yield edits.link_same(m, claim=two, to=ELSEWHERE)
    yield edits.set_scheme(m, inference=reason, scheme="")
    yield edits.add_reason(m, target=one, text="Because.")
    yield edits.add_undercutter(m, target=InferenceId("back"), text="No.")
    yield edits.add_premise(m, inference=reason, text="And.")
    yield edits.flip(m, inference=reason, polarity=Polarity.ATTACK)
    yield edits.reorder(m, element=two, of=reason, by=-1)
    yield edits.move_onto(
        m, element=InferenceId("objection"), target=reason, polarity=Polarity.ATTACK
    )
    yield edits.remove(m, element=reason)
    yield edits.remove_only(m, element=two, of=reason)
    yield edits.remove(m, element=one)
    locution = m.locutions_of(one)[0]
    yield edits.set_speakers(m, locution=locution.id, speakers=["CNN", "Someone new"])
    yield edits.remove_locution(m, locution=locution.id)
    yield edits.add_source(m, source=ARTICLE.model_validate({**dict(ARTICLE), "id": "again"}))


@pytest.mark.parametrize("number", range(17))
def test_each_edit_and_its_inverse_leave_just_what_they_should(
    library: Library, number: int
) -> None:
    before = full_map()
    change = list(every_edit(before))[number]
    store = library.create(before)
    do(store, change)
    assert store.load() == before.apply(change)
    do(store, change.inverted())
    assert store.load() == before


def test_an_entry_comes_back_as_it_was_written(reopened: Callable[[], Library]) -> None:
    argument_map = full_map()
    change = edits.remove(argument_map, element=ClaimId("one"))
    store = reopened().create(argument_map)
    first = store.commit(NewEntry(EntryKind.DO, change, head=THIS, tip=THIS, group="typing"))
    second = store.commit(
        NewEntry(EntryKind.UNDO, change.inverted(), head=None, tip=first.number, parent=None)
    )
    store = reopened().open(argument_map.project.id)
    assert store.entry(first.number) == first
    assert store.entry(second.number) == second
    assert store.position() == Position(None, first.number)


def test_entries_are_numbered_upwards_over_all_projects(library: Library) -> None:
    first, second = library.create(small_map("First")), library.create(small_map("Second"))
    numbers = [do(store, added(store.load())) for store in (first, second, first)]
    assert numbers == sorted(set(numbers))


def test_numbers_are_not_used_again_when_a_project_is_gone(library: Library) -> None:
    store = library.create(small_map())
    number = do(store, added(store.load()))
    library.delete(store.project_id)
    store = library.create(small_map())
    assert do(store, added(store.load())) > number


def test_an_entry_of_another_project_cannot_be_read(library: Library) -> None:
    first, second = library.create(small_map("First")), library.create(small_map("Second"))
    number = do(first, added(first.load()))
    with pytest.raises(StoreError):
        second.entry(number)


def test_an_entry_knows_when_it_was_made(library: Library) -> None:
    store = library.create(small_map())
    before = datetime.now(UTC)
    entry = store.entry(do(store, added(store.load())))
    assert before <= entry.at <= datetime.now(UTC)


def test_the_journal_brings_back_a_removed_article(library: Library) -> None:
    argument_map = small_map().apply(Change.of("", new=[ARTICLE]))
    store = library.create(argument_map)
    number = do(store, Change.of("Remove an article", old=[ARTICLE]))
    assert store.entry(number).change.before[SourceId("article")] == ARTICLE
    do(store, store.entry(number).change.inverted())
    assert store.load() == argument_map


def test_a_change_of_many_elements_is_one_commit(library: Library) -> None:
    argument_map = small_map("Big", "Top.")
    top = first_claim(argument_map)
    store = library.create(argument_map)
    change = Change("Import", {}, {})
    for _ in range(40):
        change = change.then(edits.add_reason(argument_map.apply(change), target=top.id))
    do(store, change)
    assert store.load() == argument_map.apply(change)


def test_a_second_window_cannot_write_over_what_the_first_has_done(library: Library) -> None:
    first = library.create(small_map())
    second = library.open(first.project_id)
    change = added(first.load())
    do(first, added(first.load(), "First."))
    with pytest.raises(StoreError, match="another window"):
        do(second, change)
    second.load()
    do(second, change)
    assert len(second.load().top_claims()) == 2


def test_undone_and_done_otherwise_counts_as_a_change_elsewhere(library: Library) -> None:
    first = library.create(small_map())
    change = added(first.load())
    number = do(first, change)
    second = library.open(first.project_id)
    first.commit(NewEntry(EntryKind.UNDO, change.inverted(), head=None, tip=number))
    with pytest.raises(StoreError, match="another window"):
        do(second, change.inverted())


def test_how_a_project_is_looked_at_is_kept(reopened: Callable[[], Library]) -> None:
    state = ViewState(
        folded=frozenset({ClaimId("a"), InferenceId("b")}),
        focus=ClaimId("a"),
        links=2,
        orientation=Orientation.RIGHT,
        spacing=Spacing.COMPACT,
        text_size=130,
        tint=Trait.SPEAKER,
        filter=Criterion(trait=Trait.TAG, value="ä, b"),
    )
    store = reopened().create(small_map())
    store.keep_view_state(state)
    store = reopened().open(store.project_id)
    assert store.view_state() == state
    store.keep_view_state(ViewState())
    assert reopened().open(store.project_id).view_state() == ViewState()


def test_summaries_list_the_project_changed_last_first(library: Library) -> None:
    first = library.create(small_map("First", "A claim."))
    library.create(small_map("Second"))
    assert [s.title for s in library.summaries()] == ["Second", "First"]
    do(first, added(first.load()))
    do(first, edits.rename_project(first.load(), title="Renamed"))
    summaries = library.summaries()
    assert [(s.title, s.claims) for s in summaries] == [("Renamed", 2), ("Second", 0)]
    assert summaries[0].created < summaries[0].changed <= datetime.now(UTC)


def test_claims_are_counted_when_they_go_too(library: Library) -> None:
    store = library.create(full_map())
    do(store, edits.remove(store.load(), element=ClaimId("one")))
    assert library.summaries()[0].claims == len(store.load().top_claims())


def test_a_miniature_is_kept_with_the_project(reopened: Callable[[], Library]) -> None:
    miniature = Miniature(1.5, ((0.0, 0.25, 0.5, 1.0, "reason"),))
    library = reopened()
    store = library.create(small_map())
    assert library.summaries()[0].miniature == Miniature()
    library.keep_miniature(store.project_id, miniature)
    assert reopened().summaries()[0].miniature == miniature


def test_a_project_is_taken_in_once(library: Library) -> None:
    argument_map = small_map()
    store = library.create(argument_map)
    do(store, added(argument_map))
    with pytest.raises(StoreError, match="already"):
        library.create(argument_map)
    assert len(store.load().top_claims()) == 1


def test_a_deleted_project_is_gone_and_the_others_are_not(library: Library) -> None:
    first, second = library.create(full_map("first")), library.create(full_map("second"))
    do(first, added(first.load()))
    library.delete(first.project_id)
    assert [summary.id for summary in library.summaries()] == ["second"]
    assert second.load() == full_map("second")


@pytest.mark.parametrize(
    "use",
    [
        lambda library, store: library.open(store.project_id),
        lambda library, store: library.delete(store.project_id),
        lambda library, store: library.keep_miniature(store.project_id, Miniature()),
        lambda _, store: store.load(),
        lambda _, store: store.keep_view_state(ViewState()),
        lambda _, store: do(store, added(small_map())),
    ],
    ids=["open", "delete", "keep a miniature", "load", "fold", "commit"],
)
def test_a_project_that_is_gone_cannot_be_used(
    library: Library, use: Callable[[Library, ProjectStore], object]
) -> None:
    store = library.create(small_map())
    library.delete(store.project_id)
    with pytest.raises(StoreError, match="not in the library"):
        use(library, store)


def test_a_project_can_be_taken_in_again_after_it_was_deleted(library: Library) -> None:
    argument_map = full_map()
    store = library.create(argument_map)
    do(store, edits.remove(argument_map, element=ClaimId("one")))
    library.delete(store.project_id)
    assert library.create(argument_map).load() == argument_map


def test_a_closed_library_says_where_it_was(reopened: Callable[[], Library]) -> None:
    with closing(reopened()) as library:
        store = library.create(small_map())
        assert store.place == library.place

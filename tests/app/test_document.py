"""The document: an edit goes one way, and comes back the same way."""

from collections.abc import Callable

import pytest

from app import edits
from app.document import Document
from app.edits.project import new_map
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId
from app.model.errors import EditError, StoreError
from app.ports import EntryKind
from tests.fakes.memory_store import MemoryLibrary, MemoryStore


@pytest.fixture
def library() -> MemoryLibrary:
    return MemoryLibrary()


@pytest.fixture
def store(library: MemoryLibrary) -> MemoryStore:
    return library.create(new_map(title="A map"))


@pytest.fixture
def document(store: MemoryStore) -> Document:
    return Document(store)


def add(document: Document, text: str = "A claim.", *, group: str = "") -> ClaimId:
    change = edits.add_claim(document.map, text=text)
    document.do(change, group=group)
    (claim,) = change.after
    return ClaimId(claim)


def write(document: Document, claim: ClaimId, *texts: str, group: str = "") -> None:
    for text in texts:
        document.do(edits.set_text(document.map, claim=claim, text=text), group=group)


def texts(argument_map: ArgumentMap) -> list[str]:
    return [claim.text for claim in argument_map.top_claims()]


def test_what_is_done_is_in_the_map_and_in_the_store(
    document: Document, store: MemoryStore
) -> None:
    add(document, "One.")
    assert texts(document.map) == texts(store.load()) == ["One."]


def test_nothing_can_be_undone_or_redone_at_first(document: Document) -> None:
    assert (document.undo_label, document.redo_label) == ("", "")
    assert document.undo() is None
    assert document.redo() is None


def test_undo_takes_back_the_last_edit_and_redo_does_it_again(document: Document) -> None:
    add(document, "One.")
    add(document, "Two.")
    with_both = document.map
    document.undo()
    assert texts(document.map) == ["One."]
    document.redo()
    assert document.map == with_both


def test_undo_and_redo_give_what_changed(document: Document) -> None:
    claim = add(document)
    undone = document.undo()
    assert undone
    assert list(undone.before) == [claim]
    assert document.redo() == undone.inverted()


def test_labels_name_what_undo_and_redo_would_do(document: Document) -> None:
    claim = add(document)
    write(document, claim, "Other words.")
    assert (document.undo_label, document.redo_label) == ("Change the text", "")
    document.undo()
    assert (document.undo_label, document.redo_label) == ("Add a claim", "Change the text")
    document.undo()
    assert (document.undo_label, document.redo_label) == ("", "Add a claim")
    document.redo()
    assert (document.undo_label, document.redo_label) == ("Add a claim", "Change the text")


def test_typing_is_undone_and_redone_as_one(document: Document) -> None:
    claim = add(document, "A")
    write(document, claim, "Al", "All", "All men", group="typing")
    document.undo()
    assert texts(document.map) == ["A"]
    document.redo()
    assert texts(document.map) == ["All men"]
    document.undo()
    document.undo()
    assert texts(document.map) == []


def test_typing_in_another_editor_is_undone_apart(document: Document) -> None:
    first, second = add(document, "A"), add(document, "B")
    write(document, first, "AA", group="first")
    write(document, second, "BB", group="second")
    write(document, first, "AAA", group="first")
    document.undo()
    assert texts(document.map) == ["AA", "BB"]
    document.undo()
    assert texts(document.map) == ["AA", "B"]


def test_edits_without_a_group_are_undone_one_by_one(document: Document) -> None:
    claim = add(document, "A")
    write(document, claim, "AA", "AAA")
    document.undo()
    assert texts(document.map) == ["AA"]


def test_typing_goes_on_in_its_group_after_undo(document: Document) -> None:
    claim = add(document, "A")
    write(document, claim, "AB", "ABC", group="typing")
    document.undo()
    write(document, claim, "AX", group="typing")
    document.undo()
    assert texts(document.map) == ["A"]


def test_a_new_edit_ends_what_could_be_redone(document: Document) -> None:
    add(document, "One.")
    document.undo()
    add(document, "Two.")
    assert document.redo_label == ""
    assert document.redo() is None
    assert texts(document.map) == ["Two."]


def test_a_new_edit_after_undo_is_undone_to_where_it_was_made(document: Document) -> None:
    add(document, "One.")
    add(document, "Two.")
    document.undo()
    add(document, "Three.")
    document.undo()
    assert texts(document.map) == ["One."]
    document.undo()
    assert texts(document.map) == []
    document.redo()
    document.redo()
    assert texts(document.map) == ["One.", "Three."]


def test_an_edit_that_changes_nothing_is_no_edit(document: Document, store: MemoryStore) -> None:
    claim = add(document, "One.")
    document.undo()
    document.redo()
    position = store.position()
    write(document, claim, "One.")
    assert store.position() == position


# At the next start


def reopened(library: MemoryLibrary, document: Document) -> Document:
    return Document(library.open(document.map.project.id))


def test_undo_reaches_back_before_the_last_start(
    library: MemoryLibrary, document: Document
) -> None:
    claim = add(document, "A")
    write(document, claim, "AB", "ABC", group="typing")
    document = reopened(library, document)
    assert document.undo_label == "Change the text"
    document.undo()
    assert texts(document.map) == ["A"]
    document = reopened(library, document)
    document.undo()
    assert texts(document.map) == []


def test_redo_reaches_back_before_the_last_start(
    library: MemoryLibrary, document: Document
) -> None:
    claim = add(document, "A")
    write(document, claim, "AB", "ABC", group="typing")
    add(document, "B")
    for _ in range(3):
        document.undo()
    document = reopened(library, document)
    assert (document.undo_label, document.redo_label) == ("", "Add a claim")
    document.redo()
    document = reopened(library, document)
    document.redo()
    assert texts(document.map) == ["ABC"]
    document = reopened(library, document)
    document.redo()
    assert texts(document.map) == ["ABC", "B"]
    assert document.redo_label == ""


def test_what_a_new_edit_has_ended_stays_ended_at_the_next_start(
    library: MemoryLibrary, document: Document
) -> None:
    add(document, "One.")
    document.undo()
    add(document, "Two.")
    document = reopened(library, document)
    assert document.redo() is None
    document.undo()
    assert texts(document.map) == []


def test_the_journal_tells_edits_undos_and_redos_apart(
    document: Document, store: MemoryStore
) -> None:
    add(document)
    document.undo()
    document.redo()
    kinds = [store.entry(number).kind for number in (1, 2, 3)]
    assert kinds == [EntryKind.DO, EntryKind.UNDO, EntryKind.REDO]


# Folding


def test_folding_is_kept_and_not_undone(library: MemoryLibrary, document: Document) -> None:
    claim = add(document)
    document.fold(frozenset({claim}))
    document.undo()
    assert document.folded == {claim}
    assert reopened(library, document).folded == {claim}


# Listening


def test_listeners_hear_of_each_change_when_all_is_done(document: Document) -> None:
    seen: list[tuple[list[str], str, str]] = []

    def look(_: Change) -> None:
        seen.append((texts(document.map), document.undo_label, document.redo_label))

    document.subscribe(look)
    add(document, "One.")
    document.undo()
    document.redo()
    assert seen == [
        (["One."], "Add a claim", ""),
        ([], "", "Add a claim"),
        (["One."], "Add a claim", ""),
    ]


def test_a_listener_hears_nothing_more_when_it_has_left(document: Document) -> None:
    heard: list[Change] = []
    leave = document.subscribe(heard.append)
    leave()
    add(document)
    assert heard == []


def test_a_listener_may_leave_while_it_listens(document: Document) -> None:
    heard: list[str] = []

    def once(_: Change) -> None:
        heard.append("once")
        leave()

    leave = document.subscribe(once)
    document.subscribe(lambda _: heard.append("always"))
    add(document)
    add(document)
    assert heard == ["once", "always", "always"]


def test_a_listener_may_edit(document: Document) -> None:
    def answer(change: Change) -> None:
        if len(change.after) == 1 and len(document.map.top_claims()) == 1:
            add(document, "Answer.")

    document.subscribe(answer)
    add(document, "Question.")
    assert texts(document.map) == ["Question.", "Answer."]
    document.undo()
    assert texts(document.map) == ["Question."]


# When something is refused


@pytest.mark.parametrize(
    "attempt",
    [
        lambda document: add(document, "Two."),
        Document.undo,
        Document.redo,
        lambda document: document.fold(frozenset({ClaimId("a")})),
    ],
    ids=["do", "undo", "redo", "fold"],
)
def test_when_the_store_refuses_nothing_has_happened(
    library: MemoryLibrary, document: Document, attempt: Callable[[Document], object]
) -> None:
    add(document, "Zero.")
    add(document, "One.")
    document.undo()
    before, labels = document.map, (document.undo_label, document.redo_label)
    heard: list[Change] = []
    document.subscribe(heard.append)
    library.full = True
    with pytest.raises(StoreError, match="disk is full"):
        attempt(document)
    assert document.map is before
    assert (document.undo_label, document.redo_label) == labels
    assert document.folded == frozenset()
    assert heard == []
    library.full = False
    attempt(document)
    assert reopened(library, document).map == document.map


def test_an_edit_of_what_is_gone_changes_nothing(document: Document, store: MemoryStore) -> None:
    claim = add(document, "One.")
    late = edits.set_text(document.map, claim=claim, text="Other.")
    document.undo()
    position = store.position()
    with pytest.raises(EditError):
        document.do(late)
    assert texts(document.map) == []
    assert document.redo_label == "Add a claim"
    assert store.position() == position


def test_a_second_window_is_told_and_can_start_afresh(
    library: MemoryLibrary, document: Document
) -> None:
    second = reopened(library, document)
    add(document, "One.")
    with pytest.raises(StoreError, match="another window"):
        add(second, "Two.")
    assert texts(second.map) == []
    second = reopened(library, document)
    add(second, "Two.")
    assert texts(second.map) == ["One.", "Two."]


def test_the_document_says_where_it_is_kept(document: Document) -> None:
    assert document.place == "memory"

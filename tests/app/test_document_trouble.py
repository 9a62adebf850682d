"""The document and others: those that listen to it, and what refuses an edit."""

from collections.abc import Callable

import pytest

from app import edits
from app.document import Document
from app.model.change import Change
from app.model.elements import ClaimId
from app.model.errors import EditError, StoreError
from app.model.view_state import ViewState
from tests.app.writing import add, reopened, texts
from tests.fakes.memory_store import MemoryLibrary, MemoryStore


@pytest.fixture
def library() -> MemoryLibrary:
    return MemoryLibrary()


@pytest.fixture
def store(library: MemoryLibrary) -> MemoryStore:
    return library.create(edits.new_map(title="A map"))


@pytest.fixture
def document(store: MemoryStore) -> Document:
    return Document(store)


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
        lambda document: document.keep_view(ViewState(folded=frozenset({ClaimId("a")}))),
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
    assert document.view_state == ViewState()
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


def test_a_second_window_takes_in_what_the_first_has_done(
    library: MemoryLibrary, document: Document
) -> None:
    second = reopened(library, document)
    add(document, "One.")
    add(second, "Two.")
    assert sorted(texts(second.map)) == ["One.", "Two."]


def test_the_document_says_where_it_is_kept(document: Document) -> None:
    assert document.place == "memory"

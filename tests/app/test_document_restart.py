"""The document at the next start: undo and redo reach back, and folding is kept."""

import pytest

from app import edits
from app.document import Document
from app.model.view_state import Orientation, ViewState
from app.ports import EntryKind
from tests.app.writing import add, reopened, texts, write
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


def test_how_a_project_is_looked_at_is_kept_and_not_undone(
    library: MemoryLibrary, document: Document
) -> None:
    claim = add(document)
    state = ViewState(folded=frozenset({claim}), focus=claim, orientation=Orientation.UP)
    document.keep_view(state)
    document.undo()
    assert document.view_state == state
    assert reopened(library, document).view_state == state


def test_what_is_looked_at_as_before_is_not_written_again(
    library: MemoryLibrary, document: Document
) -> None:
    library.full = True
    document.keep_view(ViewState())
    assert document.view_state == ViewState()

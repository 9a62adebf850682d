"""The document: an edit goes one way, and comes back the same way."""

import pytest

from app import edits
from app.document import Document
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


def test_a_group_goes_by_the_name_of_the_edit_that_began_it(
    library: MemoryLibrary, document: Document
) -> None:
    add(document, "Before.")
    claim = add(document, "", group="new card")
    write(document, claim, "A", "Al", group="new card")
    assert document.undo_label == "Add a claim"
    assert reopened(library, document).undo_label == "Add a claim"
    document.undo()
    assert document.redo_label == "Add a claim"


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

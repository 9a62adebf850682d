"""Taking back what came to nothing, as if it had never been begun."""

from app import edits
from app.document import Document
from tests.fakes.memory_store import MemoryLibrary


def begun() -> tuple[MemoryLibrary, Document]:
    library = MemoryLibrary()
    return library, Document(library.create(edits.new_map(title="A map")))


def test_what_could_be_done_again_can_be_done_again_still() -> None:
    library, document = begun()
    document.do(edits.add_claim(document.map, text="A"))
    with_claim = document.map
    document.undo()
    document.do(edits.add_claim(document.map), group="new")
    assert document.redo_label == ""
    document.withdraw("new")
    assert document.redo_label == "Add a claim"
    reopened = Document(library.open(document.map.project.id))
    assert reopened.redo_label == "Add a claim"
    reopened.redo()
    assert reopened.map == with_claim


def test_nothing_can_be_done_again_of_what_was_withdrawn() -> None:
    _, document = begun()
    empty = document.map
    document.do(edits.add_claim(document.map), group="new")
    assert document.withdraw("new")
    assert document.map == empty
    assert document.redo() is None
    assert document.undo() is None


def test_only_what_was_last_begun_is_withdrawn() -> None:
    _, document = begun()
    document.do(edits.add_claim(document.map), group="new")
    document.do(edits.add_claim(document.map, text="B"))
    assert document.withdraw("new") is None
    assert document.undo_label == "Add a claim"

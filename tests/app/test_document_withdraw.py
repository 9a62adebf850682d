"""Taking back what came to nothing, as if it had never been begun."""

import pytest

from app import edits
from app.document import Document
from app.model.errors import ConflictError
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


def test_what_came_to_nothing_is_taken_back_though_others_have_gone_on() -> None:
    library, document = begun()
    other = Document(library.open(document.map.project.id))
    document.do(edits.add_claim(document.map), group="new")
    other.catch_up()
    other.do(edits.add_claim(other.map, text="Theirs"))
    change = document.withdraw("new")
    assert change
    assert [claim.text for claim in document.map.top_claims()] == ["Theirs"]
    assert document.undo_label == "Delete"
    other.catch_up()
    assert other.map == document.map
    assert library.open(document.map.project.id).load() == document.map


def test_what_others_have_built_upon_is_not_taken_back() -> None:
    library, document = begun()
    other = Document(library.open(document.map.project.id))
    document.do(edits.add_claim(document.map), group="new")
    other.catch_up()
    (claim,) = other.map.top_claims()
    other.do(edits.add_reason(other.map, target=claim.id, text="Theirs"))
    with pytest.raises(ConflictError):
        document.withdraw("new")
    assert document.map == other.map

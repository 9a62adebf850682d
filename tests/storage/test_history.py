"""The journal as a history: read, looked back through, brought back from, and trimmed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app import edits
from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, ProjectId
from app.model.errors import EditError
from app.ports import EntryKind, Library
from storage.library import open_library
from tests.fakes.memory_store import MemoryLibrary
from tests.storage.builders import added, full_map, small_map
from tests.storage.session import state
from tests.storage.writing import act, chance

EVERYTHING = ProjectId("everything")
ONE = ClaimId("one")


@pytest.fixture(params=["memory", "file"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    if request.param == "memory":
        yield MemoryLibrary()
        return
    with closing(open_library(tmp_path / "library.sqlite")) as library:
        yield library


@pytest.fixture
def document(library: Library) -> Document:
    library.create(small_map())
    return Document(library.create(full_map()))


def test_the_history_says_what_was_done(document: Document) -> None:
    document.do(added(document.map))
    document.do(edits.set_text(document.map, claim=ONE, text="Other."))
    document.undo()
    lines = document.history()
    assert [(line.kind, line.label) for line in lines] == [
        (EntryKind.UNDO, "Change the text"),
        (EntryKind.DO, "Change the text"),
        (EntryKind.DO, "Add a claim"),
    ]
    assert list(document.history(before=lines[0].number, most=1)) == [lines[1]]
    assert lines[0].at >= lines[1].at


def test_every_past_state_can_be_looked_at_and_restored(
    library: Library, document: Document
) -> None:
    by, states = chance("past"), dict[int, ArgumentMap]({0: document.map})
    for _ in range(60):
        act(by, document)
        if lines := document.history(most=1):
            states[lines[0].number] = document.map
    for number, past in states.items():
        assert document.map_at(number) == past
    before = document.map
    document.do(edits.restore(document.map, past=document.map_at(0)))
    assert document.map == full_map() == library.open(EVERYTHING).load()
    document.undo()
    assert document.map == before


def test_the_past_of_another_project_is_refused(document: Document) -> None:
    with pytest.raises(EditError, match="another project"):
        edits.restore(document.map, past=small_map())


def test_a_claim_comes_back_to_its_place_with_what_was_said(document: Document) -> None:
    past = document.map
    document.do(edits.remove(document.map, element=ONE))
    assert ONE not in document.map
    document.do(edits.take_from(document.map, past=past, claims=[ONE]))
    assert document.map.claim(ONE) == past.claim(ONE)
    assert document.map.locutions_of(ONE) == past.locutions_of(ONE)
    three = ClaimId("three")
    if three in document.map:
        assert document.map.inferences_on(three) == past.inferences_on(three)


def test_a_claim_that_is_there_becomes_what_it_was(document: Document) -> None:
    past = document.map
    document.do(edits.set_text(document.map, claim=ONE, text="Other."))
    document.do(added(document.map))
    document.do(edits.take_from(document.map, past=past, claims=[ONE]))
    assert document.map.claim(ONE).text == past.claim(ONE).text
    assert len(document.map) == len(past) + 1


def test_a_trimmed_history_can_be_undone_as_far_as_it_goes(
    library: Library, document: Document
) -> None:
    for text in ("One.", "Two.", "Three."):
        document.do(added(document.map, text))
    first, *_ = reversed(document.history())
    assert document.trim(first.number) == 1
    assert [line.label for line in document.history()] == ["Add a claim"] * 2
    again = Document(library.open(EVERYTHING))
    for each in (document, again):
        assert each.undo_label == "Add a claim"
    assert again.undo()
    assert again.undo()
    assert not again.undo()
    assert again.map == again.map_at(0)
    assert again.redo()


@pytest.mark.parametrize("seed", range(8))
def test_trimming_spares_what_redo_needs(library: Library, document: Document, seed: int) -> None:
    by = chance(seed)
    for _ in range(40):
        act(by, document)
    before, labels = document.map, (document.undo_label, document.redo_label)
    states = [state(document)]
    probe = Document(library.open(EVERYTHING))
    while probe.redo() is not None:
        states.append(state(probe))
    while state(probe) != states[0]:
        probe.undo()
    document.catch_up()
    document.trim(by.randrange(60))
    assert document.map == before == library.open(EVERYTHING).load()
    assert document.undo_label in {labels[0], ""}
    assert document.redo_label == labels[1]
    for after in states[1:]:
        assert document.redo()
        assert state(document).partition("\t")[0] == after.partition("\t")[0]
    while document.undo():
        pass


def test_trimming_forgets_texts_that_nothing_names(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with closing(open_library(path)) as library:
        document = Document(library.create(full_map()))
        (source,) = document.map.sources()
        document.do(edits.correct_text(document.map, source=source.id, text=source.text + " More."))
        document.do(edits.set_note(document.map, claim=ONE, note="n"))
        document.trim(1)
        assert library.open(EVERYTHING).load() == document.map
    with closing(sqlite3.connect(path)) as other:
        texts = {text for (text,) in other.execute("SELECT text FROM text")}
    assert texts == {each.text for each in document.map.elements if each.kind == "source"}

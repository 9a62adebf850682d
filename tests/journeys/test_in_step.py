"""Two windows, or programs, on one project: each sees what the other does, and none is lost."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app import edits
from app.document import Document
from storage.library import open_library
from tests.journeys.details import field
from tests.journeys.driver import Person
from widgets.conflict_box import ConflictBox
from widgets.performing import Performer

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Pair = tuple[Person, Person]


@pytest.fixture
def pair(mapper: Person, qtbot: QtBot, tmp_path: Path) -> Iterator[Pair]:
    """Two people who have the same project open, each in a window."""
    mapper.press(Key.Key_N)
    mapper.write("Bread is good")
    other = Person(qtbot, tmp_path)
    other.window.projects.open(mapper.map.project.id)
    yield mapper, other
    other.close()


def performer(person: Person) -> Performer:
    return person.project.view.performer


def reword(person: Person, claim: str, text: str) -> None:
    key = person.claim(claim).id
    performer(person).do(lambda m: edits.set_text(m, claim=key, text=text))


def undo_words(person: Person) -> str:
    return person.project.actions_by_name["undo"].text()


def test_each_sees_what_the_other_does_within_moments(pair: Pair) -> None:
    one, other = pair
    one.click_claim("Bread")
    one.press(Key.Key_N)
    one.write("Butter is better")
    other.bot.waitUntil(lambda: len(other.texts()) == 2)
    assert other.texts() == one.texts()
    assert undo_words(other) == undo_words(one)
    assert "Another window" in other.advice
    reword(other, "Butter", "Butter is best")
    one.bot.waitUntil(lambda: "Butter is best" in one.texts())
    assert one.drawn().keys() >= {"Butter is best"}


def test_what_one_undoes_is_undone_for_both(pair: Pair) -> None:
    one, other = pair
    reword(one, "Bread", "Bread is bad")
    other.bot.waitUntil(lambda: other.texts() == ["Bread is bad"])
    other.project.actions_by_name["undo"].trigger()
    one.bot.waitUntil(lambda: one.texts() == ["Bread is good"])
    assert one.project.actions_by_name["redo"].isEnabled()


def test_a_word_that_is_being_typed_is_not_disturbed(pair: Pair) -> None:
    one, other = pair
    one.click_claim("Bread")
    one.press(Key.Key_F2)
    one.type(" and cheap")
    performer(other).do(lambda m: edits.add_claim(m, text="Butter is better"))
    one.project.in_step.look()
    one.press(Key.Key_Return)
    one.bot.waitUntil(lambda: len(one.texts()) == 2)
    other.bot.waitUntil(lambda: other.texts() == ["Bread is good and cheap", "Butter is better"])


def test_a_claim_that_is_left_empty_goes_though_the_other_has_gone_on(pair: Pair) -> None:
    one, other = pair
    one.click_claim("Bread")
    one.press(Key.Key_N)
    performer(other).do(lambda m: edits.add_claim(m, text="Butter is better"))
    one.press(Key.Key_Escape)
    assert not one.window.findChildren(ConflictBox)
    assert one.texts() == ["Bread is good", "Butter is better"]
    other.bot.waitUntil(lambda: other.texts() == one.texts())


@pytest.mark.parametrize(
    ("choice", "said"), [("mine", "Bread is good for all"), ("theirs", "Bread is stale")]
)
def test_the_same_claim_changed_by_both_is_asked_about(pair: Pair, choice: str, said: str) -> None:
    one, other = pair
    one.click_claim("Bread")
    one.press(Key.Key_F2)
    one.type(" for all")
    reword(other, "Bread", "Bread is stale")
    one.press(Key.Key_Return)
    box = one.dialog(ConflictBox)
    assert "Bread is good" in box.text()
    assert "Bread is stale" in box.informativeText()
    assert one.texts() == ["Bread is stale"], "nothing is written over in silence"
    {"mine": box.mine, "theirs": box.theirs}[choice].click()
    QApplication.processEvents()
    assert one.texts() == [said]
    other.bot.waitUntil(lambda: other.texts() == [said])
    assert one.project.view.settle(), "no words are left over"


def rewriting_what_the_other_deletes(pair: Pair) -> ConflictBox:
    one, other = pair
    one.click_claim("Bread")
    one.press(Key.Key_F2)
    one.type(" for all")
    key = other.claim("Bread").id
    performer(other).do(lambda m: edits.remove(m, element=key))
    one.press(Key.Key_Return)
    return one.dialog(ConflictBox)


def test_words_for_a_claim_that_the_other_has_deleted_can_be_kept(pair: Pair) -> None:
    box = rewriting_what_the_other_deletes(pair)
    assert "“Bread is good” has been deleted" in box.text()
    assert "“Bread is good for all”" in box.informativeText()
    box.mine.click()
    QApplication.processEvents()
    one, other = pair
    assert one.texts() == ["Bread is good for all"]
    other.bot.waitUntil(lambda: other.texts() == one.texts())
    assert one.project.view.settle(), "no words are left over"


def test_a_claim_that_the_other_has_deleted_can_be_left_so(pair: Pair) -> None:
    rewriting_what_the_other_deletes(pair).theirs.click()
    QApplication.processEvents()
    one, _ = pair
    assert one.texts() == []
    assert one.project.view.settle()
    assert one.project.actions_by_name["undo"].isEnabled(), "it can be brought back"


def test_a_note_that_the_other_has_written_is_shown_in_the_question(pair: Pair) -> None:
    one, other = pair
    one.click_claim("Bread")
    note = field(one, QPlainTextEdit, "Note")
    note.setFocus()
    one.bot.keyClicks(note, "mine")
    key = other.claim("Bread").id
    performer(other).do(lambda m: edits.set_note(m, claim=key, note="theirs"))
    one.view.setFocus()
    box = one.dialog(ConflictBox)
    assert "theirs" in box.informativeText()
    box.mine.click()
    QApplication.processEvents()
    assert one.claim("Bread").note == "mine"


def test_an_edit_of_what_the_other_has_changed_can_be_made_all_the_same(pair: Pair) -> None:
    one, other = pair
    one.click_claim("Bread")
    reword(other, "Bread", "Bread is stale")
    one.press(Key.Key_Delete)
    one.dialog(ConflictBox).mine.click()
    QApplication.processEvents()
    assert one.texts() == []


def test_a_library_that_cannot_be_read_for_a_moment_is_told_once(
    pair: Pair, tmp_path: Path
) -> None:
    one, _other = pair
    step = one.project.in_step
    advised: list[str] = []
    step.advice.connect(advised.append)
    (tmp_path / "library.sqlite").rename(tmp_path / "gone.sqlite")
    step.look()
    step.look()
    assert len(advised) <= 1
    assert one.texts() == ["Bread is good"]
    (tmp_path / "gone.sqlite").rename(tmp_path / "library.sqlite")


def test_who_did_it_is_told_where_several_are_at_work(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = pair
    one.press(Key.Key_6, CTRL)
    history = one.project.view.history.model

    def told() -> str:
        history.refresh()
        return str(history.index(0).data(Qt.ItemDataRole.AccessibleTextRole))

    alone = told()
    monkeypatch.setenv("LOGNAME", "ann")  # of whom the system says that she is at the machine
    with closing(open_library(one.project.view.reading.document.place)) as library:
        document = Document(library.open(one.map.project.id))
        document.do(edits.add_claim(document.map, text="Butter is better"))
    one.bot.waitUntil(lambda: len(one.texts()) == 2)
    assert "ann" not in alone
    assert told().endswith(" · ann")

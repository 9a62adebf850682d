"""Several places selected at once, and what is done to all of them in one go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.layout.geometry import Rect
from app.model.elements import Polarity
from tests.journeys.driver import Person
from widgets.several_details import SeveralDetails

Key = Qt.Key
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEAVES = ("U.S. support", "Financial", "It reflects")


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody who sees the whole sample, with nothing selected."""
    one = Person(qtbot, tmp_path)
    one.click("Look at the sample")
    one.press(Key.Key_F3)
    one.click_empty_map()
    yield one
    one.close()


def spot(person: Person, start: str, across: float = 0.5) -> QPoint:
    rect = person.forest.places_of(person.claim(start).id)[0].rect
    seen = person.view.view_rect(rect)
    return QPointF(seen.x() + seen.width() * across, seen.center().y()).toPoint()


def select(person: Person, *starts: str) -> None:
    """Select claims, the first by a click, the others by Ctrl+click."""
    port, left = person.view.viewport(), Qt.MouseButton.LeftButton
    for i, start in enumerate(starts):
        held = ctrl if i else Qt.KeyboardModifier.NoModifier
        person.bot.mouseClick(port, left, held, spot(person, start))
    person.settle()


def selected(person: Person) -> list[str]:
    claims = person.project.view.selection.claims(person.map)
    return [person.map.claim(claim).text for claim in claims]


def texts(person: Person, *starts: str) -> list[str]:
    return [person.claim(start).text for start in starts]


def details(person: Person) -> SeveralDetails:
    person.settle()
    (found,) = person.project.view.inspector.findChildren(SeveralDetails)
    return found


def heading(person: Person) -> str:
    label = details(person).findChild(QLabel, "Heading")
    assert label
    return label.text()


def write(person: Person, name: str, words: str) -> None:
    """Write into a field of the details, and press Enter."""
    fields = details(person).findChildren(QLineEdit)
    field = next(one for one in fields if one.accessibleName() == name)
    field.setFocus()
    person.type(words)
    person.press(Key.Key_Return)


def undo_once(person: Person, labels: tuple[str, str]) -> None:
    """Undo, which says what it takes back, and after which the edit before comes next."""
    undo = person.project.actions_by_name["undo"]
    assert undo.text() == labels[0]
    undo.trigger()
    assert undo.text() == labels[1]


def tags(person: Person) -> list[list[str]]:
    return [list(person.claim(start).tags) for start in LEAVES]


# Selecting


def test_ctrl_click_selects_more_and_less(person: Person) -> None:
    select(person, *LEAVES)
    assert selected(person) == texts(person, *LEAVES)
    assert heading(person) == "3 CLAIMS SELECTED"
    select(person, "Financial", "U.S. support", "U.S. support")
    assert selected(person) == texts(person, "Financial")
    assert not person.project.view.inspector.findChildren(SeveralDetails)


def test_shift_and_arrows_select_on_and_back(person: Person) -> None:
    select(person, "U.S. support")
    person.press(Key.Key_Right, shift)
    assert selected(person) == texts(person, "U.S. support", "Financial")
    person.press(Key.Key_Right, shift)
    assert heading(person) == "3 CLAIMS SELECTED"
    person.press(Key.Key_Left, shift)
    assert selected(person) == texts(person, "U.S. support", "Financial")


def test_a_frame_drawn_with_shift_selects_what_it_meets(person: Person) -> None:
    boxes = [person.forest.places_of(person.claim(s).id)[0].rect for s in LEAVES[:2]]
    around = boxes[0].united(boxes[1]).grown(12)
    seen = person.view.view_rect(Rect(around.x, around.y + 30, around.width, around.height - 30))
    port, left = person.view.viewport(), Qt.MouseButton.LeftButton
    start, end = seen.bottomLeft().toPoint(), seen.topRight().toPoint()
    person.bot.mousePress(port, left, shift, start)
    person.bot.mouseMove(port, start + QPoint(9, -9))
    person.bot.mouseMove(port, end)
    person.bot.mouseRelease(port, left, shift, end)
    assert set(selected(person)) == set(texts(person, *LEAVES[:2]))


def test_ctrl_a_selects_all_claims_that_are_shown(person: Person) -> None:
    person.press(Key.Key_A, ctrl)
    assert sorted(selected(person)) == person.texts()
    assert heading(person) == f"{len(person.texts())} CLAIMS SELECTED"


# On the map


def test_all_are_deleted_as_one_edit(person: Person) -> None:
    before = person.texts()
    select(person, *LEAVES)
    person.press(Key.Key_Delete)
    assert len(person.texts()) == len(before) - 3
    person.project.actions_by_name["undo"].trigger()
    assert person.texts() == before


def test_all_are_turned_into_objections_as_one_edit(person: Person) -> None:
    select(person, *LEAVES)
    person.project.actions_by_name["turn_into_objection"].trigger()
    assert {person.step_of(s).inference.polarity for s in LEAVES} == {Polarity.ATTACK}
    person.project.actions_by_name["undo"].trigger()
    assert {person.step_of(s).inference.polarity for s in LEAVES} == {Polarity.SUPPORT}


def test_all_are_folded(person: Person) -> None:
    select(person, "Putin would exploit", "The war")
    person.press(Key.Key_F)
    assert person.project.view.reading.folded == {
        person.claim("Putin would exploit").id,
        person.claim("The war").id,
    }
    person.press(Key.Key_F)
    assert not person.project.view.reading.folded


def test_several_are_dragged_onto_a_card_as_one_edit(person: Person) -> None:
    select(person, "U.S. support", "Financial")
    port, left = person.view.viewport(), Qt.MouseButton.LeftButton
    start, end = spot(person, "Financial"), spot(person, "It reflects", 0.8)
    person.bot.mousePress(port, left, pos=start)
    person.bot.mouseMove(port, start + QPoint(12, 12))
    person.bot.mouseMove(port, end)
    person.bot.mouseRelease(port, left, pos=end)
    target = person.claim("It reflects").id
    moved = person.map.inferences_on(target)
    assert [step.polarity for step in moved] == [Polarity.ATTACK] * 2
    person.project.actions_by_name["undo"].trigger()
    assert not person.map.inferences_on(target)


# In the details


def test_a_tag_is_added_to_all_and_taken_from_all(person: Person) -> None:
    select(person, *LEAVES)
    write(person, "Tag for all of them", "economy, war")
    assert tags(person) == [["economy", "war"]] * 3
    buttons = details(person).findChildren(QToolButton)
    (button,) = (b for b in buttons if b.isVisible() and b.text() == "Remove “war”")
    button.setFocus()
    person.press(Key.Key_Space)
    assert tags(person) == [["economy"]] * 3
    assert details(person).isAncestorOf(QApplication.focusWidget() or person.window)
    undo_once(person, ("Undo: Change the tags", "Undo: Change the tags"))
    undo_once(person, ("Undo: Change the tags", "Undo"))
    assert tags(person) == [[], [], []]


def test_a_tag_that_some_have_already_is_added_to_the_others(person: Person) -> None:
    select(person, *LEAVES[:2])
    write(person, "Tag for all of them", "economy")
    person.view.setFocus()
    select(person, *LEAVES)
    assert not [b for b in details(person).findChildren(QToolButton) if b.isVisible()]
    write(person, "Tag for all of them", "economy")
    assert tags(person) == [["economy"]] * 3


def test_unstated_is_for_all_or_none(person: Person) -> None:
    select(person, "There is neither", *LEAVES[:2])
    box = details(person).findChild(QCheckBox)
    assert box
    assert box.checkState() is Qt.CheckState.PartiallyChecked
    box.setFocus()
    person.press(Key.Key_Space)
    assert box.checkState() is Qt.CheckState.Checked
    assert all(person.claim(s).unstated for s in ("There is neither", *LEAVES[:2]))
    person.press(Key.Key_Space)
    assert box.checkState() is Qt.CheckState.Unchecked
    assert not any(person.claim(s).unstated for s in ("There is neither", *LEAVES[:2]))
    undo_once(person, ("Undo: Mark as stated", "Undo: Mark as unstated"))
    undo_once(person, ("Undo: Mark as unstated", "Undo"))
    assert person.claim("There is neither").unstated


def test_all_steps_become_reasons_or_objections(person: Person) -> None:
    select(person, *LEAVES, "If advisors")
    choice = details(person).findChild(QComboBox)
    assert choice
    assert choice.currentIndex() == -1
    choice.setFocus()
    person.press(Key.Key_Down)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    assert choice.currentText() == "objections"
    assert {person.step_of(s).inference.polarity for s in LEAVES} == {Polarity.ATTACK}


def speakers_of(person: Person, start: str) -> list[list[str]]:
    sayings = person.map.locutions_of(person.claim(start).id)
    return [[person.map.speaker(speaker).name for speaker in s.speakers] for s in sayings]


def test_a_speaker_is_given_to_those_that_have_none(person: Person) -> None:
    unsaid, unnamed, named = "There is neither", "Financial", "It reflects"
    select(person, unsaid, unnamed, named)
    assert "Not known yet of 2 of 3" in [
        label.text() for label in details(person).findChildren(QLabel) if label.isVisible()
    ]
    write(person, "Said by", "Ann via The Echo")
    assert speakers_of(person, unsaid) == speakers_of(person, unnamed) == [["Ann", "The Echo"]]
    assert speakers_of(person, named) == [["CNN"]]
    (saying,) = person.map.locutions_of(person.claim(unnamed).id)
    assert saying.anchor
    undo_once(person, ("Undo: Say who says it", "Undo"))
    assert (speakers_of(person, unsaid), speakers_of(person, unnamed)) == ([], [[]])


def test_the_details_follow_what_is_undone_and_deleted(person: Person) -> None:
    select(person, *LEAVES)
    write(person, "Tag for all of them", "economy")
    person.view.setFocus()
    person.press(Key.Key_Delete)
    person.settle()
    assert not person.project.view.inspector.findChildren(SeveralDetails)


def test_a_step_shows_its_scheme(person: Person) -> None:
    person.click_pill_above("U.S. support")
    fields = person.project.view.inspector.findChildren(QComboBox)
    assert [field.accessibleName() for field in fields] == ["Scheme of the step"]
    fields[0].setFocus()
    person.type("cause to effect")
    person.press(Key.Key_Return)
    assert person.step_of("U.S. support").inference.scheme == "cause to effect"

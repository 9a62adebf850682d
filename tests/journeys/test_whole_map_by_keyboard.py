"""The whole map of the sample's article, from the start page on, without touching the mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.model.elements import Stance
from resources.files import SAMPLES
from tests.journeys.driver import Person
from tests.journeys.sample_map import PARTS, UNSTATED, Part, told
from tests.make_sample import build_sample

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
MARKING = {"": Key.Key_Return, "reason": Key.Key_R, "objection": Key.Key_O}
ADDING = {"co-premise": Key.Key_C, "undercutter": Key.Key_U}


@pytest.fixture
def typist(person: Person, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody who has opened the article and has no mouse."""
    answer = staticmethod(lambda *_args, **_more: (str(SAMPLES / "article.txt"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    person.press(Key.Key_O, ctrl)
    person.take_in()
    return person


def go_to(person: Person, panel: QWidget) -> None:
    """Go from panel to panel by keys until the focus is in this one."""
    for _ in range(3):
        if panel.isAncestorOf(person.focus):
            return
        person.press(Key.Key_Tab, ctrl)
    assert panel.isAncestorOf(person.focus)


def find(person: Person, start: str) -> None:
    """Select a claim by looking for its first words, and be on the map."""
    person.press(Key.Key_F, ctrl)
    person.type(f'"{start}"')
    person.press(Key.Key_Return)
    person.press(Key.Key_Escape)
    assert person.selected.startswith(start)
    assert person.focus is person.view


def mark(person: Person, part: Part) -> None:
    """Make a claim of words of the article, go to it on the map, and put it in other words."""
    go_to(person, person.project.view.article)
    person.select_words_by_keys(part.words)
    if part.who:
        person.say_who(part.who)
    person.press(MARKING[part.kind])
    person.press(Key.Key_Return, shift)  # to the claim of the words
    assert person.focus is person.view
    person.press(Key.Key_F2)
    person.press(Key.Key_A, ctrl)
    person.write(part.text)


def field(person: Person, name: str) -> QWidget:
    """Go through the details by Tab until the field of this name has the focus."""
    go_to(person, person.project.view.side)
    for _ in range(40):
        if person.focus.accessibleName() == name:
            return person.focus
        person.press(Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(name)


def build(person: Person) -> None:
    for part in PARTS:
        if part.of:
            find(person, part.of)
        if part.words:
            mark(person, part)
        else:
            person.press(ADDING[part.kind])
            person.write(part.text)
    for start in UNSTATED:
        find(person, start)
        person.press(Key.Key_U, alt, shift)


def test_the_whole_map_of_the_sample_is_built_by_keys_alone(
    qtbot: QtBot, typist: Person, tmp_path: Path
) -> None:
    build(typist)
    assert told(typist.map) == told(build_sample())

    find(typist, "Russia is quietly")
    stance = field(typist, "Stance")
    assert isinstance(stance, QComboBox)
    typist.press(Key.Key_Down)
    field(typist, "Tags")
    typist.type("moscow, votes")
    typist.press(Key.Key_Return)
    field(typist, "Note")
    typist.type("Where from?")
    go_to(typist, typist.project.view.canvas)
    claim = typist.claim("Russia is quietly")
    (saying,) = typist.map.locutions_of(claim.id)
    assert saying.stance is Stance.REPORTS
    assert claim.tags == ("moscow", "votes")
    assert claim.note == "Where from?"

    built = typist.map
    typist.close()
    again = Person(qtbot, tmp_path)
    again.press(Key.Key_Return)
    assert again.map == built
    again.close()


def test_keys_lead_from_panel_to_panel_and_back(typist: Person) -> None:
    view = typist.project.view
    typist.press(Key.Key_N)
    typist.write("Peace is far")
    for panel in (view.side, view.article, view.canvas, view.side):
        typist.press(Key.Key_Tab, ctrl)
        assert panel.isAncestorOf(typist.focus)
    for panel in (view.canvas, view.article, view.side):
        typist.press(Key.Key_Tab, ctrl, shift)
        assert panel.isAncestorOf(typist.focus)
    typist.press(Key.Key_3, ctrl)
    assert view.outline.has_focus
    typist.press(Key.Key_Tab, ctrl)
    assert view.article.text.hasFocus()
    typist.press(Key.Key_Tab, ctrl, shift)
    assert view.outline.has_focus


def test_a_folded_panel_is_passed_over(typist: Person) -> None:
    view = typist.project.view
    typist.press(Key.Key_1, ctrl)
    typist.press(Key.Key_2, ctrl)
    typist.press(Key.Key_Tab, ctrl)
    assert typist.focus is view.canvas.view


def test_without_an_article_its_panel_is_passed_over(mapper: Person) -> None:
    view = mapper.project.view
    mapper.press(Key.Key_Tab, ctrl, shift)
    assert view.side.isAncestorOf(mapper.focus)
    mapper.press(Key.Key_Tab, ctrl)
    assert mapper.focus is view.canvas.view


def test_right_after_marking_shift_enter_leads_to_the_claim(typist: Person) -> None:
    go_to(typist, typist.project.view.article)
    typist.press(Key.Key_Home, ctrl)
    for _ in range(3):
        typist.press(Key.Key_Down)
    typist.press(Key.Key_Home)
    for _ in range(4):
        typist.press(Key.Key_Right, ctrl, shift)
    typist.press(Key.Key_Return)
    made = typist.texts()
    assert len(made) == 1
    typist.press(Key.Key_Return, shift)
    assert typist.selected == made[0]
    assert typist.focus is typist.view

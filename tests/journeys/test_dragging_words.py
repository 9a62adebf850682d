"""Dragging the selected words of the article onto the map."""

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication

from app.layout.boxes import StepBox
from app.layout.geometry import Rect
from app.model.elements import Fidelity
from app.model.role import Role
from tests.journeys.driver import Person
from widgets.article.words import MIME
from widgets.canvas.word_drops import Zone

Key = Qt.Key
none = Qt.KeyboardModifier.NoModifier
ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def marker(reader: Person) -> Person:
    reader.press(Key.Key_F3)
    reader.click_empty_map()
    source = reader.article.source
    assert source
    start = source.text.index("no matter who")
    reader.article.select_span(start, source.text.index(".", start))
    return reader


def chosen(person: Person) -> str:
    """The words that are selected in the article."""
    span, source = person.article.selected_span(), person.article.source
    return source.text[slice(*span)] if span and source else ""


def card(person: Person, start: str) -> Rect:
    return person.drawn()[person.claim(start).text].rect


def spot(person: Person, rect: Rect, across: float = 0.5) -> QPoint:
    seen = person.view.view_rect(rect)
    return QPointF(seen.x() + seen.width() * across, seen.center().y()).toPoint()


def zone(person: Person) -> str:
    """What the drop zone on the map says."""
    (found,) = person.window.findChildren(Zone)
    assert found.isVisible() == (found.drop is not None)
    return found.drop.word if found.drop else ""


class Carried:
    """Words that are being dragged over the map, as Qt tells it of them."""

    def __init__(self, person: Person, data: QMimeData | None = None) -> None:
        self.person = person
        self.port = person.view.viewport()
        self.data = data or person.article.createMimeDataFromSelection()

    def enter(self, at: QPoint, held: Qt.KeyboardModifier = none) -> bool:
        event = QDragEnterEvent(at, *self._what(held))
        event.ignore()
        QApplication.sendEvent(self.port, event)
        return event.isAccepted()

    def move(self, at: QPoint, held: Qt.KeyboardModifier = none) -> str:
        event = QDragMoveEvent(at, *self._what(held))
        QApplication.sendEvent(self.port, event)
        assert not self.person.view.grab().isNull()
        return zone(self.person)

    def drop(self, at: QPoint, held: Qt.KeyboardModifier = none) -> None:
        event = QDropEvent(QPointF(at), *self._what(held))
        QApplication.sendEvent(self.port, event)
        self.person.settle()

    def leave(self) -> None:
        QApplication.sendEvent(self.port, QDragLeaveEvent())

    def _what(
        self, held: Qt.KeyboardModifier
    ) -> tuple[Qt.DropAction, QMimeData, Qt.MouseButton, Qt.KeyboardModifier]:
        return Qt.DropAction.CopyAction, self.data, Qt.MouseButton.LeftButton, held


def drag(person: Person, to: QPoint, held: Qt.KeyboardModifier = none) -> str:
    """Drag the selected words to a spot; returns what the zone says before they are let go of."""
    carried = Carried(person)
    assert carried.enter(QPoint(60, 60))
    word = carried.move(to, held)
    carried.drop(to, held)
    assert zone(person) == ""
    return word


def test_words_become_a_reason_on_the_left_half_of_a_card(marker: Person) -> None:
    words = chosen(marker)
    assert drag(marker, spot(marker, card(marker, "It reflects"), 0.2)) == "reason"
    claim = marker.claim(marker.selected)
    assert marker.step_of(claim.text).role is Role.REASON
    assert marker.step_of(claim.text).inference.target == marker.claim("It reflects").id
    (saying,) = marker.map.locutions_of(claim.id)
    assert saying.anchor
    assert saying.anchor.exact == words
    assert chosen(marker) == ""


def test_words_become_an_objection_on_the_right_half(marker: Person) -> None:
    assert drag(marker, spot(marker, card(marker, "It reflects"), 0.8)) == "objection"
    assert marker.step_of(marker.selected).role is Role.OBJECTION


def test_words_on_a_pill_undercut_the_step(marker: Person) -> None:
    step = marker.forest.box(marker.step_of("The war’s scale").key)
    assert isinstance(step, StepBox)
    assert drag(marker, spot(marker, step.pill)) == "undercut"
    assert marker.step_of(marker.selected).role is Role.UNDERCUTTER


def test_words_on_empty_ground_become_a_free_claim(marker: Person) -> None:
    ground = QPoint(marker.view.viewport().width() // 2, marker.view.viewport().height() - 40)
    assert drag(marker, ground) == "free claim"
    assert marker.map.top_claims()[-1].text == marker.selected


def test_with_ctrl_the_claim_rests_on_the_words(marker: Person) -> None:
    claim = marker.claim("It reflects").id
    before, texts = len(marker.map.locutions_of(claim)), marker.texts()
    place = spot(marker, card(marker, "It reflects"), 0.2)
    assert drag(marker, place, ctrl) == "the claim rests on these words"
    assert len(marker.map.locutions_of(claim)) == before + 1
    assert marker.texts() == texts
    assert marker.selected.startswith("It reflects")


def test_who_is_said_to_say_them_comes_along(marker: Person) -> None:
    marker.article.setFocus()
    marker.say_who("John Lough via CNN")
    drag(marker, spot(marker, card(marker, "It reflects"), 0.2))
    (saying,) = marker.map.locutions_of(marker.claim(marker.selected).id)
    assert [marker.map.speaker(s).name for s in saying.speakers] == ["John Lough", "CNN"]
    assert saying.fidelity in Fidelity
    assert not marker.project.view.article.bar.isVisible()


def test_a_drop_is_one_step_to_undo(marker: Person) -> None:
    before = marker.map
    drag(marker, spot(marker, card(marker, "It reflects"), 0.2))
    assert marker.map != before
    marker.press(Key.Key_Z, ctrl)
    assert marker.map == before


def test_words_that_leave_the_map_do_nothing(marker: Person) -> None:
    before, words = marker.map, chosen(marker)
    carried = Carried(marker)
    place = spot(marker, card(marker, "It reflects"), 0.2)
    assert carried.enter(place)
    assert carried.move(place) == "reason"
    carried.leave()
    assert zone(marker) == ""
    carried.drop(place)
    assert marker.map == before
    assert chosen(marker) == words


def test_the_map_is_pulled_along_at_its_edge(marker: Person) -> None:
    marker.view.set_zoom(2)
    bar = marker.view.verticalScrollBar()
    before = bar.value()
    carried = Carried(marker)
    carried.enter(QPoint(300, 300))
    carried.move(QPoint(300, marker.view.viewport().height() - 5))
    assert bar.value() > before
    carried.leave()


@pytest.mark.parametrize(
    "words",
    [b"", b"{", b"5", b"[]", b'["elsewhere", 0, 5]', b'["ID", 5, 5]', b'["ID", -3, 5]',
     b'["ID", 0, Infinity]', b'["ID", 0, "x"]', b'["ID", 999999, 9999999]', b"[" * 100_000],
)  # fmt: skip
def test_what_is_no_words_of_this_project_is_not_taken(reader: Person, words: bytes) -> None:
    source = reader.article.source
    assert source
    data = QMimeData()
    data.setData(MIME, QByteArray(words.replace(b"ID", source.id.encode())))
    assert not Carried(reader, data).enter(QPoint(60, 60))


def test_copied_words_are_still_text(marker: Person) -> None:
    marker.article.setFocus()
    words = marker.article.textCursor().selectedText()
    marker.press(Key.Key_C, ctrl)
    assert QGuiApplication.clipboard().text() == words

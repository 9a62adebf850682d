"""Moving branches with the mouse."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from app.layout.boxes import StepBox
from app.layout.geometry import Rect
from app.model.elements import Polarity
from app.model.role import Role
from tests.journeys.driver import Person
from widgets.canvas.gestures import Drag

Key = Qt.Key


@pytest.fixture
def mover(reader: Person) -> Person:
    reader.press(Key.Key_F3)
    reader.click_empty_map()
    return reader


def card(person: Person, start: str) -> Rect:
    return person.drawn()[person.claim(start).text].rect


def pill(person: Person, start: str) -> Rect:
    box = person.forest.box(person.step_of(start).key)
    assert isinstance(box, StepBox)
    return box.pill


def spot(person: Person, rect: Rect, across: float = 0.5) -> QPoint:
    seen = person.view.view_rect(rect)
    return QPointF(seen.x() + seen.width() * across, seen.center().y()).toPoint()


def drag(person: Person, start: QPoint, end: QPoint, *, drop: bool = True) -> str:
    """Drag from one spot to another; returns what the drop zone says before letting go."""
    port = person.view.viewport()
    person.bot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    person.bot.mouseMove(port, start + QPoint(12, 12))
    person.bot.mouseMove(port, end)
    gesture = person.view.mouse.gesture
    assert isinstance(gesture, Drag)
    assert not person.view.grab().isNull()
    word = gesture._drop.word if gesture._drop else ""
    if not drop:
        person.press(Key.Key_Escape)
    person.bot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    return word


def test_the_left_half_of_a_card_takes_a_reason_the_right_half_an_objection(mover: Person) -> None:
    financial = card(mover, "Financial")
    reflects = card(mover, "It reflects")
    assert drag(mover, spot(mover, financial), spot(mover, reflects, 0.2)) == "reason"
    step = mover.step_of("Financial").inference
    assert step.target == mover.claim("It reflects").id
    assert step.polarity is Polarity.SUPPORT
    mover.press(Key.Key_F3)
    start, end = card(mover, "Financial"), card(mover, "Western allies")
    assert drag(mover, spot(mover, start), spot(mover, end, 0.8)) == "objection"
    assert mover.step_of("Financial").role is Role.OBJECTION


def test_a_sibling_takes_a_co_premise(mover: Person) -> None:
    start, end = card(mover, "Financial"), card(mover, "U.S. support")
    assert drag(mover, spot(mover, start), spot(mover, end)) == "co-premise"
    assert mover.step_of("Financial") is mover.step_of("U.S. support")


def test_a_pill_takes_an_undercutter(mover: Person) -> None:
    start, end = card(mover, "Financial"), pill(mover, "The war’s scale")
    assert drag(mover, spot(mover, start), spot(mover, end)) == "undercut"
    assert mover.step_of("Financial").role is Role.UNDERCUTTER


def test_a_gap_between_siblings_takes_a_new_place(mover: Person) -> None:
    contention = mover.claim("Putin is unlikely").id
    before = [i.id for i in mover.map.inferences_on(contention)]
    scale, analysts = card(mover, "The war’s scale"), mover.step_of("Putin would")
    rect = mover.forest.box(analysts.key)
    assert isinstance(rect, StepBox)
    gap = Rect(rect.rect.x - 8, rect.rect.center.y, 2, 2)
    assert drag(mover, spot(mover, scale), spot(mover, gap)) == "reorder"
    after = [i.id for i in mover.map.inferences_on(contention)]
    assert after == [before[2], before[0], before[1], *before[3:]]


def test_a_claim_cannot_be_dropped_below_itself(mover: Person) -> None:
    before = mover.map
    start, end = card(mover, "If advisors"), card(mover, "Trump’s approach")
    word = drag(mover, spot(mover, start), spot(mover, end, 0.2))
    assert word == "not here: it would be its own premise"
    assert mover.map == before


def test_escape_and_empty_ground_leave_all_as_it_was(mover: Person) -> None:
    before = mover.map
    start, end = card(mover, "Financial"), card(mover, "It reflects")
    drag(mover, spot(mover, start), spot(mover, end), drop=False)
    assert mover.map == before
    ground = QPoint(mover.view.viewport().width() // 2, mover.view.viewport().height() - 12)
    assert drag(mover, spot(mover, start), ground) == ""
    assert mover.map == before


def test_a_whole_step_is_dragged_by_its_pill(mover: Person) -> None:
    start, end = pill(mover, "It reflects"), card(mover, "Western allies")
    assert drag(mover, spot(mover, start), spot(mover, end, 0.1)) == "reason"
    assert mover.step_of("It reflects").inference.target == mover.claim("Western allies").id


def test_a_move_is_one_step_to_undo(mover: Person) -> None:
    before = mover.map
    start, end = card(mover, "Financial"), card(mover, "It reflects")
    drag(mover, spot(mover, start), spot(mover, end, 0.2))
    mover.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert mover.map == before

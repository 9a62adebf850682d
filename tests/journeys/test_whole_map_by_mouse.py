"""The whole map of the sample's article by the mouse alone; only words that are new are typed."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QToolButton,
)

from app.layout.boxes import StepBox
from app.model.elements import Stance
from resources.files import SAMPLES
from tests.journeys.driver import Person
from tests.journeys.sample_map import PARTS, UNSTATED, Part, told
from tests.journeys.test_dragging import drag as drag_card
from tests.journeys.test_dragging_words import drag as drag_words
from tests.make_sample import build_sample
from widgets.canvas.editor import CardEditor

left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MARKING = {"": "Claim", "reason": "Reason", "objection": "Objection"}
ADDING = {"co-premise": "Co-premise", "undercutter": "Undercut"}


@pytest.fixture
def pointer(person: Person, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody who has opened the article with the mouse."""
    answer = staticmethod(lambda *_args, **_more: (str(SAMPLES / "article.txt"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    person.click("Open an article…")
    person.take_in_by_mouse()
    person.project.use_motion(on=False)
    return person


def select_words(person: Person, words: str) -> None:
    """Draw the mouse over words, with the button held down."""
    text, port = person.article, person.article.viewport()
    assert text.source
    start = text.source.text.index(words)
    text.show_span(start)  # a person scrolls there
    spots = []
    for place in (start, start + len(words)):
        cursor = QTextCursor(text.document())
        cursor.setPosition(text.document_position(place))
        spots.append(QPointF(text.cursorRect(cursor).center()))
    first, last = spots
    press, move, release = (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
    )
    for kind, spot, button, held in (
        (press, first, left, left),
        (move, last, Qt.MouseButton.NoButton, left),
        (release, last, left, Qt.MouseButton.NoButton),
    ):
        there = port.mapToGlobal(spot)
        QApplication.sendEvent(port, QMouseEvent(kind, spot, there, button, held, no_key))
    span = text.selected_span()
    assert span
    assert text.source.text[slice(*span)] == words


def name_speaker(person: Person, names: str) -> None:
    """Click into the field on the floating bar, and type."""
    (field,) = person.project.view.article.bar.findChildren(QLineEdit)
    person.bot.mouseClick(field, left)
    person.type(names)
    QApplication.processEvents()  # the list of names that popped up may be gone again
    person._look_at_window()


def leave(person: Person) -> None:
    """Click on the map's ground, away from what is being written."""
    person.click_empty_map()
    assert not isinstance(QApplication.focusWidget(), CardEditor)


def reword(person: Person, start: str, text: str) -> None:
    """Open a card by double click, select its words by three clicks more, and type others."""
    person.click_claim(start, twice=True)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CardEditor)
    spot = editor.cursorRect().center()
    person.bot.mouseDClick(editor.viewport(), left, pos=spot)
    person.bot.mouseClick(editor.viewport(), left, pos=spot)
    person.type(text)
    leave(person)


def click_in_menu(person: Person, menu: QMenu, text: str) -> QAction:
    """Click an entry of a menu that is open."""
    (action,) = (action for action in menu.actions() if action.text() == text)
    assert action.isEnabled()
    person.bot.mouseClick(menu, left, pos=menu.actionGeometry(action).center())
    return action


def on_card(person: Person, start: str, text: str) -> None:
    """Choose from the menu of a card."""
    person.click_claim(start)
    box = person.forest.places_of(person.claim(start).id)[0]
    port = person.view.viewport()
    spot = person.view.view_rect(box.rect).center().toPoint()
    wish = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(wish, spot, port.mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    click_in_menu(person, menu, text)
    QApplication.processEvents()
    person._look_at_window()
    person.settle()


def from_title(person: Person, *way: str) -> None:
    """Choose from the menu under the project's title."""
    (button,) = (b for b in person.project.bar.findChildren(QToolButton) if b.menu())
    menu = button.menu()
    assert menu
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    for text in way:
        action = click_in_menu(person, menu, text)
        below = action.menu()
        if isinstance(below, QMenu):
            person.bot.waitUntil(below.isVisible)
            menu = below
    QApplication.processEvents()
    person._look_at_window()


def spot_on(person: Person, start: str, across: float) -> QPoint:
    rect = person.forest.places_of(person.claim(start).id)[0].rect
    seen = person.view.view_rect(rect)
    return QPointF(seen.x() + seen.width() * across, seen.center().y()).toPoint()


def build(person: Person) -> None:
    for part in PARTS:
        if part.of:
            person.click_claim(part.of)
        if part.words:
            mark(person, part)
        else:
            person.click(ADDING[part.kind])
            person.type(part.text)
            leave(person)
    for start in UNSTATED:
        on_card(person, start, "Unstated: nobody voiced it")


def mark(person: Person, part: Part) -> None:
    """Make a claim of words on the floating bar, and put it in other words."""
    before = set(person.texts())
    select_words(person, part.words)
    if part.who:
        name_speaker(person, part.who)
    person.click(MARKING[part.kind], floating=True)
    (made,) = set(person.texts()) - before
    reword(person, made, part.text)


def test_the_whole_map_of_the_sample_is_built_by_mouse_alone(pointer: Person) -> None:
    build(pointer)
    assert told(pointer.map) == told(build_sample())

    pointer.click_claim("Russia is quietly")
    boxes = pointer.project.view.inspector.findChildren(QComboBox)
    (stance,) = (box for box in boxes if box.accessibleName() == "Stance")
    pointer.bot.mouseClick(stance, left)
    rows = stance.view()
    pointer.bot.waitUntil(rows.isVisible)
    spot = rows.visualRect(rows.model().index(1, 0)).center()
    pointer.bot.mouseMove(rows.viewport(), spot)

    def choose() -> bool:  # Qt takes no click that comes as fast as the second of a double click
        pointer.bot.mouseClick(rows.viewport(), left, pos=spot)
        return not rows.isVisible()

    pointer.bot.waitUntil(choose)
    (saying,) = pointer.map.locutions_of(pointer.claim("Russia is quietly").id)
    assert saying.stance is Stance.REPORTS


def test_words_and_cards_are_dragged_to_their_places(pointer: Person) -> None:
    contention, scale, wider = PARTS[0], PARTS[7], PARTS[8]
    select_words(pointer, contention.words)
    ground = QPoint(pointer.view.viewport().width() // 2, 200)
    assert drag_words(pointer, ground) == "free claim"
    select_words(pointer, wider.words)
    low = QPoint(200, pointer.view.viewport().height() - 90)
    assert drag_words(pointer, low) == "free claim"
    select_words(pointer, scale.words)
    assert drag_words(pointer, spot_on(pointer, "Russian leader", 0.2)) == "reason"
    start, end = spot_on(pointer, "It reflects", 0.5), spot_on(pointer, "The war’s", 0.2)
    assert drag_card(pointer, start, end) == "reason"
    assert pointer.step_of("It reflects").inference.target == pointer.claim("The war’s").id
    step = pointer.forest.box(pointer.step_of("The war’s").key)
    assert isinstance(step, StepBox)
    select_words(pointer, PARTS[9].words)
    pill = pointer.view.view_rect(step.pill)
    assert drag_words(pointer, pill.center().toPoint()) == "undercut"


def test_branches_are_folded_and_shown_alone_by_mouse(pointer: Person) -> None:
    build(pointer)
    on_card(pointer, "If advisors", "Fold or unfold")
    assert not pointer.forest.places_of(pointer.claim("Russia is quietly").id)
    box = pointer.forest.places_of(pointer.claim("If advisors").id)[0]
    rect = pointer.view.view_rect(box.rect).toRect()
    pointer.view.grab()
    spots = (QPoint(rect.center().x(), y) for y in range(rect.top(), rect.bottom() + 30, 2))
    badge = next(spot for spot in spots if pointer.view.badge_at(spot.toPointF()))
    pointer.bot.mouseClick(pointer.view.viewport(), left, pos=badge)
    assert pointer.forest.places_of(pointer.claim("Russia is quietly").id)
    on_card(pointer, "Trump’s approach", "This branch alone")
    assert len(list(pointer.forest.shown())) == 2
    pointer.click("Whole map")
    assert len(list(pointer.forest.shown())) == len(PARTS)


def test_speakers_are_told_apart_by_mouse(pointer: Person) -> None:
    build(pointer)
    from_title(pointer, "View", "Tint", "Tint by speaker")
    legend = pointer.project.view.legend
    (line,) = (one for one in legend.lines() if one.accessibleName().startswith("John Lough"))
    pointer.bot.mouseClick(line, left)
    assert len(list(pointer.forest.shown())) < len(PARTS)
    crosses = [button for button in legend.findChildren(QToolButton) if button.isVisible()]
    pointer.bot.mouseClick(crosses[-1], left)
    assert len(list(pointer.forest.shown())) == len(PARTS)


def test_panels_and_undo_by_mouse(pointer: Person) -> None:
    build(pointer)
    tabs = pointer.project.view.side.tabBar()
    pointer.bot.mouseClick(tabs, left, pos=tabs.tabRect(1).center())
    assert pointer.project.view.outline.isVisible()
    on_card(pointer, "It reflects", "Show its words in the article")
    mark = pointer.article.mark_at(pointer.article.caret() or 0)
    assert mark
    assert mark.claim == pointer.claim("It reflects").id

    before = pointer.map
    by_action = {b.defaultAction(): b for b in pointer.project.bar.findChildren(QToolButton)}
    actions = pointer.project.actions_by_name
    assert actions["undo"].text() == "Undo: Mark as unstated"
    pointer.bot.mouseClick(by_action[actions["undo"]], left)
    assert pointer.map != before
    assert pointer.selected.startswith("A firmer")
    pointer.bot.mouseClick(by_action[actions["redo"]], left)
    assert pointer.map == before

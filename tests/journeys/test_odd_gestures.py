"""Gestures while the map changes, Escape everywhere, and words for what is out of sight."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton

from app import edits
from app.layout.boxes import StepBox
from tests.journeys.driver import Person
from tests.journeys.looking import check, only, sees
from widgets.canvas.gestures import Drag

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
left = Qt.MouseButton.LeftButton


def test_a_double_click_on_a_project_opens_it_and_makes_no_claim(viewer: Person) -> None:
    """Its first click opens the project; the map then gets the second."""
    viewer.press(Key.Key_W, ctrl)
    cards = viewer.window.start_page.list
    place = cards.visualRect(cards.model().index(0, 0)).center()
    viewer.bot.mouseClick(cards.viewport(), left, pos=place)
    before, port = viewer.texts(), viewer.view.viewport()
    corner = QPointF(port.width() / 2, port.height() - 8)
    second = QMouseEvent(
        QEvent.Type.MouseButtonDblClick, corner, corner, left, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(port, second)
    assert viewer.texts() == before
    viewer.click_empty_map(twice=True)
    assert len(viewer.texts()) == len(before) + 1


# Dragging while the map changes


def test_what_is_dragged_goes_while_it_is_dragged(viewer: Person) -> None:
    port = viewer.view.viewport()
    box = viewer.forest.places_of(viewer.claim("It reflects").id)[0]
    start = viewer.view.view_rect(box.rect).center().toPoint()
    other = viewer.forest.places_of(viewer.claim("Financial").id)[0]
    end = viewer.view.view_rect(other.rect).center().toPoint()
    viewer.bot.mousePress(port, left, pos=start)
    viewer.bot.mouseMove(port, start + QPoint(14, 14))
    viewer.bot.mouseMove(port, end)
    assert isinstance(viewer.view.mouse.gesture, Drag)
    claim, step = viewer.claim("It reflects").id, viewer.step_of("It reflects").inference.id
    viewer.project.view.performer.do(lambda m: edits.remove(m, element=claim, of=step))
    check(viewer)
    viewer.bot.mouseMove(port, end + QPoint(2, 2))
    viewer.bot.mouseRelease(port, left, pos=end)
    check(viewer)
    viewer.press(Key.Key_Z, ctrl)
    check(viewer)


def test_undo_while_dragging(viewer: Person) -> None:
    viewer.click_claim("It reflects")
    viewer.press(Key.Key_Tab)
    viewer.write("Added")
    port = viewer.view.viewport()
    box = viewer.forest.places_of(viewer.claim("Added").id)[0]
    start = viewer.view.view_rect(box.rect).center().toPoint()
    viewer.bot.mousePress(port, left, pos=start)
    viewer.bot.mouseMove(port, start + QPoint(14, 14))
    viewer.press(Key.Key_Z, ctrl)
    viewer.press(Key.Key_Z, ctrl)
    viewer.bot.mouseMove(port, QPoint(60, 60))
    viewer.bot.mouseMove(port, start)
    viewer.bot.mouseRelease(port, left, pos=start)
    check(viewer)


def test_a_drag_ends_when_something_else_takes_the_focus(viewer: Person) -> None:
    before = viewer.map
    port = viewer.view.viewport()
    box = viewer.forest.places_of(viewer.claim("It reflects").id)[0]
    start = viewer.view.view_rect(box.rect).center().toPoint()
    viewer.bot.mousePress(port, left, pos=start)
    viewer.bot.mouseMove(port, start + QPoint(14, 14))
    assert isinstance(viewer.view.mouse.gesture, Drag)
    viewer.press(Key.Key_F, ctrl)
    viewer.bot.mouseMove(port, QPoint(60, 60))  # the button was let go of elsewhere
    assert not viewer.view.mouse.is_down
    assert viewer.map == before


def test_a_frame_is_drawn_while_the_map_changes(viewer: Person) -> None:
    port = viewer.view.viewport()
    viewer.bot.mousePress(port, left, shift, QPoint(5, 5))
    viewer.bot.mouseMove(port, QPoint(port.width() - 180, port.height() // 2))
    claim, step = viewer.claim("It reflects").id, viewer.step_of("It reflects").inference.id
    viewer.project.view.performer.do(lambda m: edits.remove(m, element=claim, of=step))
    viewer.press(Key.Key_Escape)
    check(viewer)
    viewer.bot.mouseRelease(port, left, shift, QPoint(300, 300))
    check(viewer)


# Escape


def test_escape_everywhere_leads_to_the_map(viewer: Person) -> None:
    viewer.press(Key.Key_Escape)
    assert viewer.view.hasFocus()
    viewer.press(Key.Key_F, ctrl)
    viewer.press(Key.Key_Escape)
    assert viewer.view.hasFocus()
    viewer.press(Key.Key_3, ctrl)
    viewer.press(Key.Key_Escape)
    assert viewer.view.hasFocus()
    viewer.press(Key.Key_2, ctrl)
    viewer.click_claim("It reflects")
    fields = viewer.project.view.inspector.findChildren(QLineEdit)
    (tags,) = (field for field in fields if field.accessibleName() == "Tags")
    tags.setFocus()
    viewer.press(Key.Key_Escape)
    assert viewer.view.hasFocus()
    viewer.article.setFocus()
    viewer.press(Key.Key_Escape)
    assert viewer.view.hasFocus()


# Words of the article while something is hidden


def test_words_for_a_claim_in_a_branch_alone(viewer: Person) -> None:
    viewer.click_claim("The war’s scale")
    viewer.press(Key.Key_F6)
    viewer.select_words("Ukraine is already strained")
    viewer.article.setFocus()
    viewer.press(Key.Key_Return)  # a free claim, which is not below it
    assert sees(viewer, "Ukraine is already")
    assert viewer.selected.startswith("Ukraine is already")


def test_a_reason_from_words_is_seen_under_a_filter(viewer: Person) -> None:
    only(viewer, "The Washington Post")
    viewer.click_claim("Russia is quietly")
    viewer.select_words("Ukraine is already strained")
    viewer.article.setFocus()
    viewer.press(Key.Key_R)
    assert sees(viewer, "Ukraine is already")


def test_a_reason_from_words_is_seen_below_a_fold(viewer: Person) -> None:
    viewer.click_claim("If advisors")
    viewer.press(Key.Key_F)
    viewer.select_words("Ukraine is already strained")
    viewer.article.setFocus()
    viewer.press(Key.Key_R)
    assert sees(viewer, "Ukraine is already")


def test_the_top_of_a_branch_alone_is_dragged_about(viewer: Person) -> None:
    viewer.click_claim("If advisors")
    viewer.press(Key.Key_F6)
    claim = viewer.claim("Trump’s approach").id
    viewer.click_claim("Trump’s approach")
    viewer.press(Key.Key_D, alt, shift)  # it leaves the branch
    check(viewer)
    assert viewer.selected.startswith("Trump’s approach")
    assert sees(viewer, "Trump’s approach")
    assert claim in {key[1] for key in viewer.forest.shown()}


def test_crumbs_of_a_branch_whose_way_changes(viewer: Person) -> None:
    viewer.click_claim("Trump’s approach")
    viewer.press(Key.Key_F6)
    claim = viewer.claim("If advisors").id
    viewer.project.view.performer.do(lambda m: edits.set_text(m, claim=claim, text="Changed & all"))
    QApplication.processEvents()
    bar = viewer.project.view.scope_bar
    crumbs = [b.text() for b in bar.findChildren(QToolButton) if b.isVisible()]
    assert "Changed && all" in crumbs
    step = viewer.forest.box(viewer.step_of("Trump’s approach").key)
    assert step is None or isinstance(step, StepBox)
    viewer.view.mouse.cancel()
    assert viewer.view.box_at(QPointF(-500, -500)) is None

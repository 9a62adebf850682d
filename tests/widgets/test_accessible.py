"""The window for those who hear it, work by keys alone, or do not tell colours apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from resources.themes import NAMES
from tests.journeys.driver import Person
from tests.widgets.scenes import keys, scenes, seen, step_key
from widgets.announcing import Announcing
from widgets.canvas.editor import CardEditor
from widgets.labels import SideBySide
from widgets.panes import Panes
from widgets.project_view import ProjectView
from widgets.project_window import ProjectWindow

_FRAMES = (Panes, ProjectView, ProjectWindow, SideBySide)  # hold other widgets together, no more


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody who looks at the sample."""
    person = Person(qtbot, tmp_path)
    person.click("Look at the sample")
    yield person
    person.close()


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Announcement:
            said.append(event.message())  # type: ignore[attr-defined]  # of this kind of event

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else ""


def needs_name(widget: QWidget) -> bool:
    """Whether a widget takes the focus, does something, or is a part of the window of its own."""
    if isinstance(widget, QLabel) or widget.focusProxy():
        return False  # a label is called what it says
    takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ours = type(widget).__module__.startswith("widgets.") and not isinstance(widget, _FRAMES)
    return takes_focus or ours or isinstance(widget, QAbstractButton) or widget.isWindow()


def test_every_widget_has_a_name(reader: Person) -> None:
    nameless = {
        f"{type(widget).__name__} {widget.objectName()}": scene
        for scene in scenes(reader)
        for widget in seen()
        if needs_name(widget) and not name_of(widget)
    }
    assert nameless == {}


def test_the_outline_tells_every_claim(reader: Person) -> None:
    outline = reader.project.view.outline
    reader.project.view.toggle_side(outline)
    told: list[str] = []
    rows = [QModelIndex()]
    while rows:
        row = rows.pop()
        told.append(str(outline.model.data(row, Qt.ItemDataRole.AccessibleTextRole) or ""))
        rows += [outline.model.index(i, 0, row) for i in range(outline.model.rowCount(row))]
    for text in reader.texts():
        assert any(one.endswith(text) for one in told)


# What is selected is said


@pytest.fixture
def listener(reader: Person, announced: list[str]) -> Announcing:
    """Follows the selection of the reader's map."""
    announced.clear()
    view = reader.project.view
    return Announcing(view.reading, view.selection, reader.view, view)


def test_what_is_selected_is_told(
    reader: Person, listener: Announcing, announced: list[str]
) -> None:
    assert reader.view.accessibleDescription() == "Nothing is selected."
    reader.click_claim("Trump")
    reader.bot.waitUntil(lambda: announced != [])
    assert announced == [reader.view.accessibleDescription()]
    assert reader.selected in announced[0]
    listener.tell()
    assert len(announced) == 1


def test_a_held_arrow_key_is_told_once(
    reader: Person, listener: Announcing, announced: list[str]
) -> None:
    for key in keys(reader):
        reader.project.view.selection.set(key)
    reader.bot.waitUntil(lambda: announced != [])
    assert len(announced) == 1
    assert reader.selected in announced[0]
    assert listener.parent()


def test_an_edit_of_what_is_selected_and_its_undo_are_told(
    reader: Person, listener: Announcing, announced: list[str]
) -> None:
    reader.project.view.selection.set(keys(reader)[3])
    listener.tell()
    before = reader.view.accessibleDescription()
    reader.project.actions_by_name["toggle_unstated"].trigger()
    listener.tell()
    reader.project.actions_by_name["undo"].trigger()
    listener.tell()
    assert announced[0] == announced[2] == before
    assert "unstated" in announced[1]


def test_folding_a_step_and_several_are_told(reader: Person, listener: Announcing) -> None:
    view = reader.project.view
    view.selection.set(keys(reader)[0])
    reader.project.actions_by_name["fold"].trigger()
    listener.tell()
    assert reader.view.accessibleDescription().endswith("claims folded away")
    reader.project.actions_by_name["fold"].trigger()
    view.selection.set(step_key(reader))
    listener.tell()
    assert "with 2 premises" in reader.view.accessibleDescription()
    view.selection.set_all(keys(reader)[:3])
    listener.tell()
    assert reader.view.accessibleDescription().startswith("3 selected, the last of them:")
    view.selection.set(None)
    listener.tell()
    assert reader.view.accessibleDescription() == "Nothing is selected."


def test_advice_and_banners_are_told(reader: Person, announced: list[str]) -> None:
    reader.project.view.selection.set(None)
    reader.project.actions_by_name["add_reason"].trigger()
    reader.window.banner.say("The disk is full.")
    assert announced[-2:] == ["Select the claim that it bears on first.", "The disk is full."]


def test_what_is_found_is_told(reader: Person, announced: list[str]) -> None:
    bar = reader.project.view.find_bar
    bar.open()
    for words in ("zzz", "Putin"):
        bar.field.setText(words)
        bar.find_next()
    told = [text for text in announced if "found" in text or " of " in text]
    assert told[0] == "Nothing found"
    assert told[-1].startswith("1 of ")


# Nothing moves unless it may


def test_motion_can_be_off_and_stays_so(reader: Person, qtbot: QtBot, tmp_path: Path) -> None:
    glide = reader.view.glide
    before = glide.is_on
    reader.window.actions_by_name["motion"].trigger()
    reader.project.view.selection.set(keys(reader)[1])
    reader.project.actions_by_name["fold_all"].trigger()
    reader.project.actions_by_name["fold_all"].trigger()
    assert (before, glide.is_on, glide.is_moving) == (True, False, False)
    reader.close()
    again = Person(qtbot, tmp_path)
    again.click("Look at the sample")
    assert not again.view.glide.is_on
    again.close()


# The focus is seen


def takes_focus(widget: QWidget) -> bool:
    """Whether one sees by the focus where one is; a card's editor is there only with it."""
    return (
        widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and widget.isEnabled()
        and not isinstance(widget, CardEditor | QLabel)
    )


def edge(widget: QWidget) -> QImage:
    """A picture of a widget; of one that is typed in, without what blinks in its middle."""
    QApplication.processEvents()
    picture = widget.grab()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QComboBox | QAbstractSpinBox):
        painter = QPainter(picture)
        painter.fillRect(widget.rect().adjusted(2, 2, -2, -2), Qt.GlobalColor.black)
        painter.end()
    return picture.toImage()


@pytest.mark.parametrize("theme", NAMES)
def test_the_focus_is_seen(reader: Person, theme: str) -> None:
    reader.window.choose_theme(theme)
    unseen = {}
    looked_at: set[tuple[str, str]] = set()
    for scene in scenes(reader):
        before = QApplication.focusWidget()
        for widget in [one for one in seen() if takes_focus(one)]:
            kind = (type(widget).__name__, widget.objectName() or widget.accessibleName())
            if kind in looked_at or scene == "card menu":
                continue
            widget.window().activateWindow()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            with_focus = edge(widget)
            widget.clearFocus()
            if edge(widget) == with_focus:
                unseen[kind] = scene
            looked_at.add(kind)
        if before:
            before.setFocus()
    assert unseen == {}
    assert len(looked_at) >= 30

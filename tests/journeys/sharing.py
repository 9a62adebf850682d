"""How a person shares projects and goes from library to library."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.journeys.driver import Person
from widgets.libraries.popup import LibraryPopup
from widgets.sharing.share_dialog import ShareDialog

Key = Qt.Key
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the next questions for a file."""
    answer = staticmethod(lambda *_args, **_more: (str(path), "Shared projects (*.rejoinder)"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)


def look_at(person: Person) -> None:
    """Go to the window of one of several people."""
    person.window.activateWindow()
    person.bot.waitUntil(lambda: QApplication.activeWindow() is person.window)


def share(person: Person, *parts: str) -> None:
    """Save a copy to share, with just these parts beside the map; where to is answered before."""
    look_at(person)
    person.press(Key.Key_S, ctrl, shift)
    dialog = person.dialog(ShareDialog)
    for name, box in dialog.boxes.items():
        if box.isVisible() and box.isEnabled() and box.isChecked() is not (name in parts):
            box.click()
    person.bot.keyClick(dialog, Key.Key_Return)
    person.bot.waitUntil(lambda: person.sees("Saved"))
    person.click("Close")


def choose_library(person: Person, words: str) -> None:
    """Choose from the list of libraries by typing."""
    if not [p for p in person.window.findChildren(LibraryPopup) if p.isVisible()]:
        person.press(Key.Key_L, ctrl, shift)
    person.type(words)
    person.press(Key.Key_Return)


def listed(person: Person) -> dict[str, str]:
    """What the list of libraries says, and what stands beside it."""
    person.press(Key.Key_L, ctrl, shift)
    (popup,) = (p for p in person.window.findChildren(LibraryPopup) if p.isVisible())
    tree = popup._list
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    found = {item.text(0): item.text(1) for item in items if item}
    person.press(Key.Key_Escape)
    return found


def place(person: Person) -> str:
    return person.window.status.place.text()

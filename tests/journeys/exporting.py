"""Exporting through the dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QWidget

from tests.journeys.driver import Person
from widgets.dialogs.export_dialog import ExportDialog


def open_export(person: Person) -> ExportDialog:
    """Ask for the dialog by its key."""
    person.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = (
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, ExportDialog) and window.isVisible()
    )
    return dialog


def export(person: Person) -> None:
    """Export with the options that are offered; the file must have been chosen already."""
    finish(person, open_export(person))


def finish(person: Person, dialog: ExportDialog) -> None:
    person.bot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    person.settle()


def choose(dialog: ExportDialog, name: str, value: str) -> None:
    """Choose in the list of an accessible name what stands for a value."""
    box = _named(dialog, QComboBox, name)
    assert isinstance(box, QComboBox)
    assert not box.isHidden()
    box.setCurrentIndex(box.findData(value))
    assert box.currentData() == value


def tick(dialog: ExportDialog, words: str) -> None:
    boxes = [box for box in dialog.findChildren(QCheckBox) if box.isVisible()]
    (box,) = (box for box in boxes if box.text() == words)
    box.click()


def _named(dialog: ExportDialog, kind: type[QWidget], name: str) -> QWidget:
    named = [one for one in dialog.findChildren(kind) if one.accessibleName() == name]
    (found,) = (one for one in named if one.isVisible())
    return found

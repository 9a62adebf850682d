"""Somebody whose claims rest on an article, and what such a person does with its text."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app import edits
from app.model.elements import Locution, MarkState, Source, SourceId
from tests.app.builders import Draft, anchor_of
from tests.journeys.driver import Person
from tests.widgets.scenes import put_into_library
from widgets.article.checking import MarkChecks
from widgets.article.correcting_dialog import CorrectingDialog
from widgets.captures.newer_dialog import NewerDialog
from widgets.intake.preview import Preview

D_ = TypeVar("D_", bound=QDialog)
Key = Qt.Key
control = Qt.KeyboardModifier.ControlModifier
control_shift = (control, Qt.KeyboardModifier.ShiftModifier)

BREAD = "Bread feeds all of us in this town every day."
CHEAP = "Anna says that bread is the cheapest food on the market."
BUTTER = "Butter has become dear this year, as the cows eat less."
PETER = "Peter says that nobody in the town needs any butter at all."
CHEESE = "Cheese keeps for a very long time in a cool cellar."
TEXT = f"{BREAD} {CHEAP}\n\n{BUTTER} {PETER}\n\n{CHEESE}"
NEWER = (
    f"{CHEESE}\n\n{BREAD.replace('every day', 'every single day')} {CHEAP}\n\n"
    f"The mill has closed down.\n\n{BUTTER}"
)


def keeper_of_market(qtbot: QtBot, folder: Path) -> Person:
    """Somebody whose claims rest on each sentence of an article."""
    draft = Draft("The market")
    source = Source(id=SourceId("market"), title="The market", text=TEXT)
    draft.do(edits.add_source(draft.map, source=source))
    other = Source(id=SourceId("other"), title="Another paper", text="Nothing of the kind.")
    draft.do(edits.add_source(draft.map, source=other))
    said = (
        ("Bread feeds", BREAD, ()),
        ("Bread is cheap", CHEAP, ("Anna",)),
        ("Butter is dear", BUTTER, ()),
        ("Butter is needless", PETER, ("Peter",)),
        ("Cheese keeps", CHEESE, ()),
    )
    for text, words, names in said:
        draft.saying(draft.claim(text), *names, anchor=anchor_of(source, words))
    put_into_library(folder, draft.map)
    return opened(qtbot, folder, draft)


def opened(qtbot: QtBot, folder: Path, draft: Draft) -> Person:
    person = Person(qtbot, folder)
    person.window.projects.open(draft.map.project.id)
    person.project.view.article.sources.chosen.emit("market")
    return person


def reopen(person: Person) -> None:
    key = person.map.project.id
    person.window.close_project()
    person.window.projects.open(key)


def do(person: Person, name: str) -> None:
    """Choose an action of the menu."""
    person.project.actions_by_name[name].trigger()


def before_dialog(person: Person, kind: type[D_]) -> D_:
    """Wait for a dialog, and until keys go to it."""
    dialog = person.dialog(kind)
    person.bot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def back_at_window(person: Person, kind: type[QDialog]) -> None:
    """Wait until a dialog is gone, and keys go to the window again."""
    person.bot.waitUntil(lambda: not person.window.findChildren(kind))
    person.window.activateWindow()
    person.bot.waitUntil(lambda: QApplication.activeWindow() is person.window)


def correct(person: Person, old: str, new: str) -> None:
    """Put a word right in the text, and wait for what comes of it."""
    do(person, "correct_text")
    dialog = before_dialog(person, CorrectingDialog)
    text = dialog.field.toPlainText()
    assert old in text
    cursor = dialog.field.textCursor()
    cursor.setPosition(text.index(old))
    cursor.setPosition(text.index(old) + len(old), cursor.MoveMode.KeepAnchor)
    dialog.field.setTextCursor(cursor)
    if new:
        cursor.insertText(new)
    else:
        person.bot.keyClick(dialog.field, Key.Key_Delete)
    person.bot.keyClick(dialog.field, Key.Key_Return, control)
    back_at_window(person, CorrectingDialog)


def take_newer(person: Person, text: str) -> None:
    """Take a newer text from the clipboard, as far as the preview of the document."""
    QGuiApplication.clipboard().setText(text)
    do(person, "newer_from_clipboard")
    preview = before_dialog(person, Preview)
    person.bot.keyClick(preview.form.title, Key.Key_Return)


def use_newer(person: Person, text: str) -> None:
    """Take a newer text in."""
    take_newer(person, text)
    dialog = before_dialog(person, NewerDialog)
    person.bot.keyClick(dialog.comparison.list, Key.Key_Return, control)
    back_at_window(person, NewerDialog)


def saying(person: Person, claim: str) -> Locution:
    (found,) = person.map.locutions_of(person.claim(claim).id)
    return found


def words(person: Person, claim: str) -> str:
    anchor = saying(person, claim).anchor
    return anchor.exact if anchor else ""


def state(person: Person, claim: str) -> MarkState:
    return saying(person, claim).mark_state


def checks(person: Person) -> MarkChecks:
    return person.project.view.article.checks


def rows(person: Person) -> list[str]:
    """What the list of marks that need a look says."""
    model = checks(person).list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]

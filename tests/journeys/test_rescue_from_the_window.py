"""A damaged library: what the person is told, what is rescued, and where the file is kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from storage.backups import Keep, look_after
from tests.journeys.driver import Person
from widgets.upkeep.backups_dialog import BackupsDialog
from widgets.upkeep.rescue_dialog import RescueDialog

Key = Qt.Key
PAGE = 4096


def damage(path: Path) -> None:
    """Let a bad disk write over pages in the middle of a file."""
    held = bytearray(path.read_bytes())
    for page in range(2, len(held) // PAGE, 7):
        held[page * PAGE : page * PAGE + 200] = b"\xff" * 200
    path.write_bytes(held)


def leave_damaged(person: Person, folder: Path) -> Path:
    person.close()
    path = folder / "library.sqlite"
    damage(path)
    return path


def button(dialog: RescueDialog, text: str) -> QPushButton:
    (one,) = (b for b in dialog.findChildren(QPushButton) if b.text() == text)
    return one


def test_what_can_be_read_is_rescued_with_a_report(
    reader: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    title = reader.map.project.title
    path = leave_damaged(reader, tmp_path)
    before = path.read_bytes()
    person = Person(qtbot, tmp_path)
    assert "damaged" in person.banner
    person.click("Rescue what can be read…")
    dialog = person.dialog(RescueDialog)
    assert title in dialog.report.toPlainText()
    button(dialog, "Copy the report").click()
    assert title in QGuiApplication.clipboard().text()
    button(dialog, "Close").click()
    model = person.window.start_page.list.model()
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    asides = [p for p in tmp_path.glob("library*damaged*") if p.suffix == ".sqlite"]
    assert [p.read_bytes() for p in asides] == [before], "the damaged file stays as it was"
    person.window.start_page.list.setFocus()
    person.press(Key.Key_Return)
    assert person.map.project.title == title
    person.close()


def test_what_holds_nothing_of_a_library_stays_and_is_told_of(
    reader: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    reader.close()
    path = tmp_path / "library.sqlite"
    held = path.read_bytes()
    path.write_bytes(held[:100] + b"\xff" * (len(held) - 100))
    person = Person(qtbot, tmp_path)
    left = path.read_bytes()
    person.click("Rescue what can be read…")
    qtbot.waitUntil(lambda: person.sees("nothing of a library") or person.sees("rescued"))
    assert path.read_bytes() == left
    person.close()


def test_a_backup_can_be_taken_back_instead(
    reader: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = reader.texts()
    project = reader.map.project.id
    reader.close()
    look_after(tmp_path / "library.sqlite", keep=Keep())
    damage(tmp_path / "library.sqlite")
    person = Person(qtbot, tmp_path)
    person.click("Go back to a backup…")
    dialog = person.dialog(BackupsDialog)
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", staticmethod(lambda *_a: yes))
    dialog.restore.click()
    qtbot.waitUntil(lambda: person.sees("as the backup has it"))
    person.window.projects.open(project)
    assert person.texts() == texts
    person.close()

"""What goes wrong outside, and what the person gets."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from storage.library import open_library
from tests.journeys.driver import Person
from tests.journeys.sharing import choose_library
from widgets.bugs import bug_dialog, install_hooks

Key = Qt.Key


def holding(path: Path) -> sqlite3.Connection:
    """Another program that holds the library."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return other


def test_an_edit_that_cannot_be_kept_is_not_shown_and_can_be_tried_again(
    mapper: Person, tmp_path: Path
) -> None:
    other = holding(tmp_path / "library.sqlite")
    mapper.press(Key.Key_N)
    assert mapper.texts() == []
    assert "library.sqlite" in mapper.banner
    other.execute("ROLLBACK")
    other.close()
    mapper.click("Try again")
    assert len(mapper.texts()) == 1
    assert mapper.banner == ""
    mapper.press(Key.Key_Escape)


def test_a_copy_can_be_saved_elsewhere_meanwhile(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = holding(tmp_path / "library.sqlite")
    reader.click_claim("Russia is quietly")
    reader.press(Key.Key_Delete)
    path = tmp_path / "copy.rejoinder"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(path), ""))
    )
    reader.click("Save a copy elsewhere…")
    assert "Saved copy.rejoinder" in reader.banner
    other.execute("ROLLBACK")
    other.close()
    library = open_library(path)
    assert library.open(reader.map.project.id).load() == reader.map
    library.close()


def test_a_library_that_cannot_be_opened_is_named_and_left_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "library.sqlite"
    path.write_text("no library, a shopping list", encoding="utf-8")
    person = Person(qtbot, tmp_path)
    assert "library.sqlite" in person.banner
    assert path.read_text(encoding="utf-8") == "no library, a shopping list"
    path.unlink()
    person.click("Try again")
    assert person.banner == ""
    person.close()


def test_another_library_can_be_used_instead(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library.sqlite").mkdir()
    person = Person(qtbot, tmp_path)
    other = tmp_path / "other.sqlite"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(other), ""))
    )
    person.click("Use another library…")
    choose_library(person, "new")
    assert person.window.status.place.text() == "Library: other"
    person.close()


def test_a_diagram_that_cannot_be_written_is_explained(reader: Person, tmp_path: Path) -> None:
    reader.project.exports.export_to(tmp_path / "nowhere" / "map.png")
    reader.bot.waitUntil(lambda: "was not written" in reader.banner)
    assert not (tmp_path / "nowhere").exists()


def test_an_export_can_be_stopped(reader: Person, tmp_path: Path) -> None:
    reader.project.exports.export_to(tmp_path / "map.pdf")
    reader.click("Stop")
    reader.bot.waitUntil(lambda: reader.banner != "", timeout=30_000)
    assert not (tmp_path / "map.pdf").exists()


def test_a_bug_is_told_once_with_a_report_and_work_goes_on(
    reader: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks = ("sys.excepthook", "threading.excepthook")
    for hook in hooks:
        monkeypatch.setattr(hook, lambda *_args: None)
    reporter = install_hooks(reader.window)
    try:
        for _ in range(2):
            reporter.report(ValueError, ValueError("a slip"), None)
        (box,) = (b for b in reader.window.findChildren(QMessageBox) if b.isVisible())
        assert "a slip" in box.detailedText()
        box.close()
    finally:
        from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415

        qInstallMessageHandler(None)
    reader.bot.waitUntil(lambda: not reader.window.findChildren(QMessageBox))
    reader.click_claim("Russia is quietly")
    reader.press(Key.Key_Delete)
    assert "Russia is quietly rooting for Trump’s victory." not in reader.texts()


def test_the_report_of_a_bug_can_be_copied(reader: Person) -> None:
    box = bug_dialog("Traceback: a slip", reader.window)
    (copy,) = (b for b in box.buttons() if b.text() == "Copy the report")
    copy.click()
    assert "Traceback: a slip" in QGuiApplication.clipboard().text()
    box.deleteLater()


def test_deleting_a_project_asks_first(reader: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    project = reader.map.project.id
    reader.press(Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    model = reader.window.start_page.list.model()
    for reply, left in (
        (QMessageBox.StandardButton.Cancel, 1),
        (QMessageBox.StandardButton.Yes, 0),
    ):
        monkeypatch.setattr(QMessageBox, "question", staticmethod(lambda *_a, r=reply: r))
        reader.window.start_page.deletion_wanted.emit(project)
        assert model.rowCount() == left


def test_a_project_without_a_title_is_refused(
    person: Person, answer: Callable[[str | None], None]
) -> None:
    answer("   ")
    person.click("New empty map")
    assert "needs a title" in person.banner
    answer(None)
    person.click("New empty map")
    assert person.window.project is None

"""Backups that are made by themselves, and going back to one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from storage.backups import backups_of
from tests.journeys.driver import Person
from widgets.upkeep.backups_dialog import BackupsDialog

Key = Qt.Key


def library(folder: Path) -> Path:
    return folder / "library.sqlite"


def back_up(person: Person, folder: Path) -> None:
    """Let the hour strike."""
    person.window.care.backing_up.look()
    person.bot.waitUntil(lambda: bool(backups_of(library(folder))))


def test_a_backup_is_made_while_one_works_and_when_one_leaves(
    mapper: Person, tmp_path: Path
) -> None:
    back_up(mapper, tmp_path)
    mapper.press(Key.Key_N)
    mapper.write("Bread is good")
    mapper.close()
    (backup,) = backups_of(library(tmp_path))  # the next is due in an hour
    assert backup.path.parent == tmp_path / "Backups"


def test_leaving_makes_the_first_backup(mapper: Person, tmp_path: Path) -> None:
    assert not backups_of(library(tmp_path))
    mapper.close()
    assert len(backups_of(library(tmp_path))) == 1


@pytest.mark.parametrize("reply", ["Yes", "Cancel"])
def test_one_can_go_back_to_a_backup(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reply: str
) -> None:
    mapper.press(Key.Key_N)
    mapper.write("Bread is good")
    back_up(mapper, tmp_path)
    mapper.press(Key.Key_Delete)
    project = mapper.map.project.id
    mapper.window.actions_by_name["backups"].trigger()
    dialog = mapper.dialog(BackupsDialog)
    chosen = QMessageBox.StandardButton[reply]
    monkeypatch.setattr(QMessageBox, "question", staticmethod(lambda *_a: chosen))
    mapper.bot.keyClick(dialog.list, Key.Key_Return)
    if reply == "Cancel":
        assert mapper.texts() == []
        dialog.close()
        return
    mapper.bot.waitUntil(lambda: mapper.sees("as the backup has it"))
    assert "kept as" in mapper.banner
    mapper.window.projects.open(project)
    assert mapper.texts() == ["Bread is good"]
    asides = list(tmp_path.glob("library*replaced*"))
    assert asides, "nothing is lost by going back"


def test_a_backup_that_cannot_be_made_is_a_quiet_line(mapper: Person, tmp_path: Path) -> None:
    (tmp_path / "Backups").write_text("in the way", encoding="utf-8")
    mapper.window.care.backing_up.look()
    mapper.bot.waitUntil(lambda: "No backup could be made" in mapper.advice)
    assert mapper.banner == ""


def test_a_library_without_backups_says_so(mapper: Person) -> None:
    mapper.window.actions_by_name["backups"].trigger()
    dialog = mapper.dialog(BackupsDialog)
    assert not dialog.restore.isEnabled()
    mapper.bot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()

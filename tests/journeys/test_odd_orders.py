"""Things done in an odd order or at a bad moment: no words are lost, nothing is a dead end."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app import edits
from storage.library import open_library
from storage.shared import write_shared_project
from tests.journeys.driver import Person
from tests.journeys.exporting import export
from tests.journeys.sharing import choose_library
from tests.make_sample import build_sample
from widgets.canvas.editor import CardEditor

Key = Qt.Key
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def holding(path: Path) -> sqlite3.Connection:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def letting_go(other: sqlite3.Connection) -> None:
    other.execute("ROLLBACK")
    other.close()


def answering(monkeypatch: pytest.MonkeyPatch, *replies: QMessageBox.StandardButton) -> list[str]:
    """Answer the next questions; returns what was asked."""
    asked: list[str] = []
    left = list(replies)

    def question(*args: object) -> QMessageBox.StandardButton:
        asked.append(str(args[2]))
        return left.pop(0)

    monkeypatch.setattr(QMessageBox, "question", staticmethod(question))
    return asked


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    answer = staticmethod(lambda *_args, **_more: (str(path), kind))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    answers = staticmethod(lambda *_args, **_more: ([str(path)], kind))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answers)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)


def test_words_typed_while_the_library_is_locked_stay_until_it_takes_them(
    mapper: Person, tmp_path: Path
) -> None:
    mapper.press(Key.Key_N)
    other = holding(tmp_path / "library.sqlite")
    mapper.type("A hard-won thought")
    mapper.press(Key.Key_Return)
    assert mapper.banner
    editor = QApplication.focusWidget()
    assert isinstance(editor, CardEditor)
    letting_go(other)
    mapper.press(Key.Key_Return)
    assert mapper.texts() == ["A hard-won thought"]
    assert not isinstance(QApplication.focusWidget(), CardEditor)


def test_leaving_with_words_that_cannot_be_kept_is_asked_about(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapper.press(Key.Key_N)
    other = holding(tmp_path / "library.sqlite")
    mapper.type("Unsaved")
    asked = answering(
        monkeypatch, QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard
    )
    mapper.window.close()
    assert mapper.window.isVisible()
    letting_go(other)
    other = holding(tmp_path / "library.sqlite")
    mapper.window.close()
    assert not mapper.window.isVisible()
    assert len(asked) == 2
    letting_go(other)


def test_going_to_all_projects_with_words_that_cannot_be_kept_is_asked_about(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapper.press(Key.Key_N)
    other = holding(tmp_path / "library.sqlite")
    mapper.type("Unsaved")
    asked = answering(monkeypatch, QMessageBox.StandardButton.Discard)
    mapper.project.actions_by_name["close_project"].trigger()
    letting_go(other)
    assert len(asked) == 1
    assert mapper.window.project is None


def test_undo_by_its_button_first_keeps_what_is_being_typed(mapper: Person) -> None:
    mapper.press(Key.Key_N)
    mapper.write("First")
    mapper.press(Key.Key_F2)
    mapper.type(" second")
    mapper.project.actions_by_name["undo"].trigger()
    assert mapper.texts() == ["First"]
    mapper.project.actions_by_name["redo"].trigger()
    assert mapper.texts() == ["First second"]


def test_deleting_a_claim_whose_editor_is_open_can_be_undone_with_its_words(
    mapper: Person,
) -> None:
    mapper.press(Key.Key_N)
    mapper.type("Typed")
    mapper.project.actions_by_name["delete"].trigger()
    assert mapper.texts() == []
    mapper.press(Key.Key_Z, ctrl)
    assert mapper.texts() == ["Typed"]


def test_a_claim_begun_and_left_blank_leaves_redo_as_it_was(mapper: Person) -> None:
    mapper.press(Key.Key_N)
    mapper.write("A")
    mapper.press(Key.Key_Z, ctrl)
    mapper.press(Key.Key_N)
    mapper.press(Key.Key_Escape)
    mapper.press(Key.Key_Z, ctrl, shift)
    assert mapper.texts() == ["A"]


def test_a_shared_project_is_a_guest_and_the_own_library_stays_home(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Callable[..., None]
) -> None:
    shared = tmp_path / "shared.rejoinder"
    write_shared_project(build_sample(), shared)
    choosing(monkeypatch, shared)
    person.click("Open an article…")
    assert person.window.status.place.text() == "Shared file: shared"
    answer("Of bread")
    person.window.new_project()
    assert person.map.project.title == "Of bread"
    assert person.window.status.place.text() == "Library: library"
    person.window.close_project()
    assert person.window.start_page.list.model().rowCount() == 1
    library = open_library(shared)
    assert [summary.title for summary in library.summaries()] == ["Putin and peace talks"]
    library.close()


def test_a_library_of_several_projects_takes_the_place_of_the_own(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = tmp_path / "several.rejoinder"
    library = open_library(several)
    for title in ("One", "Two"):
        library.create(edits.new_map(title=title))
    library.close()
    mapper.press(Key.Key_N)  # a blank claim is begun, and its editor open
    choosing(monkeypatch, several)
    mapper.window.beginning.open_article()
    assert mapper.banner == ""
    assert mapper.window.project is None
    assert mapper.window.start_page.list.model().rowCount() == 2
    assert mapper.window.status.place.text() == "Library: several"


def test_a_file_is_not_replaced_unasked_when_its_ending_is_added(
    reader: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "talks.svg"
    there.write_text("mine", encoding="utf-8")
    choosing(monkeypatch, tmp_path / "talks", "SVG drawing (*.svg)")
    asked = answering(monkeypatch, QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes)
    export(reader)
    assert there.read_text(encoding="utf-8") == "mine"
    export(reader)
    reader.bot.waitUntil(lambda: "Saved talks.svg" in reader.banner, timeout=30_000)
    assert "talks.svg is there already" in asked[0]
    choosing(monkeypatch, tmp_path / "Dr. No", "DOT (*.dot)")
    export(reader)
    reader.bot.waitUntil(lambda: "Saved Dr. No.dot" in reader.banner, timeout=30_000)


def test_a_second_export_waits_for_the_first(reader: Person, tmp_path: Path) -> None:
    reader.project.exports.export_to(tmp_path / "one.png")
    reader.project.exports.export_to(tmp_path / "two.png")
    assert "still being written" in reader.advice
    reader.bot.waitUntil(lambda: "Saved one.png" in reader.banner, timeout=30_000)
    assert not (tmp_path / "two.png").exists()
    reader.project.exports.export_to(tmp_path / "two.png")
    reader.window.close_project()


def test_an_article_is_added_to_the_open_project(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bread.txt"
    path.write_text("Bread is good.", encoding="utf-8")
    choosing(monkeypatch, path)
    mapper.press(Key.Key_O, ctrl, shift)
    mapper.take_in()
    assert mapper.map.project.title == "Of bread and butter"
    assert mapper.article.source
    assert mapper.article.source.text == "Bread is good."
    mapper.press(Key.Key_Z, ctrl)
    assert mapper.map.sources() == []
    path.write_bytes(b"")
    mapper.press(Key.Key_O, ctrl, shift)
    mapper.bot.waitUntil(lambda: "bread.txt" in mapper.banner)
    path.write_text("Butter is better.", encoding="utf-8")
    mapper.click("Try again")
    mapper.take_in()
    assert [source.text for source in mapper.map.sources()] == ["Butter is better."]


def test_folding_while_the_library_is_locked_is_told_and_tried_again(
    reader: Person, tmp_path: Path
) -> None:
    reader.click_claim("Putin is unlikely")
    other = holding(tmp_path / "library.sqlite")
    reader.press(Key.Key_F)
    assert "library.sqlite" in reader.banner
    reader.click("Try again")  # too early: told again
    assert "library.sqlite" in reader.banner
    letting_go(other)
    reader.click("Try again")
    assert set(reader.drawn()) == {reader.claim("Putin is unlikely").text}


def test_without_a_library_the_ways_to_begin_say_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Callable[..., None]
) -> None:
    (tmp_path / "library.sqlite").mkdir()
    person = Person(qtbot, tmp_path)
    person.click("Close")
    answer("Of bread")
    person.click("New empty map")
    assert "No library is open" in person.banner
    choosing(monkeypatch, tmp_path / "other.sqlite")
    person.click("Use another library…")
    choose_library(person, "new")
    person.click("New empty map")
    assert person.map.project.title == "Of bread"
    person.close()


def test_what_was_added_in_another_window_stands_beside_what_is_added_here(
    qtbot: QtBot, mapper: Person, tmp_path: Path
) -> None:
    mapper.press(Key.Key_N)
    mapper.write("From here")
    other = Person(qtbot, tmp_path)
    other.press(Key.Key_Return)
    other.view.setFocus()
    other.press(Key.Key_N)
    other.write("From there")
    other.close()
    mapper.window.activateWindow()
    mapper.project.view.performer.do(lambda m: edits.add_claim(m, text="Here again"))
    assert not mapper.banner
    assert sorted(mapper.texts()) == ["From here", "From there", "Here again"]

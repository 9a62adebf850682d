"""A long article with many marks is corrected, and the window answers meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.articles.taken import Kind, Taken
from app.model.elements import SourceId
from tests.benchmarks.changing import marked_map, newer_text
from tests.journeys.driver import Person
from tests.widgets.scenes import put_into_library
from widgets.article.correcting_dialog import CorrectingDialog
from widgets.captures.captures_dialog import CapturesDialog
from widgets.captures.newer_dialog import NewerDialog
from widgets.dialogs.working_dialog import WorkingDialog

Key = Qt.Key
control = Qt.KeyboardModifier.ControlModifier
WORDS = 200_000
SOURCE = SourceId("article")


@pytest.fixture
def student(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody with a long article and some marks."""
    yield from before_article(qtbot, tmp_path, marks=100, words=40_000)


@pytest.fixture
def scholar(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody with a very long article full of marks."""
    yield from before_article(qtbot, tmp_path, marks=300, words=WORDS)


def before_article(qtbot: QtBot, folder: Path, *, marks: int, words: int) -> Iterator[Person]:
    argument_map = marked_map(marks=marks, words=words)
    put_into_library(folder, argument_map)
    person = Person(qtbot, folder)
    person.window.projects.open(argument_map.project.id)
    yield person
    person.close()


def begin_to_correct(person: Person) -> CorrectingDialog:
    person.project.actions_by_name["correct_text"].trigger()
    dialog = person.dialog(CorrectingDialog)
    person.bot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    person.bot.keyClicks(dialog.field, "First of all: ")
    return dialog


def test_the_window_answers_while_marks_are_found_and_all_is_one_edit(student: Person) -> None:
    before = student.map
    dialog = begin_to_correct(student)
    turns: list[int] = []
    timer = QTimer(dialog)
    timer.timeout.connect(lambda: turns.append(1))
    timer.start(0)
    student.bot.keyClick(dialog.field, Key.Key_Return, control)
    student.bot.waitUntil(lambda: not student.window.findChildren(CorrectingDialog))
    assert len(turns) > 5
    assert "Marks: 100 kept." in student.advice
    assert student.map.source(SOURCE).text.startswith("First of all: ")
    student.project.actions_by_name["undo"].trigger()
    assert student.map == before


def test_the_place_in_the_article_stays_when_words_above_it_are_corrected(student: Person) -> None:
    def read() -> str:
        text = student.article
        assert text.source
        place = text.position_at(QPoint(text.viewport().width() // 2, 200))
        return text.source.text[place : place + 20]

    source = student.article.source
    assert source
    student.article.show_span(len(source.text) // 2)
    QApplication.processEvents()
    before = student.article.verticalScrollBar().value(), read()
    longer = "A whole new paragraph.\n\n" * 20 + source.text
    student.project.view.performer.do(
        lambda m: edits.correct_text(m, source=source.id, text=longer)
    )
    QApplication.processEvents()
    assert before[0] < student.article.verticalScrollBar().value()
    assert student.article.source
    around = student.article.source.text.index(before[1])
    place = student.article.position_at(QPoint(student.article.viewport().width() // 2, 200))
    assert abs(place - around) < 300


@pytest.mark.slow
def test_a_search_for_marks_is_stopped_and_no_word_of_the_correction_is_lost(
    scholar: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.dialogs.working_dialog._MOMENT", 0)
    before = scholar.map
    dialog = begin_to_correct(scholar)
    scholar.bot.keyClick(dialog.field, Key.Key_Return, control)
    scholar.bot.keyClick(scholar.dialog(WorkingDialog), Key.Key_Escape)
    scholar.bot.waitUntil(lambda: not scholar.window.findChildren(WorkingDialog))
    assert dialog.isVisible()
    assert dialog.text.startswith("First of all: ")
    assert scholar.map == before
    dialog.activateWindow()
    scholar.bot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    scholar.bot.keyClick(dialog.field, Key.Key_Return, control)
    scholar.bot.waitUntil(lambda: not scholar.window.findChildren(CorrectingDialog))
    assert scholar.map != before


@pytest.mark.slow
def test_a_newer_long_text_is_taken_in_and_compared(scholar: Person) -> None:
    texts = scholar.project.view.article.texts
    texts.show_newer(SOURCE, Taken(kind=Kind.TEXT, text=newer_text(words=WORDS)))
    dialog = scholar.dialog(NewerDialog)
    dialog.button.click()
    scholar.bot.waitUntil(lambda: not scholar.window.findChildren(NewerDialog))
    assert scholar.project.view.article.checks.isVisible()
    scholar.project.actions_by_name["compare_texts"].trigger()
    captures = scholar.dialog(CapturesDialog)
    scholar.bot.waitUntil(lambda: captures.told.text() != "")
    scholar.bot.keyClick(captures.comparison.list, Key.Key_End)
    captures.close()

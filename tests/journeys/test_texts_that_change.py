"""Articles that are corrected, or of which a newer text is taken in; and what becomes of marks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app import edits
from app.model.elements import MarkState, SourceId
from tests.app.builders import anchor_of
from tests.journeys.driver import Person
from tests.journeys.market import (
    BREAD,
    BUTTER,
    NEWER,
    TEXT,
    back_at_window,
    before_dialog,
    checks,
    control,
    control_shift,
    correct,
    do,
    keeper_of_market,
    reopen,
    rows,
    saying,
    state,
    take_newer,
    use_newer,
    words,
)
from widgets.article.correcting_dialog import CorrectingDialog
from widgets.captures.newer_dialog import NewerDialog

Key = Qt.Key


@pytest.fixture
def keeper(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody whose claims rest on each sentence of an article."""
    person = keeper_of_market(qtbot, tmp_path)
    yield person
    person.close()


# Correcting


def test_a_typo_is_corrected_and_all_marks_are_kept_with_one_undo(keeper: Person) -> None:
    before = keeper.map
    correct(keeper, "cows eat", "poor cows eat")
    assert "Marks: 4 kept, 1 reworded." in keeper.advice
    assert keeper.article.source
    assert "poor cows eat" in keeper.article.source.text
    assert state(keeper, "Butter is dear") is MarkState.REWORDED
    assert words(keeper, "Bread feeds") == BREAD
    keeper.press(Key.Key_Z, control)
    assert keeper.map == before


def test_the_text_cursor_stays_at_its_words_when_the_text_is_corrected(keeper: Person) -> None:
    def words_at_cursor() -> str:
        source, at = keeper.article.source, keeper.article.caret()
        assert source
        assert at
        return source.text[at : at + 12]

    keeper.article.show_span(TEXT.index("Cheese keeps"))
    correct(keeper, BUTTER, f"A whole paragraph was missed here.\n\n{BUTTER}")
    assert words_at_cursor() == "Cheese keeps"
    keeper.press(Key.Key_Z, control)
    assert words_at_cursor() == "Cheese keeps"


def test_a_missed_paragraph_moves_no_mark_away_from_its_words(keeper: Person) -> None:
    correct(keeper, BUTTER, f"A whole paragraph was missed here.\n\n{BUTTER}")
    assert "Marks: 5 kept." in keeper.advice
    assert words(keeper, "Butter is dear") == BUTTER
    assert not checks(keeper).isVisible()


def test_a_correction_that_is_given_up_asks_before_words_are_lost(
    keeper: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(keeper, "correct_text")
    dialog = before_dialog(keeper, CorrectingDialog)
    assert not dialog.button.isEnabled()
    keeper.bot.keyClicks(dialog.field, "Oh! ")
    assert dialog.button.isEnabled()
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    keeper.bot.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()
    keeper.bot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert keeper.map.source(SourceId("market")).text == TEXT


def test_a_text_without_words_is_refused_and_the_dialog_stays(keeper: Person) -> None:
    do(keeper, "correct_text")
    dialog = before_dialog(keeper, CorrectingDialog)
    dialog.field.selectAll()
    keeper.bot.keyClicks(dialog.field, "   ")
    keeper.bot.keyClick(dialog.field, Key.Key_Return, control)
    assert dialog.fault.isVisible()
    assert "no words" in dialog.fault.text()
    assert dialog.isVisible()


def test_words_marked_while_the_marks_are_found_are_not_forgotten(keeper: Person) -> None:
    do(keeper, "correct_text")
    dialog = before_dialog(keeper, CorrectingDialog)
    keeper.bot.keyClicks(dialog.field, "Lo: ")
    keeper.bot.keyClick(dialog.field, Key.Key_Return, control)
    anchor = anchor_of(keeper.map.source(SourceId("market")), "cool cellar")
    claim = keeper.claim("Cheese").id
    keeper.project.view.performer.do(lambda m: edits.mark(m, claim=claim, anchor=anchor))
    back_at_window(keeper, CorrectingDialog)
    assert len(keeper.map.locutions_of(claim)) == 2
    assert all(s.anchor and s.mark_state is MarkState.SURE for s in keeper.map.locutions_of(claim))


# A newer text


def test_a_newer_text_is_looked_at_before_it_is_taken_in(keeper: Person) -> None:
    before = keeper.map
    take_newer(keeper, NEWER)
    dialog = before_dialog(keeper, NewerDialog)
    assert "1 appeared" in dialog.told.text()
    assert "1 disappeared" in dialog.told.text()
    assert "1 lost" in dialog.told.text()
    first = dialog.marks.topLevelItem(0)
    assert first
    assert (first.text(0), first.text(1)) == ("×  lost", "Butter is needless")
    keeper.bot.keyClick(dialog, Key.Key_Escape)
    assert keeper.map == before


def test_the_marks_of_a_newer_text_are_gone_through_by_keys(keeper: Person) -> None:
    use_newer(keeper, NEWER)
    assert [row.split(":")[0] for row in rows(keeper)] == ["reworded", "lost"]
    assert QApplication.focusWidget() is checks(keeper).list
    assert keeper.selected == "Bread feeds"
    keeper.press(Key.Key_Return)
    assert state(keeper, "Bread feeds") is MarkState.SURE
    assert "every single day" in words(keeper, "Bread feeds")
    assert keeper.selected == "Butter is needless"
    assert checks(keeper).isVisible()

    keeper.press(Key.Key_M)
    assert "“Butter is needless”" in checks(keeper).asking.text()
    keeper.select_words("The mill has closed down")
    assert not keeper.project.view.article.bar.isVisible()
    keeper.press(Key.Key_Return)
    assert words(keeper, "Butter is needless") == "The mill has closed down"
    assert not checks(keeper).isVisible()
    assert not keeper.texts().count("The mill has closed down")

    for _ in range(2):
        keeper.press(Key.Key_Z, control)
    assert len(rows(keeper)) == 2
    for _ in range(2):
        keeper.press(Key.Key_Y, control)
    assert rows(keeper) == []


def test_marking_by_hand_is_left_with_escape(keeper: Person) -> None:
    use_newer(keeper, NEWER)
    keeper.press(Key.Key_M)
    assert QApplication.focusWidget() is keeper.article
    assert checks(keeper).asking.isVisible()
    keeper.press(Key.Key_Escape)
    assert not checks(keeper).asking.isVisible()
    assert QApplication.focusWidget() is checks(keeper).list
    keeper.press(Key.Key_Escape)
    assert QApplication.focusWidget() is keeper.article


def test_what_was_lost_stays_said_to_be_lost_when_the_project_is_opened_again(
    keeper: Person,
) -> None:
    use_newer(keeper, NEWER)
    reopen(keeper)
    assert [row.split(":")[0] for row in rows(keeper)] == ["reworded", "lost"]
    assert state(keeper, "Butter is needless") is MarkState.LOST
    keeper.view.setFocus()
    keeper.press(Key.Key_M, *control_shift)
    assert QApplication.focusWidget() is checks(keeper).list


def test_a_loss_is_accepted_or_the_saying_is_removed(keeper: Person) -> None:
    use_newer(keeper, NEWER)
    keeper.press(Key.Key_Down)
    assert keeper.selected == "Butter is needless"
    keeper.press(Key.Key_Return)
    assert state(keeper, "Butter is needless") is MarkState.SURE
    assert saying(keeper, "Butter is needless").anchor is None
    keeper.press(Key.Key_Delete)
    assert keeper.map.locutions_of(keeper.claim("Bread feeds").id) == []
    assert QApplication.focusWidget() is keeper.article


def test_all_reworded_marks_are_accepted_at_once_after_one_question(
    keeper: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_newer(keeper, NEWER.replace("cows eat", "poor cows eat"))
    asked: list[str] = []

    def question(*args: object) -> QMessageBox.StandardButton:
        asked.append(str(args[2]))
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", question)
    do(keeper, "accept_marks")
    assert asked == ["Accept the new words of all 2 reworded marks?"]
    assert [row.split(":")[0] for row in rows(keeper)] == ["lost"]
    keeper.press(Key.Key_Z, control)
    assert len(rows(keeper)) == 3


def test_a_newer_text_that_says_the_same_changes_nothing(keeper: Person) -> None:
    before = keeper.map
    take_newer(keeper, TEXT.replace(" ", "  "))
    keeper.bot.waitUntil(lambda: "just the same" in keeper.advice)
    assert keeper.map == before


def test_a_newer_text_can_come_from_a_file(
    keeper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "newer.txt"
    path.write_text(NEWER, encoding="utf-8")
    monkeypatch.setattr("widgets.article.newer_texts.ask_article", lambda _: path)
    do(keeper, "newer_from_file")
    keeper.take_in()
    dialog = before_dialog(keeper, NewerDialog)
    dialog.button.click()
    source = keeper.map.source(SourceId("market"))
    assert (source.text, source.origin) == (NEWER, "newer.txt")
    assert source.captured
    assert [capture.text for capture in keeper.map.captures_of(source.id)] == [TEXT]


def test_the_details_of_a_claim_say_that_its_mark_needs_a_look(keeper: Person) -> None:
    use_newer(keeper, NEWER)
    keeper.view.setFocus()
    keeper.click_claim("Butter is needless")
    keeper.click("×  lost: have a look")
    assert QApplication.focusWidget() is checks(keeper).list
    assert checks(keeper).list.currentIndex().row() == 1

"""What was done is there to be read, looked back at, and brought back."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app import edits
from tests.journeys.driver import Person
from widgets.history.model import PAGE
from widgets.history.panel import HistoryPanel
from widgets.history.past_view import PastView

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def writer(mapper: Person) -> Person:
    """Somebody who has written two claims, deleted one, and has the history open."""
    mapper.press(Key.Key_N)
    mapper.write("Bread is good")
    mapper.press(Key.Key_N)
    mapper.write("Butter is better")
    mapper.press(Key.Key_Delete)
    mapper.press(Key.Key_6, CTRL)
    return mapper


def panel(person: Person) -> HistoryPanel:
    return person.project.view.history


def rows(person: Person) -> list[str]:
    model = panel(person).model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def past(person: Person) -> PastView:
    seen = person.project.view.looking.past
    assert seen
    return seen


def look_back(person: Person, row: int) -> PastView:
    """Go down the list to a row, and press Enter."""
    panel(person).list.setFocus()
    person.press(Key.Key_Home)
    for _ in range(row):
        person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    return past(person)


def said_then(person: Person) -> list[str]:
    seen = past(person).reading
    return sorted(seen.map.claim(key).text for key in seen.outline.cards)


def test_the_newest_edit_comes_first(writer: Person) -> None:
    assert rows(writer)[0].startswith("Delete")
    model = panel(writer).model
    assert model.day_above(model.index(0)) == "Today"
    assert not model.day_above(model.index(1))
    writer.view.setFocus()
    writer.press(Key.Key_Z, CTRL)
    writer.bot.waitUntil(lambda: rows(writer)[0].startswith("Undone: Delete"))


def test_looking_back_changes_nothing(writer: Person) -> None:
    seen = look_back(writer, 1)
    assert said_then(writer) == ["Bread is good", "Butter is better"]
    seen.setFocus()
    for key in (Key.Key_Down, Key.Key_Delete, Key.Key_Tab, Key.Key_O, Key.Key_F2):
        writer.bot.keyClick(seen.view, key)
    assert said_then(writer) == ["Bread is good", "Butter is better"]
    assert writer.texts() == ["Bread is good"]
    seen.setFocus()
    writer.press(Key.Key_Escape)
    assert writer.project.view.looking.past is None
    assert writer.view.isVisible()
    assert writer.focus is writer.view


def test_the_arrows_go_on_through_the_past(writer: Person) -> None:
    look_back(writer, 1)
    writer.press(Key.Key_Up)
    writer.bot.waitUntil(lambda: said_then(writer) == ["Bread is good"])


def test_a_past_state_is_restored_as_one_edit(writer: Person) -> None:
    look_back(writer, 1)
    writer.click("Restore")
    assert writer.texts() == ["Bread is good", "Butter is better"]
    assert writer.project.view.looking.past is None
    writer.view.setFocus()
    writer.press(Key.Key_Z, CTRL)
    assert writer.texts() == ["Bread is good"]


def test_single_claims_are_taken_over_by_keys(writer: Person) -> None:
    writer.view.setFocus()
    writer.press(Key.Key_N)
    writer.write("Jam is best")
    panel(writer).refresh()
    row = next(n for n, words in enumerate(rows(writer)) if words.startswith("Delete")) + 1
    seen = look_back(writer, row)
    assert not seen.take.isEnabled()
    seen.setFocus()
    writer.press(Key.Key_A, CTRL)
    assert len(seen.claims) == 2
    writer.press(Key.Key_Return)
    assert writer.texts() == ["Bread is good", "Butter is better", "Jam is best"]
    chosen = writer.project.view.selection.claims(writer.map)
    assert {writer.map.claim(key).text for key in chosen} == {"Bread is good", "Butter is better"}


@pytest.mark.parametrize("choice", ["Forget", "Cancel"])
def test_old_history_is_forgotten_on_request_only(
    writer: Person, monkeypatch: pytest.MonkeyPatch, choice: str
) -> None:
    asked: list[str] = []

    def reply(box: QMessageBox) -> None:
        asked.append(box.text())
        next(b for b in box.buttons() if b.text().replace("&", "") == choice).click()

    monkeypatch.setattr(QMessageBox, "exec", reply)
    look_back(writer, 1)
    many = len(rows(writer))
    panel(writer).trim.click()
    assert "undo cannot go back" in asked[0]
    assert len(rows(writer)) == (1 if choice == "Forget" else many)
    writer.view.setFocus()
    writer.project.actions_by_name["undo"].trigger()
    assert writer.texts() == ["Bread is good", "Butter is better"]
    assert writer.project.actions_by_name["undo"].isEnabled() is (choice == "Cancel")


def test_a_long_history_is_read_as_one_scrolls(
    mapper: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    do = mapper.project.view.performer.do
    for number in range(PAGE):
        do(partial(edits.add_claim, text=f"Claim {number}"))
        do(partial(edits.rename_project, title=f"Bread {number}"))
    project = mapper.map.project.id
    mapper.close()
    person = Person(qtbot, tmp_path)
    person.window.projects.open(project)
    person.press(Key.Key_6, CTRL)
    read = len(rows(person))
    assert read <= PAGE
    panel(person).list.scrollToBottom()
    person.bot.waitUntil(lambda: len(rows(person)) > read)
    person.close()


def test_an_empty_history_says_so(mapper: Person) -> None:
    mapper.press(Key.Key_6, CTRL)
    assert rows(mapper) == []
    assert not panel(mapper).list.isVisible()
    assert not panel(mapper).trim.isEnabled()


def test_what_was_undone_is_told_from_what_is_in_force(writer: Person) -> None:
    def undone() -> list[str]:
        model = panel(writer).model
        told = [model.index(row) for row in range(model.rowCount())]
        return [
            str(index.data())
            for index in told
            if "undone since" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        ]

    assert undone() == []
    deleted = rows(writer)[0]
    writer.view.setFocus()
    writer.press(Key.Key_Z, CTRL)
    panel(writer).refresh()
    assert rows(writer)[0] == f"Undone: {deleted}"
    assert undone() == [deleted]
    writer.press(Key.Key_Y, CTRL)
    panel(writer).refresh()
    assert undone() == []
    writer.press(Key.Key_Z, CTRL)
    writer.press(Key.Key_N)
    writer.write("Jam is best")  # from now on nothing can do it again
    panel(writer).refresh()
    assert undone() == [deleted]

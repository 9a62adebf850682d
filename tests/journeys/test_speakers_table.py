"""The table of speakers and claims: read, narrowed, followed, copied, and left for the map."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from app import edits
from app.model.elements import Stance
from tests.journeys.driver import Person
from widgets.speakers.table_window import TableWindow

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(reader: Person) -> TableWindow:
    """The table over the sample, opened by keys."""
    reader.press(Key.Key_T, ctrl)
    (window,) = reader.window.findChildren(TableWindow)
    reader.bot.waitUntil(window.isVisible)
    return window


def columns(table: TableWindow) -> list[str]:
    model = table.model
    across = Qt.Orientation.Horizontal
    return [str(model.headerData(i, across)) for i in range(model.columnCount())]


def rows(table: TableWindow) -> dict[str, list[str]]:
    """What stands in the cells of each claim."""
    model = table.model
    return {
        str(model.headerData(row, Qt.Orientation.Vertical)): [
            str(model.index(row, column).data()) for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    }


def test_it_shows_who_says_what_and_how(table: TableWindow) -> None:
    assert columns(table)[:2] == ["CNN", "The Washington Post"]
    shown = rows(table)
    russia = next(cells for claim, cells in shown.items() if claim.startswith("Russia is quietly"))
    assert russia == ["", "+ asserts", "", "", ""]
    assert next(iter(shown)).startswith("Putin is unlikely")


def test_who_only_passes_things_on_has_no_column(reader: Person, table: TableWindow) -> None:
    claim = reader.claim("Russia is quietly").id
    perform = reader.project.view.performer.do
    perform(lambda m: edits.say(m, claim=claim, speakers=["An expert", "A paper"]))
    reader.bot.waitUntil(lambda: "An expert" in columns(table))
    assert "A paper" not in columns(table)


def test_it_follows_the_map(reader: Person, table: TableWindow) -> None:
    claim = reader.claim("Russia is quietly").id
    perform = reader.project.view.performer.do
    perform(lambda m: edits.say(m, claim=claim, speakers=["CNN"], stance=Stance.DENIES))
    russia = reader.claim("Russia is quietly").text
    reader.bot.waitUntil(lambda: rows(table)[russia][:2] == ["− denies", "+ asserts"])
    table.disputed.click()
    assert list(rows(table)) == [russia]
    reader.project.view.performer.undo()
    reader.bot.waitUntil(lambda: rows(table) == {})


def test_speakers_are_chosen(reader: Person, table: TableWindow) -> None:
    listed = table.choice.list
    listed.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "CNN" not in columns(table)
    assert all(any(cells) for cells in rows(table).values())
    table.choice.search.setText("post")
    shown = [listed.item(i).text() for i in range(listed.count()) if not listed.item(i).isHidden()]
    assert shown == ["The Washington Post"]
    perform = reader.project.view.performer.do
    claim = reader.claim("A firmer").id
    perform(lambda m: edits.say(m, claim=claim, speakers=["Reuters"]))
    reader.bot.waitUntil(lambda: "Reuters" in columns(table))
    assert "CNN" not in columns(table)


def test_enter_goes_to_the_claim_and_shift_enter_to_its_words(
    reader: Person, table: TableWindow
) -> None:
    table.activateWindow()
    reader.bot.waitUntil(table.isActiveWindow)
    table.table.setCurrentIndex(table.model.index(1, 0))
    reader.bot.keyClick(table.table, Key.Key_Return)
    assert reader.selected == list(rows(table))[1]
    reader.bot.keyClick(table.table, Key.Key_Return, shift)
    assert reader.article.isVisible()


def test_it_is_copied_as_text_that_no_spreadsheet_computes(
    reader: Person, table: TableWindow
) -> None:
    claim = reader.claim("Putin is unlikely").id
    perform = reader.project.view.performer.do
    perform(lambda m: edits.set_text(m, claim=claim, text='=HYPERLINK("x")\tand\nmore'))
    reader.bot.waitUntil(lambda: next(iter(rows(table))).startswith("=HYPER"))
    button = next(b for b in table.findChildren(QPushButton) if b.text() == "Copy the table")
    button.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == ["", *columns(table)]
    assert lines[1].split("\t") == ['\'=HYPERLINK("x") and more', "asserts", "", "", "", ""]
    assert len(lines) == table.model.rowCount() + 1


def test_it_closes_with_its_project(reader: Person, table: TableWindow) -> None:
    table.close()
    reader.press(Key.Key_T, ctrl)
    assert any(window.isVisible() for window in reader.window.findChildren(TableWindow))
    reader.window.close_project()
    reader.bot.waitUntil(lambda: reader.window.findChildren(TableWindow) == [])

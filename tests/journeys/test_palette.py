"""The command palette and the page with the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextBrowser

from tests.journeys.driver import Person
from widgets.dialogs.keys_page import KeysPage
from widgets.palette import Palette

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier


def opened(person: Person) -> Palette:
    person.press(Key.Key_K, ctrl)
    (palette,) = (p for p in person.window.findChildren(Palette) if p.isVisible())
    return palette


def test_an_action_is_found_by_some_of_its_name_and_done(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    palette = opened(reader)
    assert len(palette.shown()) > 30
    reader.type("delet")
    assert palette.shown()[0] == "Delete with what hangs below"
    reader.press(Key.Key_Return)
    assert "Russia is quietly rooting for Trump’s victory." not in reader.texts()


def test_the_arrows_choose_and_escape_leaves(reader: Person) -> None:
    palette = opened(reader)
    reader.type("zoom")
    first, second = palette.shown()[:2]
    reader.press(Key.Key_Down)
    item = palette._list.currentItem()
    assert item
    assert item.text(0) == second != first
    reader.press(Key.Key_Up)
    reader.press(Key.Key_Escape)
    QApplication.processEvents()
    assert reader.window.findChildren(Palette) == []


def test_nothing_happens_where_nothing_matches(reader: Person) -> None:
    palette = opened(reader)
    reader.type("xyzzy qqq")
    assert palette.shown() == []
    before = reader.map
    reader.press(Key.Key_Return)
    assert reader.map == before


def test_the_page_of_keys_names_them_all(person: Person) -> None:
    person.press(Key.Key_F1)
    (page,) = person.window.findChildren(KeysPage)
    browser = page.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    text = browser.toPlainText()
    for words in ("Objection", "Ctrl+K", "Shift+Del", "Who says it"):
        assert words in text
    page.close()

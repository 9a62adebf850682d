"""A page from the web: only when somebody gives its address, and with a way to stop."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.app.articles.documents import MORE, WORDS
from tests.app.articles.web_server import serving
from tests.app.loopback import Loopback
from tests.journeys.driver import Person
from widgets.intake.address import AddressDialog
from widgets.intake.password import PasswordDialog
from widgets.intake.preview import Preview

Key = Qt.Key


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as server:
        yield server


def drop(place: QWidget, mime: QMimeData) -> bool:
    """Drop something on a widget; whether it is taken."""
    at, copy = QPointF(40, 40), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), copy, mime, left, none)
    enter.ignore()
    QApplication.sendEvent(place, enter)
    QApplication.sendEvent(place, QDropEvent(at, copy, mime, left, none))
    return enter.isAccepted()


def ask(person: Person, address: str) -> AddressDialog:
    """Type an address in place of the one that is there, and press Enter."""
    dialog = person.dialog(AddressDialog)
    dialog.field.setFocus()
    dialog.field.selectAll()
    person.bot.keyClicks(dialog.field, address)
    person.bot.keyClick(dialog.field, Key.Key_Return)
    return dialog


def test_a_page_is_fetched_looked_at_and_taken_in(person: Person, server: Loopback) -> None:
    QGuiApplication.clipboard().setText(f"{server.root}/page")
    person.click("Open a web page…")
    dialog = person.dialog(AddressDialog)
    assert dialog.field.text() == f"{server.root}/page"  # from the clipboard
    person.bot.keyClick(dialog.field, Key.Key_Return)
    person.take_in()
    (source,) = person.map.sources()
    assert source.text == f"{WORDS}\n\n{MORE}"
    assert source.address == f"{server.root}/page"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("file:///etc/passwd", "Only addresses that begin with http or https"),
        ("javascript:alert(1)", "Only addresses that begin with http or https"),
        ("not an address", "no address on the web"),
        ("/to/file:///etc/passwd", "“file:”"),
        ("/to/http://127.0.0.2/", "into this computer or its own network"),
        ("/status/404", "no page at this address"),
        ("/huge", "too big"),
    ],
)
def test_a_bad_address_is_told_beside_it_and_can_be_mended(
    person: Person, server: Loopback, path: str, sentence: str
) -> None:
    person.window.beginning.open_address("https://example.org")
    dialog = ask(person, server.root + path if path.startswith("/") else path)
    person.bot.waitUntil(lambda: sentence in dialog.trouble.text())
    assert dialog.trouble.isVisible()
    ask(person, f"{server.root}/page")
    person.take_in()
    assert person.map.sources()[0].text.startswith(WORDS)


def test_a_site_that_never_answers_is_stopped_by_escape(person: Person, server: Loopback) -> None:
    person.window.beginning.open_address("https://example.org")
    dialog = ask(person, f"{server.root}/silent")
    assert dialog.bar.isVisible()
    person.bot.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.bar.isVisible()
    person.bot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert person.window.project is None


def test_closing_the_window_stops_fetching(person: Person, server: Loopback) -> None:
    person.window.beginning.open_address("https://example.org")
    ask(person, f"{server.root}/silent")
    person.close()
    assert not [one for one in person.window.findChildren(AddressDialog) if one.isVisible()]


def test_a_page_is_added_to_an_open_project(reader: Person, server: Loopback) -> None:
    reader.project.actions_by_name["add_address"].trigger()
    ask(reader, f"{server.root}/page")
    reader.take_in()
    assert len(reader.map.sources()) == 2
    assert reader.article.source
    assert reader.article.source.text.startswith(WORDS)


def test_a_locked_document_from_the_web_asks_for_its_password(
    person: Person, server: Loopback
) -> None:
    person.window.beginning.open_address("https://example.org")
    ask(person, f"{server.root}/locked/butter")
    asking = person.dialog(PasswordDialog)
    person.bot.keyClicks(asking.field, "butter")
    person.bot.keyClick(asking.field, Key.Key_Return)
    person.take_in()
    (source,) = person.map.sources()
    assert source.text == WORDS
    assert source.address == f"{server.root}/locked/butter"


# Dropped


def test_a_link_that_is_dropped_only_fills_in_the_address(person: Person) -> None:
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/peace")])
    assert drop(person.window.start_page.list.viewport(), link)
    dialog = person.dialog(AddressDialog)
    assert dialog.field.text() == "https://example.org/peace"
    assert not dialog.bar.isVisible()
    person.bot.keyClick(dialog, Key.Key_Escape)


def test_words_from_another_program_are_dropped_on_the_open_project(reader: Person) -> None:
    words = QMimeData()
    words.setText("Not so\n\nOthers say that it is not so.")
    assert drop(reader.article.viewport(), words)
    assert reader.dialog(Preview).form.title.text() == "Not so"
    reader.take_in()
    assert {source.title for source in reader.map.sources()} >= {"Not so"}


def test_nothing_that_can_be_read_is_not_taken(person: Person) -> None:
    nothing = QMimeData()
    nothing.setData("application/x-unknown", b"1")
    assert not drop(person.window.start_page, nothing)

"""Articles that are taken in: pasted, dropped, and what is none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.app.articles import documents
from tests.journeys.driver import Person

Key = Qt.Key
shift = Qt.KeyboardModifier.ShiftModifier


def drop(person: Person, path: Path) -> None:
    """Drop a file on the start page."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place, copy = QPointF(40, 40), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page = person.window.start_page
    QApplication.sendEvent(page, QDragEnterEvent(place.toPoint(), copy, mime, left, none))
    QApplication.sendEvent(page, QDropEvent(place, copy, mime, left, none))


def test_an_article_can_be_pasted(person: Person) -> None:
    QGuiApplication.clipboard().setText("Bread and butter\n\nBread is good. Butter is better.")
    person.click("Paste an article")
    person.take_in()
    (source,) = person.map.sources()
    assert source.title == "Bread and butter"
    assert person.window.windowTitle() == "Bread and butter — Rejoinder"


def test_an_article_can_be_dropped(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "bread.txt"
    path.write_text("Bread is good. Butter is better.", encoding="utf-16")
    drop(person, path)
    person.take_in()
    assert person.map.sources()[0].text == "Bread is good. Butter is better."


_WORDS = "Bread is good, and butter is better than bread without anything on it."


_DOCUMENTS = {
    "bread.html": documents.page(f"<nav>Menu</nav><article><p>{_WORDS}</p></article>"),
    "bread.pdf": documents.pdf([_WORDS]),
    "bread.docx": documents.word(_WORDS),
}


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_an_article_can_be_of_many_kinds(person: Person, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(_DOCUMENTS[name])
    drop(person, path)
    person.take_in()
    (source,) = person.map.sources()
    assert source.text == _WORDS


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", b"\x7fELF\x00\x01\x02" * 50),
        ("huge.txt", b"a" * 5_000_000),
    ],
)
def test_what_is_no_article_gets_one_sentence_and_stays_as_it_is(
    person: Person, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    drop(person, path)
    person.bot.waitUntil(lambda: name in person.banner)
    assert person.window.project is None
    assert path.read_bytes() == content


def test_an_empty_clipboard_is_no_article(person: Person) -> None:
    QGuiApplication.clipboard().clear()
    person.click("Paste an article")
    person.bot.waitUntil(lambda: person.banner != "")
    assert person.window.project is None

"""Marking an article, and going from its words to the map and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton

from app.model.elements import Fidelity
from tests.journeys.driver import Person
from widgets.article.marking_bar import MarkingBar

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
    (source,) = person.map.sources()
    assert source.title == "Bread and butter"
    assert person.window.windowTitle() == "Bread and butter — Rejoinder"


def test_an_article_can_be_dropped(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "bread.txt"
    path.write_text("Bread is good. Butter is better.", encoding="utf-16")
    drop(person, path)
    assert person.map.sources()[0].text == "Bread is good. Butter is better."


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
    assert name in person.banner
    assert person.window.project is None
    assert path.read_bytes() == content


def test_an_empty_clipboard_is_no_article(person: Person) -> None:
    QGuiApplication.clipboard().clear()
    person.click("Paste an article")
    assert person.banner
    assert person.window.project is None


def test_words_are_snapped_and_marked_with_their_speaker(reader: Person) -> None:
    reader.select_words("kraine is a means to an en")
    reader.say_who("John Lough")
    reader.press(Key.Key_Return)
    claim = reader.claim("Ukraine is a means to an end")
    (saying,) = reader.map.locutions_of(claim.id)
    assert saying.anchor
    assert saying.anchor.exact == "Ukraine is a means to an end"
    assert saying.fidelity is Fidelity.QUOTATION
    assert reader.selected == claim.text
    assert not reader.project.view.article.bar.isVisible()


def test_the_bar_offers_only_what_can_be_done(reader: Person) -> None:
    reader.select_words("any concessions would be viewed")
    bar = reader.project.view.article.bar
    assert bar.isVisible()
    assert not button(bar, "Reason").isEnabled()
    reader.click_claim("Russia is quietly")
    reader.article.setFocus()
    reader.select_words("any concessions would be viewed")
    assert button(bar, "Reason").isEnabled()


def button(bar: MarkingBar, text: str) -> QToolButton:
    return next(b for b in bar.findChildren(QToolButton) if b.text() == text)


def test_a_claim_can_rest_on_more_words(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    before = len(reader.map.locutions_of(reader.claim("Russia is quietly").id))
    reader.select_words("Putin appears willing to endure high casualties")
    reader.press(Key.Key_F)
    assert len(reader.map.locutions_of(reader.claim("Russia is quietly").id)) == before + 1


def test_words_without_a_place_to_go_are_answered_with_advice(reader: Person) -> None:
    reader.click_empty_map()
    reader.select_words("Putin appears willing")
    reader.press(Key.Key_R)
    assert "Select the claim" in reader.advice
    reader.press(Key.Key_F)
    assert "Select a claim" in reader.advice
    reader.article.clear_selection()
    reader.press(Key.Key_Return)
    assert "Select some words" in reader.advice


def test_shift_enter_goes_to_the_words_and_back(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    reader.press(Key.Key_Return, shift)
    assert QApplication.focusWidget() is reader.article
    reader.click_empty_map()
    reader.select_words("quietly")
    reader.press(Key.Key_Return, shift)
    assert reader.selected == "Russia is quietly rooting for Trump’s victory."
    reader.click_claim("A firmer")
    reader.press(Key.Key_Return, shift)
    assert "no words" in reader.advice


def test_a_click_on_marked_words_selects_their_claim(reader: Person) -> None:
    source = reader.article.source
    assert source
    reader.article.show_span(source.text.index("quietly rooting"))
    point = reader._point_before(source.text.index("rooting") + 2)
    reader.bot.mouseClick(reader.article.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert reader.selected == "Russia is quietly rooting for Trump’s victory."


def test_a_second_article_is_chosen_from_a_list(reader: Person) -> None:
    from app import edits  # noqa: PLC0415
    from app.articles.intake import paste_article  # noqa: PLC0415

    source = paste_article("Another view\n\nNot so, say others.")
    reader.project.view.performer.do(lambda m: edits.add_source(m, source=source))
    choice = reader.project.view.article._choice
    assert choice.isVisible()
    choice.setCurrentIndex(choice.findText("Another view"))
    choice.activated.emit(choice.currentIndex())
    assert reader.article.source == source


def test_marks_follow_the_map_and_undo(reader: Person) -> None:
    before = len(reader.article.marks)
    reader.click_claim("Trump’s approach")
    reader.press(Key.Key_Delete)
    assert len(reader.article.marks) == before - 2
    reader.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(reader.article.marks) == before


def test_emoji_before_the_words_do_not_shift_the_mark(person: Person) -> None:
    QGuiApplication.clipboard().setText(
        "Title here\n\n😀😀 One 👩‍👩‍👧 thing is said. Another is not."
    )
    person.click("Paste an article")
    person.select_words("Another is not")
    person.press(Key.Key_Return)
    claim = person.claim("Another")
    (saying,) = person.map.locutions_of(claim.id)
    assert saying.anchor
    assert saying.anchor.exact == "Another is not"

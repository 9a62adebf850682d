"""Words found in all projects, and the way to where they are."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.driver import Person
from widgets.everywhere.popup import SearchPopup

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def keeper(reader: Person, answer: Callable[[str | None], None]) -> Person:
    """Somebody with two projects, of which the one with bread is open."""
    reader.press(Key.Key_W, CTRL)
    answer("Of bread and butter")
    reader.click("New empty map")
    reader.view.setFocus()
    reader.press(Key.Key_N)
    reader.write("Brötchen are good")
    return reader


def look_for(person: Person, words: str) -> SearchPopup:
    person.press(Key.Key_F, CTRL, ALT)
    (popup,) = (p for p in person.window.findChildren(SearchPopup) if p.isVisible())
    person.bot.keyClicks(person.focus, words)
    return popup


def test_what_is_found_in_another_project_is_gone_to(keeper: Person) -> None:
    popup = look_for(keeper, "quietly rooting")
    assert any("quietly rooting" in words for words in popup.shown())
    keeper.press(Key.Key_Return)
    QApplication.processEvents()
    assert "quietly rooting" in keeper.selected or keeper.article.isVisible()
    assert keeper.map.project.title != "Of bread and butter"


def test_a_claim_is_found_without_its_accents_and_by_its_beginning(keeper: Person) -> None:
    keeper.press(Key.Key_W, CTRL)
    keeper.click("Find in all projects…")
    keeper.bot.keyClicks(keeper.focus, "brotch")
    (popup,) = (p for p in keeper.window.findChildren(SearchPopup) if p.isVisible())
    assert popup.shown() == ["Brötchen are good"]
    keeper.press(Key.Key_Return)
    assert keeper.selected == "Brötchen are good"
    assert keeper.focus is keeper.view


def test_the_passage_of_an_article_is_shown(keeper: Person) -> None:
    popup = look_for(keeper, "article")
    popup.close()
    keeper.press(Key.Key_W, CTRL)
    keeper.click("Look at the sample")
    source = keeper.article.source
    assert source
    words = source.text[2000:2040].split()[1:4]
    found, _ = keeper.window.projects.search(" ".join(words))
    passage = next(one for one in found if one.kind == "source")
    keeper.window.everywhere.go_to(passage)
    assert keeper.focus is keeper.article
    start = keeper.article.document_position(source.text.index(words[0], 1990))
    assert abs(keeper.article.textCursor().position() - start) < 60


def test_what_is_nowhere_is_said_so(keeper: Person) -> None:
    popup = look_for(keeper, "zzzz")
    assert popup.shown() == []
    popup.close()


def test_a_speaker_is_found(keeper: Person) -> None:
    found, _ = keeper.window.projects.search("Lough")
    speaker = next(one for one in found if one.kind == "speaker")
    keeper.window.everywhere.go_to(speaker)
    assert keeper.project.view.speakers.isVisible()

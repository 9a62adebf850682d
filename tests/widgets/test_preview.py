"""What is told of a document before it is taken in."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.articles.taken import Kind, Taken
from widgets.intake.preview import Preview, kind_name, sizes
from widgets.intake.purpose import Purpose


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_document_has_a_name(kind: Kind) -> None:
    assert kind_name(kind)


def test_words_and_paragraphs_are_counted() -> None:
    assert sizes("One two.\n\nThree.") == ("3 words", "2 paragraphs")
    assert sizes("One.") == ("1 word", "1 paragraph")


@pytest.mark.parametrize("purpose", Purpose)
def test_what_is_not_touched_is_taken_as_it_was_understood(
    window: QWidget, purpose: Purpose
) -> None:
    text = "A\u00a0thing.\n\n  Indented, with a tab:\t.\u3000"
    taken = Taken(kind=Kind.TEXT, text=text, title="A thing", language="en", digest="0" * 64)
    preview = Preview(taken, purpose, window)
    preview.open()
    preview.accept()
    assert preview.taken == taken
    assert not preview.isVisible()


def test_a_preview_fits_its_window_and_a_newer_text_has_no_facts(window: QWidget) -> None:
    taken = Taken(kind=Kind.TEXT, text="One. " * 20_000, title="A thing")
    preview = Preview(taken, Purpose.NEWER, window)
    preview.open()
    assert preview.width() <= window.width()
    assert preview.height() <= window.height()
    assert not preview.form.isVisible()
    assert preview.go_on.hasFocus() or not preview.isActiveWindow()
    preview.reject()

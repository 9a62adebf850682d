"""The words on cards and pills in the language of the window."""

from PySide6.QtCore import QCoreApplication

from app.layout.words import ENGLISH, Words


def drawn_words() -> Words:
    """The words of `app.layout.words`, translated."""
    return Words(*(QCoreApplication.translate("cards", text) for text in ENGLISH))

"""The words of the outline in the language of the window."""

from PySide6.QtCore import QCoreApplication

from app.model.telling import WORDS, Words


def telling_words() -> Words:
    """What is said of claims and steps, translated."""
    return Words(*(QCoreApplication.translate("telling", text) for text in WORDS))

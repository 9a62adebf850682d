"""The words of documents in the language of the window."""

from PySide6.QtCore import QCoreApplication

from app.documents.words import ENGLISH, Words


def document_words() -> Words:
    """The words of `app.documents.words`, translated; that for the language itself names it."""
    return Words(*(QCoreApplication.translate("documents", text) for text in ENGLISH))

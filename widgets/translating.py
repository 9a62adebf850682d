"""The window in other languages: its translations, and the words that code without Qt brings.

That code speaks English. The names of its edits are translated in the context "edits", its errors
in "errors", the schemes in "schemes"; what is drawn on cards has `drawn_words`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from resources.files import TRANSLATIONS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.model.errors import Phrase


def load_translations(
    application: QCoreApplication, *, folder: Path = TRANSLATIONS, locale: QLocale | None = None
) -> bool:
    """Translate the window into the language of the system; whether that is one we have.

    Qt's own words come along only then: half a window in another language reads badly.
    """
    locale = locale or QLocale.system()
    ours = QTranslator(application)
    if not ours.load(locale, "rejoinder", "_", str(folder)):
        return False
    theirs = QTranslator(application)
    if theirs.load(
        locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        application.installTranslator(theirs)
    return application.installTranslator(ours)


def edit_name(label: str) -> str:
    """What an edit is called."""
    return QCoreApplication.translate("edits", label) if label else ""


def why(phrase: Phrase) -> str:
    """The sentence of an error, or a phrase like one; what is put into it stays as it is."""
    return phrase.said(lambda words: QCoreApplication.translate("errors", words))


def number_words(number: int, one: str, many: str) -> str:
    """Say how many: `one` as it is, or `many` with the number in its place."""
    return one if number == 1 else many.format(n=QLocale().toString(number))


def scheme_words(text: str) -> str:
    """The description of a scheme, or one of its questions."""
    return QCoreApplication.translate("schemes", text)


def via() -> str:
    """What stands between a speaker and whom the words come through: John Lough via CNN."""
    return QCoreApplication.translate("speakers", "via")


def day_in_words(day: date) -> str:
    """A day as it is written between other words."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")

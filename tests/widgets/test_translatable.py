"""Every word that is shown can be translated, but for the words of the person's own project."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.layout.viewing import arrangement
from app.model.errors import FormatError, Phrase, RejoinderError, StoreError
from tests.app.phrases import places_in, templates
from tests.journeys.driver import Person
from tests.widgets.scenes import greek_map, put_into_library, scenes, seen
from widgets.canvas.drawn_words import drawn_words
from widgets.document_words import document_words
from widgets.outline.words import telling_words
from widgets.translating import edit_name, load_translations, why

_TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧")
_MARKUP = re.compile(r"<[^>]*>|&\w+;")
_PATH = re.compile(r"(?:https?:|[A-Z]:)?[/\\][^<>\s]+")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NAMES = ("Rejoinder", "expert opinion", "rejoinder")


class Pseudo(QTranslator):
    """Puts every text that asks for a translation into brackets."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"⟦{source}⟧" if source else ""


@pytest.fixture
def translated(qapp: QApplication) -> Iterator[None]:
    pseudo = Pseudo()
    qapp.installTranslator(pseudo)
    yield
    qapp.removeTranslator(pseudo)


@pytest.fixture
def greek(translated: None, qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:  # noqa: ARG001
    """Somebody before a project without a Latin letter, in a translated window."""
    argument_map = greek_map()
    put_into_library(tmp_path, argument_map)
    person = Person(qtbot, tmp_path)
    person.window.projects.open(argument_map.project.id)
    yield person
    person.close()


def left_over(text: str) -> str:
    """The words of a text that no translation brought.

    >>> left_over("⟦1 of ⟦two⟧⟧ three · ἄρτος")
    'three'
    """
    text = _PATH.sub(" ", _MARKUP.sub(" ", text))
    before = ""
    while before != text:
        before, text = text, _TRANSLATED.sub(" ", text)
    for name in _NAMES:
        text = text.replace(name, " ")
    return " ".join(_WORD.findall(text))


def texts_of(widget: QWidget) -> Iterator[str]:
    """All the texts that a widget shows or has at hand for those who hear or point."""
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.windowTitle())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    for action in widget.actions():
        yield from texts_of_action(action)
    for kind, texts in _TEXTS:
        if isinstance(widget, kind):
            yield from texts(widget)


def texts_of_choice(box: QComboBox) -> Iterator[str]:
    yield box.placeholderText()
    if not box.isEditable():  # else it takes any words
        yield from (box.itemText(i) for i in range(box.count()))


def texts_of_items(view: QAbstractItemView) -> Iterator[str]:
    """What the rows of a list or a tree say to those who see and to those who hear."""
    model, rows = view.model(), [QModelIndex()]
    while rows and model:
        row = rows.pop()
        for column in (0, 1):
            below = [model.index(i, column, row) for i in range(model.rowCount(row))]
            yield from (str(one.data(role) or "") for one in below for role in _ROLES)
            rows += below if column == 0 else []


_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_TEXTS: Sequence[tuple[type[QWidget], Callable[[Any], Iterable[str]]]] = (
    (QMessageBox, lambda box: (box.text(), box.informativeText())),
    (QLabel, lambda label: (label.text(),)),
    (QAbstractButton, lambda button: (button.text(),)),
    (QLineEdit, lambda field: (field.text(), field.placeholderText())),
    (QTextBrowser, lambda page: (page.toPlainText(),)),
    (QPlainTextEdit, lambda field: (field.placeholderText(),)),
    (QComboBox, texts_of_choice),
    (QSpinBox, lambda box: (box.prefix(), box.suffix(), box.specialValueText())),
    (QTabBar, lambda bar: [bar.tabText(i) for i in range(bar.count())]),
    (QMenu, lambda menu: (menu.title(),)),
    (QAbstractItemView, texts_of_items),
)
"""What the kinds of widgets show."""


def texts_of_action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip(), action.iconText(), action.statusTip())
    menu = action.menu()
    for other in menu.actions() if isinstance(menu, QMenu) else ():
        yield from texts_of_action(other)


def test_no_word_is_shown_but_through_a_translation(greek: Person) -> None:
    poor = {
        left_over(text): (scene, type(widget).__name__, text)
        for scene in scenes(greek)
        for widget in seen()
        for text in texts_of(widget)
    }
    poor.pop("", None)
    assert poor == {}


def test_the_words_drawn_on_the_map_are_translated(greek: Person) -> None:
    drawn = [*drawn_words(), *telling_words(), *document_words()]
    drawn += [step.word for step in arrangement(greek.forest).steps.values()]
    assert [text for text in drawn if left_over(text)] == []
    assert any("⟦" in text for text in drawn)


@pytest.mark.usefixtures("translated")
def test_errors_are_translated_but_for_what_is_put_into_them() -> None:
    for template in templates():
        kinds = places_in(template).items()
        parts = {name: 1_000_000 if kind else "ἄρτος {0} {a}" for name, kind in kinds}
        said = why(RejoinderError(template, **parts))
        assert said.startswith("⟦")
        assert left_over(said.replace("{a}", "")) == ""
        assert said.count("ἄρτος {0} {a}") >= list(parts.values()).count("ἄρτος {0} {a}")
    fault = FormatError("Not {name}.", file=Path("ἄ{ρ}"), line=1, column=2, name="{line}")
    assert why(fault) == "ἄ{ρ}, ⟦line 1, column 2⟧: ⟦Not {line}.⟧"
    inner = Phrase("changed by {name}", name="{name}")
    assert why(StoreError("Not {doing}.", doing=inner)) == "⟦Not ⟦changed by {name}⟧.⟧"


# Translations that ship

GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="de_DE"><context><name>edits</name><message>
<source>Add a claim</source><translation>Eine Behauptung hinzufügen</translation>
</message></context></TS>"""


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which forgets the translations in the end."""
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)


def test_a_translation_that_is_there_is_loaded_with_that_of_qt(
    application: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "de.ts").write_text(GERMAN, encoding="utf-8")
    release = Path(sys.executable).with_name("pyside6-lrelease")
    made = tmp_path / "rejoinder_de.qm"
    subprocess.run([release, tmp_path / "de.ts", "-qm", made], check=True, capture_output=True)
    assert load_translations(application, folder=tmp_path, locale=QLocale("de_DE"))
    assert edit_name("Add a claim") == "Eine Behauptung hinzufügen"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert edit_name("Add a reason") == "Add a reason"


def test_without_a_translation_all_is_left_in_english(
    application: QApplication, tmp_path: Path
) -> None:
    assert not load_translations(application, folder=tmp_path, locale=QLocale("de_DE"))
    assert not load_translations(application, locale=QLocale("en_GB"))
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"

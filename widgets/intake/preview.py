"""What was understood of a document, for the person to look at and put right before it is used."""

import re
from dataclasses import asdict, replace

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.articles.taken import Kind, Taken, require_words
from app.model.errors import FormatError
from app.model.text import clean, paragraph_starts
from widgets.alerting import announce
from widgets.intake.facts import FactsForm, facts_of
from widgets.intake.purpose import Purpose
from widgets.labels import plain_label
from widgets.pieces import Pieces
from widgets.translating import why

_WIDTH, _HEIGHT = 860, 760
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SKIPPED = 2  # neither accepted nor rejected
_PAUSE = 400  # milliseconds without a key, after which the words are counted again


class Preview(QDialog):
    """Shows a document as it was understood; when accepted, `taken` is what the person made of it.

    `known_as` is the title of an article of the project with the same text, if there is one. Of a
    newer text only the words count, so there are no fields for the facts. While other documents are
    `waiting`, this one can be skipped.
    """

    skipped = Signal()

    def __init__(
        self,
        taken: Taken,
        purpose: Purpose,
        parent: QWidget,
        known_as: str = "",
        waiting: int = 0,
    ) -> None:
        super().__init__(parent)
        self._taken = taken
        self._has_facts = purpose is not Purpose.NEWER
        self._pieces = Pieces.of(taken.text)
        self._waiting = waiting
        self.setWindowTitle(purpose.title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        around = parent.window().size()
        self.resize(min(_WIDTH, around.width() - 40), min(_HEIGHT, around.height() - 40))
        self._count = plain_label(name="Muted", parent=self)
        known = self.tr("This is in the project already, as “{title}”.").format(title=known_as)
        self.notes = [why(one) for one in taken.missing] + ([known] if known_as else [])
        self.form = FactsForm(facts_of(taken), self)
        self.text = self._make_text()
        self._is_filled = False
        self.fault = plain_label(name="Warning", parent=self)
        self.fault.hide()
        self._make_buttons(purpose)
        self._lay_out()
        self._connect()
        self._count_words()
        self._begin()

    def _make_buttons(self, purpose: Purpose) -> None:
        role = QDialogButtonBox.ButtonRole
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go_on = self._buttons.addButton(purpose.button, role.AcceptRole)
        self.go_on.setToolTip(self.tr("Enter; within the text Ctrl+Enter"))
        if self._waiting:
            skip = self._buttons.addButton(self.tr("Skip this one"), role.ActionRole)
            skip.setToolTip(self.tr("Go on to the next document; Cancel leaves out all that wait"))
            skip.clicked.connect(self._skip)

    def _begin(self) -> None:
        """Put the focus where the person most likely begins."""
        if self._has_facts:
            length = len(self.form.title.text())
            self.form.title.setFocus()
            self.form.title.setSelection(length, -length)  # so that its beginning is to be seen
        else:
            self.go_on.setFocus()

    def _skip(self) -> None:
        self.done(_SKIPPED)
        self.skipped.emit()

    @property
    def told(self) -> str:
        """What is said above it all: the kind of document, how long it is, and how many wait."""
        return self._count.text()

    @property
    def taken(self) -> Taken:
        """What the document is to be taken as."""
        return replace(self._taken, text=self._text(), **asdict(self.form.facts))

    @override
    def accept(self) -> None:
        fault = (self._has_facts and self.form.fault()) or self._fault_of_text()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            announce(self.fault, fault, urgent=True)
        else:
            super().accept()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Fill in the text only at its width, so that it is laid out once."""
        super().showEvent(event)
        if not self._is_filled:
            self._is_filled = True
            self.text.setPlainText(self._pieces.shown)
            self.text.document().setModified(False)

    def _make_text(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setAccessibleName(self.tr("Text"))
        field.setTabChangesFocus(True)
        field.setObjectName("ArticleWords")
        field.document().setDocumentMargin(10)
        field.setMinimumHeight(100)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(self._count)
        if self.notes:
            column.addWidget(_notes(self.notes, self))
        column.addWidget(self.form)
        self.form.setVisible(self._has_facts)
        label = QLabel(self.tr("Text, which can be corrected here"), self)
        label.setBuddy(self.text)
        within = QVBoxLayout()
        within.setSpacing(3)
        within.addWidget(label)
        within.addWidget(self.text, 1)
        column.addLayout(within, 1)
        row = QHBoxLayout()
        row.addWidget(self.fault, 1)
        row.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(row)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.accept)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._count_words)
        self.text.textChanged.connect(self._pause.start)
        for changed in (self.text.textChanged, self.form.changed):
            changed.connect(self.fault.hide)

    def _text(self) -> str:
        """The text, just as it was understood if nothing was changed in it."""
        document = self.text.document()
        is_changed = self._is_filled and document.isModified()
        if not is_changed:
            return self._taken.text
        return self._pieces.joined(clean(document.toRawText()))

    def _fault_of_text(self) -> str:
        try:
            require_words(self._text())
        except FormatError as error:
            self.text.setFocus()
            return why(error)
        return ""

    def _count_words(self) -> None:
        text = self._text()
        kind, origin = kind_name(self._taken.kind), self._taken.origin
        title = "" if self._has_facts else self._taken.title
        one, many = self.tr("1 more document waits"), self.tr("{n} more documents wait")
        more = one if self._waiting == 1 else many.format(n=self._waiting)
        told = (title, kind, origin, *sizes(text), more if self._waiting else "")
        self._count.setText(" · ".join(filter(None, told)))


def sizes(text: str) -> tuple[str, str]:
    """How many words and paragraphs a text has; of Chinese and Japanese, how many characters."""
    words, parts, signs = len(text.split()), len(paragraph_starts(text)), len(_SIGN.findall(text))
    number = QLocale().toString
    if signs > words:
        length = tr("{n} characters").format(n=number(signs))
    else:
        length = tr("1 word") if words == 1 else tr("{n} words").format(n=number(words))
    return (
        length,
        tr("1 paragraph") if parts == 1 else tr("{n} paragraphs").format(n=number(parts)),
    )


def kind_name(kind: Kind) -> str:
    """What a kind of document is called."""
    return {
        Kind.TEXT: tr("Plain text"),
        Kind.MARKDOWN: tr("Markdown"),
        Kind.PAGE: tr("Web page"),
        Kind.PDF: tr("PDF"),
        Kind.WORD: tr("Word document"),
        Kind.OPEN_DOCUMENT: tr("OpenDocument text"),
        Kind.EPUB: tr("E-book"),
    }[kind]


def tr(text: str) -> str:
    return QCoreApplication.translate("preview", text)


def _notes(notes: list[str], parent: QWidget) -> QFrame:
    """A frame with what the person should know of the document first."""
    frame = QFrame(parent)
    frame.setObjectName("Notice")
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(3)
    for note in notes:
        column.addWidget(plain_label(f"⚠  {note}", name="Warning", parent=frame))
    return frame

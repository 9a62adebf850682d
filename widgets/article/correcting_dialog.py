"""Correcting the text of an article: a typo, a paragraph that was missed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.articles.taken import require_words
from app.model.elements import Source
from app.model.errors import FormatError
from widgets.alerting import announce
from widgets.article.positions import Positions
from widgets.dialogs.buttons import going_on_by_ctrl_enter
from widgets.fonts import SERIF
from widgets.labels import plain_label
from widgets.pieces import Pieces
from widgets.translating import why

_PARAGRAPH = "\u2029"  # what Qt puts for a line feed


class CorrectingDialog(QDialog):
    """Shows the text to be edited, until somebody has carried the correction out."""

    wanted = Signal(str)  # the corrected text

    def __init__(self, source: Source, place: int, parent: QWidget) -> None:
        """Begin with the caret at a place of the text."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Correct the text of “{title}”").format(title=source.title))
        self.resize(720, 640)
        self._pieces = Pieces.of(source.text)
        self.field = self._field(place)
        self.fault = plain_label(name="Warning", parent=self)
        self.fault.hide()
        hint = plain_label(
            self.tr(
                "Each mark is found again in the corrected text. "
                "For a newer version of the whole article, take in a newer text instead."
            ),
            name="Muted",
            parent=self,
        )
        buttons, self.button = going_on_by_ctrl_enter(self, self.tr("Correct (Ctrl+Enter)"))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.field, 1)
        column.addWidget(hint)
        column.addWidget(self.fault)
        column.addWidget(buttons)
        self.field.textChanged.connect(self._follow)
        self.field.textChanged.connect(self.fault.hide)
        self.field.modificationChanged.connect(self._follow)
        self._follow()

    def _field(self, place: int) -> QPlainTextEdit:
        field = QPlainTextEdit(self._pieces.shown, self)
        field.setObjectName("Correcting")
        field.setAccessibleName(self.tr("Text of the article"))
        field.setTabChangesFocus(True)
        field.setStyleSheet(f"font-family: '{SERIF}'; font-size: 15px; padding: 8px 12px;")
        cursor = QTextCursor(field.document())
        cursor.setPosition(Positions(self._pieces.shown).to_qt(self._pieces.place(place)))
        field.setTextCursor(cursor)
        return field

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Show what stands around the place, too."""
        super().showEvent(event)
        self.field.centerCursor()

    @override
    def accept(self) -> None:
        """Ask for the correction; who carries it out closes the dialog, so that no word is lost."""
        text = self.text
        try:
            require_words(text)
        except FormatError as error:
            self.fault.setText(why(error))
            self.fault.show()
            self.field.setFocus()
            announce(self.fault, self.fault.text(), urgent=True)
        else:
            self.wanted.emit(text)

    @override
    def reject(self) -> None:
        if not self.field.document().isModified() or self._may_discard():
            super().reject()

    def _may_discard(self) -> bool:
        answer = QMessageBox.question(
            self,
            self.tr("Words that are not saved"),
            self.tr("Close without the corrections that you have made?"),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer is QMessageBox.StandardButton.Discard

    @property
    def text(self) -> str:
        """What is written; unlike `toPlainText`, with the blanks that do not break lines."""
        return self._pieces.joined(self.field.document().toRawText().replace(_PARAGRAPH, "\n"))

    def _follow(self) -> None:
        document = self.field.document()
        self.button.setEnabled(document.isModified() and not document.isEmpty())

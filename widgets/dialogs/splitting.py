"""Asking into what parts a claim is to be split."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.articles.text import sentences
from widgets.labels import plain_label

_JOINT = re.compile(r",\s+and\s+|;\s+", re.IGNORECASE)


class SplittingDialog(QDialog):
    """Shows the words of a claim with a line for each co-premise that it may become."""

    def __init__(
        self, text: str, split: Callable[[Sequence[str]], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._split = split
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Split the claim"))
        self.resize(520, 260)
        self.field = QPlainTextEdit("\n".join(parts_of(text)), self)
        self.field.setAccessibleName(self.tr("The parts, a line for each"))
        self.field.setTabChangesFocus(True)
        question = plain_label(
            self.tr("One line for each part. Ctrl+Enter splits the claim."), parent=self
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.button = buttons.addButton(self.tr("Split"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.button.click)
        column = QVBoxLayout(self)
        for widget in (question, self.field, buttons):
            column.addWidget(widget)
        self.field.textChanged.connect(self._follow)
        self.accepted.connect(lambda: self._split(self._parts))
        self._follow()

    @property
    def _parts(self) -> list[str]:
        lines = self.field.toPlainText().split("\n")
        return [line.strip() for line in lines if line.strip()]

    def _follow(self) -> None:
        self.button.setEnabled(len(self._parts) > 1)


def parts_of(text: str) -> list[str]:
    """Divide the words of a claim at sentence ends, at semicolons and at “, and”.

    >>> parts_of("It rains, and the street is wet. So be it.")
    ['It rains', 'The street is wet.', 'So be it.']
    """
    parts = [
        part.strip()
        for span in sentences(text)
        for part in _JOINT.split(text[span.start : span.end].replace("\n", " "))
    ]
    return [part[0].upper() + part[1:] for part in parts if part]

"""A text field whose words are kept while they are typed: after each pause, and when it is left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

PAUSE = 250
"""Milliseconds without a key after which what was typed is kept."""


class TypingField(QPlainTextEdit):
    """Plain text; `typed` gives it out whenever it is to be kept and has changed."""

    typed = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._kept = text
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.keep)
        self.textChanged.connect(self._timer.start)

    def keep(self) -> None:
        """Give out what was typed since the last time."""
        self._timer.stop()
        text = self.toPlainText()
        if text != self._kept:
            self._kept = text
            self.typed.emit(text)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keep()
        super().focusOutEvent(event)

"""A text field whose words are kept while they are typed: after each pause, and when it is left."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

PAUSE = 250
"""Milliseconds without a key after which what was typed is kept."""


class TypingField(QPlainTextEdit):
    """Plain text, handed to `keeper` whenever it has changed and is to be kept.

    That says whether it could be; if not, the text is handed over again the next time.
    """

    def __init__(
        self, text: str, keeper: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._keeper = keeper
        self._kept = text
        self.is_held = False  # until it is clear whether its words are still wanted
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.keep)
        self.textChanged.connect(self._timer.start)

    def keep(self) -> bool:
        """Hand over what was typed since the last time; whether nothing is left to be kept."""
        self._timer.stop()
        text = self.toPlainText()
        if text != self._kept and not self.is_held and self._keeper(text):
            self._kept = text
        return text == self._kept

    @property
    def is_waiting(self) -> bool:
        """Whether there are words in it that are not kept."""
        return self.toPlainText() != self._kept

    def give_up(self) -> None:
        """Go back to the words that were kept last."""
        self.setPlainText(self._kept)
        self._timer.stop()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keep()
        super().focusOutEvent(event)

"""A line of text whose words are kept while they are typed, as in `widgets.typing_field`."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.model.elements import new_id
from app.model.text import one_line
from widgets.typing_field import PAUSE

Keeper = Callable[[str, str], bool]
"""Takes what was typed, and the group of edits that it belongs to; whether it could be kept."""


class TypingLine(QLineEdit):
    """Hands what is typed to `keeper` after each pause, and when it is left or Enter is pressed.

    What is typed between coming and going is one step to undo. Where words are needed, an empty
    line is not handed over, and shows what was kept before when it is left.
    """

    def __init__(
        self,
        keeper: Keeper,
        parent: QWidget,
        *,
        needed: bool = False,
        normal: Callable[[str], str] = one_line,
    ) -> None:
        """Make an empty line; `normal` gives what the map will hold for what is typed."""
        super().__init__(parent)
        self._keeper = keeper
        self._needed = needed
        self._normal = normal
        self._kept = ""
        self._group = new_id()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.keep)
        self.textEdited.connect(self._timer.start)
        self.returnPressed.connect(self.keep)

    def show_value(self, text: str) -> None:
        """Show what the map holds, unless that is what is being typed here."""
        self._kept = text
        same = self._normal(self.text()) == text
        if self.hasFocus() and (same or self._timer.isActive()):
            return
        self._timer.stop()
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)  # so that a long name shows its beginning

    def keep(self) -> bool:
        """Hand over what was typed since the last time; whether nothing is left to be kept."""
        self._timer.stop()
        text = self._normal(self.text())
        if text == self._kept or (self._needed and not text):
            return True
        if self._keeper(text, self._group):
            self._kept = text
        return text == self._kept

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.keep():
            self.setText(self._kept)
        self._group = new_id()
        super().focusOutEvent(event)

"""The editor that opens in a card's place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from widgets.fonts import SANS
from widgets.typing_field import TypingField


class CardEditor(TypingField):
    """Edits the words of one claim: Enter or Escape leaves, Shift+Enter breaks the line.

    What is typed is kept when typing pauses, and once more before `left`.
    """

    left = Signal()
    link_wanted = Signal()  # to the claim that says the same already

    def __init__(self, parent: QWidget, text: str, keeper: Callable[[str], bool]) -> None:
        super().__init__(text, keeper, parent)
        self.setAccessibleName(self.tr("Text of the claim"))
        self.setPlaceholderText(self.tr("Say it in one sentence"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(2)

    def place(self, rect: QRectF, size: float) -> None:
        """Cover a rectangle of the parent, in type of so many pixels."""
        type_ = f"font-family: '{SANS}'; font-size: {max(round(size), 9)}px;"
        self.setStyleSheet(f"QPlainTextEdit {{ {type_} padding: 0; border: none; }}")
        height = max(rect.height() + 6, self.fontMetrics().height() * 1.5)
        self.setGeometry(QRectF(rect.x(), rect.y(), rect.width(), height).toAlignedRect())

    def begin(self, typed: str) -> None:
        """Appear with what was typed so far behind the words, and take what is typed next."""
        self.show()
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.insertPlainText(typed)

    def leave(self) -> None:
        self.keep()
        self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        plain = (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if plain:  # keys that mean something on the map are typing here
            event.accept()
        return plain or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_Tab:
                self.leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not shift:
                self.leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.insertPlainText("\n")
            case Qt.Key.Key_L if control:
                self.link_wanted.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.leave()

"""Labels for text that people or articles wrote: shown as it is, never read as markup."""

import re
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget
from typing_extensions import override

_LONG_WORD = re.compile(r"\S{12}(?=\S)")
_ZERO_WIDTH_SPACE = "\u200b"


def plain_label(text: str = "", *, name: str = "", parent: QWidget | None = None) -> QLabel:
    """Make a label that wraps and shows text literally; `name` is its style in the style sheet."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if name:
        label.setObjectName(name)
    return label


def heading(text: str) -> QLabel:
    """Make the small heading of a section."""
    return plain_label(text.upper(), name="Heading")


def as_tooltip(text: str) -> str:
    """A tooltip that shows text literally and wraps it."""
    return f"<p>{escape(text)}</p>"


def spaced(widget: QWidget) -> QWidget:
    """Set a widget off from what stands above it."""
    widget.setContentsMargins(0, 9, 0, 0)
    return widget


def as_button_text(text: str) -> str:
    """Text for a button or a menu that shows each "&" as it is.

    >>> as_button_text("A & B")
    'A && B'
    """
    return text.replace("&", "&&")


def breakable(text: str) -> str:
    """The same words to the eye, of which the overlong may be broken anywhere near."""
    return _LONG_WORD.sub(lambda found: found[0] + _ZERO_WIDTH_SPACE, text)


class ElidingLabel(QLabel):
    """One line of literal text that ends in an ellipsis where there is no room for all of it."""

    def __init__(self, *, name: str = "", least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least  # pixels
        self.setTextFormat(Qt.TextFormat.PlainText)
        if name:
            self.setObjectName(name)

    @property
    def shown(self) -> str:
        """The text as it fits."""
        metrics = self.fontMetrics()
        return metrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._least), hint.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.palette(),
            self.isEnabled(),
            self.shown,
            QPalette.ColorRole.WindowText,
        )


class SideBySide(QWidget):
    """Two widgets in a row, or one below the other where the row is too narrow for both."""

    def __init__(self, one: QWidget, other: QWidget) -> None:
        super().__init__()
        self._both = (one, other)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(5)
        for widget in self._both:
            self._box.addWidget(widget)

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(widget.minimumWidth() for widget in self._both)
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = sum(widget.sizeHint().width() for widget in self._both) + self._box.spacing()
        fits = needed <= self.width()
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)

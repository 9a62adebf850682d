"""Labels for text that people or articles wrote: shown as it is, never read as markup."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


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
    label = plain_label(text.upper(), name="Heading")
    label.setWordWrap(False)
    return label


def as_tooltip(text: str) -> str:
    """A tooltip that shows text literally and wraps it."""
    return f"<p>{escape(text)}</p>"


def spaced(widget: QWidget) -> QWidget:
    """Set a widget off from what stands above it."""
    widget.setContentsMargins(0, 9, 0, 0)
    return widget

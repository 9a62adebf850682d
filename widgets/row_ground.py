"""The ground of a row in a painted list or tree."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from resources.themes import Theme
from widgets.theme import colour

SELECTED = "2e"  # how strong the accent is behind selected rows, in hexadecimal
_RADIUS = 4


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, theme: Theme, frame: QRect | None = None
) -> None:
    """Show in colour what is selected, and by a frame where the keyboard is.

    The frame is by default all of the row.
    """
    frame = frame or option.rect.adjusted(1, 1, -2, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(colour(theme.ink.accent + SELECTED))
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(colour(theme.surfaces.hover))
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(theme.ink.accent), 1.2))
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)

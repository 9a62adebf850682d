"""A line between two claims that may hang together: dashed, with a question mark in its middle."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from app.layout.forest import Forest
from app.layout.geometry import Rect
from app.model.elements import ClaimId
from resources.themes import Theme
from widgets.theme import colour

_KNOB = 9  # logical pixels from the middle of the question mark to its edge


def paint_ghost(
    painter: QPainter, forest: Forest, claims: tuple[ClaimId, ClaimId], theme: Theme, zoom: float
) -> None:
    """Paint it on the canvas if both claims are drawn there."""
    boxes = [next(iter(forest.places_of(claim)), None) for claim in claims]
    if boxes[0] is None or boxes[1] is None:
        return
    accent = colour(theme.ink.accent)
    line = _between(boxes[0].rect, boxes[1].rect)
    pen = QPen(accent, 1.4 / min(zoom, 1))
    pen.setDashPattern([5.0, 4.0])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(line)
    middle = line.center()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawEllipse(middle, _KNOB, _KNOB)
    font = QFont(painter.font())
    font.setPixelSize(_KNOB + 3)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour(theme.ink.on_accent))
    around = QRectF(middle.x() - _KNOB, middle.y() - _KNOB, 2 * _KNOB, 2 * _KNOB)
    painter.drawText(around, Qt.AlignmentFlag.AlignCenter, "?")


def _between(one: Rect, other: Rect) -> QLineF:
    """The line between two cards from side to side, or from below one to above the other."""
    x, to_x = _nearest((one.x, one.right), (other.x, other.right))
    y, to_y = _nearest((one.y, one.bottom), (other.y, other.bottom))
    return QLineF(x, y, to_x, to_y)


def _nearest(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Where two stretches are nearest to each other; the middle of what they share, if anything."""
    start, end = max(one[0], other[0]), min(one[1], other[1])
    if start <= end:
        return (start + end) / 2, (start + end) / 2
    return (one[1], other[0]) if one[1] < other[0] else (one[0], other[1])

"""A line between two claims that may hang together: dashed, with a question mark in its middle."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from app.layout.forest import Forest
from app.model.elements import ClaimId
from resources.themes import Theme
from widgets.canvas.painting import curve_path, joining
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
    curve = joining(boxes[0].rect, boxes[1].rect)
    pen = QPen(accent, 1.4 / min(zoom, 1))
    pen.setDashPattern([5.0, 4.0])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(curve_path(curve))
    middle = QPointF(*curve.at(0.5))
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

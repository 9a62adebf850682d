"""Gestures of the mouse on the map, one class each; the view holds the one that is under way."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.layout.geometry import Rect
from app.layout.text import Font
from app.model.outline import PlaceKey
from resources.themes import Theme
from widgets.canvas.drops import Drop
from widgets.canvas.zoom_view import ZoomView
from widgets.fonts import qfont
from widgets.performing import Make
from widgets.theme import colour

_LABEL = Font(12, bold=True)


class Gesture(Protocol):
    """From a press of the mouse until it is let go of, or Escape. Points are the viewport's."""

    def move(self, point: QPointF) -> None: ...

    def finish(self, point: QPointF) -> None: ...

    def paint(self, painter: QPainter) -> None:
        """Paint over the map, in the viewport's coordinates."""
        ...


class Pan:
    """Pulls the map along."""

    def __init__(self, view: ZoomView, start: QPointF) -> None:
        self._view = view
        self._last = start.toPoint()

    def move(self, point: QPointF) -> None:
        moved = self._last - point.toPoint()
        self._last = point.toPoint()
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._view.scroll_by(moved.x(), moved.y())

    def finish(self, point: QPointF) -> None:
        self.move(point)

    def paint(self, painter: QPainter) -> None:
        """Nothing: the map itself moves."""


class Drag:
    """Carries a claim or a step, shows what a drop would do, and has it done on release."""

    def __init__(
        self,
        view: ZoomView,
        theme: Theme,
        key: PlaceKey,
        rect: Rect,
        find: Callable[[QPointF], Drop | None],
        do: Callable[[Make], object],
    ) -> None:
        self.key = key
        self._view = view
        self._theme = theme
        self._rect = rect
        self._find = find
        self._do = do
        self._drop: Drop | None = None
        self._at: QPoint | None = None

    def move(self, point: QPointF) -> None:
        self._at = point.toPoint()
        self._drop = self._find(point)
        self._view.viewport().update()

    def finish(self, point: QPointF) -> None:
        self.move(point)
        if self._drop and self._drop.make:
            self._do(self._drop.make)

    def paint(self, painter: QPainter) -> None:
        if self._at is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drop:
            self._paint_zone(painter, self._drop)
        ghost = self._view.view_rect(self._rect)
        ghost.moveCenter(QPointF(self._at))
        painter.setOpacity(0.45)
        painter.setPen(QPen(colour(self._theme.ink.accent), 1.5))
        painter.setBrush(colour(self._theme.surfaces.card))
        painter.drawRoundedRect(ghost, 6, 6)
        painter.setOpacity(1)

    def _paint_zone(self, painter: QPainter, drop: Drop) -> None:
        line = self._theme.ink.warning if drop.make is None else self._colour_of(drop)
        zone = self._view.view_rect(drop.rect)
        painter.setPen(QPen(colour(line), 2))
        fill = colour(f"{line}38")
        painter.setBrush(fill)
        painter.drawRoundedRect(zone, 6, 6)
        metrics = QFontMetricsF(qfont(_LABEL))
        width = metrics.horizontalAdvance(drop.word) + 20
        label = QRectF(zone.center().x() - width / 2, zone.top() - 26, width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(line))
        painter.drawRoundedRect(label, 11, 11)
        painter.setPen(colour(self._theme.surfaces.card))
        painter.setFont(qfont(_LABEL))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, drop.word)

    def _colour_of(self, drop: Drop) -> str:
        return self._theme.roles[drop.role.value].line

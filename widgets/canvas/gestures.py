"""Gestures of the mouse on the map, one class each; the view holds the one that is under way."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.layout import viewing
from app.layout.forest import Forest
from app.layout.geometry import Rect
from app.layout.text import Font
from resources.themes import Theme
from widgets.canvas.drops import Drop
from widgets.canvas.zoom_view import ZoomView
from widgets.fonts import qfont
from widgets.performing import Make
from widgets.selection import Selection
from widgets.theme import colour

_LABEL = Font(12, bold=True)
_MOST_GHOSTS = 3


class Gesture(Protocol):
    """From a press of the mouse until it is let go of, or Escape. Points are the viewport's."""

    def move(self, point: QPointF) -> None: ...

    def finish(self, point: QPointF) -> None: ...

    def cancel(self) -> None:
        """Let go, as if nothing had been."""
        ...

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

    def cancel(self) -> None:
        """Nothing: what one sees is no edit."""

    def paint(self, painter: QPainter) -> None:
        """Nothing: the map itself moves."""


class Band:
    """Draws a frame, and has what lies in it selected."""

    def __init__(
        self, view: ZoomView, theme: Theme, start: QPointF, selection: Selection, forest: Forest
    ) -> None:
        self._view = view
        self._accent = colour(theme.ink.accent)
        self._start = view.scene_point(start)
        self._selection = selection
        self._forest = forest
        self._before = selection.keys
        self._frame = Rect(*self._start, 0, 0)

    def move(self, point: QPointF) -> None:
        end = self._view.scene_point(point)
        self._frame = Rect(*self._start, 0, 0).united(Rect(*end, 0, 0))
        inside = [
            card.key
            for placed in viewing.view(self._forest, self._frame).blocks
            for card in placed.cards
            if card.rect.meets(self._frame)
        ]
        self._selection.set_all([*self._before, *inside])
        self._view.viewport().update()

    def finish(self, point: QPointF) -> None:
        self.move(point)

    def cancel(self) -> None:
        self._selection.set_all(self._before)

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._accent, 1))
        fill = QColor(self._accent)
        fill.setAlpha(30)
        painter.setBrush(fill)
        painter.drawRect(self._view.view_rect(self._frame))


class Drag:
    """Carries a claim or a step, shows what a drop would do, and has it done on release."""

    def __init__(
        self,
        view: ZoomView,
        theme: Theme,
        rect: Rect,
        count: int,
        find: Callable[[QPointF], Drop | None],
        do: Callable[[Make], object],
    ) -> None:
        self._view = view
        self._theme = theme
        self._rect = rect
        self._count = count  # how many it carries
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

    def cancel(self) -> None:
        """Nothing: only letting go over a place does something."""

    def paint(self, painter: QPainter) -> None:
        if self._at is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drop:
            paint_zone(painter, self._theme, self._view.view_rect(self._drop.rect), self._drop)
        ghost = self._view.view_rect(self._rect)
        ghost.moveCenter(QPointF(self._at))
        painter.setOpacity(0.45)
        painter.setPen(QPen(colour(self._theme.ink.accent), 1.5))
        painter.setBrush(colour(self._theme.surfaces.card))
        for i in reversed(range(min(self._count, _MOST_GHOSTS))):
            painter.drawRoundedRect(ghost.translated(5 * i, 5 * i), 6, 6)
        painter.setOpacity(1)


def paint_zone(painter: QPainter, theme: Theme, zone: QRectF, drop: Drop) -> None:
    """Paint where something would land, in the viewport, and in a word what it would become."""
    line = theme.ink.warning if drop.make is None else theme.roles[drop.role.value].line
    painter.setPen(QPen(colour(line), 2))
    painter.setBrush(colour(f"{line}38"))
    painter.drawRoundedRect(zone, 6, 6)
    metrics = QFontMetricsF(qfont(_LABEL))
    width = metrics.horizontalAdvance(drop.word) + 20
    label = QRectF(zone.center().x() - width / 2, zone.top() - 26, width, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(line))
    painter.drawRoundedRect(label, 11, 11)
    painter.setPen(colour(theme.surfaces.card))
    painter.setFont(qfont(_LABEL))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, drop.word)

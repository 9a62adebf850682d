"""The preview of an export: its pages as Qt paints them, which can be zoomed and gone through."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.diagrams.paging import POINTS
from app.layout.geometry import Rect
from resources.themes import Theme
from widgets.canvas.zoom_view import STEP, ZoomView
from widgets.sheet_painting import Leaf, SheetPainter
from widgets.theme import colour

_AROUND = 24  # pixels round a page
_NARROW, _EASY = 120, 0.6  # pixels of a page below which it is but a line; a zoom to read at
_MANY, _FAR = 500, 0.2  # of so many cards, seen from so far, the words are not painted


class ExportPreview(ZoomView):
    """Shows one page of several; `turned` says which one."""

    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(280, 220)
        self._theme = theme
        self._leaves: list[Leaf] = []
        self._painter: SheetPainter | None = None
        self._untouched = True
        self.number = 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(620, 520)

    def show_pages(self, leaves: list[Leaf], painter: SheetPainter) -> None:
        """Show other pages, from the same one on if it is still there."""
        before = self.scene
        self._leaves, self._painter = leaves, painter
        self.number = min(self.number, max(len(leaves) - 1, 0))
        self._measure()
        if self._untouched or self.scene != before:
            self.show_start()
        self.viewport().update()

    def turn(self, by: int) -> None:
        """Go to another page."""
        number = min(max(self.number + by, 0), max(len(self._leaves) - 1, 0))
        if number != self.number:
            self.number = number
            self._measure()
            self.show_start()
            self.turned.emit(number)

    def fit(self) -> None:
        """Show the whole page."""
        self.set_zoom(min(*self._filling(), 1.0))
        self.center_on(self.scene.center)

    def show_start(self) -> None:
        """Show the whole page, or the middle of one that would be but a line."""
        self._untouched = True
        self.fit()
        if min(self.scene.width, self.scene.height) * self.zoom < _NARROW:
            self.set_zoom(min(max(self._filling()), _EASY))
            self.center_on(self.scene.center)

    def _filling(self) -> tuple[float, float]:
        """The zooms at which the page is as wide, and as high, as there is room."""
        room = self.viewport().size()
        across = (room.width() - 2 * _AROUND) / max(self.scene.width, 1)
        return across, (room.height() - 2 * _AROUND) / max(self.scene.height, 1)

    @override
    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom; a page of a large map is seen from farther away than any map on the canvas."""
        about = about or QRectF(self.viewport().rect()).center()
        place = self.scene_point(about)
        self._zoom = min(max(zoom, 0.001), 4.0)
        self.set_ranges()
        self.horizontalScrollBar().setValue(round(place.x * self._zoom - about.x()))
        self.verticalScrollBar().setValue(round(place.y * self._zoom - about.y()))
        self.viewport().update()

    def _measure(self) -> None:
        """The page in logical pixels is the scene."""
        paper = self._leaves[self.number].pages.paper if self._leaves else None
        self.scene = (
            Rect(0, 0, paper.width / POINTS, paper.height / POINTS) if paper else Rect(0, 0, 0, 0)
        )
        self.set_ranges()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), colour(self._theme.surfaces.line))
            if self._leaves and self._painter:
                self._paint_page(painter, self._painter)
            if self.hasFocus():
                painter.setPen(QPen(colour(self._theme.ink.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, sheets: SheetPainter) -> None:
        page = self.view_rect(self.scene)
        painter.setClipRect(page)
        scale = self._zoom / POINTS
        painter.translate(page.topLeft())
        painter.scale(scale, scale)
        seen = self.exposed()
        part = QRectF(seen.x, seen.y, seen.width, seen.height)
        part = QRectF(part.topLeft() * POINTS, part.size() * POINTS)
        leaf = self._leaves[self.number]
        many = len(leaf.drawing.sheet.arrangement.cards) > _MANY and self._zoom < _FAR
        sheets.paint(painter, leaf, part, zoom=self._zoom if many else 0)
        painter.resetTransform()
        painter.setClipping(False)
        painter.setPen(QPen(colour(self._theme.ink.muted), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_ranges()
        if self._untouched:
            self.show_start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom_by(STEP)
            case Qt.Key.Key_Minus:
                self._zoom_by(1 / STEP)
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_PageDown:
                self.turn(1)
            case Qt.Key.Key_PageUp:
                self.turn(-1)
            case _:
                super().keyPressEvent(event)

    def _zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        self._untouched = False
        self.set_zoom(self.zoom * factor, about)

    @override
    def zoom_in(self) -> None:
        self._zoom_by(STEP)

    @override
    def zoom_out(self) -> None:
        self._zoom_by(1 / STEP)

"""The small picture of the whole map in the corner, with the part that is in view."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.layout.geometry import Point
from app.layout.viewing import overview
from resources.themes import Theme
from widgets.canvas.map_view import MapView
from widgets.reading import Reading
from widgets.theme import colour


class Minimap(QWidget):
    """Shows where on the map one is; a click or a drag goes elsewhere."""

    def __init__(self, view: MapView, reading: Reading, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Small picture of the whole map"))
        self.setFixedSize(136, 100)
        self._view = view
        self._reading = reading
        self._theme = theme
        reading.changed.connect(lambda _change: self.update())
        reading.refolded.connect(self.update)
        reading.rearranged.connect(self.update)
        view.zoomed.connect(lambda _zoom: self.update())
        view.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.update())

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _scale(self) -> tuple[float, float, float]:
        """How much smaller it is than the map, and where the map's origin is in it."""
        bounds = self._reading.forest.bounds
        room = QRectF(self.rect()).adjusted(7, 7, -7, -7)
        scale = min(room.width() / max(bounds.width, 1), room.height() / max(bounds.height, 1), 0.2)
        x = room.center().x() - bounds.center.x * scale
        y = room.center().y() - bounds.center.y * scale
        return scale, x, y

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._theme.surfaces.card_border), 1))
        painter.setBrush(colour(self._theme.surfaces.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        scale, x, y = self._scale()
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, role in overview(self._reading.forest, 3 / scale):
            painter.setBrush(colour(self._theme.roles[role.value].line))
            width, height = max(rect.width * scale, 1.5), max(rect.height * scale, 1.5)
            painter.drawRect(QRectF(x + rect.x * scale, y + rect.y * scale, width, height))
        seen = self._view.exposed()
        frame = QRectF(
            x + seen.x * scale, y + seen.y * scale, seen.width * scale, seen.height * scale
        )
        painter.setPen(QPen(colour(self._theme.ink.accent), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2)), 2, 2)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def _go(self, point: QPointF) -> None:
        scale, x, y = self._scale()
        self._view.center_on(Point((point.x() - x) / scale, (point.y() - y) / scale))

"""The small picture of the whole map in the corner, with the part that is in view."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.layout.geometry import Point, Rect
from app.layout.viewing import overview
from app.model.view_state import Orientation
from resources.themes import Theme
from widgets.canvas.map_view import MapView
from widgets.reading import Reading
from widgets.theme import colour

_LARGEST = 0.2  # as compared with the map
_AFTER = 40  # milliseconds
_LEAST = 34  # pixels that the picture is wide and high, however long the map is the other way


class _Scale(NamedTuple):
    """How much smaller the picture is than the map, and where the map's origin is in it."""

    across: float
    down: float
    x: float
    y: float

    def shown(self, rect: Rect, *, least: float) -> QRectF:
        """A part of the map in the picture, so large that it can be seen."""
        shown = QRectF(
            0, 0, max(rect.width * self.across, least), max(rect.height * self.down, least)
        )
        middle = rect.center
        shown.moveCenter(QPointF(self.x + middle.x * self.across, self.y + middle.y * self.down))
        return shown

    def meant(self, point: QPointF) -> Point:
        """The place on the map that a point of the picture stands for."""
        return Point((point.x() - self.x) / self.across, (point.y() - self.y) / self.down)


class Minimap(QWidget):
    """Shows where on the map one is; a click or a drag goes elsewhere.

    The picture itself is kept, and made anew a moment after the map has changed.
    """

    def __init__(self, view: MapView, reading: Reading, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Small picture of the whole map"))
        self.setFixedSize(136, 100)
        self._view = view
        self._reading = reading
        self._theme = theme
        self._picture: QPixmap | None = None
        self._scale = self._fitting()
        self._pause = QTimer(self, singleShot=True, interval=_AFTER)
        self._pause.timeout.connect(self._renew)
        for changed in (reading.changed, reading.refolded, reading.rearranged):
            changed.connect(self._pause.start)
        view.zoomed.connect(lambda _zoom: self.update())
        view.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.update())

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._renew()

    def _renew(self) -> None:
        self._picture = None
        self.update()

    def _fitting(self) -> _Scale:
        """Fit the map in; one that is far wider than high, or higher than wide, is stretched."""
        bounds = self._reading.forest.bounds
        room = QRectF(self.rect()).adjusted(7, 7, -7, -7)
        width, height = max(bounds.width, 1), max(bounds.height, 1)
        fitting = (room.width() / width, room.height() / height, _LARGEST)
        across = min(max(_LEAST / width, min(fitting)), fitting[0], _LARGEST)
        down = min(max(_LEAST / height, min(fitting)), fitting[1], _LARGEST)
        x = room.center().x() - bounds.center.x * across
        y = room.center().y() - bounds.center.y * down
        return _Scale(across, down, x, y)

    def _made(self) -> QPixmap:
        """Paint the whole map in small."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap((QSizeF(self.size()) * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        scale, forest = self._scale, self._reading.forest
        along = scale.down if forest.look.orientation is Orientation.RIGHT else scale.across
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(self._theme.surfaces.card_border), 1))
            painter.setBrush(colour(self._theme.surfaces.window))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            for rect, role in overview(forest, 3 / along):
                painter.setBrush(colour(self._theme.roles[role.value].line))
                painter.drawRect(scale.shown(rect, least=1.5))
        return picture

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._scale = self._fitting()
            self._picture = self._made()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            frame = self._scale.shown(self._view.exposed(), least=5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(self._theme.ink.accent), 1.4))
            inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(frame.intersected(inside), 2, 2)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def _go(self, point: QPointF) -> None:
        if self._pause.isActive():  # the picture of what there is now comes in a moment
            self._scale = self._fitting()
        self._view.center_on(self._scale.meant(point))

"""The ground that a map lies on: a plain colour with faint dots."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap

from resources.themes import Theme
from widgets.theme import colour

_DOTS = 22  # logical pixels between the dots
_SMALLEST = 0.5  # the zoom below which dots would be noise


class Ground:
    """Paints the ground in one theme; keeps the piece that it is tiled with."""

    def __init__(self, theme: Theme) -> None:
        self._canvas = colour(theme.surfaces.canvas)
        self._dot = colour(theme.surfaces.dots)
        self._tile = QPixmap()

    def paint(self, painter: QPainter, room: QRect, zoom: float, scrolled: QPoint) -> None:
        if zoom < _SMALLEST:
            painter.fillRect(room, self._canvas)
            return
        side = round(_DOTS * zoom)
        if self._tile.width() != side:
            self._tile = self._made(side)
        painter.drawTiledPixmap(room, self._tile, scrolled)

    def _made(self, side: int) -> QPixmap:
        tile = QPixmap(side, side)
        tile.fill(self._canvas)
        painter = QPainter(tile)
        painter.setPen(self._dot)
        painter.drawPoint(0, 0)
        painter.end()
        return tile

"""A view that scrolls and zooms: where things are on the screen, and how one gets there."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from app.layout.geometry import Point, Rect

SMALLEST, LARGEST = 0.05, 4.0
STEP = 1.2


class ZoomView(QAbstractScrollArea):
    """Looks at a scene in logical pixels; the scroll bars count in pixels of the screen, unseen."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._zoom = 1.0
        self.scene = Rect(0, 0, 0, 0)  # the bounds of what there is to be seen
        self._owed = (0.0, 0.0)  # parts of pixels

    @property
    def zoom(self) -> float:
        return self._zoom

    def scene_point(self, point: QPointF) -> Point:
        """The place in the scene under a point of the viewport."""
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Point((point.x() + x) / self._zoom, (point.y() + y) / self._zoom)

    def view_rect(self, rect: Rect) -> QRectF:
        """Where a part of the scene is in the viewport."""
        x, y, z = self.horizontalScrollBar().value(), self.verticalScrollBar().value(), self._zoom
        return QRectF(rect.x * z - x, rect.y * z - y, rect.width * z, rect.height * z)

    def exposed(self) -> Rect:
        """The part of the scene that is in view."""
        start = self.scene_point(QPointF(0, 0))
        size = self.viewport().size()
        return Rect(start.x, start.y, size.width() / self._zoom, size.height() / self._zoom)

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom so that what is at a point of the viewport, by default the middle, stays there."""
        about = about or QRectF(self.viewport().rect()).center()
        place = self.scene_point(about)
        self._zoom = min(max(zoom, SMALLEST), LARGEST)
        self.set_ranges()
        self.horizontalScrollBar().setValue(round(place.x * self._zoom - about.x()))
        self.verticalScrollBar().setValue(round(place.y * self._zoom - about.y()))
        self.viewport().update()
        self.zoomed.emit(self._zoom)

    def zoom_in(self) -> None:
        self.set_zoom(self._zoom * STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self._zoom / STEP)

    def center_on(self, point: Point) -> None:
        """Scroll a place in the scene to the middle of the view."""
        room = self.viewport().size()
        self.horizontalScrollBar().setValue(round(point.x * self._zoom - room.width() / 2))
        self.verticalScrollBar().setValue(round(point.y * self._zoom - room.height() / 2))

    def fit_rect(self, rect: Rect, *, largest: float, margin: float = 40) -> None:
        """Zoom and scroll so that a part of the scene fills the view, but not beyond `largest`."""
        room = self.viewport().size()
        across = room.width() / max(rect.width + 2 * margin, 1)
        down = room.height() / max(rect.height + 2 * margin, 1)
        self.set_zoom(min(across, down, largest))
        self.center_on(rect.center)
        if rect.height * self._zoom < room.height() * 0.75:  # a low scene hangs from the top
            self.verticalScrollBar().setValue(round(rect.y * self._zoom - margin))

    def show_scene(self, scene: Rect, dx: float, dy: float) -> None:
        """Show another scene, with that in place which is so far from where it was in the last one.

        What is lost by counting in whole pixels is made up for the next time: nothing creeps away.
        """
        self.scene = scene
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        values = [bar.value() for bar in bars]
        self.set_ranges()
        owed = []
        for bar, value, by in zip(
            bars, values, (dx + self._owed[0], dy + self._owed[1]), strict=True
        ):
            bar.setValue(value + round(by))
            owed.append(by - round(by))
        self._owed = (owed[0], owed[1])

    def scroll_by(self, dx: float, dy: float) -> None:
        for bar, by in ((self.horizontalScrollBar(), dx), (self.verticalScrollBar(), dy)):
            bar.setValue(bar.value() + round(by))

    def set_ranges(self) -> None:
        """Let the scene be scrolled until hardly anything of it is left in view, and no further."""
        bounds, zoom, size = self.scene, self._zoom, self.viewport().size()
        for bar, start, length, room in (
            (self.horizontalScrollBar(), bounds.x, bounds.width, size.width()),
            (self.verticalScrollBar(), bounds.y, bounds.height, size.height()),
        ):
            lowest = start * zoom - room * 0.8
            highest = (start + length) * zoom - room * 0.2
            bar.setRange(round(lowest), round(highest))
            bar.setPageStep(room)
            bar.setSingleStep(24)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()  # what has the focus looks so

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

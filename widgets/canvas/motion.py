"""Motion: after a change, what is seen glides from where it was to where it is."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from app.layout.blocks import Placed
from app.layout.geometry import Point, Rect
from app.model.elements import ElementId

TIME = 150  # milliseconds
_MOST = 400  # boxes; more would not glide but jerk
_LEAST = 1.0  # pixels; less is not seen

Places = Mapping[ElementId, Point]
"""Where cards and steps are on the screen, by what they stand for."""


class Glide(QObject):
    """How far each thing still is from where it belongs; nothing moves unless it is on."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = True
        self._before: Places = {}
        self._ways: dict[ElementId, Point] = {}
        self._left = 0.0  # of the way, from 1 to 0
        self._clock = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=TIME)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._tick)

    def remember(self, places: Places) -> None:
        """Note where things are on the screen, for when they will be elsewhere."""
        self._before = places

    def start(self, after: Places) -> None:
        """Let all that was to be seen go from where it was to where it is now."""
        before, self._before = self._before, after
        self._ways.clear()
        self._clock.stop()
        self._left = 0.0
        if not self.is_on or len(after) > _MOST:
            return
        for key, (x, y) in after.items():
            old = before.get(key)
            if old and abs(old.x - x) + abs(old.y - y) > _LEAST:
                self._ways[key] = Point(old.x - x, old.y - y)
        if self._ways:
            self._left = 1.0
            self._clock.start()

    def finish(self) -> None:
        """Be where one belongs at once."""
        self._clock.stop()
        self._ways.clear()
        self._left = 0.0

    @property
    def is_moving(self) -> bool:
        return bool(self._ways)

    def offset(self, key: ElementId, zoom: float) -> Point:
        """How far something is from where it belongs, on the canvas at a zoom."""
        way, left = self._ways.get(key), self._left / zoom
        return Point(way.x * left, way.y * left) if way else Point(0, 0)

    def _tick(self, left: float) -> None:
        self._left = left
        if not left:
            self._ways.clear()
        self.moved.emit()


def on_screen(seen: Iterable[Placed], exposed: Rect, zoom: float) -> Places:
    """Where blocks and their cards are on a screen that shows a part of the canvas."""
    boxes = [box for p in seen for box in (*p.cards, *((p.step,) if p.step else ()))]
    return {
        box.key[1]: Point((box.rect.x - exposed.x) * zoom, (box.rect.y - exposed.y) * zoom)
        for box in boxes
    }

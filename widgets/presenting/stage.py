"""The map while it is presented: what was told is faded, what is to come is not there yet."""

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.layout.boxes import StepBox
from app.layout.geometry import Point, Rect
from app.model.outline import Card, Place, PlaceKey
from resources.themes import Theme
from widgets.canvas.painting import Emphasis, MapPainter
from widgets.canvas.zoom_view import ZoomView
from widgets.presenting.slides import Show, Sight, sight_of
from widgets.theme import colour

_TIME = 450  # milliseconds from one slide to the next
_FADED, _NEAR = 0.45, 0.25  # what was told, and what the slide bears on


class Stage(ZoomView):
    """Shows a forest up to one of its slides, and glides there."""

    def __init__(
        self,
        show: Show,
        theme: Theme,
        parent: QWidget,
        *,
        glides: bool,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The map"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._forest = show.forest
        self._slides = show.slides
        self._numbers = show.numbers
        self._number = 0
        self._theme = theme
        self._painter = MapPainter(theme)
        self._glides = glides
        self._start = self._sight = Sight(1.0, Point(0, 0))
        self._clock = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_TIME)
        self._clock.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._clock.valueChanged.connect(self._tick)
        self.scene = show.forest.bounds

    def show_slide(self, number: int) -> None:
        """Go to a slide."""
        self._number = number
        self._sight = self._wanted()
        if self._glides and self.isVisible():
            self._start = Sight(self.zoom, self.exposed().center)
            self._clock.stop()
            self._clock.start()
        else:
            self._look(self._sight)

    def fade(self, key: PlaceKey) -> float:
        """How far something is faded, from 0 to 1: that is all of what is to come."""
        number = self._numbers.get(key, len(self._slides))
        if number >= self._number:
            return float(number > self._number)
        above = self._slides[self._number].above
        bears_on = _home(above)
        return _NEAR if bears_on and bears_on.key == key else _FADED

    def _wanted(self) -> Sight:
        slide = self._slides[self._number]
        now = self.box(slide) or Rect(0, 0, 1, 1)
        room = self.viewport().size()
        bears_on = self.box(slide.above) if slide.above else None
        return sight_of(now, bears_on, (room.width(), room.height()))

    @property
    def is_gliding(self) -> bool:
        return self._clock.state() is QVariantAnimation.State.Running

    def box(self, place: Place) -> Rect | None:
        """Where something is on the map."""
        box = self._forest.box(place.key)
        if isinstance(box, StepBox):
            return box.rect.united(box.pill)
        return box.rect if box else None

    def _tick(self, part: float) -> None:
        """Go a part of the way, from 0 to 1."""
        (zoom, start), (to_zoom, end) = self._start, self._sight
        x, y = (a + (b - a) * part for a, b in zip(start, end, strict=True))
        self._look(Sight(zoom * (to_zoom / zoom) ** part, Point(x, y)))

    def _look(self, sight: Sight) -> None:
        self.set_zoom(sight.zoom)
        self.center_on(sight.middle)
        self.viewport().update()

    @override
    def set_ranges(self) -> None:
        """Let any place be in the middle."""
        room = self.viewport().size()
        for bar, start, length, half in (
            (self.horizontalScrollBar(), self.scene.x, self.scene.width, room.width()),
            (self.verticalScrollBar(), self.scene.y, self.scene.height, room.height()),
        ):
            bar.setRange(
                round(start * self._zoom) - half, round((start + length) * self._zoom) + half
            )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), colour(self._theme.surfaces.canvas))
            painter.translate(
                -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
            )
            painter.scale(self._zoom, self._zoom)
            self._painter.paint(
                painter,
                self._forest,
                self.exposed(),
                zoom=self._zoom,
                emphasis=Emphasis(fade=self.fade),
            )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clock.stop()
        self._sight = self._wanted()
        self._look(self._sight)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _home(place: Place | None) -> Place | None:
    """The slide that a place is on: a premise is on that of its step."""
    return place.above if isinstance(place, Card) and place.above else place

"""A view of a forest: what is where on the screen, and moving to see a part of it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from app.layout.boxes import CardBox, StepBox
from app.layout.geometry import Rect
from app.layout.viewing import view
from app.model.outline import PlaceKey
from app.model.view_state import Orientation
from widgets.canvas.navigation import first_place
from widgets.canvas.zoom_view import ZoomView
from widgets.reading import Reading

_EASY = 0.6  # the zoom below which a map cannot be read at ease
_OPENED = 0.9  # the zoom at which the beginning of a large map is shown
_INDENT = 0.08  # how far the first contention then is from the edge, as a share of the view


class ForestView(ZoomView):
    """Looks at the forest of a reading."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._forest = reading.forest
        self.scene = self._forest.bounds

    def box_at(self, point: QPointF) -> CardBox | StepBox | None:
        """The card or pill under a point of the viewport; pills lie above cards."""
        place = self.scene_point(point)
        under = view(self._forest, Rect(place.x, place.y, 0, 0)).blocks
        for step in (placed.step for placed in under):
            if step and step.pill.holds(place):
                return step
        cards = (card for placed in under for card in placed.cards)
        return next((card for card in cards if card.rect.holds(place)), None)

    # Moving about

    def fit(self) -> None:
        """Show the whole map, no larger than it is; of one too wide, what is about its top."""
        bounds = self._forest.bounds
        self.fit_rect(bounds, largest=1.0)
        key = first_place(self._reading.outline)
        first = self._forest.box(key) if key else None
        seen, room = self.view_rect(bounds), self.viewport().size()
        if first and (seen.width() > room.width() or seen.height() > room.height()):
            self.center_on(first.rect.center)

    def fit_place(self, key: PlaceKey) -> None:
        """Show one card or pill, somewhat larger than it is."""
        box = self._forest.box(key)
        if box:
            self.fit_rect(box.rect, largest=1.5)

    def show_start(self) -> None:
        """Show the whole map if it can be read so, or else the first contention, at its start."""
        self.fit_rect(self._forest.bounds, largest=1.0)
        key = first_place(self._reading.outline)
        first = self._forest.box(key) if key else None
        if self._zoom >= _EASY or first is None:
            return
        self.set_zoom(_OPENED)
        self.center_on(first.rect.center)
        seen, room = self.view_rect(first.rect), QRectF(self.viewport().rect())
        match self._forest.look.orientation:
            case Orientation.DOWN:
                self.scroll_by(0, seen.top() - _INDENT * room.height())
            case Orientation.UP:
                self.scroll_by(0, seen.bottom() - (1 - _INDENT) * room.height())
            case Orientation.RIGHT:
                self.scroll_by(seen.left() - _INDENT * room.width(), 0)

    def ensure_visible(self, key: PlaceKey) -> None:
        """Scroll no further than needed for a place to be in view."""
        box = self._forest.box(key)
        if box is None:
            return
        seen = self.view_rect(box.rect.grown(40))
        room = QRectF(self.viewport().rect())
        dx = max(seen.right() - room.right(), 0) or min(seen.left() - room.left(), 0)
        dy = max(seen.bottom() - room.bottom(), 0) or min(seen.top() - room.top(), 0)
        self.scroll_by(dx, dy)

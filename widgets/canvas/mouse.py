"""What the mouse does on the map: which gesture a press begins, and how it ends."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.layout.boxes import CardBox, StepBox
from app.layout.geometry import Rect
from app.model.branch import outermost
from app.model.elements import ClaimId
from app.model.outline import PlaceKey
from widgets.canvas.drops import Dragged, Drop, drop_all
from widgets.canvas.gestures import Band, Drag, Gesture, Pan
from widgets.reading import Reading
from widgets.selection import Selection

if TYPE_CHECKING:
    from widgets.canvas.map_view import MapView

_EDGE = 28  # pixels from the edge of the view, where the map scrolls under what is dragged
_PACE = 16  # pixels that it then scrolls each time
_EVERY = 30  # milliseconds
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Mouse(QObject):
    """Holds the one gesture that is under way.

    A press on a card selects it (with Control more or less, with Shift too) and may begin to carry
    what is selected; on empty ground it pulls the map, or with Shift draws a frame around cards.
    """

    def __init__(self, view: "MapView", reading: Reading, selection: Selection) -> None:
        super().__init__(view)
        self.gesture: Gesture | None = None
        self.was_down = False  # ever: the first click of a double one may have opened the map
        self._view = view
        self._reading = reading
        self._selection = selection
        self._pressed: QPointF | None = None  # where, while the button is held down
        self._alone: PlaceKey | None = None  # to be selected alone unless a drag begins
        self._scrolling = QTimer(self, interval=_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        self._last = QPointF()

    @property
    def is_down(self) -> bool:
        return self._pressed is not None

    def press(self, event: QMouseEvent) -> None:
        self.was_down = True
        point, held = event.position(), event.modifiers()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._begin(point, Pan(self._view, point))
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        badge = self._view.badge_at(point)
        box = self._view.box_at(point)
        self._alone = None
        if badge:
            self._view.hold(self._reading.outline.cards[ClaimId(badge)].key)
            self._view.unfold_wanted.emit(badge)
        elif box:
            self._select(box.key, held)
            self._begin(point, None)
        elif held & _SHIFT:
            view, forest = self._view, self._reading.forest
            self._begin(point, Band(view, view.theme, point, self._selection, forest))
        else:
            self._selection.set(None)
            self._begin(point, Pan(self._view, point))

    def _select(self, key: PlaceKey, held: Qt.KeyboardModifier) -> None:
        if held & _CONTROL:
            self._selection.toggle(key)
        elif held & _SHIFT:
            self._selection.add(key)
        elif key in self._selection.keys:
            self._alone = key
            self._selection.add(key)  # it is the main one now
        else:
            self._selection.set(key)

    def _begin(self, point: QPointF, gesture: Gesture | None) -> None:
        self._pressed, self.gesture = point, gesture

    def move(self, point: QPointF) -> None:
        """Go on with the gesture; a drag begins once the mouse has gone some way."""
        if self.gesture is None and self._pressed is not None:
            far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            self.gesture = self._drag() if far else None
        if self.gesture:
            self._last = point
            self.gesture.move(point)
            if not isinstance(self.gesture, Pan) and not self._scrolling.isActive():
                self._scrolling.start()

    def release(self, point: QPointF) -> None:
        gesture, alone = self.gesture, self._alone
        self._let_go()
        if gesture:
            gesture.finish(point)
        elif alone:
            self._selection.set(alone)

    def cancel(self) -> None:
        """Let go of what is being dragged, as if nothing had been."""
        gesture = self.gesture
        self._let_go()
        if gesture:
            gesture.cancel()

    def _let_go(self) -> None:
        self.gesture = self._pressed = self._alone = None
        self._scrolling.stop()
        self._view.viewport().unsetCursor()
        self._view.viewport().update()

    def _drag(self) -> Drag | None:
        """Begin to carry what is selected, the outermost of it."""
        reading, key = self._reading, self._selection.key
        box = reading.forest.box(key) if key else None
        if box is None:
            return None
        keys = outermost(reading.map, reading.outline, self._selection.keys)
        dragged = [Dragged.at(reading.map, one) for one in keys]

        def find(point: QPointF) -> Drop | None:
            place = self._view.scene_point(point)
            return drop_all(reading, dragged, place, self._view.box_at(point))

        view, rect = self._view, handle_of(box)
        return Drag(view, view.theme, rect, len(dragged), find, view.drop_wanted.emit)

    def _scroll(self) -> None:
        """Move the map on when something is held near the edge of the view."""
        room = QRectF(self._view.viewport().rect())
        dx, dy = (
            _PACE * ((at > end - _EDGE) - (at < start + _EDGE))
            for at, start, end in (
                (self._last.x(), room.left(), room.right()),
                (self._last.y(), room.top(), room.bottom()),
            )
        )
        if self.gesture and (dx or dy):
            self._view.scroll_by(dx, dy)
            self.gesture.move(self._last)


def handle_of(box: CardBox | StepBox) -> Rect:
    """What one takes hold of: a card, or the pill of a step."""
    return box.pill if isinstance(box, StepBox) else box.rect

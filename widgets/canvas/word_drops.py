"""Dropping words of an article on the map: what they would become where, shown and then done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.layout.boxes import CardBox, StepBox
from app.layout.geometry import Point, Rect
from app.model.change import Change
from app.model.elements import ClaimId, InferenceId, Polarity
from app.model.role import Role
from resources.themes import Theme
from widgets.article.words import Words
from widgets.canvas.drops import Drop, half_of, tr
from widgets.canvas.gestures import paint_zone
from widgets.canvas.map_view import MapView
from widgets.canvas.zoom_view import ZoomView
from widgets.commands import new_place
from widgets.performing import Make, Performer
from widgets.reading import Reading
from widgets.selection import Selection

_FREE = (180, 44)  # width and height of the zone for a free claim
_EDGE, _PULL = 24, 16  # pixels: so near to the edge the map is scrolled, by so much

Reader = Callable[[QMimeData], Words | None]
Doer = Callable[[Make], Change | None]


class WordDrops(QObject):
    """Receives words for a map: `read` takes them from what is dragged, `do` does the edit."""

    def __init__(
        self,
        view: MapView,
        shared: tuple[Reading, Selection, Performer],
        read: Reader,
        do: Doer,
        theme: Theme,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._reading, self._selection, self._performer = shared
        self._read = read
        self._do = do
        self._words: Words | None = None
        self.zone = Zone(view, theme)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def use_theme(self, theme: Theme) -> None:
        self.zone.theme = theme

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._words = None
            self.zone.show_drop(None)
        elif isinstance(event, QDropEvent):
            return self._receive(event)
        return super().eventFilter(watched, event)

    def _receive(self, event: QDropEvent) -> bool:
        """Follow words over the map, and take them where they are let go of."""
        if event.type() is QEvent.Type.DragEnter:
            self._words = self._read(event.mimeData())
        if self._words is None:
            return False
        if isinstance(event, QDragMoveEvent):
            self._pull(event.position())
        marking = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        point = event.position()
        over = self._view.box_at(point)
        drop = drop_words(self._words, self._view.scene_point(point), over, marking=marking)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self._words = None
            self.zone.show_drop(None)
            self._take(drop, over)
        else:
            self.zone.show_drop(drop)
        return True

    def _take(self, drop: Drop, over: CardBox | StepBox | None) -> None:
        """Do what the drop stands for, and select the claim that came of it."""
        change = self._do(drop.make) if drop.make else None
        if change is None:
            return
        place = new_place(change) or (over and over.key)
        if place:
            self._performer.keep(lambda: self._reading.reveal(ClaimId(place[1])))
            self._selection.set(self._reading.place_of(place))
            self._view.setFocus()

    def _pull(self, point: QPointF) -> None:
        """Scroll the map when words are held at its edge."""
        room = self._view.viewport().rect()
        dx = _beyond(point.x(), room.width())
        dy = _beyond(point.y(), room.height())
        self._view.scroll_by(dx, dy)


class Zone(QWidget):
    """Lies over the map and shows where words would land."""

    def __init__(self, view: ZoomView, theme: Theme) -> None:
        super().__init__(view.viewport())
        self.setAccessibleName(self.tr("Where the words would go"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.theme = theme
        self.drop: Drop | None = None
        self._view = view
        self.hide()

    def show_drop(self, drop: Drop | None) -> None:
        self.drop = drop
        self.setGeometry(self._view.viewport().rect())
        self.setVisible(drop is not None)
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.drop:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_zone(painter, self.theme, self._view.view_rect(self.drop.rect), self.drop)
            painter.end()


def drop_words(
    words: Words, place: Point, over: CardBox | StepBox | None, *, marking: bool
) -> Drop:
    """Say what words would become at a place, over a card, a pill or nothing.

    When `marking`, the claim of the card is to rest on them.
    """
    if isinstance(over, StepBox):
        make = words.as_claim(InferenceId(over.inference.id), Polarity.ATTACK)
        return Drop(over.pill, tr("undercut"), Role.UNDERCUTTER, make)
    if isinstance(over, CardBox) and marking:
        word = tr("the claim rests on these words")
        return Drop(over.rect, word, Role.FREE, words.as_mark(over.claim))
    if isinstance(over, CardBox):
        rect, polarity, word, role = half_of(over, place)
        return Drop(rect, word, role, words.as_claim(over.claim, polarity))
    width, height = _FREE
    rect = Rect(place.x - width / 2, place.y - height / 2, width, height)
    return Drop(rect, tr("free claim"), Role.FREE, words.as_claim())


def _beyond(at: float, length: float) -> int:
    """How far to scroll for a pointer at a place along a side of the view."""
    if at < _EDGE:
        return -_PULL
    return _PULL if at > length - _EDGE else 0

"""The map on the screen: a view of an arrangement, and what the mouse does there."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from app.layout.boxes import CardBox, StepBox
from app.layout.geometry import Rect
from app.layout.viewing import view
from app.model.outline import PlaceKey
from resources.themes import Theme
from widgets.canvas.drops import Dragged, Drop, drop_at
from widgets.canvas.gestures import Drag, Gesture, Pan
from widgets.canvas.navigation import first_place
from widgets.canvas.painting import Emphasis, MapPainter
from widgets.canvas.zoom_view import STEP, ZoomView
from widgets.labels import as_tooltip
from widgets.reading import Reading
from widgets.selection import Selection
from widgets.theme import colour

_DOTS = 22  # logical pixels between the dots of the ground


class MapView(ZoomView):
    """Shows the map of a reading; does no edit itself, but says what the person wants."""

    edit_wanted = Signal(str)  # the first letter typed, or nothing
    drop_wanted = Signal(object)  # the edit that a drop stands for
    claim_wanted = Signal()  # a free claim, by double click on empty ground

    def __init__(
        self, reading: Reading, selection: Selection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Argument map"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)
        self.viewport().setMouseTracking(True)
        self._reading = reading
        self._selection = selection
        self._theme = theme
        self._painter = MapPainter(theme)
        self._dots = QPixmap()
        self._hovered: PlaceKey | None = None
        self._anchored: CardBox | StepBox | None = None
        self.edited: PlaceKey | None = None
        self._gesture: Gesture | None = None
        self._pressed: QPointF | None = None  # where, while the button is held down
        self._forest = reading.forest
        self.scene = self._forest.bounds
        self._untouched = True  # until then it is fitted to each new size of the window
        reading.changed.connect(self._follow)
        reading.refolded.connect(self._follow)
        reading.rearranged.connect(self._follow)
        selection.changed.connect(self._follow_selection)

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
        """Show the whole map, no larger than it is."""
        self.fit_rect(self._forest.bounds, largest=1.0)

    def fit_selection(self) -> None:
        box = self._forest.box(self._selection.key) if self._selection.key else None
        if box:
            self.fit_rect(box.rect, largest=1.5)

    def show_start(self) -> None:
        """Show the whole map if it can be read so, or else its top with the first contention."""
        bounds = self._forest.bounds
        self.fit_rect(bounds, largest=1.0)
        if self._zoom < 0.6:  # noqa: PLR2004  below that it cannot be read at ease
            self.set_zoom(0.9)
            key = first_place(self._reading.outline)
            first = self._forest.box(key) if key else None
            middle = first.rect.center.x if first else bounds.center.x
            width, height = self.viewport().width(), self.viewport().height()
            self.horizontalScrollBar().setValue(round(middle * self._zoom - width / 2))
            self.verticalScrollBar().setValue(round(bounds.y * self._zoom - height * 0.08))

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

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._painter = MapPainter(theme)
        self._dots = QPixmap()
        self.viewport().update()

    # Following the document

    def _follow(self) -> None:
        """Show the map as it is now, with the card that is being looked at where it was."""
        self._untouched = False
        anchor = self.edited or self._selection.key
        before = self._anchored
        self.scene = self._forest.bounds
        self.set_ranges()
        after = self._forest.box(anchor) if anchor else None
        if before and after and before.key == after.key:
            self.scroll_by(
                (after.rect.center.x - before.rect.center.x) * self._zoom,
                (after.rect.y - before.rect.y) * self._zoom,
            )
        self._selection.set(self._reading.place_of(self._selection.key))
        self._anchor()
        self.viewport().update()

    def _anchor(self) -> None:
        """Remember where the card is that must not move on the screen when the map changes."""
        key = self.edited or self._selection.key
        self._anchored = self._forest.box(key) if key else None

    def _follow_selection(self) -> None:
        self._untouched = False
        key = self._selection.key
        if key:
            self.ensure_visible(key)
        self._anchor()
        self.viewport().update()

    def _emphasis(self) -> Emphasis:
        key = self._selection.key
        lit = frozenset[PlaceKey]()
        if key and not self._selection.claim(self._reading.map):
            lit = frozenset([key])
        elif key:
            lit = frozenset(box.key for box in self._forest.places_of(key[1])) - {key}
        return Emphasis(selected=key, hovered=self._hovered, edited=self.edited, lit=lit)

    # Qt

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint_ground(painter)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.scale(self._zoom, self._zoom)
        self._painter.paint(
            painter,
            self._forest,
            self.exposed(),
            zoom=self._zoom,
            emphasis=self._emphasis(),
        )
        painter.resetTransform()
        if self._gesture:
            self._gesture.paint(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.viewport().rect(), colour(self._theme.surfaces.canvas))
        if self._zoom < 0.5:  # noqa: PLR2004  the dots would be noise
            return
        step = _DOTS * self._zoom
        if self._dots.width() != round(step):
            self._dots = self._make_dots(round(step))
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.drawTiledPixmap(self.viewport().rect(), self._dots, QPoint(x, y))

    def _make_dots(self, side: int) -> QPixmap:
        """One piece of the ground, with its dot."""
        tile = QPixmap(side, side)
        tile.fill(colour(self._theme.surfaces.canvas))
        painter = QPainter(tile)
        painter.setPen(colour(self._theme.surfaces.dots))
        painter.drawPoint(0, 0)
        painter.end()
        return tile

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_ranges()
        if self._untouched:
            self.show_start()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._untouched = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        box = self.box_at(event.position())
        left = event.button() is Qt.MouseButton.LeftButton
        if left:
            self._selection.set(box.key if box else None)
        self._pressed = event.position()
        self._gesture = None if left and box else Pan(self, event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._gesture is None and self._pressed is not None:
            far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            self._gesture = self._drag() if far else None
        if self._gesture:
            self._gesture.move(point)
            return
        box = self.box_at(point)
        if (box.key if box else None) != self._hovered:
            self._hovered = box.key if box else None
            self.viewport().update()

    def _drag(self) -> Drag | None:
        """Begin to carry what is selected."""
        key = self._selection.key
        box = self._forest.box(key) if key else None
        if key is None or box is None:
            return None
        dragged = Dragged.at(self._reading.map, key)

        def find(point: QPointF) -> Drop | None:
            return drop_at(self._reading, dragged, self.scene_point(point), self.box_at(point))

        rect = box.pill if isinstance(box, StepBox) else box.rect
        return Drag(self, self._theme, key, rect, find, self.drop_wanted.emit)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._gesture
        self.cancel_gesture()
        if gesture:
            gesture.finish(event.position())

    def cancel_gesture(self) -> None:
        """Let go of what is being dragged, as if nothing had been."""
        self._gesture = self._pressed = None
        self.viewport().unsetCursor()
        self.viewport().update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.box_at(event.position()):
            self.edit_wanted.emit("")
        else:
            self.claim_wanted.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._untouched = False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            self.set_zoom(self._zoom * STEP**turns, event.position())
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pressed is not None:
            self.cancel_gesture()
            return
        text = event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if text.isprintable() and text.strip() and not held and self._selection.key:
            self.edit_wanted.emit(text)
        else:
            event.ignore()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self.box_at(QPointF(event.pos()))
            cut = isinstance(box, CardBox) and box.shape.cut
            if cut and isinstance(box, CardBox):
                words = self._reading.map.claim(box.claim).text[:4000]
                QToolTip.showText(event.globalPos(), as_tooltip(words), self.viewport())
                return True
        return super().viewportEvent(event)

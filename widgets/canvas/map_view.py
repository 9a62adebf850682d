"""The map on the screen: a view of an arrangement, and what the mouse does there."""

from dataclasses import replace
from functools import partial
from math import dist
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from app.layout.boxes import CardBox, StepBox
from app.layout.geometry import Rect
from app.layout.viewing import view
from resources.themes import Theme
from widgets.canvas.forest_view import ForestView
from widgets.canvas.ghost import paint_ghost
from widgets.canvas.ground import Ground
from widgets.canvas.motion import Glide, on_screen
from widgets.canvas.mouse import Mouse
from widgets.canvas.painting import Emphasis, MapPainter, emphasis_on
from widgets.canvas.zoom_view import STEP
from widgets.labels import as_tooltip
from widgets.reading import Reading
from widgets.selection import Selection

if TYPE_CHECKING:
    from app.model.elements import ClaimId
    from app.model.outline import PlaceKey
    from widgets.canvas.card_painting import Marks

_NEAR = 400  # logical pixels around the middle, where something to hold on to is looked for


class MapView(ForestView):
    """Shows the map of a reading; does no edit itself, but says what the person wants."""

    edit_wanted = Signal(str)  # the first letter typed, or nothing
    drop_wanted = Signal(object)  # the edit that a drop stands for
    claim_wanted = Signal()  # a free claim, by double click on empty ground
    unfold_wanted = Signal(str)  # what hangs below this claim
    claim_hovered = Signal(str)  # the claim under the pointer; "" if there is none
    menu_wanted = Signal(QPoint)  # of what can be done, at this place on the screen

    def __init__(
        self, reading: Reading, selection: Selection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(reading, parent)
        self.setAccessibleName(self.tr("Argument map"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)
        self.viewport().setMouseTracking(True)
        self.theme = theme
        self.marks: Marks | None = None
        self.edited: PlaceKey | None = None
        self.mouse = Mouse(self, reading, selection)
        self.glide = Glide(self)
        self._selection = selection
        self._painter = MapPainter(theme)
        self._ground = Ground(theme)
        self._hovered: PlaceKey | None = None
        self.ghost: tuple[ClaimId, ClaimId] | None = None  # claims that may hang together
        self._pointed = ""  # the claim whose words are under the pointer, in the article
        self._anchored: CardBox | StepBox | None = None
        self._untouched = True  # until then it is fitted to each new size of the window
        for moved in (reading.changed, reading.refolded, reading.rearranged):
            moved.connect(self._follow)
        selection.changed.connect(self._follow_selection)
        self.glide.moved.connect(self.viewport().update)

    def fit_selection(self) -> None:
        if self._selection.key:
            self.fit_place(self._selection.key)

    def badge_at(self, point: QPointF) -> str:
        """The folded claim whose badge is under a point of the viewport; "" if there is none."""
        card = self._painter.badge_at(self._forest, self.scene_point(point))
        return card.claim if card else ""

    def point_at(self, claim: str) -> None:
        """Let the cards of a claim stand out softly, without going there; "" for none."""
        if claim != self._pointed:
            self._pointed = claim
            self.viewport().update()

    def use_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._painter = MapPainter(theme)
        self._ground = Ground(theme)
        self.viewport().update()

    # Following the document

    def _follow(self) -> None:
        """Show the map as it is now, with the card that is being looked at where it was."""
        self._untouched = False
        before = self._anchored
        place = self._reading.place_of(before.key) if before else None
        after = self._forest.box(place) if place else None
        dx = dy = 0.0
        if before and after:
            dx = (after.rect.center.x - before.rect.center.x) * self._zoom
            dy = (after.rect.y - before.rect.y) * self._zoom
        self.show_scene(self._forest.bounds, dx, dy)
        there = [self._reading.place_of(key) for key in self._selection.keys]
        self._selection.set_all(key for key in there if key)
        self._anchor()
        if self.glide.is_on:
            seen = view(self._forest, self.exposed()).blocks
            self.glide.start(on_screen(seen, self.exposed(), self._zoom))
        self.viewport().update()

    def hold(self, key: "PlaceKey") -> None:
        """Let a place be what stays where it is when the map changes next."""
        self._anchored = self._forest.box(key)

    def _anchor(self) -> None:
        """Remember where the card is that must not move on the screen when the map changes.

        That is the one in the editor or the selected one; if there is none in view, the one under
        the mouse or in the middle.
        """
        self._anchored = None
        for key in (self.edited, self._selection.key, self._hovered):
            box = self._forest.box(key) if key else None
            if box and box.rect.meets(self.exposed()):
                self._anchored = box
                break
        if self._anchored is None:
            middle = self.exposed().center
            near = Rect(*middle, 0, 0).grown(_NEAR)
            cards = [card for placed in view(self._forest, near).blocks for card in placed.cards]
            self._anchored = min(cards, key=lambda c: dist(c.rect.center, middle), default=None)

    def _follow_selection(self) -> None:
        self._untouched = False
        key = self._selection.key
        if key:
            self.ensure_visible(key)
        self._anchor()
        self.viewport().update()

    def _emphasis(self) -> Emphasis:
        glide = partial(self.glide.offset, zoom=self._zoom) if self.glide.is_moving else None
        return replace(
            emphasis_on(self._forest, self._selection.keys),
            active=self.hasFocus(),
            hovered=self._hovered,
            pointed=self._pointed,
            edited=self.edited,
            marks=self.marks,
            offset=glide,
        )

    # Qt

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._anchored is None or not self._anchored.rect.meets(self.exposed()):
            self._anchor()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
            self._ground.paint(painter, self.viewport().rect(), self._zoom, scrolled)
            painter.translate(-scrolled)
            painter.scale(self._zoom, self._zoom)
            seen = self._painter.paint(
                painter, self._forest, self.exposed(), zoom=self._zoom, emphasis=self._emphasis()
            )
            if self.ghost:
                paint_ghost(painter, self._forest, self.ghost, self.theme, self._zoom)
            painter.resetTransform()
            if self.mouse.gesture:
                self.mouse.gesture.paint(painter)
        if self.glide.is_on and not self.glide.is_moving:
            self.glide.remember(on_screen(seen.blocks, self.exposed(), self._zoom))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_ranges()
        if self._untouched:
            self.show_start()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.mouse.cancel()  # the button may be let go of where the map does not hear of it

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._untouched = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.mouse.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event.position())
        if self.mouse.gesture is None:
            self._hover(self.box_at(event.position()))

    def _hover(self, box: CardBox | StepBox | None) -> None:
        key = box.key if box else None
        if key != self._hovered:
            self._hovered = key
            self.claim_hovered.emit(box.claim if isinstance(box, CardBox) else "")
            self.viewport().update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event.position())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.mouse.cancel()
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        key = self._selection.key
        box = self._forest.box(key) if by_key and key else self.box_at(QPointF(event.pos()))
        if box is None:
            return
        if box.key not in self._selection.keys:
            self._selection.set(box.key)
        place = self.view_rect(box.rect).center().toPoint()
        at = self.viewport().mapToGlobal(place) if by_key else event.globalPos()
        self.menu_wanted.emit(at)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.mouse.was_down:
            return
        if self.badge_at(event.position()):
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
        if event.key() == Qt.Key.Key_Escape and self.mouse.is_down:
            self.mouse.cancel()
            return
        text = event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if text.isprintable() and text.strip() and not held and self._selection.key:
            self.edit_wanted.emit(text)
        else:
            event.ignore()

    def _tooltip(self, box: CardBox) -> str:
        """What a card has no room for: all of its words, and what a sign on it stands for."""
        words = self._reading.map.claim(box.claim).text[:4000] if box.shape.cut else ""
        sign = self.tr("! This is not what the article says there, word for word.")
        parts = (words, sign if box.shape.content.misquoted else "")
        return "".join(as_tooltip(part) for part in parts if part)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self.box_at(QPointF(event.pos()))
            words = self._tooltip(box) if isinstance(box, CardBox) else ""
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport())
                return True
        return super().viewportEvent(event)

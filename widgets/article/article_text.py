"""An article with its marks: selecting its words, and reaching and adjusting what is marked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from app.articles.marked import Mark, Marked
from app.model.elements import ClaimId, LocutionId
from resources.themes import Theme
from widgets.article import words
from widgets.article.clicks import Clicks, span_of
from widgets.article.handles import Handles
from widgets.article.mark_painting import Also, MarkPainter, NamesOf, RoleOf
from widgets.article.set_text import SetText
from widgets.article.setting import NUMBER
from widgets.fonts import SANS

Telling = Callable[[Sequence[Mark]], str]
"""What is said of marks, as a tooltip."""

_AROUND = 8  # pixels that lines and bars may reach beyond a paragraph


class ArticleText(SetText):
    """Shows a source with its marks, and says what the person does with words and marks."""

    words_selected = Signal()
    mark_clicked = Signal(str)  # the locution whose mark was clicked
    mark_adjusted = Signal(str, int, int)  # the locution whose mark shall begin and end elsewhere
    claim_hovered = Signal(str)  # the claim of the mark under the pointer; "" if there is none
    left = Signal()  # with Esc

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("Article")
        self.setAccessibleName(self.tr("Article"))
        self.viewport().setMouseTracking(True)
        self._marked: Marked | None = None
        self._painter = MarkPainter(theme)
        self._telling: Telling | None = None
        self.handles = Handles(self)
        self._clicks = Clicks()
        self._hovered = ""

    # Marks

    def explain_by(self, role_of: RoleOf, names_of: NamesOf, telling: Telling) -> None:
        """Ask these for the roles of claims, who says them, and what there is to say of marks."""
        self._painter.role_of, self._painter.names_of = role_of, names_of
        self._telling = telling

    def paint_also(self, also: Also | None) -> None:
        """Let something else be painted at words, along with the marks."""
        self._painter.also = also
        self.viewport().update()

    def show_article(self, marked: Marked, byline: str) -> None:
        """Show an article with its marks."""
        self._marked = marked
        self.show_source(marked.source, byline)
        self._painter.show(marked, self._positions)
        active = self.handles.mark
        self.handles.mark = self._mark(active.locution) if active else None
        self.viewport().update()

    @property
    def marked(self) -> Marked | None:
        """The marks of the article, and what is not mapped of it."""
        return self._marked

    @property
    def marks(self) -> Sequence[Mark]:
        return self._marked.marks if self._marked else ()

    @property
    def active(self) -> Mark | None:
        """The mark that has handles."""
        return self.handles.mark

    def activate(self, locution: LocutionId | None) -> None:
        """Give a mark handles; its claim is to be the one that stands out."""
        self.handles.mark = self._mark(locution) if locution else None
        self.viewport().update()

    def light_up(self, claim: ClaimId | None) -> None:
        """Let the marks of one claim stand out."""
        if claim == self._painter.lit:
            return
        before, self._painter.lit = self._painter.lit, claim
        if self.active and self.active.claim != claim:
            self.handles.mark = None
            self.viewport().update()
        else:
            self._paint_anew({before, claim})

    def point_at(self, claim: str) -> None:
        """Let the marks of a claim stand out, as while the pointer is on its card; "" for none."""
        if claim != self._painter.pointed:
            self._painter.pointed = claim
            self.viewport().update()

    def _paint_anew(self, claims: set[ClaimId | None]) -> None:
        """Paint what is seen of the marks of these claims; that costs an edit elsewhere nothing."""
        if self.column is None or not self.isVisible():
            return
        room, top = self.viewport().rect(), self.verticalScrollBar().value()
        for block in self.column.seen(top, top + room.height()):
            if self._painter.shows(block, claims):
                rect = self.column.blockBoundingRect(block).translated(0, -top).toRect()
                rect = rect.adjusted(0, -_AROUND, 0, _AROUND)
                self.viewport().update(0, rect.y(), room.width(), rect.height())

    def mark_at(self, position: int) -> Mark | None:
        """The shortest mark over a position in the text."""
        return next(iter(self.marks_at(position)), None)

    def marks_at(self, position: int) -> list[Mark]:
        """The marks over a position in the text, the shortest first."""
        return self._marked.at(position) if self._marked else []

    def next_mark_at(self, position: int) -> Mark | None:
        """The mark over a position that comes after the one that stands out; round and round."""
        over = self.marks_at(position)
        here = next((i for i, mark in enumerate(over) if mark == self.active), -1)
        return over[(here + 1) % len(over)] if over else None

    def _mark(self, locution: LocutionId) -> Mark | None:
        return self._marked.mark(locution) if self._marked else None

    def _marks_under(self, point: QPointF) -> list[Mark]:
        """The marks whose words or bars are at a point of the view."""
        character = self.character_at(point)
        if character is not None:
            return self.marks_at(character)
        if self.column is None:
            return []
        at = self.in_document(point)
        bars = self._painter.bars(self.column.block_at(at.y()), self.column)
        return [bar.mark for bar in bars if bar.rect.adjusted(-2, 0, 2, 0).contains(at)]

    # How it looks

    @override
    def use_theme(self, theme: Theme) -> None:
        super().use_theme(theme)
        self._painter.theme = theme
        self.viewport().update()

    @override
    def _set(self) -> None:
        super()._set()
        self._painter.number = self._style.font(NUMBER, SANS)
        if self.column:
            self.column.ground = self._painter

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self.handles.paint(painter, self._theme, self._painter.preview)
            self._painter.paint_ticks(painter, self.viewport().rect(), is_rtl=self.is_rtl)

    # Qt

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """What Qt drags when a drag begins on selected words, and copies."""
        data = super().createMimeDataFromSelection()
        span, cursor = self.selected_span(), self.textCursor()
        if self.source and span:
            ends = map(self.text_position, (cursor.selectionStart(), cursor.selectionEnd()))
            if cursor.selectionStart() >= self.body:
                data.setText(self.source.text[slice(*ends)])  # with its blank lines
            words.put(data, self.source, span)
        return data

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        if not left or not (self.handles.press(event.position()) or self._select_by(event)):
            super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self._select_by(event):
            super().mouseDoubleClickEvent(event)

    def _select_by(self, press: QMouseEvent) -> bool:
        """Select what so many clicks select; whether that is anything."""
        clicks = self._clicks.add(press)
        position = self.character_at(press.position())
        if position is None or self.source is None:
            return False
        span = span_of(self.source.text, position, clicks)
        if span is None:
            return False
        self.select_span(*span)
        return True

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.handles.is_dragging:
            self._painter.preview = self.handles.moved(event)
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(event.position())

    def _hover(self, point: QPointF) -> None:
        if self.handles.edge_at(point):
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
            return
        on_words = self.character_at(point) is not None
        over = self._marks_under(point)
        beside = bool(over) and not on_words
        shape = Qt.CursorShape.PointingHandCursor if beside else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self._say_hovered(over[0].claim if over else "")

    def _say_hovered(self, claim: str) -> None:
        if claim != self._hovered:
            self._hovered = claim
            self.claim_hovered.emit(claim)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.handles.is_dragging:
            self._let_go_of_handle()
            return
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.snap_selection()
            self.words_selected.emit()
        else:
            self._click(event.position())

    def _click(self, point: QPointF) -> None:
        """Say which mark was clicked; of several, the next one each time."""
        character = self.character_at(point)
        mark = self.next_mark_at(character) if character is not None else None
        beside = self._marks_under(point) if character is None else []
        mark = mark or next(iter(beside), None)
        if mark:
            self.activate(mark.locution)
            self.mark_clicked.emit(mark.locution)

    def _let_go_of_handle(self) -> None:
        preview, mark = self._painter.preview, self.active
        self.handles.release()
        self._painter.preview = None
        self.viewport().update()
        if preview and preview != mark:
            self.mark_adjusted.emit(preview.locution, preview.start, preview.end)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._say_hovered("")

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            over = self._marks_under(QPointF(event.pos()))
            words = self._telling(over) if self._telling else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.handles.is_dragging:
            self.handles.release()
            self._painter.preview = None
            self.viewport().update()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.words_selected.emit()

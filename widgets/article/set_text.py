"""The words of an article on the screen: set in a column, at a place that outlasts other widths."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from app.articles.reanchoring import place_after
from app.articles.text import Span, snap_to_words
from app.model.elements import Source, SourceId
from resources.themes import Theme
from widgets.article.column import HEAD, ColumnLayout
from widgets.article.positions import Positions
from widgets.article.setting import Style, recolour, set_byline, typeset

_NEAR = 3  # times that what comes into view may move what is in view


class SetText(QTextEdit):
    """Shows a source. Places in it are in code points of its text, and not of the document."""

    size_wanted = Signal(int)  # larger or smaller, by the wheel

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(220)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._style = Style()
        self._source: Source | None = None
        self._byline = ""
        self._positions = Positions("")
        self._column: ColumnLayout | None = None
        self._is_settling = False
        self._places: dict[SourceId, tuple[int, int]] = {}  # where articles were read last

    @property
    def source(self) -> Source | None:
        return self._source

    @property
    def column(self) -> ColumnLayout | None:
        """How the article is set."""
        return self._column

    @property
    def style_of_text(self) -> Style:
        """In what size and how far apart the lines are set."""
        return self._style

    @property
    def is_rtl(self) -> bool:
        """Whether the article is written from right to left."""
        return self._column is not None and self._column.is_rtl

    def show_source(self, source: Source, byline: str) -> None:
        """Set the article: its title, its byline, its paragraphs; another one where it was read."""
        shown, self._source = self._source, source
        told = [(one.id, one.title, one.text) for one in (shown, source) if one]
        if len(set(told)) > 1 or shown is None:
            is_other = shown is not None and shown.id != source.id
            if shown and is_other:
                self._places[shown.id] = self._top()
            self._positions = Positions(source.text)
            self._byline = byline
            self._set()
            if is_other:
                self._go_back(self._places.get(source.id, (0, 0)))
        elif byline != self._byline:
            self._byline = byline
            set_byline(self.document(), byline)

    def use_style(self, style: Style) -> None:
        """Set the article in another size or with other lines; the place in it stays."""
        if style == self._style:
            return
        self._style = style
        if self._source is None:
            return
        place, cursor = self._top(), self.textCursor()
        ends = cursor.anchor(), cursor.position()
        self._set()
        self.setTextCursor(self._cursor(*ends))
        self._go_back(place)

    def use_theme(self, theme: Theme) -> None:
        """Take other colours; the place in the text and the selected words stay."""
        self._theme = theme
        if self._source:
            recolour(self.document(), theme)

    def _set(self) -> None:
        if self._source is None:
            return
        before = self.document()
        is_ours = before.parent() is self  # Qt deletes its own first one
        document = typeset(self._source, self._byline, self._style, self._theme, self)
        layout = document.documentLayout()
        self._column = layout if isinstance(layout, ColumnLayout) else None
        self.setDocument(document)
        if is_ours:
            before.deleteLater()
        self._settle()

    # Places

    @property
    def body(self) -> int:
        """Where the text begins in the document, behind title and byline."""
        return self.document().findBlockByNumber(HEAD).position()

    def document_position(self, position: int) -> int:
        """Where a place of the source's text is in the document."""
        return self.body + self._positions.to_qt(position)

    def text_position(self, position: int) -> int:
        """Where a place of the document is in the source's text; its beginning if above it."""
        return self._positions.from_qt(max(position - self.body, 0))

    def position_at(self, point: QPoint) -> int:
        """The place in the text that is nearest to a point of the view."""
        return self.text_position(self.cursorForPosition(point).position())

    def character_at(self, point: QPointF) -> int | None:
        """The character of the text at a point of the view."""
        if self._column is None:
            return None
        position = self._column.character_at(self.in_document(point))
        return self.text_position(position) if position >= self.body else None

    def in_document(self, point: QPointF) -> QPointF:
        """A point of the view as one of the document."""
        return point + QPointF(0, self.verticalScrollBar().value())

    def rect_of(self, position: int, *, ends: bool = False) -> QRect:
        """Where a place of the text is in the view; if words end there, behind the last of them."""
        cursor = self.textCursor()
        cursor.setPosition(self.document_position(position))
        rect = self.cursorRect(cursor)
        if ends and position:
            cursor.setPosition(self.document_position(position - 1))
            before = self.cursorRect(cursor)
            if before.top() < rect.top():  # the next line begins here
                rect = before.translated(before.height() // 2, 0)
        return rect

    def caret(self) -> int | None:
        """Where the text cursor stands in the text itself; None if above it."""
        position = self.textCursor().position()
        return self.text_position(position) if self._source and position >= self.body else None

    # Selected words

    def selected_span(self) -> Span | None:
        """The selected words of the text itself, snapped to whole words; None if there are none."""
        cursor = self.textCursor()
        if self._source is None or not cursor.hasSelection():
            return None
        start, end = map(self.text_position, (cursor.selectionStart(), cursor.selectionEnd()))
        if start == end:  # it is the title that is selected
            return None
        span = snap_to_words(self._source.text, start, end)
        return span if self._source.text[span.start : span.end].strip() else None

    def end_of_words(self) -> QPoint:
        """The lower corner behind the selected words, in the viewport."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        return self.cursorRect(cursor).bottomLeft()

    def select_span(self, start: int, end: int) -> None:
        """Select words, with the text cursor at their end."""
        self.setTextCursor(self._cursor(*map(self.document_position, (start, end))))

    def snap_selection(self) -> None:
        """Let the selection be of whole words; its end that moves stays the same one."""
        cursor, span = self.textCursor(), self.selected_span()
        if span and cursor.selectionStart() >= self.body:
            backwards = cursor.position() < cursor.anchor()
            self.select_span(*(reversed(span) if backwards else span))

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def show_span(self, start: int) -> None:
        """Scroll to a position in the text, without selecting anything."""
        at = self.document_position(start)
        self.setTextCursor(self._cursor(at, at))
        top = self.cursorRect().top()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def put_caret(self, position: int) -> None:
        """Put the text cursor at a place in the text, without scrolling."""
        bar, at = self.verticalScrollBar(), self.document_position(position)
        before = bar.value()
        self.setTextCursor(self._cursor(at, at))
        bar.setValue(before)

    def going_on(self, corrected: Source) -> Callable[[], None] | None:
        """What goes on reading at the same words, once a corrected text is shown; None if the same.

        The text cursor stays at its words, too.
        """
        if self._source is None or self._source.text == corrected.text:
            return None
        before, read, caret = self._source.text, self._place_read(), self.caret()

        def go_on() -> None:
            if read:
                self.show_span(place_after(before, corrected.text, read))
            if caret:
                self.put_caret(place_after(before, corrected.text, caret))

        return go_on

    def _place_read(self) -> int:
        """The place in the text that `show_span` would have scrolled to; 0 at the beginning."""
        if not self.verticalScrollBar().value():
            return 0
        room = self.viewport().rect()
        return self.position_at(QPoint(room.center().x(), room.height() // 3))

    def _cursor(self, anchor: int, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # What stays where it is

    def _top(self) -> tuple[int, int]:
        """The place of the document at the top of the view, and how far above it its line is."""
        if self._column is None or not self.verticalScrollBar().value():
            return 0, 0
        cursor = self.cursorForPosition(QPoint(round(self._column.column[0]), 0))
        return cursor.position(), self.cursorRect(cursor).top()

    def _go_back(self, place: tuple[int, int]) -> None:
        position, top = place
        position = min(position, self.document().characterCount() - 1)  # it may be shorter now
        bar = self.verticalScrollBar()
        for _ in range(_NEAR):
            now = self.cursorRect(self._cursor(position, position)).top()
            bar.setValue(bar.value() + now - top if position else 0)
            self._settle()  # it may be longer than was guessed, so that there is more to scroll

    def _settle(self) -> None:
        """Set what is in view, and keep on the screen where it is what was set already."""
        if self._column is None or self._is_settling:
            return
        self._is_settling = True
        bar = self.verticalScrollBar()
        for _ in range(_NEAR):
            top = bar.value()
            moved = round(self._column.settle(top, top + self.viewport().height()))
            if not moved:
                break
            bar.setValue(top + moved)
        self._is_settling = False

    # Qt

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._settle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._top()
        super().resizeEvent(event)
        self._go_back(place)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

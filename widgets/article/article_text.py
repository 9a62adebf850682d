"""The text of one source, set like an article, with the marks of its claims."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from app.articles.text import snap_to_words
from app.model.elements import ClaimId, LocutionId, Source
from app.model.role import Role
from resources.themes import Theme
from widgets.article import words
from widgets.article.positions import Positions
from widgets.fonts import SANS, SERIF
from widgets.theme import colour
from widgets.translating import day_in_words

_UNDERLINES = {
    Role.OBJECTION: QTextCharFormat.UnderlineStyle.DashUnderline,
    Role.REBUTTAL: QTextCharFormat.UnderlineStyle.DotLine,
    Role.UNDERCUTTER: QTextCharFormat.UnderlineStyle.DashDotLine,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words: where they are in the source, and the role of their claim on the map."""

    locution: LocutionId
    claim: ClaimId
    start: int
    end: int
    role: Role


class ArticleText(QTextEdit):
    """Shows a source; gives out which words are selected, in code points of the source's text."""

    words_selected = Signal()
    mark_clicked = Signal(str)  # the locution whose mark was clicked
    left = Signal()  # with Esc

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Article")
        self.setAccessibleName(self.tr("Article"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(220)
        self._theme = theme
        self._source: Source | None = None
        self._positions = Positions("")
        self._body = 0
        self._marks: Sequence[Mark] = ()
        self._starts: list[int] = []
        self._longest = 0
        self.verticalScrollBar().valueChanged.connect(self._paint_marks)
        self._lit: ClaimId | None = None

    # What is shown

    @property
    def source(self) -> Source | None:
        return self._source

    def show_source(self, source: Source, byline: str) -> None:
        """Set the article: its title, its byline, its paragraphs."""
        if source == self._source:
            return
        self._source = source
        self._marks, self._starts = (), []
        self._positions = Positions(source.text)
        document = QTextDocument(self)
        document.setDocumentMargin(18)
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        self._write(cursor, source.title, self._title_format(), below=3)
        self._write(cursor, byline, self._byline_format(), below=14)
        self._body = cursor.position()
        block = QTextBlockFormat()
        block.setBottomMargin(9)
        block.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(self._text_format())
        cursor.insertText(source.text, self._text_format())
        self.setExtraSelections([])
        self.setDocument(document)

    @property
    def marks(self) -> Sequence[Mark]:
        return self._marks

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks, in the order of the text."""
        if marks != self._marks:
            self._marks = marks
            self._starts = [mark.start for mark in marks]
            self._longest = max((mark.end - mark.start for mark in marks), default=0)
            self._paint_marks()

    def light_up(self, claim: ClaimId | None) -> None:
        """Let the marks of one claim stand out."""
        if claim != self._lit:
            self._lit = claim
            self._paint_marks()

    def _paint_marks(self) -> None:
        """Colour the marks that are in view or near; Qt would take long over thousands of them."""
        seen = self._marks_near()
        lit = [self._extra(m, lit=True) for m in seen if self._lit and m.claim == self._lit]
        self.setExtraSelections([*map(self._extra, seen), *lit])

    def _marks_near(self) -> Sequence[Mark]:
        """The marks that are in view, or less than the height of the view away from it."""
        room = self.viewport().rect()
        top = self.cursorForPosition(room.topLeft() - QPoint(0, room.height())).position()
        end = self.cursorForPosition(room.bottomRight() + QPoint(0, room.height())).position()
        first, last = (self._positions.from_qt(max(at - self._body, 0)) for at in (top, end))
        start = bisect_left(self._starts, first - self._longest)
        return self._marks[start : bisect_right(self._starts, last)]

    def use_theme(self, theme: Theme) -> None:
        """Take other colours; the place in the text and the selected words stay."""
        self._theme = theme
        if self._source is None:
            return
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextCharFormat()
        look.setForeground(colour(theme.ink.text))
        cursor.mergeCharFormat(look)
        byline = QTextCursor(self.document().findBlockByNumber(1))
        byline.select(QTextCursor.SelectionType.BlockUnderCursor)
        look.setForeground(colour(theme.ink.muted))
        byline.mergeCharFormat(look)
        self._paint_marks()

    # Selected words

    def selected_span(self) -> tuple[int, int] | None:
        """The selected words of the text itself, snapped to whole words; None if there are none."""
        cursor = self.textCursor()
        if self._source is None or not cursor.hasSelection():
            return None
        start = self._positions.from_qt(max(cursor.selectionStart() - self._body, 0))
        end = self._positions.from_qt(max(cursor.selectionEnd() - self._body, 0))
        start, end = snap_to_words(self._source.text, start, end)
        return (start, end) if self._source.text[start:end].strip() else None

    def caret(self) -> int | None:
        """Where the text cursor stands in the text itself; None if above it."""
        position = self.textCursor().position() - self._body
        return self._positions.from_qt(position) if self._source and position >= 0 else None

    def end_of_words(self) -> QPoint:
        """The lower corner behind the selected words, in the viewport."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        return self.cursorRect(cursor).bottomLeft()

    def select_span(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.document_position(start))
        cursor.setPosition(self.document_position(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def show_span(self, start: int) -> None:
        """Scroll to a position in the text, without selecting anything."""
        cursor = self.textCursor()
        cursor.setPosition(self.document_position(start))
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def document_position(self, position: int) -> int:
        """Where a position of the source's text is in the document, which begins with the title."""
        return self._body + self._positions.to_qt(position)

    def mark_at(self, position: int) -> Mark | None:
        """The shortest mark over a position in the text."""
        over = [mark for mark in self._marks if mark.start <= position < mark.end]
        return min(over, key=lambda mark: mark.end - mark.start, default=None)

    # Formats

    def _write(
        self, cursor: QTextCursor, text: str, look: QTextCharFormat, *, below: float
    ) -> None:
        block = QTextBlockFormat()
        block.setBottomMargin(below)
        cursor.setBlockFormat(block)
        cursor.insertText(text.replace("\n", " "), look)
        cursor.insertBlock()

    def _title_format(self) -> QTextCharFormat:
        return self._format(SERIF, 20, bold=True)

    def _byline_format(self) -> QTextCharFormat:
        look = self._format(SANS, 12)
        look.setForeground(colour(self._theme.ink.muted))
        return look

    def _text_format(self) -> QTextCharFormat:
        return self._format(SERIF, 15)

    def _format(self, family: str, size: int, *, bold: bool = False) -> QTextCharFormat:
        font = QFont(family)
        font.setPixelSize(size)
        font.setBold(bold)
        look = QTextCharFormat()
        look.setFont(font)
        look.setForeground(colour(self._theme.ink.text))
        return look

    def _extra(self, mark: Mark, *, lit: bool = False) -> QTextEdit.ExtraSelection:
        colours = self._theme.roles[mark.role.value]
        extra = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.document_position(mark.start))
        end = self.document_position(mark.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        ground = colour(colours.mark)
        if lit:
            ground = ground.lighter(135) if self._theme.dark else ground.darker(112)
        look.setBackground(ground)
        if mark.role in _UNDERLINES or lit:
            solid = QTextCharFormat.UnderlineStyle.SingleUnderline
            look.setUnderlineStyle(_UNDERLINES.get(mark.role, solid))
            look.setUnderlineColor(colour(colours.line))
        extra.cursor, extra.format = cursor, look
        return extra

    # Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint_marks()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """What Qt drags when a drag begins on selected words, and copies."""
        data = super().createMimeDataFromSelection()
        span = self.selected_span()
        if self._source and span:
            words.put(data, self._source, span)
        return data

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            self.words_selected.emit()
            return
        position = self.cursorForPosition(event.position().toPoint()).position()
        mark = self.mark_at(self._positions.from_qt(max(position - self._body, 0)))
        if mark and position >= self._body:
            self.mark_clicked.emit(mark.locution)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.words_selected.emit()


def byline(source: Source) -> str:
    """What stands below the title: outlet, author, date."""
    day = day_in_words(source.published) if source.published else ""
    return " · ".join(part for part in (source.outlet, source.author, day) if part)

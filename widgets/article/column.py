"""Setting an article as one column of a measured width, at the cost of what is seen of it.

Qt's own layout sets a text from its beginning, which takes seconds for one of 200,000 words. This
one guesses how high a paragraph will be, and sets it once somebody looks there.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from typing_extensions import override

HEAD = 2  # paragraphs before the text itself: title and byline
_WIDEST = 68  # characters of words such as these
_WORDS = "some words as they stand in articles: small letters with blanks and now and then a stop."
_NARROWEST = 60  # pixels
_SAMPLE = 2_000  # characters by which the width of all is guessed
_BOLD = 0.6  # pixels by which bold words are painted once more: so no line breaks elsewhere
_TOP, _BOTTOM = 16.0, 72.0  # below there is room for the bar under the last words


@dataclass(frozen=True, slots=True)
class Room:
    """The room around the text: beside the column, between lines and between paragraphs."""

    lines: float  # times the height of a line
    paragraphs: float  # pixels
    number_side: float  # of the column, in pixels
    other_side: float


class Ground(Protocol):
    """What is painted along with a paragraph, behind its words, and which of them are bold."""

    def paint_behind(
        self, painter: QPainter, block: QTextBlock, layout: "ColumnLayout"
    ) -> None: ...

    def bold(self, block: QTextBlock) -> Iterator[QRectF]: ...


class ColumnLayout(QAbstractTextDocumentLayout):
    """Lays a document out in a column. Places are those of the document, in pixels."""

    def __init__(self, document: QTextDocument, font: QFont, room: Room, *, is_rtl: bool) -> None:
        super().__init__(document)
        self._room = room
        self._is_rtl = is_rtl
        self.ground: Ground | None = None
        self._font = font
        self._width = 0.0  # of the page
        self._heights: list[float] = []
        self._tops: list[float] = []
        self._is_set: list[bool] = []
        self._per_character = 0.0

    # The column

    @property
    def column(self) -> tuple[float, float]:
        """Where the column begins, and how wide it is."""
        room = self._room
        measure = QFontMetricsF(self._font).horizontalAdvance(_WORDS) * _WIDEST / len(_WORDS)
        width = max(min(measure, self._width - room.number_side - room.other_side), _NARROWEST)
        left, right = room.number_side, room.other_side
        if self._is_rtl:
            left, right = right, left
        spare = max((self._width - left - right - width) / 2, 0)
        return left + spare, width

    @property
    def is_rtl(self) -> bool:
        """Whether the article as a whole is written from right to left."""
        return self._is_rtl

    def settle(self, top: float, bottom: float) -> float:
        """Set all that is seen between two heights; how far what was set already moves by that."""
        first = number = self._number_at(top)
        while number < len(self._tops) and self._tops[number] < bottom:
            if self._is_set[number]:
                first = number
                break
            number += 1
        before, number = self._tops[first], self._number_at(top)
        while number < len(self._tops) and self._tops[number] < bottom:
            self._set(self.document().findBlockByNumber(number))
            number += 1
        return self._tops[first] - before

    def block_at(self, y: float) -> QTextBlock:
        """The paragraph at a height, set."""
        block = self.document().findBlockByNumber(self._number_at(y))
        self._set(block)
        return block

    def seen(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        """The paragraphs between two heights, not all of them set."""
        block = self.document().findBlockByNumber(self._number_at(top))
        while block.isValid() and self._tops[block.blockNumber()] < bottom:
            yield block
            block = block.next()

    def character_at(self, point: QPointF) -> int:
        """The character that is painted at a point; -1 if there is none."""
        block = self.block_at(point.y())
        rect = self.blockBoundingRect(block)
        at = point - rect.topLeft()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            if line.naturalTextRect().contains(at):
                on = line.xToCursor(at.x(), QTextLine.CursorPosition.CursorOnCharacter)
                return block.position() + on
        return -1

    def _number_at(self, y: float) -> int:
        return min(max(bisect_right(self._tops, y) - 1, 0), max(len(self._heights) - 1, 0))

    def _below(self, number: int) -> float:
        """The room below a paragraph."""
        return {0: 4.0, 1: 16.0}.get(number, self._room.paragraphs)

    def _guess(self, block: QTextBlock, width: float) -> float:
        metrics = QFontMetricsF(self._font)
        if not self._per_character:
            sample = self.document().findBlockByNumber(HEAD).text()[:_SAMPLE]
            self._per_character = metrics.horizontalAdvance(sample) / max(len(sample), 1)
        lines = block.length() * self._per_character // width + 1
        return lines * metrics.height() * self._room.lines

    def _forget(self) -> None:
        """Guess all heights anew."""
        _, width = self.column
        self._heights = []
        self._is_set = []
        number, block = 0, self.document().begin()
        while block.isValid():
            self._heights.append(self._guess(block, width) + self._below(number))
            self._is_set.append(False)
            number, block = number + 1, block.next()
        self._move(0)

    def _move(self, number: int) -> None:
        """Move all below a paragraph to where it belongs."""
        top = self._tops[number] if number else _TOP
        behind = accumulate(self._heights[number:], initial=top)
        self._tops[number:] = list(behind)[:-1]
        self.documentSizeChanged.emit(self.documentSize())

    def _set(self, block: QTextBlock) -> None:
        """Set a paragraph, if it is not set yet."""
        number = block.blockNumber()
        if not 0 <= number < len(self._is_set) or self._is_set[number]:
            return
        height = self._break(block, 1.0 if number < HEAD else self._room.lines) + self._below(
            number
        )
        self._is_set[number] = True
        if height != self._heights[number]:
            self._heights[number] = height
            self._move(number)

    def _break(self, block: QTextBlock, pitch: float) -> float:
        """Break a paragraph into lines so many times their height apart; how high they all are."""
        layout = block.layout()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(block.textDirection())
        right = block.textDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        _, width = self.column
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height = line.height() * pitch
            line.setPosition(QPointF(0, y + (height - line.height()) / 2))
            y += height
        layout.endLayout()
        return y

    # Qt

    @override
    def documentChanged(self, from_: int, charsRemoved: int, charsAdded: int) -> None:
        document = self.document()
        width, count = document.pageSize().width(), document.blockCount()
        if width != self._width or count != len(self._heights):
            self._width = width
            self._forget()
            return
        first = document.findBlock(from_).blockNumber()
        last = document.findBlock(from_ + max(charsAdded - 1, 0)).blockNumber()
        for number in range(first, (last if last >= 0 else count - 1) + 1):
            self._is_set[number] = False
        self.update.emit()

    @override
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip = context.clip
        top, bottom = (clip.top(), clip.bottom()) if clip.isValid() else (0.0, self._end)
        painter.setPen(context.palette.text().color())
        for block in self.seen(top, bottom):
            self._set(block)
            self._draw_block(painter, context, block)

    def _draw_block(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        block: QTextBlock,
    ) -> None:
        origin = self.blockBoundingRect(block).topLeft()
        if self.ground:
            self.ground.paint_behind(painter, block, self)
        layout, ranges = block.layout(), _ranges(context.selections, block)
        layout.draw(painter, origin, ranges, context.clip)
        for rect in self.ground.bold(block) if self.ground else ():
            rect.translate(origin)
            painter.save()
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
            layout.draw(painter, origin + QPointF(_BOLD, 0), ranges, rect)
            painter.restore()
        caret = context.cursorPosition - block.position()
        if 0 <= caret < block.length():
            layout.drawCursor(painter, origin, caret, 1)

    @override
    def hitTest(  # type: ignore[override]  # Qt calls it with nothing but a QPointF
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        if accuracy is Qt.HitTestAccuracy.ExactHit:
            return self.character_at(point)
        block = self.block_at(point.y())
        layout, at = block.layout(), point - self.blockBoundingRect(block).topLeft()
        number = 0
        while number + 1 < layout.lineCount() and layout.lineAt(number + 1).y() <= at.y():
            number += 1
        if not layout.lineCount():
            return block.position()
        return block.position() + layout.lineAt(number).xToCursor(at.x())

    @override
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid():
            return QRectF()
        self._set(block)
        number = block.blockNumber()
        left, width = self.column
        return QRectF(left, self._tops[number], width, self._heights[number] - self._below(number))

    @override
    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(0, 0), self.documentSize())

    @property
    def _end(self) -> float:
        return self._tops[-1] + self._heights[-1] if self._tops else 0.0

    @override
    def documentSize(self) -> QSizeF:
        return QSizeF(self._width, self._end + _BOTTOM)

    @override
    def pageCount(self) -> int:
        return 1


def _ranges(
    selections: Sequence[QAbstractTextDocumentLayout.Selection], block: QTextBlock
) -> list[QTextLayout.FormatRange]:
    """The parts of selections that are in a paragraph."""
    found: list[QTextLayout.FormatRange] = []
    for selection in selections:
        start = max(selection.cursor.selectionStart() - block.position(), 0)
        end = min(selection.cursor.selectionEnd() - block.position(), block.length())
        if start < end:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, selection.format
            found.append(part)
    return found

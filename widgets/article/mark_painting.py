"""Painting the marks of an article: grounds and lines at their words, bars and numbers beside them.

The lines are those of the roles on the map, so that nothing is told by colour alone.
"""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock, QTextLine

from app.articles.marked import Mark, Marked
from app.articles.naming import named_near
from app.articles.text import Span, paragraphs
from app.model.elements import ClaimId, LocutionId
from app.model.role import Role
from app.model.text import paragraph_at
from resources.themes import Theme
from widgets.article.column import HEAD, ColumnLayout
from widgets.article.overlaps import MOST_LANES, lanes_of, overlapping, pieces
from widgets.article.positions import Positions
from widgets.canvas.painting import pen_for
from widgets.theme import colour

_BAR, _LANE, _FIRST_LANE = 2.4, 4.0, 7.0  # pixels beside the column
_LINE, _BELOW = 1.4, 2.5
_MOST_STEPS = 3
_TICK = 4  # pixels at the edge of the view
_JOINED = 3.0  # pixels between words that are next to each other
_LINED = {Role.OBJECTION, Role.REBUTTAL, Role.UNDERCUTTER}
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")

RoleOf = Callable[[ClaimId], Role]
NamesOf = Callable[[LocutionId], Sequence[str]]
RectsOf = Callable[[int, int], Iterator[tuple[QTextLine, QRectF]]]
Also = Callable[[QPainter, Span, RectsOf], None]
"""Paints something else at words: in which part of the text, and where the words stand."""


class Bar(NamedTuple):
    """What stands beside the lines of a mark, in the places of the document."""

    rect: QRectF
    mark: Mark


class MarkPainter:
    """Paints along with each paragraph of one article what is marked in it."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.role_of: RoleOf = lambda _claim: Role.FREE
        self.names_of: NamesOf = lambda _locution: ()
        self.number = QFont()
        self.lit: ClaimId | None = None
        self.pointed = ""  # the claim whose card is under the pointer
        self.preview: Mark | None = None  # in the place of the mark that is being adjusted
        self.also: Also | None = None  # paints suggestions
        self._marked: Marked | None = None
        self._positions = Positions("")

    def show(self, marked: Marked, positions: Positions) -> None:
        """Paint these marks from now on."""
        self._marked, self._positions = marked, positions
        self.preview = None

    def paint_behind(self, painter: QPainter, block: QTextBlock, layout: ColumnLayout) -> None:
        """Paint grounds, lines, bars and the number of a paragraph."""
        if block.blockNumber() < HEAD or self._marked is None:
            return
        origin = layout.blockBoundingRect(block).topLeft()
        painter.save()
        marks = self._marks_in(block)
        if marks:
            self._paint_grounds(painter, block, origin, marks)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            crowded = overlapping(marks)
            lanes = lanes_of((mark.start, mark.end) for mark in marks)
            for mark, lane in zip(marks, lanes, strict=True):
                if self._is_lined(mark, crowded):
                    self._paint_line(painter, block, origin, (mark, lane))
            for bar in self.bars(block, layout):
                self._paint_bar(painter, bar)
        if self.also:
            self._paint_also(self.also, painter, block, origin)
        self._paint_number(painter, block, layout)
        painter.restore()

    def _paint_also(
        self, also: Also, painter: QPainter, block: QTextBlock, origin: QPointF
    ) -> None:
        def rects(start: int, end: int) -> Iterator[tuple[QTextLine, QRectF]]:
            for line, rect in self._rects(block, start, end):
                yield line, rect.translated(origin)

        also(painter, self._span_of(block), rects)

    def _span_of(self, block: QTextBlock) -> Span:
        """The part of the text that a paragraph is."""
        body = self._body_of(block)
        ends = (block.position(), block.position() + block.length() - 1)
        return Span(*(self._positions.from_qt(max(at - body, 0)) for at in ends))

    def bold(self, block: QTextBlock) -> Iterator[QRectF]:
        """Where those are named in a paragraph who say what is marked there."""
        if self._marked is None:
            return
        text, paragraph = self._marked.source.text, self._span_of(block)
        for mark in self._marks_in(block):
            names = self.names_of(mark.locution)
            named = named_near(text, paragraph, Span(mark.start, mark.end), names)
            for _, rect in self._rects(block, *named) if named else ():
                yield rect

    def shows(self, block: QTextBlock, claims: Container[ClaimId | None]) -> bool:
        """Whether words in a paragraph are marked for any of these claims."""
        return any(mark.claim in claims for mark in self._marks_in(block))

    def bars(self, block: QTextBlock, layout: ColumnLayout) -> list[Bar]:
        """The bars beside a paragraph; those that share a line stand side by side."""
        laid: list[tuple[Mark, QTextLine, QTextLine]] = []
        for mark in self._marks_in(block):
            lines = [line for line, _, _ in self._parts(block, mark.start, mark.end)]
            if lines:
                laid.append((mark, lines[0], lines[-1]))
        y = layout.blockBoundingRect(block).y()
        lanes = lanes_of((first.lineNumber(), last.lineNumber() + 1) for _, first, last in laid)
        found: list[Bar] = []
        for (mark, first, last), lane in zip(laid, lanes, strict=True):
            x = _beside(layout, _FIRST_LANE + lane * _LANE)
            height = last.y() + last.height() - first.y()
            found.append(Bar(QRectF(x - _BAR / 2, y + first.y(), _BAR, height), mark))
        return found

    def _marks_in(self, block: QTextBlock) -> list[Mark]:
        """The marks in a paragraph, the one that is being adjusted as it would be."""
        if self._marked is None:
            return []
        start, end = self._span_of(block)
        marks, preview = self._marked.between(start, end), self.preview
        if preview is None:
            return marks
        others = [mark for mark in marks if mark.locution != preview.locution]
        here = preview.start < end and preview.end > start
        return sorted([*others, preview]) if here else others

    def _parts(
        self, block: QTextBlock, start: int, end: int
    ) -> Iterator[tuple[QTextLine, int, int]]:
        """The parts of lines that a place covers: from where to where in the paragraph."""
        layout = block.layout()
        base = self._body_of(block) - block.position()
        first, last = base + self._positions.to_qt(start), base + self._positions.to_qt(end)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            here, there = line.textStart(), line.textStart() + line.textLength()
            if first < there and last > here:
                yield line, max(first, here), min(last, there)

    @staticmethod
    def _body_of(block: QTextBlock) -> int:
        return block.document().findBlockByNumber(HEAD).position()

    def _rects(self, block: QTextBlock, start: int, end: int) -> Iterator[tuple[QTextLine, QRectF]]:
        """Where words of a paragraph stand in it, line by line."""
        turns = bool(_FROM_RIGHT.search(block.text()))
        for line, first, last in self._parts(block, start, end):
            for left, right in stretches(line, first, last, turns=turns):
                yield line, QRectF(left, line.y(), right - left, line.height())

    # At the words

    def _paint_grounds(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, marks: Sequence[Mark]
    ) -> None:
        for start, end, over in pieces(marks):
            ground = self._ground(over)
            for _, rect in self._rects(block, start, end):
                painter.fillRect(rect.translated(origin), ground)

    def _ground(self, over: Sequence[Mark]) -> QColor:
        """The ground of words: darker for a further mark, and for the claim that stands out."""
        shown = [mark for mark in over if self._stands_out(mark)]
        top = min(shown or over, key=lambda mark: mark.end - mark.start)
        return ground_of(self.theme, self.role_of(top.claim), len(over) - 1 + bool(shown))

    def _stands_out(self, mark: Mark) -> bool:
        return mark.claim in {self.lit, self.pointed}

    def _is_lined(self, mark: Mark, crowded: set[LocutionId]) -> bool:
        """Whether there is a line below the words; a reason on its own needs none."""
        lined = self.role_of(mark.claim) in _LINED
        return lined or self._stands_out(mark) or mark.locution in crowded

    def _paint_line(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, laid: tuple[Mark, int]
    ) -> None:
        mark, lane = laid
        role = self.role_of(mark.claim)
        ink = colour(self.theme.roles[role.value].line)
        painter.setPen(pen_for(role, ink, _LINE * (1.5 if self._stands_out(mark) else 1)))
        for line, rect in self._rects(block, mark.start, mark.end):
            rect.translate(origin)
            y = rect.y() + line.ascent() + 2.5 + lane * _BELOW
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    # Beside them

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        role = self.role_of(bar.mark.claim)
        ink = colour(self.theme.roles[role.value].line)
        painter.setPen(pen_for(role, ink, _BAR * (1.6 if self._stands_out(bar.mark) else 1)))
        x = bar.rect.center().x()
        painter.drawLine(QPointF(x, bar.rect.top() + 1), QPointF(x, bar.rect.bottom() - 1))

    def paint_ticks(self, painter: QPainter, room: QRect, *, is_rtl: bool) -> None:
        """Paint at the edge of the view where in the whole article the claim pointed at is."""
        if self._marked is None or not self.pointed:
            return
        claim, length = ClaimId(self.pointed), max(len(self._marked.source.text), 1)
        ink = colour(self.theme.roles[self.role_of(claim).value].line)
        x = 0 if is_rtl else room.width() - _TICK
        for mark in self._marked.of(claim):
            y = round(mark.start / length * (room.height() - _TICK))
            painter.fillRect(x, y, _TICK, _TICK, ink)

    def _paint_number(self, painter: QPainter, block: QTextBlock, layout: ColumnLayout) -> None:
        lines = block.layout()
        if self._marked is None or not block.text().strip() or not lines.lineCount():
            return
        text, start = self._marked.source.text, self._span_of(block).start
        number = paragraph_at(text, start)
        if paragraphs(text)[number - 1].start < start:  # an overlong one goes on here
            return
        words = str(number)
        line, metrics = lines.lineAt(0), QFontMetricsF(self.number)
        x = _beside(layout, _FIRST_LANE + MOST_LANES * _LANE)
        x -= 0 if layout.is_rtl else metrics.horizontalAdvance(words)
        y = layout.blockBoundingRect(block).y() + line.y() + line.ascent()
        painter.setFont(self.number)
        painter.setPen(colour(self.theme.ink.muted))
        painter.drawText(QPointF(x, y), words)


def ground_of(theme: Theme, role: Role, steps: int) -> QColor:
    """The ground of marked words, so many steps away from that of the panel."""
    ground = colour(theme.roles[role.value].mark)
    for _ in range(min(steps, _MOST_STEPS)):
        ground = ground.lighter(112) if theme.dark else ground.darker(108)
    return ground


def _beside(layout: ColumnLayout, far: float) -> float:
    """Where something is so far from the column, on the side of the numbers."""
    left, width = layout.column
    return left + width + far if layout.is_rtl else left - far


def stretches(line: QTextLine, start: int, end: int, *, turns: bool) -> list[tuple[float, float]]:
    """Where a part of a line is, from left to right: in several places if its words turn."""
    if not turns:
        return [(_x(line, start), _x(line, end))]
    runs = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    joined: list[tuple[float, float]] = []
    for left, right in sorted((run.left(), run.right()) for run in runs):
        if joined and left <= joined[-1][1] + _JOINED:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _x(line: QTextLine, place: int) -> float:
    """Where a place in a line is."""
    return float(line.cursorToX(place)[0])  # type: ignore[index]  # a pair; the stubs do not say so

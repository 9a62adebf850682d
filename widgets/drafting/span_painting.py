"""Painting suggestions in the article: as lines and frames, so that none looks like a mark."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.articles.text import Span
from resources.themes import Theme
from widgets.article.mark_painting import RectsOf
from widgets.drafting.suggestions import Suggestion
from widgets.theme import colour

_GROUND = 26  # of 255: how much of the accent is seen behind the words
_BELOW = 2.5  # pixels below the base line
_FAINT = [1.0, 3.0]
_DASHED = [4.0, 2.5]


class SpanPainter:
    """Frames what the chosen suggestion says, underlines who says it, and by which words (dashed).

    All other suggestions have a dotted line below.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._faint: list[Span] = []
        self._longest = 0
        self._chosen: Suggestion | None = None

    def show(self, those: Sequence[Suggestion]) -> None:
        """Paint what these say from now on."""
        self._faint = sorted({span for one in those for span in one.content})
        self._longest = max((span.end - span.start for span in self._faint), default=0)

    def choose(self, one: Suggestion | None) -> None:
        self._chosen = one

    def paint(self, painter: QPainter, part: Span, rects: RectsOf) -> None:
        """Paint what is suggested in a part of the text."""
        accent = colour(self.theme.ink.accent)
        first = bisect_left(self._faint, (part.start - self._longest,))
        last = bisect_left(self._faint, (part.end,))
        one = self._chosen
        framed = one.content if one else ()
        for span in self._faint[first:last]:
            if span.end > part.start and span not in framed:
                _underline(painter, span, rects, _pen(accent, 1.0, _FAINT))
        for span in framed:
            _frame(painter, span, rects, accent)
        for span in one.source if one else ():
            _underline(painter, span, rects, QPen(accent, 2.2))
        for span in one.cue if one else ():
            _underline(painter, span, rects, _pen(accent, 1.6, _DASHED))


def _pen(ink: QColor, width: float, pattern: Sequence[float]) -> QPen:
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(pattern)
    return pen


def _underline(painter: QPainter, span: Span, rects: RectsOf, pen: QPen) -> None:
    painter.setPen(pen)
    for line, rect in rects(*span):
        y = rect.y() + line.ascent() + _BELOW
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def _frame(painter: QPainter, span: Span, rects: RectsOf, accent: QColor) -> None:
    ground = QColor(accent)
    ground.setAlpha(_GROUND)
    painter.setPen(QPen(accent, 1.0))
    painter.setBrush(ground)
    for line, rect in rects(*span):
        height = line.ascent() + line.descent()
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), rect.width(), height + 1), 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)

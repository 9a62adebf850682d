"""The two handles at the ends of the mark that was clicked: dragging one adjusts the mark."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from app.articles.marked import Mark
from app.articles.text import snap_to_words
from resources.themes import Theme
from widgets.theme import colour

if TYPE_CHECKING:
    from widgets.article.article_text import ArticleText

_KNOB = 4.0  # pixels from its middle to its edge
_NEAR = 8.0  # pixels around it that take hold of it
_EDGE = 18  # pixels at the edge of the view, where the text scrolls


class Edge(Enum):
    """An end of a mark."""

    START = "start"
    END = "end"


class Handles:
    """Holds the mark whose ends can be dragged, and where the dragged end is."""

    def __init__(self, text: "ArticleText") -> None:
        self._text = text
        self.mark: Mark | None = None
        self._dragged: Edge | None = None

    @property
    def is_dragging(self) -> bool:
        return self._dragged is not None

    def press(self, point: QPointF) -> bool:
        """Take hold of a handle; whether there is one at a point of the view."""
        self._dragged = self.edge_at(point)
        return self.is_dragging

    def edge_at(self, point: QPointF) -> Edge | None:
        """The handle at a point of the view; of two, the nearer one."""
        if self.mark is None:
            return None
        far = {edge: (self.knob(self.mark, edge) - point).manhattanLength() for edge in Edge}
        edge = min(Edge, key=lambda one: far[one])
        return edge if far[edge] <= _NEAR else None

    def moved(self, event: QMouseEvent) -> Mark | None:
        """The mark with the dragged end at the mouse: at that of a word, unless Alt is held."""
        source, mark = self._text.source, self.mark
        if source is None or mark is None or self._dragged is None:
            return None
        self._scroll(event.position())
        at = self._text.position_at(event.position().toPoint())
        whole = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self._dragged is Edge.START:
            at = min(at, mark.end - 1)
            start = snap_to_words(source.text, at, at + 1).start if whole else at
            return mark._replace(start=min(start, mark.end - 1))
        at = max(at, mark.start + 1)
        end = snap_to_words(source.text, at - 1, at).end if whole else at
        return mark._replace(end=max(end, mark.start + 1))

    def release(self) -> None:
        self._dragged = None

    def _scroll(self, point: QPointF) -> None:
        """Scroll the text while a handle is held at the edge of the view."""
        room, bar = self._text.viewport().height(), self._text.verticalScrollBar()
        by = (point.y() > room - _EDGE) - (point.y() < _EDGE)
        bar.setValue(bar.value() + by * bar.singleStep())

    def knob(self, mark: Mark, edge: Edge) -> QPointF:
        """The middle of a handle: above where the mark begins, or below where it ends."""
        rect = self._line(mark, edge)
        y = rect.top() - _KNOB / 2 if edge is Edge.START else rect.bottom() + _KNOB / 2
        return QPointF(rect.center().x(), y)

    def _line(self, mark: Mark, edge: Edge) -> QRectF:
        place = mark.start if edge is Edge.START else mark.end
        return QRectF(self._text.rect_of(place, ends=edge is Edge.END))

    def paint(self, painter: QPainter, theme: Theme, preview: Mark | None) -> None:
        """Paint the handles on the view."""
        mark = preview or self.mark
        if mark is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for edge in Edge:
            line = self._line(mark, edge)
            x = line.center().x()
            painter.setPen(QPen(colour(theme.ink.accent), 1.6))
            painter.drawLine(QPointF(x, line.top()), QPointF(x, line.bottom()))
            painter.setPen(QPen(colour(theme.surfaces.panel), 1.2))
            painter.setBrush(colour(theme.ink.accent))
            painter.drawEllipse(self.knob(mark, edge), _KNOB, _KNOB)

"""Counting clicks: two select a word, three a sentence, four a paragraph."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.articles.text import Span, paragraph_span, sentence_at, snap_to_words, trimmed

_MOST = 4


class Clicks:
    """Counts the clicks that come soon after one another at one place."""

    def __init__(self) -> None:
        self._count = 0
        self._time = 0
        self._place = QPointF()

    def add(self, press: QMouseEvent) -> int:
        """Take in a press of the button; the how many-th it is."""
        style = QApplication.styleHints()
        soon = press.timestamp() - self._time < style.mouseDoubleClickInterval()
        way = (press.position() - self._place).manhattanLength()
        again = soon and way < QApplication.startDragDistance()
        self._count = self._count % _MOST + 1 if again else 1
        self._time, self._place = press.timestamp(), press.position()
        return self._count


def span_of(text: str, position: int, clicks: int) -> Span | None:
    """What so many clicks at a place in a text select; None if a single one."""
    match clicks:
        case 2:
            word = snap_to_words(text, position, position)  # empty within Chinese
            return word if word.start < word.end else trimmed(text, position, position + 1)
        case 3:
            return sentence_at(text, position)
        case 4:
            return paragraph_span(text, position)
        case _:
            return None

"""Text of which some words are stressed: wrapped to a width, and painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.articles.text import Span
from widgets.article.positions import Positions


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Text in lines of a width."""

    layout: QTextLayout
    height: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it in the colour of the pen."""
        self.layout.draw(painter, QPointF(x, y))


def wrapped(
    text: str, font: QFont, width: float, *, stress: Sequence[Span] = (), gone: bool = False
) -> Wrapped:
    """Break a text into lines; stressed words are bold, and underlined, or struck out if gone."""
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if stress:
        layout.setFormats(_formats(text, stress, gone=gone))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return Wrapped(layout, height)


def _formats(text: str, stress: Sequence[Span], *, gone: bool) -> list[QTextLayout.FormatRange]:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontStrikeOut(gone)
    look.setFontUnderline(not gone)
    positions = Positions(text)
    formats = []
    for span in stress:
        one = QTextLayout.FormatRange()
        one.start = positions.to_qt(span.start)
        one.length = positions.to_qt(span.end) - one.start
        one.format = look
        formats.append(one)
    return formats

"""How an article is set: type, sizes, room, and the document that is made of it."""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from app.articles.marked import Marked
from app.articles.text import Span, paragraphs
from app.model.elements import Source
from app.model.text import shortened
from app.model.view_state import LineHeight
from resources.themes import Theme
from widgets.article.column import HEAD, ColumnLayout, Room
from widgets.fonts import SANS, SERIF
from widgets.theme import colour
from widgets.translating import day_in_words

TITLE, BYLINE, TEXT, NUMBER = 20, 12, 15, 10  # pixels at 100 %
BARS = 14.0  # pixels beside the column, for the bars of marks
_LINES = {LineHeight.TIGHT: 1.0, LineHeight.USUAL: 1.12, LineHeight.ROOMY: 1.32}
_OTHER_SIDE = 16.0
_OWN_WAY, _END_OF_IT = "\u2068", "\u2069"  # the isolates of Unicode
_LONGEST_TITLE = 300
_PART = 4_000  # characters at least of the parts of an overlong paragraph
_FIRST = 1000  # characters that tell which way an article is written


@dataclass(frozen=True, slots=True)
class Style:
    """What the person has chosen: the size in per cent, and the height of lines."""

    size: int = 100
    lines: LineHeight = LineHeight.USUAL

    def font(self, pixels: int, family: str = SERIF, *, bold: bool = False) -> QFont:
        """A font of so many pixels at the usual size."""
        font = QFont(family)
        font.setPixelSize(max(round(pixels * self.size / 100), 1))
        font.setBold(bold)
        return font

    def room(self, numbers: int) -> Room:
        """The room around a text of so many paragraphs."""
        digits = QFontMetricsF(self.font(NUMBER, SANS)).horizontalAdvance("0" * len(str(numbers)))
        lines = _LINES[self.lines]
        return Room(
            lines=lines,
            paragraphs=self.font(TEXT).pixelSize() * 0.62 * lines,
            number_side=BARS + digits + 12,
            other_side=_OTHER_SIDE,
        )


def byline_of(marked: Marked) -> str:
    """What stands below the title: outlet, author, date, and how much of it is mapped.

    In an article from right to left, each part is written its own way.
    """
    source, (mapped, sentences) = marked.source, marked.mapped
    one, many = _tr("{mapped} of 1 sentence mapped"), _tr("{mapped} of {n} sentences mapped")
    count = (one if sentences == 1 else many).format(mapped=mapped, n=sentences)
    day = day_in_words(source.published) if source.published else ""
    parts = [part for part in (source.outlet, source.author, day, count) if part]
    if reads_from_right(source.text):
        parts = [f"{_OWN_WAY}{part}{_END_OF_IT}" for part in parts]
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ArticlePane", text)


def typeset(
    source: Source, under_title: str, style: Style, theme: Theme, parent: QObject
) -> QTextDocument:
    """Make the document of an article: its title, what stands below it, its paragraphs."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(style.font(TEXT))
    is_rtl = reads_from_right(source.text)
    cursor = QTextCursor(document)
    head = QTextBlockFormat()
    if is_rtl:
        head.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cursor.setBlockFormat(head)
    ink, muted = theme.ink.text, theme.ink.muted
    cursor.insertText(
        shortened(source.title, _LONGEST_TITLE), _look(style.font(TITLE, bold=True), ink)
    )
    cursor.insertBlock(head, _look(style.font(BYLINE, SANS), muted))
    cursor.insertText(_line(under_title))
    cursor.insertBlock(QTextBlockFormat(), _look(style.font(TEXT), ink))
    cursor.insertText(as_shown(source.text), _look(style.font(TEXT), ink))
    room = style.room(len(paragraphs(source.text)))
    layout = ColumnLayout(document, style.font(TEXT), room, is_rtl=is_rtl)
    document.setDocumentLayout(layout)
    return document


def set_byline(document: QTextDocument, text: str) -> None:
    """Put other words below the title of an article."""
    block = document.findBlockByNumber(HEAD - 1)
    if block.text() != _line(text):
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(_line(text), block.charFormat())


def recolour(document: QTextDocument, theme: Theme) -> None:
    """Give an article the colours of another theme."""
    look = QTextCharFormat()
    look.setForeground(colour(theme.ink.text))
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeCharFormat(look)
    cursor = QTextCursor(document.findBlockByNumber(HEAD - 1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    look.setForeground(colour(theme.ink.muted))
    cursor.mergeCharFormat(look)
    cursor.mergeBlockCharFormat(look)


def as_shown(text: str) -> str:
    r"""Set a text in paragraphs without blank lines, each character where it was.

    >>> as_shown("One.\n\nTwo.")
    'One. \nTwo.'
    """
    spans = paragraphs(text)
    ends = [Span(0, 0), *spans, Span(len(text), len(text))]
    parts: list[str] = []
    for (_, before), (start, end) in pairwise(ends):
        between = text[before:start]
        last = between.rfind("\n")
        if start == len(text):  # nothing follows
            between = between.replace("\n", " ")
        elif last >= 0:
            between = between[:last].replace("\n", " ") + between[last:]
        parts += (between, _in_parts(text[start:end].replace("\n", " ")))
    return "".join(parts)


def _in_parts(paragraph: str) -> str:
    """Part an overlong paragraph behind sentences, or else words, for Qt sets each as a whole."""
    at, lines = 0, []
    while len(paragraph) - at > 2 * _PART:
        near = at + _PART, at + 2 * _PART
        end = paragraph.find(". ", *near)
        blank = end + 1 if end >= 0 else paragraph.find(" ", *near)
        if blank < 0:
            break
        lines.append(paragraph[at:blank])
        at = blank + 1
    return "\n".join([*lines, paragraph[at:]])


def reads_from_right(text: str) -> bool:
    """Whether an article is written from right to left, by its first letter."""
    kinds = map(unicodedata.bidirectional, text[:_FIRST])
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _look(font: QFont, ink: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(colour(ink))
    return look

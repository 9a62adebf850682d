"""Painting a mark that needs a look: what became of it, its claim, its words before and now."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.articles.captures import changed_words
from app.articles.text import Span
from app.model.elements import Locution, LocutionId, MarkState
from app.model.text import shortened
from resources.themes import Theme
from widgets.article.check_model import CheckModel, now_words
from widgets.fonts import SANS, SERIF
from widgets.mark_words import state_words
from widgets.stressed import Wrapped, wrapped
from widgets.theme import colour

Index = QModelIndex | QPersistentModelIndex
_LONGEST = 300  # characters of a mark that are shown
_SIDE, _AIR, _GAP = 12, 5, 8


class CheckPainter(QStyledItemDelegate):
    """Paints rows in as many lines as they need."""

    def __init__(self, model: CheckModel, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._theme = theme
        self._plain = _font(SANS, 12)
        self._bold = _font(SANS, 12, bold=True)
        self._words = _font(SERIF, 13)
        self._width = 0
        self._heights: dict[LocutionId, tuple[Locution, int]] = {}

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._view.viewport().update()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        saying = self._model.saying(index)
        if saying is None:
            return QSize()
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self._heights.clear()
        known, height = self._heights.get(saying.id, (None, 0))
        if known is not saying:  # lines are broken but once, however many rows there are
            height = self._height(saying)
            self._heights[saying.id] = (saying, height)
        return QSize(0, height)

    def _height(self, saying: Locution) -> int:
        old, now = self._wrapped(saying)
        top = QFontMetricsF(self._bold).height()
        return round(top + old.height + now.height + 2 * _AIR + 4)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        saying = self._model.saying(index)
        if saying is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self._paint_ground(painter, rect, option)
        line = QRectF(
            rect.x() + _SIDE,
            rect.y() + _AIR,
            rect.width() - 2 * _SIDE,
            QFontMetricsF(self._bold).height(),
        )
        self._paint_head(painter, line, saying)
        old, now = self._wrapped(saying)
        painter.setPen(colour(self._theme.ink.muted))
        old.paint(painter, line.x(), line.bottom() + 2)
        painter.setPen(colour(self._theme.ink.text))
        now.paint(painter, line.x(), line.bottom() + 2 + old.height)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        accent = colour(self._theme.ink.accent)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._theme.surfaces.hover))
            painter.drawRect(rect)
            painter.setBrush(accent)
            painter.drawRect(QRectF(rect.x(), rect.y(), 3, rect.height()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 1.2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_head(self, painter: QPainter, line: QRectF, saying: Locution) -> None:
        sign, word = state_words(saying.mark_state)
        head = f"{sign}  {word}"
        painter.setFont(self._bold)
        painter.setPen(colour(self._theme.ink.warning))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, head)
        left = QFontMetricsF(self._bold).horizontalAdvance(head) + _GAP
        room = line.adjusted(left, 0, 0, 0)
        claim = QFontMetricsF(self._plain).elidedText(
            self._model.claim(saying), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(self._plain)
        painter.setPen(colour(self._theme.ink.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, claim)

    def _wrapped(self, saying: Locution) -> tuple[Wrapped, Wrapped]:
        """The words before and those now, broken to the width of the view."""
        width = self._view.viewport().width() - 2 * _SIDE
        old = shortened(saying.former.exact, _LONGEST) if saying.former else ""
        if saying.mark_state is not MarkState.REWORDED or saying.anchor is None:
            return wrapped(f"“{old}”", self._words, width), wrapped(
                now_words(saying), self._plain, width
            )
        new = shortened(saying.anchor.exact, _LONGEST)
        gone, come = changed_words(old, new)
        return (
            wrapped(f"“{old}”", self._words, width, stress=_quoted(gone), gone=True),
            wrapped(f"“{new}”", self._words, width, stress=_quoted(come)),
        )


def _quoted(spans: tuple[Span, ...]) -> list[Span]:
    """The same places behind a quotation mark."""
    return [Span(span.start + 1, span.end + 1) for span in spans]


def _font(family: str, size: int, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setBold(bold)
    return font

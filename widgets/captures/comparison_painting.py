"""Painting a row of two texts side by side: sign and word, the words before, and the words now."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.articles.beside import Row
from app.articles.captures import Kind, changed_words
from resources.themes import Theme
from widgets.captures.comparison_model import ComparisonModel
from widgets.fonts import SANS, SERIF
from widgets.mark_words import kind_words
from widgets.stressed import Wrapped, wrapped
from widgets.theme import colour

Index = QModelIndex | QPersistentModelIndex
ASIDE = 104  # pixels for the sign and the word
GAP = 14  # between the columns, and at the right
_INNER = 8  # from the edge of a tinted ground to its words
_AIR = 3
_PARAGRAPH = 9  # above the first row of one
_KEPT = 300  # rows whose lines are remembered
_TINTS = {Kind.APPEARED: 2, Kind.DISAPPEARED: 5, Kind.REWORDED: 3, Kind.MOVED: 1}


@dataclass(frozen=True, slots=True)
class _Lines:
    old: Wrapped
    new: Wrapped

    @property
    def height(self) -> float:
        return max(self.old.height, self.new.height)


class ComparisonPainter(QStyledItemDelegate):
    """Paints rows; knows how high each is in a view of some width."""

    def __init__(self, model: ComparisonModel, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._theme = theme
        self._words = QFont(SERIF)
        self._words.setPixelSize(14)
        self._aside = QFont(SANS)
        self._aside.setPixelSize(12)
        self._sign = QFont(self._aside)
        self._sign.setBold(True)
        self._width = 0
        self._lines: OrderedDict[Row, _Lines] = OrderedDict()
        self._heights: dict[Row, int] = {}

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._view.viewport().update()

    def columns(self) -> tuple[float, float, float]:
        """Where the two columns begin, and how wide each is."""
        room = self._view.viewport().width()
        width = max((room - ASIDE - 2 * GAP) / 2, 60.0)
        return ASIDE, ASIDE + width + GAP, width

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index)
        if row is None:
            return QSize(0, option.fontMetrics.height() + 4 * _AIR + _PARAGRAPH)
        self._follow_width()
        if row not in self._heights:
            self._heights[row] = round(self._lines_of(row).height)
        air = 4 * _AIR + (_PARAGRAPH if row.begins else 0)
        return QSize(0, self._heights[row] + air)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._model.row(index)
        rect = QRectF(option.rect)
        if row is None or row.begins:
            rect.setTop(rect.top() + _PARAGRAPH)
        if row is None:
            self._paint_hidden(painter, rect, self._model.told(index))
        else:
            self._follow_width()
            self._paint_row(painter, rect, row)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_frame(
                painter, rect, focused=bool(option.state & QStyle.StateFlag.State_HasFocus)
            )
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        left, right, width = self.columns()
        lines = self._lines_of(row)
        if row.kind is not Kind.SAME:
            self._paint_aside(painter, rect, row.kind)
        top, ink = rect.top() + 2 * _AIR, self._theme.ink
        for x, span, words in ((left, row.old, lines.old), (right, row.new, lines.new)):
            if span is None:
                continue
            ground = QRectF(x, rect.top() + _AIR, width, rect.height() - 2 * _AIR)
            self._paint_ground(painter, ground, row.kind)
            painter.setPen(colour(ink.muted if row.kind is Kind.SAME else ink.text))
            words.paint(painter, x + _INNER, top)

    def _paint_ground(self, painter: QPainter, ground: QRectF, kind: Kind) -> None:
        number = _TINTS.get(kind)
        if number is None:
            return
        tint = self._theme.tints[number]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tint.paper))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setBrush(colour(tint.mark))
        painter.drawRect(QRectF(ground.x(), ground.y(), 3, ground.height()))

    def _paint_aside(self, painter: QPainter, rect: QRectF, kind: Kind) -> None:
        sign, word = kind_words(kind)
        painter.setPen(colour(self._theme.ink.text))
        painter.setFont(self._sign)
        line = QRectF(10, rect.top() + 2 * _AIR, 14, 20)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignHCenter), sign)
        painter.setFont(self._aside)
        line = QRectF(26, rect.top() + 2 * _AIR, ASIDE - 30, 20)
        painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignLeft), word)

    def _paint_hidden(self, painter: QPainter, rect: QRectF, text: str) -> None:
        painter.setPen(QPen(colour(self._theme.surfaces.line), 1, Qt.PenStyle.DashLine))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(colour(self._theme.ink.muted))
        painter.setFont(self._aside)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_frame(self, painter: QPainter, rect: QRectF, *, focused: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ink = self._theme.ink
        painter.setPen(QPen(colour(ink.accent if focused else ink.muted), 1.5))
        painter.drawRoundedRect(rect.adjusted(2, 0, -3, -1), 5, 5)

    def _follow_width(self) -> None:
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self._lines.clear()
            self._heights.clear()

    def _lines_of(self, row: Row) -> _Lines:
        found = self._lines.get(row)
        if found is None:
            found = self._lines[row] = self._wrapped(row)
            if len(self._lines) > _KEPT:
                self._lines.popitem(last=False)
        return found

    def _wrapped(self, row: Row) -> _Lines:
        width = self.columns()[2] - 2 * _INNER
        old, new = self._model.words(row)
        if row.kind is Kind.SAME:
            both = wrapped(new, self._words, width)
            return _Lines(both, both)
        gone, come = changed_words(old, new) if row.kind is Kind.REWORDED else ((), ())
        return _Lines(
            wrapped(old, self._words, width, stress=gone, gone=True),
            wrapped(new, self._words, width, stress=come),
        )

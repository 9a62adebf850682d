"""Painting suggestions: dashed cards below the names of those who speak."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from resources.themes import Theme
from widgets.drafting.model import DraftModel, Row, Told
from widgets.fonts import SANS, SERIF
from widgets.labels import breakable
from widgets.row_ground import SELECTED
from widgets.stressed import Wrapped, wrapped
from widgets.theme import colour

Index = QModelIndex | QPersistentModelIndex
_SIDE, _AIR, _INSIDE = 8, 3, 8  # pixels beside a card, above it, and within it
_INDENT, _MOST_INDENTS = 14, 4
_DOT, _GAP, _LINES = 8.0, 6.0, 3.0
_SHARES = {"likely": 1.0, "check": 0.5}  # of the dot, by how sure it is


class CardPainter(QStyledItemDelegate):
    """Paints headings, and cards in as many lines as their words need."""

    def __init__(self, model: DraftModel, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._theme = theme
        self._small = _font(SANS, 11)
        self._bold = _font(SANS, 11, bold=True)
        self._name = _font(SANS, 12, bold=True)
        self._words = _font(SERIF, 14)
        self._width = 0
        self._text = ""
        self._known: dict[Row, tuple[Told, Wrapped]] = {}

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._view.viewport().update()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index)
        if row is None:
            return QSize()
        if row.suggestion is None:
            return QSize(0, round(QFontMetricsF(self._name).height()) + 12)
        _, words = self._laid(row)
        small = QFontMetricsF(self._small).height()
        return QSize(0, round(words.height + 2 * (small + _LINES + _INSIDE + _AIR)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.suggestion is None:
            self._paint_heading(painter, QRectF(option.rect), row.heading)
        else:
            self._paint_card(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, text: str) -> None:
        line = rect.adjusted(_SIDE + 2, 8, -_SIDE, 0)
        painter.setFont(self._name)
        painter.setPen(colour(self._theme.ink.text))
        shown = QFontMetricsF(self._name).elidedText(
            text, Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        frame = QRectF(option.rect).adjusted(_SIDE + _indent(row), _AIR, -_SIDE, -_AIR)
        self._paint_frame(painter, option, frame)
        told, words = self._laid(row)
        room = frame.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
        small = QFontMetricsF(self._small).height()
        self._paint_head(painter, QRectF(room.x(), room.y(), room.width(), small), row, told)
        ink = self._theme.ink.muted if row.rejected else self._theme.ink.text
        painter.setPen(colour(ink))
        words.paint(painter, room.x(), room.y() + small + _LINES)
        line = QRectF(room.x(), room.bottom() - small, room.width(), small)
        self._paint_line(painter, line, told.why)

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem, frame: QRectF) -> None:
        """A dashed frame, since nothing of it is on the map yet; a thick one if it is chosen."""
        accent = colour(self._theme.ink.accent)
        painter.setBrush(colour(self._theme.surfaces.card))
        pen = QPen(colour(self._theme.ink.muted), 1.0)
        pen.setDashPattern([3.0, 3.0])
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(colour(self._theme.ink.accent + SELECTED))
            pen = QPen(accent, 1.0)
            if option.state & QStyle.StateFlag.State_HasFocus:
                pen = QPen(accent, 2.0)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(colour(self._theme.surfaces.hover))
        painter.setPen(pen)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _paint_head(self, painter: QPainter, line: QRectF, row: Row, told: Told) -> None:
        """How sure it is, by a dot that is full, half full or empty, and in a word."""
        confidence = row.suggestion.confidence if row.suggestion else ""
        muted = colour(self._theme.ink.muted)
        dot = QRectF(line.x(), line.center().y() - _DOT / 2, _DOT, _DOT)
        painter.setPen(QPen(muted, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(muted)
        painter.drawPie(dot, 90 * 16, round(360 * 16 * _SHARES.get(confidence, 0.0)))
        painter.setFont(self._bold)
        painter.setPen(muted)
        at = dot.right() + _GAP
        base = line.y() + QFontMetricsF(self._bold).ascent()
        painter.drawText(QPointF(at, base), told.confidence)
        at += QFontMetricsF(self._bold).horizontalAdvance(told.confidence) + 2 * _GAP
        self._paint_line(painter, line.adjusted(at - line.x(), 0, 0, 0), told.beside, right=True)

    def _paint_line(
        self, painter: QPainter, line: QRectF, text: str, *, right: bool = False
    ) -> None:
        painter.setFont(self._small)
        painter.setPen(colour(self._theme.ink.muted))
        shown = QFontMetricsF(self._small).elidedText(
            text, Qt.TextElideMode.ElideRight, line.width()
        )
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _laid(self, row: Row) -> tuple[Told, Wrapped]:
        """What a card says, and its words in lines; broken but once for each width."""
        width, text = self._view.viewport().width(), self._model.text
        if width != self._width or text is not self._text:
            self._width, self._text = width, text
            self._known.clear()
        if row not in self._known:
            told = self._model.told(row)
            room = width - 2 * (_SIDE + _INSIDE) - _indent(row)
            self._known[row] = told, wrapped(breakable(told.words), self._words, room)
        return self._known[row]


def _indent(row: Row) -> int:
    return min(row.depth, _MOST_INDENTS) * _INDENT


def _font(family: str, size: int, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setBold(bold)
    return font

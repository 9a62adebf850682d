"""Painting a moment of the history: what was done and when, below its day."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.layout.text import Font
from app.ports import EntryKind
from resources.themes import Theme
from widgets.fonts import qfont
from widgets.history.model import HistoryModel, told, when_told
from widgets.row_ground import paint_ground
from widgets.theme import colour

_WORDS, _SMALL = Font(13), Font(12)
_DAY = Font(12, bold=True)
_DAY_HEIGHT = 30
_AIR = 6
_SIDE = 14


class MomentPainter(QStyledItemDelegate):
    """Paints two lines for a moment; what was undone is muted and says so."""

    def __init__(self, model: HistoryModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        lines = QFontMetrics(qfont(_WORDS)).height() + QFontMetrics(qfont(_SMALL)).height()
        day = _DAY_HEIGHT if self._model.day_above(index) else 0
        return QSize(0, lines + 2 * _AIR + day)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        moment = self._model.moment(index)
        if moment is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, ink = option.rect, self.theme.ink
        if day := self._model.day_above(index):
            painter.setFont(qfont(_DAY))
            painter.setPen(colour(ink.muted))
            place = QRect(rect.x() + _SIDE, rect.y(), rect.width() - 2 * _SIDE, _DAY_HEIGHT - 4)
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, bottom, day)
            rect = rect.adjusted(0, _DAY_HEIGHT, 0, 0)
        paint_ground(painter, option, self.theme, rect.adjusted(5, 1, -5, -1))
        room = rect.adjusted(_SIDE, _AIR, -_SIDE, -_AIR)
        is_undone = moment.is_undone or moment.line.kind is EntryKind.UNDO
        for words, font, pen, side in (
            (told(moment), _WORDS, ink.muted if is_undone else ink.text, Qt.AlignmentFlag.AlignTop),
            (
                self._model.details(moment, when_told(moment)),
                _SMALL,
                ink.muted,
                Qt.AlignmentFlag.AlignBottom,
            ),
        ):
            painter.setFont(qfont(font))
            painter.setPen(colour(pen))
            shown = QFontMetrics(qfont(font)).elidedText(
                words, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, side | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

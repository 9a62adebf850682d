"""Painting a speaker: the dot with the initials, the name, and what sort of speaker it is."""

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.layout.contents import initials
from app.model.elements import Speaker, SpeakerKind
from resources.themes import Theme
from widgets.icons import picture_icon
from widgets.row_ground import paint_ground
from widgets.speakers.model import SpeakersModel
from widgets.theme import colour

_DOT = 26  # pixels
_SIGN = 11
_GAP = 8
_AIR = 6
_TALLEST = 64  # of a dot that is drawn to be scaled


def paint_dot(painter: QPainter, area: QRectF, speaker: Speaker, theme: Theme) -> None:
    """Paint the initials of a speaker on the colour that was chosen, as on cards."""
    tint = None if speaker.colour is None else theme.tints[speaker.colour]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tint.mark if tint else theme.surfaces.line))
    painter.drawEllipse(area)
    painter.setPen(colour(tint.on_mark if tint else theme.ink.text))
    font = QFont(painter.font())
    font.setPixelSize(max(round(area.height() * 0.4), 1))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials(speaker.name))


def dot_icon(speaker: Speaker, theme: Theme) -> QIcon:
    """The dot of a speaker, as an icon."""
    pixmap = QPixmap(_TALLEST, _TALLEST)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_dot(painter, QRectF(pixmap.rect()).adjusted(2, 2, -2, -2), speaker, theme)
    painter.end()
    return QIcon(pixmap)


class SpeakerPainter(QStyledItemDelegate):
    """Paints two lines for a speaker, and how much it says at the right."""

    def __init__(self, model: SpeakersModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.use_theme(theme)

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._signs: dict[SpeakerKind, QIcon] = {}  # as they are needed

    def _sign(self, sort: SpeakerKind) -> QIcon:
        if sort not in self._signs:
            muted = colour(self._theme.ink.muted)
            self._signs[sort] = picture_icon(sort.value, self._theme, ink=muted)
        return self._signs[sort]

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 2 * _AIR)

    @override
    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        words = self._words(option.rect)
        middle = (words.height() - editor.sizeHint().height()) // 2
        editor.setGeometry(words.adjusted(-4, middle, 0, -middle))
        editor.setAccessibleName(self.tr("Name"))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        speaker = self._model.speaker(index)
        if speaker is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self._theme)
        rect = option.rect
        dot = QRectF(rect.x() + _GAP, rect.center().y() - _DOT / 2 + 0.5, _DOT, _DOT)
        painter.setFont(option.font)
        paint_dot(painter, dot, speaker, self._theme)
        words = self._words(rect)
        count = self._paint_count(painter, option.font, words, speaker)
        top = words.adjusted(0, _AIR, -count, -words.height() // 2)
        self._paint_line(painter, _bold(option.font), top, speaker.name, self._theme.ink.text)
        low = words.adjusted(0, words.height() // 2, 0, -_AIR)
        sign = QRect(low.x(), low.center().y() - _SIGN // 2, _SIGN, _SIGN)
        self._sign(speaker.sort).paint(painter, sign)
        told = self._model.told(speaker)
        low = low.adjusted(_SIGN + 5, 0, 0, 0)
        self._paint_line(painter, _small(option.font), low, told, self._theme.ink.muted)
        painter.restore()

    def _words(self, rect: QRect) -> QRect:
        return rect.adjusted(_GAP + _DOT + _GAP, 0, -_GAP, 0)

    def _paint_count(self, painter: QPainter, font: QFont, room: QRect, speaker: Speaker) -> int:
        """Paint how much a speaker says; the width that takes."""
        number = self._model.sayings(speaker.id)
        if not number:
            return 0
        text = QLocale().toString(number)
        painter.setFont(font)
        painter.setPen(colour(self._theme.ink.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room.adjusted(0, _AIR, 0, -room.height() // 2), right, text)
        return QFontMetrics(font).horizontalAdvance(text) + _GAP

    def _paint_line(self, painter: QPainter, font: QFont, room: QRect, text: str, ink: str) -> None:
        painter.setFont(font)
        painter.setPen(colour(ink))
        words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(12)
    return made

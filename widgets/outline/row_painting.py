"""Painting a row of the outline: the sign of its role, its words, and who says them."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.layout.contents import first_saying, speaker_chain
from app.model.argument_map import ArgumentMap
from app.model.outline import Card, Place
from app.model.role import Role
from app.model.text import shortened
from resources.themes import Theme
from widgets.icons import role_icon
from widgets.outline.model import OutlineModel
from widgets.outline.rows import carries_role, depth_of_undercutting
from widgets.reading import Reading
from widgets.row_ground import paint_ground
from widgets.theme import colour

_SIGN = 11  # pixels
_GAP = 6
_INDENT = 7  # of what undercuts a step, which hangs below no row of its own
_AIR = 9
_LONGEST = 300  # characters that may ever fit in a line
_SHARE = 0.28  # of the line, for the speaker at most
_NARROW = 260  # pixels; in a narrower row who says it makes way for the words


class RowPainter(QStyledItemDelegate):
    """Paints what a row stands for; the view paints the arrow before it."""

    def __init__(
        self, model: OutlineModel, reading: Reading, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._reading = reading
        self.use_theme(theme)

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._icons = {role: role_icon(role, theme) for role in Role}

    def words_in(self, place: Place, rect: QRect) -> QRect:
        """The part of a row's rectangle that its words have."""
        indent = min(depth_of_undercutting(place) * _INDENT, rect.width() // 3)
        return rect.adjusted(indent + _SIGN + 2 * _GAP, 0, -_GAP, 0)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, option.fontMetrics.height() + _AIR)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place = self._model.place(index)
        if place is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self._theme)
        room = self.words_in(place, option.rect)
        if carries_role(place):
            sign = QRect(room.x() - _GAP - _SIGN, room.center().y() - _SIGN // 2, _SIGN, _SIGN)
            self._icons[place.role].paint(painter, sign)
        self._paint_words(painter, option.font, room, place)
        painter.restore()

    def _paint_words(self, painter: QPainter, plain: QFont, room: QRect, place: Place) -> None:
        """A word before them if it needs one, then as much of the words as fits, then who."""
        ink, muted = colour(self._theme.ink.text), colour(self._theme.ink.muted)
        metrics = QFontMetrics(plain)
        share = round(room.width() * _SHARE)
        speaker = metrics.elidedText(self._speaker(place), Qt.TextElideMode.ElideRight, share)
        before = _word_before(place)
        font = self._font(plain, place)
        left = metrics.horizontalAdvance(before) + _GAP if before else 0
        wanted = left + QFontMetrics(font).horizontalAdvance(self._text(place)) + _GAP
        is_full = wanted + metrics.horizontalAdvance(speaker) > room.width()
        if is_full and room.width() < _NARROW:  # the words are what one looks for
            speaker = ""
        right = metrics.horizontalAdvance(speaker) + _GAP if speaker else 0
        words = QFontMetrics(font).elidedText(
            self._text(place), Qt.TextElideMode.ElideRight, room.width() - left - right
        )
        used = QFontMetrics(font).horizontalAdvance(words)
        for text, x, style, shade in (
            (before, 0, plain, muted),
            (words, left, font, ink if place.full else muted),
            (speaker, left + used + _GAP, plain, muted),
        ):
            painter.setFont(style)
            painter.setPen(shade)
            painter.drawText(room.adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

    def _text(self, place: Place) -> str:
        claim = place.claim if isinstance(place, Card) else place.inference.premises[0]
        return shortened(self._map.claim(claim).text, _LONGEST)

    def _speaker(self, place: Place) -> str:
        if not isinstance(place, Card) or not place.full:
            return ""
        saying = first_saying(self._map, self._map.claim(place.claim))
        return next((speaker.name for speaker in speaker_chain(self._map, saying)), "")

    def _font(self, plain: QFont, place: Place) -> QFont:
        font = QFont(plain)
        font.setBold(place.full and place.role is Role.CONTENTION)
        font.setItalic(isinstance(place, Card) and self._map.claim(place.claim).unstated)
        return font


def _word_before(place: Place) -> str:
    """What leads a row that carries no sign, or that stands for what is elsewhere."""
    if not place.full:
        return "→"
    return "" if carries_role(place) else QCoreApplication.translate("outline", "and")

"""Painting claim cards: the paper with its border and bar, the speaker, the words, the footer."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.layout.boxes import CardBox
from app.layout.contents import Content
from app.layout.geometry import Rect
from app.layout.look import Look
from app.layout.text import Font
from app.model.elements import Fidelity
from app.model.role import Role
from resources.themes import RoleColours, Theme
from widgets.fonts import qfont
from widgets.theme import colour

_INITIALS = Font(8, bold=True)
_GAP = 8  # between a speaker and whom it comes through
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def qrect(rect: Rect) -> QRectF:
    return QRectF(*rect)


class CardPainter:
    """Paints cards in one theme."""

    unanswered = "unanswered"
    more = "{n} more"
    via = "via {name}"

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ink = colour(theme.ink.text)
        self._muted = colour(theme.ink.muted)
        self._card = colour(theme.surfaces.card)

    def _colours(self, role: Role) -> RoleColours:
        return self._theme.roles[role.value]

    def paint_block(self, painter: QPainter, card: CardBox) -> None:
        painter.setPen(QPen(colour(self._theme.surfaces.card_border), 1))
        painter.setBrush(self._card)
        painter.drawRect(qrect(card.rect))
        bar = Rect(card.rect.x, card.rect.y, 6, card.rect.height)
        painter.fillRect(qrect(bar), colour(self._colours(card.shape.content.role).line))

    def paint(self, painter: QPainter, look: Look, card: CardBox, *, edited: bool) -> None:
        content = card.shape.content
        self._paint_paper(painter, card, look.card_radius)
        words = card.words(look)
        if content.speaker:
            top = words.y - look.speaker_row
            row = Rect(words.x, top, words.width, look.chip)
            self._paint_speaker(painter, look, content, row)
        if not edited:  # the editor shows them
            self._paint_words(painter, card, words)
        self._paint_footer(painter, card, words.x, words.right, look.small)
        if content.hidden:
            self._paint_hidden(painter, card, look.small)

    def _paint_paper(self, painter: QPainter, card: CardBox, radius: float) -> None:
        content = card.shape.content
        colours = self._colours(content.role)
        if card.group is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._theme.surfaces.shadow))
            painter.drawRoundedRect(qrect(card.rect.moved(0, 2)), radius, radius)
        painter.setPen(self._border(content))
        painter.setBrush(
            colour(colours.tint) if content.unstated or not content.full else self._card
        )
        painter.drawRoundedRect(qrect(card.rect), radius, radius)
        if content.full:
            bar = Rect(card.rect.x + 4, card.rect.y + 6, 3, card.rect.height - 12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(colours.line))
            painter.drawRoundedRect(qrect(bar), 1.5, 1.5)

    def _border(self, content: Content) -> QPen:
        colours = self._colours(content.role)
        if content.role is Role.CONTENTION:
            return QPen(colour(colours.line), 1.8)
        pen = QPen(colour(self._theme.surfaces.card_border), 1)
        if content.unstated or not content.full:
            pen = QPen(self._muted, 1)
            pen.setDashPattern([3, 3])
        elif content.fidelity is Fidelity.QUOTATION:
            pen = QPen(colour(colours.line), 1.2)
        elif content.fidelity is Fidelity.INTERPRETATION:
            pen = QPen(self._muted, 1.2)
            pen.setDashPattern([1, 2])
        return pen

    def _paint_speaker(self, painter: QPainter, look: Look, content: Content, row: Rect) -> None:
        colours = self._colours(content.role)
        chip = QRectF(row.x, row.y, look.chip, look.chip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            colour(colours.border if content.role is not Role.CONTENTION else "#99999966")
        )
        painter.drawEllipse(chip)
        painter.setPen(self._ink)
        painter.setFont(qfont(_INITIALS))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, content.initials)
        words = qrect(row).adjusted(look.chip + 6, -3, 0, 3)
        name, small = QFontMetricsF(qfont(look.speaker)), QFontMetricsF(qfont(look.small))
        right = Qt.TextElideMode.ElideRight
        room = words.width()
        if content.via:  # each has half of the row, and what the other leaves of its half
            via = self.via.format(name=content.via)
            taken = min(name.horizontalAdvance(content.speaker), room / 2)
            via = small.elidedText(via, right, room - taken - _GAP)
            room -= small.horizontalAdvance(via) + _GAP
            painter.setPen(self._muted)
            painter.setFont(qfont(look.small))
            painter.drawText(words, _MIDDLE | Qt.AlignmentFlag.AlignRight, via)
        painter.setPen(self._ink)
        painter.setFont(qfont(look.speaker))
        painter.drawText(words, _MIDDLE, name.elidedText(content.speaker, right, room))

    def _paint_words(self, painter: QPainter, card: CardBox, room: Rect) -> None:
        font = card.shape.font
        quiet = not card.shape.content.full or card.shape.content.unstated
        painter.setPen(self._muted if quiet else self._ink)
        painter.setFont(qfont(font))
        align = _MIDDLE | Qt.TextFlag.TextDontClip
        for i, line in enumerate(card.shape.lines):
            row = QRectF(room.x, room.y + i * font.line_height, room.width, font.line_height)
            painter.drawText(row, align, line)

    def _paint_footer(
        self, painter: QPainter, card: CardBox, x: float, right: float, font: Font
    ) -> None:
        content = card.shape.content
        if not (content.place or content.unanswered):
            return
        row = QRectF(x, card.rect.bottom - font.line_height - 4, right - x, font.line_height)
        painter.setFont(qfont(font))
        if content.place:
            painter.setPen(self._muted)
            align = _MIDDLE | Qt.AlignmentFlag.AlignRight
            painter.drawText(row, align, f"“ {content.place}")
        if content.unanswered:
            warning = colour(self._theme.ink.warning)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(warning)
            painter.drawEllipse(QPointF(row.x() + 4, row.center().y() + 0.5), 3, 3)
            painter.setPen(warning)
            painter.drawText(row.adjusted(11, 0, 0, 0), _MIDDLE, self.unanswered)

    def _paint_hidden(self, painter: QPainter, card: CardBox, font: Font) -> None:
        """Paint how many claims are folded away below a card, on its lower edge."""
        text = self.more.format(n=card.shape.content.hidden)
        metrics = QFontMetricsF(qfont(font))
        width = metrics.horizontalAdvance(text) + 16
        middle = card.rect.center.x
        pill = QRectF(middle - width / 2, card.rect.bottom - 8, width, 18)
        painter.setPen(QPen(colour(self._theme.surfaces.card_border), 1))
        painter.setBrush(colour(self._theme.surfaces.window))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(self._ink)
        painter.setFont(qfont(font))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

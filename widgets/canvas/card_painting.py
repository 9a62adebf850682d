"""Painting claim cards: the paper with its border and bar, the speaker, the words, the footer."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.analysis.words import Span
from app.layout.boxes import CardBox
from app.layout.cards import MORE
from app.layout.contents import Content
from app.layout.geometry import Rect
from app.layout.look import Look
from app.layout.text import Font
from app.model.elements import ClaimId, Fidelity
from app.model.role import Role
from app.model.text import is_rtl
from app.model.view_state import Orientation
from resources.themes import RoleColours, Theme
from widgets.canvas.drawn_words import drawn_words
from widgets.filtering import Mark
from widgets.fonts import qfont
from widgets.theme import colour

_INITIALS = Font(8, bold=True)
_MARK = Font(9, bold=True)
CHIP = "#99999966"  # behind the initials of who says the contention
_SWATCH = 15  # the side of what stands for a tint
_GAP = 8  # between a speaker and whom it comes through
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def qrect(rect: Rect) -> QRectF:
    return QRectF(*rect)


class Marks(Protocol):
    """What marks claims on top of what they are: by a trait, and by words that were looked for."""

    def mark_of(self, claim: ClaimId) -> Mark | None: ...

    def spans_in(self, claim: ClaimId) -> Sequence[Span]: ...


class CardPainter:
    """Paints cards in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._words = drawn_words()
        self._ink = colour(theme.ink.text)
        self._muted = colour(theme.ink.muted)
        self._card = colour(theme.surfaces.card)

    def _colours(self, role: Role) -> RoleColours:
        return self._theme.roles[role.value]

    def paint_block(self, painter: QPainter, card: CardBox, marks: Marks | None) -> None:
        """Paint a card as it can be seen from afar."""
        painter.setPen(QPen(colour(self._theme.surfaces.card_border), 1))
        painter.setBrush(self._paper(card, marks.mark_of(card.claim) if marks else None))
        painter.drawRect(qrect(card.rect))
        bar = Rect(card.rect.x, card.rect.y, 6, card.rect.height)
        painter.fillRect(qrect(bar), colour(self._colours(card.shape.content.role).line))

    def paint(
        self, painter: QPainter, look: Look, card: CardBox, marks: Marks | None, *, edited: bool
    ) -> None:
        content = card.shape.content
        mark = marks.mark_of(card.claim) if marks else None
        self._paint_paper(painter, card, look.card_radius, mark)
        words = card.words(look)
        if content.speaker:
            top = words.y - look.speaker_row
            row = Rect(words.x, top, words.width, look.chip)
            self._paint_speaker(painter, look, content, row)
        if not edited:  # the editor shows them
            spans = marks.spans_in(card.claim) if marks else ()
            if spans:
                self._paint_found(painter, card, words, spans)
            self._paint_words(painter, card, words)
        for room, passage in card.passages(look):
            self._paint_lines(painter, passage.lines, passage.font, room, self._muted)
        self._paint_footer(painter, card, words.x, words.right, look.small)
        if mark:
            self._paint_mark(painter, card.rect, mark)
        if content.hidden:
            self._paint_hidden(painter, card, look)

    def _paper(self, card: CardBox, mark: Mark | None) -> QColor:
        content = card.shape.content
        if mark:
            return colour(self._theme.tints[mark.number].paper)
        if content.unstated or not content.full:
            return colour(self._colours(content.role).tint)
        return self._card

    def _paint_paper(
        self, painter: QPainter, card: CardBox, radius: float, mark: Mark | None
    ) -> None:
        content = card.shape.content
        colours = self._colours(content.role)
        if card.group is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._theme.surfaces.shadow))
            painter.drawRoundedRect(qrect(card.rect.moved(0, 2)), radius, radius)
        painter.setPen(self._border(content))
        painter.setBrush(self._paper(card, mark))
        painter.drawRoundedRect(qrect(card.rect), radius, radius)
        if content.full:
            bar = Rect(card.rect.x + 4, card.rect.y + 6, 3, card.rect.height - 12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(colours.line))
            painter.drawRoundedRect(qrect(bar), 1.5, 1.5)

    def _paint_mark(self, painter: QPainter, card: Rect, mark: Mark) -> None:
        """Paint what stands for the value that a claim is tinted by, on the card's corner."""
        tint = self._theme.tints[mark.number]
        swatch = QRectF(card.right - _SWATCH + 4, card.y - 5, _SWATCH, _SWATCH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tint.mark))
        painter.drawRoundedRect(swatch, 4, 4)
        painter.setPen(colour(tint.on_mark))
        painter.setFont(qfont(_MARK))
        painter.drawText(swatch, Qt.AlignmentFlag.AlignCenter, mark.letter)

    def _paint_found(
        self, painter: QPainter, card: CardBox, room: Rect, spans: Sequence[Span]
    ) -> None:
        """Paint behind the words that were looked for."""
        shape = card.shape
        metrics, height = QFontMetricsF(qfont(shape.font)), shape.font.line_height
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._theme.surfaces.found))
        rtl = is_rtl(shape.content.text)
        for i, line, start, end in found_in_lines(shape.content.text, shape.lines, spans):
            before = metrics.horizontalAdvance(line[:start])
            width = metrics.horizontalAdvance(line[:end]) - before
            left = room.right - before - width if rtl else room.x + before
            row = QRectF(left - 1, room.y + i * height, width + 2, height)
            painter.drawRoundedRect(row, 2, 2)
            painter.fillRect(QRectF(row.x(), row.bottom() - 1.5, row.width(), 1.5), self._ink)

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
        chip = QRectF(row.x, row.y, look.chip, look.chip)
        ground, ink = self._chip_colours(content)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(chip)
        painter.setPen(ink)
        painter.setFont(qfont(_INITIALS))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, content.initials)
        words = qrect(row).adjusted(look.chip + 6, -3, 0, 3)
        name, small = QFontMetricsF(qfont(look.speaker)), QFontMetricsF(qfont(look.small))
        right = Qt.TextElideMode.ElideRight
        room = words.width()
        if content.via:  # each has half of the row, and what the other leaves of its half
            via = self._words.via.format(name=content.via)
            taken = min(name.horizontalAdvance(content.speaker), room / 2)
            via = small.elidedText(via, right, room - taken - _GAP)
            room -= small.horizontalAdvance(via) + _GAP
            painter.setPen(self._muted)
            painter.setFont(qfont(look.small))
            painter.drawText(words, _MIDDLE | Qt.AlignmentFlag.AlignRight, via)
        painter.setPen(self._ink)
        painter.setFont(qfont(look.speaker))
        painter.drawText(words, _MIDDLE, name.elidedText(content.speaker, right, room))

    def _chip_colours(self, content: Content) -> tuple[QColor, QColor]:
        """Behind the initials of a speaker, and of these: the colour chosen for the speaker."""
        if content.colour is not None:
            tint = self._theme.tints[content.colour]
            return colour(tint.mark), colour(tint.on_mark)
        top = content.role is Role.CONTENTION
        return colour(CHIP if top else self._colours(content.role).border), self._ink

    def _paint_words(self, painter: QPainter, card: CardBox, room: Rect) -> None:
        font = card.shape.font
        quiet = not card.shape.content.full or card.shape.content.unstated
        self._paint_lines(
            painter, card.shape.lines, font, room, self._muted if quiet else self._ink
        )

    @staticmethod
    def _paint_lines(
        painter: QPainter, lines: Sequence[str], font: Font, room: Rect, ink: QColor
    ) -> None:
        painter.setPen(ink)
        painter.setFont(qfont(font))
        align = _MIDDLE | Qt.TextFlag.TextDontClip
        if is_rtl(" ".join(lines)):
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for i, line in enumerate(lines):
            row = QRectF(room.x, room.y + i * font.line_height, room.width, font.line_height)
            painter.drawText(row, align, line)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    def _paint_footer(
        self, painter: QPainter, card: CardBox, x: float, right: float, font: Font
    ) -> None:
        content = card.shape.content
        if not content.has_foot:
            return
        row = QRectF(x, card.rect.bottom - font.line_height - 4, right - x, font.line_height)
        painter.setFont(qfont(font))
        metrics = QFontMetricsF(qfont(font))
        if content.corner:
            painter.setPen(self._muted)
            painter.drawText(row, _MIDDLE | Qt.AlignmentFlag.AlignRight, content.corner)
            row.setRight(row.right() - metrics.horizontalAdvance(content.corner) - _GAP)
        if content.unanswered:
            warning = colour(self._theme.ink.warning)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(warning)
            painter.drawEllipse(QPointF(row.x() + 4, row.center().y() + 0.5), 3, 3)
            painter.setPen(warning)
            row.setLeft(row.left() + 11)
            painter.drawText(row, _MIDDLE, self._words.unanswered)
            row.setLeft(row.left() + metrics.horizontalAdvance(self._words.unanswered) + _GAP)
        if content.tags and row.width() > metrics.averageCharWidth():
            painter.setPen(self._muted)
            tags = metrics.elidedText(content.tags, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(row, _MIDDLE, tags)

    def _paint_hidden(self, painter: QPainter, card: CardBox, look: Look) -> None:
        """Paint how many claims are folded away below a card, on the edge where they would hang."""
        pill = self.badge(card, look)
        painter.setPen(QPen(colour(self._theme.surfaces.card_border), 1))
        painter.setBrush(colour(self._theme.surfaces.window))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(self._ink)
        painter.setFont(qfont(look.small))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._hidden(card))

    def badge(self, card: CardBox, look: Look) -> QRectF:
        """Where the badge of a folded card is; it unfolds the card when it is clicked."""
        width = QFontMetricsF(qfont(look.small)).horizontalAdvance(self._hidden(card)) + 16
        height = look.small.line_height + 3
        badge = QRectF(0, 0, width, height)
        x, y = card.rect.center
        match look.orientation:
            case Orientation.DOWN:
                badge.moveCenter(QPointF(x, card.rect.bottom + 1))
            case Orientation.UP:
                badge.moveCenter(QPointF(x, card.rect.y - 1))
            case Orientation.RIGHT:
                badge.moveCenter(QPointF(card.rect.right, y))
        return badge

    def _hidden(self, card: CardBox) -> str:
        return self._words.more.format(n=card.shape.content.hidden)


def found_in_lines(
    text: str, lines: Sequence[str], spans: Sequence[Span]
) -> Iterator[tuple[int, str, int, int]]:
    """Where spans of a text are in the lines that it is broken into: the line, from where to where.

    >>> list(found_in_lines("one two three", ["one two", "three"], [(4, 9)]))
    [(0, 'one two', 4, 7), (1, 'three', 0, 1)]
    """
    at = 0
    for i, line in enumerate(lines):
        start = text.find(line.removesuffix(MORE), at)
        if start < 0:
            return
        at = start + len(line.removesuffix(MORE))
        for first, last in spans:
            if first < at and last > start:
                yield i, line, max(first, start) - start, min(last, at) - start

"""Painting an arrangement: the visual grammar of claims, steps and lines in strokes and colours."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from app.layout.arrangement import Arrangement, CardBox, LineBox, StepBox
from app.layout.contents import Content
from app.layout.geometry import Curve, Rect
from app.layout.signs import SIGNS
from app.layout.text import Font
from app.model.elements import Fidelity
from app.model.outline import PlaceKey, Role
from resources.themes import RoleColours, Theme
from widgets.fonts import qfont
from widgets.theme import colour

READABLE = 0.4
"""Below this zoom cards are painted as plain blocks: their words could not be read."""

_LINE_PATTERNS = {
    Role.OBJECTION: [4.0, 3.0],
    Role.REBUTTAL: [1.0, 2.4],
    Role.UNDERCUTTER: [4.0, 2.4, 1.0, 2.4],
}
_HALO = 4


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What stands out: by its key at one place, or wherever a claim is."""

    selected: PlaceKey | None = None
    hovered: PlaceKey | None = None
    edited: PlaceKey | None = None
    lit: frozenset[PlaceKey] = field(default_factory=frozenset)


NOTHING = Emphasis()


def qrect(rect: Rect) -> QRectF:
    return QRectF(*rect)


def pen_for(role: Role, ink: QColor, width: float) -> QPen:
    """A pen in the line style of a role: solid, dashed, dotted, dash-dotted."""
    pen = QPen(ink, width)
    pattern = _LINE_PATTERNS.get(role)
    if pattern:
        pen.setDashPattern(pattern)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if role is Role.REBUTTAL:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def draw_sign(painter: QPainter, role: Role, rect: QRectF, ink: QColor, width: float) -> None:
    """Draw the sign of a role to fill a rectangle."""
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in SIGNS.get(role, ()):
        points = [
            QPointF(rect.x() + p.x * rect.width(), rect.y() + p.y * rect.height()) for p in stroke
        ]
        painter.drawPolyline(points)


def curve_path(curve: Curve) -> QPainterPath:
    path = QPainterPath(QPointF(*curve.start))
    path.cubicTo(QPointF(*curve.first), QPointF(*curve.second), QPointF(*curve.end))
    return path


class MapPainter:
    """Paints arrangements in one theme. The painter's coordinates are those of the arrangement."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ink = colour(theme.ink.text)
        self._muted = colour(theme.ink.muted)
        self._accent = colour(theme.ink.accent)
        self._card = colour(theme.surfaces.card)

    def paint(
        self,
        painter: QPainter,
        arrangement: Arrangement,
        exposed: Rect,
        *,
        zoom: float = 1.0,
        emphasis: Emphasis = NOTHING,
    ) -> None:
        """Paint what meets the exposed part: groups, then lines, then cards, then pills."""
        steps = [s for s in arrangement.steps.values() if s.rect.grown(_HALO * 4).meets(exposed)]
        cards = [c for c in arrangement.cards.values() if c.rect.grown(_HALO).meets(exposed)]
        simple = zoom < READABLE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not simple)
        for step in steps:
            self._paint_group(painter, arrangement, step)
        for line in arrangement.lines:
            if line.curve.bounds.meets(exposed):
                self._paint_line(painter, line, emphasis)
        for card in cards:
            if simple:
                self._paint_block(painter, card)
            else:
                self._paint_card(painter, arrangement, card, edited=card.key == emphasis.edited)
            self._paint_halo(painter, card.rect, card.key, emphasis, radius=8)
        for step in steps:
            self._paint_pill(painter, arrangement, step, simple=simple)
            self._paint_halo(painter, step.pill, step.key, emphasis, radius=13)

    def _colours(self, role: Role) -> RoleColours:
        return self._theme.roles[role.value]

    # Groups, lines, pills

    def _paint_group(self, painter: QPainter, arrangement: Arrangement, step: StepBox) -> None:
        colours = self._colours(step.role)
        pen = QPen(colour(colours.border), 1)
        if step.role is not Role.REASON:
            pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(colour(colours.tint))
        radius = arrangement.look.group_radius
        painter.drawRoundedRect(qrect(step.rect), radius, radius)

    def _paint_line(self, painter: QPainter, line: LineBox, emphasis: Emphasis) -> None:
        wide = line.step in emphasis.lit
        ink = colour(self._colours(line.role).line)
        painter.setPen(pen_for(line.role, ink, 2.6 if wide else 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(curve_path(line.curve))

    def _paint_pill(
        self, painter: QPainter, arrangement: Arrangement, step: StepBox, *, simple: bool
    ) -> None:
        colours, look = self._colours(step.role), arrangement.look
        pill = qrect(step.pill)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours.line))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        if simple:
            return
        ink = colour(colours.on_line)
        side = look.sign
        sign = QRectF(pill.x() + look.pill_pad, pill.center().y() - side / 2, side, side)
        draw_sign(painter, step.role, sign, ink, 1.8)
        painter.setPen(ink)
        painter.setFont(qfont(look.pill))
        words = pill.adjusted(look.pill_pad + side + 5, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, step.word)

    def _paint_halo(
        self, painter: QPainter, rect: Rect, key: PlaceKey, emphasis: Emphasis, *, radius: float
    ) -> None:
        if key == emphasis.selected:
            pen = QPen(self._accent, 2.4)
        elif key in emphasis.lit:
            pen = QPen(self._accent, 1.4)
            pen.setDashPattern([3, 2])
        elif key == emphasis.hovered:
            pen = QPen(self._muted, 1)
        else:
            return
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(qrect(rect.grown(_HALO - 1)), radius, radius)

    # Cards

    def _paint_block(self, painter: QPainter, card: CardBox) -> None:
        painter.setPen(QPen(colour(self._theme.surfaces.card_border), 1))
        painter.setBrush(self._card)
        painter.drawRect(qrect(card.rect))
        bar = Rect(card.rect.x, card.rect.y, 6, card.rect.height)
        painter.fillRect(qrect(bar), colour(self._colours(card.shape.content.role).line))

    def _paint_card(
        self, painter: QPainter, arrangement: Arrangement, card: CardBox, *, edited: bool
    ) -> None:
        content, look = card.shape.content, arrangement.look
        self._paint_paper(painter, card, look.card_radius)
        words = card.words(look)
        if content.speaker:
            top = words.y - look.speaker_row
            row = Rect(words.x, top, words.width, look.chip)
            self._paint_speaker(painter, arrangement, content, row)
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

    def _paint_speaker(
        self, painter: QPainter, arrangement: Arrangement, content: Content, row: Rect
    ) -> None:
        look, colours = arrangement.look, self._colours(content.role)
        chip = QRectF(row.x, row.y, look.chip, look.chip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            colour(colours.border if content.role is not Role.CONTENTION else "#99999966")
        )
        painter.drawEllipse(chip)
        painter.setPen(self._ink)
        painter.setFont(qfont(Font(8, bold=True)))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, content.initials)
        words = qrect(row).adjusted(look.chip + 6, -3, 0, 3)
        room = words.width()
        if content.via:
            painter.setPen(self._muted)
            painter.setFont(qfont(look.small))
            via = f"via {content.via}"
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(words, align, via)
            room -= QFontMetricsF(qfont(look.small)).horizontalAdvance(via) + 8
        painter.setPen(self._ink)
        self._draw_elided(painter, words, content.speaker, look.speaker, room)

    @staticmethod
    def _draw_elided(painter: QPainter, rect: QRectF, text: str, font: Font, room: float) -> None:
        """Draw one line of text, cut short with an ellipsis where the room ends."""
        painter.setFont(qfont(font))
        metrics = QFontMetricsF(qfont(font))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 24))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_words(self, painter: QPainter, card: CardBox, room: Rect) -> None:
        font = card.shape.font
        quiet = not card.shape.content.full or card.shape.content.unstated
        painter.setPen(self._muted if quiet else self._ink)
        painter.setFont(qfont(font))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
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
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(row, align, f"“ {content.place}")
        if content.unanswered:
            warning = colour(self._theme.ink.warning)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(warning)
            painter.drawEllipse(QPointF(row.x() + 4, row.center().y() + 0.5), 3, 3)
            painter.setPen(warning)
            painter.drawText(
                row.adjusted(11, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._unanswered
            )

    _unanswered = "unanswered"

    def _paint_hidden(self, painter: QPainter, card: CardBox, font: Font) -> None:
        """Paint how many claims are folded away below a card, on its lower edge."""
        text = f"{card.shape.content.hidden} more"
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

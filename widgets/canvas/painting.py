"""Painting a map: the visual grammar of claims, steps and lines in strokes and colours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.layout.blocks import Placed
from app.layout.boxes import CardBox, LineBox, StepBox
from app.layout.forest import Forest
from app.layout.geometry import Curve, Point, Rect
from app.layout.look import ROOMY, Look
from app.layout.sheet import Pill
from app.layout.signs import SIGNS
from app.layout.viewing import View, view
from app.model.elements import ElementId
from app.model.outline import PlaceKey
from app.model.role import Role
from resources.themes import RoleColours, Theme
from widgets.canvas.card_painting import CardPainter, Marks, qrect
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
_SOFT = 120  # of 255: how much of a soft ring is seen
_SAG = 60  # how far lines between uses of a claim hang below these
_MARGIN = 16  # as far as halos, pills and lines reach beyond their blocks


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What stands out, by its place: `main` is that of the selected places that keys start from.

    `uses` are lines to all uses of the selected claim; `marks` are those on claims wherever they
    stand; `offset` is how far a claim or step still is from its place, on the canvas. `fade` says
    how far a step, or a claim at the top, is faded with its lines: from 0 to 1, where it is unseen.
    """

    main: PlaceKey | None = None
    active: bool = True  # whether keys go to the map
    selected: frozenset[PlaceKey] = frozenset()
    hovered: PlaceKey | None = None
    pointed: str = ""  # a claim, wherever it stands
    edited: PlaceKey | None = None
    lit: frozenset[PlaceKey] = frozenset()
    uses: tuple[Curve, ...] = ()
    marks: Marks | None = None
    offset: Callable[[ElementId], Point] | None = None
    fade: Callable[[PlaceKey], float] | None = None


NOTHING = Emphasis()


def emphasis_on(forest: Forest, keys: Sequence[PlaceKey]) -> Emphasis:
    """What stands out when these places are selected, the last one of them the main one."""
    if not keys:
        return NOTHING
    main, selected = keys[-1], frozenset(keys)
    here = forest.box(main)
    if isinstance(here, StepBox):
        return Emphasis(main=main, selected=selected, lit=frozenset([main]))
    others = [box for box in forest.places_of(main[1]) if box.key != main]
    return Emphasis(
        main=main,
        selected=selected,
        lit=frozenset(box.key for box in others),
        uses=tuple(_joining(here.rect, box.rect) for box in others) if here else (),
    )


def _joining(start: Rect, end: Rect) -> Curve:
    """A line between two cards, from below the one around to below the other."""
    (x, _), (to_x, _) = start.center, end.center
    low = max(start.bottom, end.bottom) + _SAG
    return Curve(Point(x, start.bottom), Point(x, low), Point(to_x, low), Point(to_x, end.bottom))


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
    """Paints maps in one theme. The painter's coordinates are those of the canvas."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._cards = CardPainter(theme)
        self._muted = colour(theme.ink.muted)
        self._accent = colour(theme.ink.accent)

    def paint(
        self,
        painter: QPainter,
        forest: Forest,
        exposed: Rect,
        *,
        zoom: float = 1.0,
        emphasis: Emphasis = NOTHING,
    ) -> View:
        """Paint what meets the exposed part: groups, then lines, then cards, then pills.

        Returns what is to be seen there.
        """
        seen = view(forest, exposed.grown(_MARGIN))
        shown = _on_the_way(seen, emphasis.offset) if emphasis.offset else seen
        simple = zoom < READABLE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not simple)
        for faded, layer in _layers(shown, emphasis.fade):
            self._paint_layer(painter, forest.look, layer, emphasis, simple=simple)
            if faded:
                wash = QColor(self._theme.surfaces.canvas)
                wash.setAlphaF(faded)
                painter.fillRect(qrect(exposed), wash)
        self._paint_uses(painter, emphasis.uses, zoom)
        return seen

    def _paint_layer(
        self, painter: QPainter, look: Look, shown: View, emphasis: Emphasis, *, simple: bool
    ) -> None:
        steps = [step for placed in shown.blocks if (step := placed.step)]
        for step in steps:
            self._paint_group(painter, look, step)
        for line in shown.lines:
            self._paint_line(painter, line, emphasis, simple=simple)
        for placed in shown.blocks:
            for card in placed.cards:
                self._paint_card(painter, look, card, emphasis, simple=simple)
        for step in steps:
            self._paint_pill(painter, look, step, simple=simple)
            self._paint_halo(painter, step.pill, step.key, emphasis, radius=13)

    def paint_apart(
        self, painter: QPainter, pills: Sequence[Pill], cards: Sequence[CardBox]
    ) -> None:
        """Paint pills and cards that stand beside a map, to explain it."""
        for pill in pills:
            self._paint_pill_at(painter, ROOMY, pill)
        for card in cards:
            self._paint_card(painter, ROOMY, card, NOTHING, simple=False)

    def badge_at(self, forest: Forest, place: Point) -> CardBox | None:
        """The folded card whose badge is at a place of the canvas."""
        near = Rect(*place, 0, 0).grown(_MARGIN)
        for card in (card for placed in view(forest, near).blocks for card in placed.cards):
            if card.shape.content.hidden and self._cards.badge(card, forest.look).contains(*place):
                return card
        return None

    def _paint_uses(self, painter: QPainter, uses: Sequence[Curve], zoom: float) -> None:
        painter.setPen(QPen(self._accent, 1.2 / min(zoom, 1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for curve in uses:
            painter.drawPath(curve_path(curve))

    def _paint_card(
        self, painter: QPainter, look: Look, card: CardBox, emphasis: Emphasis, *, simple: bool
    ) -> None:
        marks = emphasis.marks
        if simple:
            self._cards.paint_block(painter, card, marks)
        else:
            self._cards.paint(painter, look, card, marks, edited=card.key == emphasis.edited)
        self._paint_halo(painter, card.rect, card.key, emphasis, radius=8)

    def _colours(self, role: Role) -> RoleColours:
        return self._theme.roles[role.value]

    # Groups, lines, pills

    def _paint_group(self, painter: QPainter, look: Look, step: StepBox) -> None:
        colours = self._colours(step.role)
        pen = QPen(colour(colours.border), 1)
        if step.role is not Role.REASON:
            pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(colour(colours.tint))
        radius = look.group_radius
        painter.drawRoundedRect(qrect(step.rect), radius, radius)

    def _paint_line(
        self, painter: QPainter, line: LineBox, emphasis: Emphasis, *, simple: bool
    ) -> None:
        wide = line.step in emphasis.lit
        ink = colour(self._colours(line.role).line)
        width = 2.6 if wide else 1.8
        painter.setPen(QPen(ink, width) if simple else pen_for(line.role, ink, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(curve_path(line.curve))

    def _paint_pill(self, painter: QPainter, look: Look, step: StepBox, *, simple: bool) -> None:
        if simple:
            painter.fillRect(qrect(step.pill), colour(self._colours(step.role).line))
        else:
            self._paint_pill_at(painter, look, Pill(step.pill, step.role, step.word))

    def _paint_pill_at(self, painter: QPainter, look: Look, said: Pill) -> None:
        colours, pill = self._colours(said.role), qrect(said.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours.line))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        ink = colour(colours.on_line)
        side = look.sign
        sign = QRectF(pill.x() + look.pill_pad, pill.center().y() - side / 2, side, side)
        draw_sign(painter, said.role, sign, ink, 1.8)
        painter.setPen(ink)
        painter.setFont(qfont(look.pill))
        words = pill.adjusted(look.pill_pad + side + 5, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said.word)

    def _paint_halo(
        self, painter: QPainter, rect: Rect, key: PlaceKey, emphasis: Emphasis, *, radius: float
    ) -> None:
        ring = self._accent if emphasis.active else self._muted
        if key == emphasis.main:
            pen = QPen(ring, 2.4)
        elif key in emphasis.selected:
            pen = QPen(ring, 1.6)
        elif key in emphasis.lit:
            pen = QPen(self._accent, 1.4)
            pen.setDashPattern([3, 2])
        elif key[1] == emphasis.pointed:
            soft = QColor(self._accent)
            soft.setAlpha(_SOFT)
            pen = QPen(soft, 4)
        elif key == emphasis.hovered:
            pen = QPen(self._muted, 1)
        else:
            return
        far = max(1 / painter.worldTransform().m11(), 1)  # it is to be seen from afar as well
        pen.setWidthF(pen.widthF() * far)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(qrect(rect.grown((_HALO - 1) * far)), radius, radius)


def _layers(shown: View, fade: Callable[[PlaceKey], float] | None) -> list[tuple[float, View]]:
    """What is seen in layers, the most faded first; what has faded altogether is in none."""
    if fade is None:
        return [(0.0, shown)]
    layers: dict[float, View] = {}
    for placed in shown.blocks:
        layers.setdefault(fade(placed.block.place.key), View([], [])).blocks.append(placed)
    for line in shown.lines:
        layers.setdefault(fade(line.step), View([], [])).lines.append(line)
    return sorted(((by, layer) for by, layer in layers.items() if by < 1), reverse=True)


def _on_the_way(seen: View, offset: Callable[[ElementId], Point]) -> View:
    """What is seen while things glide to where they belong."""

    def moved(placed: Placed) -> Placed:
        dx, dy = offset(placed.block.place.key[1])
        return placed._replace(x=placed.x + dx, y=placed.y + dy)

    def bent(line: LineBox) -> LineBox:
        start, end = (offset(key) for key in line.step)
        by = (start, start, end, end)
        points = (Point(p.x + d.x, p.y + d.y) for p, d in zip(line.curve, by, strict=True))
        return LineBox(line.step, Curve(*points), line.role)

    return View([moved(placed) for placed in seen.blocks], [bent(line) for line in seen.lines])

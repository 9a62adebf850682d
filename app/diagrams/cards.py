"""What is written on cards and pills, as labels of DOT, and where small things on them stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.diagrams.labels import Cell, label, line, marked_up, only, run, table
from app.layout.cards import CardShape
from app.layout.contents import Content
from app.layout.geometry import Point, Rect
from app.layout.look import Look
from app.layout.sheet import Caption
from app.layout.signs import Stroke
from app.layout.text import Font, Measure
from app.layout.words import ENGLISH
from app.model.elements import Fidelity
from app.model.role import Role
from app.model.text import is_rtl
from resources.themes import Theme

_INITIALS = Font(8, bold=True)
_TOP = 8  # from a card's top to its first row, as the layout reckons
_INSET = 5  # from a card's top and bottom to its bar, and from its last row to the bottom
_BAR_LEFT = 4  # from a card's left side to its bar
_SLACK = 60  # beyond a card's side, for words that the engine sets wider than the layout reckoned
_AFTER_CHIP = 6
_DOT = 6  # the dot before "unanswered"
_AFTER_DOT = 5
_AFTER_WORD = 6
_BADGE_HEIGHT = 18
_WORDS = "…"  # stands in rows that are known for the words that are not; no markup has it
_CORNER = 6  # the sign on a card that only refers

SOLID, DASHED, DOTTED = "rounded,filled", "rounded,filled,dashed", "rounded,filled,dotted"
ELSEWHERE: tuple[Stroke, ...] = (
    (Point(0, 1), Point(1, 0)),
    (Point(0.2, 0), Point(1, 0), Point(1, 0.8)),
)
"""The sign on a card that only refers to another place."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Sets the words of one drawing: in which sizes and colours, and so many units a pixel."""

    look: Look
    theme: Theme
    measure: Measure
    scale: float
    _known: dict[tuple[object, ...], str] = field(default_factory=dict, init=False, compare=False)
    """What was made before, by all that it depends on: few rows but those of claims are new."""

    def card(self, shape: CardShape, width: float, height: float) -> str:
        """The label of a card: its bar, and right of it its rows from the top down."""
        inside = height - 2 * _INSET
        left = self._left(shape.content, inside)
        rows = table(*self._rows(shape, width, inside))
        return label(table(left, f"<TD>{rows}</TD></TR>"))

    def caption(self, caption: Caption) -> str:
        """The label of a line of words beside the map."""
        colour = self.theme.ink.muted if caption.quiet else self.theme.ink.text
        cell = self._cell(caption.rect.width, caption.text, caption.font, colour)
        return label(table(line([cell], caption.rect.height, scale=self.scale)))

    def pill(self, word: str, width: float, colour: str) -> str:
        """The label of a pill: its word, with room for the sign before it."""
        key = ("pill", word, width, colour)
        if key not in self._known:
            left = self.look.pill_pad + self.look.sign + 5
            cells = [Cell(left), self._cell(width - left, word, self.look.pill, colour)]
            height = self.look.pill_height
            self._known[key] = label(table(line(cells, height, scale=self.scale)))
        return self._known[key]

    def initials(self, content: Content) -> str:
        """The label of the chip before a speaker's name."""
        chosen = content.colour
        ink = self.theme.ink.text if chosen is None else self.theme.tints[chosen].on_mark
        return self._centred(content.initials, _INITIALS, self.look.chip, ink)

    def hidden(self, content: Content) -> str:
        """The label of the badge that says how many claims are folded away."""
        return self._centred(_hidden(content), self.look.small, _BADGE_HEIGHT, self.theme.ink.text)

    def _left(self, content: Content, height: float) -> str:
        """The beginning of the only row: the bar of a card, and the gaps beside it."""
        colour = self.theme.roles[content.role.value].line if content.full else ""
        key = ("left", colour, height)
        if key not in self._known:
            paint = f' BGCOLOR="{colour}" STYLE="ROUNDED"' if colour else ""
            gap = Cell(text_left(self.look) - _BAR_LEFT - self.look.bar)
            cells = [Cell(_SLACK + _BAR_LEFT), Cell(self.look.bar, paint=paint), gap]
            self._known[key] = line(cells, height, scale=self.scale).removesuffix("</TR>")
        return self._known[key]

    def _rows(self, shape: CardShape, width: float, height: float) -> Iterator[str]:
        look, content = self.look, shape.content
        inner = width - text_left(look) - look.pad
        yield self._gap(inner, _TOP - _INSET)
        height -= _TOP - _INSET
        if content.speaker:
            yield self._speaker(content, inner)
            yield self._gap(inner, look.speaker_row - look.chip)
            height -= look.speaker_row
        muted = content.unstated or not content.full
        colour = self.theme.ink.muted if muted else self.theme.ink.text
        yield from self._words(shape.lines, shape.font, colour, inner)
        height -= len(shape.lines) * shape.font.line_height
        for passage in shape.passages:
            yield self._gap(inner, look.passage_gap)
            yield from self._words(passage.lines, passage.font, self.theme.ink.muted, inner)
            height -= look.passage_gap + passage.height
        foot = look.footer_row if content.has_foot else 0
        if height > foot:
            yield self._gap(inner, height - foot)
        if foot:
            yield self._foot(content, inner)

    def _row(self, cells: list[Cell], height: float) -> str:
        """A row of a card; one of several cells is a table of its own, since columns differ."""
        beyond = self.look.pad + _SLACK
        if len(cells) == 1:
            return only(cells[0], cells[0].width + beyond, height, scale=self.scale)
        row = line([*cells, Cell(beyond)], height, scale=self.scale)
        return f"<TR><TD>{table(row)}</TD></TR>"

    def _gap(self, inner: float, height: float) -> str:
        key = ("gap", inner, height)
        if key not in self._known:
            self._known[key] = self._row([Cell(inner)], height)
        return self._known[key]

    def _words(self, lines: Sequence[str], font: Font, colour: str, inner: float) -> Iterator[str]:
        """A row for each line of a text."""
        rtl, blank = is_rtl(" ".join(lines)), self._gap(inner, font.line_height)
        key = ("words", font, colour, inner, rtl)
        if key not in self._known:
            cell = self._cell(inner, _WORDS, font, colour, rtl=rtl)
            cells = [cell._replace(align="RIGHT"), Cell(0)] if rtl else [cell]
            self._known[key] = self._row(cells, font.line_height)
        before, _, after = self._known[key].partition(_WORDS)
        for words in lines:
            yield f"{before}{marked_up(words)}{after}" if words else blank

    def _speaker(self, content: Content, inner: float) -> str:
        key = ("speaker", content.speaker, content.via, inner)
        if key not in self._known:
            look, ink = self.look, self.theme.ink
            before = look.chip + _AFTER_CHIP
            via = ENGLISH.via.format(name=content.via) if content.via else ""
            taken = self.measure.width(content.speaker, look.speaker)
            cells = [
                Cell(before),
                self._cell(taken, content.speaker, look.speaker, ink.text),
                self._cell(inner - before - taken, via, look.small, ink.muted, align="RIGHT"),
            ]
            self._known[key] = self._row(cells, look.chip)
        return self._known[key]

    def _foot(self, content: Content, inner: float) -> str:
        key = ("foot", content.unanswered, content.tags, content.corner, inner)
        if key not in self._known:
            look, ink, width = self.look, self.theme.ink, self.measure.width
            right = width(content.corner, look.small)
            left = [*self._warning()] if content.unanswered else [Cell(0)]
            room = inner - right - sum(cell.width for cell in left)
            cells = [
                *left,
                self._cell(room, content.tags, look.small, ink.muted),
                self._cell(right, content.corner, look.small, ink.muted, align="RIGHT"),
            ]
            self._known[key] = self._row(cells, look.footer_row)
        return self._known[key]

    def _warning(self) -> Iterator[Cell]:
        font, warning = self.look.small, ENGLISH.unanswered
        yield Cell(_DOT + _AFTER_DOT)
        taken = self.measure.width(warning, font) + _AFTER_WORD
        yield self._cell(taken, warning, font, self.theme.ink.warning)

    def _cell(
        self,
        width: float,
        text: str,
        font: Font,
        colour: str,
        *,
        align: str = "LEFT",
        rtl: bool | None = None,
    ) -> Cell:
        words = run(text, font, colour, scale=self.scale, rtl=rtl)
        return Cell(width, words, align, styled=font.size if font.bold or font.italic else 0)

    def _centred(self, text: str, font: Font, height: float, ink: str) -> str:
        """A label of some words in the middle of a node."""
        key = ("centred", text, font, height, ink)
        if key not in self._known:
            width = self.measure.width(text, font) + 2
            cell = self._cell(width, text, font, ink, align="CENTER")
            self._known[key] = label(table(line([cell], height, scale=self.scale)))
        return self._known[key]


def border_of(content: Content, theme: Theme) -> tuple[str, float, str]:
    """The style, thickness and colour of a card's border: how faithful it is to the words."""
    ink, line_colour = theme.ink.muted, theme.roles[content.role.value].line
    if content.role is Role.CONTENTION:
        return SOLID, 1.8, line_colour
    if content.unstated or not content.full:
        return DASHED, 1, ink
    match content.fidelity:
        case Fidelity.QUOTATION:
            return SOLID, 1.2, line_colour
        case Fidelity.INTERPRETATION:
            return DOTTED, 1.2, ink
        case Fidelity.PARAPHRASE | Fidelity.SUMMARY | None:
            return SOLID, 1, theme.surfaces.card_border


def text_left(look: Look) -> float:
    """How far right of a card's left side its words begin."""
    return look.pad + look.bar


def chip_place(card: Rect, look: Look) -> Rect:
    """Where the chip of a card's speaker stands."""
    return Rect(card.x + text_left(look), card.y + _TOP, look.chip, look.chip)


def dot_place(card: Rect, look: Look) -> Rect:
    """Where the dot before the word "unanswered" stands."""
    top = card.bottom - _INSET - look.footer_row / 2 - _DOT / 2
    return Rect(card.x + text_left(look) + 1, top, _DOT, _DOT)


def corner_place(card: Rect) -> Rect:
    """Where the sign stands that says that a card only refers to another place."""
    return Rect(card.right - _CORNER - 5, card.y + 5, _CORNER, _CORNER)


def badge_place(card: Rect, content: Content, look: Look, measure: Measure) -> Rect:
    """Where the badge stands that says how many claims are folded away."""
    width = measure.width(_hidden(content), look.small) + 16
    return Rect(card.center.x - width / 2, card.bottom - 8, width, _BADGE_HEIGHT)


def _hidden(content: Content) -> str:
    return ENGLISH.more.format(n=content.hidden)

"""What is written on cards and pills, as labels of DOT nodes."""

from dataclasses import dataclass

from app.diagrams.labels import Cell, cell, fitted, is_rtl, label, row, run, table
from app.layout.cards import CardShape
from app.layout.contents import Content
from app.layout.geometry import Point, Rect
from app.layout.look import Look
from app.layout.text import Font, Measure
from app.model.outline import Role
from resources.themes import RoleColours, Theme

INITIALS = Font(7.5, bold=True)
_INSET = 8  # from a card's top and bottom to its first and last row, as the layout reckons
_BAR_LEFT = 2  # from a card's left side to its bar
_SLACK = 60  # beyond a card's side, for words that the engine sets wider than the layout reckoned
_AFTER_CHIP = 6
_BEFORE_VIA = 12
_DOT = 7  # the dot before "unanswered"
_AFTER_DOT = 4


@dataclass(frozen=True, slots=True)
class Lettering:
    """Sets the words of one drawing: in which sizes and colours, and so many units a pixel."""

    look: Look
    theme: Theme
    measure: Measure
    scale: float

    def colours(self, role: Role) -> RoleColours:
        return self.theme.roles[role.value]

    def card(self, shape: CardShape, height: float) -> str:
        """The label of a card: its bar, and its rows from the top down."""
        inside = height - 2 * _INSET
        bar = f' BGCOLOR="{self.colours(shape.content.role).line}" STYLE="ROUNDED"'
        text_left = self.text_left
        tall = self._units(inside)
        return label(
            table(
                [
                    "<TR>",
                    cell(self._units(_SLACK + _BAR_LEFT), tall),
                    cell(self._units(self.look.bar), tall, more=bar),
                    cell(self._units(text_left - _BAR_LEFT - self.look.bar), tall),
                    f"<TD>{table(self._rows(shape, inside))}</TD>",
                    "</TR>",
                ]
            )
        )

    def pill(self, word: str, width: float, colour: str) -> str:
        """The label of a pill: its word, with room for the sign before it."""
        left = self.look.pill_pad + self.look.sign + 5
        words = self._run(word, self.look.pill, colour)
        cells = [self._cell(left), self._cell(width - left, words)]
        return label(table([row(cells, self._units(self.look.pill_height))]))

    def initials(self, content: Content) -> str:
        """The label of the chip before a speaker's name."""
        return label(self._run(content.initials, INITIALS, self.colours(content.role).line))

    def hidden(self, content: Content) -> str:
        """The label of the badge that says how many claims are folded away."""
        return label(self._run(f"+{content.hidden}", self.look.small, self.theme.surfaces.card))

    @property
    def text_left(self) -> float:
        """How far right of a card's left side its words begin."""
        return self.look.pad + self.look.bar

    def chip(self, card: Rect) -> Rect:
        """Where the chip of a card's speaker stands."""
        top = card.y + _INSET + (self.look.speaker_row - self.look.chip) / 2 - 1
        return Rect(card.x + self.text_left - 1, top, self.look.chip, self.look.chip)

    def dot(self, card: Rect) -> Rect:
        """Where the dot before the word "unanswered" stands."""
        top = card.bottom - _INSET - self.look.footer_row / 2 - _DOT / 2
        return Rect(card.x + self.text_left, top, _DOT, _DOT)

    def corner(self, card: Rect) -> Rect:
        """Where the sign stands that a card only refers to where its claim stands in full."""
        return Rect(card.right - 10, card.y + 4, 6, 6)

    def badge(self, card: Rect, content: Content) -> Rect:
        """Where the badge stands that says how many claims are folded away."""
        width = self.measure.width(f"+{content.hidden}", self.look.small) + 14
        middle = Point(card.center.x, card.bottom)
        return Rect(middle.x - width / 2, middle.y - 8, width, 16)

    # The rows of a card

    def _rows(self, shape: CardShape, height: float) -> list[str]:
        content, inner = shape.content, shape.width - self.text_left - self.look.pad
        rows: list[str] = []
        left = height
        if content.speaker:
            rows.append(row(self._speaker(content, inner), self._units(self.look.speaker_row)))
            left -= self.look.speaker_row
        rows += self._text(shape, inner)
        left -= len(shape.lines) * shape.font.line_height
        foot = self.look.footer_row if content.place or content.unanswered else 0
        if left - foot > 0:
            rows.append(row([self._cell(inner + self._right)], self._units(left - foot)))
        if foot:
            rows.append(row(self._foot(content, inner), self._units(foot)))
        return [self._joined(each) for each in rows]

"""How big each card is, and where its lines break; worked out once for each content."""

from collections.abc import Iterator
from math import ceil, inf, sqrt
from typing import NamedTuple

from app.layout.contents import Content
from app.layout.look import Look
from app.layout.text import Font, Measure, Setter
from app.layout.words import ENGLISH, Words
from app.model.role import Role

_FLATNESS = 2.6  # how much wider than high the words on a card are, before the limits
_FLAT = 5.5  # for contentions
_LONG = 400  # characters; longer texts get wider cards
MORE = " …"  # behind a text that goes on
_AFTER_CHIP, _BEFORE_VIA = 6, 12  # in the row of a speaker
_WARNING = 24  # what stands around the word "unanswered" in the last row
_BETWEEN = 12  # what is in the last row
_SNAP = 4  # card widths are multiples of this, so that typing a letter seldom moves the rest


class Passage(NamedTuple):
    """Words below those of the claim, and the lines that they break into."""

    lines: tuple[str, ...]
    font: Font

    @property
    def height(self) -> float:
        return len(self.lines) * self.font.line_height


class CardShape(NamedTuple):
    """A card's size, its content, and the lines that its text breaks into."""

    content: Content
    font: Font
    width: float
    height: float
    lines: tuple[str, ...]
    cut: bool  # whether there are more lines than it shows
    passages: tuple[Passage, ...] = ()

    def below(self, look: Look) -> float:
        """How much room the passages take up below the words."""
        return sum(look.passage_gap + passage.height for passage in self.passages)


def font_of(content: Content, look: Look) -> Font:
    """The cut of type for a card's text."""
    if not content.full:
        return look.reference
    if content.unstated:
        return look.unstated
    return look.contention if content.role is Role.CONTENTION else look.text


class CardShapes:
    """Makes the shapes of cards, and remembers them by content."""

    def __init__(self, look: Look, measure: Measure, words: Words = ENGLISH) -> None:
        self._look = look
        self._measure = measure
        self._words = words
        self._setter = Setter(measure)
        self._known: dict[Content, CardShape] = {}

    def shape(self, content: Content) -> CardShape:
        shape = self._known.get(content)
        if shape is None:
            shape = self._known[content] = self._make(content)
        return shape

    def _make(self, content: Content) -> CardShape:
        look = self._look
        font = font_of(content, look)
        text = content.text[: self._most_characters] or " "
        pieces = self._setter.pieces(text, font)
        length = sum(piece.width for line in pieces for piece in line if piece.width < inf)
        length += self._measure.width(content.quotation + content.note, look.small)
        width = self._width(content, font, length)
        inner = width - 2 * look.pad - look.bar
        said, last = "", ""
        if not look.most_lines:
            content, said, last = self._fit(content, inner)
        lines = self._setter.wrap(pieces, width=inner, font=font)
        cut = len(content.text) > len(text)
        if look.most_lines and len(lines) > look.most_lines:
            lines, cut = lines[: look.most_lines], True
        if cut:
            lines = (*lines[:-1], self._cut_short(lines[-1], inner, font))
        height = 2 * look.pad - 4 + len(lines) * font.line_height
        height += look.speaker_row * bool(content.speaker)
        height += look.footer_row * content.has_foot
        passages = tuple(self._passages(content, inner, said, last))
        height += sum(look.passage_gap + passage.height for passage in passages)
        return CardShape(content, font, width, ceil(height), lines, cut, passages)

    def _fit(self, content: Content, inner: float) -> tuple[Content, str, str]:
        """Take what is too long for the first and the last row out of them, where nothing is cut.

        Gives what is left, and what is to be said directly below the words, and at the end.
        """
        look, width = self._look, self._measure.width
        said: list[str] = []
        if self._top_width(content) > inner:
            said = [self._words.via.format(name=content.via)] if content.via else []
            content = content._replace(via="")
        if self._top_width(content) > inner:
            said.insert(0, f"— {content.speaker}")
            content = content._replace(speaker="", initials="", colour=None)
        last: list[str] = []
        foot = self._foot_width(content)
        if content.tags and foot + _BETWEEN + width(content.tags, look.small) > inner:
            last, content = [content.tags], content._replace(tags="")
        if content.corner and content.unanswered and foot > inner:
            last, content = [*last, content.corner], content._replace(corner="")
        return content, " ".join(said), "\n".join(last)

    def _passages(self, content: Content, inner: float, said: str, last: str) -> Iterator[Passage]:
        look = self._look
        for text, font in (
            (said, look.small),
            (content.quotation, look.quotation),
            (content.note, look.note),
            (last, look.small),
        ):
            if text:
                pieces = self._setter.pieces(text, font)
                yield Passage(self._setter.wrap(pieces, width=inner, font=font), font)

    def _cut_short(self, line: str, inner: float, font: Font) -> str:
        """As much of a line as fits, with the sign that more follows."""
        room = inner - self._measure.width(MORE, font)
        first = self._setter.wrap(self._setter.pieces(line, font), width=room, font=font)[0]
        return first.rstrip() + MORE

    @property
    def _most_characters(self) -> int:
        """As much of a text as can possibly be shown; the rest need not be measured."""
        return self._look.most_lines * 200 if self._look.most_lines else 1 << 60

    def _width(self, content: Content, font: Font, length: float) -> float:
        """Choose a width for a text of a length, so that its lines make a card wider than high."""
        look = self._look
        frame = 2 * look.pad + look.bar
        widest = look.widest_contention if content.role is Role.CONTENTION else look.widest
        if len(content.text) + len(content.quotation) + len(content.note) > _LONG:
            widest = look.widest_long
        area = length * font.line_height
        flatness = _FLAT if content.role is Role.CONTENTION else _FLATNESS
        wanted = sqrt(area * flatness) + frame
        rows = max(self._top_width(content), self._foot_width(content)) + frame
        if not look.most_lines and rows <= look.widest_long:
            widest = max(widest, rows)  # rather than cut them
        wanted = min(max(wanted, rows, look.narrowest), widest)
        return ceil(wanted / _SNAP) * _SNAP

    def _top_width(self, content: Content) -> float:
        """How wide the row above the text is."""
        look, width = self._look, self._measure.width
        if not content.speaker:
            return 0
        name = look.chip + _AFTER_CHIP + width(content.speaker, look.speaker)
        via = self._words.via.format(name=content.via) if content.via else ""
        return name + (_BEFORE_VIA + width(via, look.small) if via else 0)

    def _foot_width(self, content: Content) -> float:
        """How wide the row below the text is without the tags, which may be cut short."""
        look, width = self._look, self._measure.width
        foot = width(content.corner, look.small) if content.corner else 0
        return foot + (
            _WARNING + width(self._words.unanswered, look.small) if content.unanswered else 0
        )

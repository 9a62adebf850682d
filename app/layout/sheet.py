"""A map as it is handed in: with a title block above it and a legend below, as far as is wanted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.layout.boxes import Arrangement, CardBox
from app.layout.cards import CardShape
from app.layout.contents import Content
from app.layout.geometry import Rect
from app.layout.look import Look
from app.layout.text import Font, Measure, wrap
from app.layout.words import ENGLISH, Words
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, Fidelity, Source
from app.model.role import Role
from app.model.text import one_line

_TITLE, _SUBTITLE = Font(20, bold=True), Font(12)
_NARROWEST = 420.0  # a title or a legend is given at least so much room
_WIDEST_TITLE = 900.0
_BELOW_TITLE, _ABOVE_LEGEND = 28.0, 32.0
_GAP, _ROW_GAP, _BEFORE_MEANING = 22.0, 8.0, 7.0
_SAMPLE = (34.0, 20.0)  # the size of a card in the legend
_STEPS = (Role.REASON, Role.OBJECTION, Role.REBUTTAL, Role.UNDERCUTTER)


class SheetWords(NamedTuple):
    """What a legend and a title block say; those of a translation come in this order."""

    because: str = "a reason"
    but: str = "an objection"
    however: str = "an answer to an objection"
    does_not_follow: str = "an objection to the step itself"
    quotation: str = "quoted word for word"
    interpretation: str = "an interpretation"
    unstated: str = "unstated: nobody voiced it"
    reference: str = "stands elsewhere in full"
    drawn: str = "Drawn on {date}"


IN_ENGLISH = SheetWords()


class Caption(NamedTuple):
    """A line of words beside the map."""

    rect: Rect
    text: str
    font: Font
    quiet: bool


class Pill(NamedTuple):
    """A pill in the legend."""

    rect: Rect
    role: Role
    word: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on a sheet; `bounds` are without the margin."""

    arrangement: Arrangement
    bounds: Rect
    captions: list[Caption] = field(default_factory=list)
    pills: list[Pill] = field(default_factory=list)
    samples: list[CardBox] = field(default_factory=list)

    @property
    def page(self) -> Rect:
        """The sheet with its margins."""
        return self.bounds.grown(self.arrangement.look.margin)


class TitleBlock(NamedTuple):
    """What a title block says."""

    title: str
    sources: tuple[str, ...] = ()
    drawn: date | None = None


def title_block(argument_map: ArgumentMap, drawn: date | None) -> TitleBlock:
    """The title of a project, its sources each in a line, and when it was drawn."""
    sources = (s for s in argument_map.every(Source) if s.capture_of is None)
    named = sorted(sources, key=lambda s: (s.published or date.max, s.title, s.id))
    return TitleBlock(argument_map.project.title, tuple(filter(None, map(_cited, named))), drawn)


def _cited(source: Source) -> str:
    day = source.published.isoformat() if source.published else ""
    outlet = "" if source.outlet == source.author else source.outlet
    return one_line(" · ".join(filter(None, (source.title, outlet, source.author, day))))


def sheet_of(
    arrangement: Arrangement,
    measure: Measure,
    *,
    title: TitleBlock | None = None,
    legend: bool = False,
    words: Words = ENGLISH,
    meanings: SheetWords = IN_ENGLISH,
) -> Sheet:
    """Put a title block and a legend round a map."""
    sheet = Sheet(arrangement, arrangement.bounds)
    room = max(arrangement.bounds.width, _NARROWEST)
    if title:
        sheet = _with_title(sheet, title, meanings, min(room, _WIDEST_TITLE), measure)
    if legend:
        sheet = _with_legend(sheet, words, meanings, room, measure)
    return sheet


def _with_title(
    sheet: Sheet, title: TitleBlock, said: SheetWords, room: float, measure: Measure
) -> Sheet:
    drawn = said.drawn.format(date=title.drawn.isoformat()) if title.drawn else ""
    texts = [(title.title, _TITLE)]
    texts += [(text, _SUBTITLE) for text in (*title.sources, drawn) if text]
    lines = [
        (line, font)
        for text, font in texts
        for line in wrap(one_line(text), width=room, font=font, measure=measure)
    ]
    height = sum(font.line_height for _, font in lines) + _BELOW_TITLE
    x, y, width = sheet.bounds.x, sheet.bounds.y - height, sheet.bounds.width
    captions = []
    for line, font in lines:
        rect = Rect(x, y, measure.width(line, font) + 2, font.line_height)
        captions.append(Caption(rect, line, font, font is _SUBTITLE))
        width = max(width, rect.width)
        y += font.line_height
    bounds = Rect(x, sheet.bounds.y - height, width, sheet.bounds.height + height)
    return Sheet(sheet.arrangement, bounds, captions)


class _Entry(NamedTuple):
    """A line of a legend: what is explained, and what it means."""

    meaning: str
    role: Role
    word: str = ""  # on its pill; a card stands there otherwise
    card: Content | None = None


def _with_legend(
    sheet: Sheet, words: Words, said: SheetWords, room: float, measure: Measure
) -> Sheet:
    look, font = sheet.arrangement.look, _SUBTITLE
    left = sheet.bounds.x
    x, y, right = left, sheet.bounds.bottom + _ABOVE_LEGEND, sheet.bounds.right
    captions, pills, samples = [*sheet.captions], [*sheet.pills], [*sheet.samples]
    height = max(look.pill_height, _SAMPLE[1])
    entries = [*_entries(sheet.arrangement, words, said)]
    for entry in entries:
        sign = _sign_width(entry, look, measure)
        width = sign + _BEFORE_MEANING + measure.width(entry.meaning, font) + 2
        if x > left and x + width > left + room:
            x, y = left, y + height + _ROW_GAP
        if entry.card:
            rect = Rect(x, y + (height - _SAMPLE[1]) / 2, sign, _SAMPLE[1])
            samples.append(_sample(entry.card, rect, look, len(samples)))
        else:
            rect = Rect(x, y + (height - look.pill_height) / 2, sign, look.pill_height)
            pills.append(Pill(rect, entry.role, entry.word))
        beside = x + sign + _BEFORE_MEANING
        row = Rect(beside, y + (height - font.line_height) / 2, x + width - beside, 0)
        captions.append(
            Caption(row._replace(height=font.line_height), entry.meaning, font, quiet=True)
        )
        right = max(right, x + width)
        x += width + _GAP
    if not entries:
        return sheet
    bounds = sheet.bounds._replace(width=right - left, height=y + height - sheet.bounds.y)
    return Sheet(sheet.arrangement, bounds, captions, pills, samples)


def _sign_width(entry: _Entry, look: Look, measure: Measure) -> float:
    if entry.card:
        return _SAMPLE[0]
    return 2 * look.pill_pad + look.sign + 5 + measure.width(entry.word, look.pill)


def _entries(arrangement: Arrangement, words: Words, said: SheetWords) -> Iterator[_Entry]:
    """What there is to explain of what is drawn."""
    roles = {step.role for step in arrangement.steps.values()}
    for role, meaning in zip(_STEPS, said[: len(_STEPS)], strict=True):
        if role in roles:
            yield _Entry(meaning, role, words.on_pill(role))
    contents = {card.shape.content for card in arrangement.cards.values()}
    yield from _borders(contents, said)


def _borders(contents: set[Content], said: SheetWords) -> Iterator[_Entry]:
    full = [content for content in contents if content.full and not content.unstated]
    inner = [content for content in full if content.role is not Role.CONTENTION]
    for fidelity, meaning in (
        (Fidelity.QUOTATION, said.quotation),
        (Fidelity.INTERPRETATION, said.interpretation),
    ):
        if any(content.fidelity is fidelity for content in inner):
            card = Content("", Role.REASON, fidelity=fidelity)
            yield _Entry(meaning, Role.REASON, card=card)
    if any(content.unstated and content.full for content in contents):
        yield _Entry(said.unstated, Role.REASON, card=Content("", Role.REASON, unstated=True))
    if len(full) < len(contents) and any(not content.full for content in contents):
        yield _Entry(said.reference, Role.REASON, card=Content("", Role.REASON, full=False))


def _sample(content: Content, rect: Rect, look: Look, number: int) -> CardBox:
    """A card without words; no element has an id like its."""
    key = (ClaimId("legend"), ClaimId(f"_legend_{number}"))
    shape = CardShape(content, look.text, rect.width, rect.height, (), cut=False)
    return CardBox(key, rect, shape, group=key)  # as cards in steps it has no shadow

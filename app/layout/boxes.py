"""The boxes and lines that a map is drawn with."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.layout.cards import CardShape, Passage
from app.layout.geometry import Curve, Point, Rect
from app.layout.look import Look
from app.model.elements import ClaimId, Inference
from app.model.outline import PlaceKey
from app.model.role import Role


@dataclass(frozen=True, slots=True)
class CardBox:
    """A claim's card where it stands; `group` is the key of the step whose premise it is."""

    key: PlaceKey
    rect: Rect
    shape: CardShape
    group: PlaceKey | None

    @property
    def claim(self) -> ClaimId:
        return ClaimId(self.key[1])

    def words(self, look: Look) -> Rect:
        """The part of the card that its words stand in, below the speaker and above the footer."""
        content = self.shape.content
        top = look.pad - 2 + look.speaker_row * bool(content.speaker)
        foot = look.pad - 2 + look.footer_row * content.has_foot + self.shape.below(look)
        left = look.pad + look.bar
        x, y, width, height = self.rect
        return Rect(x + left, y + top, width - left - look.pad, height - top - foot)

    def passages(self, look: Look) -> Iterator[tuple[Rect, Passage]]:
        """What is written below the words of the claim, and where."""
        room = self.words(look)
        y = room.y + len(self.shape.lines) * self.shape.font.line_height
        for passage in self.shape.passages:
            y += look.passage_gap
            yield Rect(room.x, y, room.width, passage.height), passage
            y += passage.height

    def moved(self, dx: float, dy: float) -> "CardBox":
        return CardBox(self.key, self.rect.moved(dx, dy), self.shape, self.group)


@dataclass(frozen=True, slots=True)
class StepBox:
    """A step: the group around its premises, and the pill on its top edge that says its role."""

    key: PlaceKey
    rect: Rect
    pill: Rect
    role: Role
    word: str
    inference: Inference

    def moved(self, dx: float, dy: float) -> "StepBox":
        rect, pill = self.rect.moved(dx, dy), self.pill.moved(dx, dy)
        return StepBox(self.key, rect, pill, self.role, self.word, self.inference)


@dataclass(frozen=True, slots=True)
class LineBox:
    """The line from what a step bears on to the step's pill."""

    step: PlaceKey
    curve: Curve
    role: Role


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All that is drawn of a map, by place. No two groups or free cards overlap."""

    look: Look
    cards: dict[PlaceKey, CardBox] = field(default_factory=dict)
    steps: dict[PlaceKey, StepBox] = field(default_factory=dict)
    lines: list[LineBox] = field(default_factory=list)
    bounds: Rect = Rect(0, 0, 0, 0)


def hanging(start: Point, end: Point) -> Curve:
    """The line from below a card down to the pill of a step, in the layout's frame."""
    bend = (end.y - start.y) * 0.55
    return Curve(start, Point(start.x, start.y + bend), Point(end.x, end.y - bend), end)


def undercutting(start: Point, end: Point) -> Curve:
    """The line from a pill that is hit, around above, to the other pill, in the layout's frame."""
    over = min(start.y, end.y) - 16
    reach = (end.x - start.x) * 0.45
    return Curve(start, Point(start.x + reach, over), Point(end.x, over), end)

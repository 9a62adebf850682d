"""Blocks: what the layout moves about as one, a step with its premises or a card on its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.layout.boxes import CardBox, StepBox
from app.layout.cards import CardShape, CardShapes
from app.layout.contents import content_of
from app.layout.geometry import Point, Rect
from app.layout.look import Look
from app.layout.text import Measure
from app.layout.tidy import Node
from app.layout.words import Words
from app.model.argument_map import ArgumentMap
from app.model.elements import ElementId
from app.model.outline import Card, Place, Step, count_below
from app.model.role import Role
from app.model.roles import is_unanswered
from app.model.view_state import Orientation

_CORNER = Point(0, 0)


class Parts(NamedTuple):
    """The boxes of a block, on the canvas from the block's own top left corner."""

    step: StepBox | None
    cards: list[CardBox]


@dataclass(slots=True, eq=False, kw_only=True)
class Block(Node):
    """A node with what it shows. Width and height are those of the layout's frame.

    `entry` is where the line to its step ends, and `leave` where those to undercutters begin, in
    the layout's frame from the block's top left corner.
    """

    place: Place
    children: "Sequence[Block]" = ()
    parent: "Block | None" = None
    shapes: Sequence[CardShape] = ()
    entry: Point = _CORNER
    leave: Point = _CORNER
    known: Parts | None = None


class Placed(NamedTuple):
    """A block, and where its top left corner is on the canvas."""

    block: Block
    x: float
    y: float
    parts: Parts

    @property
    def step(self) -> StepBox | None:
        step = self.parts.step
        return step.moved(self.x, self.y) if step else None

    @property
    def cards(self) -> list[CardBox]:
        return [card.moved(self.x, self.y) for card in self.parts.cards]


class BlockMaker:
    """Makes blocks in one look and one set of words for the pills."""

    def __init__(self, measure: Measure, look: Look, words: Words) -> None:
        self.look = look
        self._sideways = look.orientation is Orientation.RIGHT
        self._words = words
        self._shapes = CardShapes(look, measure, words)
        self._pill_widths = {
            role: 2 * look.pill_pad + look.sign + 5 + measure.width(words.on_pill(role), look.pill)
            for role in Role
        }

    def new(self, argument_map: ArgumentMap, place: Place, folded: frozenset[ElementId]) -> Block:
        block = Block(width=0, height=0, place=place)
        self.fill(argument_map, block, folded)
        return block

    def fill(self, argument_map: ArgumentMap, block: Block, folded: frozenset[ElementId]) -> None:
        """Work out the size of a block anew, and what is in it."""
        place, shape = block.place, self._shapes.shape
        cards = cards_in(place)
        unanswered = bool(cards) and is_unanswered(cards[0])  # the same for all
        block.known = None
        block.shapes = [
            shape(
                content_of(
                    argument_map,
                    card,
                    unanswered=unanswered,
                    hidden=_hidden(card, folded),
                    details=self.look.details,
                )
            )
            for card in cards
        ]
        if isinstance(place, Step):
            self._size_step(block, place)
        else:
            (only,) = block.shapes
            width, height = only.width, only.height
            block.width, block.height = (height, width) if self._sideways else (width, height)

    def _size_step(self, block: Block, step: Step) -> None:
        look, shapes = self.look, block.shapes
        pill, half, pad = self._pill_widths[step.role], look.pill_height / 2, look.group_pad
        block.drop = look.undercut_drop if isinstance(step.above, Step) else 0
        if not shapes:  # a reference to a step that stands elsewhere
            width, height = pill, look.pill_height
        else:
            across, down = self._room(shapes)
            width = max(across, pill + pad) + 2 * pad
            height = half + look.step_top + down + pad
        if self._sideways:
            block.width, block.height = height, width
            block.entry = block.leave = Point(half, pad if shapes else 0)
        else:
            block.width, block.height = width, height
            block.entry = Point(width / 2, 0)
            block.leave = Point((width + pill) / 2, half)

    def _room(self, shapes: Sequence[CardShape]) -> tuple[float, float]:
        """How wide and how high the premises of a step are together."""
        if len(shapes) == 1:  # as in most steps
            return shapes[0].width, shapes[0].height
        gaps = self.look.premise_gap * (len(shapes) - 1)
        widths, heights = [s.width for s in shapes], [s.height for s in shapes]
        if self._sideways:
            return max(widths), sum(heights) + gaps
        return sum(widths) + gaps, max(heights)

    def parts(self, block: Block) -> Parts:
        """The boxes of a block; made when they are first looked at, as few of a large map are."""
        if block.known is None:
            place = block.place
            block.known = (
                self._step_parts(block, place)
                if isinstance(place, Step)
                else Parts(None, [_lone_box(place, block.shapes[0])])
            )
        return block.known

    def _step_parts(self, block: Block, step: Step) -> Parts:
        look, shapes = self.look, block.shapes
        width, height = block.width, block.height
        if self._sideways:
            width, height = height, width
        upwards = look.orientation is Orientation.UP
        pill_width, half = self._pill_widths[step.role], look.pill_height / 2
        pill_x = min(look.group_pad, width - pill_width) if self._sideways else None
        pill = Rect(
            (width - pill_width) / 2 if pill_x is None else pill_x,
            height - look.pill_height if upwards else 0,
            pill_width,
            look.pill_height,
        )
        rect = Rect(0, 0 if upwards else half, width, height - half) if shapes else pill
        box = StepBox(
            step.key, rect, pill, step.role, self._words.on_pill(step.role), step.inference
        )
        return Parts(box, self._premise_boxes(step, shapes, rect))

    def _premise_boxes(self, step: Step, shapes: Sequence[CardShape], group: Rect) -> list[CardBox]:
        """The premises of a step side by side, or one below the other where maps hang sideways."""
        look = self.look
        if not shapes:
            return []
        gap, pad = look.premise_gap, look.group_pad
        width, height = self._room(shapes)
        x = group.x + (group.width - width) / 2
        y = group.y + (pad if look.orientation is Orientation.UP else look.step_top)
        boxes = []
        for card, shape in zip(step.premises, shapes, strict=True):
            size = (width, shape.height) if self._sideways else (shape.width, height)
            boxes.append(CardBox(card.key, Rect(x, y, *size), shape, step.key))
            if self._sideways:
                y += shape.height + gap
            else:
                x += shape.width + gap
        return boxes

    def middle(self, block: Block, card: Card) -> float:
        """Where the lines from a card begin, along its block in the layout's frame."""
        rect = next(box.rect for box in self.parts(block).cards if box.key == card.key)
        return rect.center.y if self._sideways else rect.center.x


def _lone_box(card: Card, shape: CardShape) -> CardBox:
    return CardBox(card.key, Rect(0, 0, shape.width, shape.height), shape, None)


def _hidden(card: Card, folded: frozenset[ElementId]) -> int:
    return count_below(card) if card.full and card.claim in folded else 0


def cards_in(place: Place) -> list[Card]:
    """The cards that stand in a place's block."""
    return [place] if isinstance(place, Card) else place.premises


def with_undercutters(place: Place) -> Iterator[Place]:
    """A step and the undercutters that stand beside it in its row."""
    stack: list[Place] = [place]
    while stack:
        beside = stack.pop()
        yield beside
        if isinstance(beside, Step):
            stack.extend(reversed(beside.steps))


def row_above(place: Place) -> Card | None:
    """The card that a place hangs below; an undercutter hangs with the step it hits."""
    above = place.above
    while isinstance(place, Step) and isinstance(above, Step):
        above = above.above
    return above if isinstance(above, Card) else None

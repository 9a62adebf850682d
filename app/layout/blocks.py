"""Blocks: what the layout moves about as one, a step with its premises or a card on its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.layout.boxes import CardBox, StepBox
from app.layout.cards import CardShape, CardShapes
from app.layout.contents import content_of
from app.layout.geometry import Rect
from app.layout.look import Look
from app.layout.text import Measure
from app.layout.tidy import Node
from app.model.argument_map import ArgumentMap
from app.model.elements import ElementId
from app.model.outline import Card, Place, PlaceKey, Step, count_below
from app.model.role import Role


@dataclass(slots=True, eq=False, kw_only=True)
class Block(Node):
    """A node with its boxes, which are placed from the block's own top left corner.

    `middles` are those of its cards, by their keys.
    """

    place: Place
    children: "Sequence[Block]" = ()
    parent: "Block | None" = None
    step: StepBox | None = None
    cards: list[CardBox] = field(default_factory=list)
    middles: dict[PlaceKey, float] = field(default_factory=dict)


class BlockMaker:
    """Makes blocks in one look and one set of words for the pills."""

    def __init__(self, measure: Measure, look: Look, words: Mapping[Role, str]) -> None:
        self.look = look
        self._words = words
        self._shapes = CardShapes(look, measure)
        self._pill_widths = {
            role: 2 * look.pill_pad + look.sign + 5 + measure.width(word, look.pill)
            for role, word in words.items()
        }

    def new(self, argument_map: ArgumentMap, place: Place, folded: frozenset[ElementId]) -> Block:
        block = Block(width=0, height=0, place=place)
        self.fill(argument_map, block, folded)
        return block

    def fill(self, argument_map: ArgumentMap, block: Block, folded: frozenset[ElementId]) -> None:
        """Work out the boxes and the size of a block anew."""
        shapes = [self._shape(argument_map, card, folded) for card in cards_in(block.place)]
        if isinstance(block.place, Step):
            self._fill_step(block, block.place, shapes)
        else:
            (shape,) = shapes
            block.width, block.height, block.step = shape.width, shape.height, None
            rect = Rect(0, 0, shape.width, shape.height)
            block.cards = [CardBox(block.place.key, rect, shape, None)]
        block.middles = {box.key: box.rect.center.x for box in block.cards}

    def _shape(
        self, argument_map: ArgumentMap, card: Card, folded: frozenset[ElementId]
    ) -> CardShape:
        hidden = count_below(card) if card.full and card.claim in folded else 0
        return self._shapes.shape(content_of(argument_map, card, hidden=hidden))

    def _fill_step(self, block: Block, step: Step, shapes: list[CardShape]) -> None:
        look = self.look
        pill_width = self._pill_widths[step.role]
        used = sum(shape.width for shape in shapes) + look.premise_gap * (len(shapes) - 1)
        half = look.pill_height / 2
        block.drop = look.undercut_drop if isinstance(step.above, Step) else 0
        if shapes:
            block.width = max(used, pill_width + look.group_pad) + 2 * look.group_pad
            height = max(shape.height for shape in shapes)
            block.height = half + look.step_top + height + look.group_pad
            rect = Rect(0, half, block.width, block.height - half)
        else:  # a reference to a step that stands elsewhere
            block.width, block.height, height = pill_width, look.pill_height, 0
            rect = Rect(0, 0, pill_width, look.pill_height)
        pill = Rect((block.width - pill_width) / 2, 0, pill_width, look.pill_height)
        word = self._words[step.role]
        block.step = StepBox(step.key, rect, pill, step.role, word, step.inference)
        block.cards = []
        x, y = (block.width - used) / 2, half + look.step_top
        for card, shape in zip(cards_in(step), shapes, strict=True):
            box = CardBox(card.key, Rect(x, y, shape.width, height), shape, step.key)
            block.cards.append(box)
            x += shape.width + look.premise_gap


def cards_in(place: Place) -> list[Card]:
    """The cards that stand in a place's block."""
    return [place] if isinstance(place, Card) else place.premises


def places_below(block: Block, folded: frozenset[ElementId]) -> Iterator[Place]:
    """What hangs in the row below a block, each undercutter right behind the step it hits."""
    for card in cards_in(block.place):
        if card.claim not in folded:
            for step in card.steps:
                yield from with_undercutters(step)


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

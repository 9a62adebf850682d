"""The arrangement of a map: where each card, group, pill and line goes, ready to be drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.layout.cards import CardShape, CardShapes
from app.layout.contents import content_of
from app.layout.geometry import Curve, Point, Rect
from app.layout.look import ROOMY, Look
from app.layout.text import Measure
from app.layout.tidy import Node, row_tops, tidy
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, ElementId, Inference
from app.model.outline import Card, Outline, Place, PlaceKey, Step, count_below
from app.model.role import Role

WORDS: Mapping[Role, str] = {
    Role.REASON: "because",
    Role.OBJECTION: "but",
    Role.REBUTTAL: "however",
    Role.UNDERCUTTER: "does not follow",
}
_TRAY_COLUMN = 560  # how high a column of free claims grows before the next one starts


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
        foot = look.pad - 2 + look.footer_row * bool(content.place or content.unanswered)
        left = look.pad + look.bar
        x, y, width, height = self.rect
        return Rect(x + left, y + top, width - left - look.pad, height - top - foot)


@dataclass(frozen=True, slots=True)
class StepBox:
    """A step: the group around its premises, and the pill on its top edge that says its role."""

    key: PlaceKey
    rect: Rect
    pill: Rect
    role: Role
    word: str
    inference: Inference


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

    def box(self, key: PlaceKey) -> CardBox | StepBox | None:
        return self.cards.get(key) or self.steps.get(key)

    def places_of(self, element: ElementId) -> list[CardBox | StepBox]:
        """Every place where an element stands, in full first."""
        boxes: list[CardBox | StepBox] = [
            box for box in self.cards.values() if box.key[1] == element
        ]
        boxes.sort(key=lambda box: isinstance(box, CardBox) and not box.shape.content.full)
        return boxes + [box for box in self.steps.values() if box.key[1] == element]


class Arranger:
    """Arranges maps in one look, and remembers what it has measured."""

    def __init__(
        self, measure: Measure, *, look: Look = ROOMY, words: Mapping[Role, str] = WORDS
    ) -> None:
        self.look = look
        self._words = words
        self._shapes = CardShapes(look, measure)
        self._pill_widths = {
            role: 2 * look.pill_pad + look.sign + 5 + measure.width(word, look.pill)
            for role, word in words.items()
        }

    def arrange(
        self,
        argument_map: ArgumentMap,
        outline: Outline,
        *,
        folded: frozenset[ElementId] = frozenset(),
    ) -> Arrangement:
        """Say where everything goes; what hangs below a folded claim goes nowhere."""
        return _Arranging(self, argument_map, outline, folded).run()

    def shape(self, argument_map: ArgumentMap, card: Card, *, hidden: int = 0) -> CardShape:
        return self._shapes.shape(content_of(argument_map, card, hidden=hidden))

    def pill(self, role: Role) -> tuple[str, float]:
        """The word on a pill, and how wide the pill is."""
        return self._words[role], self._pill_widths[role]


class _Arranging:
    """One run: shapes, then the tree of boxes, then places, then lines."""

    def __init__(
        self,
        arranger: Arranger,
        argument_map: ArgumentMap,
        outline: Outline,
        folded: frozenset[ElementId],
    ) -> None:
        self._arranger = arranger
        self._map = argument_map
        self._outline = outline
        self._folded = folded
        self._look = arranger.look
        self._shapes: dict[Card, CardShape] = {}
        self._nodes: dict[Place, Node] = {}
        self._result = Arrangement(arranger.look)

    def run(self) -> Arrangement:
        rows = [self._with_undercutters(place) for place in self._outline.trees]
        roots = [place for row in rows for place in row]
        for root in roots:
            self._grow(root)
        nodes = [self._nodes[root] for root in roots]
        for node in nodes:
            tidy(node, gap=self._look.sibling_gap)
        forest = Node(0, 0, children=nodes)
        _stand_side_by_side(nodes, self._look.tree_gap)
        self._place(roots, forest, row_tops(nodes, gap=self._look.row_gap))
        self._place_free()
        self._draw_lines()
        return self._bounded()

    # The tree of boxes

    def _grow(self, root: Place) -> None:
        stack = [root]
        while stack:
            place = stack.pop()
            children = self._children(place)
            self._nodes[place] = self._node(place)
            stack.extend(children)
        self._link(root)

    def _link(self, root: Place) -> None:
        stack = [root]
        while stack:
            place = stack.pop()
            children = self._children(place)
            self._nodes[place].children = [self._nodes[child] for child in children]
            stack.extend(children)

    def _children(self, place: Place) -> list[Place]:
        """What hangs in the next row: what bears on a card, or on the premises of a step."""
        cards = [place] if isinstance(place, Card) else place.premises
        return [
            hanging
            for card in cards
            if card.claim not in self._folded
            for step in card.steps
            for hanging in self._with_undercutters(step)
        ]

    @staticmethod
    def _with_undercutters(place: Place) -> list[Place]:
        """A step with the undercutters that stand right beside it, each behind what it hits."""
        row: list[Place] = []
        stack: list[Place] = [place]
        while stack:
            beside = stack.pop()
            row.append(beside)
            if isinstance(beside, Step):
                stack.extend(reversed(beside.steps))
        return row

    def _node(self, place: Place) -> Node:
        look = self._look
        if isinstance(place, Card):
            shape = self._shape(place)
            return Node(shape.width, shape.height)
        _, pill = self._arranger.pill(place.role)
        drop = look.undercut_drop if isinstance(place.above, Step) else 0
        if not place.full:
            return Node(pill, look.pill_height, drop)
        shapes = [self._shape(card) for card in place.premises]
        inner = sum(shape.width for shape in shapes) + look.premise_gap * (len(shapes) - 1)
        width = max(inner, pill + look.group_pad) + 2 * look.group_pad
        height = max(shape.height for shape in shapes)
        top = look.pill_height / 2 + look.step_top
        return Node(width, top + height + look.group_pad, drop)

    def _shape(self, card: Card) -> CardShape:
        shape = self._shapes.get(card)
        if shape is None:
            hidden = count_below(card) if card.claim in self._folded else 0
            shape = self._arranger.shape(self._map, card, hidden=hidden)
            self._shapes[card] = shape
        return shape

    # Places

    def _place(self, roots: Sequence[Place], forest: Node, tops: list[float]) -> None:
        stack: list[tuple[Place, float, int]] = [(root, forest.x, 0) for root in roots]
        while stack:
            place, x, row = stack.pop()
            node = self._nodes[place]
            x += node.x
            y = tops[row] + node.drop
            if isinstance(place, Card):
                self._put_card(place, Rect(x, y, node.width, node.height), None)
            else:
                self._put_step(place, Rect(x, y, node.width, node.height))
            stack.extend((child, x, row + 1) for child in self._children(place))

    def _put_card(self, card: Card, rect: Rect, group: PlaceKey | None) -> None:
        self._result.cards[card.key] = CardBox(card.key, rect, self._shape(card), group)

    def _put_step(self, step: Step, room: Rect) -> None:
        look = self._look
        word, width = self._arranger.pill(step.role)
        middle = room.x + room.width / 2
        pill = Rect(middle - width / 2, room.y, width, look.pill_height)
        half = look.pill_height / 2
        rect = Rect(room.x, room.y + half, room.width, room.height - half)
        if not step.full:
            rect = pill
        box = StepBox(step.key, rect, pill, step.role, word, step.inference)
        self._result.steps[step.key] = box
        shapes = [self._shape(card) for card in step.premises]
        used = sum(shape.width for shape in shapes) + look.premise_gap * (len(shapes) - 1)
        x = middle - used / 2
        height = rect.height - look.step_top - look.group_pad
        for card, shape in zip(step.premises, shapes, strict=True):
            self._put_card(card, Rect(x, rect.y + look.step_top, shape.width, height), step.key)
            x += shape.width + look.premise_gap

    def _place_free(self) -> None:
        """Put the free claims in columns right of everything else."""
        boxes: list[CardBox | StepBox] = [
            *self._result.cards.values(),
            *self._result.steps.values(),
        ]
        right = max((box.rect.right for box in boxes), default=-self._look.tree_gap)
        bottom = max((box.rect.bottom for box in boxes), default=0)
        x, y, widest = right + self._look.tree_gap, 0.0, 0.0
        for card in self._outline.free:
            shape = self._shape(card)
            if y and y + shape.height > max(bottom, _TRAY_COLUMN):
                x, y, widest = x + widest + self._look.sibling_gap, 0.0, 0.0
            self._put_card(card, Rect(x, y, shape.width, shape.height), None)
            y += shape.height + self._look.sibling_gap
            widest = max(widest, shape.width)

    # Lines

    def _draw_lines(self) -> None:
        for step in self._drawn_steps():
            if step.above is None:
                continue
            box = self._result.steps[step.key]
            if isinstance(step.above, Step):
                hit = self._result.steps[step.above.key]
                curve = _undercutting(hit.pill, box.pill)
            else:
                curve = self._hanging(step.above, box.pill)
            self._result.lines.append(LineBox(step.key, curve, step.role))

    def _drawn_steps(self) -> Iterator[Step]:
        return (place for place in self._nodes if isinstance(place, Step))

    def _hanging(self, card: Card, pill: Rect) -> Curve:
        box = self._result.cards[card.key]
        bottom = self._result.steps[box.group].rect.bottom if box.group else box.rect.bottom
        start, end = Point(box.rect.center.x, bottom), Point(pill.center.x, pill.y)
        bend = (end.y - start.y) * 0.55
        return Curve(start, Point(start.x, start.y + bend), Point(end.x, end.y - bend), end)

    def _bounded(self) -> Arrangement:
        result = self._result
        rects = [box.rect for box in result.cards.values()]
        rects += [box.rect.united(box.pill) for box in result.steps.values()]
        if not rects:
            return result
        left, top = min(r.x for r in rects), min(r.y for r in rects)
        right, bottom = max(r.right for r in rects), max(r.bottom for r in rects)
        bounds = Rect(left, top, right - left, bottom - top)
        return Arrangement(result.look, result.cards, result.steps, result.lines, bounds)


def _stand_side_by_side(nodes: Sequence[Node], gap: float) -> None:
    """Put whole trees beside each other, each clear of all of the one before it."""
    edge = 0.0
    for node in nodes:
        node.x = edge - min(node.left)
        edge = node.x + max(node.right) + gap


def _undercutting(hit: Rect, pill: Rect) -> Curve:
    """A line from the side of the pill that is hit, over the top, down to the other pill."""
    start = Point(hit.right, hit.center.y)
    end = Point(pill.center.x, pill.y)
    over = min(start.y, end.y) - 16
    reach = (end.x - start.x) * 0.45
    return Curve(start, Point(start.x + reach, over), Point(end.x, over), end)

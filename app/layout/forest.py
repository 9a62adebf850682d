"""The layout of a map while it is worked on, kept up to date at the cost of what changes.

Blocks know only where they stand from the block above them. So a change moves no more than the
blocks on the way from it to the top, and only what is looked at is ever placed on the canvas.
"""

from collections.abc import Iterable, Iterator

from app.layout.blocks import (
    Block,
    BlockMaker,
    Placed,
    cards_in,
    row_above,
    with_undercutters,
)
from app.layout.boxes import CardBox, StepBox
from app.layout.geometry import Point, Rect
from app.layout.scope import EVERYTHING, Scope
from app.layout.tidy import place_children, row_tops, tidy
from app.layout.turning import turned
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, ElementId
from app.model.following import Touched
from app.model.outline import Card, Outline, Place, PlaceKey, Step


class Forest:
    """The blocks of an outline. The outline may only change by what `follow` is then told of.

    `tops`, `free` and where blocks stand are in the layout's frame; what comes out of the methods,
    and `bounds`, is on the canvas.
    """

    def __init__(
        self,
        maker: BlockMaker,
        argument_map: ArgumentMap,
        outline: Outline,
        folded: frozenset[ElementId] = frozenset(),
        scope: Scope = EVERYTHING,
    ) -> None:
        self.look = maker.look
        self.scope = scope
        self._maker = maker
        self._map = argument_map
        self._outline = outline
        self._folded = folded
        self.blocks: dict[Place, Block] = {}
        self.roots: list[Block] = []
        self.free: dict[Block, Point] = {}
        self.tops: list[float] = [0.0]
        self.bounds = Rect(0, 0, 0, 0)
        self._root: Place | None = None  # of the branch that is shown alone
        self.rebuild(argument_map, folded)

    # Building and following

    def rebuild(self, argument_map: ArgumentMap, folded: frozenset[ElementId]) -> None:
        """Arrange everything anew."""
        self._map = argument_map
        self._folded = folded if self.scope.folded is None else self.scope.folded
        self._root = self._find_root()
        self.blocks.clear()
        self._list_roots()
        for root in self.roots:
            tidy(root, gap=self.look.sibling_gap)
        self._stand()

    def show(self, maker: BlockMaker, scope: Scope, folded: frozenset[ElementId]) -> None:
        """Arrange anew, in another look or another part of the map."""
        self._maker, self.look, self.scope = maker, maker.look, scope
        self.rebuild(self._map, folded)

    def follow(self, argument_map: ArgumentMap, touched: Touched) -> None:
        """Bring the blocks up to a change of the map that the outline has followed."""
        if touched.everything or self._find_root() is not self._root:
            self.rebuild(argument_map, self._folded)
            return
        self._map = argument_map
        for place in touched.gone:
            self._drop(place)
        for card in touched.contents:
            if card.above is not None:  # it may have stood on its own until now
                self._drop(card)
        self._bring_up(touched.contents | set(self._folded_above(touched.parents)), touched.parents)

    def fold(self, folded: frozenset[ElementId]) -> None:
        """Fold and unfold claims, so that just these are folded."""
        if self.scope.folded is not None:
            return
        cards = (self._outline.cards.get(ClaimId(key)) for key in folded ^ self._folded)
        turned = {card for card in cards if card is not None}
        self._folded = folded
        self._bring_up(turned, turned)

    def _bring_up(self, contents: Iterable[Card], parents: Iterable[Place]) -> None:
        """Fill the blocks of cards anew, hang anew what hangs below places, and lay out again."""
        dirty = {block for card in contents if (block := self._block_of(card))}
        for block in dirty:
            self._maker.fill(self._map, block, self._folded)
        cards = {place if isinstance(place, Card) else row_above(place) for place in parents}
        for block in {self._block_of(card) for card in cards if card is not None}:
            if block:
                dirty.update(self._hang_all(block))
        dirty.update(self._list_roots())
        self._straighten(dirty)
        self._stand()

    def _drop(self, place: Place) -> None:
        block = self.blocks.pop(place, None)
        if block:
            block.children = ()  # what hung below it may hang elsewhere now

    def _block_of(self, card: Card) -> Block | None:
        """The block that a card stands in: its step's, or its own at the top of what is shown."""
        return self.blocks.get(card.above or card) or self.blocks.get(card)

    def _folded_above(self, places: Iterable[Place]) -> Iterator[Card]:
        """The folded cards that something changed below, which show how much is there."""
        for place in places:
            here: Place | None = place
            while here is not None and self._folded:
                if isinstance(here, Card) and here.claim in self._folded:
                    yield here
                here = here.above

    def _hang_all(self, block: Block) -> list[Block]:
        """Give a block the children it should have, and new ones theirs; returns all of these."""
        hung, stack = [], [block]
        while stack:
            parent = stack.pop()
            hung.append(parent)
            children = []
            for place in self._places_below(parent):
                child = self.blocks.get(place)
                if child is None:
                    child = self.blocks[place] = self._maker.new(self._map, place, self._folded)
                    stack.append(child)
                child.parent = parent
                children.append(child)
            parent.children = children
        return hung

    def _places_below(self, block: Block) -> Iterator[Place]:
        """What hangs in the row below a block, each undercutter right behind the step it hits."""
        for card in cards_in(block.place):
            if card.claim not in self._folded:
                for step in card.steps:
                    yield from self._shown_beside(step)

    def _shown_beside(self, place: Place) -> Iterator[Place]:
        """A step and the undercutters in its row, as far as they are shown."""
        return filter(self.scope.has, with_undercutters(place))

    def _list_roots(self) -> list[Block]:
        """Find the blocks at the top; returns those that are new, with all below them."""
        new: list[Block] = []
        roots = []
        for tree in self._top():
            for place in self._shown_beside(tree):
                block = self.blocks.get(place)
                if block is None:
                    block = self.blocks[place] = self._maker.new(self._map, place, self._folded)
                    new += self._hang_all(block)
                block.parent = None
                roots.append(block)
        self.roots = roots
        return new

    def _find_root(self) -> Place | None:
        """What the branch that is to be shown alone hangs below; None if it is not there."""
        return self._outline.place(self.scope.root) if self.scope.root else None

    def _top(self) -> list[Place]:
        """What stands at the top of what is shown."""
        if self._root is not None:
            return [self._root]
        return [tree for tree in self._outline.trees if self.scope.has(tree)]

    # Layout

    def _straighten(self, dirty: set[Block]) -> None:
        """Lay out the blocks that changed, and those above them as far as that matters."""
        depths: dict[Block, int] = {}
        for block in dirty:
            path: list[Block] = []
            here: Block | None = block
            while here is not None and here not in depths:
                path.append(here)
                here = here.parent
            depth = depths[here] + 1 if here is not None else 0
            for above in reversed(path):
                depths[above] = depth
                depth += 1
        for block in sorted(depths, key=depths.__getitem__, reverse=True):
            if block in dirty:
                before = (block.left, block.right, block.heights)
                place_children(block, self.look.sibling_gap)
                if block.parent and before != (block.left, block.right, block.heights):
                    dirty.add(block.parent)

    def _stand(self) -> None:
        """Put whole trees side by side, and the free claims in columns right of them."""
        look = self.look
        edge = 0.0
        for root in self.roots:
            root.x = edge - root.first
            edge = root.x + root.last + look.tree_gap
        self.tops = row_tops(self.roots, gap=look.row_gap)
        right = edge - look.tree_gap if self.roots else 0.0
        bottom = self.tops[-1] - look.row_gap if self.roots else 0.0
        self.free = {}
        x, y, widest = edge, 0.0, 0.0
        for card in self._shown_free():
            block = self.blocks.get(card)
            if block is None:
                block = self.blocks[card] = self._maker.new(self._map, card, self._folded)
            if y and y + block.height > max(bottom, look.tray_column):
                x, y, widest = x + widest + look.sibling_gap, 0.0, 0.0
            self.free[block] = Point(x, y)
            right, widest = max(right, x + block.width), max(widest, block.width)
            y += block.height + look.sibling_gap
            bottom = max(bottom, y - look.sibling_gap)
        self.bounds = turned(Rect(0, 0, right, bottom), look.orientation)

    def _shown_free(self) -> Iterator[Card]:
        if self._root is None:
            yield from filter(self.scope.has, self._outline.free)

    # Looking

    def __bool__(self) -> bool:
        return bool(self.roots or self.free)

    def placed(self, block: Block, x: float, y: float) -> Placed:
        """A block on the canvas that stands somewhere in the layout's frame."""
        corner = turned(Rect(x, y, block.width, block.height), self.look.orientation)
        return Placed(block, corner.x, corner.y, self._maker.parts(block))

    def middle(self, block: Block, card: Card) -> float:
        """Where the lines from a card begin, along its block in the layout's frame."""
        return self._maker.middle(block, card)

    def box(self, key: PlaceKey) -> CardBox | StepBox | None:
        """The card or step at a place; None if it is folded away, not shown or not there."""
        place = self._outline.at(key)
        if place is None:
            return None
        block = self._block_of(place) if isinstance(place, Card) else self.blocks.get(place)
        placed = self._placed(block) if block and not self._is_hidden(block.place) else None
        if placed is None:
            return None
        if isinstance(place, Step):
            return placed.step
        return next(box for box in placed.cards if box.key == key)

    def shown(self) -> Iterator[PlaceKey]:
        """The places of all cards that are not folded away, from the top down."""
        stack = [*reversed(list(self.free)), *reversed(self.roots)]
        while stack:
            block = stack.pop()
            yield from (card.key for card in cards_in(block.place))
            stack.extend(reversed(block.children))

    def places_of(self, element: ElementId) -> list[CardBox | StepBox]:
        """Every place where an element stands, in full first."""
        full = self._outline.place(element)
        keys: list[PlaceKey] = [full.key] if full else []
        if isinstance(full, Card):
            keys += [(use.id, full.claim) for use in self._map.uses(full.claim)]
        return [box for key in dict.fromkeys(keys) if (box := self.box(key))]

    def _placed(self, block: Block) -> Placed | None:
        """Where a block is; None if what it hangs from is not shown."""
        if block in self.free:
            return self.placed(block, *self.free[block])
        x, row, here = block.x, 0, block
        while here.parent is not None:
            here = here.parent
            x += here.x
            row += 1
        return self.placed(block, x, self.tops[row] + block.drop)

    def _is_hidden(self, place: Place) -> bool:
        """Whether something that is folded stands above a place, within what is shown."""
        while place is not self._root and place.above is not None and self._folded:
            place = place.above
            if isinstance(place, Card) and place.claim in self._folded:
                return True
        return False

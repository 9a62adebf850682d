"""The layout of a map while it is worked on, kept up to date at the cost of what changes.

Blocks know only where they stand from the block above them. So a change moves no more than the
blocks on the way from it to the top, and only what is looked at is ever placed on the canvas.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.layout.blocks import Block, BlockMaker, places_below, row_above, with_undercutters
from app.layout.boxes import CardBox, StepBox
from app.layout.geometry import Rect
from app.layout.tidy import place_children, row_tops, tidy
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, ElementId
from app.model.following import Touched
from app.model.outline import Card, Outline, Place, PlaceKey, Step

_TRAY_COLUMN = 560  # how high a column of free claims grows before the next one starts


class Placed(NamedTuple):
    """A block, and where its top left corner is."""

    block: Block
    x: float
    y: float


class Forest:
    """The blocks of an outline. The outline may only change by what `follow` is then told of."""

    def __init__(
        self,
        maker: BlockMaker,
        argument_map: ArgumentMap,
        outline: Outline,
        folded: frozenset[ElementId] = frozenset(),
    ) -> None:
        self.look = maker.look
        self._maker = maker
        self._map = argument_map
        self._outline = outline
        self._folded = folded
        self.blocks: dict[Place, Block] = {}
        self.roots: list[Block] = []
        self.free: dict[Block, Placed] = {}
        self.tops: list[float] = [0.0]
        self.bounds = Rect(0, 0, 0, 0)
        self.rebuild(argument_map, folded)

    # Building and following

    def rebuild(self, argument_map: ArgumentMap, folded: frozenset[ElementId]) -> None:
        """Arrange everything anew."""
        self._map, self._folded = argument_map, folded
        self.blocks.clear()
        self._list_roots()
        for root in self.roots:
            tidy(root, gap=self.look.sibling_gap)
        self._stand()

    def follow(self, argument_map: ArgumentMap, touched: Touched) -> None:
        """Bring the blocks up to a change of the map that the outline has followed."""
        if touched.everything:
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
        cards = (self._outline.cards.get(ClaimId(key)) for key in folded ^ self._folded)
        turned = {card for card in cards if card is not None}
        self._folded = folded
        self._bring_up(turned, turned)

    def _bring_up(self, contents: Iterable[Card], parents: Iterable[Place]) -> None:
        """Fill the blocks of cards anew, hang anew what hangs below places, and lay out again."""
        dirty: set[Block] = set()
        for card in contents:
            block = self._block_of(card)
            if block:
                self._maker.fill(self._map, block, self._folded)
                dirty.add(block)
        for place in parents:
            hung_from = place if isinstance(place, Card) else row_above(place)
            block = self._block_of(hung_from) if hung_from is not None else None
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
        return self.blocks.get(card.above or card)

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
            for place in places_below(parent, self._folded):
                child = self.blocks.get(place)
                if child is None:
                    child = self.blocks[place] = self._maker.new(self._map, place, self._folded)
                    stack.append(child)
                child.parent = parent
                children.append(child)
            parent.children = children
        return hung

    def _list_roots(self) -> list[Block]:
        """Find the blocks at the top; returns those that are new, with all below them."""
        new: list[Block] = []
        roots = []
        for tree in self._outline.trees:
            for place in with_undercutters(tree):
                block = self.blocks.get(place)
                if block is None:
                    block = self.blocks[place] = self._maker.new(self._map, place, self._folded)
                    new += self._hang_all(block)
                block.parent = None
                roots.append(block)
        self.roots = roots
        return new

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
            root.x = edge - min(root.left)
            edge = root.x + max(root.right) + look.tree_gap
        self.tops = row_tops(self.roots, gap=look.row_gap)
        right = edge - look.tree_gap if self.roots else 0.0
        bottom = self.tops[-1] - look.row_gap if self.roots else 0.0
        self.free = {}
        x, y, widest = edge, 0.0, 0.0
        for card in self._outline.free:
            block = self.blocks.get(card)
            if block is None:
                block = self.blocks[card] = self._maker.new(self._map, card, self._folded)
            if y and y + block.height > max(bottom, _TRAY_COLUMN):
                x, y, widest = x + widest + look.sibling_gap, 0.0, 0.0
            self.free[block] = Placed(block, x, y)
            right, widest = max(right, x + block.width), max(widest, block.width)
            y += block.height + look.sibling_gap
            bottom = max(bottom, y - look.sibling_gap)
        self.bounds = Rect(0, 0, right, bottom)

    # Looking

    def __bool__(self) -> bool:
        return bool(self.roots or self.free)

    def box(self, key: PlaceKey) -> CardBox | StepBox | None:
        """The card or step at a place; None if it is folded away or not there."""
        place = self._outline.at(key)
        if place is None:
            return None
        holder = place.above if isinstance(place, Card) and place.above else place
        placed = self._placed(holder)
        if placed is None:
            return None
        block, x, y = placed
        if isinstance(place, Step):
            return block.step.moved(x, y) if block.step else None
        return next(box for box in block.cards if box.key == key).moved(x, y)

    def places_of(self, element: ElementId) -> list[CardBox | StepBox]:
        """Every place where an element stands, in full first."""
        full = self._outline.place(element)
        keys: list[PlaceKey] = [full.key] if full else []
        if isinstance(full, Card):
            keys += [(use.id, full.claim) for use in self._map.uses(full.claim)]
        return [box for key in dict.fromkeys(keys) if (box := self.box(key))]

    def _placed(self, place: Place) -> Placed | None:
        """Where the block of a place is; None if it is folded away."""
        block = self.blocks.get(place)
        if block is None or self._is_hidden(place):
            return None
        if block in self.free:
            return self.free[block]
        x, row, here = block.x, 0, block
        while here.parent is not None:
            here = here.parent
            x += here.x
            row += 1
        return Placed(block, x, self.tops[row] + block.drop)

    def _is_hidden(self, place: Place) -> bool:
        above = place.above
        while above is not None and self._folded:
            if isinstance(above, Card) and above.claim in self._folded:
                return True
            above = above.above
        return False

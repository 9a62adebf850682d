"""Looking at a forest: what is to be seen of it in a part of the canvas, and all of it in small."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.layout.blocks import Block, Placed
from app.layout.boxes import Arrangement, LineBox, hanging, undercutting
from app.layout.forest import Forest
from app.layout.geometry import Curve, Point, Rect
from app.layout.turning import turned, turned_curve
from app.model.outline import Card, Step
from app.model.role import Role

_MOST_PASSING = 64
"""Of the lines from one block to steps out of sight no more are shown: they lie side by side."""


class View(NamedTuple):
    """What is to be seen in a part of the canvas."""

    blocks: list[Placed]
    lines: list[LineBox]


def view(forest: Forest, part: Rect) -> View:
    """What is to be seen in a part of the canvas, each block before those below it."""
    framed = turned(part, forest.look.orientation)
    blocks: list[Placed] = []
    lines = [*_lines(forest, None, forest.roots, Point(0, 0), 0, framed)]
    tops = forest.tops
    first = max(bisect_right(tops, framed.y) - 1, 0)
    last = bisect_left(tops, framed.bottom)
    stack = [(root, root.x, 0) for root in reversed(forest.roots)]
    while stack:
        block, x, row = stack.pop()
        if row > last or row + len(block.left) < first:
            continue
        if x + block.first > framed.right or x + block.last < framed.x:
            continue
        y = tops[row] + block.drop
        rect = Rect(x, y, block.width, block.height)
        if row >= first and rect.meets(framed):
            blocks.append(forest.placed(block, x, y))
        if block.children and row >= first - 1:
            corner = Point(x, y + block.height)
            lines += _lines(forest, block, block.children, corner, tops[row + 1], framed)
        stack.extend((child, x + child.x, row + 1) for child in reversed(block.children))
    for block, (x, y) in forest.free.items():
        if Rect(x, y, block.width, block.height).meets(framed):
            blocks.append(forest.placed(block, x, y))
    return View(blocks, lines)


def overview(forest: Forest, coarse: float) -> Iterator[tuple[Rect, Role]]:
    """The whole map in rectangles, where what is narrower than `coarse` is but one."""
    orientation = forest.look.orientation
    stack = [(root, root.x, 0) for root in forest.roots]
    while stack:
        block, x, row = stack.pop()
        top, reach = forest.tops[row], block.last - block.first
        if block.children and reach < coarse:
            bottom = forest.tops[row + len(block.left)] - forest.look.row_gap
            rect = Rect(x + block.first, top, reach, bottom - top)
        else:
            rect = Rect(x, top, block.width, block.height)
            stack.extend((child, x + child.x, row + 1) for child in block.children)
        yield turned(rect, orientation), block.place.role
    for block, (x, y) in forest.free.items():
        rect = Rect(x, y, block.width, block.height)
        yield turned(rect, orientation), block.place.role


def arrangement(forest: Forest) -> Arrangement:
    """Place everything on the canvas at once; takes time with the size of the map."""
    result = Arrangement(forest.look, bounds=forest.bounds)
    seen = view(forest, forest.bounds.grown(forest.look.row_gap))
    for placed in seen.blocks:
        if step := placed.step:
            result.steps[step.key] = step
        result.cards.update((card.key, card) for card in placed.cards)
    result.lines.extend(seen.lines)
    return result


def _lines(
    forest: Forest,
    above: Block | None,
    blocks: Sequence[Block],
    corner: Point,
    top: float,
    part: Rect,
) -> Iterator[LineBox]:
    """The lines to the steps of a row from what they bear on, above the row or in it.

    `corner` is the lower left one of the block above; all but what comes out is in the layout's
    frame.
    """
    starts: dict[Card, Point] = {}
    every = max(len(blocks) // _MOST_PASSING, 1)
    for i, block in enumerate(blocks):
        place, hit = block.place, block.place.above
        if isinstance(place, Card) or hit is None:
            continue
        end = Point(corner.x + block.x + block.entry.x, top + block.drop + block.entry.y)
        if isinstance(hit, Step):
            curve = _from_pill(forest, block, end)
        elif above is None:  # the branch that is shown alone
            continue
        else:
            if hit not in starts:
                starts[hit] = Point(corner.x + forest.middle(above, hit), corner.y)
            ends_here = part.x - block.width <= end.x <= part.right + block.width
            curve = hanging(starts[hit], end) if ends_here or i % every == 0 else None
        if curve and curve.bounds.meets(part):
            yield LineBox(place.key, turned_curve(curve, forest.look.orientation), place.role)


def _from_pill(forest: Forest, block: Block, end: Point) -> Curve | None:
    """The line of an undercutter from the step that it hits, if that is shown beside it."""
    above = block.place.above
    hit = forest.blocks.get(above) if above else None
    if hit is None or hit.parent is not block.parent:
        return None
    x, y = hit.x - block.x, hit.drop - block.drop
    start = Point(end.x - block.entry.x + x + hit.leave.x, end.y - block.entry.y + y + hit.leave.y)
    return undercutting(start, end)

"""Looking at a forest: what is to be seen of it in a part of the canvas, and all of it in small."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.layout.blocks import Block
from app.layout.boxes import Arrangement, LineBox, hanging, undercutting
from app.layout.forest import Forest, Placed
from app.layout.geometry import Point, Rect
from app.model.outline import Card, PlaceKey
from app.model.role import Role


class View(NamedTuple):
    """What is to be seen in a part of the canvas."""

    blocks: list[Placed]
    lines: list[LineBox]


def view(forest: Forest, part: Rect) -> View:
    """What is to be seen in a part of the canvas, each block before those below it."""
    blocks: list[Placed] = []
    lines = [*_lines(forest, forest.roots, {}, Point(0, 0), 0, part)]
    tops = forest.tops
    first = max(bisect_right(tops, part.y) - 1, 0)
    last = bisect_left(tops, part.bottom)
    stack = [(root, root.x, 0) for root in reversed(forest.roots)]
    while stack:
        block, x, row = stack.pop()
        rows = slice(max(first - 1 - row, 0), max(last - row + 1, 0))
        left, right = block.left[rows], block.right[rows]
        if not left or x + min(left) > part.right or x + max(right) < part.x:
            continue
        y = tops[row] + block.drop
        if row >= first and Rect(x, y, block.width, block.height).meets(part):
            blocks.append(Placed(block, x, y))
        if block.children and row >= first - 1:
            corner = Point(x, y + block.height)
            lines += _lines(forest, block.children, block.middles, corner, tops[row + 1], part)
        stack.extend((child, x + child.x, row + 1) for child in reversed(block.children))
    blocks += [placed for placed in forest.free.values() if _rect(placed).meets(part)]
    return View(blocks, lines)


def overview(forest: Forest, coarse: float) -> Iterator[tuple[Rect, Role]]:
    """The whole map in rectangles, where what is narrower than `coarse` is but one."""
    stack = [(root, root.x, 0) for root in forest.roots]
    while stack:
        block, x, row = stack.pop()
        left, right, top = min(block.left), max(block.right), forest.tops[row]
        if block.children and right - left < coarse:
            bottom = forest.tops[row + len(block.left)] - forest.look.row_gap
            yield Rect(x + left, top, right - left, bottom - top), block.place.role
            continue
        yield Rect(x, top, block.width, block.height), block.place.role
        stack.extend((child, x + child.x, row + 1) for child in block.children)
    for placed in forest.free.values():
        yield _rect(placed), placed.block.place.role


def arrangement(forest: Forest) -> Arrangement:
    """Place everything on the canvas at once; takes time with the size of the map."""
    result = Arrangement(forest.look, bounds=forest.bounds)
    seen = view(forest, forest.bounds.grown(forest.look.row_gap))
    for block, x, y in seen.blocks:
        if block.step:
            result.steps[block.step.key] = block.step.moved(x, y)
        result.cards.update((card.key, card.moved(x, y)) for card in block.cards)
    result.lines.extend(seen.lines)
    return result


def _rect(placed: Placed) -> Rect:
    return Rect(placed.x, placed.y, placed.block.width, placed.block.height)


def _lines(
    forest: Forest,
    blocks: Sequence[Block],
    middles: Mapping[PlaceKey, float],
    corner: Point,
    top: float,
    part: Rect,
) -> Iterator[LineBox]:
    """The lines to the steps of a row from what they bear on, above the row or in it.

    `corner` is the lower left one of the block above, and `middles` are those of its cards.
    """
    for block in blocks:
        step, above = block.step, block.place.above
        if step is None or above is None:
            continue
        x, y = corner.x + block.x, top + block.drop
        if isinstance(above, Card):
            start = Point(corner.x + middles[above.key], corner.y)
            end = Point(x + block.width / 2, y)
            if min(start.x, end.x) > part.right or max(start.x, end.x) < part.x:
                continue
            curve = hanging(start, end)
        else:
            hit = forest.blocks[above]
            if hit.step is None:
                continue
            pill = hit.step.pill.moved(corner.x + hit.x, top + hit.drop)
            curve = undercutting(pill, step.pill.moved(x, y))
        if curve.bounds.meets(part):
            yield LineBox(step.key, curve, step.role)

"""Tidy trees: boxes of any size, none over another, parents over the middle of their children.

Reingold and Tilford's method ("Tidier Drawings of Trees", 1981) with the contours of each subtree
kept as lists by row, so that boxes may differ in size and a subtree need not be laid out again when
another changes. Boxes of one row have their tops on one line, which leaves the space between rows
free for lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Node:
    """A box with its children; `drop` is how far its top hangs below the top of its row.

    After `tidy`, `x` is where its left side is, from its parent's left side, and `left` and `right`
    are how far its subtree reaches in each row, from its own left side.
    """

    width: float
    height: float
    drop: float = 0
    children: "Sequence[Node]" = ()
    x: float = 0
    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)


def tidy(root: Node, *, gap: float) -> None:
    """Lay out the tree below a node."""
    for node in upwards(root):
        place_children(node, gap)


def row_tops(roots: Sequence[Node], *, gap: float) -> list[float]:
    """Where the rows start, the first at 0, so that the highest box of each fits above the gap."""
    rows = max((len(root.heights) for root in roots), default=0)
    tops = [0.0]
    for row in range(rows):
        tallest = max(root.heights[row] for root in roots if row < len(root.heights))
        tops.append(tops[-1] + tallest + gap)
    return tops


def upwards(root: Node) -> Iterator[Node]:
    """Yield every node after its children."""
    order: list[Node] = []
    stack = [root]
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(node.children)
    yield from reversed(order)


def place_children(node: Node, gap: float) -> None:
    """Place the children of a node, which are laid out themselves, and work out its contours."""
    left: list[float] = []
    right: list[float] = []
    heights: list[float] = []
    for child in node.children:
        child.x = _offset(right, child, gap)
        _join(left, right, heights, child)
    if node.children:
        first, last = node.children[0], node.children[-1]
        middle = (first.x + first.width / 2 + last.x + last.width / 2) / 2
        shift = node.width / 2 - middle
        for child in node.children:
            child.x += shift
        left = [x + shift for x in left]
        right = [x + shift for x in right]
    node.left = [0.0, *left]
    node.right = [node.width, *right]
    node.heights = [node.drop + node.height, *heights]


def _offset(right: list[float], child: Node, gap: float) -> float:
    """How far right a subtree must go to be clear of all that stands left of it."""
    if not right:
        return 0
    return max(reach - start for reach, start in zip(right, child.left, strict=False)) + gap


def _join(left: list[float], right: list[float], heights: list[float], child: Node) -> None:
    """Add a subtree at its place to the contours of its elder siblings."""
    rows, x = len(left), child.x
    deeper = len(child.left) > rows
    right[: len(child.right)] = [x + reach for reach in child.right]
    heights[:] = [max(h, c) for h, c in zip(heights, child.heights, strict=False)] + (
        child.heights[rows:] if deeper else heights[len(child.heights) :]
    )
    if deeper:
        left.extend(x + start for start in child.left[rows:])

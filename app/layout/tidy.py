"""Tidy trees: boxes of any size, none over another, parents over the middle of their children.

Reingold and Tilford's method ("Tidier Drawings of Trees", 1981) with the contours of each subtree
kept as lists by row, so that boxes may differ in size and a subtree need not be laid out again when
another changes. Each row of a contour is counted from the one above it: so a subtree is moved by
changing one number, and what an edit costs does not grow with the square of a chain's depth. Boxes
of one row have their tops on one line, which leaves the space between rows free for lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import sub


@dataclass(slots=True, eq=False)
class Node:
    """A box with its children; `drop` is how far its top hangs below the top of its row.

    After `tidy`, `x` is where its left side is, from its parent's left side. `left` and `right` are
    how far its subtree reaches in each row: in its own from its left side, in each other from how
    far it reaches in the row above. `first` and `last` are how far it reaches in any row, from its
    own left side.
    """

    width: float
    height: float
    drop: float = 0
    children: "Sequence[Node]" = ()
    x: float = 0
    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    first: float = 0
    last: float = 0


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
    children, width = node.children, node.width
    if not children:
        node.left, node.right, node.heights = [0.0], [width], [node.drop + node.height]
        node.first, node.last = 0.0, width
        return
    eldest, youngest = children[0], children[-1]
    eldest.x = 0.0
    left, right, heights = eldest.left, eldest.right, eldest.heights
    if eldest is not youngest:
        left, right, heights = list(left), list(right), list(heights)
        for child in children[1:]:
            child.x = max(map(sub, accumulate(right), accumulate(child.left))) + gap
            _join(left, right, heights, child)
    shift = (width - youngest.x - (eldest.width + youngest.width) / 2) / 2
    first, last = 0.0, width
    for child in children:
        child.x += shift
        first, last = min(first, child.x + child.first), max(last, child.x + child.last)
    node.left = [0.0, left[0] + shift, *left[1:]]
    node.right = [width, right[0] + shift - width, *right[1:]]
    node.heights = [node.drop + node.height, *heights]
    node.first, node.last = first, last


def _join(left: list[float], right: list[float], heights: list[float], child: Node) -> None:
    """Add a subtree at its place to the contours of its elder siblings."""
    rows, its, x = len(left), len(child.left), child.x
    if its < rows:  # what the elder ones reach below it stays where it is
        right[its] += sum(right[:its]) - x - sum(child.right)
    right[:its] = child.right
    right[0] += x
    heights[:its] = map(max, heights, child.heights)
    if its > rows:
        heights += child.heights[rows:]
        left.append(x + sum(child.left[: rows + 1]) - sum(left))
        left += child.left[rows + 1 :]

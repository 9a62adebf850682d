"""Tidy trees: nothing overlaps, parents stand over their children, depth is no matter."""

from collections.abc import Iterator
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from app.layout.tidy import Node, row_tops, tidy

GAP = 10.0
sizes = st.integers(1, 300)
trees = st.recursive(
    st.builds(Node, sizes, sizes),
    lambda children: st.builds(
        lambda width, height, below: Node(width, height, children=below),
        sizes,
        sizes,
        st.lists(children, max_size=6),
    ),
    max_leaves=40,
)


def placed(node: Node, x: float = 0, row: int = 0) -> Iterator[tuple[int, float, Node]]:
    """Each node with its row and its left side."""
    yield row, x + node.x, node
    for child in node.children:
        yield from placed(child, x + node.x, row + 1)


@given(trees)
def test_no_two_boxes_of_a_row_are_closer_than_the_gap(root: Node) -> None:
    tidy(root, gap=GAP)
    ends: dict[int, float] = {}
    for row, x, node in placed(root):  # in reading order: from left to right within a row
        assert x >= ends.get(row, float("-inf")) + GAP - 1e-6
        ends[row] = x + node.width


@given(trees)
def test_parents_stand_over_the_middle_of_their_children(root: Node) -> None:
    tidy(root, gap=GAP)
    for _, x, node in placed(root):
        if node.children:
            first, last = node.children[0], node.children[-1]
            middle = (first.x + first.width / 2 + last.x + last.width / 2) / 2
            assert abs(x + node.width / 2 - (x + middle)) < 1e-6


@given(trees)
def test_contours_say_how_far_a_tree_reaches_in_each_row(root: Node) -> None:
    tidy(root, gap=GAP)
    for row, (left, right) in enumerate(
        zip(accumulate(root.left), accumulate(root.right), strict=True)
    ):
        inside = [(x, node) for r, x, node in placed(root) if r == row]
        assert abs(left - min(x for x, _ in inside)) < 1e-6
        assert abs(right - max(x + node.width for x, node in inside)) < 1e-6


def test_rows_are_as_high_as_their_highest_box() -> None:
    roots = [Node(10, 30, children=[Node(5, 80)]), Node(10, 50)]
    for root in roots:
        tidy(root, gap=GAP)
    assert row_tops(roots, gap=7) == [0, 57, 144]


def test_a_box_that_hangs_lower_makes_its_row_higher() -> None:
    root = Node(10, 30, drop=12)
    tidy(root, gap=GAP)
    assert row_tops([root], gap=0) == [0, 42]


def test_a_chain_of_thousands_needs_no_recursion() -> None:
    node = Node(10, 10)
    for _ in range(5_000):
        node = Node(10, 10, children=[node])
    tidy(node, gap=GAP)
    assert len(node.left) == 5_001

"""The rows of the outline that have been asked for so far, by number and by what stands in them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.model.outline import Card, Place


@dataclass(slots=True, eq=False)
class Node:
    """A row; `below` is None as long as nobody has asked for what is below it."""

    number: int
    place: Place | None  # None for what all top rows hang below
    above: "Node | None"
    row: int = 0
    below: "list[Node] | None" = None


class Nodes:
    """Makes rows as they are asked for. `wanted` says what is to stand below one."""

    def __init__(self, wanted: Callable[[Place | None], list[Place]]) -> None:
        self._wanted = wanted
        self.start()

    def start(self) -> None:
        """Forget all rows."""
        self.top = Node(0, None, None)
        self._numbered = {0: self.top}
        self._at: dict[Place, Node] = {}
        self._last = 0

    def numbered(self, number: int) -> Node | None:
        return self._numbered.get(number)

    def at(self, place: Place | None) -> Node | None:
        """The row in which something stands, if it has been asked for; the top for nothing."""
        return self._at.get(place) if place else self.top

    def holds(self, node: Node) -> bool:
        """Whether a row has not been forgotten."""
        return self._numbered.get(node.number) is node

    def wanted(self, node: Node) -> list[Place]:
        return self._wanted(node.place)

    def below(self, node: Node) -> list[Node]:
        """The rows below a row, made now if need be."""
        if node.below is None:
            node.below = []
            self.insert(node, 0, self.wanted(node))
        return node.below

    def insert(self, above: Node, row: int, places: Iterable[Place]) -> None:
        """Make rows below one that is known, from a number on."""
        rows = self.below(above)
        rows[row:row] = [self._make(above, place) for place in places]
        _number(rows, row)

    def remove(self, above: Node, first: int, last: int) -> None:
        """Forget some rows below one, the last one included, with all that is below them."""
        rows = self.below(above)
        stack = rows[first : last + 1]
        del rows[first : last + 1]
        _number(rows, first)
        while stack:
            node = stack.pop()
            del self._numbered[node.number]
            if node.place and self._at.get(node.place) is node:
                del self._at[node.place]
            stack.extend(node.below or ())

    def move(self, above: Node, old: int, new: int) -> None:
        """Let a row be the one with another number among those below one."""
        rows = self.below(above)
        rows.insert(new, rows.pop(old))
        _number(rows, min(old, new))

    def _make(self, above: Node, place: Place) -> Node:
        self._last += 1
        has_more = isinstance(place, Card) and place.steps
        node = Node(self._last, place, above, below=None if has_more else [])
        self._numbered[node.number] = self._at[place] = node
        return node


def _number(rows: list[Node], start: int) -> None:
    for row in range(start, len(rows)):
        rows[row].row = row

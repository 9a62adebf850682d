r"""Statements of DOT, written fast: names are ours, and values need no quoting but texts.

A text is kept from being read as markup, as an entity or as an escape like `\N`.
"""

from app.diagrams.labels import marked_up

_LONGEST = 2_000  # characters; Graphviz reads strings of 16,384, some are written with six


def quoted(text: str) -> str:
    r"""Write any text as a value that is shown as it is, in pieces if it is long.

    >>> print(quoted(r'a "b" \N & c'))
    "a &quot;b&quot; \\N &amp; c"
    """
    pieces = [text[i : i + _LONGEST] for i in range(0, len(text), _LONGEST)] or [""]
    return " + ".join(f'"{marked_up(piece)}"' for piece in pieces)


class Statements:
    """The lines of a graph, one after the other, those in a cluster indented by one more.

    What is said of a node, an edge or a cluster are attributes as they are to be written.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._indent = "\t"

    def node(self, name: str, *said: str) -> None:
        self._lines.append(f"{self._indent}{name} [{' '.join(said)}]\n")

    def edge(self, tail: str, head: str, *said: str) -> None:
        self.node(f"{tail} -> {head}", *said)

    def open_cluster(self, name: str, *said: str) -> None:
        self._lines.append(f"{self._indent}subgraph cluster_{name} {{\n")
        self._indent += "\t"
        self._lines.append(f"{self._indent}{' '.join(said)}\n")

    def close_cluster(self) -> None:
        self._indent = self._indent[:-1]
        self._lines.append(f"{self._indent}}}\n")

    def taken(self) -> str:
        """What was written since this was last asked."""
        lines, self._lines = self._lines, []
        return "".join(lines)

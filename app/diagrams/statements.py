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
    """The lines of a graph, one after the other, those in a cluster indented by one more."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._indent = "\t"

    def node(self, name: str, *, label: str = "", texts: str = "", **attributes: str) -> None:
        """A node; `label` is HTML-like, `texts` are attributes that are quoted already."""
        self._write(name, label, texts, attributes)

    def edge(self, tail: str, head: str, **attributes: str) -> None:
        self._write(f"{tail} -> {head}", "", "", attributes)

    def open_cluster(self, name: str, **attributes: str) -> None:
        self._lines.append(f"{self._indent}subgraph cluster_{name} {{\n")
        self._indent += "\t"
        self._lines.append(f"{self._indent}{_written(attributes)}\n")

    def close_cluster(self) -> None:
        self._indent = self._indent[:-1]
        self._lines.append(f"{self._indent}}}\n")

    def taken(self) -> str:
        """What was written since this was last asked."""
        lines, self._lines = self._lines, []
        return "".join(lines)

    def _write(self, what: str, label: str, texts: str, attributes: dict[str, str]) -> None:
        said = f"label={label} " if label else ""
        more = f" {texts}" if texts else ""
        self._lines.append(f"{self._indent}{what} [{said}{_written(attributes)}{more}]\n")


def _written(attributes: dict[str, str]) -> str:
    return " ".join([f'{name}="{value}"' for name, value in attributes.items()])

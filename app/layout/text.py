"""Text in boxes: how wide it is and where its lines break."""

import re
from collections.abc import Iterator
from math import inf
from typing import NamedTuple, Protocol


class Font(NamedTuple):
    """A cut of the one family that cards are set in; the size is in logical pixels."""

    size: int
    bold: bool = False
    italic: bool = False

    @property
    def line_height(self) -> int:
        return round(self.size * 1.36)


class Measure(Protocol):
    """Something that knows how wide text is."""

    def width(self, text: str, font: Font) -> float:
        """Tell the width of one line of text, in logical pixels."""
        ...


# Scripts that are written without blanks, where the Unicode line breaking rules are needed.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7af"
    "\uf900-\ufaff\uff00-\uffef\U0001f000-\U0003fffd]"
)
_PIECES = re.compile(r"[^\s\-–—/]+[\-–—/]*[^\S\n]*|[\-–—/]+[^\S\n]*|[^\S\n]+")
_LONGEST_PIECE = 60  # characters; longer ones are measured bit by bit


class Piece(NamedTuple):
    """As much of a text as must stay on one line, with the blanks behind it."""

    text: str
    width: float
    bare: float  # its width without those blanks


class Setter:
    """Sets text in lines, and remembers the words it has measured: few are new in most texts."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._known: dict[tuple[str, Font], Piece] = {}

    def pieces(self, text: str, font: Font) -> list[list[Piece]]:
        """Cut a text into its given lines, and each into pieces that lines may end with."""
        return [
            [self._piece(piece, font) for piece in _cut(paragraph)]
            for paragraph in text.split("\n")
        ]

    def wrap(self, pieces: list[list[Piece]], *, width: float, font: Font) -> tuple[str, ...]:
        """Break a text into lines of at most `width`, at blanks and after dashes, or anywhere.

        Unspaced scripts break by the Unicode line breaking algorithm (UAX #14), and nothing breaks
        inside a grapheme cluster. All but blanks at line ends is in the lines, in order.
        """
        lines: list[str] = []
        for paragraph in pieces:
            line, used = "", 0.0
            for piece in self._fitting(paragraph, width, font):
                if used + piece.bare > width and line.strip():
                    lines.append(line.rstrip())
                    line, used = "", 0.0
                line += piece.text
                used += piece.width
            lines.append(line.rstrip())
        return tuple(lines)

    def _fitting(self, pieces: list[Piece], width: float, font: Font) -> Iterator[Piece]:
        """The pieces, those that are too wide for a line cut into clusters."""
        for piece in pieces:
            if piece.bare <= width and len(piece.text) <= _LONGEST_PIECE:
                yield piece
            else:
                yield from (self._piece(cluster, font) for cluster in _clusters(piece.text))

    def _piece(self, text: str, font: Font) -> Piece:
        piece = self._known.get((text, font))
        if piece is None:
            if len(text) > _LONGEST_PIECE:  # to be cut up anyway
                return Piece(text, inf, inf)
            bare = self._measure.width(text.rstrip(), font)
            width = self._measure.width(text, font) if text[-1:].isspace() else bare
            piece = self._known[text, font] = Piece(text, width, bare)
        return piece


def wrap(text: str, *, width: float, font: Font, measure: Measure) -> tuple[str, ...]:
    """Break a text into lines, as `Setter.wrap` does."""
    setter = Setter(measure)
    return setter.wrap(setter.pieces(text, font), width=width, font=font)


def _cut(paragraph: str) -> list[str]:
    if not _UNSPACED.search(paragraph):
        return _PIECES.findall(paragraph)
    from uniseg.linebreak import line_break_units  # noqa: PLC0415  only unspaced scripts need it

    return list(line_break_units(paragraph))


def _clusters(text: str) -> list[str]:
    from uniseg.graphemecluster import grapheme_clusters  # noqa: PLC0415  for overlong words only

    return list(grapheme_clusters(text))

"""Text in boxes: how wide it is and where its lines break."""

import re
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
_PIECES = re.compile(r"[^\S\n]+|[^\s\-–—/]+[\-–—/]*|[\-–—/]+")
_LONGEST_PIECE = 60  # characters; longer ones are measured bit by bit


def wrap(text: str, *, width: float, font: Font, measure: Measure) -> tuple[str, ...]:
    """Break text into lines of at most `width`, at blanks and after dashes, or anywhere if need be.

    Unspaced scripts break by the Unicode line breaking algorithm (UAX #14), and nothing breaks
    inside a grapheme cluster. Every character but blanks at line ends is in the lines, in order.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, width, font, measure))
    return tuple(lines)


def _wrap_paragraph(paragraph: str, width: float, font: Font, measure: Measure) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(paragraph):
        for part in _parts(piece, width, font, measure):
            size = measure.width(part, font)
            if used + measure.width(part.rstrip(), font) > width and line.strip():
                lines.append(line.rstrip())
                line, used = "", 0.0
                if part.isspace():
                    continue
            line += part
            used += size
    return [*lines, line.rstrip()]


def _pieces(paragraph: str) -> list[str]:
    if not _UNSPACED.search(paragraph):
        return _PIECES.findall(paragraph)
    from uniseg.linebreak import line_break_units  # noqa: PLC0415  only unspaced scripts need it

    return list(line_break_units(paragraph))


def _parts(piece: str, width: float, font: Font, measure: Measure) -> list[str]:
    """Cut a piece that is too wide for a line into clusters; any other stays whole."""
    if len(piece) <= _LONGEST_PIECE and measure.width(piece, font) <= width:
        return [piece]
    from uniseg.graphemecluster import grapheme_clusters  # noqa: PLC0415  for overlong words only

    return list(grapheme_clusters(piece))

"""Words in DOT: HTML-like labels, in which every text is shown exactly as it is written.

Graphviz reads such a label as XML and then still replaces escapes like ``\\N``; both are guarded
against here. All measures are whole units of the drawing.
"""

import re
import unicodedata
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from app.layout.text import Font, Measure

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]")  # Pango would start a new line
_BLANKS = re.compile("^ | (?= )| $")  # Graphviz or the viewer of an SVG would drop these
_RIGHT_TO_LEFT = {"R", "AL"}
_PLAIN_TABLE = '<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0">'


class Cell(NamedTuple):
    """A piece of a row: its width, and the marked-up text in it."""

    width: float
    content: str = ""
    align: str = "LEFT"


def marked_up(text: str) -> str:
    r"""Write a text so that a label shows just that, on one line.

    >>> print(marked_up(r'a < b & "c" \N &amp;'))
    a &lt; b &amp; &quot;c&quot; \\N &amp;amp;
    """
    line = _BREAKS.sub(" ", _NOT_XML.sub("\ufffd", text))
    return _BLANKS.sub("&#160;", escape(line.replace("\\", "\\\\")))


def run(text: str, font: Font, colour: str, *, scale: float, rtl: bool | None = None) -> str:
    """Mark up a text in one cut of type; text from right to left is kept apart from what is around."""
    words = marked_up(text)
    if is_rtl(text) if rtl is None else rtl:
        words = f"&#8295;{words}&#8297;"
    if font.bold:
        words = f"<B>{words}</B>"
    if font.italic:
        words = f"<I>{words}</I>"
    return f'<FONT POINT-SIZE="{round(font.size * scale)}" COLOR="{colour}">{words}</FONT>'


def is_rtl(text: str) -> bool:
    """Whether the first letter of a text belongs to a script written from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False


def fitted(text: str, width: float, font: Font, measure: Measure) -> str:
    """As much of a text as fits into a width, with an ellipsis where it is cut."""
    if measure.width(text, font) <= width:
        return text
    from uniseg.graphemecluster import grapheme_clusters  # noqa: PLC0415  for overlong names only

    left = width - measure.width("…", font)
    kept = ""
    for cluster in grapheme_clusters(text):
        left -= measure.width(cluster, font)
        if left < 0:
            break
        kept += cluster
    return kept.rstrip() + "…"


def cell(
    width: float, height: float, content: str = "", align: str = "LEFT", more: str = ""
) -> str:
    """Make a cell of a fixed size; what is too wide for it sticks out."""
    return (
        f'<TD FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}" ALIGN="{align}"{more}>'
        f"{content}</TD>"
    )


def row(cells: Iterable[Cell], height: float) -> str:
    """Make a row of cells of fixed sizes."""
    return "<TR>" + "".join(cell(c.width, height, c.content, c.align) for c in cells) + "</TR>"


def table(rows: Iterable[str]) -> str:
    """Make a table without borders or gaps of any kind."""
    return f"{_PLAIN_TABLE}{''.join(rows)}</TABLE>"


def label(content: str) -> str:
    """Make content into the value of a `label`, which the graphviz package then does not quote."""
    return f"<{content}>"

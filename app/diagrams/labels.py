r"""Words in DOT: HTML-like labels, in which every text is shown exactly as it is written.

Graphviz reads such a label as XML and then still replaces escapes like `\N`; both are guarded
against here. Sizes are logical pixels, of which `scale` makes the whole numbers Graphviz wants.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from app.layout.text import Font
from app.model.text import is_rtl

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]")  # Pango would start a new line
_WORD = "[!#-%(-;=?-\\[\\]-~\u00a1-\u02ff\u2010-\u2027]+"
_PLAIN = re.compile(f"{_WORD}(?: {_WORD})*+")
"""What is written as it is; most texts are."""
_BLANKS = re.compile("^ | (?= )| $")  # Graphviz or the viewer of an SVG would drop these
_TOO_HIGH = 0.19  # of their size is by how much Graphviz 14 sets bold and italic words too high


class Cell(NamedTuple):
    """A piece of a row: its width, what is in it and on which side, and attributes of its ground.

    `styled` is the size of bold or italic words, which Graphviz sets too high.
    """

    width: float
    content: str = ""
    align: str = "LEFT"
    paint: str = ""
    styled: int = 0


def marked_up(text: str) -> str:
    r"""Write a text so that a label shows just that, on one line.

    >>> print(marked_up(r'a < b & "c" \N &amp;'))
    a &lt; b &amp; &quot;c&quot; \\N &amp;amp;
    """
    if _PLAIN.fullmatch(text):
        return text
    line = _BREAKS.sub(" ", NOT_XML.sub("\ufffd", text))
    return _BLANKS.sub("&#160;", escape(line.replace("\\", "\\\\")))


def run(text: str, font: Font, colour: str, *, scale: float, rtl: bool | None = None) -> str:
    """Mark up words in one cut of type; those from right to left are kept apart from others."""
    if not text:
        return ""
    words = marked_up(text)
    if is_rtl(text) if rtl is None else rtl:
        words = f"&#8295;{words}&#8297;"
    if font.bold:
        words = f"<B>{words}</B>"
    if font.italic:
        words = f"<I>{words}</I>"
    return f'<FONT POINT-SIZE="{font.size * scale:.0f}" COLOR="{colour}">{words}</FONT>'


def line(cells: Iterable[Cell], height: float, *, scale: float) -> str:
    """Make a row of cells of fixed sizes; what is too wide for a cell sticks out."""
    seen = (cell for cell in cells if cell.content or cell.width * scale >= 1)
    return f"<TR>{''.join([_fixed(cell, cell.width, height, scale) for cell in seen])}</TR>"


def only(cell: Cell, width: float, height: float, *, scale: float) -> str:
    """Make a row of one cell, as wide as is said."""
    return f"<TR>{_fixed(cell, width, height, scale)}</TR>"


def _fixed(cell: Cell, width: float, height: float, scale: float) -> str:
    if not cell.content or not cell.styled:
        return _cell(width, height, scale, cell.content, cell.align, cell.paint)
    gap = (height - Font(cell.styled).line_height) / 2 + _TOO_HIGH * cell.styled
    lowered = _cell(width, height - gap, scale, cell.content, cell.align, ' VALIGN="TOP"')
    above = _cell(width, gap, scale, "", "LEFT", "")
    content = table(f"<TR>{above}</TR>", f"<TR>{lowered}</TR>")
    return _cell(width, height, scale, content, cell.align, cell.paint)


def _cell(width: float, height: float, scale: float, content: str, align: str, paint: str) -> str:
    wide = width * scale
    return (
        f'<TD FIXEDSIZE="TRUE" WIDTH="{max(1, wide):.0f}" HEIGHT="{height * scale:.0f}"'
        f' ALIGN="{align}"{paint}>{content}</TD>'
    )


def table(*rows: str) -> str:
    """Make a table without borders or gaps of any kind."""
    return f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0">{"".join(rows)}</TABLE>'


def label(content: str) -> str:
    """Make content into the value of a `label`, which the graphviz package then does not quote."""
    return f"<{content}>"

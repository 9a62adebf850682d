"""Widths of text in the fonts that ship with the program, read from the font files, without Qt."""

import re
import unicodedata
from functools import cache

from app.layout.text import Font
from resources import files

# Widths in ems of what the fonts have no glyph for, so that other fonts will be used.
_WIDE, _EMOJI, _OTHER = 1.0, 1.3, 0.62
_MERGED = re.compile("\u200d[\u2600-\u27bf\U0001f000-\U0001faff]|[\U0001f3fb-\U0001f3ff]")
"""What is drawn as a part of the emoji before it: what is joined to it, and the colour of skin."""


class ShippedFonts:
    """Measures text set in the shipped Noto Sans, with fair guesses for scripts that it lacks."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Font], float] = {}

    def width(self, text: str, font: Font) -> float:
        width = self._known.get((text, font))
        if width is None:
            advances = _advances(bold=font.bold, italic=font.italic)
            drawn = _MERGED.sub("", text.replace("\t", " "))  # a tab is drawn as a blank
            ems = sum(advances[c] if c in advances else _guess(c) for c in drawn)
            width = self._known[text, font] = ems * font.size
        return width


@cache
def _advances(*, bold: bool, italic: bool) -> dict[str, float]:
    """The width in ems of each character that a cut of the font has."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only diagrams made without Qt need it

    with TTFont(files.font(bold=bold, italic=italic), lazy=True) as font:
        per_em = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return {chr(c): metrics[name][0] / per_em for c, name in font.getBestCmap().items()}


@cache
def _guess(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    if "\U0001f000" <= character < "\U00020000":
        return _EMOJI
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER

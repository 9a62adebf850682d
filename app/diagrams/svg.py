"""The last touches to an SVG that Graphviz has drawn."""

import logging
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from html import escape, unescape
from io import BytesIO
from typing import NamedTuple

from resources import files

FAMILY = "Noto Sans"
_TECHNICAL = re.compile(r"<title>.*?</title>\n|<!-- .*? -->\n|<!DOCTYPE[^>]*>\n", re.DOTALL)
_HEAD = re.compile(r'<g id="graph0"[^>]*>\n')
_SCALE = re.compile(r'transform="scale\([^)]*\)')
_FAMILIES = re.compile(r' font-family="([^"]*)"')
_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_SPELLINGS = {
    'stroke-dasharray="5,2"': 'stroke-dasharray="6,6"',  # as in PNG and PDF
    'stroke-dasharray="1,5"': 'stroke-dasharray="2,6"',
    'stroke="transparent"': 'stroke="none"',  # Graphviz 2.43; no colour of SVG 1.1
}


class _Cut(NamedTuple):
    """A cut of the family."""

    bold: bool
    italic: bool


def finished(drawn: bytes, *, title: str, zoom: float) -> bytes:
    """Name a drawing by its title instead of by technical names, and let it take its fonts along.

    Dashes become as long as in a PNG, and the zoom is written anew, since older versions of
    Graphviz round it to two digits.
    """
    text = _TECHNICAL.sub("", drawn.decode())
    text = _SCALE.sub(f'transform="scale({zoom:.9g} {zoom:.9g})', text, count=1)
    for theirs, ours in _SPELLINGS.items():
        text = text.replace(theirs, ours)
    families = _FAMILIES.search(text)
    if families:  # the same wherever there are words
        text = text.replace(families[0], "")
    names = f"<title>{escape(title)}</title>\n<style>{''.join(_font_faces(text))}</style>\n"
    shared = f"<g{families[0]} " if families else "<g "
    return _HEAD.sub(lambda head: names + shared + head[0][3:], text, count=1).encode()


def _font_faces(text: str) -> Iterator[str]:
    """The shipped fonts, with just the characters that the drawing uses, as CSS."""
    used: dict[_Cut, set[str]] = {}
    for attributes, words in _TEXT.findall(text):
        cut = _Cut('font-weight="bold"' in attributes, 'font-style="italic"' in attributes)
        used.setdefault(cut, set()).update(unescape(words))
    for cut, characters in sorted(used.items()):
        font = b64encode(_subset(cut, frozenset(characters), "woff")).decode()
        yield (
            f'@font-face{{font-family:"{FAMILY}";font-weight:{"bold" if cut.bold else "normal"};'
            f"font-style:{'italic' if cut.italic else 'normal'};"
            f"src:url(data:font/woff;base64,{font})}}"
        )


def page_font() -> bytes:
    """The shipped font with what page numbers are written with, as a TrueType file."""
    return _subset(_Cut(bold=False, italic=False), frozenset("0123456789 /"), "")


@lru_cache(maxsize=16)  # it takes a tenth of a second
def _subset(cut: _Cut, characters: frozenset[str], flavour: str) -> bytes:
    from fontTools import subset  # noqa: PLC0415  takes long to import
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options = subset.Options(
        hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl"]
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(characters))
    with TTFont(files.font(bold=cut.bold, italic=cut.italic)) as font, BytesIO() as file:
        subsetter.subset(font)
        font.flavor = flavour or None
        font.save(file)
        return file.getvalue()

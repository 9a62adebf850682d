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
_HEAD = re.compile(rb'(<svg.*?)<g id="graph0"([^>]*)>\n', re.DOTALL)
_NAME = re.compile(rb"<title>[^<]*</title>\n")
_COMMENT = re.compile(rb"<!--[^>]*-->\n")  # no ">" is in the names of our nodes
_SCALE = re.compile(rb'transform="scale\([^)]*\)')
_FAMILIES = re.compile(rb' font-family="[^"]*"')
_TEXT = re.compile(rb"<text ([^>]*)>([^<]*)<")
_SPELLINGS = {
    b'stroke-dasharray="5,2"': b'stroke-dasharray="6,6"',  # as in PNG and PDF
    b'stroke-dasharray="1,5"': b'stroke-dasharray="2,6"',
    b'stroke="transparent"': b'stroke="none"',  # Graphviz 2.43; no colour of SVG 1.1
}


class _Cut(NamedTuple):
    """A cut of the family."""

    bold: bool
    italic: bool


def finished(drawn: bytes, *, title: str, zoom: float) -> bytes:
    """Name a drawing by its title instead of by technical names, and let it take its fonts along.

    Dashes become as long as in a PNG, and the zoom is written anew, since older versions of
    Graphviz round it to two digits. All is done on bytes, a few passes over what may be megabytes.
    """
    start = _HEAD.search(drawn)
    if start is None:
        return drawn
    families = _FAMILIES.search(drawn)
    body = drawn[start.end() :]
    body = body.replace(families[0], b"") if families else body  # the same wherever words are
    body = _COMMENT.sub(b"", _NAME.sub(b"", body))
    for theirs, ours in _SPELLINGS.items():
        body = body.replace(theirs, ours)
    scale = f'transform="scale({zoom:.9g} {zoom:.9g})'.encode()
    return b"".join(
        [
            b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n',
            start[1],
            f"<title>{escape(title)}</title>\n<style>".encode(),
            "".join(_font_faces(body)).encode(),
            b"</style>\n<g",
            families[0] if families else b"",
            _SCALE.sub(scale, start[2]),
            b">\n",
            body,
        ]
    )


def _font_faces(body: bytes) -> Iterator[str]:
    """The shipped fonts, with just the characters that the drawing uses, as CSS."""
    used: dict[_Cut, list[bytes]] = {}
    for attributes, words in _TEXT.findall(body):
        cut = _Cut(b'font-weight="bold"' in attributes, b'font-style="italic"' in attributes)
        used.setdefault(cut, []).append(words)
    for cut, texts in sorted(used.items()):
        characters = frozenset(unescape(b"".join(texts).decode()))
        font = b64encode(_subset(cut, characters, "woff")).decode()
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

"""The last touches to an SVG that Graphviz has drawn."""

import re
from html import escape

_TECHNICAL = re.compile(r"<title>.*?</title>\n|<!-- .*? -->\n|<!DOCTYPE[^>]*>\n", re.DOTALL)
_HEAD = re.compile(r'<g id="graph0"[^>]*>\n')
_SCALE = re.compile(r'transform="scale\([^)]*\)')
_DASHES = {
    'stroke-dasharray="5,2"': 'stroke-dasharray="6,6"',  # as in PNG and PDF
    'stroke-dasharray="1,5"': 'stroke-dasharray="2,6"',
}


def finished(drawn: bytes, *, title: str, zoom: float) -> bytes:
    """Name the drawing by its title instead of by technical names, and draw dashes as in a PNG.

    The zoom is written anew, since older versions of Graphviz round it to two digits.
    """
    text = _TECHNICAL.sub("", drawn.decode())
    text = _SCALE.sub(f'transform="scale({zoom:.9g} {zoom:.9g})', text, count=1)
    text = _HEAD.sub(lambda head: f"{head[0]}<title>{escape(title)}</title>\n", text, count=1)
    for theirs, ours in _DASHES.items():
        text = text.replace(theirs, ours)
    return text.encode()

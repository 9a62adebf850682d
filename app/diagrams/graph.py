"""The graph that all of a diagram stands in: how it is to be drawn, and on what page."""

from typing import Final

from app.diagrams.cards import SOLID
from app.diagrams.paging import Frame
from app.diagrams.strokes import Page, number
from app.model.text import shortened

UNITS: Final = (
    2  # of the drawing, a logical pixel: Graphviz rounds corners by 12 units, the look by 6 px
)
_FONTS = "Noto Sans,DejaVu Sans,Segoe UI,Helvetica Neue,sans-serif"
_LONGEST_TITLE = 120
_ADVICE = "To draw it: dot -q -Tsvg -O FILE"
_LINE = 1.8  # how thick lines are, in pixels


def graph_around(page: Page, frame: Frame, *, title: str, ground: str) -> tuple[str, str]:
    """What stands before the statements of a graph, and what behind them."""
    from graphviz import Digraph  # noqa: PLC0415  takes long to import

    zoom = frame.scale / UNITS
    name = f"{shortened(title, _LONGEST_TITLE)}: an" if title else "An"
    graph = Digraph(
        name="argument_map",
        comment=f"{name} argument map, arranged by Rejoinder. {_ADVICE}",
        graph_attr={
            "layout": "nop2",
            "bb": page.box(page.bounds),
            "viewport": f"{number(frame.width)},{number(frame.height)},{zoom:.9g}",
            "pad": "0",
            "margin": "0",
            "outputorder": "nodesfirst",
            "bgcolor": ground,
        },
        node_attr={
            "shape": "box",
            "style": SOLID,
            "fixedsize": "shape",
            "label": "",
            "fontname": _FONTS,
        },
        edge_attr={"arrowhead": "none", "penwidth": number(_LINE * UNITS)},
    )
    *head, end = map(str, graph)
    return "".join(head), end

"""An arrangement as DOT: Graphviz draws it where the layout put it, and lays out nothing itself.

Each claim is a node, each step a cluster around its premises with a node for its pill, and an edge
from there to what the step bears on. The graph itself names the engine `nop2` (`neato -n2`), so any
Graphviz draws the same picture from the file: ``dot -Tsvg map.gv -o map.svg``.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from app.diagrams.cards import Lettering, badge_place, chip_place, corner_place, dot_place
from app.diagrams.places import card_name, is_reference, names_in_full, reading_order, step_name
from app.diagrams.strokes import DASHES, Page, dashed, number, placed
from app.layout.boxes import Arrangement, CardBox, StepBox
from app.layout.contents import Content
from app.layout.geometry import Point, Rect
from app.layout.signs import SIGNS, Stroke
from app.layout.text import Measure
from app.model.elements import Fidelity
from app.model.role import Role
from app.model.text import shortened
from resources.themes import RoleColours, Theme

if TYPE_CHECKING:
    from graphviz import Digraph

POINTS: Final = 0.75  # of the page, a logical pixel: its size on a screen of 96 dots an inch
UNITS: Final = (
    2  # of the drawing, a logical pixel: Graphviz rounds corners by 12 units, the look by 6 px
)
_FONTS = "Noto Sans,DejaVu Sans,Segoe UI,Helvetica Neue,sans-serif"

_SOLID, _DASHED, _DOTTED = "rounded,filled", "rounded,filled,dashed", "rounded,filled,dotted"
_LONGEST_TITLE = 120
_LINE, _SIGN = 1.8, 1.8  # how thick lines and signs are, in pixels
_ELSEWHERE: tuple[Stroke, ...] = (
    (Point(0, 1), Point(1, 0)),
    (Point(0.2, 0), Point(1, 0), Point(1, 0.8)),
)


def page_of(arrangement: Arrangement) -> Rect:
    """The drawing with its margins, in logical pixels."""
    return arrangement.bounds.grown(arrangement.look.margin)


def dot_source(
    arrangement: Arrangement,
    theme: Theme,
    *,
    measure: Measure,
    title: str = "",
    points: float = POINTS,
) -> str:
    """Write an arrangement in DOT, so many points of the page a logical pixel."""
    return _Drawing(arrangement, theme, measure).source(title, points)


class _Drawing:
    """One run: each box in reading order, then the lines."""

    def __init__(self, arrangement: Arrangement, theme: Theme, measure: Measure) -> None:
        self._arrangement = arrangement
        self._look = arrangement.look
        self._theme = theme
        self._measure = measure
        self._page = Page(page_of(arrangement), UNITS)
        self._letters = Lettering(self._look, theme, measure, UNITS)

    def source(self, title: str, points: float) -> str:
        graph = self._graph(title, points)
        for box, premises in reading_order(self._arrangement):
            if isinstance(box, StepBox):
                self._step(graph, box, premises)
            else:
                self._card(graph, box)
        self._lines(graph)
        return str(graph.source)

    def _graph(self, title: str, points: float) -> "Digraph":
        from graphviz import Digraph  # noqa: PLC0415  takes long to import

        page, surfaces, zoom = self._page, self._theme.surfaces, points / UNITS
        name = f"{shortened(title, _LONGEST_TITLE)}: an" if title else "An"
        return Digraph(
            name="argument_map",
            comment=f"{name} argument map, arranged by Rejoinder. To draw it: dot -q -Tsvg -O FILE",
            graph_attr={
                "layout": "nop2",
                "bb": page.box(page.bounds),
                "viewport": f"{number(page.width * zoom)},{number(page.height * zoom)},{zoom:.9g}",
                "pad": "0",
                "margin": "0",
                "outputorder": "nodesfirst",
                "bgcolor": surfaces.canvas if self._theme.dark else surfaces.panel,
            },
            node_attr={
                "shape": "box",
                "style": _SOLID,
                "fixedsize": "shape",
                "label": "",
                "fontname": _FONTS,
            },
            edge_attr={"arrowhead": "none", "penwidth": self._pen(_LINE)},
        )

    # Cards

    def _card(self, graph: "Digraph", box: CardBox) -> None:
        content, name = box.shape.content, card_name(box)
        style, pen, colour = self._border(content)
        graph.node(
            name,
            label=self._letters.card(box.shape, box.rect.height),
            **self._place(box.rect),
            **_naming(name, content.role),
            style=style,
            penwidth=self._pen(pen),
            color=colour,
            fillcolor=self._paper(content),
        )
        if content.speaker:
            self._chip(graph, box)
        if content.unanswered:
            place = dot_place(box.rect, self._look)
            self._disc(graph, f"unanswered_{box.claim}", place, self._theme.ink.warning)
        if content.hidden:
            place = badge_place(box.rect, content, self._look, self._measure)
            label = self._letters.hidden(content)
            ground = self._theme.surfaces.card_border
            self._capsule(graph, f"hidden_{box.claim}", place, ground, label=label)
        if not content.full:
            self._strokes(graph, name, placed(_ELSEWHERE, corner_place(box.rect)), colour)

    def _border(self, content: Content) -> tuple[str, float, str]:
        """The style, thickness and colour of a card's border: how faithful it is to the words."""
        ink, line = self._theme.ink.muted, self._colours(content.role).line
        if content.role is Role.CONTENTION:
            return _SOLID, 1.8, line
        if content.unstated or not content.full:
            return _DASHED, 1, ink
        match content.fidelity:
            case Fidelity.QUOTATION:
                return _SOLID, 1.2, line
            case Fidelity.INTERPRETATION:
                return _DOTTED, 1.2, ink
            case Fidelity.PARAPHRASE | Fidelity.SUMMARY | None:
                return _SOLID, 1, self._theme.surfaces.card_border

    def _paper(self, content: Content) -> str:
        quiet = content.unstated or not content.full
        return self._colours(content.role).tint if quiet else self._theme.surfaces.card

    def _chip(self, graph: "Digraph", box: CardBox) -> None:
        content = box.shape.content
        top = content.role in {Role.CONTENTION, Role.FREE}
        ground = self._theme.surfaces.line if top else self._colours(content.role).border
        if content.colour is not None:
            ground = self._theme.tints[content.colour].mark
        place = chip_place(box.rect, self._look)
        label = self._letters.initials(content)
        self._disc(graph, f"speaker_{box.claim}", place, ground, label=label)

    # Steps

    def _step(self, graph: "Digraph", box: StepBox, premises: Iterable[CardBox]) -> None:
        if is_reference(box):
            self._pill(graph, box)
            return
        colours, name = self._colours(box.role), f"group_{box.inference.id}"
        style = _SOLID if box.role is Role.REASON else _DASHED
        with graph.subgraph(name=f"cluster_{box.inference.id}") as group:
            group.attr(
                bb=self._page.box(box.rect),
                **_naming(name, box.role),
                style=style,
                penwidth=self._pen(1),
                color=colours.border,
                fillcolor=colours.tint,
            )
            self._pill(group, box)
            for card in premises:
                self._card(group, card)

    def _pill(self, graph: "Digraph", box: StepBox) -> None:
        colours, name = self._colours(box.role), step_name(box)
        ground, ink = colours.line, colours.on_line
        if is_reference(box):
            ground, ink = colours.tint, colours.line
        label = self._letters.pill(box.word, box.pill.width, ink)
        self._capsule(graph, name, box.pill, ground, label=label, **_naming(name, box.role))
        side = self._look.sign
        top = box.pill.center.y - side / 2
        square = Rect(box.pill.x + self._look.pill_pad, top, side, side)
        self._strokes(graph, name, placed(SIGNS[box.role], square), ink)

    def _lines(self, graph: "Digraph") -> None:
        names = names_in_full(self._arrangement)
        lines = {line.step: line for line in self._arrangement.lines}
        for box, _ in reading_order(self._arrangement):
            line = lines.get(box.key)
            if not isinstance(box, StepBox) or not line:
                continue
            graph.edge(
                step_name(box),
                names[box.key[0]],
                pos=self._page.spline(dashed(line.curve, DASHES.get(line.role, ()))),
                color=self._colours(line.role).line,
                **_naming(f"line_{step_name(box)}", line.role),
            )

    # Shapes

    def _capsule(
        self, graph: "Digraph", name: str, rect: Rect, colour: str, **attributes: str
    ) -> None:
        """A box between two discs, since Graphviz rounds corners by 12 units and no more."""
        side, half = rect.height, rect.height / 2
        self._disc(graph, f"{name}_left", Rect(rect.x, rect.y, side, side), colour)
        self._disc(graph, f"{name}_right", Rect(rect.right - side, rect.y, side, side), colour)
        graph.node(
            name,
            **self._place(Rect(rect.x + half, rect.y, rect.width - side, side)),
            style="filled",
            penwidth="0",
            color=colour,
            fillcolor=colour,
            **attributes,
        )

    def _disc(
        self, graph: "Digraph", name: str, rect: Rect, colour: str, *, label: str = ""
    ) -> None:
        graph.node(
            name,
            label=label or None,
            shape="circle",
            style="filled",
            **self._place(rect),
            penwidth="0",
            color=colour,
            fillcolor=colour,
        )

    def _strokes(self, graph: "Digraph", name: str, strokes: Iterable[Stroke], colour: str) -> None:
        """Strokes over a node: an edge from it to itself."""
        pos = self._page.polylines(strokes)
        graph.edge(name, name, pos=pos, color=colour, penwidth=self._pen(_SIGN))

    def _place(self, rect: Rect) -> dict[str, str]:
        return {
            "pos": self._page.point(rect.center),
            "width": _inches(rect.width),
            "height": _inches(rect.height),
        }

    def _pen(self, pixels: float) -> str:
        return number(pixels * UNITS)

    def _colours(self, role: Role) -> RoleColours:
        return self._theme.roles[role.value]


def _naming(name: str, role: Role) -> dict[str, str]:
    """The attributes by which programs and style sheets find an element of an SVG."""
    return {"id": name, "class": role.value}


def _inches(pixels: float) -> str:
    return f"{pixels * UNITS / 72:.5g}"

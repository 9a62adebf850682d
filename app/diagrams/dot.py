"""An arrangement as DOT: Graphviz draws it where the layout put it, and lays out nothing itself.

Each claim is a node, each step a cluster around its premises with a node for its pill, and an edge
from there to what the step bears on. The graph itself names the engine `nop2` (`neato -n2`), so any
Graphviz draws the same picture from the file: ``dot -Tsvg map.gv -o map.svg``.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from app.diagrams.cards import (
    DASHED,
    ELSEWHERE,
    SOLID,
    Lettering,
    badge_place,
    border_of,
    chip_place,
    corner_place,
    dot_place,
)
from app.diagrams.graph import UNITS, graph_around
from app.diagrams.links import Link
from app.diagrams.paging import POINTS, Frame
from app.diagrams.places import (
    card_name,
    is_reference,
    names_in_full,
    naming,
    reading_order,
    step_name,
)
from app.diagrams.statements import Statements, quoted
from app.diagrams.strokes import DASHES, Page, number
from app.layout.boxes import CardBox, StepBox
from app.layout.contents import Content
from app.layout.geometry import Rect
from app.layout.sheet import Caption, Pill, Sheet
from app.layout.signs import SIGNS, Stroke
from app.layout.text import Measure
from app.model.elements import ClaimId
from app.model.role import Role
from resources.themes import RoleColours, Theme

_BOXES_IN_PIECE = 20  # cards and steps that are written at once
_SIGN = 1.8  # how thick signs are, in pixels


def dot_source(
    sheet: Sheet,
    theme: Theme,
    *,
    measure: Measure,
    title: str = "",
    links: Mapping[ClaimId, Link] = MappingProxyType({}),
    frame: Frame | None = None,
) -> str:
    """Write a sheet in DOT; the frame says how big it is drawn, and on what page."""
    return "".join(dot_pieces(sheet, theme, measure=measure, title=title, links=links, frame=frame))


def dot_pieces(
    sheet: Sheet,
    theme: Theme,
    *,
    measure: Measure,
    title: str = "",
    links: Mapping[ClaimId, Link] = MappingProxyType({}),
    frame: Frame | None = None,
) -> Iterator[str]:
    """Write a sheet in DOT as `dot_source` does, piece by piece for an engine that reads along."""
    page = sheet.page
    shown = frame or Frame(page.width * POINTS, page.height * POINTS, POINTS)
    return _Drawing(sheet, theme, measure, links).pieces(title, shown)


class _Drawing:
    """One run: each box in reading order, then the lines."""

    def __init__(
        self, sheet: Sheet, theme: Theme, measure: Measure, links: Mapping[ClaimId, Link]
    ) -> None:
        self._sheet = sheet
        self._arrangement = sheet.arrangement
        self._look = sheet.arrangement.look
        self._theme = theme
        self._measure = measure
        self._links = links
        self._page = Page(sheet.page, UNITS)
        self._letters = Lettering(self._look, theme, measure, UNITS)
        self._body = Statements()
        self._order = reading_order(self._arrangement)

    def pieces(self, title: str, frame: Frame) -> Iterator[str]:
        head, end = graph_around(self._page, frame, title=title, ground=self._theme.ground)
        yield head
        for count, caption in enumerate(self._captions(above=True)):
            self._caption(f"title_{count}", caption)
        for number_of_box, (box, premises) in enumerate(self._order, 1):
            if isinstance(box, StepBox):
                self._step(box, premises)
            else:
                self._card(box)
            if not number_of_box % _BOXES_IN_PIECE:
                yield self._body.taken()
        yield from self._lines()
        self._legend()
        yield self._body.taken() + end

    # Around the map

    def _captions(self, *, above: bool) -> list[Caption]:
        top = self._arrangement.bounds.y
        return [one for one in self._sheet.captions if (one.rect.y < top) == above]

    def _caption(self, name: str, caption: Caption) -> None:
        said = f"label={self._letters.caption(caption)}"
        self._body.node(name, said, self._place(caption.rect), 'style="" penwidth="0"')

    def _legend(self) -> None:
        for count, pill in enumerate(self._sheet.pills):
            self._pill(f"legend_pill_{count}", pill, self._colours(pill.role))
        for sample in self._sheet.samples:
            self._card(sample)
        for count, caption in enumerate(self._captions(above=False)):
            self._caption(f"legend_{count}", caption)

    # Cards

    def _card(self, box: CardBox) -> None:
        content, name = box.shape.content, card_name(box)
        style, pen, colour = border_of(content, self._theme)
        self._body.node(
            name,
            f"label={self._letters.card(box.shape, box.rect.width, box.rect.height)}",
            self._place(box.rect),
            naming(name, content.role),
            _painted(style, pen, colour, self._paper(content)),
            *self._link(box),
        )
        if content.speaker:
            self._chip(box)
        if content.unanswered:
            place = dot_place(box.rect, self._look)
            self._disc(f"unanswered_{box.claim}", place, self._theme.ink.warning)
        if content.hidden:
            place = badge_place(box.rect, content, self._look, self._measure)
            label = self._letters.hidden(content)
            behind = self._theme.surfaces.card_border
            self._capsule(f"hidden_{box.claim}", place, behind, label=label)
        if not content.full:
            self._strokes(name, ELSEWHERE, corner_place(box.rect), colour)

    def _link(self, box: CardBox) -> Iterator[str]:
        """What is read beside a card, and where a click on it leads."""
        link = self._links.get(box.claim) if box.shape.content.full else None
        if link and link.address:
            yield f"URL={quoted(link.address)}"
        if link:
            yield f"tooltip={quoted(link.words)}"

    def _paper(self, content: Content) -> str:
        quiet = content.unstated or not content.full
        return self._colours(content.role).tint if quiet else self._theme.surfaces.card

    def _chip(self, box: CardBox) -> None:
        content = box.shape.content
        top = content.role in {Role.CONTENTION, Role.FREE}
        ground = self._theme.surfaces.line if top else self._colours(content.role).border
        if content.colour is not None:
            ground = self._theme.tints[content.colour].mark
        place = chip_place(box.rect, self._look)
        label = self._letters.initials(content)
        self._disc(f"speaker_{box.claim}", place, ground, f"label={label}")

    # Steps

    def _step(self, box: StepBox, premises: Iterable[CardBox]) -> None:
        colours, pill = self._colours(box.role), Pill(box.pill, box.role, box.word)
        if is_reference(box):
            self._pill(step_name(box), pill, colours, quiet=True)
            return
        style = SOLID if box.role is Role.REASON else DASHED
        self._body.open_cluster(
            str(box.inference.id),
            f'bb="{self._page.box(box.rect)}"',
            naming(f"group_{box.inference.id}", box.role),
            _painted(style, 1, colours.border, colours.tint),
        )
        self._pill(step_name(box), pill, colours)
        for card in premises:
            self._card(card)
        self._body.close_cluster()

    def _pill(self, name: str, pill: Pill, colours: RoleColours, *, quiet: bool = False) -> None:
        """A pill with its sign and word; one that only refers to another place is quiet."""
        rect, (ground, ink) = pill.rect, (colours.line, colours.on_line)
        if quiet:
            ground, ink = colours.tint, colours.line
        label = self._letters.pill(pill.word, rect.width, ink)
        self._capsule(name, rect, ground, naming(name, pill.role), label=label)
        side = self._look.sign
        square = Rect(rect.x + self._look.pill_pad, rect.center.y - side / 2, side, side)
        self._strokes(name, SIGNS[pill.role], square, ink)

    def _lines(self) -> Iterator[str]:
        names = names_in_full(self._arrangement)
        lines = {line.step: line for line in self._arrangement.lines}
        for number_of_box, (box, _) in enumerate(self._order):
            if not number_of_box % _BOXES_IN_PIECE:
                yield self._body.taken()
            line = lines.get(box.key)
            if not isinstance(box, StepBox) or not line:
                continue
            self._body.edge(
                step_name(box),
                names[box.key[0]],
                f'pos="{self._page.spline(line.curve, DASHES.get(line.role, ()))}"',
                f'color="{self._colours(line.role).line}"',
                naming(f"line_{step_name(box)}", line.role),
            )

    # Shapes

    def _capsule(self, name: str, rect: Rect, colour: str, *said: str, label: str) -> None:
        """A box between two discs, since Graphviz rounds corners by 12 units and no more."""
        side, half = rect.height, rect.height / 2
        self._disc(f"{name}_left", Rect(rect.x, rect.y, side, side), colour)
        self._disc(f"{name}_right", Rect(rect.right - side, rect.y, side, side), colour)
        middle = self._place(Rect(rect.x + half, rect.y, rect.width - side, side))
        self._body.node(
            name, f"label={label}", middle, _painted("filled", 0, colour, colour), *said
        )

    def _disc(self, name: str, rect: Rect, colour: str, *said: str) -> None:
        painted = f'penwidth="0" color="{colour}" fillcolor="{colour}"'
        self._body.node(name, *said, 'shape="circle" style="filled"', self._place(rect), painted)

    def _strokes(self, name: str, strokes: tuple[Stroke, ...], square: Rect, colour: str) -> None:
        """Strokes over a node: an edge from it to itself."""
        pos = self._page.strokes(strokes, square)
        self._body.edge(name, name, f'pos="{pos}" color="{colour}" penwidth="{_pen(_SIGN)}"')

    def _place(self, rect: Rect) -> str:
        x, y, width, height = rect
        pos = self._page.point(x + width / 2, y + height / 2)
        return f'pos="{pos}" width="{_inches(width)}" height="{_inches(height)}"'

    def _colours(self, role: Role) -> RoleColours:
        return self._theme.roles[role.value]


@lru_cache(maxsize=4096)  # few sizes are new
def _inches(pixels: float) -> str:
    return f"{pixels * UNITS / 72:.5g}"


@lru_cache(maxsize=256)  # few kinds of borders are there
def _painted(style: str, pen: float, colour: str, paper: str) -> str:
    return f'style="{style}" penwidth="{_pen(pen)}" color="{colour}" fillcolor="{paper}"'


def _pen(pixels: float) -> str:
    return number(pixels * UNITS)

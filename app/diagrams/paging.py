"""How a drawing comes to stand on pages: all of it on one, or spread over several.

Sizes are in points, of which 72 make an inch; pixels are those of a screen of 96 dots an inch.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final, NamedTuple

from app.diagrams.options import DiagramOptions, Fit, Paper, Turn
from app.layout.geometry import Rect
from app.model.errors import DiagramError

POINTS: Final = 0.75  # of the page, a logical pixel
MARGIN: Final = 28.35  # a centimetre, where printers print nothing or the pages overlap
MOST_POINTS: Final = 14_400  # PDF readers show no longer pages
MOST_PAGES: Final = 400
_LEAST_SCALE = 0.03  # of the usual size; below this, zooming in does not help either

SIZES: Final = {
    Paper.A4: (595.28, 841.89),
    Paper.A3: (841.89, 1190.55),
    Paper.LETTER: (612.0, 792.0),
}


class Frame(NamedTuple):
    """A page, so many points wide and high, and so many points a pixel of what is drawn."""

    width: float
    height: float
    scale: float


@dataclass(frozen=True, slots=True)
class Tile:
    """A page of several: where the left top of the drawing is on it, and which one it is."""

    x: float
    y: float
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Pages:
    """A drawing on its page, and the tiles that it is spread over; none if it is on one page.

    `drawn` is the frame that the drawing itself is drawn in, `paper` that of each page.
    """

    drawn: Frame
    paper: Frame
    tiles: tuple[Tile, ...] = ()
    rows: int = 1
    columns: int = 1


def pages_for(page: Rect, options: DiagramOptions) -> Pages:
    """Find out what pages a drawing of a size, in pixels, needs.

    Raises DiagramError if they are too many, or if nothing could be read on the only one.
    """
    width, height = page.width * POINTS, page.height * POINTS
    if options.paper is Paper.FREE:
        whole = Frame(width, height, POINTS)
        return Pages(whole, whole)
    return pages_on(page, [*_papers(options)], options.fit)


def pages_on(page: Rect, papers: Sequence[tuple[float, float]], fit: Fit) -> Pages:
    """Find out what pages of the best of some sizes a drawing needs."""
    width, height = page.width * POINTS, page.height * POINTS
    if fit is Fit.PAGE:
        fits = [_on_one(width, height, paper) for paper in papers]
        best = max(fits, key=lambda frame: frame.scale)
        if best.scale < _LEAST_SCALE * POINTS:
            raise DiagramError(
                "This map is too big for one page: nothing on it could be read. Spread it over"
                " several pages, let the page be as big as the diagram, or draw a part of it."
            )
        return Pages(best, best)
    return min((_spread(width, height, paper) for paper in papers), key=lambda p: len(p.tiles))


def _papers(options: DiagramOptions) -> Iterator[tuple[float, float]]:
    short, long = SIZES[options.paper]
    if options.turn is not Turn.LANDSCAPE:
        yield short, long
    if options.turn is not Turn.PORTRAIT:
        yield long, short


def _on_one(width: float, height: float, paper: tuple[float, float]) -> Frame:
    scale = min((paper[0] - 2 * MARGIN) / width, (paper[1] - 2 * MARGIN) / height, 1.0)
    return Frame(*paper, scale * POINTS)


def _spread(width: float, height: float, paper: tuple[float, float]) -> Pages:
    """Cut a drawing into what fits between the margins of each page; these show what is beyond."""
    across, down = paper[0] - 2 * MARGIN, paper[1] - 2 * MARGIN
    columns, rows = max(ceil(width / across), 1), max(ceil(height / down), 1)
    if columns * rows > MOST_PAGES:
        raise DiagramError(
            "This map needs {pages:,} pages, more than the {most} that can be made. Let the"
            " page be as big as the diagram, or draw a part of it.",
            pages=columns * rows,
            most=MOST_PAGES,
        )
    left, top = (columns * across - width) / 2, (rows * down - height) / 2
    tiles = tuple(
        Tile(MARGIN + left - column * across, MARGIN + top - row * down, row, column)
        for row in range(rows)
        for column in range(columns)
    )
    shrunk = min(1.0, MOST_POINTS / max(width, height))  # the press makes it big again
    drawn = Frame(width * shrunk, height * shrunk, POINTS * shrunk)
    return Pages(drawn, Frame(*paper, POINTS), tiles, rows, columns)

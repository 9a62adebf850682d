"""The options of the command line that are about diagrams."""

from enum import StrEnum
from typing import Annotated

import typer

from app.diagrams.options import (
    LEAST_DPI,
    MOST_DPI,
    NARROWEST,
    WIDEST,
    Direction,
    Paper,
    Turn,
)
from app.model.errors import RejoinderError
from app.model.text import shortened

_MOST_SHOWN = 60


class Theme(StrEnum):
    """The colours of a diagram."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"
    CONTRAST = "contrast"


ThemeOption = Annotated[Theme, typer.Option(help="The colours of the diagram.")]
Orientation = Annotated[Direction, typer.Option(help="Which way arguments lead.")]
Page = Annotated[
    str,
    typer.Option(
        metavar="PAGE",
        help="The paper: free, a4, a3 or letter, with -portrait or -landscape if need be.",
    ),
]
Tiles = Annotated[
    bool, typer.Option("--tiles", help="Spread it over several pages at its full size.")
]
Dpi = Annotated[int, typer.Option(min=LEAST_DPI, max=MOST_DPI, help="Dots an inch of a picture.")]
CardWidth = Annotated[
    int, typer.Option(min=NARROWEST, max=WIDEST, help="The width of cards, in per cent.")
]
Branch = Annotated[
    str, typer.Option(metavar="ID", help="Only this claim or step, with what hangs below.")
]
Each = Annotated[
    bool, typer.Option("--each", help="Each contention on a page, or in a file, of its own.")
]
Speakers = Annotated[bool, typer.Option(help="Who says it.")]
Quotations = Annotated[bool, typer.Option(help="The words that claims rest on.")]
Notes = Annotated[bool, typer.Option(help="The notes on claims.")]
Badges = Annotated[bool, typer.Option(help="The last row of cards: tags and places.")]
Legend = Annotated[bool, typer.Option(help="What the signs and borders mean.")]
Title = Annotated[bool, typer.Option(help="Title, sources and date above the map.")]


def paper_called(page: str) -> tuple[Paper, Turn]:
    """Read the name of a paper, and which side of it is up."""
    name, _, side = page.lower().partition("-")
    try:
        return Paper(name), Turn(side) if side else Turn.AUTO
    except ValueError as error:
        raise RejoinderError(
            "There is no page “{name}”: name free, a4, a3 or letter, with -portrait or -landscape"
            " if need be.",
            name=shortened(page, _MOST_SHOWN),
        ) from error

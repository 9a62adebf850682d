"""The options of the command line about what is exported, and how."""

from enum import StrEnum
from pathlib import Path
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
from app.documents.kinds import What
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
        help="The paper: free, a4, a3 or letter, with -portrait or -landscape if need be;"
        " of documents a4 or letter.",
    ),
]
Tiles = Annotated[
    bool, typer.Option("--tiles", help="Spread it over several pages at its full size.")
]
Dpi = Annotated[int, typer.Option(min=LEAST_DPI, max=MOST_DPI, help="Dots an inch of a picture.")]
CardWidth = Annotated[
    int, typer.Option(min=NARROWEST, max=WIDEST, help="The width of cards, in per cent.")
]
Outputs = Annotated[
    list[Path],
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="What to write: png, svg, pdf, jpg, eps, dot, json, md, html, docx, csv."
        " Can be repeated.",
    ),
]
Kind = Annotated[What | None, typer.Option(help="What documents hold; else briefs and claims.")]
Branch = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CLAIM",
        help="Only this claim and what hangs from it: its id, or how it begins."
        " Can be repeated for documents. A step goes by its id.",
    ),
]
Each = Annotated[
    bool,
    typer.Option("--each", help="In diagrams each contention on a page, or in a file, of its own."),
]
Speakers = Annotated[bool | None, typer.Option(help="Who says it.")]
Quotations = Annotated[
    bool | None, typer.Option(help="The words that claims rest on; else in documents only.")
]
Notes = Annotated[bool | None, typer.Option(help="The notes on claims; else in documents only.")]
Confidence = Annotated[bool | None, typer.Option(help="In documents, how sure one is.")]
Tags = Annotated[bool | None, typer.Option(help="In documents, the tags of claims.")]
Key = Annotated[bool | None, typer.Option(help="The solution of a worksheet.")]
Badges = Annotated[
    bool | None, typer.Option(help="In diagrams, the last row of cards: tags and places.")
]
Legend = Annotated[
    bool | None, typer.Option(help="In diagrams, what the signs and borders mean; else not.")
]
Title = Annotated[
    bool | None, typer.Option(help="In diagrams, title, sources and date on top; else not.")
]
Blank = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Blank cards of a worksheet: every:3, reasons, objections, unstated, or a claim."
        " Can be repeated.",
    ),
]


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

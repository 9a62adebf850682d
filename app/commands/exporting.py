"""The command that writes a project as diagrams, documents, tables or JSON."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands import export_arguments as arguments
from app.commands.ending import ending_well
from app.commands.start import Start
from app.diagrams.options import DiagramOptions, Direction, Fit
from app.model.errors import RejoinderError
from app.terminal import for_terminal

if TYPE_CHECKING:
    from app.model.argument_map import ArgumentMap


def export(  # noqa: PLR0913  one for each option
    ctx: typer.Context,
    project: Annotated[
        str,
        typer.Argument(
            help="A file of Rejoinder's, or the title or id of a project in the library."
        ),
    ],
    *,
    outputs: arguments.Outputs,
    kind: arguments.Kind = None,
    branch: arguments.Branch = None,
    each: arguments.Each = False,
    speakers: arguments.Speakers = None,
    quotations: arguments.Quotations = None,
    notes: arguments.Notes = None,
    confidence: arguments.Confidence = None,
    tags: arguments.Tags = None,
    key: arguments.Key = None,
    badges: arguments.Badges = None,
    legend: arguments.Legend = None,
    title: arguments.Title = None,
    blank: arguments.Blank = None,
    theme: arguments.ThemeOption = arguments.Theme.LIGHT,
    orientation: arguments.Orientation = Direction.DOWN,
    page: arguments.Page = "free",
    tiles: arguments.Tiles = False,
    dpi: arguments.Dpi = 192,
    card_width: arguments.CardWidth = 100,
) -> None:
    """Write a project as diagrams, documents, tables, or Rejoinder JSON (.json).

    Diagrams are .png, .svg, .pdf, .jpg, .eps or .dot. Documents are briefs, debate blocks,
    worksheets, outlines and tables of speakers (.md, .html, .docx), and tables of claims or
    locutions (.csv). Several files can be written at once.
    """
    from app import exchange  # noqa: PLC0415
    from app.commands import export_orders as orders  # noqa: PLC0415

    start: Start = ctx.obj
    ended = ctx.with_resource(ending_well())
    if tiles and page == "free":
        raise RejoinderError("--tiles needs a page to spread over: --page a4, a3 or letter.")
    kinds = orders.kinds_of(outputs, kind)
    for output in outputs:
        exchange.check_apart(project, output)
        exchange.check_apart(start.places.library, output)
    paper, turn = arguments.paper_called(page)
    document_paper = orders.paper_for(kinds, paper, turn)
    diagram = DiagramOptions(
        theme=theme.value,
        direction=orientation,
        paper=paper,
        turn=turn,
        fit=Fit.TILES if tiles else Fit.PAGE,
        dpi=dpi,
        card_width=card_width,
        drawn=datetime.now().astimezone().date(),
    )
    asked = {"speakers": speakers, "quotations": quotations, "notes": notes}
    asked |= {"confidence": confidence, "tags": tags, "key": key}
    asked |= {"badges": badges, "legend": legend, "title": title}
    parts = {name: chosen for name, chosen in asked.items() if chosen is not None}
    argument_map = exchange.map_named(project, start.places.library, named=start.is_named)
    branches = orders.branches_of(argument_map, kinds, branch or [], each=each)
    diagram = orders.drawn_so(diagram, parts, branches, each=each)
    document = orders.written_so(argument_map, parts, branches, blank or [], document_paper)
    draw = partial(_draw, argument_map, options=diagram, start=start, ended=ended)
    orders.write_all(argument_map, kinds, document, draw=draw, ended=ended)


def _draw(
    argument_map: "ArgumentMap",
    output: Path,
    *,
    options: DiagramOptions,
    start: Start,
    ended: Callable[[], bool],
) -> None:
    from app.diagrams.export import export_diagram  # noqa: PLC0415
    from app.settings import load_settings  # noqa: PLC0415

    dot = load_settings(start.places.settings).dot
    written = export_diagram(argument_map, output, options=options, program=dot, cancelled=ended)
    if written.remark:
        typer.echo(for_terminal(str(written.remark)), err=True)
    if len(written.paths) > 1:
        typer.echo("\n".join(for_terminal(str(path)) for path in written.paths))

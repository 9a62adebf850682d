"""The commands that can be given on the command line.

Each imports what it works with only when it is run, so that the others start at once.
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup
from typing_extensions import override

from app import __version__
from app import export_arguments as arguments
from app.diagrams.options import DiagramOptions, Direction, Fit
from app.model.errors import RejoinderError
from app.model.text import shortened
from app.places import LIBRARY_VARIABLE, Places, WindowRequest, default_places, temporary_places
from app.terminal import for_terminal

if TYPE_CHECKING:
    from typer._click import Command, Context

    from app.model.argument_map import ArgumentMap

_MOST_SHOWN = 60  # characters of what the person has given, in a line that says what is wrong
_LONG_WORD = re.compile(rf"\S{{{_MOST_SHOWN + 1},}}")

OpenWindow = Callable[[WindowRequest], int]
"""Shows the window until it is closed; returns the exit code."""


@dataclass(frozen=True, slots=True)
class _Start:
    """What holds for all commands of one start."""

    places: Places
    is_named: bool
    open_window: OpenWindow


class _PathOrCommand(TyperGroup):
    """Takes a first argument that is no command for a path to open in the window."""

    @override
    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> "tuple[str | None, Command | None, list[str]]":
        if self.get_command(ctx, args[0]) is None:
            args = ["open", *args]
        return super().resolve_command(ctx, args)


def build(open_window: OpenWindow) -> typer.Typer:
    """Put the commands together."""
    commands = typer.Typer(
        name="rejoinder",
        cls=_PathOrCommand,
        subcommand_metavar="[PATH | COMMAND [ARGS]...]",
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "obj": open_window},
    )
    commands.callback(invoke_without_command=True)(_begin)
    commands.command("open", hidden=True)(_open)
    commands.command("export")(_export)
    commands.command("convert")(_convert)
    commands.command("projects")(_projects)
    commands.command("draft")(_draft)
    commands.command("schema")(_schema)
    commands.command("rescue")(_rescue)
    return commands


def run_command(argv: Sequence[str], open_window: OpenWindow) -> int:
    """Run the command that the arguments name; returns the exit code.

    Raises RejoinderError for what is wrong with the arguments, too.
    """
    command = typer.main.get_command(build(open_window))
    try:
        code = command.main(list(argv), prog_name="rejoinder", standalone_mode=False)
    except typer.TyperException as error:
        message = error.format_message().replace("Value error, ", "").rstrip(".")
        message = _LONG_WORD.sub(lambda word: shortened(word[0], _MOST_SHOWN), message)
        raise RejoinderError("{message}. See rejoinder --help.", message=message) from error
    return code if isinstance(code, int) else 0


def _show_version(wanted: bool) -> None:  # noqa: FBT001  typer's way
    if wanted:
        typer.echo(f"rejoinder {__version__}")
        raise typer.Exit


def _begin(
    ctx: typer.Context,
    *,
    library: Annotated[
        str,
        typer.Option(
            metavar="PATH",
            help=f"The library: a file or a database's address; {LIBRARY_VARIABLE} names one too.",
        ),
    ] = "",
    temp: Annotated[
        bool, typer.Option("--temp", help="Start with empty settings and data; throw them away.")
    ] = False,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Say the version."),
    ] = False,
) -> int | None:
    """Argument maps from articles: what is claimed, why, what speaks against it, who says so.

    Without a command, or with a PATH to a library, a project or an article, the window opens.
    """
    if temp and library:
        raise RejoinderError("--temp has a library of its own: leave out --library.")
    places = ctx.with_resource(temporary_places()) if temp else default_places(library)
    is_named = not temp and bool(library or os.environ.get(LIBRARY_VARIABLE))
    start = _Start(places, is_named, ctx.obj)
    ctx.obj = start
    if ctx.invoked_subcommand is None:
        return start.open_window(WindowRequest(places))
    return None


def _open(ctx: typer.Context, path: Annotated[str, typer.Argument(metavar="PATH")]) -> int:
    """Open a library, a shared project or an article in the window."""
    start: _Start = ctx.obj
    if not Path(path).exists():
        name = shortened(path, _MOST_SHOWN)
        raise RejoinderError(
            "There is no command and no file “{name}”. See rejoinder --help.", name=name
        )
    return start.open_window(WindowRequest(start.places, Path(path)))


def _export(  # noqa: PLR0913  one for each option
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
    from app import exchange, exporting  # noqa: PLC0415

    start: _Start = ctx.obj
    kinds = exporting.kinds_of(outputs, kind)
    for output in outputs:
        exchange.check_apart(project, output)
        exchange.check_apart(start.places.library, output)
    paper, turn = arguments.paper_called(page)
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
    branches = exporting.branches_of(argument_map, kinds, branch or [], each=each)
    diagram = exporting.drawn_so(diagram, parts, branches, each=each)
    document = exporting.written_so(argument_map, parts, branches, blank or [])
    draw = partial(_draw, argument_map, options=diagram, start=start)
    exporting.write_all(argument_map, kinds, document, draw=draw)


def _draw(
    argument_map: "ArgumentMap", output: Path, *, options: DiagramOptions, start: _Start
) -> None:
    from app.diagrams.export import export_diagram  # noqa: PLC0415
    from app.settings import load_settings  # noqa: PLC0415

    dot = load_settings(start.places.settings).dot
    written = export_diagram(argument_map, output, options=options, program=dot)
    if written.remark:
        typer.echo(for_terminal(str(written.remark)), err=True)
    if len(written.paths) > 1:
        typer.echo("\n".join(for_terminal(str(path)) for path in written.paths))


def _convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="A .json or a .rejoinder file.")],
    output: Annotated[Path, typer.Argument(metavar="OUT", help="A .json or a .rejoinder file.")],
) -> None:
    """Turn Rejoinder JSON (.json) into a shared project (.rejoinder), or back."""
    from app import exchange  # noqa: PLC0415

    exchange.check_suffix(output)
    exchange.check_apart(source, output)
    exchange.write_map(exchange.map_in(source), output)


def _draft(
    articles: Annotated[
        list[Path],
        typer.Argument(metavar="ARTICLE...", help="Texts, pages, PDFs, Word and other documents."),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line an article.")] = False,
) -> None:
    """Say who says what in articles in English, what they may argue, and how it hangs together."""
    from app.articles.intake import take_file  # noqa: PLC0415
    from app.drafting import telling  # noqa: PLC0415
    from app.drafting.drafting import draft  # noqa: PLC0415

    for article in articles:
        text = take_file(article).text
        found = draft(text)
        if as_json:
            typer.echo(telling.as_json(found, str(article)))
            continue
        typer.echo(f"# {for_terminal(article.name)}")
        for depth, line in telling.as_list(found, text):
            typer.echo(f"{'  ' * depth}{for_terminal(line)}")
        typer.echo()


def _projects(ctx: typer.Context) -> None:
    """List the projects of the library: id, title, claims, when last changed."""
    start: _Start = ctx.obj
    from app import exchange  # noqa: PLC0415

    rows = [("id", "title", "claims", "changed")]
    with exchange.library_at(start.places.library, named=start.is_named) as library:
        for project in library.summaries() if library else []:
            key, title = for_terminal(project.id), for_terminal(project.title)
            rows.append((key, title, str(project.claims), _local_time(project.changed)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo("  ".join(cells).rstrip())


def _local_time(moment: datetime) -> str:
    """A moment as the clock here shows it, or in UTC where that is beyond all calendars."""
    try:
        local = moment.astimezone()
    except (OverflowError, ValueError, OSError):  # Windows has no local time before 1970
        local = moment
    return local.isoformat(" ", "minutes")[:16]


def _schema() -> None:
    """Print the JSON Schema of Rejoinder JSON."""
    import json  # noqa: PLC0415

    from app.formats import rejoinder_json  # noqa: PLC0415

    typer.echo(json.dumps(rejoinder_json.schema(), indent=2))


def _rescue(
    damaged: Annotated[Path, typer.Argument(metavar="FILE", help="A damaged library.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The new library.")
    ] = None,
) -> None:
    """Read what can be read of a damaged library into a new one, and leave the old one as it is."""
    from storage.rescue import rescue  # noqa: PLC0415

    to = output or damaged.with_name(f"{damaged.stem}.rescued{damaged.suffix}")
    report = rescue(damaged, to)
    for project in report.projects:
        typer.echo(
            f"{for_terminal(project.title)}: {project.claims} claims;"
            f" {project.lost} elements lost, {project.mended} not whole,"
            f" {project.remembered} brought back from the history;"
            f" the history is {'kept' if project.is_history_kept else 'lost'}"
        )
    if not report.is_all:
        typer.echo("Parts of the file could not be read; there may have been more.")
    typer.echo(f"The new library is {for_terminal(str(to))}.")

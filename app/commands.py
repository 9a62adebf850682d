"""The commands that can be given on the command line.

Each imports what it works with only when it is run, so that the others start at once.
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup
from typing_extensions import override

from app import __version__
from app.model.errors import RejoinderError
from app.model.text import shortened
from app.places import LIBRARY_VARIABLE, Places, WindowRequest, default_places, temporary_places
from app.terminal import for_terminal

if TYPE_CHECKING:
    from typer._click import Command, Context

_DIAGRAMS = (".png", ".svg", ".pdf", ".dot")
_MOST_SHOWN = 60  # characters of what the person has given, in a line that says what is wrong
_LONG_WORD = re.compile(rf"\S{{{_MOST_SHOWN + 1},}}")

OpenWindow = Callable[[WindowRequest], int]
"""Shows the window until it is closed; returns the exit code."""


class Theme(StrEnum):
    """The colours of a diagram."""

    LIGHT = "light"
    DARK = "dark"


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


def _export(
    ctx: typer.Context,
    project: Annotated[
        str,
        typer.Argument(
            help="A file of Rejoinder's, or the title or id of a project in the library."
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="What to write: png, svg, pdf, dot, json."
        ),
    ],
    theme: Annotated[Theme, typer.Option(help="The colours of the diagram.")] = Theme.LIGHT,
) -> None:
    """Write a project as a diagram (.png, .svg, .pdf, .dot) or as Rejoinder JSON (.json)."""
    start: _Start = ctx.obj
    suffix = output.suffix.lower()
    if suffix not in {*_DIAGRAMS, ".json"}:
        kinds = ", ".join(_DIAGRAMS)
        raise RejoinderError(
            "The name of what to write must end in one of {kinds}, .json.", kinds=kinds
        )
    from app import exchange  # noqa: PLC0415

    exchange.check_apart(project, output)
    exchange.check_apart(start.places.library, output)
    argument_map = exchange.map_named(project, start.places.library, named=start.is_named)
    if suffix == ".json":
        exchange.write_map(argument_map, output)
        return
    from app.diagrams.export import export_diagram  # noqa: PLC0415
    from app.settings import load_settings  # noqa: PLC0415

    dot = load_settings(start.places.settings).dot
    export_diagram(argument_map, output, theme=theme.value, program=dot)


def _convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="A .json or a .rejoinder file.")],
    output: Annotated[Path, typer.Argument(metavar="OUT", help="A .json or a .rejoinder file.")],
) -> None:
    """Turn Rejoinder JSON (.json) into a shared project (.rejoinder), or back."""
    from app import exchange  # noqa: PLC0415

    exchange.check_suffix(output)
    exchange.check_apart(source, output)
    exchange.write_map(exchange.map_in(source), output)


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

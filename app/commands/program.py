"""The commands put together: arguments in, exit code out.

Each imports what it works with only when it is run, so that the others start at once.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup
from typing_extensions import override

from app import __version__
from app.commands.drafting import draft_articles
from app.commands.exporting import export
from app.commands.library import convert, projects, rescue, schema
from app.commands.sharing import share, take
from app.commands.start import MOST_SHOWN, OpenWindow, Start
from app.model.errors import RejoinderError
from app.model.text import shortened
from app.places import LIBRARY_VARIABLE, WindowRequest, default_places, temporary_places

if TYPE_CHECKING:
    from typer._click import Command, Context

_LONG_WORD = re.compile(rf"\S{{{MOST_SHOWN + 1},}}")


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
    commands.command("export")(export)
    commands.command("convert")(convert)
    commands.command("projects")(projects)
    commands.command("share")(share)
    commands.command("take")(take)
    commands.command("draft")(draft_articles)
    commands.command("schema")(schema)
    commands.command("rescue")(rescue)
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
        message = _LONG_WORD.sub(lambda word: shortened(word[0], MOST_SHOWN), message)
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
    start = Start(places, is_named, ctx.obj)
    ctx.obj = start
    if ctx.invoked_subcommand is None:
        return start.open_window(WindowRequest(places))
    return None


def _open(ctx: typer.Context, path: Annotated[str, typer.Argument(metavar="PATH")]) -> int:
    """Open a library, a shared project or an article in the window."""
    start: Start = ctx.obj
    if not Path(path).exists():
        name = shortened(path, MOST_SHOWN)
        raise RejoinderError(
            "There is no command and no file “{name}”. See rejoinder --help.", name=name
        )
    return start.open_window(WindowRequest(start.places, Path(path)))

"""The commands about shared projects: write one, and take one into the library."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.model.errors import RejoinderError
from app.ports import Sharing
from app.terminal import for_terminal

if TYPE_CHECKING:
    from app.commands.start import Start

_ENDING = ".rejoinder"


def share(
    ctx: typer.Context,
    project: Annotated[
        str, typer.Argument(help="The title or id of a project in the library, or a library file.")
    ],
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="A .rejoinder file.")
    ],
    history: Annotated[
        bool,
        typer.Option("--history", help="With its history, which holds what was removed since."),
    ] = False,
    notes: Annotated[bool, typer.Option("--notes", help="With the notes on claims.")] = False,
    earlier_texts: Annotated[
        bool, typer.Option("--earlier-texts", help="With earlier texts of its articles.")
    ] = False,
) -> None:
    """Write a project to a file of its own, to be mailed, opened in place and taken in.

    Claims, who says them and the texts of the articles go along; notes and history only if asked.
    """
    from app import exchange  # noqa: PLC0415
    from storage.shared import share_project  # noqa: PLC0415

    start: Start = ctx.obj
    if output.suffix.lower() != _ENDING:
        raise RejoinderError("The name of a shared project must end in .rejoinder.")
    exchange.check_apart(project, output)
    exchange.check_folder(output)
    place, key = exchange.project_named(project, start.places.library, named=start.is_named)
    share_project(place, key, output, Sharing(history, notes, earlier_texts))


def take(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .rejoinder file.")],
    *,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="If the library has the project, make it like the file, as an edit of it.",
        ),
    ] = False,
    keep_both: Annotated[
        bool, typer.Option("--keep-both", help="If the library has the project, add another.")
    ] = False,
) -> None:
    """Take a shared project into the library, with its history; prints its id there."""
    from app import exchange  # noqa: PLC0415
    from app.model.errors import PresentError  # noqa: PLC0415
    from storage.shared import take_project  # noqa: PLC0415

    start: Start = ctx.obj
    if replace and keep_both:
        raise RejoinderError("Either --replace or --keep-both: not both.")
    where = start.places.library
    try:
        key = take_project(file, where, create=not start.is_named)
    except PresentError as error:
        if replace:
            key = exchange.take_over(file, where)
        elif keep_both:
            key = take_project(file, where, as_another=True)
        else:
            raise RejoinderError(
                "{sentence} Use --replace to make it like the file, or --keep-both.",
                sentence=error,
            ) from error
    typer.echo(for_terminal(key))

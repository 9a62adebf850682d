"""Commands about the library and its files: list, turn into another format, rescue."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.terminal import for_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.commands.start import Start
    from app.ports import ProjectSummary


def projects(ctx: typer.Context) -> None:
    """List the projects of the library: id, title, claims, when last changed, and tags.

    Those that are archived come apart, and those in the bin not at all.
    """
    start: Start = ctx.obj
    from app import exchange  # noqa: PLC0415

    with exchange.library_at(start.places.library, named=start.is_named) as library:
        found = library.summaries() if library else []
    head = ("id", "title", "claims", "changed", "tags")
    rows = [head, *(_row(project) for project in found if not project.archived)]
    archived = [_row(project) for project in found if project.archived]
    widths = [max(map(len, column)) for column in zip(*rows, *archived, strict=True)]
    for row in rows:
        _print_row(row, widths)
    if archived:
        typer.echo("\nArchived:")
        for row in archived:
            _print_row(row, widths)


def _row(project: "ProjectSummary") -> tuple[str, ...]:
    return (
        for_terminal(project.id),
        for_terminal(project.title),
        str(project.claims),
        _local_time(project.changed),
        for_terminal(", ".join(project.tags)),
    )


def _print_row(row: "Sequence[str]", widths: "Sequence[int]") -> None:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    typer.echo("  ".join(cells).rstrip())


def _local_time(moment: datetime) -> str:
    """A moment as the clock here shows it, or in UTC where that is beyond all calendars."""
    try:
        local = moment.astimezone()
    except (OverflowError, ValueError, OSError):  # Windows has no local time before 1970
        local = moment
    return local.isoformat(" ", "minutes")[:16]


def convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="A .json or a .rejoinder file.")],
    output: Annotated[Path, typer.Argument(metavar="OUT", help="A .json or a .rejoinder file.")],
) -> None:
    """Turn Rejoinder JSON (.json) into a shared project (.rejoinder), or back."""
    from app import exchange  # noqa: PLC0415

    exchange.check_suffix(output)
    exchange.check_apart(source, output)
    exchange.write_map(exchange.map_in(source), output)


def schema() -> None:
    """Print the JSON Schema of Rejoinder JSON."""
    import json  # noqa: PLC0415

    from app.formats import rejoinder_json  # noqa: PLC0415

    typer.echo(json.dumps(rejoinder_json.schema(), indent=2))


def rescue(
    damaged: Annotated[Path, typer.Argument(metavar="FILE", help="A damaged library.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The new library.")
    ] = None,
) -> None:
    """Read what can be read of a damaged library into a new one, and leave the old one as it is."""
    from storage.rescue import rescue as rescue_into  # noqa: PLC0415

    to = output or damaged.with_name(f"{damaged.stem}.rescued{damaged.suffix}")
    report = rescue_into(damaged, to)
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

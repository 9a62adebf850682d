"""Shared projects: a project in a file of its own, to be mailed or put on a share."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.model.argument_map import ArgumentMap
from app.model.elements import ProjectId, new_id
from app.model.errors import StoreError
from app.ports import ProjectSummary, Sharing
from storage.carrying import carry
from storage.copying import Progress, beside, nothing_told
from storage.database import Database
from storage.driver import may_write
from storage.errors import Trouble, explain_outside, refusal, translated
from storage.library import SqlLibrary, open_library
from storage.opening import as_of_today, made_single, opened
from storage.sqlite import is_open, is_ours

_ANOTHER = "choose another name"
_IN_USE = Trouble("it is open, or was not closed", "close it first, or choose another name")
_OPEN = Trouble("it is the library that is open", _ANOTHER)
_OTHERS = Trouble("it is a library with other projects in it", _ANOTHER)


def write_shared_project(argument_map: ArgumentMap, path: Path) -> None:
    """Write a map to a file that is a library with this one project, and without a history.

    A file that is there is replaced, in one step and only when the new one is on disk; if that
    fails, it is as it was, and StoreError is raised. So it is for a library that is open, or that
    holds any other project than this one.
    """
    with _replacing(path, argument_map.project.id) as database:
        SqlLibrary(database).create(argument_map)


def share_project(
    where: Path | str,
    project_id: ProjectId,
    path: Path,
    what: Sharing,
    *,
    progress: Progress = nothing_told,
) -> None:
    """Write a project of a library to a file that is a library with this one project.

    Of what is not to go along, nothing is anywhere in the file. Replaces as `write_shared_project`.
    """
    with (
        closing(opened(where, create=False, read_only=True)) as source,
        _replacing(path, project_id) as target,
    ):
        carry(source, project_id, target, what, progress=progress)


def open_in_place(path: Path) -> SqlLibrary:
    """Open a library that is there; one that cannot be written to is opened to be read only."""
    with translated(str(path), "opened", explain_outside):
        is_writable = not path.exists() or (may_write(path) and may_write(path.parent))
    return open_library(path, create=False, read_only=not is_writable)


def take_project(
    path: Path,
    where: Path | str,
    *,
    as_another: bool = False,
    create: bool = False,
    progress: Progress = nothing_told,
) -> ProjectId:
    """Copy the project of a shared file into a library, history and all; gives its id there.

    The file is left as it is, and may be one that cannot be written to, or an older one. It comes
    under its own id, or, if it is to stand beside one of that id, `as_another`. Raises PresentError
    if its id is there already, and StoreError; then nothing of it is in the library. If there is no
    library, one is made if it is to `create`.
    """
    with as_of_today(path) as source:
        project_id = only_project(SqlLibrary(source)).id
        key = ProjectId(new_id()) if as_another else project_id
        with closing(opened(where, create=create)) as library:
            return carry(source, project_id, library, key=key, progress=progress)


def read_shared_project(path: Path) -> ArgumentMap:
    """Read the map in a file that holds a single project, and write nothing, not even beside it.

    Raises StoreError for anything else.
    """
    with as_of_today(path) as database:
        library = SqlLibrary(database)
        return library.open(only_project(library).id).load()


def only_project(library: SqlLibrary) -> ProjectSummary:
    """The project of a shared file. Raises StoreError if it holds none, or several."""
    found = library.summaries()
    if len(found) != 1:
        raise StoreError(
            "The file {path} must hold one project; it holds {count}.",
            path=library.place,
            count=len(found),
        )
    return found[0]


@contextmanager
def _replacing(path: Path, project_id: ProjectId) -> Iterator[Database]:
    """Give a new library in a single file; it takes its place once it is closed and on disk."""
    with translated(str(path), "written", explain_outside):
        target = Path(os.path.realpath(path))  # `resolve` raises RuntimeError for links in a circle
        _require_replaceable(target, project_id, place=str(path))
    with beside(target) as new:
        with closing(made_single(new, place=str(path))) as database:
            yield database
        with translated(str(path), "written", explain_outside):
            new.replace(target)  # SQLite has synced the file itself
            _sync_folder(target.parent)


def _require_replaceable(target: Path, project_id: ProjectId, *, place: str) -> None:
    if is_open(target):
        raise refusal(place, "replaced", _OPEN)
    for ending in ("-wal", "-journal"):  # SQLite would play them back into the new file
        if target.with_name(target.name + ending).exists():
            raise refusal(place, "replaced", _IN_USE)
    if is_ours(target):
        with as_of_today(target) as database:
            library = SqlLibrary(database)
            there = {summary.id for summary in (*library.summaries(), *library.in_bin())}
            if there - {project_id}:
                raise refusal(place, "replaced", _OTHERS)


def _sync_folder(folder: Path) -> None:
    """Put names on disk, too, where the system lets a folder be opened (Windows does not)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

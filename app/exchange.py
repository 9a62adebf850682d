"""Maps out of files and libraries by what a person calls them, and into files."""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from app.files import read_text, replacing
from app.formats import rejoinder_json
from app.model.argument_map import ArgumentMap
from app.model.errors import FormatError, RejoinderError
from app.ports import Library, ProjectSummary
from storage.library import open_library
from storage.shared import write_shared_project

_JSON, _SHARED = ".json", ".rejoinder"


@contextmanager
def library_at(where: Path | str, *, named: bool) -> Iterator[Library | None]:
    """Open a library that is there; None if it is not, unless the person named it.

    Raises StoreError, as `storage.library.open_library` does.
    """
    if not named and isinstance(where, Path) and not where.exists():
        yield None
        return
    with closing(open_library(where, create=False)) as library:
        yield library


def map_named(name: str, where: Path | str, *, named: bool) -> ArgumentMap:
    """Read the map in a file, or the one that an id or a title stands for in a library.

    Raises RejoinderError if there is none, or if several have that title.
    """
    if _is_file(name):
        return map_in(Path(name))
    with library_at(where, named=named) as library:
        found = _called(library.summaries(), name) if library else []
        if library is None or not found:
            raise RejoinderError(
                f"There is no project and no file “{name}”; rejoinder projects lists the projects."
            )
        only = _only(found, f"have the title “{name}”; give the id of one instead")
        return library.open(only.id).load()


def map_in(path: Path) -> ArgumentMap:
    """Read the map in a file: Rejoinder JSON, or a library with one project.

    Raises RejoinderError for anything else.
    """
    if path.suffix.lower() == _JSON:
        return _map_in_json(path)
    with closing(open_library(path, create=False)) as library:
        found = library.summaries()
        if not found:
            raise RejoinderError(f"The library {path} has no project in it.")
        only = _only(
            found, f"are in {path}; give one of their ids, and this library with --library"
        )
        return library.open(only.id).load()


def check_suffix(path: Path) -> None:
    """Raise RejoinderError unless `write_map` can write to a file of this name."""
    if path.suffix.lower() not in {_JSON, _SHARED}:
        raise RejoinderError(f"The name of what to write must end in {_JSON} or {_SHARED}.")


def write_map(argument_map: ArgumentMap, path: Path) -> None:
    """Write a map as Rejoinder JSON or as a shared project, as the suffix says, all or nothing.

    Raises RejoinderError or OSError if that cannot be; a file that is there is then as it was.
    """
    check_suffix(path)
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
    if path.suffix.lower() == _SHARED:
        write_shared_project(argument_map, path)
        return
    text, _ = rejoinder_json.write(argument_map)
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:  # a title may be too long for a file's name
        return False


def _map_in_json(path: Path) -> ArgumentMap:
    text = read_text(path, most=rejoinder_json.MOST_BYTES)
    try:
        argument_map, _ = rejoinder_json.read(text)
    except FormatError as error:
        raise error.in_file(path) from error
    return argument_map


def _called(projects: Sequence[ProjectSummary], name: str) -> list[ProjectSummary]:
    """The project with an id, or else those with a title, whatever the case of its letters."""
    by_id = [project for project in projects if project.id == name]
    title = name.casefold()
    return by_id or [project for project in projects if project.title.casefold() == title]


def _only(projects: Sequence[ProjectSummary], remedy: str) -> ProjectSummary:
    if len(projects) > 1:
        ids = ", ".join(project.id for project in projects)
        raise RejoinderError(f"{len(projects)} projects {remedy}: {ids}.")
    return projects[0]

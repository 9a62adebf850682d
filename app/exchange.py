"""Maps out of files and libraries by what a person calls them, and into files."""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from app import edits
from app.document import Document
from app.files import read_text, replacing
from app.formats import rejoinder_json
from app.model.argument_map import ArgumentMap
from app.model.elements import ProjectId
from app.model.errors import FormatError, RejoinderError
from app.model.text import shortened
from app.ports import Library, ProjectSummary
from storage.library import open_library
from storage.shared import read_shared_project, write_shared_project

_JSON, _SHARED = ".json", ".rejoinder"
_MOST_SHOWN = 60  # characters of a name that the person has given
_MOST_IDS = 5


@contextmanager
def library_at(where: Path | str, *, named: bool) -> Iterator[Library | None]:
    """Open a library that is there, to be read; None if it is not, unless the person named it.

    Raises StoreError, as `storage.library.open_library` does.
    """
    if not named and isinstance(where, Path) and not where.exists():
        yield None
        return
    with closing(open_library(where, read_only=True)) as library:
        yield library


def map_named(name: str, where: Path | str, *, named: bool) -> ArgumentMap:
    """Read the map in a file, or the one that an id or a title stands for in a library.

    Raises RejoinderError if there is none, or if several have that title, and OSError if there is
    no looking for a file of that name.
    """
    if _is_file(name):
        return map_in(Path(name))
    with library_at(where, named=named) as library:
        if library is None:
            raise _unknown(name)
        return library.open(_called_in(library, name)).load()


def map_in(path: Path) -> ArgumentMap:
    """Read the map in a file: Rejoinder JSON, or a library with one project.

    Raises RejoinderError for anything else.
    """
    if path.suffix.lower() == _JSON:
        return _map_in_json(path)
    with closing(open_library(path, read_only=True)) as library:
        return library.open(_only_in(library, path)).load()


def project_named(name: str, where: Path | str, *, named: bool) -> tuple[Path | str, ProjectId]:
    """Find the one project of a library's file, or what an id or a title stands for in a library.

    Gives the library and the id. Raises as `map_named` does.
    """
    if not _is_file(name):
        with library_at(where, named=named) as library:
            if library is None:
                raise _unknown(name)
            return where, _called_in(library, name)
    path = Path(name)
    if path.suffix.lower() == _JSON:
        raise RejoinderError(
            "{name} is no library: rejoinder convert makes a shared project of it.",
            name=shortened(path.name, _MOST_SHOWN),
        )
    with closing(open_library(path, read_only=True)) as file:
        return path, _only_in(file, path)


def check_suffix(path: Path) -> None:
    """Raise RejoinderError unless `write_map` can write to a file of this name."""
    if path.suffix.lower() not in {_JSON, _SHARED}:
        raise RejoinderError("The name of what to write must end in .json or .rejoinder.")


def take_over(path: Path, where: Path | str) -> ProjectId:
    """Make a project of a library what its copy in a shared file has become, as an edit of it.

    Raises RejoinderError, and leaves all as it was, if that cannot be.
    """
    copy = read_shared_project(path)
    with closing(open_library(where, create=False)) as library:
        document = Document(library.open(copy.project.id))
        document.do(edits.take_over(document.map, copy=copy))
    return copy.project.id


def check_apart(source: Path | str, output: Path) -> None:
    """Raise RejoinderError if what is to be read, by whatever name, is the file to be written."""
    try:
        same = output.samefile(source)
    except (OSError, ValueError):  # one of them is not there, or is no file
        return
    if same:
        name = shortened(output.name, _MOST_SHOWN)
        raise RejoinderError(
            "{name} is the file to be read: give another name for what to write.", name=name
        )


def check_folder(path: Path) -> None:
    """Raise OSError unless there is a folder for a file."""
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))


def write_map(argument_map: ArgumentMap, path: Path) -> None:
    """Write a map as Rejoinder JSON or as a shared project, as the suffix says, all or nothing.

    Raises RejoinderError or OSError if that cannot be; a file that is there is then as it was.
    """
    check_suffix(path)
    check_folder(path)
    if path.suffix.lower() == _SHARED:
        write_shared_project(argument_map, path)
        return
    text, _ = rejoinder_json.write(argument_map)
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")


def _is_file(name: str) -> bool:
    """Whether there is a file of this name. Raises OSError if its folder may not be entered."""
    try:
        return stat.S_ISREG(Path(name).stat().st_mode)
    except PermissionError:
        raise
    except (OSError, ValueError):  # a title may be too long for a file's name
        return False


def _map_in_json(path: Path) -> ArgumentMap:
    text = read_text(path, most=rejoinder_json.MOST_BYTES)
    try:
        argument_map, _ = rejoinder_json.read(text)
    except FormatError as error:
        raise error.in_file(path) from error
    return argument_map


def _unknown(name: str) -> RejoinderError:
    return RejoinderError(
        "There is no project and no file “{name}”; rejoinder projects lists the projects.",
        name=shortened(name, _MOST_SHOWN),
    )


def _called_in(library: Library, name: str) -> ProjectId:
    """What an id or a title stands for. Raises RejoinderError if that is none, or several."""
    found = _called(library.summaries(), name)
    if not found:
        raise _unknown(name)
    several = "{count} projects have the title “{title}”; give the id of one instead: {ids}."
    return _only(found, several, title=shortened(name, _MOST_SHOWN)).id


def _only_in(library: Library, path: Path) -> ProjectId:
    """The one project of a file. Raises RejoinderError if it holds none, or several."""
    found = library.summaries()
    if not found:
        raise RejoinderError("The library {path} has no project in it.", path=path)
    several = (
        "{count} projects are in {path}; give one of their ids, and this library with --library:"
        " {ids}."
    )
    return _only(found, several, path=path).id


def _called(projects: Sequence[ProjectSummary], name: str) -> list[ProjectSummary]:
    """The project with an id, or else those with a title, whatever the case of its letters."""
    by_id = [project for project in projects if project.id == name]
    title = name.casefold()
    return by_id or [project for project in projects if project.title.casefold() == title]


def _only(projects: Sequence[ProjectSummary], several: str, **parts: object) -> ProjectSummary:
    if len(projects) > 1:
        ids = ", ".join(shortened(project.id, _MOST_SHOWN) for project in projects[:_MOST_IDS])
        ids += ", …" if len(projects) > _MOST_IDS else ""
        raise RejoinderError(several, count=len(projects), ids=ids, **parts)
    return projects[0]

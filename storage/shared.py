"""Shared projects: a project in a file of its own, to be mailed or put on a share."""

import os
import secrets
from contextlib import closing, suppress
from pathlib import Path

from app.model.argument_map import ArgumentMap
from app.model.errors import StoreError
from storage.errors import Trouble, explain_outside, refusal, translated
from storage.library import SqlLibrary, open_library
from storage.opening import made_single
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
    with translated(str(path), "written", explain_outside):
        target = Path(os.path.realpath(path))  # `resolve` raises RuntimeError for links in a circle
        _require_replaceable(target, argument_map, place=str(path))
    beside = target.with_name(f".{secrets.token_hex(4)}-{target.name}")
    try:
        with closing(SqlLibrary(made_single(beside, place=str(path)))) as library:
            library.create(argument_map)
        with translated(str(path), "written", explain_outside):
            beside.replace(target)  # SQLite has synced the file itself
            _sync_folder(target.parent)
    finally:
        with suppress(OSError):  # it has been moved, or could not be made
            beside.unlink()


def read_shared_project(path: Path) -> ArgumentMap:
    """Read the map in a file that holds a single project, and write nothing, not even beside it.

    Raises StoreError for anything else.
    """
    with closing(open_library(path, read_only=True)) as library:
        found = library.summaries()
        if len(found) != 1:
            raise StoreError(
                "The file {path} must hold one project; it holds {count}.",
                path=path,
                count=len(found),
            )
        return library.open(found[0].id).load()


def _require_replaceable(target: Path, argument_map: ArgumentMap, *, place: str) -> None:
    if is_open(target):
        raise refusal(place, "replaced", _OPEN)
    for ending in ("-wal", "-journal"):  # SQLite would play them back into the new file
        if target.with_name(target.name + ending).exists():
            raise refusal(place, "replaced", _IN_USE)
    if is_ours(target):
        with closing(open_library(target, read_only=True)) as library:
            there = {summary.id for summary in (*library.summaries(), *library.in_bin())}
            if there - {argument_map.project.id}:
                raise refusal(place, "replaced", _OTHERS)


def _sync_folder(folder: Path) -> None:
    """Put names on disk, too, where the system lets a folder be opened (Windows does not)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""Shared projects: a project in a file of its own, to be mailed or put on a share."""

import os
import secrets
from contextlib import closing, suppress
from pathlib import Path

from app.model.argument_map import ArgumentMap
from storage.errors import Trouble, explain_outside, refusal, translated
from storage.library import SqlLibrary
from storage.opening import made_single

_IN_USE = Trouble("it is open, or was not closed", "close it first, or choose another name")


def write_shared_project(argument_map: ArgumentMap, path: Path) -> None:
    """Write a map to a file that is a library with this one project, and without a history.

    A file that is there is replaced, in one step and only when the new one is on disk; if that
    fails, it is as it was, and StoreError is raised.
    """
    target = path.resolve()
    for ending in ("-wal", "-journal"):  # SQLite would play them back into the new file
        if target.with_name(target.name + ending).exists():
            raise refusal(str(path), "replaced", _IN_USE)
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


def _sync_folder(folder: Path) -> None:
    """Put names on disk, too, where the system lets a folder be opened (Windows does not)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

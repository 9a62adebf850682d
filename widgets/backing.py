"""What the window asks of the rest of the program, so that it need not know the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.model.argument_map import ArgumentMap
    from app.model.elements import ProjectId
    from app.ports import Library, RescueReport, Sharing


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What keeps a library in a file from being lost; for threads that are not the window's.

    Each is told of by how much is done, from 0 to 1; to stop the work, that raises what it likes.
    """

    back_up: Callable[[Path, Callable[[float], None]], object]
    backups: Callable[[Path], Sequence[tuple[datetime, Path]]]  # the newest first
    folder: Callable[[Path], Path]
    restore: Callable[[Path, Path, Callable[[float], None]], Path | None]
    rescue: Callable[[Path, Callable[[float], None]], RescueReport]


@dataclass(frozen=True, slots=True)
class Carrying:
    """What carries projects between libraries; for threads that are not the window's.

    A library is named by its path or address. Each is told of by how much is done, as in `Upkeep`.
    """

    share: Callable[[Path | str, ProjectId, Path, Sharing, Callable[[float], None]], None]
    take: Callable[[Path, Path | str, bool, Callable[[float], None]], ProjectId]  # as another one?


class OpenLibrary(Protocol):
    """Opens a library; if there is none, one is made if that is wanted."""

    def __call__(self, where: Path | str, *, create: bool = True) -> Library: ...


@dataclass(frozen=True, slots=True)
class Backing:
    """All of it, as `app.window` puts it together."""

    open_library: OpenLibrary
    open_in_place: Callable[[Path], Library]  # a shared file, to be read only if it must be
    read_shared: Callable[[Path], ArgumentMap]
    write_shared: Callable[[ArgumentMap, Path], None]
    keep_setting: Callable[[str, object], None]  # by the name it has in `Settings`
    upkeep: Upkeep
    carrying: Carrying
    graphviz: str = ""  # a program that the person chose, or nothing

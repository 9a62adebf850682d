"""The projects of the person's library, and those of shared files, for the window.

The library is the person's own and stays open; a shared file is opened beside it as a guest, and is
closed when one is done with it. What is needed to work with projects is imported when the first
method is called, after the window has been painted.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from widgets.translating import why

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.model.argument_map import ArgumentMap
    from app.model.elements import Claim, ProjectId
    from app.ports import Elsewhere, Found, Library, Miniature, ProjectSummary
    from widgets.backing import Backing

_log = logging.getLogger(__name__)

T_ = TypeVar("T_")
SHARED = ".rejoinder"
_LIBRARY_SUFFIXES = {SHARED, ".db", ".sqlite"}


def is_library_file(path: Path) -> bool:
    """Whether a path is that of a library or shared project, by its ending; else of an article."""
    return path.suffix.lower() in _LIBRARY_SUFFIXES


class Projects(QObject):
    """Opens, makes and deletes projects; what goes wrong comes as `failed`, not as an exception."""

    listed = Signal(list)  # all projects of the library, those in the bin last
    leaving = Signal()  # the open project must end now: its library is about to be closed
    opened = Signal(object)  # a Document
    found_in_bin = Signal(object)  # the ProjectSummary of what was to be opened
    placed = Signal(str)  # where the library is
    failed = Signal(str, object)  # what happened, and what would try again
    damaged = Signal(str, str, object)  # what happened, the place, and what would open it again

    def __init__(self, backing: Backing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backing = backing
        self._home: Library | None = None
        self._guest: Library | None = None
        self._listed: list[ProjectSummary] = []
        self._home_at: Path | str = ""

    # Libraries

    @property
    def home_at(self) -> Path | str:
        """The path or address of the person's library; empty if none is open."""
        return self._home_at if self._home else ""

    @property
    def guest(self) -> Library | None:
        """The shared file that is open, if one is."""
        return self._guest

    @property
    def open_at(self) -> Path | str:
        """The path or address of the library with the project that is open."""
        return Path(self._guest.place) if self._guest else self.home_at

    def use_library(self, place: Path | str, *, create: bool = True) -> None:
        """Open a library as the person's own, in place of the one before, and list its projects.

        If there is none, one is made if it is to `create`.
        """

        def opened() -> Library:
            library = self._backing.open_library(place, create=create)
            library.summaries()
            return library

        again = partial(self.use_library, place, create=create)
        library = self.attempt(opened, again, place=str(place))
        if library is None:
            return
        self.close()
        self._home, self._home_at = library, place
        self.placed.emit(library.place)
        self.list_again()

    def open_shared(self, path: Path) -> None:
        """Open the project of a shared file where it is; any other library replaces ours."""
        again = partial(self.open_shared, path)
        library = self.attempt(lambda: self._backing.open_in_place(path), again, place=str(path))
        if library is None:
            return
        summaries = self.attempt(library.summaries, again, place=str(path)) or []
        if path.suffix.lower() != SHARED or len(summaries) != 1 or self._is_home(path):
            library.close()
            self.use_library(path, create=False)
            return
        self.leaving.emit()
        self.close_guest()
        self._guest = library
        self._open_in(library, summaries[0].id)

    def _is_home(self, path: Path) -> bool:
        """Whether a file is the person's library, by whatever name."""
        home = self.home_at
        return isinstance(home, Path) and home.exists() and path.samefile(home)

    def close_guest(self) -> None:
        """Close the shared file that is open, after the project in it."""
        if self._guest:
            self.leaving.emit()
            self._guest.close()
            self._guest = None

    def close(self) -> None:
        """Close everything, after the open project."""
        self.leaving.emit()
        for library in (self._guest, self._home):
            if library:
                library.close()
        self._guest = self._home = None

    def list_again(self) -> None:
        found = self.at_home(_all_in, self.list_again)
        if found is not None:
            self._listed = found
            self.listed.emit(found)

    def look_again(self) -> None:
        """List the projects if others have changed them; failures are told when one does more."""
        from app.model.errors import RejoinderError  # noqa: PLC0415  see the module's docstring

        with suppress(RejoinderError):
            if not self._home or not self._home.is_news():
                return
            if (found := _all_in(self._home)) != self._listed:
                self._listed = found
                self.listed.emit(found)

    def summaries(self) -> Sequence[ProjectSummary]:
        """The projects of the person's library, those in the bin last."""
        return self.at_home(_all_in, self.list_again) or ()

    # Projects

    def open(self, project_id: ProjectId) -> None:
        """Open a project of the person's library; one in its bin stays there, which is told."""
        binned = self.at_home(lambda library: library.in_bin(), lambda: self.open(project_id))
        if binned is None:
            return
        for project in binned:
            if project.id == project_id:
                self.found_in_bin.emit(project)
                return
        self.leaving.emit()
        self.close_guest()
        if self._home:
            self._open_in(self._home, project_id)

    def restore_and_open(self, project_id: ProjectId) -> None:
        """Take a project out of the bin, and open it."""
        if self.say(lambda library: library.take_from_bin(project_id)):
            self.open(project_id)

    def _open_in(self, library: Library, project_id: ProjectId) -> None:
        from app.document import Document  # noqa: PLC0415  see the module's docstring

        document = self.attempt(
            lambda: Document(library.open(project_id)),
            lambda: self._open_in(library, project_id),
            place=library.place,
        )
        if document:
            self.opened.emit(document)

    def search(self, words: str) -> tuple[Sequence[Found], Sequence[ProjectSummary]]:
        """Look for words in all projects of the person's library; gives these projects too."""
        found = self.at_home(
            lambda library: (library.search(words), library.summaries()),
            lambda: self.search(words),
        )
        return found or ((), ())

    def say(self, work: Callable[[Library], object]) -> bool:
        """Say something of projects in the person's library; whether that could be done."""

        def done(library: Library) -> bool:
            work(library)
            return True

        is_done = bool(self.at_home(done, None))
        if is_done:
            self.list_again()
        return is_done

    def miniature(self, project_id: ProjectId) -> Miniature:
        """The small picture of a project; an empty one if it cannot be read just now."""
        from app.model.errors import RejoinderError  # noqa: PLC0415  see the module's docstring
        from app.ports import Miniature  # noqa: PLC0415  as above

        with suppress(RejoinderError):
            if self._home:
                return self._home.miniature(project_id)
        return Miniature()

    def elsewhere(self, project_id: ProjectId, claim: Claim) -> Sequence[Elsewhere]:
        """Find the same claim in other projects; nothing if that cannot be, which an edit tells."""
        from app.model.errors import StoreError  # noqa: PLC0415  see the module's docstring

        if self._home is None:
            return ()
        try:
            return self._home.elsewhere(project_id, claim)
        except StoreError as error:
            _log.warning("The same claim could not be looked for: %s", type(error).__name__)
            return ()

    def map_of(self, project_id: ProjectId) -> ArgumentMap | None:
        """The map of a project of the person's library, to copy from; None if that failed."""
        return self.at_home(
            lambda library: library.open(project_id).load(), lambda: self.map_of(project_id)
        )

    def keep_miniature(self, project_id: ProjectId, miniature: Miniature) -> None:
        """Keep a small picture of the open project, for the start page."""
        library = self._guest or self._home
        if library:
            self.attempt(lambda: library.keep_miniature(project_id, miniature), None)

    def save_copy(self, argument_map: ArgumentMap, path: Path) -> bool:
        """Write a shared project; whether that went well."""

        def write() -> bool:
            self._backing.write_shared(argument_map, path)
            return True

        return bool(self.attempt(write, lambda: self.save_copy(argument_map, path)))

    # Failures

    def at_home(
        self, work: Callable[[Library], T_], again: Callable[[], object] | None
    ) -> T_ | None:
        """Do something with the person's library; if none is open, that is a failure too."""
        library = self._home
        if library is None:
            self.failed.emit(self.tr("No library is open to keep projects in."), None)
            return None
        return self.attempt(lambda: work(library), again, place=library.place)

    def attempt(
        self, work: Callable[[], T_], again: Callable[[], object] | None, *, place: str = ""
    ) -> T_ | None:
        """Do something with the library at a place, or with none that is known."""
        from app.model.errors import DamageError, RejoinderError  # noqa: PLC0415  see above

        try:
            return work()
        except DamageError as error:
            if place:
                self.damaged.emit(why(error), place, self._opening(place, again))
            else:
                self.failed.emit(why(error), again)
        except RejoinderError as error:
            self.failed.emit(why(error), again)
        return None

    def _opening(self, place: str, again: Callable[[], object] | None) -> Callable[[], object]:
        """What opens a library that was closed meanwhile; `again` if it was not open at all."""
        if self._home and self._home.place == place:
            return partial(self.use_library, self._home_at)
        if self._guest and self._guest.place == place:
            return partial(self.open_shared, Path(place))
        return again or (lambda: None)


def _all_in(library: Library) -> list[ProjectSummary]:
    return [*library.summaries(), *library.in_bin()]

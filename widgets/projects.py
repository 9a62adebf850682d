"""The projects of the person's library, and those of shared files, for the window.

The library is the person's own and stays open; a shared file is opened beside it as a guest, and is
closed when one is done with it. What is needed to work with projects is imported when the first
method is called, after the window has been painted.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from widgets.translating import why

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.articles.taken import Taken
    from app.model.argument_map import ArgumentMap
    from app.model.elements import Claim, ProjectId, Source
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

    listed = Signal(list)
    leaving = Signal()  # the open project must end now: its library is about to be closed
    opened = Signal(object)  # a Document
    placed = Signal(str)  # where the library is
    failed = Signal(str, object)  # what happened, and what would try again
    damaged = Signal(str, str, object)  # what happened, the place, and what would open it again

    def __init__(self, backing: Backing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backing = backing
        self._home: Library | None = None
        self._guest: Library | None = None
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

        def attempt() -> Library:
            library = self._backing.open_library(place, create=create)
            library.summaries()
            return library

        again = partial(self.use_library, place, create=create)
        library = self._try(attempt, again, place=str(place))
        if library is None:
            return
        self.close()
        self._home, self._home_at = library, place
        self.placed.emit(library.place)
        self.list_again()

    def open_shared(self, path: Path) -> None:
        """Open the project of a shared file where it is; any other library replaces ours."""
        again = partial(self.open_shared, path)
        library = self._try(lambda: self._backing.open_in_place(path), again, place=str(path))
        if library is None:
            return
        summaries = self._try(library.summaries, again, place=str(path)) or []
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
        summaries = self._at_home(lambda library: library.summaries(), self.list_again)
        if summaries is not None:
            self.listed.emit(summaries)

    def summaries(self) -> Sequence[ProjectSummary]:
        """The projects of the person's library."""
        return self._at_home(lambda library: library.summaries(), self.list_again) or ()

    # Projects

    def open(self, project_id: ProjectId) -> None:
        """Open a project of the person's library."""
        self.leaving.emit()
        self.close_guest()
        if self._home:
            self._open_in(self._home, project_id)

    def _open_in(self, library: Library, project_id: ProjectId) -> None:
        from app.document import Document  # noqa: PLC0415  see the module's docstring

        document = self._try(
            lambda: Document(library.open(project_id)),
            lambda: self._open_in(library, project_id),
            place=library.place,
        )
        if document:
            self.opened.emit(document)

    def search(self, words: str) -> tuple[Sequence[Found], Sequence[ProjectSummary]]:
        """Look for words in all projects of the person's library; gives these projects too."""
        found = self._at_home(
            lambda library: (library.search(words), library.summaries()),
            lambda: self.search(words),
        )
        return found or ((), ())

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
        return self._at_home(
            lambda library: library.open(project_id).load(), lambda: self.map_of(project_id)
        )

    def delete(self, project_id: ProjectId) -> None:
        self._at_home(lambda library: library.delete(project_id), lambda: self.delete(project_id))
        self.list_again()

    def begin_with(self, taken: Taken) -> None:
        """Begin a project with an article that was just taken in."""
        from app.articles.taken import as_source  # noqa: PLC0415  see the module's docstring

        source = self._try(lambda: as_source(taken, captured=datetime.now(UTC)), None)
        if source:
            self.new_from(source)

    def new_from(self, source: Source) -> None:
        """Begin a project named after its first article."""
        from app import edits  # noqa: PLC0415  see the module's docstring

        empty = edits.new_map(title=source.title)
        self._create(empty.apply(edits.add_source(empty, source=source)))

    def new(self, title: str) -> None:
        """Begin an empty project."""
        from app import edits  # noqa: PLC0415  see the module's docstring

        empty = self._try(lambda: edits.new_map(title=title), None)
        if empty:
            self._create(empty)

    def open_sample(self, path: Path) -> None:
        """Open the sample, a copy of which is put into the library the first time."""
        sample = self._try(lambda: self._backing.read_shared(path), None)
        known = self._at_home(
            lambda library: {summary.id for summary in library.summaries()},
            lambda: self.open_sample(path),
        )
        if sample is None or known is None:
            return
        if sample.project.id in known:
            self.open(sample.project.id)
        else:
            self._create(sample)

    def keep_miniature(self, project_id: ProjectId, miniature: Miniature) -> None:
        """Keep a small picture of the open project, for the start page."""
        library = self._guest or self._home
        if library:
            self._try(lambda: library.keep_miniature(project_id, miniature), None)

    def save_copy(self, argument_map: ArgumentMap, path: Path) -> bool:
        """Write a shared project; whether that went well."""

        def attempt() -> bool:
            self._backing.write_shared(argument_map, path)
            return True

        return bool(self._try(attempt, lambda: self.save_copy(argument_map, path)))

    def _create(self, argument_map: ArgumentMap) -> None:
        store = self._at_home(
            lambda library: library.create(argument_map), lambda: self._create(argument_map)
        )
        if store:
            self.open(store.project_id)

    # Failures

    def _at_home(self, work: Callable[[Library], T_], again: Callable[[], object]) -> T_ | None:
        """Do something with the person's library; if none is open, that is a failure too."""
        library = self._home
        if library is None:
            self.failed.emit(self.tr("No library is open to keep projects in."), None)
            return None
        return self._try(lambda: work(library), again, place=library.place)

    def _try(
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

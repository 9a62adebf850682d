"""The projects of the open library: listing, opening, making and deleting them for the window.

What is needed to work with projects is imported when the first method is called, after the window
has been painted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.model.argument_map import ArgumentMap
    from app.model.elements import ProjectId, Source
    from app.ports import Library, Miniature

T_ = TypeVar("T_")
_LIBRARY_SUFFIXES = {".rejoinder", ".db", ".sqlite"}


def is_library_file(path: Path) -> bool:
    """Whether a path is that of a library or shared project, by its ending; else of an article."""
    return path.suffix.lower() in _LIBRARY_SUFFIXES


@dataclass(frozen=True, slots=True)
class Backing:
    """What the window asks of the rest of the program, so that it need not know the database."""

    open_library: Callable[[Path | str], Library]
    write_shared: Callable[[ArgumentMap, Path], None]
    keep_theme: Callable[[str], None]
    graphviz: str = ""  # a program that the person chose, or nothing


class Projects(QObject):
    """Works on one library at a time; what goes wrong comes as `failed`, never as an exception."""

    listed = Signal(list)
    opened = Signal(object)  # a Document
    placed = Signal(str)  # where the library is
    failed = Signal(str, object)  # what happened, and what would try again

    def __init__(self, backing: Backing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backing = backing
        self._library: Library | None = None

    def use_library(self, place: Path | str) -> None:
        """Open a library and list its projects; the only one of a shared file is opened at once."""

        def attempt() -> Library:
            library = self._backing.open_library(place)
            library.summaries()
            return library

        library = self._try(attempt, lambda: self.use_library(place))
        if library is None:
            return
        self.close()
        self._library = library
        self.placed.emit(library.place)
        summaries = library.summaries()
        self.listed.emit(summaries)
        if str(place).endswith(".rejoinder") and len(summaries) == 1:
            self.open(summaries[0].id)

    def list_again(self) -> None:
        summaries = self._with_library(lambda library: library.summaries(), self.list_again)
        if summaries is not None:
            self.listed.emit(summaries)

    def open(self, project_id: ProjectId) -> None:
        from app.document import Document  # noqa: PLC0415  see the module's docstring

        document = self._with_library(
            lambda library: Document(library.open(project_id)), lambda: self.open(project_id)
        )
        if document:
            self.opened.emit(document)

    def delete(self, project_id: ProjectId) -> None:
        self._with_library(
            lambda library: library.delete(project_id), lambda: self.delete(project_id)
        )
        self.list_again()

    def open_file(self, path: Path) -> None:
        """Open a shared project or a library, or begin a project with an article."""
        from app.articles.intake import read_article  # noqa: PLC0415  see the module's docstring

        if is_library_file(path):
            self.use_library(path)
            return
        source = self._try(lambda: read_article(path), lambda: self.open_file(path))
        if source:
            self.new_from(source)

    def paste(self, text: str) -> None:
        """Begin a project with an article that was copied elsewhere."""
        from app.articles.intake import paste_article  # noqa: PLC0415  see the module's docstring

        source = self._try(lambda: paste_article(text), None)
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
        sample = self._try(lambda: self._read_shared(path), None)
        if sample is None or self._library is None:
            return
        if any(known.id == sample.project.id for known in self._library.summaries()):
            self.open(sample.project.id)
        else:
            self._create(sample)

    def keep_miniature(self, project_id: ProjectId, miniature: Miniature) -> None:
        self._with_library(
            lambda library: library.keep_miniature(project_id, miniature), self.list_again
        )

    def save_copy(self, argument_map: ArgumentMap, path: Path) -> bool:
        """Write a shared project; whether that went well."""

        def attempt() -> bool:
            self._backing.write_shared(argument_map, path)
            return True

        return bool(self._try(attempt, lambda: self.save_copy(argument_map, path)))

    def close(self) -> None:
        if self._library:
            self._library.close()
            self._library = None

    def _create(self, argument_map: ArgumentMap) -> None:
        store = self._with_library(
            lambda library: library.create(argument_map), lambda: self._create(argument_map)
        )
        if store:
            self.open(store.project_id)

    def _read_shared(self, path: Path) -> ArgumentMap:
        library = self._backing.open_library(path)
        try:
            return library.open(library.summaries()[0].id).load()
        finally:
            library.close()

    def _with_library(
        self, work: Callable[[Library], T_], again: Callable[[], object]
    ) -> T_ | None:
        library = self._library
        return self._try(lambda: work(library), again) if library else None

    def _try(self, work: Callable[[], T_], again: Callable[[], object] | None) -> T_ | None:
        from app.model.errors import RejoinderError  # noqa: PLC0415  see the module's docstring

        try:
            return work()
        except RejoinderError as error:
            self.failed.emit(str(error), again)
            return None

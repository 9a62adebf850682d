"""Beginning a project with an article: from a file, the clipboard, the web, or what is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from widgets.dialogs.asking import ask_article_or_project
from widgets.intake.dropping import Dropping, address_in
from widgets.intake.purpose import Purpose
from widgets.intake.taking_in import TakingIn
from widgets.projects import Projects, is_library_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.articles.taken import Taken
    from widgets.new_projects import NewProjects


class Beginning(QObject):
    """Carries out what opens a file or begins a project."""

    more_wanted = Signal(list)  # paths of documents to be added to the project that is open now

    def __init__(self, projects: Projects, new_projects: NewProjects, window: QWidget) -> None:
        super().__init__(window)
        self._projects = projects
        self._new = new_projects
        self._window = window
        self.taking_in = TakingIn(Purpose.BEGIN, window, parent=self)

    def slots(self) -> dict[str, Callable[[], object]]:
        return {
            "open_article": self.open_article,
            "paste_article": self.paste_article,
            "open_address": self.open_address,
        }

    def take_drops(self, place: QWidget) -> None:
        """Begin with what is dropped there."""
        dropping = Dropping(place)
        dropping.files.connect(self.open_files)
        dropping.address.connect(self.open_address)
        dropping.text.connect(self.open_text)

    def open_article(self) -> None:
        """Ask for a file, and open it."""
        if path := ask_article_or_project(self._window):
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a shared project or a library, or begin a project with an article."""
        self.open_files([path])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open a project, or begin one with the first article; the others are added to it."""
        first, *others = paths
        if not is_library_file(first):
            self.taking_in.files(paths, self._begin)
            return
        self._projects.open_shared(first)
        if others:
            self.more_wanted.emit(others)

    def _begin(self, taken: Taken) -> None:
        others = self.taking_in.leave_waiting()
        self._new.begin_with(taken)
        if others:
            self.more_wanted.emit(others)

    def paste_article(self) -> None:
        self.taking_in.clipboard(self._begin)

    def open_text(self, text: str) -> None:
        self.taking_in.text(text, self._begin)

    def open_address(self, typed: str = "") -> None:
        """Ask for the address of a page, at first that in the clipboard if there is one."""
        typed = typed or address_in(QGuiApplication.clipboard().text())
        self.taking_in.address(self._begin, typed=typed)

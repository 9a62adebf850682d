"""Beginning a project with an article: from a file, the clipboard, the web, or what is dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from widgets.dialogs.asking import ask_article
from widgets.intake.dropping import Dropping, address_in
from widgets.intake.purpose import Purpose
from widgets.intake.taking_in import TakingIn
from widgets.projects import Projects, is_library_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Beginning(QObject):
    """Carries out what opens a file or begins a project."""

    def __init__(self, projects: Projects, window: QWidget) -> None:
        super().__init__(window)
        self._projects = projects
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
        dropping.file.connect(lambda path: self.open_file(Path(path)))
        dropping.address.connect(self.open_address)
        dropping.text.connect(self.open_text)

    def open_article(self) -> None:
        """Ask for a file, and open it."""
        if path := ask_article(self._window):
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a shared project or a library, or begin a project with an article."""
        if is_library_file(path):
            self._projects.open_shared(path)
        else:
            self.taking_in.file(path, self._projects.begin_with)

    def paste_article(self) -> None:
        self.open_text(QGuiApplication.clipboard().text())

    def open_text(self, text: str) -> None:
        self.taking_in.text(text, self._projects.begin_with)

    def open_address(self, typed: str = "") -> None:
        """Ask for the address of a page, at first that in the clipboard if there is one."""
        typed = typed or address_in(QGuiApplication.clipboard().text())
        self.taking_in.address(self._projects.begin_with, typed=typed)

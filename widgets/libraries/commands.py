"""Which library is the person's: opening another one, making one, those that were used last."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from widgets.dialogs.asking import ask_library, ask_new_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.settings import Settings
    from widgets.actions import Slots
    from widgets.main_window import MainWindow

MOST = 8  # that are listed


class Libraries(QObject):
    """Carries out what opens libraries, and keeps the paths of those that were used last.

    Addresses of databases are not kept, since they may hold a password.
    """

    def __init__(
        self, settings: Settings, keep: Callable[[str, object], None], window: MainWindow
    ) -> None:
        super().__init__(window)
        self._window = window
        self._projects = window.projects
        self._keep = keep
        self.last = tuple(Path(path) for path in settings.libraries)
        self.here = ""
        self._projects.placed.connect(self._note)
        window.status.place.clicked.connect(self.show)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {"libraries": self.show, "open_library": self.ask, "new_library": self.ask_new}

    def begin(self, usual: Path | str, *, is_named: bool) -> None:
        """Open the library that was used last, or the usual one if that was asked for by name."""
        last = self.last[0] if self.last and not is_named else None
        if last is None or last == usual:
            self._projects.use_library(usual)
        elif last.is_file():
            self._projects.use_library(last, create=False)
        else:
            self._projects.use_library(usual)
            self._tell_missing(last)

    def show(self) -> None:
        """List the libraries to choose from."""
        from widgets.libraries.popup import LibraryPopup  # noqa: PLC0415  not at each start

        popup = LibraryPopup(self.last, self.here, self._window)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self._choose)
        popup.open_over(self._window)

    def ask(self) -> None:
        """Ask for a library that is there, and open it."""
        if path := ask_library(self._window):
            self.use(path)

    def ask_new(self) -> None:
        """Ask where a new library is to be, and begin it."""
        if not (path := ask_new_library(self._window)):
            return
        if path.exists():
            said = self.tr("{file} is there already. To open it, choose “Open another library…”.")
            way = (self.tr("Open it"), partial(self.use, path))
            self._window.banner.say(said.format(file=path.name), way)
            return
        self.use(path, create=True)

    def use(self, path: Path, *, create: bool = False) -> None:
        """Open a library in place of the one that is open."""
        project = self._window.project
        if project is None or project.may_end():
            self._projects.use_library(path, create=create)

    def _choose(self, about: object) -> None:
        from widgets.libraries.popup import NEW, OTHER  # noqa: PLC0415  as above

        if about == OTHER:
            self.ask()
        elif about == NEW:
            self.ask_new()
        elif isinstance(about, Path) and not about.is_file():
            self._tell_missing(about)
        elif isinstance(about, Path) and str(about) != self.here:
            self.use(about)

    def _tell_missing(self, path: Path) -> None:
        said = self.tr("The library {path} is not there now.").format(path=path)
        ways = (
            (self.tr("Look again"), partial(self._choose, path)),
            (self.tr("Take it off the list"), partial(self._forget, path)),
        )
        self._window.banner.say(said, *ways)

    def _note(self, place: str) -> None:
        """Know which library is open, and put it on top of those used last."""
        self.here = place
        if "://" not in str(self._projects.home_at):
            path = Path(place).absolute()
            self._list((path, *(other for other in self.last if other != path)))

    def _forget(self, path: Path) -> None:
        self._list(tuple(other for other in self.last if other != path))

    def _list(self, paths: tuple[Path, ...]) -> None:
        if paths[:MOST] != self.last:
            self.last = paths[:MOST]
            self._keep("libraries", tuple(str(path) for path in self.last))

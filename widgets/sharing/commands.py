"""Saving a copy of the open project for others, or elsewhere when its library fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from widgets.dialogs.saving import ask_path
from widgets.dialogs.working_dialog import WorkingDialog
from widgets.projects import SHARED
from widgets.upkeep.reporting import progress_of
from widgets.working import Work

if TYPE_CHECKING:
    from pathlib import Path

    from app.model.argument_map import ArgumentMap
    from app.ports import Sharing
    from widgets.actions import Slots
    from widgets.backing import Carrying
    from widgets.main_window import MainWindow
    from widgets.project_view import ProjectView


class SharingCommands(QObject):
    """Carries out what writes the open project to a file that is a library with nothing else."""

    def __init__(self, view: ProjectView, window: MainWindow, carrying: Carrying) -> None:
        super().__init__(view)
        self._view = view
        self._window = window
        self._carrying = carrying
        self._work: Work | None = None

    def slots(self) -> Slots:
        return {"save_copy": self.save_copy}

    def stop(self) -> None:
        """Stop what is being written."""
        if self._work:
            self._work.stop()

    def save_copy(self) -> None:
        """Ask what goes along and where to, and write the copy."""
        from widgets.sharing.share_dialog import ShareDialog  # noqa: PLC0415  not at each start

        dialog = ShareDialog(self._map, self._window.kept, self._window)
        dialog.ordered.connect(self._ask_and_share)
        dialog.open()

    def save_elsewhere(self) -> None:
        """Ask for a file and write all that is on the screen there, whatever the library says."""
        if (path := self._ask()) and self._window.projects.save_copy(self._map, path):
            self._window.banner.say_saved(str(path))

    @property
    def _map(self) -> ArgumentMap:
        return self._view.reading.map

    def _ask(self) -> Path | None:
        return ask_path(self._window, self._map.project.title, {SHARED: self.tr("Shared projects")})

    def _ask_and_share(self, what: Sharing) -> None:
        if path := self._ask():
            self.share(path, what)

    def share(self, path: Path, what: Sharing) -> None:
        """Write the copy; it reads the library itself, for the history is there."""
        where, key, share = (
            self._window.projects.open_at,
            self._map.project.id,
            self._carrying.share,
        )
        work = Work(lambda r: share(where, key, path, what, progress_of(r)), self)
        work.done.connect(lambda _nothing: self._window.banner.say_saved(str(path)))
        work.failed.connect(lambda sentence, _error: self._tell_failure(sentence, path, what))
        WorkingDialog(work, self.tr("Saving the copy …"), self._window)
        self._work = work
        work.start()

    def _tell_failure(self, sentence: str, path: Path, what: Sharing) -> None:
        self._window.tell_failure(sentence, lambda: self.share(path, what))

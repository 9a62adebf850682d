"""The application as Qt knows it: it is handed the files that are opened with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent  # noqa: TC002  kept with its like
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable


class Application(QApplication):
    """On macOS a double click on a file starts no second program but is told to this one."""

    _open: Callable[[Path], object] | None = None
    _waiting: tuple[Path, ...] = ()

    def hand_files_to(self, open_file: Callable[[Path], object]) -> None:
        """Have files opened so from now on, and those that came too early."""
        self._open, waiting, self._waiting = open_file, self._waiting, ()
        for path in waiting:
            open_file(path)

    @override
    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().event(event)
        path = Path(event.file())
        if self._open:
            self._open(path)
        else:
            self._waiting = (*self._waiting, path)
        return True

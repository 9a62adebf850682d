"""Exporting a diagram from the window: off its thread, with a way to stop it."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

from app.diagrams.export import export_diagram
from app.model.argument_map import ArgumentMap
from app.model.errors import RejoinderError


class Export(QObject):
    """One export under way; exactly one of `done` and `failed` comes, in the window's thread."""

    done = Signal(str)  # the file
    failed = Signal(str)

    def __init__(
        self, argument_map: ArgumentMap, path: Path, *, theme: str, program: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._job = _Job(self, argument_map, path, theme, program, self._stop)

    def start(self) -> None:
        QThreadPool.globalInstance().start(self._job)

    def cancel(self) -> None:
        """Stop the engine; nothing is written."""
        self._stop.set()


class _Job(QRunnable):
    """The work, on a thread of the pool."""

    def __init__(
        self,
        export: Export,
        argument_map: ArgumentMap,
        path: Path,
        theme: str,
        program: str,
        stop: Event,
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._export = export
        self._map = argument_map
        self._path = path
        self._theme = theme
        self._program = program
        self._stop = stop

    @override
    def run(self) -> None:
        try:
            export_diagram(
                self._map,
                self._path,
                theme=self._theme,
                program=self._program,
                cancelled=self._stop.is_set,
            )
        except RejoinderError as error:
            self._export.failed.emit(str(error))
        except Exception:
            self._export.failed.emit(self._export.tr("The diagram was not written."))
            raise  # to the hook for bugs
        else:
            self._export.done.emit(str(self._path))

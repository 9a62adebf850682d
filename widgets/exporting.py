"""Exporting a diagram from the window: off its thread, with a way to stop it."""

from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from app.diagrams.export import DiagramOptions, export_diagram
from app.model.argument_map import ArgumentMap
from app.model.errors import RejoinderError
from widgets.translating import why


class Export(QObject):
    """One export under way; exactly one of `done` and `failed` comes, in the window's thread."""

    done = Signal(str)  # the file
    failed = Signal(str)

    def __init__(
        self, argument_map: ArgumentMap, path: Path, *, theme: str, program: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._map = argument_map
        self._path = path
        self._theme = theme
        self._program = program
        self._stop = Event()
        self._over = Event()  # set before it is told, and so before the thread has ended
        self._thread = Thread(target=self._work, name=f"export {path.name}")

    def start(self) -> None:
        self._thread.start()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive() and not self._over.is_set()

    def cancel(self) -> None:
        """Stop the engine and wait until it has stopped; nothing is written."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        try:
            export_diagram(
                self._map,
                self._path,
                options=DiagramOptions(theme=self._theme),
                program=self._program,
                cancelled=self._stop.is_set,
            )
        except RejoinderError as error:
            self._over.set()
            self.failed.emit(why(error))
        except Exception:
            self._over.set()
            self.failed.emit(self.tr("The diagram was not written."))
            raise  # to the hook for bugs
        else:
            self._over.set()
            self.done.emit(str(self._path))

"""Exporting a diagram from the window: off its thread, with a way to stop it."""

from dataclasses import replace
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from app.model.errors import RejoinderError
from widgets.export_kinds import ExportKind, Order
from widgets.translating import why


class Export(QObject):
    """One export under way; exactly one of `done` and `failed` comes, in the window's thread."""

    done = Signal(object)  # what was Written
    failed = Signal(str)
    progressed = Signal(int, int)  # how many pages are done, and of how many

    def __init__(self, kind: ExportKind, order: Order, parent: QObject) -> None:
        super().__init__(parent)
        self._kind = kind
        self._stop = Event()
        self._order = replace(order, cancelled=self._stop.is_set, progress=self.progressed.emit)
        self._over = Event()  # set before it is told, and so before the thread has ended
        self._thread = Thread(target=self._work, name=f"export {order.path.name}")

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
            written = self._kind.write(self._order)
        except RejoinderError as error:
            self._over.set()
            self.failed.emit(why(error))
        except Exception:
            self._over.set()
            self.failed.emit(self.tr("The diagram was not written."))
            raise  # to the hook for bugs
        else:
            self._over.set()
            self.done.emit(written)

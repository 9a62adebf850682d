"""Work that takes long, in a thread of its own, for the window to hear of in its own.

The thread never touches Qt: what it has to say lies in a queue, which the window looks into while
the work runs. So nothing arrives after its owner is gone, nor after it was cancelled.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.errors import RejoinderError
from widgets.translating import why

UNKNOWN = -1.0  # how far the work is, where nobody can tell
_LOOK = 8  # milliseconds between two looks at what the work has to say
_PATIENCE = 3.0  # seconds to wait for a thread that was asked to stop


class Reporter:
    """What work may say and ask of the one who began it; handed to it in its thread."""

    def __init__(self) -> None:
        self.stopped = Event()
        self.share = UNKNOWN
        self.amount = 0.0

    def progress(self, done: float, whole: float | None) -> None:
        """Say how much is done, and of how much if that is known."""
        self.share = min(done / whole, 1.0) if whole else UNKNOWN
        self.amount = done

    def share_done(self, share: float) -> None:
        """Say what share is done, from 0 to 1."""
        self.progress(share, 1)

    def cancelled(self) -> bool:
        """Whether nobody wants the result any more."""
        return self.stopped.is_set()


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: object = None
    error: Exception | None = None


@dataclass(slots=True)
class _Job:
    """What the thread knows; no part of Qt."""

    work: Callable[[Reporter], object]
    reporter: Reporter = field(default_factory=Reporter)
    outcomes: SimpleQueue[_Outcome] = field(default_factory=SimpleQueue)

    def run(self) -> None:
        try:
            self.outcomes.put(_Outcome(self.work(self.reporter)))
        except RejoinderError as error:
            self.outcomes.put(_Outcome(error=error))
        except Exception as error:
            self.outcomes.put(_Outcome(error=error))
            if not self.reporter.cancelled():
                raise  # to the hook for bugs


class Work(QObject):
    """Work under way; one of `done`, `failed` and `cancelled` comes, in the window's thread.

    What is to be done must hold no widgets. It may ask its reporter whether it was cancelled, and
    then raise or return what it likes: nobody hears of it.
    """

    done = Signal(object)  # what the work gave back
    failed = Signal(str, object)  # why, in a sentence, and the exception
    cancelled = Signal()
    progressed = Signal(float)  # from 0 to 1, or UNKNOWN

    def __init__(self, work: Callable[[Reporter], object], parent: QObject) -> None:
        super().__init__(parent)
        self._job = _Job(work)
        self._thread = Thread(target=self._job.run, name="work", daemon=True)
        self._told = (UNKNOWN, 0.0)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)
        self.destroyed.connect(self._job.reporter.stopped.set)

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @property
    def amount(self) -> float:
        """How much is done, as the work counts it."""
        return self._job.reporter.amount

    def start(self) -> None:
        self._thread.start()
        self._timer.start()

    def cancel(self) -> None:
        """Want the result no more; the thread ends as soon as it asks."""
        self._job.reporter.stopped.set()
        if self.is_running:
            self._timer.stop()
            self.cancelled.emit()

    def stop(self) -> None:
        """Cancel, and wait for the thread for a moment: for when what it works on is to go."""
        self.cancel()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)

    def _look(self) -> None:
        share = self._job.reporter.share
        if (share, self.amount) != self._told:
            self._told = (share, self.amount)
            self.progressed.emit(share)
        try:
            outcome = self._job.outcomes.get_nowait()
        except Empty:
            return
        if not self.is_running:  # cancelled by who heard how far it is
            return
        self._timer.stop()
        if outcome.error is None:
            self.done.emit(outcome.result)
        elif isinstance(outcome.error, RejoinderError):
            self.failed.emit(why(outcome.error), outcome.error)
        else:
            self.failed.emit(self.tr("This was not done: a mistake in the program."), outcome.error)

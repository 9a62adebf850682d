"""Backups made by themselves: soon after a library is opened, each hour, and when one leaves."""

import logging
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.errors import RejoinderError
from widgets.backing import Upkeep
from widgets.upkeep.reporting import Stopped, progress_of
from widgets.working import Reporter, Work

_SOON = 4_000  # milliseconds, after which a project that was opened is painted
_HOUR = 3_600_000  # milliseconds
_PATIENCE = 2.0  # seconds to wait on leaving
_LAST_WORDS = 0.5  # seconds in which a backup that was stopped is taken away again

_log = logging.getLogger(__name__)


class BackingUp(QObject):
    """Has the library looked after in a thread; a failure is a line in the log, and no more."""

    failed = Signal(str)  # a backup that was due could not be made

    def __init__(self, upkeep: Upkeep, parent: QObject) -> None:
        super().__init__(parent)
        self._upkeep = upkeep
        self._library: Path | None = None
        self._work: Work | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._hourly = QTimer(self)
        self._hourly.setInterval(_HOUR)
        for timer in (self._soon, self._hourly):
            timer.timeout.connect(self.look)

    def begin(self, library: Path | None) -> None:
        """Look after this library from now on; None for one that is no file."""
        self.stop()
        self._library = library
        if library:
            self._soon.start()
            self._hourly.start()

    def look(self) -> None:
        """Make a backup if it is time."""
        library, upkeep = self._library, self._upkeep
        if library is None or (self._work and self._work.is_running):
            return
        self._work = Work(lambda r: upkeep.back_up(library, progress_of(r)), self)
        self._work.failed.connect(self._tell)
        self._work.start()

    def stop(self) -> None:
        """Leave the library alone, as when it is to be replaced."""
        self._soon.stop()
        self._hourly.stop()
        if self._work:
            self._work.stop()

    def finish(self) -> None:
        """Look after the library a last time, for a moment at most."""
        self.stop()
        library, self._library = self._library, None
        if library is None:
            return
        reporter = Reporter()

        def last() -> None:
            try:
                self._upkeep.back_up(library, progress_of(reporter))
            except (RejoinderError, Stopped) as error:
                _log.warning("No backup on leaving: %s", type(error).__name__)

        thread = Thread(target=last, name="last backup", daemon=True)
        thread.start()
        thread.join(_PATIENCE)
        reporter.stopped.set()
        thread.join(_LAST_WORDS)

    def _tell(self, sentence: str, error: Exception) -> None:
        _log.warning("No backup could be made: %s", type(error).__name__)
        self.failed.emit(self.tr("No backup could be made. {why}").format(why=sentence))

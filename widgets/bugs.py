"""What happens when the program itself is at fault: a log entry, and a report to copy."""

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app import __version__

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class BugReporter(QObject):
    """Brings reports from any thread to the window's, and shows one at a time."""

    reported = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._showing = False
        self.reported.connect(self.show_report)

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug and show it; the map and the library agree, so work can go on."""
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("A bug: %s", text)
        self.reported.emit(text)

    def show_report(self, text: str) -> None:
        if self._showing:
            return
        self._showing = True
        box = bug_dialog(text, self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._done)
        box.open()

    def _done(self) -> None:
        self._showing = False


def bug_dialog(text: str, parent: QWidget) -> QMessageBox:
    """A dialog that says what happened and has the report to copy."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(box.tr("Something went wrong in Rejoinder"))
    box.setText(box.tr("This is a mistake in the program, not yours."))
    box.setInformativeText(
        box.tr(
            "Everything that was on the screen is saved, and you can go on working. "
            "A report helps to mend it; look it over first, it may quote words of yours."
        )
    )
    report = f"Rejoinder {__version__}, Python {platform.python_version()}, "
    report += f"Qt {PySide6.__version__}, {platform.platform()}\n\n{text}"
    box.setDetailedText(report)
    copy = box.addButton(box.tr("Copy the report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    return box


def install_hooks(window: QWidget) -> BugReporter:
    """Let unexpected errors of Python and messages of Qt come to the log and to the person."""
    reporter = BugReporter(window)

    def from_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            reporter.report(kind, error, trace)

    def from_thread(caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            reporter.report(caught.exc_type, caught.exc_value, caught.exc_traceback)

    sys.excepthook = from_main
    threading.excepthook = from_thread
    qInstallMessageHandler(log_qt)
    return reporter


def log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)

"""Work in a thread: what the window hears of it, and what it does not."""

import threading
from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.errors import FormatError
from widgets.dialogs.working_dialog import WorkingDialog
from widgets.working import UNKNOWN, Reporter, Work


class Heard:
    """All that is heard of some work, in order."""

    def __init__(self, work: Work) -> None:
        self.told: list[object] = []
        work.done.connect(lambda result: self._hear("done", result))
        work.failed.connect(lambda sentence, _error: self._hear("failed", sentence))
        work.cancelled.connect(lambda: self._hear("cancelled"))
        work.progressed.connect(lambda share: self._hear("progressed", share))

    def _hear(self, *told: object) -> None:
        assert QThread.currentThread() == QApplication.instance().thread()  # type: ignore[union-attr]
        self.told.append(told)


def begun(owner: QObject, job: Callable[[Reporter], object]) -> tuple[Work, Heard]:
    work = Work(job, owner)
    heard = Heard(work)
    work.start()
    return work, heard


def test_what_comes_of_work_is_heard_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner = QObject()
    work, heard = begun(owner, lambda _reporter: threading.current_thread().name)
    qtbot.waitUntil(lambda: not work.is_running)
    assert heard.told == [("done", "work")]


def test_what_goes_wrong_is_told_in_a_sentence(qtbot: QtBot) -> None:
    def job(_reporter: Reporter) -> None:
        raise FormatError("This is {what}.", what="empty")

    owner = QObject()
    work, heard = begun(owner, job)
    qtbot.waitUntil(lambda: not work.is_running)
    assert heard.told == [("failed", "This is empty.")]


def test_a_mistake_of_ours_is_told_and_reaches_the_hook_for_bugs(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", caught.append)
    owner = QObject()
    work, heard = begun(owner, lambda _reporter: 1 // 0)
    qtbot.waitUntil(lambda: not work.is_running and bool(caught))
    assert heard.told == [("failed", "This was not done: a mistake in the program.")]
    assert caught[0].exc_type is ZeroDivisionError


def test_progress_is_heard(qtbot: QtBot) -> None:
    seen = Event()

    def job(reporter: Reporter) -> None:
        reporter.progress(1, 4)
        seen.wait(5)

    owner = QObject()
    work, heard = begun(owner, job)
    qtbot.waitUntil(lambda: ("progressed", 0.25) in heard.told)
    assert work.amount == 1
    seen.set()
    qtbot.waitUntil(lambda: not work.is_running)


def test_of_what_is_cancelled_nothing_more_is_heard(qtbot: QtBot) -> None:
    def job(reporter: Reporter) -> str:
        reporter.stopped.wait(5)
        return "too late"

    owner = QObject()
    work, heard = begun(owner, job)
    work.stop()
    work.cancel()
    qtbot.wait(30)
    assert heard.told == [("cancelled",)]


def test_work_whose_owner_goes_is_cancelled(qtbot: QtBot) -> None:
    stopped = Event()

    def job(reporter: Reporter) -> None:
        reporter.stopped.wait(5)
        stopped.set()

    owner = QObject()
    _work, heard = begun(owner, job)
    owner.deleteLater()
    qtbot.waitUntil(stopped.is_set)
    assert heard.told == []


def test_long_work_is_shown_and_escape_stops_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    work = Work(lambda reporter: reporter.stopped.wait(5), window)
    heard = Heard(work)
    dialog = WorkingDialog(work, "Reading …", window)
    work.start()
    assert not dialog.isVisible()
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()
    assert heard.told == [("cancelled",)]
    assert not dialog.isVisible()


def test_work_of_a_moment_is_not_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    work = Work(lambda _reporter: UNKNOWN, window)
    shown: list[bool] = []
    dialog = WorkingDialog(work, "Reading …", window)
    work.done.connect(lambda: shown.append(dialog.isVisible()))
    work.start()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [False]

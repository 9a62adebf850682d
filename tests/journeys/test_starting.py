"""Starting the program, and the dialogs it opens itself."""

import logging
import subprocess
import sys
import threading
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QTimer, QtMsgType
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app import main as program
from app.places import WindowRequest
from app.window import run
from resources.files import SAMPLES
from tests.journeys.driver import Person, places_in
from widgets.bugs import BugReporter, install_hooks, log_qt
from widgets.main_window import MainWindow


def test_the_program_runs_until_its_window_is_closed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hook in ("sys.excepthook", "threading.excepthook"):
        monkeypatch.setattr(hook, lambda *_args: None)
    monkeypatch.setattr("widgets.bugs.qInstallMessageHandler", lambda _handler: None)
    monkeypatch.setattr("faulthandler.enable", lambda file: file.close())
    seen: list[str] = []

    def look_and_close() -> None:
        (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        if window.project:
            seen.append(window.windowTitle())
            window.close()
        else:
            QTimer.singleShot(20, look_and_close)

    QTimer.singleShot(50, look_and_close)
    root = logging.getLogger()
    handlers = list(root.handlers)
    sample = copy(SAMPLES / "peace-talks.rejoinder", tmp_path)  # how it was looked at is kept in it
    code = run(WindowRequest(places_in(tmp_path), Path(sample)))
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    assert code == 0
    assert seen == ["Putin and peace talks — Rejoinder"]
    assert qtbot


def test_where_there_is_no_screen_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert program.show_window(WindowRequest(places_in(tmp_path))) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "no screen" in said


def test_where_qt_cannot_be_loaded_the_packages_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "app.window", None)
    assert program.show_window(WindowRequest(places_in(tmp_path))) == 2
    assert "libegl1" in capsys.readouterr().err


def test_arguments_go_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--version"]) == 0
    assert "0.1.0" in capsys.readouterr().out


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "--version"], capture_output=True, text=True, check=True
    )
    assert "0.1.0" in done.stdout


def test_a_title_is_asked_for_and_can_be_refused(person: Person) -> None:
    def answered(text: str | None) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        if text is None:
            dialog.reject()
        else:
            field = dialog.findChild(QLineEdit)
            assert isinstance(field, QLineEdit)
            person.bot.keyClicks(field, text)
            dialog.accept()

    QTimer.singleShot(50, lambda: answered(None))
    person.click("New empty map")
    assert person.window.project is None
    QTimer.singleShot(50, lambda: answered("Of bread"))
    person.click("New empty map")
    assert person.map.project.title == "Of bread"


def test_bugs_in_the_window_and_in_threads_are_reported(
    person: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("widgets.bugs.qInstallMessageHandler", lambda _handler: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(BugReporter, "show_report", lambda _self, text: reports.append(text))
    reports: list[str] = []
    reporter = install_hooks(person.window)
    hook, thread_hook = sys.excepthook, threading.excepthook
    error = ValueError("a slip")
    hook(ValueError, error, None)
    thread_hook(threading.ExceptHookArgs((ValueError, error, None, None)))
    assert ["a slip" in text for text in reports] == [True, True]
    assert "A bug: ValueError: a slip" in caplog.text
    log_qt(QtMsgType.QtInfoMsg, None, "something of Qt's")  # type: ignore[arg-type]
    assert reporter

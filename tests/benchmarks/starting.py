"""Measuring start-up: from just before the process is made until a window or a map is painted."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from storage.shared import write_shared_project
from tests.benchmarks.figures import MEGABYTES, Measure
from tests.benchmarks.limits import START
from tests.benchmarks.maps import made_map

# What `rejoinder` does up to the painted window; the clock is the same in all processes.
_WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.places import Places
from app.window import make_window
from widgets.fonts import load_fonts
folder = Path(sys.argv[1])
application = QApplication([])
load_fonts()
places = Places(folder / "settings.json", folder / "w.ini", folder / "library.sqlite", folder)
window = make_window(places)
window.painted.disconnect()
window.painted.connect(lambda: (print(time.monotonic(), flush=True), application.quit()))
window.show()
application.exec()
"""

# The whole program, opened on a file, with an ear at the first frame in which there is a map.
_MAP = """
import sys, time
from app.main import main
import app.window
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

def peak():
    try:  # what the parent had counts in Linux's ru_maxrss, but not here
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1e3
    except OSError:
        pass
    try:
        import resource
    except ImportError:
        return 0.0
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit

def tell():
    now, first = time.monotonic(), peak()
    view = windows[0].project.view
    view.reading.fold(frozenset())
    view.canvas.view.fit()
    for _ in range(5):
        QApplication.processEvents()
    print(now, first, peak(), flush=True)
    QApplication.quit()

class Ear(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False

ear, windows, make = Ear(), [], app.window.make_window

def listening(places, path=None):
    window = make(places, path)
    windows.append(window)
    window.projects.opened.connect(
        lambda _: window.project.view.canvas.view.viewport().installEventFilter(ear)
    )
    return window

app.window.make_window = listening
main([sys.argv[1]])  # as a double click on the file does
"""


class _Opened(NamedTuple):
    seconds: float  # to the painted map
    memory: float  # megabytes, at most until then
    memory_unfolded: float  # and once the whole map is unfolded


def starting() -> Iterator[Measure]:
    """The empty window."""
    yield Measure("start: process to painted window, warm", 0, lambda: _warm_starts(7))
    yield Measure("start: process to painted window, cold", 0, lambda: _cold_starts(5))


def opening(claims: int, folder: Path) -> Iterator[Measure]:
    """The program opened on a map of a size."""
    runs = 5 if claims <= 10_000 else 3

    @cache
    def opened() -> list[_Opened]:
        kept, path = folder / f"{claims}-kept.rejoinder", folder / f"{claims}.rejoinder"
        write_shared_project(made_map(claims), kept)
        found = []
        for _ in range(runs + 1):
            shutil.copyfile(kept, path)  # which is unfolded, and kept so, while it is looked at
            found.append(_open(path))
        return found[1:]

    @cache
    def opened_again() -> list[float]:
        opened()
        path = folder / f"{claims}.rejoinder"
        return [_open(path).seconds for _ in range(runs)]

    def column(name: str) -> list[float]:
        return [getattr(one, name) for one in opened()]

    yield Measure(START, claims, partial(column, "seconds"))
    yield Measure(f"{START}, memory", claims, partial(column, "memory"), MEGABYTES)
    yield Measure(f"{START}, left unfolded", claims, opened_again)
    unfolded = f"{START}, unfolded, memory"
    yield Measure(unfolded, claims, partial(column, "memory_unfolded"), MEGABYTES)


def _started(script: str, argument: Path | str) -> tuple[float, list[str]]:
    """Run a script in a process of its own; returns when it began, and what it said."""
    kept = os.environ.get("PYTHONDONTWRITEBYTECODE", "") == ""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, str(argument)],
        capture_output=True,
        text=True,
        check=True,
        env=env
        | {"QT_QPA_PLATFORM": "offscreen"}
        | {f"XDG_{kind}_HOME": _home() for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        | ({} if kept else {"PYTHONPYCACHEPREFIX": _compiled()}),
    )
    return began, done.stdout.split()


@cache
def _home() -> str:
    """A folder for the settings and the library of those who start here."""
    folder = tempfile.mkdtemp(prefix="rejoinder-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _compiled() -> str:
    """A folder for compiled modules where Python is told not to keep any beside the sources."""
    folder = tempfile.mkdtemp(prefix="rejoinder-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _open(path: Path) -> _Opened:
    began, (painted, memory, unfolded) = _started(_MAP, path)
    return _Opened(float(painted) - began, float(memory), float(unfolded))


def _start(folder: str) -> float:
    began, said = _started(_WINDOW, folder)
    return float(said[-1]) - began


def _warm_starts(runs: int) -> list[float]:
    """Start so many times with everything in the system's cache."""
    with tempfile.TemporaryDirectory() as folder:
        _start(folder)
        return [_start(folder) for _ in range(runs)]


def _cold_starts(runs: int) -> list[float]:
    """Start so many times with the program's and Qt's files dropped from the system's cache.

    Files that other processes have mapped stay, so the first start after boot is slower.
    """
    files = [path for path in _program_files() if path.is_file()]
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            for path in files:
                _forget(path)
            seconds.append(_start(folder))
    return seconds


def _program_files() -> list[Path]:
    root = Path(__file__).resolve().parents[2]
    packages = Path(next(p for p in sys.path if p.endswith("site-packages")))
    ours = [path for name in ("app", "widgets", "resources") for path in (root / name).rglob("*")]
    theirs = ("PySide6", "shiboken6", "pydantic", "pydantic_core", "immutables")
    return ours + [path for name in theirs for path in (packages / name).rglob("*")]


def _forget(path: Path) -> None:
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

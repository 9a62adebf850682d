"""Measuring start-up: from just before the process is made until its window is painted."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# What `rejoinder` does up to the painted window; the clock is the same in all processes.
_START = """
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


def _start(folder: str) -> float:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _START, folder],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return float(done.stdout.split()[-1]) - began


def warm_starts(runs: int) -> list[float]:
    """Start so many times with everything in the system's cache."""
    with tempfile.TemporaryDirectory() as folder:
        _start(folder)
        return [_start(folder) for _ in range(runs)]


def cold_starts(runs: int) -> list[float]:
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

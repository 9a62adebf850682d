"""Measuring how long it takes from a document to its text on the screen."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from tests.app.articles import documents
from tests.benchmarks.figures import Measure, timed
from tests.benchmarks.limits import INTAKE, PDF, WORDS
from widgets.intake.preview import Preview
from widgets.intake.purpose import Purpose
from widgets.intake.taking_in import TakingIn

_PAGES = 10
_SENTENCE = "Both sides said on Monday that they were ready to talk about it."
_PARAGRAPH = 5  # sentences


def intake() -> Iterator[Measure]:
    """The same article as a document of each kind."""
    paragraphs = [
        " ".join([f"Number {i}:", *[_SENTENCE] * _PARAGRAPH])
        for i in range(WORDS // (len(_SENTENCE.split()) * _PARAGRAPH + 2))
    ]
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    lines = [line for one in paragraphs for line in (*_lines(one), "")]
    of_page = -(-len(lines) // _PAGES)
    pages = [lines[i : i + of_page] for i in range(0, len(lines), of_page)]
    made = {
        "a.html": documents.page(f"<nav>Menu</nav><article><h1>Peace</h1>{body}</article>"),
        "a.docx": documents.word(*paragraphs),
        "a.txt": "\n\n".join(["Peace", *paragraphs]).encode(),
        "a.pdf": documents.pdf(*pages),
    }
    for name, content in made.items():
        kind = PDF if name == "a.pdf" else name.removeprefix("a.").upper()
        told = f"{INTAKE} {kind} of {len(content) / 1000:.0f} kB to shown text"
        yield Measure(told, WORDS, partial(_shown, name, content))


class _Painted(QObject):
    """Hears when a text was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.is_so = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.is_so = self.is_so or event.type() is QEvent.Type.Paint
        return False


def _shown(name: str, content: bytes) -> list[float]:
    window = QWidget()
    window.resize(1400, 860)
    window.show()
    taking_in = TakingIn(Purpose.BEGIN, window)

    def work(path: Path) -> None:
        painted = _Painted()
        taking_in.file(path, lambda _taken: None)
        while not painted.is_so:
            QApplication.processEvents()
            for preview in window.findChildren(Preview):
                preview.text.viewport().installEventFilter(painted)

    def clear() -> None:
        for preview in window.findChildren(Preview):
            preview.done(0)
            preview.setParent(None)
        QApplication.processEvents()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        work(path)  # what reads such documents is imported now
        seconds = timed(lambda: work(path), runs=9, prepare=clear)
    window.close()
    return seconds


def _lines(text: str) -> Iterator[str]:
    """Break a text into lines as they stand on a page."""
    line = ""
    for word in text.split():
        if len(line) + len(word) > 80:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line

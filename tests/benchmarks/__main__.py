"""`make bench`: measure start-up, opening, editing, layout, painting and export.

Nothing here passes or fails: machines are noisy. Each figure is the median of its runs in one
process (start-up: a process a run), with maps made from a fixed seed.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app import edits
from app.diagrams.export import export_diagram
from app.document import Document
from app.layout.arrangement import Arranger
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId
from app.model.outline import outline
from app.window import COLLECT_AFTER
from resources.themes import load_theme
from storage.library import open_library
from tests.benchmarks.figures import Figure, figure, report, timed
from tests.benchmarks.maps import made_map
from tests.benchmarks.starting import cold_starts, warm_starts
from widgets.fonts import QtMeasure, load_fonts
from widgets.project_view import ProjectView

SIZES = (100, 1_000, 10_000)
EXPORTED = (50, 200)
OUTPUT = Path("build") / "bench.json"


def starting() -> Iterator[Figure]:
    """Measure from the start of the process to the painted window."""
    yield figure("start to painted window, warm", 0, warm_starts(9))
    yield figure("start to painted window, cold", 0, cold_starts(5))


def working(claims: int, folder: Path) -> Iterator[Figure]:
    """Measure a project of a size, in a real library."""
    runs = 15 if claims < SIZES[-1] else 7
    argument_map = made_map(claims)
    with_library = open_library(folder / f"{claims}.sqlite")
    store = with_library.create(argument_map)
    yield figure("open: library to map", claims, timed(store.load, runs=runs))
    yield from _laying_out(argument_map, claims, runs)
    document = Document(store)
    target = ClaimId(f"c{claims // 2}")
    yield figure(
        "edit: add a reason, committed",
        claims,
        timed(lambda: document.do(edits.add_reason(document.map, target=target)), runs=runs * 3),
    )
    yield figure("undo, committed", claims, timed(document.undo, runs=runs * 2))
    yield from _showing(document, target, claims, runs)
    with_library.close()


def _laying_out(argument_map: ArgumentMap, claims: int, runs: int) -> Iterator[Figure]:
    yield figure("outline", claims, timed(lambda: outline(argument_map), runs=runs))
    reading = outline(argument_map)
    first = [Arranger(QtMeasure()) for _ in range(3)]
    yield figure(
        "layout, with all text to measure",
        claims,
        timed(lambda: first.pop().forest(argument_map, reading), runs=len(first)),
    )
    arranger = Arranger(QtMeasure())
    forest = arranger.forest(argument_map, reading)
    yield figure(
        "layout, text known",
        claims,
        timed(lambda: forest.rebuild(argument_map, frozenset()), runs=runs),
    )


def _showing(document: Document, target: ClaimId, claims: int, runs: int) -> Iterator[Figure]:
    opened = timed(lambda: _closed(_shown(document)), runs=3)
    yield figure("open: map to painted view", claims, opened)
    view = _shown(document)
    canvas = view.canvas.view
    unfolded = timed(lambda: view.reading.fold(frozenset()), runs=1)
    yield figure("unfold the whole map, the first time", claims, unfolded)
    card = view.reading.outline.cards[target]
    view.selection.set(card.key)  # what is edited is in view

    def edit() -> None:
        document.do(edits.add_reason(document.map, target=target, text="A new reason"))
        canvas.viewport().repaint()

    yield figure("edit: key to painted view, committed", claims, timed(edit, runs=runs))
    canvas.fit()
    yield figure("paint: whole map", claims, timed(canvas.viewport().repaint, runs=runs))
    canvas.set_zoom(1)
    yield figure("paint: at 100 %", claims, timed(canvas.viewport().repaint, runs=runs))
    _closed(view)


def _closed(view: ProjectView) -> None:
    view.close_document()
    view.close()


def _shown(document: Document) -> ProjectView:
    view = ProjectView(document, load_theme("light"))
    view.resize(1600, 940)
    view.show()
    QApplication.processEvents()
    return view


def exporting(claims: int, folder: Path) -> Iterator[Figure]:
    """Measure whole exports, engine and file included."""
    argument_map = made_map(claims)
    for kind in ("png", "svg", "pdf"):
        path = folder / f"{claims}.{kind}"
        work = timed(partial(export_diagram, argument_map, path), runs=5)
        yield figure(f"export {kind.upper()}", claims, work)


def main() -> None:
    """Measure everything and write the table."""
    began = time.perf_counter()
    application = QApplication.instance() or QApplication([])
    load_fonts()
    gc.set_threshold(COLLECT_AFTER, 20, 20)  # as the program does
    figures = list(starting())
    with tempfile.TemporaryDirectory() as name:
        for claims in SIZES:
            figures += working(claims, Path(name))
        for claims in EXPORTED:
            figures += exporting(claims, Path(name))
    report(figures, OUTPUT)
    sys.stdout.write(f"{time.perf_counter() - began:.0f} s in all\n")
    application.quit()


if __name__ == "__main__":
    main()

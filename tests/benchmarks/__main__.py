"""`make bench`: measure start-up, opening, looking about, editing, layout and export.

Nothing here passes or fails, for machines are noisy; but what misses the limits is marked. Each
figure is the median of its runs, with maps made from a fixed seed.
"""

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.plugin=false")

from PySide6.QtWidgets import QApplication

from app.window import COLLECT_AFTER
from tests.benchmarks.changing import changing
from tests.benchmarks.commits import Committing
from tests.benchmarks.drafting import drafting
from tests.benchmarks.exports import documenting, exporting, exporting_sample
from tests.benchmarks.figures import HEAD, Figure, Measure, figure, line, say, write
from tests.benchmarks.intake import intake
from tests.benchmarks.library import library_work, searching
from tests.benchmarks.limits import limit_of
from tests.benchmarks.parts import Parts
from tests.benchmarks.reading import Reading
from tests.benchmarks.start_page import StartPages
from tests.benchmarks.starting import opening, starting
from tests.benchmarks.working import Working
from widgets.fonts import load_fonts

SIZES = (100, 1_000, 10_000, 50_000)
EXPORTED = (50, 200, 1_000)
DOCUMENTED = (200, 10_000)
OUTPUT = Path("build") / "bench.json"


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what is asked for, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", default="", metavar="NAME", help="what has NAME in its name")
    parser.add_argument("--sizes", default="", help="numbers of claims, as in 100,10000")
    asked = parser.parse_args(argv)
    sizes = [int(size) for size in asked.sizes.split(",")] if asked.sizes else list(SIZES)
    began = time.perf_counter()
    application = QApplication.instance() or QApplication([])
    load_fonts()
    gc.set_threshold(COLLECT_AFTER, 20, 20)  # as the program does
    say(HEAD)
    figures: list[Figure] = []
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=OUTPUT.parent) as name:  # a disk, as /tmp may not be
        for measure in _measures(sizes, Path(name), whole=not asked.sizes):
            if asked.only in measure.name:
                figures.append(figure(measure))
                say(line(figures[-1], limit_of(figures[-1])))
    if not asked.only and not asked.sizes:
        write(figures, OUTPUT)
    missed = sum((limit := limit_of(one)) is not None and one.misses(limit) for one in figures)
    say(f"{missed} missed; {time.perf_counter() - began:.0f} s in all")
    application.quit()


def _measures(sizes: Sequence[int], folder: Path, *, whole: bool) -> Iterator[Measure]:
    if whole:
        yield from starting()
        yield from drafting()
    for claims in sizes:
        yield from opening(claims, folder)
        yield from library_work(claims, folder)
        yield from Committing(claims, folder).measures()
        yield from Parts(claims, folder).measures()
        working = Working(claims, folder)
        yield from working.measures()
        working.close()
    if whole:
        yield from changing()
        yield from intake()
        reading = Reading(folder)
        yield from reading.measures()
        reading.close()
        yield from searching(folder)
        start_pages = StartPages(folder)
        yield from start_pages.measures()
        start_pages.close()
        for claims in EXPORTED:
            yield from exporting(claims, folder)
        for claims in DOCUMENTED:
            yield from documenting(claims, folder)
        yield from exporting_sample(folder)


if __name__ == "__main__":
    main()

"""Measuring whole exports, engine and file included, beside the plain engine on the same source."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from app.diagrams import engine
from app.diagrams.export import diagram_source, export_diagram
from app.diagrams.options import DiagramOptions
from app.documents.export import SUFFIXES, export_document
from app.exchange import map_in
from app.model.elements import Claim
from resources.files import SAMPLES
from tests.benchmarks.figures import PERCENT, Measure, once, timed
from tests.benchmarks.limits import DOCUMENT, EXPORT, OVERHEAD
from tests.benchmarks.maps import made_map
from widgets.picturing import PictureWriter
from widgets.sheet_painting import wording

_RUNS = 5
_MOST_IN_PNG = 500  # claims; more are no picture that could be read


def exporting(claims: int, folder: Path) -> Iterator[Measure]:
    """Exports of a map of a size."""
    argument_map = made_map(claims)
    source = diagram_source(argument_map)
    options = DiagramOptions(dpi=96)
    for kind in ("svg", "pdf") if claims > _MOST_IN_PNG else ("png", "svg", "pdf"):
        path = folder / f"{claims}.{kind}"
        whole = partial(export_diagram, argument_map, path, options=options)
        plain = partial(engine.draw, source, kind, options=["-Gdpi=96"] if kind == "png" else [])
        yield Measure(f"{EXPORT} {kind.upper()}", claims, partial(timed, whole, runs=_RUNS))
        yield Measure(
            f"{EXPORT}: the engine alone, {kind.upper()}", claims, partial(timed, plain, runs=_RUNS)
        )
        beyond = partial(_beyond, whole, plain)
        yield Measure(f"{OVERHEAD}, {kind.upper()}", claims, beyond, unit=PERCENT)

    def paint() -> None:
        PictureWriter(argument_map, DiagramOptions(), wording()).write(folder / "painted.pdf")

    yield Measure(f"{EXPORT}: PDF painted by Qt", claims, partial(timed, paint, runs=_RUNS))


def _beyond(whole: Callable[[], object], plain: Callable[[], object]) -> list[float]:
    """By how many per cent the one takes longer than the other, each time right after it."""
    return [100 * (once(whole) / once(plain) - 1) for _ in range(_RUNS)]


def exporting_sample(folder: Path) -> Iterator[Measure]:
    """The sample as a picture, when all is imported already."""
    sample = map_in(SAMPLES / "peace-talks.rejoinder")
    export = partial(export_diagram, sample, folder / "sample.png")
    export()
    yield Measure(
        f"{EXPORT} the sample as PNG",
        len(sample.every(Claim)),
        partial(timed, export, runs=_RUNS),
    )


def documenting(claims: int, folder: Path) -> Iterator[Measure]:
    """Whole documents, file included."""
    argument_map = made_map(claims)
    for suffix, name in SUFFIXES.items():
        write = partial(export_document, argument_map, folder / f"a{suffix}")
        yield Measure(f"{DOCUMENT}: {name}", claims, partial(timed, write, runs=3))

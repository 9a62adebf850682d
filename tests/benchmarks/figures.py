"""Measuring: medians of repeated runs, gathered in one table beside the limits they are held to."""

import gc
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

MILLISECONDS, MEGABYTES, PERCENT, TIMES = "ms", "MB", "%", "×"


class Measure(NamedTuple):
    """Something that can be measured: `run` returns seconds, megabytes, or what its unit says."""

    name: str
    claims: int
    run: Callable[[], Sequence[float]]
    unit: str = MILLISECONDS


class Limit(NamedTuple):
    """What the median and the 95th percentile of a figure may be; or what it must be at least."""

    median: float
    p95: float | None = None
    is_least: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: the median and the 95th percentile of some runs."""

    name: str
    claims: int
    median: float
    p95: float
    unit: str
    runs: int

    def misses(self, limit: Limit) -> bool:
        if limit.is_least:
            return self.median < limit.median
        late = limit.p95 is not None and self.p95 > limit.p95
        return self.median > limit.median or late


def figure(measure: Measure) -> Figure:
    """Measure, and make a figure of it."""
    factor = 1000 if measure.unit == MILLISECONDS else 1
    values = sorted(factor * value for value in measure.run())
    late = values[min(round(0.95 * len(values)), len(values) - 1)]
    median = statistics.median(values)
    name, claims, unit = measure.name, measure.claims, measure.unit
    return Figure(name, claims, round(median, 3), round(late, 3), unit, len(values))


def timed(
    work: Callable[[], object], *, runs: int, prepare: Callable[[], object] | None = None
) -> list[float]:
    """Time a piece of work so many times, each after what prepares it, which is not counted."""
    seconds = []
    for _ in range(runs):
        if prepare:
            prepare()
        gc.collect()
        seconds.append(once(work))
    return seconds


def once(work: Callable[[], object]) -> float:
    """Time a piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def line(one: Figure, limit: Limit | None) -> str:
    """A line of the table."""
    told = ""
    if limit:
        p95 = "" if limit.p95 is None else f", p95 {limit.p95:g}"
        missed = "   MISSED" if one.misses(limit) else ""
        bound = "least" if limit.is_least else "most"
        told = f"   at {bound} {limit.median:g}{p95}{missed}"
    values = f"{one.median:>10.2f} {one.unit}{one.p95:>10.2f} {one.unit}{one.runs:>6}"
    return f"{one.name:58}{one.claims or '':>7}{values}{told}"


HEAD = f"{'':58}{'claims':>7}{'median':>13}{'p95':>13}{'runs':>6}"


def write(figures: Sequence[Figure], path: Path) -> None:
    """Write the table as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    machine = {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
    }
    text = json.dumps({"machine": machine, "figures": [asdict(f) for f in figures]}, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()

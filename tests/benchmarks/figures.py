"""Measuring: medians of repeated runs, gathered in one table."""

import gc
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: milliseconds, the median and the 95th percentile of some runs."""

    name: str
    claims: int
    median: float
    p95: float
    unit: str
    runs: int


def figure(name: str, claims: int, seconds: Sequence[float]) -> Figure:
    """Make a figure of measured seconds."""
    milliseconds = sorted(1000 * s for s in seconds)
    late = milliseconds[min(round(0.95 * len(milliseconds)), len(milliseconds) - 1)]
    median = statistics.median(milliseconds)
    return Figure(name, claims, round(median, 3), round(late, 3), "ms", len(milliseconds))


def timed(
    work: Callable[[], object], *, runs: int, prepare: Callable[[], object] | None = None
) -> list[float]:
    """Time a piece of work so many times, each after what prepares it, which is not counted."""
    seconds = []
    for _ in range(runs):
        if prepare:
            prepare()
        gc.collect()
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return seconds


def report(figures: Sequence[Figure], path: Path) -> None:
    """Print the table and write it as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    machine = {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
    }
    text = json.dumps({"machine": machine, "figures": [asdict(f) for f in figures]}, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    lines = [f"{'':44}{'claims':>8}{'median':>12}{'p95':>12}   runs"]
    lines += [
        f"{f.name:44}{f.claims or '':>8}{f.median:>9.2f} {f.unit}{f.p95:>9.2f} {f.unit}{f.runs:>7}"
        for f in figures
    ]
    sys.stdout.write("\n".join(lines) + "\n")

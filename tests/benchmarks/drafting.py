"""Measuring drafting: its time, and how right it is where hand-annotated articles lie beside.

Only the scores need `../shared/attribution`; nothing of it is part of the project.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from app.articles.text import Span
from app.drafting.drafting import draft
from app.drafting.results import Attribution
from resources.files import SAMPLES
from tests.benchmarks.figures import PERCENT, Measure, once, say

_FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "attribution"
_IMPORT = """
import time
began = time.perf_counter()
import app.drafting.drafting
print(time.perf_counter() - began)
"""
_REPORTS = 10  # in the sample article
_LONG = 50  # times the sample article: about 17,000 words


class Scores(NamedTuple):
    """How right drafting is on the articles, in percent, as `score.py` counts."""

    found: float
    precision: float
    source: float
    content: float
    token: float
    good: float
    said: float
    likely: float
    likely_an_article: float


def drafting() -> Iterator[Measure]:
    """Time, import and scores."""
    text = (SAMPLES / "article.txt").read_text(encoding="utf-8")
    thousands = len(text.split()) / 1000
    yield Measure("draft: 1,000 words", 0, partial(_spent, text, thousands, runs=30))
    long = partial(_spent, _LONG * text, _LONG * thousands, runs=3)
    yield Measure("draft: 1,000 words of 17,000", 0, long)
    yield Measure("draft: import", 0, partial(_imports, 5))
    yield Measure("draft: sample article, reports found", 0, partial(_sample, text), PERCENT)
    if not _FOLDER.is_dir():
        say("draft: no ../shared/attribution here, so no scores")
        return
    for name in Scores._fields:
        yield Measure(f"draft: {name.replace('_', ' ')}", 0, partial(_column, name), PERCENT)


def _spent(text: str, thousands: float, *, runs: int) -> Sequence[float]:
    draft(text)
    return [once(lambda: draft(text)) / thousands for _ in range(runs)]


def _imports(runs: int) -> Sequence[float]:
    """Import in processes of their own, once all is compiled."""
    with tempfile.TemporaryDirectory() as folder:
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPYCACHEPREFIX"] = folder
        command = [sys.executable, "-c", _IMPORT]
        told = [
            subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout
            for _ in range(runs + 1)
        ]
    return [float(line) for line in told[1:]]


def _sample(text: str) -> Sequence[float]:
    top = [one for one in draft(text).attributions if not one.parent]
    return [100 * min(len(top), _REPORTS) / _REPORTS]


def _column(name: str) -> Sequence[float]:
    return [getattr(_scores(), name)]


@cache
def _scores() -> Scores:
    """Draft all articles of the dev split once, and count."""
    scorer = _scorer()
    tally: Counter[str] = Counter()
    likely: Counter[str] = Counter()
    articles = scorer.articles("dev")
    for article in articles:
        top = [one for one in draft(article["text"]).attributions if not one.parent]
        scorer.count(article, [_as_scored(one) for one in top], tally)
        sure = [_as_scored(one) for one in top if one.confidence == "likely"]
        scorer.count(article, sure, likely)
    share: Callable[[str, str, str], float] = lambda hits, found, gold: (  # noqa: E731
        100 * scorer.f1(tally[hits], tally[found], tally[gold])[2]
    )
    return Scores(
        found=share("matched", "found", "gold"),
        precision=100 * tally["matched"] / max(1, tally["found"]),
        source=share("source exact", "source found", "source gold"),
        content=share("content exact", "content found", "content gold"),
        token=share("token both", "token found", "token gold"),
        good=share("good", "found", "gold"),
        said=100 * tally["said found"] / max(1, tally["said gold"]),
        likely=100 * likely["good"] / max(1, likely["found"]),
        likely_an_article=likely["found"] / len(articles),
    )


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", _FOLDER / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _as_scored(one: Attribution) -> dict[str, list[Span]]:
    return {"source": list(one.source), "cue": list(one.cue), "content": list(one.content)}

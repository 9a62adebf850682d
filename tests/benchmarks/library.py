"""What a library does without a window: opening a project, looking for words, backup, rescue."""

import random
import secrets
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from app.model.argument_map import ArgumentMap
from app.model.elements import AnyElement, Claim, ClaimId, Project, ProjectId, Source, SourceId
from storage.copying import copy_library
from storage.library import open_library
from storage.rescue import rescue
from tests.benchmarks.figures import Measure, once, timed
from tests.benchmarks.maps import made_map

_RUNS = 5
_PROJECTS, _CLAIMS, _ARTICLES = 20, 2_000, 10
_CLAIM_WORDS, _ARTICLE_WORDS = 12, 2_600  # a million words in all
_KNOWN = 20_000  # words, the first of them by far the most frequent
_LOOKED_FOR = (0, 20, 50, 300, 3_000, 15_000)


def library_work(claims: int, folder: Path) -> Iterator[Measure]:
    """Opening, backup and rescue of a library with one map."""
    path = folder / f"library-{claims}.sqlite"
    with closing(open_library(path)) as library:
        key = library.create(made_map(claims)).project_id

    def open_it() -> None:
        with closing(open_library(path)) as library:
            library.open(key).load()

    def elsewhere() -> Path:
        return folder / secrets.token_hex(8)

    yield Measure("library: opening to the map", claims, lambda: timed(open_it, runs=_RUNS))
    yield Measure(
        "library: backup",
        claims,
        lambda: timed(lambda: copy_library(path, elsewhere()), runs=_RUNS),
    )
    yield Measure(
        "library: rescue", claims, lambda: timed(lambda: rescue(path, elsewhere()), runs=1)
    )


def searching(folder: Path) -> Iterator[Measure]:
    """Looking for words among a million of them, from the most frequent to a rare one."""

    def look() -> list[float]:
        chance = random.Random(1)  # noqa: S311  no secret
        known = [f"w{chance.randrange(10**6)}" for _ in range(_KNOWN)]
        weights = [1 / (place + 5) for place in range(_KNOWN)]
        words = iter(chance.choices(known, weights, k=1_000_000))
        with closing(open_library(folder / "words.sqlite")) as library:
            for number in range(_PROJECTS):
                library.create(_made(number, words))
            return [
                once(lambda: library.search(known[place]))  # noqa: B023  called at once
                for place in _LOOKED_FOR
                for _ in range(_RUNS)
            ]

    def compare() -> list[float]:
        with closing(open_library(folder / "words.sqlite")) as library:
            claims = library.open(ProjectId("p0")).load().every(Claim)[: 4 * _RUNS]
            return [once(lambda: library.elsewhere(ProjectId("none"), c)) for c in claims]  # noqa: B023  called at once

    yield Measure("library: search in 1,000,000 words", _PROJECTS * _CLAIMS, look)
    yield Measure("library: the same claim elsewhere", _PROJECTS * _CLAIMS, compare)


def _made(number: int, words: Iterator[str]) -> ArgumentMap:
    def some(count: int) -> str:
        return " ".join(islice(words, count))

    elements: list[AnyElement] = [
        Claim(id=ClaimId(f"c{place}"), text=some(_CLAIM_WORDS), rank="a0")
        for place in range(_CLAIMS)
    ]
    elements += [
        Source(id=SourceId(f"s{place}"), title="An article", text=some(_ARTICLE_WORDS))
        for place in range(_ARTICLES)
    ]
    return ArgumentMap.of(Project(id=ProjectId(f"p{number}"), title="Words"), elements)

"""Measuring what lies below the window: the library, the outline, the layout."""

from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path

from app import edits
from app.document import Document
from app.layout.arrangement import Arranger
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId
from app.model.following import follow
from app.model.outline import outline
from storage.library import open_library
from tests.benchmarks.figures import Measure, once, timed
from tests.benchmarks.limits import ONE, WHOLE
from tests.benchmarks.maps import made_map
from widgets.fonts import QtMeasure


class Parts:
    """What can be measured of a map of a size without a window."""

    def __init__(self, claims: int, folder: Path) -> None:
        self._claims = claims
        self._folder = folder
        self._runs = 15 if claims < 10_000 else 5

    def measures(self) -> Iterator[Measure]:
        claims = self._claims
        yield Measure("library to map", claims, self._load)
        yield Measure("outline of the whole map", claims, self._outline)
        yield Measure(f"{WHOLE}, with all text to measure", claims, self._lay_out)
        yield Measure(f"{WHOLE}, text known", claims, self._lay_out_again)
        yield Measure(ONE, claims, self._follow)
        yield Measure("document: an edit, committed", claims, self._edit)
        yield Measure("document: undo, committed", claims, self._undo)

    @cached_property
    def _map(self) -> ArgumentMap:
        return made_map(self._claims)

    @cached_property
    def _path(self) -> Path:
        path = self._folder / f"parts{self._claims}.sqlite"
        library = open_library(path)
        library.create(self._map)
        library.close()
        return path

    def _load(self) -> list[float]:
        library = open_library(self._path)
        store = library.open(self._map.project.id)
        seconds = timed(store.load, runs=self._runs)
        library.close()
        return seconds

    def _outline(self) -> list[float]:
        return timed(lambda: outline(self._map), runs=self._runs)

    def _lay_out(self) -> list[float]:
        reading = outline(self._map)
        arrangers = [Arranger(QtMeasure()) for _ in range(3)]
        return timed(lambda: arrangers.pop().forest(self._map, reading), runs=len(arrangers))

    def _lay_out_again(self) -> list[float]:
        forest = Arranger(QtMeasure()).forest(self._map, outline(self._map))
        return timed(lambda: forest.rebuild(self._map, frozenset()), runs=self._runs)

    def _follow(self) -> list[float]:
        """Let outline and boxes follow edits all over the map, and what takes them back."""
        now, reading = self._map, outline(self._map)
        forest = Arranger(QtMeasure()).forest(now, reading)
        seconds = []

        def work(change: Change) -> None:
            nonlocal now
            before, now = now, now.apply(change)
            forest.follow(now, follow(reading, before, now, change))

        for i in range(30):
            target = ClaimId(f"c{i * self._claims // 30}")
            change = edits.add_reason(now, target=target, text=f"The new reason number {i}.")
            seconds.append(once(partial(work, change)))
            seconds.append(once(partial(work, change.inverted())))
        return seconds

    def _edit(self) -> list[float]:
        return self._edits()[0]

    def _undo(self) -> list[float]:
        return self._edits()[1]

    def _edits(self) -> tuple[list[float], list[float]]:
        library = open_library(self._path)
        document = Document(library.open(self._map.project.id))
        done, undone = [], []

        def edit(number: int) -> None:
            target = ClaimId(f"c{number * self._claims // 30}")
            document.do(edits.add_reason(document.map, target=target, text="A new reason."))

        for number in range(30):
            done.append(once(partial(edit, number)))
            undone.append(once(document.undo))
        library.close()
        return done, undone

"""Measuring at the window: frames while looking about, keys that edit, fold, find and select."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Qt

from tests.benchmarks.commits import Replay, Transaction
from tests.benchmarks.desk import CONTROL, Desk
from tests.benchmarks.figures import Measure, once
from tests.benchmarks.limits import BARE, BEYOND, EDIT, FRAME, PAINTED

_ZOOMS = {"100 %": 1.0, "50 %": 0.5, "25 %": 0.25, "10 %": 0.1, "the whole map fitted": None}
_PLACES = 5  # on the way across the map
_STEPS = 8  # of 40 pixels at each of them
_EDITS = {
    "add": "Tab adds a reason, its editor opens",
    "keep": "Enter keeps the words typed",
    "delete": "Delete",
    "undo": "Ctrl+Z",
}
_FOLDS = (
    *("fold a small branch", "unfold a small branch"),
    *("fold a quarter of the map", "unfold a quarter of the map"),
)


class Working:
    """What can be measured of a map of a size at the window, unfolded as a whole."""

    def __init__(self, claims: int, folder: Path) -> None:
        self._claims = claims
        self._folder = folder
        self._runs = 12 if claims <= 10_000 else 6
        self._stories: dict[bool, dict[str, list[float]]] = {}
        self._found: dict[str, list[float]] = {}
        self._folded: dict[str, list[float]] = {}

    def measures(self) -> Iterator[Measure]:
        for name, zoom in _ZOOMS.items():
            yield self._of(f"{FRAME} pan at {name}", partial(self._pan, zoom))
        yield self._of(f"{FRAME} zoom by the wheel, 10 % to 200 %", self._zoom)
        yield from self._editing("", with_outline=False)
        yield from self._editing(", outline open", with_outline=True)
        for what in _FOLDS:
            yield self._of(f"key: {what}", partial(self._fold, what))
        yield self._of("key: an arrow moves the selection", self._move)
        for what in ("the first word", "another word", "the next hit"):
            yield self._of(f"key: find {what}", partial(self._find, what))

    def _editing(self, where: str, *, with_outline: bool) -> Iterator[Measure]:
        story = partial(self._edit, with_outline=with_outline)
        for edit, words in _EDITS.items():
            for what in (PAINTED, BARE, BEYOND):
                yield self._of(f"{EDIT} {words}{where}: {what}", partial(story, f"{edit}: {what}"))
        yield self._of(f"key: a letter typed on the map{where}", partial(story, "letter"))

    def _of(self, name: str, run: Callable[[], list[float]]) -> Measure:
        return Measure(name, self._claims, run)

    def close(self) -> None:
        if "_desk" in self.__dict__:
            self._desk.close()

    @cached_property
    def _desk(self) -> Desk:
        desk = Desk(self._claims, self._folder)
        desk.unfold()
        return desk

    # Looking about

    def _pan(self, zoom: float | None) -> list[float]:
        """Scroll at places on the way from the first claim to the last."""
        desk, seconds = self._desk, []
        for place in range(_PLACES):
            if zoom is None:
                desk.canvas.fit()
                desk.frame()
            else:
                desk.canvas.set_zoom(zoom)
                desk.center_on((self._claims - 1) * place // (_PLACES - 1))
            seconds += [desk.pan(-40 if place == _PLACES - 1 else 40) for _ in range(_STEPS)]
        return seconds

    def _zoom(self) -> list[float]:
        desk, seconds = self._desk, []
        for place in (self._claims // 3, self._claims // 2, self._claims - 1):
            desk.canvas.set_zoom(0.1)
            desk.center_on(place)
            for notch in (1, -1):
                while 0.1 <= desk.canvas.zoom <= 2.0:
                    seconds.append(desk.wheel(notch))
                desk.wheel(-notch)
        return seconds

    # Editing

    def _edit(self, figure: str, *, with_outline: bool) -> list[float]:
        if with_outline not in self._stories:
            self._stories[with_outline] = self._tell_story(with_outline=with_outline)
        return self._stories[with_outline][figure]

    def _tell_story(self, *, with_outline: bool) -> dict[str, list[float]]:
        """Add a reason by keys, type, keep it, delete it and undo, at claims all over the map.

        The commits of it all are made once more by SQLite alone, in a copy of the library from
        before, so that each edit has the bare commit of the same rows beside it.
        """
        desk = self._desk
        desk.view.toggle_side(desk.view.outline if with_outline else desk.view.inspector)
        desk.canvas.set_zoom(1)
        self._once(desk, 1)  # things that are made when first needed
        replay = Replay(desk.library, self._folder / f"bare{self._claims}{with_outline}.sqlite")
        log: list[tuple[str, float, list[Transaction]]] = []
        for run in range(self._runs):
            log += self._once(desk, (run + 1) * (self._claims - 2) // self._runs)
        told = defaultdict[str, list[float]](list)
        for name, seconds, commits in log:
            bare = replay.timed(commits)
            if name in _EDITS:
                told[f"{name}: {PAINTED}"].append(seconds)
                told[f"{name}: {BARE}"].append(bare)
                told[f"{name}: {BEYOND}"].append(seconds - bare)
            elif name:
                told[name].append(seconds)
        replay.close()
        if with_outline:
            desk.view.toggle_side(desk.view.inspector)
        return told

    def _once(self, desk: Desk, claim: int) -> list[tuple[str, float, list[Transaction]]]:
        log = []

        def note(name: str, seconds: float) -> None:
            log.append((name, seconds, desk.recorder.take()))
            desk.settle()

        desk.select(claim)
        note("", 0)
        note("add", desk.press(Qt.Key.Key_Tab))
        note("letter", desk.press(Qt.Key.Key_W))
        desk.type("hat is made of wood burns.")
        note("", 0)
        note("keep", desk.press(Qt.Key.Key_Return))
        note("delete", desk.press(Qt.Key.Key_Delete))
        note("undo", desk.press(Qt.Key.Key_Z, CONTROL))
        return log

    # Folding, selecting, finding

    def _fold(self, figure: str) -> list[float]:
        """Fold and unfold by the key; what is folded is written to the library, too."""
        if not self._folded:
            told = defaultdict[str, list[float]](list)
            for name, claim in (
                ("a small branch", self._claims // 20),
                ("a quarter of the map", 1),
            ):
                for _ in range(self._runs // 2):
                    for what in ("fold", "unfold"):
                        self._desk.select(claim)
                        told[f"{what} {name}"].append(self._desk.press(Qt.Key.Key_F))
            self._folded = told
            self._desk.settle()
        return self._folded[figure]

    def _move(self) -> list[float]:
        desk, seconds = self._desk, []
        desk.canvas.set_zoom(1)
        desk.select(self._claims // 2)
        ways = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down)
        for _ in range(5):
            for key in ways:
                seconds.append(desk.press(key))
                desk.settle()
        return seconds

    def _find(self, figure: str) -> list[float]:
        """Type a word and press Enter: the first time its index is made."""
        if not self._found:
            desk, told = self._desk, defaultdict[str, list[float]](list)
            desk.select(self._claims // 2)
            desk.press(Qt.Key.Key_F, CONTROL)
            field = desk.view.find_bar.field
            for i, word in enumerate(("transport", "congress", "peace war", "budget")):
                field.setText(word)
                what = "another word" if i else "the first word"
                told[what].append(once(partial(desk.press, Qt.Key.Key_Return)))
                desk.settle()
                for _ in range(4):
                    told["the next hit"].append(desk.press(Qt.Key.Key_Return))
                    desk.settle()
            desk.press(Qt.Key.Key_Escape)
            self._found = told
        return self._found[figure]

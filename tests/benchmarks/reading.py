"""Measuring at the window: a long article with many marks, shown, scrolled, and marked further."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property, partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import edits
from app.articles.anchors import anchor_at
from app.articles.marked import Marked
from app.articles.text import sentences
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, Project, ProjectId
from resources.themes import load_theme
from tests.benchmarks.changing import marked_map
from tests.benchmarks.commits import Replay
from tests.benchmarks.desk import CONTROL, Desk, Frames
from tests.benchmarks.figures import Measure, once
from tests.benchmarks.limits import (
    ADDING,
    BARE,
    BEYOND,
    MARKS,
    OTHER_WIDTH,
    PAINTED,
    SCROLLING,
    SHOWN,
)
from tests.benchmarks.maps import BRANCHES
from widgets.article.article_text import ArticleText

_STEPS, _PLACES = 12, 5  # steps of scrolling at each place
_RUNS = 12


class Reading:
    """What can be measured of the article at the window."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._added: dict[str, list[float]] = {}

    def measures(self) -> Iterator[Measure]:
        yield Measure(SHOWN, MARKS, self._show)
        yield Measure(SCROLLING, MARKS, self._scroll)
        yield Measure(OTHER_WIDTH, MARKS, self._resize)
        for what in (PAINTED, BARE, BEYOND):
            yield Measure(f"{ADDING}: {what}", MARKS, partial(self._add, what))

    def close(self) -> None:
        if "_desk" in self.__dict__:
            self._desk.close()

    @cached_property
    def _desk(self) -> Desk:
        return Desk(MARKS, self._folder, tree_of_marks())

    @cached_property
    def _frames(self) -> Frames:
        return Frames(self._text.viewport())

    @property
    def _text(self) -> ArticleText:
        return self._desk.view.article.text

    def _show(self) -> list[float]:
        """From the map to the first painted lines, sentences told apart and all."""
        seconds = []
        for number in range(3):
            text = ArticleText(load_theme("light"))
            text.resize(400, 800)
            text.show()
            frames = Frames(text.viewport())
            seconds.append(once(partial(_shown, text, _unknown(number), frames)))
            text.close()
            text.deleteLater()
        return seconds

    def _scroll(self) -> list[float]:
        """Scroll by the height of a few lines, at places all over the text."""
        bar, seconds = self._text.verticalScrollBar(), []
        for place in range(_PLACES):
            bar.setValue(bar.maximum() * place // (_PLACES - 1))
            self._frames.next()
            by = -60 if place == _PLACES - 1 else 60
            seconds += [once(partial(self._move, by)) for _ in range(_STEPS)]
        return seconds

    def _move(self, by: int) -> None:
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.value() + by)
        self._frames.next()

    def _resize(self) -> list[float]:
        """Make the article wider and narrower, in the middle of the text."""
        bar, panes = self._text.verticalScrollBar(), self._desk.view.panes
        bar.setValue(bar.maximum() // 2)
        first, *others = panes.sizes()
        seconds = []
        for by in (80, -80) * 4:
            first += by
            others[0] -= by
            seconds.append(once(partial(self._lay_out, [first, *others])))
        return seconds

    def _lay_out(self, sizes: list[int]) -> None:
        self._desk.view.panes.setSizes(sizes)
        self._frames.next()

    def _add(self, figure: str) -> list[float]:
        if not self._added:
            self._added = self._tell_story()
        return self._added[figure]

    def _tell_story(self) -> dict[str, list[float]]:
        """Go to the next sentence without a claim, let the selected claim rest on it, undo that."""
        desk, told = self._desk, defaultdict[str, list[float]](list)
        desk.canvas.setFocus()
        desk.view.selection.set(next(desk.view.reading.forest.shown()))
        desk.settle()
        replay = Replay(desk.library, self._folder / "reading.sqlite")
        for run in range(_RUNS + 1):
            desk.press(Qt.Key.Key_F8)
            desk.recorder.take()
            seconds = once(partial(self._press, Qt.Key.Key_F))
            bare = replay.timed(desk.recorder.take())
            desk.settle()
            desk.press(Qt.Key.Key_Z, CONTROL)
            desk.settle()
            if run:  # not the first, for which things are made that stay
                told[PAINTED].append(seconds)
                told[BARE].append(bare)
                told[BEYOND].append(seconds - bare)
        replay.close()
        return told

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._text, key)
        self._frames.next()


def _shown(text: ArticleText, argument_map: ArgumentMap, frames: Frames) -> None:
    (source,) = argument_map.sources()
    text.show_article(Marked(argument_map, source.id), "")
    frames.next()


@cache
def tree_of_marks() -> ArgumentMap:
    """One argument of so many claims, each resting on a sentence of the long article."""
    (source,) = marked_map().sources()
    now = ArgumentMap.of(Project(id=ProjectId("reading"), title="A long article"), [source])
    spans = sentences(source.text)
    claims: list[ClaimId] = []
    for number in range(MARKS):
        anchor = anchor_at(source, *spans[number * len(spans) // MARKS])
        target = claims[(number - 1) // BRANCHES] if claims else None
        change = edits.claim_from_words(now, anchor=anchor, target=target)
        claims += [new.id for new in change.after.values() if isinstance(new, Claim)]
        now = now.apply(change)
    return now


def _unknown(number: int) -> ArgumentMap:
    """The map with a text that nothing is known of yet."""
    long = tree_of_marks()
    (source,) = long.sources()
    other = changed(source, text=f"{source.text} {number}")
    elements = [other if element == source else element for element in long.elements]
    return ArgumentMap.of(long.project, (one for one in elements if one != long.project))

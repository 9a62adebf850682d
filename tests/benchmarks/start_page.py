"""Measuring the start page of a library with many projects: opened, scrolled, looked through."""

import random
from collections.abc import Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, Project, ProjectId
from app.places import Places
from app.ports import Miniature
from app.window import make_window
from storage.library import open_library
from tests.benchmarks.desk import Frames
from tests.benchmarks.figures import Measure, once
from tests.benchmarks.limits import LISTED, LISTING, MOVING, PROJECTS, TYPING
from widgets.main_window import MainWindow

_RUNS = 5
_CLAIMS, _CARDS = 10, 150  # of each project, and in its picture
_STEPS = 40  # of scrolling
_WORDS = "bread butter bridge climate court gas peace pipeline school strike talks unity"
_WORD = "bridge"


class StartPages:
    """What can be measured of the start page; it is opened in a window that is there already."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def measures(self) -> Iterator[Measure]:
        yield Measure(LISTING, PROJECTS, self._open)
        yield Measure(MOVING, PROJECTS, self._scroll)
        yield Measure(TYPING, PROJECTS, self._type)
        yield Measure(LISTED, PROJECTS, self._list_again)

    def close(self) -> None:
        if "_window" in self.__dict__:
            self._window.close()
            self._window.deleteLater()
            QApplication.processEvents()

    @cached_property
    def _library(self) -> Path:
        path = self._folder / "projects.sqlite"
        chance = random.Random(1)  # noqa: S311  no secret
        with closing(open_library(path)) as library:
            for number in range(PROJECTS):
                title = " ".join(chance.choices(_WORDS.split(), k=5))
                key = library.create(_made(number, title)).project_id
                library.keep_miniature(key, _picture(chance))
                library.keep_tags({key: chance.sample(_WORDS.split(), number % 4)})
        return path

    @cached_property
    def _window(self) -> MainWindow:
        folder = self._folder / "empty"
        folder.mkdir()
        places = Places(
            folder / "settings.json", folder / "w.ini", folder / "library.sqlite", folder / "logs"
        )
        window = make_window(places)
        window.resize(1600, 940)
        window.show()
        while not window.status.place.text():
            QApplication.processEvents()
        return window

    @cached_property
    def _frames(self) -> Frames:
        return Frames(self._window.start_page.list.viewport())

    def _open(self) -> list[float]:
        """From the file to painted cards."""
        path, window, frames = self._library, self._window, self._frames

        def work() -> None:
            window.projects.use_library(path)
            frames.next()

        seconds = [once(work) for _ in range(_RUNS)]
        assert len(window.start_page.list.projects) == PROJECTS
        return seconds

    def _scroll(self) -> list[float]:
        """Scroll by half a card, where no card was before."""
        self._open()
        bar = self._window.start_page.list.verticalScrollBar()

        def work() -> None:
            bar.setValue(bar.value() + 120)
            self._frames.next()

        return [once(work) for _ in range(_STEPS)]

    def _type(self) -> list[float]:
        """Look for a word, letter by letter."""
        self._open()
        field = self._window.start_page.head.search

        def work(letter: str) -> None:
            QTest.keyClicks(field, letter)
            self._frames.next()

        seconds = [once(lambda: work(letter)) for letter in _WORD]  # noqa: B023  called at once
        assert 0 < len(self._window.start_page.list.projects) < PROJECTS
        field.clear()
        return seconds

    def _list_again(self) -> list[float]:
        """Look whether others have changed the library, as is done each second."""
        self._open()
        return [once(self._window.projects.look_again) for _ in range(_RUNS)]


def _made(number: int, title: str) -> ArgumentMap:
    claims = [
        Claim(id=ClaimId(f"c{place}"), text=f"{title} {place}", rank="a0")
        for place in range(_CLAIMS)
    ]
    return ArgumentMap.of(Project(id=ProjectId(f"p{number}"), title=title), claims)


def _picture(chance: random.Random) -> Miniature:
    roles = ("reason", "objection", "free")
    return Miniature(
        1.5,
        tuple(
            (chance.uniform(0, 0.9), chance.uniform(0, 0.9), 0.06, 0.04, chance.choice(roles))
            for _ in range(_CARDS)
        ),
    )

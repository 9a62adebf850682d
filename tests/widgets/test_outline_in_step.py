"""The outline on the screen stays in step with the map, whatever is done in whatever order."""

import random
from contextlib import suppress

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.document import Document
from app.layout.arrangement import Arranger
from app.layout.shipped_fonts import ShippedFonts
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim
from app.model.errors import EditError
from app.model.outline import Card, Place
from resources.themes import load_theme
from tests.app.layout.test_following import random_edit
from tests.benchmarks.maps import made_map
from tests.fakes.memory_store import MemoryLibrary
from tests.make_sample import build_sample
from widgets.outline.panel import OutlinePanel
from widgets.outline.rows import rows_below, top_rows
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection


class Shown:
    """An outline on the screen, and the parts that it is in step with."""

    def __init__(self, qtbot: QtBot, argument_map: ArgumentMap) -> None:
        document = Document(MemoryLibrary().create(argument_map))
        self.reading = Reading(document, Arranger(ShippedFonts()))
        self.selection = Selection()
        self.panel = OutlinePanel(
            self.reading, self.selection, Performer(document), load_theme("light")
        )
        fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
        self.tester = QAbstractItemModelTester(self.panel.model, fatal)
        qtbot.addWidget(self.panel)
        self.panel.resize(300, 400)
        self.panel.show()

    def rows(self) -> list[Place | None]:
        """What can be seen, from the top down."""
        found, tree = [], self.panel.tree
        index = self.panel.model.index(0, 0)
        while index.isValid():
            found.append(self.panel.model.place(index))
            index = tree.indexBelow(index)
        return found

    def wanted(self) -> list[Place]:
        """What is to be seen: all that is not folded away."""
        found, stack = [], top_rows(self.reading.outline)[::-1]
        while stack:
            row = stack.pop()
            found.append(row)
            if not (isinstance(row, Card) and row.claim in self.reading.folded):
                stack.extend(reversed(rows_below(row)))
        return found

    def check(self) -> None:
        assert self.rows() == self.wanted()
        chosen = self.panel.tree.selectionModel().selectedIndexes()
        places = [self.reading.outline.at(key) for key in self.selection.keys]
        assert {self.panel.model.place(index) for index in chosen} == {
            self.panel.model.place(self.panel.model.index_at(place.key))
            for place in places
            if place
        }

    def do_something(self, chance: random.Random) -> None:
        claims = [claim.id for claim in self.reading.map.every(Claim)]
        claim = chance.choice(claims) if claims else None
        number = chance.random()
        if claim and number < 0.1:
            self.reading.fold(self.reading.folded ^ {claim})
        elif number < 0.2:
            self.reading.fold(frozenset(claims) if number < 0.12 else frozenset())
        elif claim and number < 0.3:
            self.reading.reveal(claim)
            self.selection.set(self.reading.outline.cards[claim].key)
        elif number < 0.4:
            self.open_or_close(chance)
        elif number < 0.5:
            self.reading.document.undo()
        else:
            self.reading.document.do(random_edit(chance, self.reading.map))

    def open_or_close(self, chance: random.Random) -> None:
        model, tree = self.panel.model, self.panel.tree
        place = chance.choice(self.rows())
        index = model.index_at(place.key) if place else model.index(0, 0)
        if model.hasChildren(index) and model.place(index) is place:
            tree.setExpanded(index, not tree.isExpanded(index))
            assert isinstance(place, Card)
            assert tree.isExpanded(index) == (place.claim not in self.reading.folded)


@pytest.mark.parametrize("seed", range(12))
def test_rows_and_selection_are_those_of_the_map(qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    start = made_map(40, seed=seed) if seed % 2 else build_sample()
    shown = Shown(qtbot, edits.new_map(title="Grown") if seed % 5 == 0 else start)
    for _ in range(80):
        with suppress(EditError, IndexError):
            shown.do_something(chance)
        if chance.random() < 0.5:  # Qt lays out and paints now and then
            QApplication.processEvents()
        shown.check()

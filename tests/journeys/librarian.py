"""The start page, as those see and work it who keep many projects."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMessageBox

from app import edits
from storage.library import open_library
from tests.journeys.driver import Person, places_in
from widgets.start.cards import Cards
from widgets.start.head import Head
from widgets.start.model import PROJECT

ctrl = Qt.KeyboardModifier.ControlModifier

TITLES = {"Über die Brücke": 3, "Bread and butter": 1, "Nord Stream 2": 5, "The bridge": 2}
"""The projects, the last one changed last, with how many claims each has."""


def fill(folder: Path) -> None:
    """Put the projects into the library of whoever works in a folder."""
    with closing(open_library(places_in(folder).library)) as library:
        for title, count in TITLES.items():
            project = edits.new_map(title=title)
            for number in range(count):
                project = project.apply(edits.add_claim(project, text=f"Claim {number}"))
            library.create(project)


def cards(person: Person) -> Cards:
    return person.window.start_page.list


def head(person: Person) -> Head:
    return person.window.start_page.head


def shown(person: Person) -> list[str]:
    """The titles on the page, in their order."""
    return [project.title for project in cards(person).projects]


def chosen(person: Person) -> list[str]:
    return [project.title for project in cards(person).selected]


def shelves(person: Person) -> list[str]:
    bar = head(person).shelves
    return [bar.tabText(place) for place in range(bar.count())]


def note(person: Person) -> str:
    return person.window.start_page.note.text()


def point_of(person: Person, title: str) -> QPoint:
    """The middle of a card."""
    model = cards(person).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    (index,) = (index for index in rows if index.data(PROJECT).title == title)
    cards(person).scrollTo(index)
    return cards(person).visualRect(index).center()


def select(person: Person, first: str, *others: str) -> None:
    """Go to a project by the keys that a list has, and click the others with Ctrl."""
    cards(person).select([p.id for p in cards(person).projects if p.title == first])
    for title in others:
        place, button = point_of(person, title), Qt.MouseButton.LeftButton
        person.bot.mouseClick(cards(person).viewport(), button, ctrl, place)
    cards(person).setFocus()


def replies(monkeypatch: pytest.MonkeyPatch, *answers: QMessageBox.StandardButton) -> list[str]:
    """Answer questions; gives what was asked."""
    asked: list[str] = []
    waiting = iter(answers)

    def ask(_parent: object, _title: str, question: str, *_more: object) -> object:
        asked.append(question)
        return next(waiting)

    monkeypatch.setattr(QMessageBox, "question", staticmethod(ask))
    return asked

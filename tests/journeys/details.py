"""What stands in the details of a claim."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from tests.journeys.driver import Person

Key = Qt.Key
ctrl = Qt.KeyboardModifier.ControlModifier
W_ = TypeVar("W_", bound=QWidget)


def words(person: Person) -> str:
    labels = person.project.view.inspector.findChildren(QLabel)
    return "\n".join(label.text() for label in labels)


def field(person: Person, kind: type[W_], name: str = "") -> W_:
    found = person.project.view.inspector.findChildren(kind)
    return next(widget for widget in found if name in {"", widget.accessibleName()})


def link_named(person: Person, text: str) -> QToolButton:
    links = person.project.view.inspector.findChildren(QToolButton)
    (link,) = (one for one in links if one.isVisible() and one.text() == text)
    return link


def said_by(person: Person) -> QLineEdit:
    """The one field for speakers that is seen."""
    fields = person.project.view.inspector.findChildren(QLineEdit)
    (one,) = (f for f in fields if f.isVisible() and f.accessibleName() == "Said by")
    return one


def speakers_of(person: Person, start: str) -> list[list[str]]:
    """The speakers of each saying of a claim."""
    sayings = person.map.locutions_of(person.claim(start).id)
    return [[person.map.speaker(s).name for s in saying.speakers] for saying in sayings]

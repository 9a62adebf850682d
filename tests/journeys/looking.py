"""What somebody sees of the map who has only a part of it before the eyes."""

from PySide6.QtCore import QRectF

from app.model.elements import ClaimId
from app.model.view_state import Criterion, Trait
from tests.journeys.driver import Person


def shown(person: Person) -> set[str]:
    return {person.map.claim(ClaimId(key[1])).text for key in person.forest.shown()}


def sees(person: Person, start: str) -> bool:
    """Whether a claim is drawn, and on the screen as a whole."""
    box = next(iter(person.forest.places_of(person.claim(start).id)), None)
    room = QRectF(person.view.viewport().rect())
    return box is not None and room.contains(person.view.view_rect(box.rect))


def only(person: Person, name: str) -> None:
    """Show only what a speaker says."""
    (speaker,) = (s for s in person.map.speakers() if s.name == name)
    person.project.view.filtering.show_only(Criterion(trait=Trait.SPEAKER, value=speaker.id))


def check(person: Person) -> None:
    """What is selected is there and shown, and all can be painted."""
    assert not person.view.grab().isNull()
    for key in person.project.view.selection.keys:
        assert person.forest.box(key) is not None

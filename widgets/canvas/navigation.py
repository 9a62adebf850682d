"""Where the arrow keys lead: up and down along the argument, left and right along the row."""

from enum import Enum

from app.layout.arrangement import Arrangement, CardBox, StepBox
from app.layout.geometry import Rect
from app.model.outline import Card, Outline, Place, PlaceKey, Step


class Direction(Enum):
    """An arrow key."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


def first_place(outline: Outline) -> PlaceKey | None:
    """Where to begin: the first contention, or else the first free claim."""
    places: list[Place] = [*outline.trees, *outline.free]
    return places[0].key if places else None


def neighbour(
    outline: Outline, arrangement: Arrangement, key: PlaceKey, direction: Direction
) -> PlaceKey:
    """The place that an arrow key leads to; the same if there is none."""
    if direction in {Direction.LEFT, Direction.RIGHT}:
        return _along_row(arrangement, key, direction)
    place = _find(outline, key)
    if place is None:
        return key
    found = _above(place) if direction is Direction.UP else _below(place)
    return found.key if found and arrangement.box(found.key) else key


def _find(outline: Outline, key: PlaceKey) -> Place | None:
    return next((place for place in outline.places() if place.key == key), None)


def _above(place: Place) -> Place | None:
    """What a claim bears on: the target of its step, or for an undercutter the step itself."""
    if isinstance(place, Card):
        step = place.above
        return (step.above or step) if step else None
    return place.above


def _below(place: Place) -> Place | None:
    if isinstance(place, Step):
        return place.premises[0] if place.premises else None
    step = place.steps[0] if place.steps else None
    return step.premises[0] if step and step.premises else step


def _along_row(arrangement: Arrangement, key: PlaceKey, direction: Direction) -> PlaceKey:
    """The nearest card on one side that stands at the same height in part."""
    here = arrangement.box(key)
    if here is None:
        return key
    x, _ = here.rect.center
    sign = 1 if direction is Direction.RIGHT else -1
    beside: list[CardBox | StepBox] = [
        box
        for box in arrangement.cards.values()
        if (box.rect.center.x - x) * sign > 0 and _overlap(box.rect, here.rect)
    ]
    best = min(beside, key=lambda box: abs(box.rect.center.x - x), default=here)
    return best.key


def _overlap(one: Rect, other: Rect) -> bool:
    return one.y < other.bottom and other.y < one.bottom

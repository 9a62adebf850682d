"""Where the arrow keys lead: up and down along the argument, left and right along the row."""

from enum import Enum

from app.layout.forest import Forest
from app.layout.geometry import Rect
from app.layout.viewing import view
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


def neighbour(outline: Outline, forest: Forest, key: PlaceKey, direction: Direction) -> PlaceKey:
    """The place that an arrow key leads to; the same if there is none."""
    if direction in {Direction.LEFT, Direction.RIGHT}:
        return _along_row(forest, key, direction)
    place = outline.at(key)
    if place is None:
        return key
    found = _above(place) if direction is Direction.UP else _below(place)
    return found.key if found and forest.box(found.key) else key


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


def _along_row(forest: Forest, key: PlaceKey, direction: Direction) -> PlaceKey:
    """The nearest card on one side that stands at the same height in part."""
    here = forest.box(key)
    if here is None:
        return key
    x, _ = here.rect.center
    sign = 1 if direction is Direction.RIGHT else -1
    row = Rect(forest.bounds.x, here.rect.y, forest.bounds.width, here.rect.height)
    beside = [
        (abs(middle - x), card.key)
        for placed in view(forest, row).blocks
        for card in placed.block.cards
        if ((middle := placed.x + card.rect.center.x) - x) * sign > 0
    ]
    return min(beside, default=(0, key))[1]

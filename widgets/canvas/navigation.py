"""Where the arrow keys lead: along the argument, or to the neighbours in the same row."""

from enum import Enum

from app.layout.forest import Forest
from app.layout.geometry import Rect
from app.layout.turning import turned
from app.layout.viewing import view
from app.model.outline import Card, Outline, Place, PlaceKey, Step
from app.model.view_state import Orientation


class Direction(Enum):
    """An arrow key."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


class _Way(Enum):
    """A direction as the argument runs."""

    ABOVE = "above"
    BELOW = "below"
    BEFORE = "before"
    BEHIND = "behind"


_DOWNWARDS = {
    Direction.UP: _Way.ABOVE,
    Direction.DOWN: _Way.BELOW,
    Direction.LEFT: _Way.BEFORE,
    Direction.RIGHT: _Way.BEHIND,
}
_WAYS = {
    Orientation.DOWN: _DOWNWARDS,
    Orientation.UP: _DOWNWARDS | {Direction.UP: _Way.BELOW, Direction.DOWN: _Way.ABOVE},
    Orientation.RIGHT: {
        Direction.LEFT: _Way.ABOVE,
        Direction.RIGHT: _Way.BELOW,
        Direction.UP: _Way.BEFORE,
        Direction.DOWN: _Way.BEHIND,
    },
}


def first_place(outline: Outline) -> PlaceKey | None:
    """Where to begin: the first contention, or else the first free claim."""
    places: list[Place] = [*outline.trees, *outline.free]
    return places[0].key if places else None


def neighbour(outline: Outline, forest: Forest, key: PlaceKey, direction: Direction) -> PlaceKey:
    """The place that an arrow key leads to; the same if there is none, or none is shown."""
    way = _WAYS[forest.look.orientation][direction]
    if way in {_Way.BEFORE, _Way.BEHIND}:
        return _along_row(forest, key, 1 if way is _Way.BEHIND else -1)
    place = outline.at(key)
    if place is None:
        return key
    found = _above(place) if way is _Way.ABOVE else _below(place)
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


def _along_row(forest: Forest, key: PlaceKey, sign: int) -> PlaceKey:
    """The nearest card before (-1) or behind (1) that stands at the same height in part."""
    here = forest.box(key)
    if here is None:
        return key
    orientation = forest.look.orientation
    frame, whole = turned(here.rect, orientation), turned(forest.bounds, orientation)
    middle, reach = frame.center.x, frame.width
    while reach < 2 * whole.width:  # look ever further: the next one mostly stands near
        reach *= 4
        row = Rect(middle if sign > 0 else middle - reach, frame.y, reach, frame.height)
        beside = [
            (away, card.key)
            for placed in view(forest, turned(row, orientation)).blocks
            for card in placed.cards
            if 0 < (away := (turned(card.rect, orientation).center.x - middle) * sign) <= reach
        ]
        if beside:
            return min(beside)[1]
    return key

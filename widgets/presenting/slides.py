"""The slides of a presentation: the claims at the top and the steps of a map, in reading order."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.layout.arrangement import Arranger
from app.layout.forest import Forest
from app.layout.geometry import Point, Rect
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, TargetId
from app.model.outline import Card, Outline, Place, PlaceKey, Step, outline, outline_of

_AROUND = 46  # pixels of the map around what is looked at


def reading_of(argument_map: ArgumentMap, root: TargetId | None) -> Outline:
    """The order in which a map is presented, or only what hangs below a claim or a step."""
    return outline_of(argument_map, [root]) if root else outline(argument_map)


def slides_of(order: Outline) -> list[Place]:
    """A claim at the top is a slide, and so is each step with its premises."""
    return [place for place in order.places() if isinstance(place, Step) or place.above is None]


def claims_on(slide: Place) -> Sequence[ClaimId]:
    """The claims that a slide is about."""
    return [slide.claim] if isinstance(slide, Card) else slide.inference.premises


def last_claim(slide: Place) -> PlaceKey:
    """Where the last claim of a slide stands."""
    if isinstance(slide, Step) and slide.premises:
        return slide.premises[-1].key
    return slide.key


class Show(NamedTuple):
    """What is presented: a map in its reading order, its slides, and where all of it stands."""

    order: Outline
    slides: Sequence[Place]
    forest: Forest
    numbers: Mapping[PlaceKey, int]  # of the slides, by where they stand


def show_of(argument_map: ArgumentMap, root: TargetId | None, arranger: Arranger) -> Show:
    """Lay out what is presented of a map; takes time with its size."""
    order = reading_of(argument_map, root)
    slides = slides_of(order)
    numbers = {slide.key: number for number, slide in enumerate(slides)}
    return Show(order, slides, arranger.forest(argument_map, order), numbers)


class Sight(NamedTuple):
    """How a map is looked at: how large, and what is in the middle."""

    zoom: float
    middle: Point


def sight_of(now: Rect, bears_on: Rect | None, room: tuple[float, float]) -> Sight:
    """Look at something so that it can be read from afar, with what it bears on if that fits.

    If it does not fit, as much as can be seen of the way there is.
    """
    largest = min(max(room[1] / 360, 1.2), 4.0)
    near = now.grown(_AROUND)
    whole = near.united(bears_on.grown(_AROUND)) if bears_on else near
    zoom = min(_fitting(whole, room), largest)
    if zoom >= largest / 2:
        return Sight(zoom, whole.center)
    zoom = min(_fitting(near, room), largest / 2)
    across, down = room[0] / zoom / 2, room[1] / zoom / 2
    (x, y), (to_x, to_y) = near.center, whole.center
    x = min(max(to_x, near.right - across), near.x + across) if across * 2 > near.width else x
    y = min(max(to_y, near.bottom - down), near.y + down) if down * 2 > near.height else y
    return Sight(zoom, Point(x, y))


def _fitting(rect: Rect, room: tuple[float, float]) -> float:
    return min(room[0] / max(rect.width, 1), room[1] / max(rect.height, 1))

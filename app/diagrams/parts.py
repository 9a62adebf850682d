"""What of a map is drawn, and on how many sheets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.diagrams.links import Link, links_of
from app.diagrams.options import DiagramOptions, Part
from app.diagrams.paging import MOST_PAGES
from app.layout.arrangement import Arranger
from app.layout.look import Details, Look, widened
from app.layout.scope import EVERYTHING, Scope
from app.layout.sheet import Sheet, sheet_of, title_block
from app.layout.text import Measure
from app.layout.viewing import arrangement
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, ElementId, InferenceId
from app.model.errors import DiagramError
from app.model.outline import Card, Outline, Place, Step, outline
from app.model.view_state import Orientation


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet, and where the cards on it lead."""

    sheet: Sheet
    links: Mapping[ClaimId, Link]


def look_of(options: DiagramOptions) -> Look:
    """The look of a diagram: no card is cut short."""
    details = Details(options.speakers, options.quotations, options.notes, options.badges)
    look = Look(orientation=Orientation(options.direction), details=details, most_lines=0)
    return look if options.card_width == 100 else widened(look, options.card_width)  # noqa: PLR2004


def drawings(
    argument_map: ArgumentMap, options: DiagramOptions, measure: Measure
) -> Iterator[Drawing]:
    """Arrange what is wanted, a sheet after the other; nothing is folded away.

    Raises DiagramError if there is nothing in it, or more sheets than can be made.
    """
    arranger = Arranger(measure, look=look_of(options))
    reading = outline(argument_map)
    title = title_block(argument_map, options.drawn) if options.title else None
    for scope in scopes(reading, options):
        arranged = arrangement(arranger.forest(argument_map, reading, scope=scope))
        if not arranged.cards:
            raise DiagramError("There is nothing to draw yet: this map has no claims.")
        claims = [card.claim for card in arranged.cards.values() if card.shape.content.full]
        yield Drawing(
            sheet_of(arranged, measure, title=title, legend=options.legend),
            links_of(argument_map, claims),
        )


def scopes(reading: Outline, options: DiagramOptions) -> Sequence[Scope]:
    """The part of the map on each sheet, at least one."""
    match options.part:
        case Part.WHOLE:
            return [EVERYTHING]
        case Part.BRANCH:
            return [_branch(reading, options.elements)]
        case Part.SELECTION:
            return [_selection(reading, options.elements)]
        case Part.EACH:
            return _each(reading)


def _branch(reading: Outline, elements: Sequence[str]) -> Scope:
    (key,) = elements or ("",)
    if reading.place(ClaimId(key)) is None:
        raise DiagramError("There is no claim and no step “{id}” in this map.", id=key)
    return Scope(root=ClaimId(key))


def _each(reading: Outline) -> Sequence[Scope]:
    alone = [Scope(root=_id_of(tree)) for tree in reading.trees]
    if reading.free:
        free = frozenset(card.claim for card in reading.free)
        alone.append(Scope(steps=frozenset(), claims=free))
    if len(alone) > MOST_PAGES:
        raise DiagramError(
            "This map has {count:,} contentions, more than the {most} pages that can be made.",
            count=len(alone),
            most=MOST_PAGES,
        )
    return alone or [EVERYTHING]


def _selection(reading: Outline, elements: Sequence[str]) -> Scope:
    """The selected claims and steps, and what lies between them and what they all bear on."""
    places = [place for key in elements if (place := reading.place(ClaimId(key)))]
    if not places:
        raise DiagramError("Nothing is selected: select what is to be drawn.")
    ways = [_way(place) for place in places]
    shared: Place | None = None
    for level in zip(*ways, strict=False):
        if len(set(level)) > 1:
            break
        shared = level[0]
    steps = {place.inference.id for way in ways for place in way if isinstance(place, Step)}
    tops = {way[0].claim for way in ways if isinstance(way[0], Card)}
    root = _id_of(shared) if shared else ClaimId("")
    return Scope(root=root, steps=frozenset(steps), claims=frozenset(tops))


def _way(place: Place) -> list[Place]:
    """The places from the top down to one; a premise is drawn with its step."""
    here: Place | None = place.above if isinstance(place, Card) and place.above else place
    way: list[Place] = []
    while here is not None:
        way.append(here)
        here = here.above
    return way[::-1]


def _id_of(place: Place) -> ElementId:
    return place.claim if isinstance(place, Card) else InferenceId(place.inference.id)

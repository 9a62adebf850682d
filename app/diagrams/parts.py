"""What of a map is drawn, and on how many sheets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.diagrams.links import Link, links_of
from app.diagrams.options import DiagramOptions, Part
from app.diagrams.paging import MOST_PAGES
from app.layout.arrangement import Arranger
from app.layout.forest import Forest
from app.layout.look import Details, Look, widened
from app.layout.scope import EVERYTHING, Scope
from app.layout.sheet import IN_ENGLISH, Sheet, SheetWords, sheet_of, title_block
from app.layout.text import Measure
from app.layout.viewing import arrangement
from app.layout.words import ENGLISH, Words
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, ElementId, InferenceId
from app.model.errors import DiagramError
from app.model.outline import Card, Outline, Place, Step, outline
from app.model.view_state import Orientation


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet, the forest on it, and where its cards lead."""

    sheet: Sheet
    forest: Forest
    links: Mapping[ClaimId, Link]


class Wording(NamedTuple):
    """The words that are drawn, in one language."""

    on_cards: Words = ENGLISH
    around: SheetWords = IN_ENGLISH


def look_of(options: DiagramOptions) -> Look:
    """The look of a diagram: no card is cut short."""
    details = Details(options.speakers, options.quotations, options.notes, options.badges)
    look = Look(orientation=Orientation(options.direction), details=details, most_lines=0)
    return look if options.card_width == 100 else widened(look, options.card_width)  # noqa: PLR2004


class Drawings:
    """What is to be drawn of a map, sheet by sheet; nothing is folded away."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        options: DiagramOptions,
        measure: Measure,
        wording: Wording = Wording(),  # noqa: B008  it never changes
    ) -> None:
        """Raises DiagramError if there is nothing to draw, or more sheets than can be made."""
        self._map = argument_map
        self._options = options
        self._measure = measure
        self._wording = wording
        self._arranger = Arranger(measure, look=look_of(options), words=wording.on_cards)
        self._outline = outline(argument_map)
        if not (self._outline.trees or self._outline.free):
            raise DiagramError("There is nothing to draw yet: this map has no claims.")
        self._scopes = scopes(self._outline, options)

    def __len__(self) -> int:
        return len(self._scopes)

    def __iter__(self) -> Iterator[Drawing]:
        return map(self.drawing, range(len(self)))

    def drawing(self, number: int) -> Drawing:
        """Arrange one of the sheets."""
        options = self._options
        scope = self._scopes[number]
        forest = self._arranger.forest(self._map, self._outline, scope=scope)
        arranged = arrangement(forest)
        sheet = sheet_of(
            arranged,
            self._measure,
            title=title_block(self._map, options.drawn) if options.title else None,
            legend=options.legend,
            words=self._wording.on_cards,
            meanings=self._wording.around,
        )
        claims = [card.claim for card in arranged.cards.values() if card.shape.content.full]
        return Drawing(sheet, forest, links_of(self._map, claims))


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

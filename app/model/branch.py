"""Branches: claims with what hangs below them, cut loose from their map, as they travel."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from app.model.argument_map import ArgumentMap
from app.model.elements import (
    AnyElement,
    Claim,
    ClaimId,
    Inference,
    InferenceId,
    Locution,
    Project,
    ProjectId,
    TargetId,
)
from app.model.errors import EditError
from app.model.outline import Card, Outline, Place, PlaceKey, Step
from app.model.reach import with_below

Spot: TypeAlias = tuple[TargetId, InferenceId | None]
"""A claim or an inference, and for a claim the inference that it is a premise of there."""

BEYOND = ClaimId("beyond")
"""Stands in a branch for whatever its root steps bore on, which does not travel."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Claims and inferences with all that hangs below, who says them, and the sources of the words.

    The roots, in order, are claims and those inferences that bear on `BEYOND`. Raises EditError
    where that is not so.
    """

    map: ArgumentMap
    roots: tuple[TargetId, ...]

    def __post_init__(self) -> None:
        hanging = {step.id for step in self.map.inferences_on(BEYOND)}
        steps = {key for key in self.roots if self.map.is_inference(key)}
        claims = {key for key in self.roots if self.map.is_claim(key)}
        if (
            steps != hanging
            or len(steps) + len(claims) != len(self.roots)
            or BEYOND in claims
            or self.map.uses(BEYOND)
            or self.map.locutions_of(BEYOND)
        ):
            raise EditError("This is no branch: what its roots are does not fit what is in it.")

    @classmethod
    def of(cls, elements: Iterable[AnyElement], roots: Iterable[TargetId]) -> "Branch":
        """Make a branch of elements, in which root steps bear on `BEYOND` already."""
        beyond = Claim(id=BEYOND, text="", rank="a0")
        project = Project(id=ProjectId("branch"), title="Branch")
        return cls(ArgumentMap.of(project, [beyond, *elements]), tuple(roots))


def premises_at(argument_map: ArgumentMap, element: TargetId) -> tuple[ClaimId, ...]:
    """The premises of an inference; a claim is its own."""
    if argument_map.is_inference(element):
        return argument_map.inference(element).premises
    return (ClaimId(element),)


def branch_of(argument_map: ArgumentMap, elements: Sequence[Spot]) -> Branch:
    """Copy the branches that begin at these places, as they stand, ids and all.

    A premise that is all of its step, alone or with the others given, takes the step along with
    what bears on that.
    """
    roots = roots_at(argument_map, elements)
    reached = with_below(argument_map, roots)
    found = [argument_map.get(key) for key in reached]
    claims = [element for element in found if isinstance(element, Claim)]
    steps = [element for element in found if isinstance(element, Inference)]
    sayings = [saying for claim in claims for saying in argument_map.locutions_of(claim.id)]
    tops = set(roots)
    return Branch.of(
        [
            *claims,
            *(_cut_loose(step) if step.id in tops else step for step in steps),
            *sayings,
            *_named_in(argument_map, sayings),
        ],
        roots,
    )


def roots_at(argument_map: ArgumentMap, elements: Sequence[Spot]) -> list[TargetId]:
    """The claims and inferences that branches at these places begin with, each once.

    Raises EditError for one that is not there.
    """
    chosen: dict[InferenceId, set[TargetId]] = {}
    for element, of in elements:
        if of is not None:
            chosen.setdefault(of, set()).add(element)
    roots: dict[TargetId, None] = {}
    for element, of in elements:
        if argument_map.is_inference(element):
            roots[element] = None
        elif of is None:
            roots[argument_map.claim(element).id] = None
        else:
            premises = argument_map.inference(of).premises
            if element not in premises:
                raise EditError("This claim is no premise of that step any more.")
            roots[of if chosen[of] >= set(premises) else element] = None
    return list(roots)


def _named_in(argument_map: ArgumentMap, sayings: Iterable[Locution]) -> Iterator[AnyElement]:
    """The speakers and sources that sayings name, each once."""
    speakers: set[str] = set()
    sources: set[str] = set()
    for saying in sayings:
        for speaker in saying.speakers:
            if speaker not in speakers:
                speakers.add(speaker)
                yield argument_map.speaker(speaker)
        for mark in filter(None, (saying.anchor, saying.former)):
            if mark.source not in sources:
                sources.add(mark.source)
                yield argument_map.source(mark.source)


def _cut_loose(step: Inference) -> Inference:
    return Inference.model_validate({**dict(step), "target": BEYOND})


def outermost(
    argument_map: ArgumentMap, outline: Outline, keys: Iterable[PlaceKey]
) -> list[PlaceKey]:
    """The places that hang below none of the others, in reading order.

    What hangs from a step counts as below its premises where all of these are among the places.
    """
    places = [place for place in map(outline.at, keys) if place]
    chosen = {place.key for place in places}
    covered: dict[PlaceKey, bool] = {}
    kept = []
    for place in places:
        above = place.above
        if isinstance(place, Card) and above and above.key not in chosen:
            above = above.above
        if not _is_covered(above, chosen, covered):
            kept.append(place)
    return [place.key for place in sorted(kept, key=partial(_way_down, argument_map))]


def _is_covered(place: Place | None, chosen: set[PlaceKey], covered: dict[PlaceKey, bool]) -> bool:
    """Whether what hangs from a place hangs below a chosen one; `covered` remembers for others."""
    way: list[PlaceKey] = []
    while place is not None and place.key not in covered and not _is_chosen(place, chosen):
        way.append(place.key)
        place = place.above
    found = place is not None and covered.get(place.key, True)
    covered.update(dict.fromkeys(way, found))
    return found


def _is_chosen(place: Place, chosen: set[PlaceKey]) -> bool:
    if place.key in chosen or isinstance(place, Card):
        return place.key in chosen
    return bool(place.premises) and all(premise.key in chosen for premise in place.premises)


def _way_down(argument_map: ArgumentMap, place: Place) -> list[tuple[int, int, str, str]]:
    """The way from the top down to a place; such ways sort as a person reads."""
    way = []
    at: Place | None = place
    while at is not None:
        way.append(_among_siblings(argument_map, at))
        at = at.above
    return way[::-1]


def _among_siblings(argument_map: ArgumentMap, place: Place) -> tuple[int, int, str, str]:
    if isinstance(place, Step):
        return (1, 0, place.inference.rank, place.inference.id)
    if place.above:
        return (0, place.above.inference.premises.index(place.claim), "", "")
    return (0, not place.steps, argument_map.claim(place.claim).rank, place.claim)

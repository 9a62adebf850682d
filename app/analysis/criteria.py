"""Telling claims apart by who says them, their tags, their sources, or the role they play."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, InferenceId, Locution, SourceId, SpeakerId, text_order
from app.model.outline import Card, Outline, Place, Step
from app.model.view_state import Criterion, Trait

NOTHING = ""
"""The value of a claim that nobody says, that has no tag or no source."""

MOST_TINTS = 8


class Value(NamedTuple):
    """A value of a trait, what it is called, and how many claims have it.

    The value is the id of a speaker or a source, a tag, or the name of a role; NOTHING has no name.
    """

    value: str
    name: str
    claims: int


def values_of(argument_map: ArgumentMap, card: Card, trait: Trait) -> tuple[str, ...]:
    """The values of the claim on a card, the one that the card shows first; never none at all.

    A speaker counts who says it first, and not those through whom it comes.
    """
    return tuple(dict.fromkeys(_found(argument_map, card, trait))) or (NOTHING,)


def _found(argument_map: ArgumentMap, card: Card, trait: Trait) -> Iterable[str]:
    match trait:
        case Trait.ROLE:
            return [card.role.value]
        case Trait.TAG:
            return argument_map.claim(card.claim).tags
        case Trait.SPEAKER:
            sayings = _sayings(argument_map, card.claim)
            return [saying.speakers[0] for saying in sayings if saying.speakers]
        case Trait.SOURCE:
            sayings = _sayings(argument_map, card.claim)
            return [saying.anchor.source for saying in sayings if saying.anchor]


def values(argument_map: ArgumentMap, outline: Outline, trait: Trait) -> list[Value]:
    """The values that claims have, the most frequent first; takes time with the size of the map."""
    counts = Counter(
        value for card in outline.cards.values() for value in values_of(argument_map, card, trait)
    )
    found = [Value(value, name_of(argument_map, trait, value), n) for value, n in counts.items()]
    return sorted(found, key=lambda one: (-one.claims, one.name.casefold(), one.value))


def name_of(argument_map: ArgumentMap, trait: Trait, value: str) -> str:
    """What a value is called; "" if it is NOTHING, or no longer there."""
    if trait is Trait.SPEAKER:
        speaker = SpeakerId(value)
        return argument_map.speaker(speaker).name if speaker in argument_map else ""
    if trait is Trait.SOURCE:
        source = SourceId(value)
        return argument_map.source(source).title if source in argument_map else ""
    return value


def is_match(argument_map: ArgumentMap, card: Card, criterion: Criterion) -> bool:
    """Whether the claim on a card has the value that is asked for."""
    return criterion.value in values_of(argument_map, card, criterion.trait)


def matches(argument_map: ArgumentMap, outline: Outline, criterion: Criterion) -> set[ClaimId]:
    """The claims that have the value asked for; takes time with the size of the map."""
    return {
        card.claim for card in outline.cards.values() if is_match(argument_map, card, criterion)
    }


def steps_shown(outline: Outline, claims: Collection[ClaimId]) -> frozenset[InferenceId]:
    """The steps on all ways from the top down to claims, to each of their uses."""
    uses: list[Place] = [
        card
        for step in outline.steps.values()
        for card in step.premises
        if card.claim in claims  # in full or as a reference
    ]
    shown: set[InferenceId] = set()
    for use in uses:
        place = use.above
        while place is not None:
            if isinstance(place, Step):
                if place.inference.id in shown:
                    break
                shown.add(place.inference.id)
            place = place.above
    return frozenset(shown)


def tints(
    found: Sequence[Value],
    before: Mapping[str, int] | None = None,
    chosen: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """Number the most frequent values from 0, NOTHING left out; what had a number keeps it.

    A number that the person has chosen for a value is that one's, and goes to no value of itself.

    >>> tints([Value("b", "B", 4), Value("", "", 3), Value("a", "A", 1)], {"a": 0})
    {'a': 0, 'b': 1}
    >>> tints([Value("b", "B", 4), Value("a", "A", 1)], {"b": 0}, {"a": 0})
    {'a': 0, 'b': 1}
    """
    values = {one.value for one in found}
    fixed = {value: number for value, number in (chosen or {}).items() if value in values}
    taken = set(fixed.values())
    most = MOST_TINTS - len(taken)
    others = [one.value for one in found if one.value not in {NOTHING, *fixed}][:most]
    kept = {
        value: number
        for value, number in (before or {}).items()
        if value in others and number not in taken
    }
    taken |= set(kept.values())
    free = (number for number in range(MOST_TINTS) if number not in taken)
    return fixed | kept | dict(zip((v for v in others if v not in kept), free, strict=False))


def tint_of(
    argument_map: ArgumentMap, card: Card, trait: Trait, numbers: Mapping[str, int]
) -> int | None:
    """The number of the first value of a claim that has one."""
    found = values_of(argument_map, card, trait)
    return next((numbers[value] for value in found if value in numbers), None)


def _sayings(argument_map: ArgumentMap, claim: ClaimId) -> list[Locution]:
    """The sayings of a claim, that which its card shows first."""
    return sorted(argument_map.locutions_of(claim), key=text_order)

"""Ranks: the places of siblings, as strings that sort, with room between any two.

Keys are those of https://observablehq.com/@dgreensp/implementing-fractional-indexing, so a new or moved
element changes no other.
"""

from collections.abc import Sequence

from fractional_indexing import FIError, generate_key_between, generate_n_keys_between

from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, Inference, InferenceId, TargetId
from app.model.errors import EditError


def between(before: str | None, after: str | None) -> str:
    """Make a rank between two, either of which may be open."""
    if before is not None and before == after:  # two places took the same rank; the id decides
        after = None
    try:
        rank: str = generate_key_between(before, after)
    except FIError as error:
        raise EditError("The order of this map is damaged; sort the claims anew.") from error
    return rank


def first_ranks(count: int) -> list[str]:
    """Make ranks for so many siblings that are all new."""
    ranks: list[str] = generate_n_keys_between(None, None, n=count)
    return ranks


def is_rank(text: str) -> bool:
    """Whether a rank can have others put before and after it."""
    try:
        generate_key_between(text, None)
    except FIError:
        return False
    return True


def at(siblings: Sequence[Claim | Inference], place: int) -> str:
    """Make a rank that comes at an index among siblings that are in order."""
    before = siblings[place - 1].rank if place > 0 else None
    after = siblings[place].rank if place < len(siblings) else None
    return between(before, after)


def last_on(argument_map: ArgumentMap, target: TargetId) -> str:
    """Make a rank behind all that bears on a target so far."""
    siblings = argument_map.inferences_on(target)
    return at(siblings, len(siblings))


def beside(argument_map: ArgumentMap, sibling: InferenceId, *, before: bool) -> str:
    """Make a rank right before or after an inference."""
    target = argument_map.inference(sibling).target
    siblings = argument_map.inferences_on(target)
    place = next(i for i, inference in enumerate(siblings) if inference.id == sibling)
    return at(siblings, place if before else place + 1)


def last_at_top(argument_map: ArgumentMap) -> str:
    """Make a rank behind all claims at the top of the map."""
    tops = argument_map.top_claims()
    return at(tops, len(tops))

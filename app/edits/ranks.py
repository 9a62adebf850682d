"""Ranks for what is added or moved among siblings."""

from collections.abc import Sequence
from typing import TypeVar

from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, Inference, InferenceId, TargetId
from app.model.errors import EditError
from app.model.ranks import between, first_ranks

Ranked = TypeVar("Ranked", bound=Claim | Inference)


def make_room(siblings: Sequence[Ranked], place: int) -> tuple[str, list[Ranked]]:
    """Make a rank for an index among siblings that are in order.

    Where two of them have the same rank (claims that became free together have) or no room is left,
    the siblings are ranked anew: those that change come out too, as they become.
    """
    before = siblings[place - 1].rank if place > 0 else None
    after = siblings[place].rank if place < len(siblings) else None
    if before is None or before != after:
        try:
            return between(before, after), []
        except EditError:  # the ranks around here are used up
            pass
    ranks = first_ranks(len(siblings) + 1)
    rank = ranks.pop(place)
    pairs = zip(siblings, ranks, strict=True)
    return rank, [changed(sibling, rank=new) for sibling, new in pairs if sibling.rank != new]


def last_on(argument_map: ArgumentMap, target: TargetId) -> str:
    """Make a rank behind all that bears on a target so far."""
    return _behind(argument_map.inferences_on(target))


def last_at_top(argument_map: ArgumentMap) -> str:
    """Make a rank behind all claims at the top of the map."""
    return _behind(argument_map.top_claims())


def beside(
    argument_map: ArgumentMap, sibling: InferenceId, *, before: bool
) -> tuple[str, list[Inference]]:
    """Make a rank right before or after an inference, as `make_room` does."""
    siblings = argument_map.inferences_on(argument_map.inference(sibling).target)
    place = next(i for i, inference in enumerate(siblings) if inference.id == sibling)
    return make_room(siblings, place if before else place + 1)


def _behind(siblings: Sequence[Claim | Inference]) -> str:
    return between(siblings[-1].rank if siblings else None, None)

"""Ranks for several elements that come right behind others, with as few ranked anew as can be."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from app.edits.ranks import Ranked
from app.edits.values import changed
from app.model.elements import ElementId
from app.model.errors import EditError
from app.model.ranks import between, first_ranks


def ranked_behind(
    siblings: Sequence[Ranked], new: Mapping[ElementId, Sequence[Ranked]]
) -> list[Ranked]:
    """Rank new elements behind the siblings of these ids; last of all where there is none of them.

    Where no room is left between two siblings all are ranked anew: those that change come out too.
    """
    order: list[Ranked] = []
    for sibling in siblings:
        order += (sibling, *new.get(sibling.id, ()))
    there = {sibling.id for sibling in siblings}
    order += [one for key, ones in new.items() if key not in there for one in ones]
    added = {one.id for ones in new.values() for one in ones}
    try:
        ranks = _ranks_between(order, added)
    except EditError:
        ranks = first_ranks(len(order))
    pairs = zip(order, ranks, strict=True)
    return [changed(one, rank=rank) for one, rank in pairs if one.id in added or one.rank != rank]


def _ranks_between(order: Sequence[Ranked], added: AbstractSet[ElementId]) -> list[str]:
    """Ranks for what is added; all others keep theirs. Raises EditError if there is no room."""
    following: list[str | None] = []
    after: str | None = None
    for one in reversed(order):
        following.append(after)
        after = after if one.id in added else one.rank
    ranks: list[str] = []
    for one, after in zip(order, reversed(following), strict=True):
        before = ranks[-1] if ranks else None
        if one.id not in added:
            ranks.append(one.rank)
        elif before is not None and before == after:
            raise EditError("There is no room between two of the same rank.")
        else:
            ranks.append(between(before, after))
    return ranks

"""What part of a map is shown: all of it, a branch, what is near a claim, or what fits a filter."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.layout.blocks import cards_in
from app.model.elements import ClaimId, ElementId, InferenceId
from app.model.outline import Card, Outline, Place, Step

NOTHING = ClaimId("")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is shown: of what hangs below `root` ("" for everything) these steps; None for all.

    Of the claims at the top, only those are shown that are among `claims` or that one of the steps
    bears on. `folded` is what is folded instead of what the person has folded, if it is not None.
    """

    root: ElementId = NOTHING
    steps: frozenset[InferenceId] | None = None
    claims: frozenset[ClaimId] = frozenset()
    folded: frozenset[ElementId] | None = None

    def has(self, place: Place) -> bool:
        """Whether a step, or a claim at the top, is shown."""
        if self.steps is None:
            return True
        if isinstance(place, Step):
            return place.inference.id in self.steps
        return place.claim in self.claims or any(map(self.has, place.steps))


EVERYTHING = Scope()


def near(outline: Outline, key: ElementId, links: int) -> Scope:
    """What is no more than so many links away from a claim or a step, along the argument.

    A step with all its premises is one thing, as it is drawn; a link leads to what it bears on and
    to what bears on it. Claims at the edge are folded, so that they say how much more there is.
    """
    place = outline.place(key)
    if place is None:
        return EVERYTHING
    away = {_whole(place): 0}
    queue = list(away)
    for whole in queue:
        for neighbour in _around(whole) if away[whole] < links else ():
            if neighbour not in away:
                away[neighbour] = away[whole] + 1
                queue.append(neighbour)
    root = _whole(place)
    while root.above is not None and _whole(root.above) in away:
        root = _whole(root.above)
    edge = (card for whole in away if away[whole] == links for card in cards_in(whole))
    return Scope(
        root=root.claim if isinstance(root, Card) else root.inference.id,
        steps=frozenset(whole.inference.id for whole in away if isinstance(whole, Step)),
        folded=frozenset(c.claim for c in edge if not away.keys() & set(c.steps)),
    )


def _whole(place: Place) -> Place:
    """What a place is drawn with: a premise with its step."""
    return place.above if isinstance(place, Card) and place.above else place


def _around(whole: Place) -> Iterator[Place]:
    if whole.above is not None:
        yield _whole(whole.above)
    if isinstance(whole, Step):
        yield from whole.steps
    for card in cards_in(whole):
        yield from card.steps

"""The map as a tree: reading order, and the role that each step plays where it stands.

A map is a graph: a claim may be a premise of several inferences, and people argue in circles. For
reading and drawing it is unrolled into a tree in which every claim and inference stands once in
full, at its first use in reading order; at each further use stands a reference.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Claim,
    ClaimId,
    ElementId,
    Inference,
    InferenceId,
    Polarity,
    TargetId,
)
from app.model.reach import with_below
from app.model.role import Role

PlaceKey: TypeAlias = tuple[ElementId, ElementId]
"""Names a place across changes of the map: what it hangs from ("" for nothing), and what stands."""


@dataclass(slots=True, eq=False)
class Card:
    """A claim where it stands: in full with all that bears on it, or as a reference to there."""

    claim: ClaimId
    above: "Step | None" = None
    full: bool = True
    steps: "list[Step]" = field(default_factory=list)

    @property
    def key(self) -> PlaceKey:
        return (self.above.inference.id if self.above else InferenceId(""), self.claim)

    @property
    def role(self) -> Role:
        """The role of the step that it is a premise of, or what it is at the top."""
        if self.above:
            return self.above.role
        return Role.CONTENTION if self.steps else Role.FREE


@dataclass(slots=True, eq=False)
class Step:
    """An inference where it stands: its premises side by side, and what bears on the step."""

    inference: Inference
    above: "Card | Step | None"
    role: Role
    full: bool = True
    premises: list[Card] = field(default_factory=list)
    steps: "list[Step]" = field(default_factory=list)

    @property
    def key(self) -> PlaceKey:
        above = self.above
        if above is None:
            return (InferenceId(""), self.inference.id)
        return (above.claim if isinstance(above, Card) else above.inference.id, self.inference.id)


Place: TypeAlias = Card | Step


@dataclass(slots=True, eq=False)
class Outline:
    """All of a map in reading order.

    `trees` are the contentions with what bears on them, then what hangs together only in circles;
    `free` are the claims that nothing is said about yet.
    """

    trees: list[Place]
    free: list[Card]
    cards: dict[ClaimId, Card]
    steps: dict[InferenceId, Step]
    has_circles: bool = False
    has_references: bool = False

    def places(self) -> Iterator[Place]:
        """Every place from the top down, a step before its premises and those before the rest."""
        stack: list[Place] = [*reversed(self.free), *reversed(self.trees)]
        while stack:
            place = stack.pop()
            yield place
            stack.extend(reversed(below(place)))

    def place(self, key: ElementId) -> Place | None:
        """Where a claim or an inference stands in full."""
        return self.cards.get(ClaimId(key)) or self.steps.get(InferenceId(key))

    def at(self, key: PlaceKey) -> Place | None:
        """The place that a key names, references included."""
        above, element = key
        step = self.steps.get(InferenceId(above))
        for card in step.premises if step else ():
            if card.claim == element:
                return card
        place = self.place(element)
        return place if place and place.key == key else None


def below(place: Place) -> list[Place]:
    """What hangs directly below a place, in reading order."""
    return [*place.steps] if isinstance(place, Card) else [*place.premises, *place.steps]


def count_below(place: Place) -> int:
    """How many claims hang below a place, at any depth, references not counted."""
    count, stack = 0, below(place)
    while stack:
        part = stack.pop()
        count += isinstance(part, Card) and part.full
        stack.extend(below(part))
    return count


def outline(argument_map: ArgumentMap) -> Outline:
    """Unroll a map into its reading order; takes time with the size of the map."""
    result = Outline([], [], {}, {})
    grow = _Growth(argument_map, result)
    for claim in argument_map.top_claims():
        card = Card(claim.id)
        grow.from_place(card)
        (result.trees if card.steps else result.free).append(card)
    for element in _in_circles(argument_map, result):
        root: Place = (
            Card(element.id)
            if isinstance(element, Claim)
            else Step(element, None, role_of(element, None))
        )
        grow.from_place(root)
        result.trees.append(root)
        result.has_circles = True
    return result


def outline_of(argument_map: ArgumentMap, roots: Iterable[TargetId]) -> Outline:
    """Unroll what hangs below some claims and steps, each a tree of its own, in this order.

    They play the roles of what stands at the top; one that hangs below an earlier one is no tree of
    its own. Takes time with what hangs below them. Raises EditError if one is not there.
    """
    result = Outline([], [], {}, {})
    grow = _Growth(argument_map, result)
    for key in roots:
        if result.place(key):
            continue
        root: Place = (
            Card(ClaimId(key))
            if argument_map.is_claim(key)
            else _alone(argument_map, argument_map.inference(key))
        )
        grow.from_place(root)
        result.trees.append(root)
    return result


def _alone(argument_map: ArgumentMap, inference: Inference) -> Step:
    """A step without what it bears on, in the role that it plays if that is a contention."""
    target = inference.target
    bears_on = None if argument_map.is_inference(target) else Card(ClaimId(target))
    return Step(inference, None, role_of(inference, bears_on))


def role_of(inference: Inference, above: "Card | Step | None") -> Role:
    """What an inference does at a place: an objection to an objection's premise is a rebuttal."""
    if inference.polarity is Polarity.SUPPORT:
        return Role.REASON
    if not isinstance(above, Card):
        return Role.UNDERCUTTER
    answered = above.above.role if above.above else Role.REASON
    return Role.REBUTTAL if answered in {Role.OBJECTION, Role.UNDERCUTTER} else Role.OBJECTION


class _Growth:
    """Grows trees downwards, without recursion, since arguments may be thousands of steps deep."""

    def __init__(self, argument_map: ArgumentMap, result: Outline) -> None:
        self._map = argument_map
        self._outline = result

    def from_place(self, root: Place) -> None:
        stack: list[Place] = [root]
        while stack:
            place = stack.pop()
            if isinstance(place, Card):
                self._grow_card(place)
            else:
                self._grow_step(place)
            stack.extend(reversed(below(place)))

    def _grow_card(self, card: Card) -> None:
        card.full = self._outline.cards.setdefault(card.claim, card) is card
        self._outline.has_references |= not card.full
        if card.full:
            card.steps = self._steps(card, self._map.inferences_on(card.claim))

    def _grow_step(self, step: Step) -> None:
        inference = step.inference
        step.full = self._outline.steps.setdefault(inference.id, step) is step
        if step.full:
            step.premises = [Card(premise, above=step) for premise in inference.premises]
            step.steps = self._steps(step, self._map.inferences_on(inference.id))

    @staticmethod
    def _steps(above: Place, inferences: list[Inference]) -> list[Step]:
        return [Step(inference, above, role_of(inference, above)) for inference in inferences]


def _in_circles(argument_map: ArgumentMap, grown: Outline) -> list[Claim | Inference]:
    """Choose where to start from for what only circles lead to: few places that reach it all."""
    left = sorted((e for e in argument_map.every(Inference) if e.id not in grown.steps), key=_rank)
    targets = {e.target for e in left if argument_map.is_claim(e.target)}
    claims = sorted((argument_map.claim(key) for key in targets - grown.cards.keys()), key=_rank)
    above_all = _not_below_earlier(argument_map, [*claims, *left], grown)
    # A late one may lead to one that was found before it, but no earlier one leads to a later one.
    return _not_below_earlier(argument_map, above_all[::-1], grown)[::-1]


def _not_below_earlier(
    argument_map: ArgumentMap, elements: Sequence[Claim | Inference], grown: Outline
) -> list[Claim | Inference]:
    """Keep the elements that neither an earlier one nor what is grown already leads down to."""
    seen: set[ElementId] = {*grown.cards, *grown.steps}
    kept = []
    for element in elements:
        if element.id not in seen:
            kept.append(element)
            seen |= with_below(argument_map, [element.id], leaving_out=seen)
    return kept


def _rank(element: Claim | Inference) -> tuple[str, str]:
    return (element.rank, element.id)

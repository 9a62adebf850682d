"""Keeping an outline up to date: a change costs what it touches, not the size of the map.

That holds as long as the claims in question are used once, nobody argues in a circle, and nothing
moves past a reference; otherwise what comes first in reading order may differ anywhere, and the
outline is made anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Claim,
    ClaimId,
    Inference,
    Locution,
    Speaker,
    TargetId,
)
from app.model.outline import Card, Outline, Place, Step, outline, role_of
from app.model.role import Role


@dataclass(slots=True)
class Touched:
    """What a change touched in an outline.

    `contents`: cards that may look different, those new or hung elsewhere among them. `turned`:
    cards that may play another role. `parents`: where something else may hang now. `gone`: what
    stands nowhere any more. With `everything`, the outline was made anew and no place is the one
    it was.
    """

    contents: set[Card] = field(default_factory=set)
    turned: set[Card] = field(default_factory=set)
    parents: set[Place] = field(default_factory=set)
    gone: set[Place] = field(default_factory=set)
    everything: bool = False


def follow(kept: Outline, before: ArgumentMap, after: ArgumentMap, change: Change) -> Touched:
    """Bring the outline of `before` up to `after`, in place, and tell what was touched."""
    touched = Touched()
    if _moves_something(change) and not _Relinking(kept, before, after, change, touched).done():
        anew = outline(after)
        kept.trees, kept.free, kept.cards, kept.steps = (
            anew.trees,
            anew.free,
            anew.cards,
            anew.steps,
        )
        kept.has_circles, kept.has_references = anew.has_circles, anew.has_references
        return Touched(everything=True)
    for claim in _claims_that_look_different(change, before, after):
        touched.contents.update(_cards_of(kept, after, claim))
    return touched


def _moves_something(change: Change) -> bool:
    """Whether a change touches more than the words of claims and who says them."""
    for key in change.touched:
        old, new = change.before.get(key), change.after.get(key)
        if isinstance(old, Inference) or isinstance(new, Inference):
            return True
        if isinstance(old, Claim) != isinstance(new, Claim):
            return True
        if isinstance(old, Claim) and isinstance(new, Claim) and old.rank != new.rank:
            return True
    return False


def _claims_that_look_different(
    change: Change, before: ArgumentMap, after: ArgumentMap
) -> Iterator[ClaimId]:
    for element in (*change.before.values(), *change.after.values()):
        match element:
            case Claim():
                yield element.id
            case Locution():
                yield element.claim
            case Speaker():
                for argument_map in (before, after):
                    yield from (saying.claim for saying in argument_map.locutions_by(element.id))
            case _:
                pass


def _cards_of(kept: Outline, argument_map: ArgumentMap, claim: ClaimId) -> Iterator[Card]:
    """The cards of a claim: in full, and at each further use."""
    if claim in kept.cards:
        yield kept.cards[claim]
        for use in argument_map.uses(claim):
            yield from (card for card in kept.steps[use.id].premises if card.claim == claim)


class _Relinking:
    """Hangs steps and cards where they belong after a change, if that can be done locally."""

    def __init__(
        self,
        kept: Outline,
        before: ArgumentMap,
        after: ArgumentMap,
        change: Change,
        touched: Touched,
    ) -> None:
        self._kept = kept
        self._before = before
        self._after = after
        self._change = change
        self._touched = touched
        self._old = [e for e in change.before.values() if isinstance(e, Inference)]
        self._freed: list[Card] = []  # premises of nothing any more
        self._new = [e for e in change.after.values() if isinstance(e, Inference)]

    def done(self) -> bool:
        """Do it; False if the outline must be made anew, whatever state it is in now."""
        if self._kept.has_circles or not self._is_used_once():
            return False
        if self._kept.has_references and not _keeps_order(self._before, self._after, self._change):
            return False
        self._drop()
        self._add()
        self._hang_premises()
        self._hang_steps()
        tops = self._tops_of_new()
        if tops is None:
            return False
        self._give_roles(tops)
        self._list_tops()
        return True

    def _is_used_once(self) -> bool:
        premises = {
            premise for inference in (*self._old, *self._new) for premise in inference.premises
        }
        return all(
            len(argument_map.uses(premise)) <= 1
            for premise in premises
            for argument_map in (self._before, self._after)
        )

    def _drop(self) -> None:
        for key, element in self._change.before.items():
            if key in self._change.after:
                continue
            place: Place | None = None
            if isinstance(element, Inference):
                place = self._kept.steps.pop(element.id, None)
            elif isinstance(element, Claim):
                place = self._kept.cards.pop(element.id, None)
            if place:
                self._touched.gone.add(place)

    def _add(self) -> None:
        for key, element in self._change.after.items():
            if key in self._change.before:
                continue
            if isinstance(element, Inference):
                self._kept.steps[element.id] = Step(element, None, Role.REASON)
            elif isinstance(element, Claim):
                self._kept.cards[element.id] = card = Card(element.id)
                self._touched.contents.add(card)

    def _hang_premises(self) -> None:
        for inference in self._old:
            for premise in inference.premises:
                card = self._kept.cards.get(premise)
                if card and not self._after.uses(premise):
                    card.above = None
                    self._freed.append(card)
                    self._touched.turned.add(card)
                    self._touched.contents.add(card)
        for inference in self._new:
            step = self._kept.steps[inference.id]
            step.inference = inference
            step.premises = [self._kept.cards[premise] for premise in inference.premises]
            for card in step.premises:
                if card.above is not step:
                    self._touched.turned.add(card)
                card.above = step
            self._touched.contents.update(step.premises)
            self._touched.parents.update(step.premises)

    def _hang_steps(self) -> None:
        targets: set[TargetId] = {inference.target for inference in (*self._old, *self._new)}
        targets.update(e.id for e in self._new)
        for target in targets:
            place = self._kept.place(target)
            if place is None:
                continue
            place.steps = [self._kept.steps[i.id] for i in self._after.inferences_on(target)]
            for step in place.steps:
                step.above = place
            self._touched.parents.add(place)
            self._touched.contents.update(_companions(place))

    def _tops_of_new(self) -> list[Step] | None:
        """The new steps below no other new one; None if some of them hang in a circle."""
        new = {self._kept.steps[inference.id] for inference in self._new}
        tops = [step for step in new if _step_above(step) not in new]
        reached, stack = 0, list(tops)
        while stack:
            reached += 1
            stack.extend(step for step in _steps_below(stack.pop()) if step in new)
        return tops if reached == len(new) and all(map(_leads_to_top, tops)) else None

    def _give_roles(self, tops: list[Step]) -> None:
        """Give roles to new steps and to those hung elsewhere, and on down where that matters."""
        stack = tops + [step for card in self._freed for step in card.steps]
        while stack:
            step = stack.pop()
            role = role_of(step.inference, step.above)
            if role is not step.role:
                self._touched.turned.update(step.premises)
            if role is not step.role or step.inference.id in self._change.after:
                step.role = role
                self._touched.contents.update(step.premises)
                stack.extend(_steps_below(step))

    def _list_tops(self) -> None:
        cards = [self._kept.cards[claim.id] for claim in self._after.top_claims()]
        self._kept.trees = [card for card in cards if card.steps]
        self._kept.free = [card for card in cards if not card.steps]


def _step_above(step: Step) -> Step | None:
    """The step whose premise, or which itself, a step bears on."""
    return step.above.above if isinstance(step.above, Card) else step.above


def _steps_below(step: Step) -> list[Step]:
    return [*step.steps, *(below for card in step.premises for below in card.steps)]


def _leads_to_top(place: Place) -> bool:
    """Whether the way up from a place ends at a claim at the top, and not in a circle."""
    seen: set[Place] = set()
    while place.above is not None and place not in seen:
        seen.add(place)
        place = place.above
    return isinstance(place, Card) and place.above is None


def _keeps_order(before: ArgumentMap, after: ArgumentMap, change: Change) -> bool:
    """Whether all that was there and still is comes in the same order as before."""
    for key in change.touched:
        old, new = change.before.get(key), change.after.get(key)
        if isinstance(old, Claim) and isinstance(new, Claim) and old.rank != new.rank:
            return False
        premises = [e.premises if isinstance(e, Inference) else () for e in (old, new)]
        was, is_ = ([p for p in some if p in before and p in after] for some in premises)
        if was != is_:
            return False
        if not isinstance(old, Inference) or not isinstance(new, Inference):
            continue
        if (old.target, old.rank) != (new.target, new.rank):
            return False
    return True


def _companions(place: Place) -> Iterable[Card]:
    """The cards whose look depends on what bears on a place: an objection may be answered now."""
    if isinstance(place, Step):
        return place.premises
    return [place, *place.above.premises] if place.above else [place]

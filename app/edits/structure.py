"""Edits that move claims and inferences about, or turn reasons into objections."""

from collections.abc import Sequence

from app.edits import ranks
from app.edits.ranks import Ranked
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    AnyElement,
    ClaimId,
    Inference,
    InferenceId,
    Polarity,
    TargetId,
    new_id,
)
from app.model.errors import EditError
from app.model.reach import with_below


def flip(argument_map: ArgumentMap, *, inference: InferenceId, polarity: Polarity) -> Change:
    """Turn a step into a reason or into an objection."""
    old = argument_map.inference(inference)
    label = "Turn into a reason" if polarity is Polarity.SUPPORT else "Turn into an objection"
    return Change.of(label, old=[old], new=[changed(old, polarity=polarity)])


def reorder(
    argument_map: ArgumentMap, *, element: TargetId, by: int, of: InferenceId | None = None
) -> Change:
    """Move a claim or an inference by so many places among its siblings, as far as they go.

    A premise of a step with several is moved among them; a lone premise takes its step along.
    """
    if argument_map.is_inference(element):
        step = argument_map.inference(InferenceId(element))
        return _reordered(argument_map.inferences_on(step.target), step, by)
    if of is None:
        return _reordered(argument_map.top_claims(), argument_map.claim(element), by)
    step = step_of(argument_map, ClaimId(element), of)
    if len(step.premises) > 1:
        return _reorder_premise(step, ClaimId(element), by)
    return _reordered(argument_map.inferences_on(step.target), step, by)


def move_onto(
    argument_map: ArgumentMap,
    *,
    element: TargetId,
    target: TargetId,
    polarity: Polarity,
    of: InferenceId | None = None,
) -> Change:
    """Let a claim or an inference bear on something else, behind what bears on that already.

    A premise of a step with several leaves them; a lone premise takes its step along; a claim at
    the top becomes a premise. What hangs below comes along.
    """
    rank = ranks.last_on(argument_map, target)
    if argument_map.is_inference(element):
        old = argument_map.inference(InferenceId(element))
    elif of is None:
        _refuse_circle(argument_map, element, target)
        return Change.of("Move", new=[_new_step(ClaimId(element), target, polarity, rank)])
    else:
        old = step_of(argument_map, ClaimId(element), of)
    left = tuple(premise for premise in old.premises if premise != element)
    if old.id == element or not left:
        _refuse_circle(argument_map, old.id, target)
        new = changed(old, target=target, polarity=polarity, rank=rank)
        return Change.of("Move", old=[old], new=[new])
    _refuse_circle(argument_map, element, target)
    added = _new_step(ClaimId(element), target, polarity, rank)
    return Change.of("Move", old=[old], new=[changed(old, premises=left), added])


def move_into(
    argument_map: ArgumentMap,
    *,
    claim: ClaimId,
    inference: InferenceId,
    of: InferenceId | None = None,
) -> Change:
    """Make a claim the last co-premise of a step; what hangs below it comes along."""
    into = argument_map.inference(inference)
    _refuse_circle(argument_map, claim, inference)
    step = None if of is None else step_of(argument_map, claim, of)
    if step == into:
        return Change("Move", {}, {})
    old: list[AnyElement] = [into]
    new: list[AnyElement] = [changed(into, premises=(*into.premises, claim))]
    if step:
        old.append(step)
        rest = tuple(premise for premise in step.premises if premise != claim)
        if rest:
            new.append(changed(step, premises=rest))
        elif argument_map.inferences_on(step.id):
            raise EditError("Something bears on this step; move that or delete it first.")
    return Change.of("Move", old=old, new=new)


def step_of(argument_map: ArgumentMap, claim: ClaimId, of: InferenceId) -> Inference:
    """The step that a claim is a premise of. Raises EditError if it is not, or not any more."""
    step = argument_map.inference(of)
    if claim not in step.premises:
        raise EditError("This claim is no premise of that step any more.")
    return step


def _new_step(premise: ClaimId, target: TargetId, polarity: Polarity, rank: str) -> Inference:
    return Inference(
        id=InferenceId(new_id()), premises=(premise,), target=target, polarity=polarity, rank=rank
    )


def _reorder_premise(step: Inference, claim: ClaimId, by: int) -> Change:
    others = [premise for premise in step.premises if premise != claim]
    place = min(max(step.premises.index(claim) + by, 0), len(others))
    others.insert(place, claim)
    return Change.of("Reorder", old=[step], new=[changed(step, premises=tuple(others))])


def _reordered(siblings: Sequence[Ranked], element: Ranked, by: int) -> Change:
    if element not in siblings:
        raise EditError("This claim is a premise; say of which step it is to be moved.")
    now = siblings.index(element)
    others = [sibling for sibling in siblings if sibling.id != element.id]
    place = min(max(now + by, 0), len(others))
    if place == now:
        return Change("Reorder", {}, {})
    rank, ranked_anew = ranks.make_room(others, place)
    new = [changed(element, rank=rank), *ranked_anew]
    old = {sibling.id: sibling for sibling in siblings}
    return Change.of("Reorder", old=[old[sibling.id] for sibling in new], new=new)


def _refuse_circle(argument_map: ArgumentMap, element: TargetId, target: TargetId) -> None:
    """Refuse to hang something below itself, where it would be lost to sight."""
    if target in with_below(argument_map, [element]):
        raise EditError("This cannot hang below itself: it would be its own premise.")

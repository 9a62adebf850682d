"""Edits that move claims and inferences about, or turn reasons into objections."""

from collections.abc import Sequence

from app.edits import ranks
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    AnyElement,
    Claim,
    ClaimId,
    Inference,
    InferenceId,
    Polarity,
    TargetId,
    new_id,
)
from app.model.errors import EditError


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
    if of is not None:
        step = argument_map.inference(of)
        if len(step.premises) > 1:
            return _reorder_premise(step, ClaimId(element), by)
        return reorder(argument_map, element=of, by=by)
    old: Claim | Inference
    siblings: Sequence[Claim | Inference]
    if argument_map.is_inference(element):
        old = argument_map.inference(InferenceId(element))
        siblings = argument_map.inferences_on(old.target)
    else:
        old = argument_map.claim(element)
        siblings = argument_map.top_claims()
    others = [sibling for sibling in siblings if sibling.id != element]
    place = min(max(_place(siblings, element) + by, 0), len(others))
    if place == _place(siblings, element):
        return Change("Reorder", {}, {})
    return Change.of("Reorder", old=[old], new=[changed(old, rank=ranks.at(others, place))])


def move_onto(
    argument_map: ArgumentMap,
    *,
    element: TargetId,
    target: TargetId,
    polarity: Polarity,
    of: InferenceId | None = None,
) -> Change:
    """Let a claim or an inference bear on something else, behind what bears on that already.

    A premise of a step with several leaves them; a lone premise takes its step along; a claim at the
    top becomes a premise. What hangs below comes along.
    """
    label = "Move"
    _refuse_circle(argument_map, element, target)
    step = InferenceId(element) if argument_map.is_inference(element) else of
    rank = ranks.last_on(argument_map, target)
    if step is not None:
        old = argument_map.inference(step)
        if argument_map.is_inference(element) or len(old.premises) == 1:
            new = changed(old, target=target, polarity=polarity, rank=rank)
            return Change.of(label, old=[old], new=[new])
        left = tuple(premise for premise in old.premises if premise != element)
        return Change.of(
            label,
            old=[old],
            new=[
                changed(old, premises=left),
                _new_step(ClaimId(element), target, polarity, rank),
            ],
        )
    return Change.of(label, new=[_new_step(ClaimId(element), target, polarity, rank)])


def move_into(
    argument_map: ArgumentMap,
    *,
    claim: ClaimId,
    inference: InferenceId,
    of: InferenceId | None = None,
) -> Change:
    """Make a claim a co-premise of a step, last among its premises; what hangs below comes along."""
    into = argument_map.inference(inference)
    _refuse_circle(argument_map, claim, inference)
    if of == inference:
        return Change("Move", {}, {})
    old: list[AnyElement] = [into]
    new: list[AnyElement] = [changed(into, premises=(*into.premises, claim))]
    if of is not None:
        step = argument_map.inference(of)
        old.append(step)
        rest = tuple(premise for premise in step.premises if premise != claim)
        if rest:
            new.append(changed(step, premises=rest))
        elif argument_map.inferences_on(of):
            raise EditError("Something bears on this step; move that or delete it first.")
    return Change.of("Move", old=old, new=new)


def _new_step(premise: ClaimId, target: TargetId, polarity: Polarity, rank: str) -> Inference:
    return Inference(
        id=InferenceId(new_id()), premises=(premise,), target=target, polarity=polarity, rank=rank
    )


def _reorder_premise(step: Inference, claim: ClaimId, by: int) -> Change:
    others = [premise for premise in step.premises if premise != claim]
    place = min(max(step.premises.index(claim) + by, 0), len(others))
    others.insert(place, claim)
    return Change.of("Reorder", old=[step], new=[changed(step, premises=tuple(others))])


def _place(siblings: Sequence[Claim | Inference], element: TargetId) -> int:
    places = [i for i, sibling in enumerate(siblings) if sibling.id == element]
    if not places:
        raise EditError("This claim is a premise; say of which step it is to be moved.")
    return places[0]


def _refuse_circle(argument_map: ArgumentMap, element: TargetId, target: TargetId) -> None:
    """Refuse to hang something below itself, where it would be lost to sight."""
    seen: set[str] = set()
    stack: list[TargetId] = [element]
    while stack:
        key = stack.pop()
        if key in seen:
            continue
        seen.add(key)
        stack.extend(inference.id for inference in argument_map.inferences_on(key))
        if argument_map.is_inference(key):
            stack.extend(argument_map.inference(InferenceId(key)).premises)
    if target in seen:
        raise EditError("This cannot hang below itself: it would be its own premise.")

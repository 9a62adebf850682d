"""Edits that take claims and inferences out of the map."""

from collections.abc import Sequence

from app.edits.structure import step_of
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    AnyElement,
    Claim,
    ClaimId,
    ElementId,
    Inference,
    InferenceId,
    TargetId,
)
from app.model.ranks import between
from app.model.reach import with_below


def remove(
    argument_map: ArgumentMap, *, element: TargetId, of: InferenceId | None = None
) -> Change:
    """Remove a claim or an inference with all that hangs below it.

    A claim that is a premise of the step `of` is taken out of that step, and stays in the map if it
    is used elsewhere too. What hangs below is kept where something that stays uses it. Sayings go
    with their claims.
    """
    if argument_map.is_inference(element):
        return _loss(argument_map, {element})
    claim = argument_map.claim(element)
    uses = argument_map.uses(claim.id)
    if of is None:
        with_it = {use.id for use in uses if len(use.premises) == 1}
        shrunk = [_without(use, claim) for use in uses if len(use.premises) > 1]
        return _loss(argument_map, {claim.id, *with_it}, shrunk)
    step = step_of(argument_map, claim.id, of)
    if len(step.premises) == 1:
        return _loss(argument_map, {step.id})
    return _loss(argument_map, {claim.id} if uses == [step] else set(), [_without(step, claim)])


def remove_only(
    argument_map: ArgumentMap, *, element: TargetId, of: InferenceId | None = None
) -> Change:
    """Remove a claim or an inference and keep what hangs below it.

    What bears on a removed premise then bears on what the premise's step bore on, in the same
    sense: a reason for an objection becomes an objection. Below a removed top claim or step, claims
    become free.
    """
    if argument_map.is_inference(element):
        return _remove_only_step(argument_map, argument_map.inference(InferenceId(element)))
    claim = argument_map.claim(element)
    if of is None:
        return _remove_only_top(argument_map, claim)
    return _remove_only_premise(argument_map, step_of(argument_map, claim.id, of), claim)


def _loss(
    argument_map: ArgumentMap, lost: set[TargetId], shrunk: Sequence[Inference] = ()
) -> Change:
    """Lose elements with what hangs below them; steps that stay become those in `shrunk`."""
    reached = with_below(argument_map, lost)
    used = [
        key
        for key in reached - lost
        if any(use.id not in reached for use in argument_map.uses(ClaimId(key)))
    ]
    gone = reached - with_below(argument_map, used, leaving_out=lost)
    claims = [argument_map.claim(key) for key in sorted(gone) if argument_map.is_claim(key)]
    steps = [argument_map.inference(key) for key in sorted(gone) if argument_map.is_inference(key)]
    sayings = [saying for claim in claims for saying in argument_map.locutions_of(claim.id)]
    new = [step for step in shrunk if step.id not in gone]
    old = [argument_map.inference(step.id) for step in new]
    return Change.of("Delete", old=[*claims, *steps, *sayings, *old], new=new)


def _without(step: Inference, claim: Claim) -> Inference:
    return changed(step, premises=tuple(p for p in step.premises if p != claim.id))


def _remove_only_step(argument_map: ArgumentMap, inference: Inference) -> Change:
    undercutters = argument_map.inferences_on(inference.id)
    loss = [inference]
    while undercutters:
        step = undercutters.pop()
        loss.append(step)
        undercutters.extend(u for u in argument_map.inferences_on(step.id) if u not in loss)
    return Change.of("Delete only this", old=loss)


def _remove_only_top(argument_map: ArgumentMap, claim: Claim) -> Change:
    steps = argument_map.inferences_on(claim.id)
    gone: dict[ElementId, AnyElement] = {claim.id: claim}
    for step in steps:
        gone |= _remove_only_step(argument_map, step).before
    gone |= {saying.id: saying for saying in argument_map.locutions_of(claim.id)}
    return Change.of("Delete only this", old=gone.values())


def _remove_only_premise(argument_map: ArgumentMap, step: Inference, claim: Claim) -> Change:
    old: list[AnyElement] = [step]
    new: list[AnyElement] = []
    only_use = len(argument_map.uses(claim.id)) == 1
    alone = len(step.premises) == 1
    if not alone:
        new.append(_without(step, claim))
    if only_use:
        old += [claim, *argument_map.locutions_of(claim.id)]
        moved, lost = _hung_higher(argument_map, step, argument_map.inferences_on(claim.id))
        old += [argument_map.inference(inference.id) for inference in moved] + lost
        new += moved
    if alone:
        for undercutter in argument_map.inferences_on(step.id):
            old += _remove_only_step(argument_map, undercutter).before.values()
    return Change.of("Delete only this", old=old, new=new)


def _hung_higher(
    argument_map: ArgumentMap, step: Inference, below: list[Inference]
) -> tuple[list[Inference], list[AnyElement]]:
    """Let what bore on a premise of a step bear on the step's target, at the step's place.

    A step whose premise is that very target cannot; it is lost, with what undercuts it.
    """
    moved: list[Inference] = []
    lost: list[AnyElement] = []
    siblings = argument_map.inferences_on(step.target)
    place = next(i for i, sibling in enumerate(siblings) if sibling.id == step.id)
    before: str | None = step.rank
    after = siblings[place + 1].rank if place + 1 < len(siblings) else None
    for inference in below:
        if step.target in inference.premises or inference.id == step.target:
            lost += _remove_only_step(argument_map, inference).before.values()
            continue
        before = between(before, after)
        polarity = inference.polarity if step.polarity == "support" else inference.polarity.opposite
        moved.append(changed(inference, target=step.target, polarity=polarity, rank=before))
    return moved, lost

"""Edits that take claims and inferences out of the map."""

from collections.abc import Iterable

from app.edits import ranks
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


def remove(
    argument_map: ArgumentMap, *, element: TargetId, of: InferenceId | None = None
) -> Change:
    """Remove a claim or an inference with all that hangs below it.

    A claim that is a premise of the step `of` is taken out of that step, and stays in the map if it is
    used elsewhere too. Claims below are kept if something else uses them. Sayings go with their claims.
    """
    loss = _Loss(argument_map)
    if argument_map.is_inference(element):
        loss.inference(argument_map.inference(InferenceId(element)))
    elif of is not None and len(argument_map.inference(of).premises) == 1:
        loss.inference(argument_map.inference(of))
    elif of is not None:
        loss.premise(argument_map.inference(of), ClaimId(element))
    else:
        loss.claim(argument_map.claim(element))
    return loss.change("Delete")


def remove_only(
    argument_map: ArgumentMap, *, element: TargetId, of: InferenceId | None = None
) -> Change:
    """Remove a claim or an inference and keep what hangs below it.

    What bears on a removed premise then bears on what the premise's step bore on, in the same sense: a
    reason for an objection becomes an objection. Below a removed top claim or step, claims become free.
    """
    if argument_map.is_inference(element):
        return _remove_only_step(argument_map, argument_map.inference(InferenceId(element)))
    if of is None:
        return _remove_only_top(argument_map, argument_map.claim(element))
    return _remove_only_premise(
        argument_map, argument_map.inference(of), argument_map.claim(element)
    )


class _Loss:
    """Collects what goes, and what is changed by it, starting from one element."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._gone: dict[ElementId, AnyElement] = {}
        self._kept: dict[str, Inference] = {}

    def claim(self, claim: Claim) -> None:
        """Lose a claim everywhere; steps that need it lose it as a premise, or go with it."""
        for inference in self._map.uses(claim.id):
            if len(inference.premises) > 1:
                self._without(inference, claim.id)
            else:
                self._gone[inference.id] = inference
        self._lose([claim, *self._map.uses(claim.id)])

    def inference(self, inference: Inference) -> None:
        self._lose([inference])

    def premise(self, inference: Inference, claim: ClaimId) -> None:
        """Lose one premise of a step; the claim goes too if this was its only use."""
        self._without(inference, claim)
        if len(self._map.uses(claim)) == 1:
            self._lose([self._map.claim(claim)])

    def change(self, label: str) -> Change:
        kept = [i for key, i in self._kept.items() if key not in self._gone]
        old = [self._map.inference(inference.id) for inference in kept]
        return Change.of(label, old=[*self._gone.values(), *old], new=kept)

    def _without(self, inference: Inference, claim: ClaimId) -> None:
        premises = tuple(premise for premise in inference.premises if premise != claim)
        self._kept[inference.id] = changed(inference, premises=premises)

    def _lose(self, elements: Iterable[Claim | Inference]) -> None:
        stack = [e for e in elements if e.id not in self._kept]
        while stack:
            element = stack.pop()
            self._gone[element.id] = element
            below: list[Claim | Inference] = [*self._map.inferences_on(element.id)]
            if isinstance(element, Claim):
                self._gone.update(
                    {saying.id: saying for saying in self._map.locutions_of(element.id)}
                )
            else:
                below += [self._map.claim(p) for p in element.premises if self._is_unused(p)]
            stack.extend(e for e in below if e.id not in self._gone)

    def _is_unused(self, claim: ClaimId) -> bool:
        return all(use.id in self._gone for use in self._map.uses(claim))


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
        rest = tuple(premise for premise in step.premises if premise != claim.id)
        new.append(changed(step, premises=rest))
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
        before = ranks.between(before, after)
        polarity = inference.polarity if step.polarity == "support" else inference.polarity.opposite
        moved.append(changed(inference, target=step.target, polarity=polarity, rank=before))
    return moved, lost

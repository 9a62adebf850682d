"""Edits that bring copies of branches into the map, beside the original or from elsewhere."""

from collections.abc import Iterable, Iterator, Sequence

from app.edits import ranks
from app.edits.copying import Copies, copied
from app.edits.insertion import ranked_behind
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.branch import BEYOND, Branch, Spot, branch_of, premises_at
from app.model.change import Change
from app.model.elements import (
    AnyElement,
    Claim,
    ClaimId,
    ElementId,
    Inference,
    InferenceId,
    Polarity,
    TargetId,
    new_id,
)
from app.model.errors import EditError
from app.model.ranks import between


def paste(
    argument_map: ArgumentMap,
    *,
    branch: Branch,
    target: TargetId | None = None,
    polarity: Polarity | None = None,
) -> Change:
    """Copy a branch into the map, behind all that bears on a claim or inference, or to the top.

    Each root becomes a reason for the target or an objection, as the polarity says; without one a
    step stays what it was, and a claim becomes a reason. A root step stays one step. At the top its
    premises become claims of their own, and so do those of what bore on the step.
    """
    if not branch.roots:
        raise EditError("There is nothing to paste.")
    copies = copied(argument_map, branch)
    if target is None:
        return Change.of("Paste", new=_at_top(argument_map, branch, copies))
    if not argument_map.is_inference(target):
        argument_map.claim(target)
    rank = None
    new = _first_claims(branch, copies)
    for root in branch.roots:
        rank = between(rank, None) if rank else ranks.last_on(argument_map, target)
        new.append(_root_step(copies, root, target=target, polarity=polarity, rank=rank))
    return Change.of("Paste", new=[*new, *_inner_steps(copies), *copies.others])


def duplicate(argument_map: ArgumentMap, *, elements: Sequence[Spot]) -> Change:
    """Copy branches, each right behind its original, with what hangs below and who says it.

    A premise that is all of its step is copied with the step.
    """
    branch = branch_of(argument_map, elements)
    if not branch.roots:
        raise EditError("Select what is to be duplicated first.")
    copies = copied(argument_map, branch)
    spots = _root_spots(branch, elements)
    new: dict[ElementId, AnyElement] = {
        element.id: element
        for element in (*_first_claims(branch, copies), *_inner_steps(copies), *copies.others)
    }
    new |= {claim.id: claim for claim in _tops_behind(argument_map, copies, spots)}
    new |= {step.id: step for step in _steps_behind(argument_map, copies, spots)}
    for key, of in spots:
        if of is not None:
            known = new.get(of)
            step = known if isinstance(known, Inference) else argument_map.inference(of)
            new[of] = _with_premise(
                step, behind=ClaimId(key), premise=copies.claims[ClaimId(key)].id
            )
    old = (argument_map.get(key) for key in new)
    return Change.of("Duplicate", old=(element for element in old if element), new=new.values())


def _root_spots(branch: Branch, elements: Sequence[Spot]) -> list[Spot]:
    """Where the roots of a branch stand in the map that it was copied from, each place once."""
    steps: list[Spot] = [(root, None) for root in branch.roots if branch.map.is_inference(root)]
    claims = {root for root in branch.roots if branch.map.is_claim(root)}
    return list(dict.fromkeys([*steps, *(spot for spot in elements if spot[0] in claims)]))


def _tops_behind(argument_map: ArgumentMap, copies: Copies, spots: Sequence[Spot]) -> list[Claim]:
    """The copies of claims at the top, ranked behind them."""
    claims = [ClaimId(key) for key, of in spots if of is None and argument_map.is_claim(key)]
    if not claims:
        return []
    behind: dict[ElementId, list[Claim]] = {claim: [copies.claims[claim]] for claim in claims}
    return ranked_behind(argument_map.top_claims(), behind)


def _steps_behind(
    argument_map: ArgumentMap, copies: Copies, spots: Sequence[Spot]
) -> Iterator[Inference]:
    """The copies of steps, each with the target of its original, ranked behind that."""
    behind: dict[TargetId, dict[ElementId, list[Inference]]] = {}
    for key, _ in spots:
        if argument_map.is_inference(key):
            step = argument_map.inference(key)
            copy = changed(copies.steps[step.id], target=step.target)
            behind.setdefault(step.target, {})[step.id] = [copy]
    for target, new in behind.items():
        yield from ranked_behind(argument_map.inferences_on(target), new)


def _with_premise(step: Inference, *, behind: ClaimId, premise: ClaimId) -> Inference:
    place = step.premises.index(behind) + 1
    return changed(step, premises=(*step.premises[:place], premise, *step.premises[place:]))


def _root_step(
    copies: Copies, root: TargetId, *, target: TargetId, polarity: Polarity | None, rank: str
) -> Inference:
    step = copies.steps.get(InferenceId(root))
    if step:
        return changed(step, target=target, polarity=polarity or step.polarity, rank=rank)
    premise = copies.claims[ClaimId(root)].id
    return Inference(
        id=InferenceId(new_id()),
        premises=(premise,),
        target=target,
        polarity=polarity or Polarity.SUPPORT,
        rank=rank,
    )


def _at_top(argument_map: ArgumentMap, branch: Branch, copies: Copies) -> Iterable[AnyElement]:
    loose = _steps_that_go(branch)
    freed = dict.fromkeys(
        key for root in (*branch.roots, *loose) for key in premises_at(branch.map, root)
    )
    rank = ranks.last_at_top(argument_map)
    for key in freed:
        yield changed(copies.claims[key], rank=rank)
        rank = between(rank, None)
    yield from (claim for key, claim in copies.claims.items() if key not in freed)
    yield from (step for key, step in copies.steps.items() if key not in loose)
    yield from copies.others


def _steps_that_go(branch: Branch) -> dict[InferenceId, None]:
    """The root steps, which bear on nothing at the top, with what bears on a step that goes."""
    found: dict[InferenceId, None] = {}
    stack = branch.map.inferences_on(BEYOND)
    while stack:
        step = stack.pop()
        if step.id not in found:
            found[step.id] = None
            stack += branch.map.inferences_on(step.id)
    return found


def _first_claims(branch: Branch, copies: Copies) -> list[AnyElement]:
    """The copied claims, those of the first root before all others."""
    first = {key: copies.claims[key] for key in premises_at(branch.map, branch.roots[0])}
    return list((first | dict(copies.claims)).values())


def _inner_steps(copies: Copies) -> list[Inference]:
    return [step for step in copies.steps.values() if step.target != BEYOND]

"""The edit that takes premises out of their steps."""

from collections.abc import Sequence

from app.edits import ranks
from app.edits.structure import step_of
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.branch import Spot
from app.model.change import Change
from app.model.elements import AnyElement, ClaimId, InferenceId
from app.model.errors import EditError
from app.model.ranks import between


def detach(argument_map: ArgumentMap, *, elements: Sequence[Spot]) -> Change:
    """Take premises out of their steps, to the top of the map, with all that hangs below them.

    Of an inference all premises are taken. A step without premises goes; so do the steps that bear
    on it, and their premises come to the top too.
    """
    taken = _taken(argument_map, elements)
    if not taken:
        raise EditError("This claim bears on nothing: it is free already.")
    steps = [argument_map.inference(key) for key in taken]
    emptied = [step.id for step in steps if taken[step.id].keys() >= set(step.premises)]
    gone = _with_what_bears_on(argument_map, emptied)
    old: list[AnyElement] = [argument_map.inference(key) for key in gone]
    new: list[AnyElement] = []
    for step in steps:
        if step.id not in gone:
            left = tuple(premise for premise in step.premises if premise not in taken[step.id])
            old.append(step)
            new.append(changed(step, premises=left))
    for key in gone:
        taken[key] = dict.fromkeys(argument_map.inference(key).premises)
    freed = dict.fromkeys(claim for claims in taken.values() for claim in claims)
    rank = ranks.last_at_top(argument_map)
    for claim in freed:
        if all(claim in taken.get(use.id, ()) for use in argument_map.uses(claim)):
            old.append(argument_map.claim(claim))
            new.append(changed(argument_map.claim(claim), rank=rank))
            rank = between(rank, None)
    return Change.of("Detach", old=old, new=new)


def _taken(
    argument_map: ArgumentMap, elements: Sequence[Spot]
) -> dict[InferenceId, dict[ClaimId, None]]:
    """The premises to be taken, by their steps, both in the order in which they are named."""
    taken: dict[InferenceId, dict[ClaimId, None]] = {}
    for element, of in elements:
        if argument_map.is_inference(element):
            step = argument_map.inference(element)
            taken.setdefault(step.id, {}).update(dict.fromkeys(step.premises))
        elif of is not None:
            step = step_of(argument_map, ClaimId(element), of)
            taken.setdefault(step.id, {})[ClaimId(element)] = None
        else:
            argument_map.claim(element)
    return taken


def _with_what_bears_on(
    argument_map: ArgumentMap, steps: Sequence[InferenceId]
) -> dict[InferenceId, None]:
    """Steps with those that bear on them, and on those, and so on."""
    found: dict[InferenceId, None] = {}
    stack = list(reversed(steps))
    while stack:
        key = stack.pop()
        if key not in found:
            found[key] = None
            stack += [step.id for step in argument_map.inferences_on(key)]
    return found

"""Edits that bring claims into the map, alone or as premises, and that change what a claim says."""

from collections.abc import Sequence

from app.edits import ranks
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Claim,
    ClaimId,
    Inference,
    InferenceId,
    Polarity,
    TargetId,
    new_id,
)
from app.model.errors import EditError
from app.model.ranks import between
from app.model.text import clean, distinct_lines


def _new_claim(text: str, rank: str, *, unstated: bool = False) -> Claim:
    return Claim(id=ClaimId(new_id()), text=clean(text), rank=rank, unstated=unstated)


def add_claim(argument_map: ArgumentMap, *, text: str = "") -> Change:
    """Add a free claim, behind all that stands at the top of the map."""
    return Change.of("Add a claim", new=[_new_claim(text, ranks.last_at_top(argument_map))])


def add_step(  # noqa: PLR0913  the three keys of one gesture: what, on what, where
    argument_map: ArgumentMap,
    *,
    target: TargetId,
    polarity: Polarity,
    text: str = "",
    premise: ClaimId | None = None,
    beside: InferenceId | None = None,
    before: bool = False,
    unstated: bool = False,
) -> Change:
    """Add an inference to a claim or inference, from a new claim or from one that is there.

    It comes last of all that bears on the target, or right after (or before) `beside`.
    """
    _require_target(argument_map, target)
    moved: list[Inference] = []
    if beside is None:
        rank = ranks.last_on(argument_map, target)
    else:
        rank, moved = ranks.beside(argument_map, beside, before=before)
    claims = []
    if premise is None:
        claims = [_new_claim(text, between(None, None), unstated=unstated)]
        premise = claims[0].id
    else:
        argument_map.claim(premise)
    inference = Inference(
        id=InferenceId(new_id()), premises=(premise,), target=target, polarity=polarity, rank=rank
    )
    return Change.of(
        _label(argument_map, inference),
        old=[argument_map.inference(sibling.id) for sibling in moved],
        new=[*claims, inference, *moved],
    )


def add_reason(
    argument_map: ArgumentMap, *, target: TargetId, text: str = "", unstated: bool = False
) -> Change:
    """Add a reason for a claim, or for a step."""
    return add_step(
        argument_map, target=target, polarity=Polarity.SUPPORT, text=text, unstated=unstated
    )


def add_objection(argument_map: ArgumentMap, *, target: TargetId, text: str = "") -> Change:
    """Add an objection to a claim; to a step it is an undercutter."""
    return add_step(argument_map, target=target, polarity=Polarity.ATTACK, text=text)


def add_undercutter(argument_map: ArgumentMap, *, target: InferenceId, text: str = "") -> Change:
    """Add an objection to a step: that the target does not follow from the premises."""
    argument_map.inference(target)
    return add_objection(argument_map, target=target, text=text)


def add_premise(  # noqa: PLR0913  as for add_step
    argument_map: ArgumentMap,
    *,
    inference: InferenceId,
    text: str = "",
    premise: ClaimId | None = None,
    beside: ClaimId | None = None,
    before: bool = False,
    unstated: bool = False,
) -> Change:
    """Add a co-premise to a step: a new claim, or one that is there."""
    old = argument_map.inference(inference)
    claims = []
    if premise is None:
        claims = [_new_claim(text, between(None, None), unstated=unstated)]
        premise = claims[0].id
    else:
        argument_map.claim(premise)
    place = len(old.premises)
    if beside in old.premises:
        place = old.premises.index(beside) + (not before)
    premises = (*old.premises[:place], premise, *old.premises[place:])
    return Change.of("Add a co-premise", old=[old], new=[*claims, changed(old, premises=premises)])


def set_text(argument_map: ArgumentMap, *, claim: ClaimId, text: str) -> Change:
    """Change the words of a claim."""
    old = argument_map.claim(claim)
    return Change.of("Change the text", old=[old], new=[changed(old, text=clean(text))])


def set_note(argument_map: ArgumentMap, *, claim: ClaimId, note: str) -> Change:
    """Change the note on a claim."""
    old = argument_map.claim(claim)
    return Change.of("Change the note", old=[old], new=[changed(old, note=clean(note))])


def set_tags(argument_map: ArgumentMap, *, claim: ClaimId, tags: Sequence[str]) -> Change:
    """Give a claim these tags, each once, in this order; empty ones are left out."""
    old = argument_map.claim(claim)
    return Change.of("Change the tags", old=[old], new=[changed(old, tags=distinct_lines(tags))])


def set_unstated(argument_map: ArgumentMap, *, claim: ClaimId, unstated: bool) -> Change:
    """Say whether a claim is one that nobody voiced."""
    old = argument_map.claim(claim)
    label = "Mark as unstated" if unstated else "Mark as stated"
    return Change.of(label, old=[old], new=[changed(old, unstated=unstated)])


def _require_target(argument_map: ArgumentMap, target: TargetId) -> None:
    if not (argument_map.is_claim(target) or argument_map.is_inference(target)):
        raise EditError("What this bears on is not in the map any more.")


def _label(argument_map: ArgumentMap, inference: Inference) -> str:
    if inference.polarity is Polarity.SUPPORT:
        return "Add a reason"
    return (
        "Add an undercutter" if argument_map.is_inference(inference.target) else "Add an objection"
    )

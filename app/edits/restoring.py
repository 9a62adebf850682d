"""Edits that make a map what it was before, or what a copy has become; all or single claims."""

from collections.abc import Iterable

from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Anchor,
    AnyElement,
    Claim,
    ClaimId,
    ElementId,
    Inference,
    Locution,
    Source,
    SourceId,
)
from app.model.errors import EditError


def restore(argument_map: ArgumentMap, *, past: ArgumentMap) -> Change:
    """Make a past state of the map the present one."""
    if past.project.id != argument_map.project.id:
        raise EditError("This is the past of another project.")
    gone = [e for e in argument_map.elements if past.get(e.id) is not e]
    new = [e for e in past.elements if argument_map.get(e.id) is not e]
    return Change.of("Restore an earlier state", old=gone, new=new)


def take_over(argument_map: ArgumentMap, *, copy: ArgumentMap) -> Change:
    """Make the map what a copy of it has become elsewhere.

    Notes and earlier texts, which may have been kept back when the copy was shared, stay where the
    copy has none.
    """
    if copy.project.id != argument_map.project.id:
        raise EditError("This is a copy of another project.")
    new = {e.id: _with_own_note(argument_map, e) for e in copy.elements}
    for source in argument_map.every(Source):
        if source.capture_of and source.id not in new and _is_article(copy, source.capture_of):
            new[source.id] = source
    return Change.of("Take over a shared copy", old=argument_map.elements, new=new.values())


def _with_own_note(argument_map: ArgumentMap, element: AnyElement) -> AnyElement:
    own = argument_map.get(element.id)
    if isinstance(element, Claim) and isinstance(own, Claim) and own.note and not element.note:
        return changed(element, note=own.note)
    return element


def _is_article(argument_map: ArgumentMap, key: SourceId) -> bool:
    source = argument_map.get(key)
    return isinstance(source, Source) and source.capture_of is None


def take_from(argument_map: ArgumentMap, *, past: ArgumentMap, claims: Iterable[ClaimId]) -> Change:
    """Make claims what they were in a past state of the map, and bring them back if they are gone.

    One that is brought back comes with its sayings, and to its place if what it bore on is there or
    is brought back too.
    """
    wanted = {key: past.claim(key) for key in dict.fromkeys(claims)}
    taken: dict[ElementId, AnyElement] = dict(wanted.items())
    lost = [key for key in wanted if key not in argument_map]
    for key in lost:
        for saying in past.locutions_of(key):
            _take_saying(argument_map, past, saying, taken)
    steps = {step.id: step for key in lost for step in past.uses(key)}
    waiting = list(steps.values())
    while waiting:
        step = waiting.pop()
        fitting = _fitting(argument_map, step, taken)
        if fitting is None or taken.get(step.id) == fitting:
            continue
        taken[step.id] = fitting
        waiting += [other for other in steps.values() if other.target == step.id]
    old = [e for key in taken if (e := argument_map.get(key))]
    return Change.of("Bring back claims", old=old, new=taken.values())


def _fitting(
    argument_map: ArgumentMap, step: Inference, taken: dict[ElementId, AnyElement]
) -> Inference | None:
    """A past step with the premises that there are; as it is now, with what comes back to it."""

    def is_there(key: ElementId, *kinds: type[AnyElement]) -> bool:
        return isinstance(taken.get(key) or argument_map.get(key), kinds)

    premises = [key for key in step.premises if is_there(key, Claim)]
    now = argument_map.get(step.id)
    if isinstance(now, Inference):
        back = [key for key in premises if key not in now.premises and key != now.target]
        return changed(now, premises=(*now.premises, *(key for key in back if key in taken)))
    if not is_there(step.target, Claim, Inference):
        return None
    return changed(step, premises=premises)


def _take_saying(
    argument_map: ArgumentMap,
    past: ArgumentMap,
    saying: Locution,
    taken: dict[ElementId, AnyElement],
) -> None:
    """Take a saying with its speakers, and with its mark if the words still stand there."""
    for speaker in saying.speakers:
        if speaker not in argument_map:
            taken[speaker] = past.speaker(speaker)
    anchor, former = (
        place if place is None or _stands(argument_map, place, exactly=exactly) else None
        for place, exactly in ((saying.anchor, True), (saying.former, False))
    )
    taken[saying.id] = changed(saying, anchor=anchor, former=former)


def _stands(argument_map: ArgumentMap, anchor: Anchor, *, exactly: bool) -> bool:
    if anchor.source not in argument_map:
        return False
    source = argument_map.source(anchor.source)
    if source.capture_of:
        return False
    return not exactly or source.text[anchor.start : anchor.end] == anchor.exact

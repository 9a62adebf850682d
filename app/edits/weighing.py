"""Edits that say how sure one is of a claim, and by what pattern a step goes."""

from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import MOST_CONFIDENT, ClaimId, InferenceId
from app.model.errors import EditError
from app.model.text import one_line


def set_confidence(argument_map: ArgumentMap, *, claim: ClaimId, confidence: int | None) -> Change:
    """Say how sure one is that a claim is true, in per cent; None takes back what was said."""
    old = argument_map.claim(claim)
    if confidence is not None and not 0 <= confidence <= MOST_CONFIDENT:
        raise EditError("One can be from 0 to 100 per cent sure of a claim.")
    new = changed(old, confidence=confidence)
    return Change.of("Change the confidence", old=[old], new=[new])


def set_scheme(argument_map: ArgumentMap, *, inference: InferenceId, scheme: str) -> Change:
    """Say by what pattern of argument a step goes; nothing takes back what was said."""
    old = argument_map.inference(inference)
    new = changed(old, scheme=one_line(scheme))
    return Change.of("Change the scheme", old=[old], new=[new])

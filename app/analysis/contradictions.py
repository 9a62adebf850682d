"""Where a speaker argues against what the same speaker says."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from app.analysis.sayings import HELD
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    ClaimId,
    Inference,
    InferenceId,
    Polarity,
    SpeakerId,
    Stance,
    TargetId,
)

_SIGN = {Polarity.SUPPORT: 1, Polarity.ATTACK: -1}


class Conflict(StrEnum):
    """How two things that one speaker says do not go together."""

    DENIED = "denied"  # the same claim is both held and denied
    AGAINST = "against"  # the one speaks against the other, or for it where it is denied
    UNDERCUT = "undercut"  # the one speaks against a step that the other is a premise of
    BOTH_SIDES = "both sides"  # the one speaks for something, the other against it


class Contradiction(NamedTuple):
    """Two claims of one speaker that do not go together, and the steps between them."""

    one: ClaimId
    other: ClaimId
    how: Conflict
    steps: tuple[InferenceId, ...]


Held: TypeAlias = Mapping[ClaimId, frozenset[bool]]
"""The claims of a speaker: True for those that are held, False for those denied; some are both."""

_Reached: TypeAlias = tuple[TargetId, int]
"""A claim or step that something speaks for (1) or against (-1)."""


def contradictions(argument_map: ArgumentMap, speaker: SpeakerId) -> list[Contradiction]:
    """Where a speaker argues against what the same speaker says; each pair of claims once.

    Claims count that the speaker says first, and holds or denies. Takes time with what hangs above
    these, up to the next claim of the speaker.
    """
    claims = _claims_of(argument_map, speaker)
    found = [
        Contradiction(claim, claim, Conflict.DENIED, ())
        for claim, both in claims.items()
        if len(both) > 1
    ]
    held = [claim for claim, both in claims.items() if True in both]
    for claim in held:
        found += _against(argument_map, claim, claims)
    found += _on_both_sides(argument_map, held, claims)
    pairs: dict[frozenset[ClaimId], Contradiction] = {}
    for one in found:
        pairs.setdefault(frozenset({one.one, one.other}), one)
    return list(pairs.values())


def _claims_of(argument_map: ArgumentMap, speaker: SpeakerId) -> Held:
    claims: dict[ClaimId, frozenset[bool]] = {}
    for saying in argument_map.locutions_by(speaker):
        if saying.speakers[0] == speaker and saying.stance in HELD | {Stance.DENIES}:
            holds = saying.stance is not Stance.DENIES
            claims[saying.claim] = claims.get(saying.claim, frozenset()) | {holds}
    return claims


def _against(argument_map: ArgumentMap, claim: ClaimId, claims: Held) -> Iterator[Contradiction]:
    """What a claim speaks against that its speaker holds, or for that its speaker denies."""
    came: dict[_Reached, _Reached | None] = {(claim, 1): None}
    waiting: deque[_Reached] = deque(came)
    while waiting:
        at = waiting.popleft()
        for reached in _next(argument_map, at):
            if reached not in came:
                came[reached] = at
                for other, how in _conflicts(argument_map, at, reached, claims):
                    if other != claim:
                        yield Contradiction(claim, other, how, _way(argument_map, reached, came))
                if reached[0] not in claims:
                    waiting.append(reached)


def _conflicts(
    argument_map: ArgumentMap, at: _Reached, reached: _Reached, claims: Held
) -> Iterator[tuple[ClaimId, Conflict]]:
    """The claims of a speaker that what was reached last does not go together with."""
    key, sign = reached
    if argument_map.is_claim(key):
        if (sign < 0) in claims.get(ClaimId(key), ()):
            yield ClaimId(key), Conflict.AGAINST
    elif sign < 0 and argument_map.is_inference(at[0]):
        for premise in argument_map.inference(InferenceId(key)).premises:
            if True in claims.get(premise, ()):
                yield premise, Conflict.UNDERCUT


def _next(argument_map: ArgumentMap, at: _Reached) -> list[_Reached]:
    """What speaking for or against something speaks for or against in its turn."""
    key, sign = at
    if argument_map.is_claim(key):
        return [(use.id, sign) for use in argument_map.uses(ClaimId(key))]
    step = argument_map.inference(key)
    return [(step.target, sign * _SIGN[step.polarity])]


def _way(
    argument_map: ArgumentMap, reached: _Reached, came: Mapping[_Reached, _Reached | None]
) -> tuple[InferenceId, ...]:
    """The steps on the way to what was reached, the first one first."""
    way: list[InferenceId] = []
    at: _Reached | None = reached
    while at is not None:
        if argument_map.is_inference(at[0]):
            way.append(InferenceId(at[0]))
        at = came[at]
    return tuple(reversed(way))


def _on_both_sides(
    argument_map: ArgumentMap, held: Iterable[ClaimId], claims: Held
) -> Iterator[Contradiction]:
    """Premises of reasons for something, and premises of objections to the same.

    What is said about a claim of the speaker is left out: there the objection is against that.
    """
    sides: dict[TargetId, dict[Polarity, list[tuple[ClaimId, Inference]]]] = {}
    for claim in held:
        for use in argument_map.uses(claim):
            if use.target not in claims:
                both = sides.setdefault(use.target, defaultdict(list))
                both[use.polarity].append((claim, use))
    for both in sides.values():
        reasons, objections = both[Polarity.SUPPORT], both[Polarity.ATTACK]
        if reasons and objections:
            pairs = [(reasons[0], objection) for objection in objections]
            pairs += [(reason, objections[0]) for reason in reasons[1:]]
            for (one, reason_step), (other, objection_step) in pairs:
                if one != other:
                    steps = (reason_step.id, objection_step.id)
                    yield Contradiction(one, other, Conflict.BOTH_SIDES, steps)

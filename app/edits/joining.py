"""Edits that make one claim of several, or several of one."""

from collections.abc import Iterable, Iterator, Sequence

from app.edits import ranks
from app.edits.insertion import ranked_behind
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change, combined
from app.model.elements import (
    Claim,
    ClaimId,
    ElementId,
    Inference,
    InferenceId,
    Locution,
    LocutionId,
    TargetId,
    new_id,
)
from app.model.errors import EditError
from app.model.ranks import between
from app.model.text import clean, shortened

_MOST_SHOWN = 60  # characters of a claim in a sentence about it


def split_claim(argument_map: ArgumentMap, *, claim: ClaimId, parts: Sequence[str]) -> Change:
    """Divide a claim: in each step that it is a premise of, the parts become co-premises.

    The claim becomes the first part and keeps its sayings, its note and what hangs below it. Each
    other part is a new claim right behind it, said by the same speakers in the same words. At the
    top of the map the parts become claims one behind the other there.
    """
    whole = argument_map.claim(claim)
    texts = [text for text in (clean(part).strip() for part in parts) if text]
    if len(texts) < 2:  # noqa: PLR2004  one part is no division
        raise EditError("Divide the claim into two parts or more, each on a line of its own.")
    first = changed(whole, text=texts[0])
    added = [changed(whole, id=ClaimId(new_id()), text=text, note="") for text in texts[1:]]
    uses = argument_map.uses(claim)
    tops: dict[ClaimId, Claim] = {part.id: part for part in (first, *added)}
    if not uses:
        ranked = ranked_behind(argument_map.top_claims(), {claim: added})
        tops |= {top.id: changed(top, text=texts[0]) if top.id == claim else top for top in ranked}
    return Change.of(
        "Split the claim",
        old=[*(argument_map.claim(key) for key in tops if key in argument_map), *uses],
        new=[
            *tops.values(),
            *(_with_parts(use, claim, added) for use in uses),
            *_sayings_again(argument_map, claim, added),
        ],
    )


def _with_parts(step: Inference, claim: ClaimId, parts: Sequence[Claim]) -> Inference:
    place = step.premises.index(claim) + 1
    ids = (part.id for part in parts)
    return changed(step, premises=(*step.premises[:place], *ids, *step.premises[place:]))


def _sayings_again(
    argument_map: ArgumentMap, claim: ClaimId, parts: Sequence[Claim]
) -> Iterator[Locution]:
    sayings = argument_map.locutions_of(claim)
    for part in parts:
        for saying in sayings:
            yield changed(saying, id=LocutionId(new_id()), claim=part.id)


def merge_claims(argument_map: ArgumentMap, *, into: ClaimId, others: Sequence[ClaimId]) -> Change:
    """Let one claim stand for others too: what they did, what bore on them and who said them.

    The words stay those of `into`; tags and notes are united, and it is unstated only if all were.
    Of steps and sayings that become the same, one stays. Raises EditError where one of the claims
    bears on another directly, since it would be its own premise.
    """
    gone = [argument_map.claim(key) for key in dict.fromkeys(others) if key != into]
    if not gone:
        raise EditError("Select two claims or more to merge them.")
    moved = _moved(argument_map, argument_map.claim(into), gone)
    touched = {key for key in moved.after if isinstance(moved.after[key], Inference)}
    targets = [step.target for step in moved.after.values() if isinstance(step, Inference)]
    joined = _without_twins(argument_map.apply(moved), targets, touched)
    return combined([moved, *joined], label=moved.label)


def _moved(argument_map: ArgumentMap, into: Claim, gone: Sequence[Claim]) -> Change:
    """Put one claim in the place of others everywhere; steps may come out twice."""
    keys = {claim.id for claim in gone}
    steps = {use.id: use for claim in gone for use in argument_map.uses(claim.id)}
    bearing = [step for claim in gone for step in argument_map.inferences_on(claim.id)]
    ranked: dict[InferenceId, str] = {}
    rank = ranks.last_on(argument_map, into.id)
    for step in bearing:
        steps[step.id] = step
        ranked[step.id] = rank
        rank = between(rank, None)
    sayings = [saying for claim in gone for saying in argument_map.locutions_of(claim.id)]
    return Change.of(
        "Merge the claims",
        old=[into, *gone, *steps.values(), *sayings],
        new=[
            _united(into, gone),
            *(_substituted(step, keys, into, ranked.get(step.id)) for step in steps.values()),
            *_sayings_once(argument_map.locutions_of(into.id), sayings, into.id),
        ],
    )


def _united(into: Claim, gone: Sequence[Claim]) -> Claim:
    all_of_them = (into, *gone)
    notes = dict.fromkeys(claim.note for claim in all_of_them if claim.note.strip())
    said = (claim.confidence for claim in all_of_them if claim.confidence is not None)
    return changed(
        into,
        tags=tuple(dict.fromkeys(tag for claim in all_of_them for tag in claim.tags)),
        note="\n\n".join(notes),
        unstated=all(claim.unstated for claim in all_of_them),
        confidence=next(said, None),
        same_as=tuple(address for claim in all_of_them for address in claim.same_as),
    )


def _substituted(step: Inference, gone: set[ClaimId], into: Claim, rank: str | None) -> Inference:
    premises = dict.fromkeys(into.id if key in gone else key for key in step.premises)
    target = into.id if step.target in gone else step.target
    if target in premises:
        words = shortened(into.text, _MOST_SHOWN)
        raise EditError(
            "One of these claims bears on another; detach it before you merge them into “{words}”.",
            words=words,
        )
    return changed(step, premises=tuple(premises), target=target, rank=rank or step.rank)


def _sayings_once(
    there: Sequence[Locution], moved: Sequence[Locution], claim: ClaimId
) -> Iterator[Locution]:
    """The moved sayings as sayings of a claim, without those that it has already."""
    seen = {_as_said(saying) for saying in there}
    for saying in moved:
        if _as_said(saying) not in seen:
            seen.add(_as_said(saying))
            yield changed(saying, claim=claim)


def _as_said(saying: Locution) -> tuple[object, ...]:
    return (saying.speakers, saying.stance, saying.fidelity, saying.anchor, saying.former)


def _without_twins(
    argument_map: ArgumentMap, targets: Iterable[TargetId], touched: set[ElementId]
) -> Iterator[Change]:
    """Keep the first of steps that say the same; what bore on the others then bears on that one."""
    waiting = list(dict.fromkeys(targets))
    while waiting:
        target = waiting.pop()
        first: dict[tuple[object, ...], Inference] = {}
        for step in argument_map.inferences_on(target):
            twin = first.setdefault(_as_argued(step), step)
            if twin is step or not {step.id, twin.id} & touched:
                continue
            change = _without_twin(argument_map, step, twin)
            argument_map = argument_map.apply(change)
            touched |= change.after.keys()
            waiting.append(twin.id)
            yield change


def _as_argued(step: Inference) -> tuple[object, ...]:
    return (frozenset(step.premises), step.polarity, step.scheme)


def _without_twin(argument_map: ArgumentMap, step: Inference, twin: Inference) -> Change:
    bearing = argument_map.inferences_on(step.id)
    rank = ranks.last_on(argument_map, twin.id)
    moved = []
    for one in bearing:
        moved.append(changed(one, target=twin.id, rank=rank))
        rank = between(rank, None)
    return Change.of("Merge the claims", old=[step, *bearing], new=moved)

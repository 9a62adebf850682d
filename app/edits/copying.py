"""Copies of branches with new ids, and the speakers and sources that they find where they come."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.edits.naming import speakers_by_name
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.branch import BEYOND, Branch
from app.model.elements import (
    Anchor,
    AnyElement,
    Claim,
    ClaimId,
    Inference,
    InferenceId,
    Locution,
    LocutionId,
    Source,
    SourceId,
    Speaker,
    SpeakerId,
    TargetId,
    new_id,
)

E_ = TypeVar("E_", bound=Claim | Inference | Locution | Source | Speaker)
Named = TypeVar("Named", bound=Source | Speaker)


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies of what is in a branch, by the ids of the originals.

    A root step's copy still bears on `BEYOND`. `others` are the sayings, and the speakers and
    sources that the map does not have yet.
    """

    claims: Mapping[ClaimId, Claim]
    steps: Mapping[InferenceId, Inference]
    others: tuple[AnyElement, ...]


def copied(argument_map: ArgumentMap, branch: Branch) -> Copies:
    """Copy a branch for a map. Speakers are known by id or name, sources by id and text or text.

    That a claim is the same as one of the map itself is not kept: such links lead elsewhere.
    """
    claims = {
        claim.id: changed(
            claim,
            id=new_id(),
            same_as=tuple(a for a in claim.same_as if a.project != argument_map.project.id),
        )
        for claim in _by_id(branch, Claim)
        if claim.id != BEYOND
    }
    steps = _by_id(branch, Inference)
    keys: dict[TargetId, str] = {BEYOND: BEYOND}
    keys |= {key: claim.id for key, claim in claims.items()}
    keys |= {step.id: new_id() for step in steps}
    speakers, new_speakers = _speakers_for(argument_map, branch)
    sources, new_sources = _sources_for(argument_map, branch)
    return Copies(
        claims,
        {
            step.id: changed(
                step,
                id=keys[step.id],
                premises=tuple(keys[premise] for premise in step.premises),
                target=keys[step.target],
            )
            for step in steps
        },
        (
            *new_speakers,
            *new_sources,
            *(
                _copied_saying(saying, claims[saying.claim].id, speakers, sources)
                for saying in _by_id(branch, Locution)
            ),
        ),
    )


def _copied_saying(
    saying: Locution,
    claim: ClaimId,
    speakers: Mapping[SpeakerId, SpeakerId],
    sources: Mapping[SourceId, SourceId],
) -> Locution:
    return changed(
        saying,
        id=LocutionId(new_id()),
        claim=claim,
        speakers=tuple(dict.fromkeys(speakers[key] for key in saying.speakers)),
        anchor=_in_source(saying.anchor, sources),
        former=_in_source(saying.former, sources),
    )


def _in_source(anchor: Anchor | None, sources: Mapping[SourceId, SourceId]) -> Anchor | None:
    return anchor and Anchor.model_validate({**dict(anchor), "source": sources[anchor.source]})


def _speakers_for(
    argument_map: ArgumentMap, branch: Branch
) -> tuple[dict[SpeakerId, SpeakerId], list[Speaker]]:
    """Find each speaker of a branch in a map, by id, or else by a name without regard to case."""
    known = speakers_by_name(argument_map)
    found: dict[SpeakerId, SpeakerId] = {}
    new = []
    for speaker in _by_id(branch, Speaker):
        there = argument_map.get(speaker.id)
        names = (name.casefold() for name in (speaker.name, *speaker.aliases))
        named = next((known[name] for name in names if name in known), None)
        if isinstance(there, Speaker):
            found[speaker.id] = there.id
        elif named:
            found[speaker.id] = named
        else:
            added = _at_home(argument_map, speaker)
            found[speaker.id] = added.id
            known |= {name.casefold(): added.id for name in (*added.aliases, added.name)}
            new.append(added)
    return found, new


def _sources_for(
    argument_map: ArgumentMap, branch: Branch
) -> tuple[dict[SourceId, SourceId], list[Source]]:
    """Find each source of a branch in a map: the same by id if its text is the same, or by text."""
    by_text = {source.text: source.id for source in reversed(argument_map.sources())}
    found: dict[SourceId, SourceId] = {}
    new = []
    for source in _by_id(branch, Source):
        there = argument_map.get(source.id)
        if isinstance(there, Source) and there.text == source.text:
            found[source.id] = there.id
        elif source.text in by_text:
            found[source.id] = by_text[source.text]
        else:
            added = _at_home(argument_map, source)
            found[source.id] = by_text[added.text] = added.id
            new.append(added)
    return found, new


def _at_home(argument_map: ArgumentMap, element: Named) -> Named:
    """The same element, with another id if the map has that id already."""
    return changed(element, id=new_id()) if element.id in argument_map else element


def _by_id(branch: Branch, kind: type[E_]) -> list[E_]:
    """All of a kind, in an order that does not change."""
    return sorted(branch.map.every(kind), key=lambda element: element.id)

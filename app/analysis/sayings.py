"""Who says what: all that a speaker says, who says which claims, and where these come from."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from app.model.argument_map import ArgumentMap
from app.model.elements import (
    ClaimId,
    Fidelity,
    Locution,
    LocutionId,
    Source,
    SourceId,
    Speaker,
    SpeakerId,
    Stance,
)
from app.model.text import paragraph_at

HELD = frozenset({Stance.ASSERTS, Stance.CONCEDES})
"""The stances of one who holds a claim to be true."""

VOUCHED = HELD | {Stance.REPORTS}
"""The stances that count for a claim."""


class Saying(NamedTuple):
    """One thing that a speaker says, or passes on for another.

    `by` is who said it first if that is another, `via` those through whom it came after the
    speaker. Without a source it was marked nowhere.
    """

    locution: LocutionId
    claim: ClaimId
    stance: Stance
    fidelity: Fidelity
    by: SpeakerId | None
    via: tuple[SpeakerId, ...]
    source: SourceId | None
    paragraph: int | None


def said_by(argument_map: ArgumentMap, speaker: SpeakerId) -> list[Saying]:
    """All that a speaker says: source by source by title, in the order of the text, then the rest.

    Takes time with how much that is.
    """
    sayings = argument_map.locutions_by(speaker)
    sayings.sort(key=lambda saying: _place(argument_map, saying))
    return [_saying(argument_map, speaker, saying) for saying in sayings]


def table(
    argument_map: ArgumentMap, speakers: Sequence[SpeakerId]
) -> dict[ClaimId, dict[SpeakerId, tuple[Stance, ...]]]:
    """The claims that speakers say first, each with who says it and how; in the order of the text.

    A speaker who says it twice in the same way stands there once.
    """
    wanted = set(speakers)
    sayings = [
        saying
        for speaker in wanted
        for saying in argument_map.locutions_by(speaker)
        if saying.speakers[0] == speaker
    ]
    rows: dict[ClaimId, dict[SpeakerId, tuple[Stance, ...]]] = {}
    for saying in sorted(sayings, key=lambda saying: _place(argument_map, saying)):
        cells = rows.setdefault(saying.claim, {})
        stances = cells.get(saying.speakers[0], ())
        if saying.stance not in stances:
            cells[saying.speakers[0]] = (*stances, saying.stance)
    return rows


class Origin(NamedTuple):
    """Where a claim comes from in the end: a speaker, or an article that says it itself."""

    origin: SpeakerId | SourceId
    name: str
    sayings: tuple[LocutionId, ...]


def independent_sources(argument_map: ArgumentMap, claim: ClaimId) -> list[Origin]:
    """Whom a claim comes from in the end, those with the most sayings first.

    Five articles that pass on one report rest on one speaker, and articles of one outlet on that.
    Who denies it or asks does not count.
    """
    sayings: dict[SpeakerId | SourceId, list[LocutionId]] = defaultdict(list)
    origins: dict[SpeakerId | SourceId, Speaker | Source] = {}
    outlets: dict[str, Speaker | Source] = {}
    for saying in argument_map.locutions_of(claim):
        origin = _origin(argument_map, saying, outlets)
        if origin and saying.stance in VOUCHED:
            origins[origin.id] = origin
            sayings[origin.id].append(saying.id)
    found = [Origin(key, _name(origin), tuple(sayings[key])) for key, origin in origins.items()]
    return sorted(found, key=lambda one: (-len(one.sayings), one.name.casefold(), one.origin))


def _place(argument_map: ArgumentMap, saying: Locution) -> tuple[bool, str, str, int, str]:
    anchor = saying.anchor or saying.former
    if anchor is None:
        return True, "", "", 0, saying.id
    title = argument_map.source(anchor.source).title.casefold()
    return False, title, anchor.source, anchor.start, saying.id


def _saying(argument_map: ArgumentMap, speaker: SpeakerId, saying: Locution) -> Saying:
    place = saying.speakers.index(speaker)
    anchor = saying.anchor
    mark = anchor or saying.former
    return Saying(
        locution=saying.id,
        claim=saying.claim,
        stance=saying.stance,
        fidelity=saying.fidelity,
        by=saying.speakers[0] if place else None,
        via=saying.speakers[place + 1 :],
        source=mark.source if mark else None,
        paragraph=(
            paragraph_at(argument_map.source(anchor.source).text, anchor.start) if anchor else None
        ),
    )


def _origin(
    argument_map: ArgumentMap, saying: Locution, outlets: dict[str, Speaker | Source]
) -> Speaker | Source | None:
    """Who said it first; if nobody is named, the outlet of the article or the article itself.

    An outlet that is no speaker is stood for by the first article of it in `outlets`.
    """
    if saying.speakers:
        return argument_map.speaker(saying.speakers[0])
    anchor = saying.anchor or saying.former
    if anchor is None:
        return None
    source = argument_map.source(anchor.source)
    outlet = source.outlet.casefold()
    if not outlet:
        return source
    if outlet not in outlets:
        outlets[outlet] = _speaker_named(argument_map, outlet) or source
    return outlets[outlet]


def _name(origin: Speaker | Source) -> str:
    return origin.name if isinstance(origin, Speaker) else origin.outlet or origin.title


def _speaker_named(argument_map: ArgumentMap, name: str) -> Speaker | None:
    return next(
        (
            speaker
            for speaker in argument_map.speakers()
            if name in {one.casefold() for one in (speaker.name, *speaker.aliases)}
        ),
        None,
    )

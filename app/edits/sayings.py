"""Edits of sources, speakers and locutions: who says what, where, and how."""

from collections.abc import Mapping, Sequence

from app.edits.claims import add_claim, add_step
from app.edits.naming import speakers_by_name
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Anchor,
    Claim,
    ClaimId,
    Fidelity,
    Locution,
    LocutionId,
    Polarity,
    Source,
    Speaker,
    SpeakerId,
    SpeakerKind,
    Stance,
    TargetId,
    new_id,
)
from app.model.errors import EditError
from app.model.text import clean, one_line

Sorts = Mapping[str, SpeakerKind]
"""The sorts of speakers by their names."""
NO_SORTS: Sorts = {}
_OPENING = "“‘\"'«„([ "
_CLOSING = " ,;:–—"


def add_source(argument_map: ArgumentMap, *, source: Source) -> Change:
    """Take an article with its text into the project."""
    if source.id in argument_map:
        raise EditError("This article is in the project already.")
    return Change.of("Add an article", new=[source])


def add_speaker(
    argument_map: ArgumentMap, *, name: str, sort: SpeakerKind = SpeakerKind.PERSON
) -> Change:
    """Add a speaker; nothing to do if one goes by that name already."""
    _, new = _speakers_named(argument_map, [name], {name: sort})
    return Change.of("Add a speaker", new=new)


def describe_speaker(
    argument_map: ArgumentMap,
    *,
    speaker: SpeakerId,
    sort: SpeakerKind,
    affiliation: str = "",
    aliases: Sequence[str] = (),
) -> Change:
    """Say what sort of speaker this is, what for or with whom, and by what other names it goes."""
    old = argument_map.speaker(speaker)
    lines = tuple(dict.fromkeys(line for line in map(one_line, aliases) if line))
    new = changed(old, sort=sort, affiliation=one_line(affiliation), aliases=lines)
    return Change.of("Describe a speaker", old=[old], new=[new])


def rename_speaker(argument_map: ArgumentMap, *, speaker: SpeakerId, name: str) -> Change:
    """Give a speaker another name."""
    old = argument_map.speaker(speaker)
    line = one_line(name)
    if not line:
        raise EditError("A speaker needs a name.")
    return Change.of("Rename a speaker", old=[old], new=[changed(old, name=line)])


def say(  # noqa: PLR0913  all that is known of a saying
    argument_map: ArgumentMap,
    *,
    claim: ClaimId,
    speakers: Sequence[str] = (),
    anchor: Anchor | None = None,
    stance: Stance = Stance.ASSERTS,
    fidelity: Fidelity = Fidelity.PARAPHRASE,
    sorts: Sorts = NO_SORTS,
) -> Change:
    """Put a claim into the mouth of speakers, given by name: who said it, then through whom.

    Speakers that go by no name yet are added, as persons if `sorts` does not know better.
    """
    argument_map.claim(claim)
    chain, new = _speakers_named(argument_map, speakers, sorts)
    locution = Locution(
        id=LocutionId(new_id()),
        claim=claim,
        speakers=chain,
        stance=stance,
        fidelity=fidelity,
        anchor=anchor,
    )
    return Change.of("Say who says it", new=[*new, locution])


def mark(
    argument_map: ArgumentMap,
    *,
    claim: ClaimId,
    anchor: Anchor,
    speakers: Sequence[str] = (),
    fidelity: Fidelity = Fidelity.PARAPHRASE,
) -> Change:
    """Let a claim that is there rest on more words of an article."""
    change = say(argument_map, claim=claim, speakers=speakers, anchor=anchor, fidelity=fidelity)
    return Change("Mark words", change.before, change.after)


def claim_from_words(  # noqa: PLR0913  all that is known of the words
    argument_map: ArgumentMap,
    *,
    anchor: Anchor,
    target: TargetId | None = None,
    polarity: Polarity = Polarity.SUPPORT,
    speakers: Sequence[str] = (),
    stance: Stance = Stance.ASSERTS,
    fidelity: Fidelity = Fidelity.PARAPHRASE,
    text: str = "",
    sorts: Sorts = NO_SORTS,
) -> Change:
    """Make a claim of marked words, free or as a reason or objection, with who says it.

    The claim begins as the words themselves, or as `text` if not all of them are said, without the
    quotation marks around them.
    """
    text = words_as_claim(text or anchor.exact)
    if target is None:
        added = add_claim(argument_map, text=text)
    else:
        added = add_step(argument_map, target=target, polarity=polarity, text=text)
    (claim,) = (element for element in added.after.values() if isinstance(element, Claim))
    said = say(
        argument_map.apply(added),
        claim=claim.id,
        speakers=speakers,
        anchor=anchor,
        stance=stance,
        fidelity=fidelity,
        sorts=sorts,
    )
    return added.then(said)


def set_speakers(
    argument_map: ArgumentMap, *, locution: LocutionId, speakers: Sequence[str]
) -> Change:
    """Say anew who says this: who said it, then through whom, by name."""
    old = argument_map.locution(locution)
    chain, new = _speakers_named(argument_map, speakers)
    return Change.of("Say who says it", old=[old], new=[*new, changed(old, speakers=chain)])


def set_stance(argument_map: ArgumentMap, *, locution: LocutionId, stance: Stance) -> Change:
    """Say how a speaker puts the claim forward."""
    old = argument_map.locution(locution)
    return Change.of("Change the stance", old=[old], new=[changed(old, stance=stance)])


def set_fidelity(argument_map: ArgumentMap, *, locution: LocutionId, fidelity: Fidelity) -> Change:
    """Say how faithfully the claim renders the words."""
    old = argument_map.locution(locution)
    return Change.of("Change the fidelity", old=[old], new=[changed(old, fidelity=fidelity)])


def remove_locution(argument_map: ArgumentMap, *, locution: LocutionId) -> Change:
    """Take back one saying of a claim, with its mark; the claim stays."""
    return Change.of("Remove a saying", old=[argument_map.locution(locution)])


def words_as_claim(words: str) -> str:
    r"""Make a sentence of marked words: one line, unquoted if wholly quoted, with a capital letter.

    >>> words_as_claim("“cracks in\\n Western unity,”")
    'Cracks in Western unity'
    """
    line = one_line(clean(words)).strip(_CLOSING)
    if line[:1] in _OPENING and not any(mark in line[1:-2] for mark in '“”"«»„'):
        line = line.lstrip(_OPENING).rstrip("”’\"'»)]").rstrip(_CLOSING)
    return line[:1].upper() + line[1:]


def _speakers_named(
    argument_map: ArgumentMap, names: Sequence[str], sorts: Sorts = NO_SORTS
) -> tuple[tuple[SpeakerId, ...], list[Speaker]]:
    """Find speakers by name or alias, without regard to case, and make those that are missing."""
    known = speakers_by_name(argument_map)
    new: list[Speaker] = []
    chain: dict[SpeakerId, None] = {}
    for given in names:
        name = one_line(given)
        if not name:
            continue
        if name.casefold() not in known:
            sort = sorts.get(given, SpeakerKind.PERSON)
            speaker = Speaker(id=SpeakerId(new_id()), name=name, sort=sort)
            new.append(speaker)
            known[name.casefold()] = speaker.id
        chain[known[name.casefold()]] = None
    return tuple(chain), new

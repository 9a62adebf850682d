"""Edits of speakers as such: merged, removed, coloured."""

from collections.abc import Sequence

from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import SPEAKER_COLOURS, Locution, Speaker, SpeakerId
from app.model.errors import EditError


def merge_speakers(
    argument_map: ArgumentMap, *, into: SpeakerId, others: Sequence[SpeakerId]
) -> Change:
    """Let one speaker stand for others too: what they said, and the names they went by.

    Of sayings that become the same in all respects, one stays.
    """
    kept = argument_map.speaker(into)
    gone = [argument_map.speaker(key) for key in dict.fromkeys(others) if key != into]
    if not gone:
        raise EditError("Select two speakers or more to merge them.")
    keys = {speaker.id for speaker in gone}
    sayings = {
        saying.id: saying for speaker in gone for saying in argument_map.locutions_by(speaker.id)
    }
    return Change.of(
        "Merge the speakers",
        old=[kept, *gone, *sayings.values()],
        new=[_united(kept, gone), *_said_by(argument_map, list(sayings.values()), keys, into)],
    )


def remove_speaker(argument_map: ArgumentMap, *, speaker: SpeakerId) -> Change:
    """Remove a speaker. Raises EditError if it says anything."""
    old = argument_map.speaker(speaker)
    if argument_map.locutions_by(speaker):
        raise EditError("This speaker still says something; give it to another speaker first.")
    return Change.of("Remove a speaker", old=[old])


def set_speaker_colour(
    argument_map: ArgumentMap, *, speaker: SpeakerId, colour: int | None
) -> Change:
    """Give a speaker one of the theme's tints, by its number, or none."""
    if colour is not None and not 0 <= colour < SPEAKER_COLOURS:
        raise EditError("Choose one of the colours that there are for speakers.")
    old = argument_map.speaker(speaker)
    return Change.of("Colour a speaker", old=[old], new=[changed(old, colour=colour)])


def _united(into: Speaker, gone: Sequence[Speaker]) -> Speaker:
    names: dict[str, str] = {}
    for speaker in (into, *gone):
        for name in (speaker.name, *speaker.aliases):
            names.setdefault(name.casefold(), name)
    del names[into.name.casefold()]
    colours = (speaker.colour for speaker in (into, *gone) if speaker.colour is not None)
    affiliations = (speaker.affiliation for speaker in (into, *gone) if speaker.affiliation)
    return changed(
        into,
        aliases=tuple(names.values()),
        affiliation=next(affiliations, ""),
        colour=next(colours, None),
    )


def _said_by(
    argument_map: ArgumentMap, sayings: Sequence[Locution], gone: set[SpeakerId], into: SpeakerId
) -> list[Locution]:
    """The sayings as those of another speaker, without any that the map has already."""
    moved = {saying.id for saying in sayings}
    claims = dict.fromkeys(saying.claim for saying in sayings)
    seen = {
        _as_said(saying)
        for claim in claims
        for saying in argument_map.locutions_of(claim)
        if saying.id not in moved
    }
    found = []
    for saying in sayings:
        chain = dict.fromkeys(into if key in gone else key for key in saying.speakers)
        said = changed(saying, speakers=tuple(chain))
        if _as_said(said) not in seen:
            seen.add(_as_said(said))
            found.append(said)
    return found


def _as_said(saying: Locution) -> tuple[object, ...]:
    return tuple(getattr(saying, name) for name in Locution.model_fields if name != "id")

"""Speakers by the names that they go by."""

from app.model.argument_map import ArgumentMap
from app.model.elements import SpeakerId


def speakers_by_name(argument_map: ArgumentMap) -> dict[str, SpeakerId]:
    """All names and aliases, case-folded; of one that several go by, the first by name has it."""
    return {
        name.casefold(): speaker.id
        for speaker in reversed(argument_map.speakers())
        for name in (*speaker.aliases, speaker.name)
    }

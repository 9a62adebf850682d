"""Which speakers are listed, and in what order."""

from enum import StrEnum

from app.analysis.words import folded
from app.model.argument_map import ArgumentMap
from app.model.elements import Locution, SourceId, Speaker, SpeakerId


class Order(StrEnum):
    """What speakers are sorted by."""

    NAME = "name"
    SAYINGS = "sayings"
    APPEARANCE = "appearance"


def listed(argument_map: ArgumentMap, order: Order, typed: str = "") -> list[SpeakerId]:
    """The speakers of whom a name or the affiliation has all words typed.

    By name that takes time with how many there are, else with how much they say.
    """
    words = folded(typed).split()
    found = [one for one in argument_map.speakers() if all(word in _names(one) for word in words)]
    if order is Order.SAYINGS:
        found.sort(key=lambda one: -len(argument_map.locutions_by(one.id)))
    elif order is Order.APPEARANCE:
        titles = {source.id: source.title.casefold() for source in argument_map.sources()}
        found.sort(
            key=lambda one: min(
                (_place(saying, titles) for saying in argument_map.locutions_by(one.id)),
                default=(2, "", "", 0),
            )
        )
    return [one.id for one in found]


def _names(speaker: Speaker) -> str:
    return folded("\n".join((speaker.name, speaker.affiliation, *speaker.aliases)))


def _place(saying: Locution, titles: dict[SourceId, str]) -> tuple[int, str, str, int]:
    """Where something is said: in the texts by title, then what was marked nowhere."""
    anchor = saying.anchor or saying.former
    if anchor is None:
        return 1, "", "", 0
    return 0, titles.get(anchor.source, ""), anchor.source, anchor.start

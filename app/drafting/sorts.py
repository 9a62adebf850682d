"""What sort of speaker a name or a description is for: a person, a firm, a paper, some people."""

from enum import StrEnum

from app.drafting.names import Names

_BEFORE_MORE = frozenset((
    "of", "at", "in", "from", "for", "with", "on", "who", "that", "which", "to", "by", "cited",
    "quoted", "interviewed", "familiar", "close",
))  # fmt: skip


class SpeakerSort(StrEnum):
    """The sorts, by the names that speakers of a map have for theirs."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLICATION = "publication"
    UNNAMED = "unnamed"


def sort_of(name: str, names: Names, *, described: bool) -> SpeakerSort:
    """Tell the sort by the words of a name, or by the head of a description."""
    head = _head(name)
    lists = names.lists
    if names.is_medium(name) or (described and head in lists["writings"]):
        return SpeakerSort.PUBLICATION
    if head in lists["people"]:
        return SpeakerSort.UNNAMED
    if names.is_group(name):
        return SpeakerSort.ORGANISATION
    several = described and head.endswith("s") and not head.endswith("ss")
    return SpeakerSort.UNNAMED if several else SpeakerSort.PERSON


def _head(name: str) -> str:
    """The last word of a phrase before what is added to it: analysts | at the bank."""
    words = name.lower().replace(",", " ").split()
    end = next((n for n, word in enumerate(words) if n and word in _BEFORE_MORE), len(words))
    return words[end - 1] if words else ""

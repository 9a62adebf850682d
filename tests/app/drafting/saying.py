"""What drafting finds in a text, in words rather than places."""

from typing import NamedTuple

from app.drafting.drafting import draft
from app.drafting.results import Attribution


class Said(NamedTuple):
    """An attribution in words."""

    source: str
    cue: str
    content: str
    rule: str


def said_in(text: str) -> list[Said]:
    """All that is said in a text, but for what stands within another's words."""
    return [in_words(text, one) for one in draft(text).attributions if not one.parent]


def in_words(text: str, one: Attribution) -> Said:
    places = (one.source, one.cue, one.content)
    words = [" … ".join(text[span.start : span.end] for span in spans) for spans in places]
    return Said(*words, one.rule)


def speakers_in(text: str) -> list[tuple[str, ...]]:
    """Who speaks, attribution by attribution."""
    return [one.speakers for one in draft(text).attributions if not one.parent]

"""What drafting finds in a text, in words rather than places."""

from collections.abc import Sequence
from typing import NamedTuple

from app.articles.text import Span
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
    return Said(
        _words(text, one.source), _words(text, one.cue), _words(text, one.content), one.rule
    )


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


def speakers_in(text: str) -> list[tuple[str, ...]]:
    """Who speaks, attribution by attribution."""
    return [one.speakers for one in draft(text).attributions if not one.parent]

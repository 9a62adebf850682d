"""Anchors: places in an article that claims rest on."""

import re
from bisect import bisect_right

from app.articles.text import Span, paragraphs, trimmed
from app.model.elements import Anchor, Fidelity, Source, SourceId
from app.model.errors import EditError

_CONTEXT = 32
_QUOTED = re.compile(
    r"""“[^”]*(?:”|$) | „[^“”]*(?:[“”]|$) | «[^«»]*(?:»|$) | »[^«»]*« | "[^"]*"
    | 「[^「」]*」 | 『[^『』]*』""",
    re.VERBOSE,
)
_AFTER_QUOTES = ".,;:!?"


def anchor_at(source: Source, start: int, end: int) -> Anchor:
    """Mark a place in a source, without the blanks at its ends; EditError if nothing is left."""
    start, end = trimmed(source.text, max(start, 0), max(end, 0))
    if start == end:
        raise EditError("Select some words of the article first.")
    return anchor_in(source.id, source.text, start, end)


def anchor_in(source: SourceId, text: str, start: int, end: int) -> Anchor:
    """Mark a place in a text that a source has, or will have."""
    return Anchor(
        source=source,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - _CONTEXT) : start],
        suffix=text[end : end + _CONTEXT],
    )


def fidelity_of(source: Source, start: int, end: int) -> Fidelity:
    """Tell words that stand in quotation marks, or are a quotation with its marks, from others."""
    start, end = trimmed(source.text, start, end)
    words = source.text[start:end].rstrip(_AFTER_QUOTES)
    if words and any(
        quoted.start <= start and start + len(words) <= quoted.end
        for quoted in _quotations(source.text, start)
    ):
        return Fidelity.QUOTATION
    return Fidelity.PARAPHRASE


def _quotations(text: str, place: int) -> list[Span]:
    """The quotations in the paragraph that a place is in, with their marks."""
    number = bisect_right(paragraphs(text), place, key=lambda span: span.start)
    start, end = paragraphs(text)[max(number - 1, 0)]
    return [Span(start + q.start(), start + q.end()) for q in _QUOTED.finditer(text[start:end])]

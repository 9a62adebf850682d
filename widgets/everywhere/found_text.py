"""What a search has found as one line of text, and where in it the words are."""

from collections.abc import Sequence
from typing import NamedTuple

from app.articles.text import Span
from app.ports import Found

_BEFORE = 30  # characters before the first match that are shown


class FoundText(NamedTuple):
    """A line and the spans of the words in it that were looked for."""

    text: str
    stress: Sequence[Span]


def text_of(found: Found) -> FoundText:
    """The words around a match in one line."""
    text = ""
    stress: list[Span] = []
    for words, is_match in found.parts:
        part = " ".join(words.replace("\n", " ").split(" "))
        if is_match:
            stress.append(Span(len(text), len(text) + len(part)))
        text += part
    cut = text.rfind(" ", 0, max(stress[0].start - _BEFORE, 0)) if stress else -1
    if cut <= 0:
        return FoundText(text, stress)
    gone = cut - 1
    return FoundText(f"…{text[cut:]}", [Span(s.start - gone, s.end - gone) for s in stress])


def place_in(text: str, found: Found) -> tuple[int, int] | None:
    """Where in the text of an article a match is: at the words around it, if they are there."""
    before = ""
    for words, is_match in found.parts:
        if is_match:
            around = text.find((before + words).lstrip("…"))
            start = around + len(before.lstrip("…")) if around >= 0 else text.find(words)
            return (start, start + len(words)) if start >= 0 else None
        before = words
    return None

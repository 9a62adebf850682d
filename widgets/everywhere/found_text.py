"""What a search has found as one line of text, and where in it the words are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.analysis.sameness import bare
from app.articles.text import Span
from app.ports import Found

_BEFORE = 30  # characters before the first match that are shown


class FoundText(NamedTuple):
    """A line and the spans of the words in it that were looked for."""

    text: str
    stress: Sequence[Span]

    def shortened(self, text: str) -> "FoundText":
        """The same cut off to fit, with those of the words that are still whole in it."""
        whole = (span for span in self.stress if _at(text, span) == _at(self.text, span))
        return FoundText(text, list(whole))


def _at(text: str, span: Span) -> str:
    return text[span.start : span.end]


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


def with_repeats(found: Iterable[Found]) -> Iterator[tuple[Found, bool]]:
    """What was found, in its order, but claims that say the same right behind the first of them.

    Each comes with whether it is such a repeat.
    """
    groups: dict[str, list[Found]] = {}
    for number, one in enumerate(found):
        words = bare(text_of(one).text) if one.kind == "claim" else ""
        groups.setdefault(words or f"#{number}", []).append(one)
    for group in groups.values():
        yield from ((one, one is not group[0]) for one in group)


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

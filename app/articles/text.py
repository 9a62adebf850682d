"""The parts of an article's text: paragraphs, sentences and words, as places in it.

All places are counted in code points, and none has blanks at its ends.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from app.articles.endings import sentence_ends
from app.model.text import paragraph_starts

_WITHOUT_BLANKS = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u2e80", "\u30ff"),  # Chinese and Japanese
    ("\u31f0", "\u31ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
_LONGEST_WORD = 200
_AFTER_WORDS, _BEFORE_WORDS = ",.;:!?…)]”»、。，；：！？", ",;:–—([“„«‘、，；："
_JOINED_ON = frozenset("\u200c\u200d🏻🏼🏽🏾🏿")


class Span(NamedTuple):
    """A place in a text: from the character at `start` up to, but without, the one at `end`."""

    start: int
    end: int


@lru_cache(maxsize=16)
def paragraphs(text: str) -> tuple[Span, ...]:
    r"""Tell the paragraphs of a text apart; all between them is blank.

    >>> paragraphs("One.\n\nTwo.")
    (Span(start=0, end=4), Span(start=6, end=10))
    """
    starts = paragraph_starts(text)
    return tuple(trimmed(text, *ends) for ends in pairwise((*starts, len(text))))


@lru_cache(maxsize=16)
def sentences(text: str) -> tuple[Span, ...]:
    """Tell the sentences of a text apart; all between them is blank.

    >>> sentences("Mr. Lough spoke. Who heard?")
    (Span(start=0, end=16), Span(start=17, end=27))
    """
    return tuple(span for paragraph in paragraphs(text) for span in _sentences(text, paragraph))


def sentence_at(text: str, position: int) -> Span:
    """The sentence that a position is in, or the last one before it; empty if there is none."""
    place = bisect_right(paragraphs(text), position, key=lambda span: span.start)
    if place == 0:
        return Span(position, position)
    begun = (s for s in _sentences(text, paragraphs(text)[place - 1]) if s.start <= position)
    return max(begun)


def snap_to_words(text: str, start: int, end: int) -> Span:
    """Widen a selection to whole words, and leave out the blanks at its ends.

    One without width becomes the word that it is in. In scripts that are written without blanks, as
    Chinese is, a selection stays as it is.
    """
    start, end = sorted(min(max(place, 0), len(text)) for place in (start, end))
    if start < end:
        start, end = trimmed(text, start, end)
    if start == end and (text[start - 1 : start] + text[start : start + 1]).strip() == "":
        return Span(start, end)
    begun, ended = start, end
    while _is_inside_word(text, start) and start > begun - _LONGEST_WORD:
        start -= 1
    while _is_inside_word(text, end) and end < ended + _LONGEST_WORD:
        end += 1
    return Span(start, end)


def paragraph_span(text: str, position: int) -> Span:
    """The paragraph that a position is in, or the last one before it; empty if there is none."""
    place = bisect_right(paragraphs(text), position, key=lambda span: span.start)
    return paragraphs(text)[place - 1] if place else Span(position, position)


def start_moved(text: str, span: Span, by: int) -> Span:
    """Let a place begin a word earlier (`by` below 0) or later; as it is where there is none.

    >>> start_moved("one two three", Span(4, 7), -1)
    Span(start=0, end=7)
    """
    if by < 0:
        before = span.start
        while before and (text[before - 1].isspace() or text[before - 1] in _AFTER_WORDS):
            before -= 1
        return Span(snap_to_words(text, before - 1, before).start, span.end) if before else span
    start = snap_to_words(text, span.start, span.start + 1).end
    while start < span.end and (text[start].isspace() or text[start] in _AFTER_WORDS):
        start += 1
    return Span(start, span.end) if start < span.end else span


def end_moved(text: str, span: Span, by: int) -> Span:
    """Let a place end a word earlier (`by` below 0) or later; as it is where there is none.

    >>> end_moved("one two three", Span(4, 7), 1)
    Span(start=4, end=13)
    """
    if by > 0:
        behind = len(text) - len(text[span.end :].lstrip())
        end = snap_to_words(text, behind, behind + 1).end
        return Span(span.start, end) if behind < len(text) else span
    end = snap_to_words(text, span.end - 1, span.end).start
    while end > span.start and (text[end - 1].isspace() or text[end - 1] in _BEFORE_WORDS):
        end -= 1
    return Span(span.start, end) if end > span.start else span


def trimmed(text: str, start: int, end: int) -> Span:
    """Leave out the blanks at the ends of a place; an empty one is left of a blank one."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end in sentence_ends(text, *paragraph):
        yield trimmed(text, start, end)
        start = end


def _is_inside_word(text: str, place: int) -> bool:
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if _is_joined_on(after) or before == "\u200d":
        return True
    if _is_letter(before):
        return _is_letter(after) or (_joins(text, place) and _is_letter(text[place + 1]))
    return _is_letter(after) and _joins(text, place - 1)


def _joins(text: str, place: int) -> bool:
    """Whether a sign between two letters belongs to the word: war’s, co-premise, 2.7, U.S."""
    if not 0 < place < len(text) - 1 or not (_is_letter(text[place - 1])):
        return False
    if text[place] in ".,":
        around = text[place - 1] + text[place + 1]
        return around.isdigit() or (text[place] == "." and around.isupper())
    return text[place] in "'’-‑\u00ad"


def _is_letter(character: str) -> bool:
    if any(first <= character <= last for first, last in _WITHOUT_BLANKS):
        return False
    return character.isalnum() or character == "_" or _is_joined_on(character)


def _is_joined_on(character: str) -> bool:
    return character in _JOINED_ON or unicodedata.category(character).startswith("M")

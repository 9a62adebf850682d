"""Text as a map may hold it."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")
_LINE = re.compile(r"(?m)^[^\S\n]*\S.*$")
_BLOCK = re.compile(r"(?m)^[^\S\n]*\S.*(?:\n[^\S\n]*\S.*)*$")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_WIDTHS = range(45, 101)  # of lines that were broken to fit a page
_SENTENCE_ENDS = (".", "!", "?", ":", "”", "’", '"', "»", "。")


def clean(text: str) -> str:
    r"""Give every line end as a line feed, drop other control characters, mark broken characters.

    >>> clean("one\\r\\ntwo\\x07")
    'one\\ntwo'
    """
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", _LINE_END.sub("\n", text)))


def one_line(text: str) -> str:
    r"""Clean a text and fold all white space in it to single blanks.

    >>> one_line("  two\\n words ")
    'two words'
    """
    return _BLANKS.sub(" ", clean(text)).strip()


def distinct_lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Fold texts to one line each; those with nothing in them and repetitions are left out.

    >>> distinct_lines([" a  tag ", "", "a tag", "b"])
    ('a tag', 'b')
    """
    return tuple(dict.fromkeys(line for line in map(one_line, texts) if line))


def shortened(text: str, most: int) -> str:
    """Fold a text to one line of at most `most` characters, cut between words where there are any.

    >>> shortened("a claim of many words", 12)
    'a claim of…'
    """
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + "…"


def paragraph_starts(text: str) -> tuple[int, ...]:
    r"""Tell where the paragraphs of a text start: its lines that are not blank.

    In a text that was broken into lines of a width, only a blank line ends a paragraph.

    >>> paragraph_starts("one\n\ntwo")
    (0, 5)
    """
    paragraph = _BLOCK if _is_broken_into_lines(text) else _LINE
    return tuple(match.start() for match in paragraph.finditer(text))


def _is_broken_into_lines(text: str) -> bool:
    """Whether most lines that another one follows are as long as a page is wide, and go on."""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [line for line, following in pairwise(lines) if line and following]
    fitting = sum(len(line) in _WIDTHS for line in inner)
    going_on = sum(not line.endswith(_SENTENCE_ENDS) for line in inner)
    return (
        len(inner) > 2  # noqa: PLR2004  fewer tell nothing
        and max(map(len, lines)) < _WIDTHS.stop
        and 4 * fitting > 3 * len(inner)
        and 2 * going_on > len(inner)
    )


def paragraph_at(text: str, position: int) -> int:
    r"""Tell the number, from 1, of the paragraph that a position lies in or behind.

    >>> paragraph_at("one\n\ntwo", 6)
    2
    """
    return max(1, bisect_right(_starts(text), position))


_starts = lru_cache(maxsize=64)(paragraph_starts)


def is_rtl(text: str) -> bool:
    """Whether the first letter of a text belongs to a script written from right to left.

    >>> is_rtl("“السلام” is a word"), is_rtl("A word: السلام")
    (True, False)
    """
    for character in () if text.isascii() else text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False

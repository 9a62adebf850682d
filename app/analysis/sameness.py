"""Whether two claims say the same: in the same words, or in nearly the same."""

import re

from rapidfuzz import fuzz

from app.analysis.words import folded

NEARLY = 0.8
"""How like each other claims must be to be shown together; what they say may be the opposite."""

_LONGEST = 2_000  # characters that are compared of texts that are not the same
_ALMOST = 0.99
_WORD = re.compile(r"\w+")


def likeness(text: str, other: str) -> float:
    """How like each other two texts are: 1 if their words are the same, else less, down to 0.

    A text without words is like no other.

    >>> likeness("Gas is clean.", "gas – is clean")
    1.0
    >>> likeness("Gas is clean.", "Gas is very clean") > NEARLY > likeness("Gas", "Oil")
    True
    """
    one, two = bare(text), bare(other)
    if one == two:
        return 1.0 if one else 0.0
    return min(fuzz.ratio(one[:_LONGEST], two[:_LONGEST]) / 100, _ALMOST) if one else 0.0


def bare(text: str) -> str:
    """The words of a text without case, accents, spaces and punctuation.

    >>> bare("“Gas is  CLEAN!”")
    'gas is clean'
    """
    return " ".join(_WORD.findall(folded(text)))

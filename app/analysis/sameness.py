"""Whether two claims say the same: in the same words, or in nearly the same."""

import re

from rapidfuzz import fuzz

from app.analysis.words import folded

NEARLY = 0.8
"""How like each other claims must be to be shown together; what they say may be the opposite."""

_WORD = re.compile(r"\w+")


def likeness(text: str, other: str) -> float:
    """How like each other two texts are: 1 if their words are the same, else less, down to 0.

    A text without words is like no other.

    >>> likeness("Gas is clean.", "gas – is clean")
    1.0
    >>> likeness("Gas is clean.", "Gas is very clean") > NEARLY > likeness("Gas", "Oil")
    True
    """
    words = bare(text)
    return fuzz.ratio(words, bare(other)) / 100 if words else 0.0


def bare(text: str) -> str:
    """The words of a text without case, accents, spaces and punctuation.

    >>> bare("“Gas is  CLEAN!”")
    'gas is clean'
    """
    return " ".join(_WORD.findall(folded(text)))

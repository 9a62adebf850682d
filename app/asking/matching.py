"""Finding the words that a model gives in the article, word for word, or not at all.

White space never counts. If the words are not there as they are, quotation marks and dashes of
another kind, the case of the first letter, and marks at the ends do not count either.
"""

from typing import NamedTuple

from app.articles.occurrences import Occurrences
from app.articles.passages import Flat
from app.articles.text import Span, snap_to_words
from app.asking.pieces import Piece

_ALIKE = str.maketrans("“”„«»’‘ʼ‐‑–—", '"""""' + "'''" + "----")
_AT_ENDS = " \"'.,;:!?…-"


class Match(NamedTuple):
    """Where words stand; `exact` if they are there letter for letter and nowhere else."""

    span: Span
    exact: bool


class Matcher:
    """Finds words in an article that stands still."""

    def __init__(self, text: str) -> None:
        self._flat = Flat(text)
        self._said = Occurrences(self._flat.text)
        self._alike = Occurrences(self._flat.text.translate(_ALIKE))

    def find(self, words: str, piece: Piece, number: int) -> Match | None:
        """Find words in a piece, in the paragraph that is named if they stand there more than once.

        None if they are not there, or if nobody can know which place is meant.
        """
        places, exact = self._places(words, self._within(piece))
        if len(places) == 1:
            return Match(places[0], exact)
        around = piece.paragraph(number)
        here = [place for place in places if around and _is_in(place, around)]
        return Match(here[0], exact=False) if len(here) == 1 else None

    def nearest(self, words: str, piece: Piece, content: Span) -> Match | None:
        """Find words in a piece as near as they stand to others, rather beside these than within.

        None if they are not there.
        """
        places, exact = self._places(words, self._within(piece))
        if not places:
            return None
        return Match(min(places, key=lambda p: (_is_in(p, content), _apart(p, content))), exact)

    def anywhere(self, words: str) -> Span | None:
        """The first place of words in the article."""
        places, _ = self._places(words, Span(0, len(self._flat.text)))
        return places[0] if places else None

    def _within(self, piece: Piece) -> Span:
        """Where a piece is in the flat text."""
        return Span(*map(self._flat.flat, piece.span))

    def _places(self, words: str, place: Span) -> tuple[list[Span], bool]:
        """All places of words within one of the flat text; whether they stand there as they are."""
        words = " ".join(words.split())
        if found := self._in(self._said, words, place):
            return found, True
        words = words.translate(_ALIKE)
        bare = words.strip(_AT_ENDS)
        for said in dict.fromkeys((words, bare, bare[:1].swapcase() + bare[1:])):
            if found := self._in(self._alike, said, place):
                return found, False
        return [], False

    def _in(self, there: Occurrences, words: str, place: Span) -> list[Span]:
        """The places of words in the article; none of them within a word, and none of no words."""
        if len(words) > place.end - place.start or not any(map(str.isalnum, words)):
            return []
        origin = self._flat.origin
        return [
            Span(origin(start), origin(start + len(words) - 1) + 1)
            for start in there.of(words, *place, (_joins(words[0]), _joins(words[-1])))
        ]


def _joins(letter: str) -> bool:
    """Whether words may begin or end with it within others, as in Chinese, which has no blanks."""
    return snap_to_words(letter * 2, 1, 2).start == 1


def _is_in(place: Span, around: Span) -> bool:
    return around.start <= place.start and place.end <= around.end


def _apart(one: Span, other: Span) -> int:
    """How many characters are between two places."""
    return max(one.start - other.end, other.start - one.end, 0)

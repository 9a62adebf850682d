"""Where words stand in a text, found by the rarest of them; made for looking many times."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

MOST = 100  # places of the same words that are told; more cannot be told apart anyway
_WORD = re.compile(r"\w+")
_INSIDE = re.compile(r"\w\w")


class Occurrences:
    """Finds words in a text that stands still."""

    def __init__(self, text: str) -> None:
        self.text = text

    def cuts(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether a place begins within a word, and whether it ends within one."""
        return self._is_inside(start), self._is_inside(end)

    def of(self, words: str, start: int, end: int, cuts: tuple[bool, bool]) -> list[int]:
        """The first places of words in a part of the text.

        Where the words cut no word in two, the places found do not either.
        """
        found: list[int] = []
        for place in self._candidates(words, start, cuts):
            behind = place + len(words)
            if behind > end or len(found) == MOST:
                break
            begins, ends = self.cuts(place, behind)
            if begins <= cuts[0] and ends <= cuts[1]:
                found.append(place)
        return found

    def _candidates(self, words: str, start: int, cuts: tuple[bool, bool]) -> Iterator[int]:
        whole = [
            match
            for match in _WORD.finditer(words)
            if (match.start() > 0 or not cuts[0]) and (match.end() < len(words) or not cuts[1])
        ]
        if not whole:
            yield from self._searched(words, start)
            return
        rarest = min(whole, key=lambda match: len(self._places_of(match.group())))
        places = self._places_of(rarest.group())
        for index in range(bisect_left(places, start + rarest.start()), len(places)):
            place = places[index] - rarest.start()
            if self.text.startswith(words, place):
                yield place

    def _searched(self, words: str, start: int) -> Iterator[int]:
        place = self.text.find(words, start)
        while place >= 0:
            yield place
            place = self.text.find(words, place + 1)

    def _places_of(self, word: str) -> Sequence[int]:
        return self._places.get(word, ())

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(self.text):
            places[match.group()].append(match.start())
        return dict(places)

    def _is_inside(self, place: int) -> bool:
        return place > 0 and _INSIDE.match(self.text, place - 1) is not None

"""Which words of a short part of a text became which words of another."""

import re
from bisect import bisect_left, bisect_right

from rapidfuzz.distance import Indel

from app.articles.passages import Gap

_WORD = re.compile(r"\w+|[^\w\s]")
_MOST_WORDS = 3_000  # more are not compared


class Alignment:
    """The words of a gap in the old text, side by side with those in the new one."""

    def __init__(self, old: str, new: str, gap: Gap) -> None:
        self._gap = gap
        self._old = [match.span() for match in _WORD.finditer(old, gap.old, gap.old_end)]
        self._new = [match.span() for match in _WORD.finditer(new, gap.new, gap.new_end)]
        self._same: list[tuple[int, int]] = []
        if self.is_possible:
            codes = Indel.opcodes(
                [old[start:end] for start, end in self._old],
                [new[start:end] for start, end in self._new],
            )
            self._same = [
                pair
                for code in codes
                if code.tag == "equal"
                for pair in zip(
                    range(code.src_start, code.src_end),
                    range(code.dest_start, code.dest_end),
                    strict=True,
                )
            ]

    @property
    def is_possible(self) -> bool:
        return max(len(self._old), len(self._new)) <= _MOST_WORDS

    def start_of(self, place: int) -> int:
        """Where in the new text the words begin that stand for those from a place on."""
        word = bisect_right(self._old, place, key=lambda span: span[1])
        index = bisect_left(self._same, word, key=lambda pair: pair[0])
        if index < len(self._same) and self._same[index][0] == word:
            return self._new[self._same[index][1]][0]
        return self._new[self._same[index - 1][1]][1] if index else self._gap.new

    def end_of(self, place: int) -> int:
        """Where in the new text the words end that stand for those up to a place."""
        word = bisect_left(self._old, place, key=lambda span: span[0]) - 1
        index = bisect_left(self._same, word, key=lambda pair: pair[0])
        if index == len(self._same):
            return self._gap.new_end
        same, new = self._same[index]
        return self._new[new][1] if same == word else self._new[new][0]

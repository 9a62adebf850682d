"""What two texts have in common: passages that stand in both, in the same order or moved.

Places are those of flat texts, in which all white space between words is a single blank, so that a
text that was broken into other lines is the same text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

_BLANKS = re.compile(r"\s{2,}|[^\S ]")
_CLAUSE = re.compile(r"[^.,;:!?…。，、；：！？]{16,}(?:[.,;:!?…。，、；：！？]|$)")
_MARGIN = 16  # characters before a difference that might be alike by chance


class Flat:
    """A text with each run of white space folded to one blank, and the places of the one in it."""

    def __init__(self, text: str) -> None:
        runs = [match.span() for match in _BLANKS.finditer(text)]
        self.text = _BLANKS.sub(" ", text)
        self._places: list[int] = []  # flat places behind which more has been left out
        self._left_out: list[int] = []
        left_out = 0
        for start, end in runs:
            self._places.append(start - left_out)
            left_out += end - start - 1
            self._left_out.append(left_out)

    def flat(self, place: int) -> int:
        """Where a place of the text is in the flat one; within white space, before its blank."""
        low = bisect_left(range(len(self._places)), place, key=self._start)
        if low == 0:
            return place
        return max(place - self._left_out[low - 1], self._places[low - 1])

    def origin(self, place: int) -> int:
        """Where a character of the flat text is in the text."""
        before = bisect_left(self._places, place)
        return place + (self._left_out[before - 1] if before else 0)

    def _start(self, run: int) -> int:
        """Where in the text a run of white space begins."""
        return self._places[run] + (self._left_out[run - 1] if run else 0)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in both texts, at `old` in the one and at `new` in the other."""

    old: int
    new: int
    length: int
    in_order: bool = True

    @property
    def old_end(self) -> int:
        return self.old + self.length

    @property
    def new_end(self) -> int:
        return self.new + self.length


class Gap(NamedTuple):
    """What stands between two passages that are in order, in the one text and in the other."""

    old: int
    old_end: int
    new: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The passages of two texts by their place in the old one, and the gaps between those in order.

    Whatever lies in a passage is the same in both beyond doubt: each has words that stand just
    once in either text. `doubtful` are the places in the old text whose words can be said to stand
    in either of two places: of “no no” that became “no”, nobody knows which one is left.
    """

    passages: tuple[Passage, ...]
    gaps: tuple[Gap, ...]
    doubtful: tuple[tuple[int, int], ...]


def compare(old: str, new: str) -> Comparison:
    """Find what two flat texts have in common; takes time with their lengths, hardly more."""
    landmarks = _landmarks(old, new)
    chain = _in_order(landmarks)
    kept = set(chain)
    moved = [
        Passage(mark.old, mark.new, mark.length, in_order=False)
        for mark in landmarks
        if mark not in kept
    ]
    ends = Passage(0, 0, 0), Passage(len(old), len(new), 0)
    return _stretched(
        old,
        new,
        list(_joined(old, new, [ends[0], *chain, ends[1]])),
        list(_joined(old, new, moved)),
    )


def _landmarks(old: str, new: str) -> list[Passage]:
    """Clauses that stand once in the old text and once in the new one, as in the old one."""
    there = _once(new)
    return [
        Passage(place, there[words], len(words))
        for words, place in _once(old).items()
        if words in there
    ]


def _once(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    again: set[str] = set()
    for match in _CLAUSE.finditer(text):
        words = match.group()
        if words in found:
            again.add(words)
        found[words] = match.start()
    return {words: place for words, place in found.items() if words not in again}


def _in_order(landmarks: Sequence[Passage]) -> list[Passage]:
    """As many landmarks as possible that follow each other in the new text as in the old one."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, mark in enumerate(landmarks):
        length = bisect_left(ends, mark.new)
        ends[length : length + 1] = [mark.new]
        last[length : length + 1] = [index]
        before.append(last[length - 1] if length else -1)
    chain: list[Passage] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(landmarks[index])
        index = before[index]
    return chain[::-1]


def _joined(old: str, new: str, passages: Sequence[Passage]) -> Iterator[Passage]:
    """Join passages that have nothing but the same words between them."""
    whole: Passage | None = None
    for passage in passages:
        if whole is None:
            whole = passage
        elif old[whole.old_end : passage.old] == new[whole.new_end : passage.new]:
            length = passage.old_end - whole.old
            whole = Passage(whole.old, whole.new, length, in_order=whole.in_order)
        else:
            yield whole
            whole = passage
    if whole:
        yield whole


def _stretched(
    old: str, new: str, chain: Sequence[Passage], moved: Sequence[Passage]
) -> Comparison:
    """Let passages that are in order reach into the gaps between them as far as the words agree.

    What two of them could reach is doubtful, and belongs to neither. Close to a difference, words
    may agree by chance; passages do not reach there.
    """
    limits = _Limits(moved)
    gaps: list[Gap] = []
    doubtful: list[tuple[int, int]] = []
    for before, after in pairwise(chain):
        gap = Gap(before.old_end, after.old, before.new_end, after.new)
        (old_to, new_to), (old_from, new_from) = limits.in_gap(gap)
        ahead = Prefix.similarity(old[gap.old : old_to], new[gap.new : new_to])
        back = Postfix.similarity(old[old_from : gap.old_end], new[new_from : gap.new_end])
        twice = max(0, ahead + back - min(gap.old_end - gap.old, gap.new_end - gap.new))
        if twice:
            doubtful.append((gap.old + ahead - twice, gap.old + ahead))
            doubtful.append((gap.old_end - back, gap.old_end - back + twice))
        ahead = max(0, ahead - max(twice, _MARGIN))
        back = max(0, back - max(twice, _MARGIN))
        gaps.append(Gap(gap.old + ahead, gap.old_end - back, gap.new + ahead, gap.new_end - back))
    return Comparison(_between(chain, gaps, moved), tuple(gaps), tuple(sorted(doubtful)))


def _between(
    chain: Sequence[Passage], gaps: Sequence[Gap], moved: Sequence[Passage]
) -> tuple[Passage, ...]:
    """The passages that the gaps leave, and those that were moved."""
    starts = [(chain[0].old, chain[0].new), *((gap.old_end, gap.new_end) for gap in gaps)]
    ends = [*(gap.old for gap in gaps), chain[-1].old_end]
    found = [
        Passage(start, new, end - start)
        for (start, new), end in zip(starts, ends, strict=True)
        if end > start
    ]
    return tuple(sorted([*found, *moved], key=lambda passage: passage.old))


class _Limits:
    """How far passages may reach into a gap: to the first or last moved one that lies there."""

    def __init__(self, moved: Sequence[Passage]) -> None:
        self._old = sorted((passage.old, passage.old_end) for passage in moved)
        self._new = sorted((passage.new, passage.new_end) for passage in moved)

    def in_gap(self, gap: Gap) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where the stretch ahead ends in both texts, and where the one back begins."""
        old_to, old_from = self._inner(self._old, gap.old, gap.old_end)
        new_to, new_from = self._inner(self._new, gap.new, gap.new_end)
        return (old_to, new_to), (old_from, new_from)

    @staticmethod
    def _inner(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
        first = bisect_left(spans, (start, 0))
        last = bisect_left(spans, (end, 0)) - 1
        if first > last:
            return end, start
        return spans[first][0], spans[last][1]

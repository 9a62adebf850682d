"""Two texts of one article side by side: what appeared, disappeared, was reworded or moved."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from app.articles.text import Span, sentences
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, SourceId

_LIKE = 60  # per cent of likeness from which a sentence is another one reworded
_MOST_SENTENCES = 20_000  # that are compared one by one; it takes time with their square
_AHEAD = 40  # sentences that have gone among which that of a reworded one is looked for
_MOST_COMPARED = 10_000_000_000  # pairs of characters in all; sentences beyond that are just new
_WORD = re.compile(r"\S+")


class Kind(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    APPEARED = "appeared"
    DISAPPEARED = "disappeared"
    REWORDED = "reworded"
    MOVED = "moved"


class Difference(NamedTuple):
    """A sentence in the older text, in the newer one, or in both; None where it is not."""

    kind: Kind
    old: Span | None
    new: Span | None


class _Pair(NamedTuple):
    """The numbers of a sentence in the one text and in the other."""

    old: int
    new: int


def differences(old: str, new: str) -> list[Difference]:
    """Compare two texts sentence by sentence, in the order in which they are read side by side.

    A sentence that was moved stands at its new place. Where lines break makes no difference.
    """
    comparison = _Comparison(old, new)
    return list(comparison.differences())


def changed_words(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Tell which words of a sentence gave way, and which came for them, as places in each.

    >>> changed_words("It rains now", "It snows now")
    ((Span(start=3, end=8),), (Span(start=3, end=8),))
    """
    before = [Span(*match.span()) for match in _WORD.finditer(old)]
    after = [Span(*match.span()) for match in _WORD.finditer(new)]
    codes = Indel.opcodes([old[s:e] for s, e in before], [new[s:e] for s, e in after])
    gone = [code for code in codes if code.tag in {"delete", "replace"}]
    come = [code for code in codes if code.tag in {"insert", "replace"}]
    return (
        _runs(before, [(code.src_start, code.src_end) for code in gone]),
        _runs(after, [(code.dest_start, code.dest_end) for code in come]),
    )


def claims_on(
    argument_map: ArgumentMap, source: SourceId, found: Sequence[Difference]
) -> dict[ClaimId, list[Difference]]:
    """The claims that rest on what appeared or was reworded in the text of a source."""
    changed = [
        (one.new, one) for one in found if one.new and one.kind in {Kind.APPEARED, Kind.REWORDED}
    ]
    changed.sort(key=lambda each: each[0])
    claims: dict[ClaimId, list[Difference]] = defaultdict(list)
    first = 0
    for saying in argument_map.marks_in(source):
        if saying.anchor is None:
            continue
        while first < len(changed) and changed[first][0].end <= saying.anchor.start:
            first += 1  # marks come in the order of the text
        for span, one in changed[first:]:
            if span.start >= saying.anchor.end:
                break
            if one not in claims[saying.claim]:
                claims[saying.claim].append(one)
    return {claim: ones for claim, ones in claims.items() if ones}


def _runs(words: Sequence[Span], runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    joined: list[list[int]] = []
    for start, end in runs:
        if joined and joined[-1][1] == start:
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return tuple(Span(words[start].start, words[end - 1].end) for start, end in joined)


class _Comparison:
    """The sentences of two texts, and which belong together."""

    def __init__(self, old: str, new: str) -> None:
        self._old_spans, self._new_spans = sentences(old), sentences(new)
        self._old = [" ".join(old[start:end].split()) for start, end in self._old_spans]
        self._new = [" ".join(new[start:end].split()) for start, end in self._new_spans]
        self._left = _MOST_COMPARED

    def differences(self) -> Iterator[Difference]:
        same = self._same()
        regions = [
            (range(before.old + 1, after.old), range(before.new + 1, after.new))
            for before, after in pairwise(
                [_Pair(-1, -1), *same, _Pair(len(self._old), len(self._new))]
            )
        ]
        origins = self._moved(regions)
        elsewhere = set(origins.values())
        for place, (old, new) in enumerate(regions):
            left = [i for i in old if i not in elsewhere]
            yield from self._region(left, new, origins)
            if place < len(same):
                yield self._difference(Kind.SAME, *same[place])

    def _same(self) -> list[_Pair]:
        """The sentences that stand in both texts, in order."""
        if max(len(self._old), len(self._new)) > _MOST_SENTENCES:
            return [
                _Pair(i, i)
                for i, (old, new) in enumerate(zip(self._old, self._new, strict=False))
                if old == new
            ]
        return [
            _Pair(*pair)
            for code in Indel.opcodes(self._old, self._new)
            if code.tag == "equal"
            for pair in zip(
                range(code.src_start, code.src_end),
                range(code.dest_start, code.dest_end),
                strict=True,
            )
        ]

    def _moved(self, regions: Sequence[tuple[range, range]]) -> dict[int, int]:
        """For sentences that came from elsewhere in the text, where they stood."""
        gone: dict[str, list[int]] = defaultdict(list)
        for old, _ in regions:
            for i in old:
                gone[self._old[i]].append(i)
        origins: dict[int, int] = {}
        for _, new in regions:
            for j in new:
                if gone.get(self._new[j]):
                    origins[j] = gone[self._new[j]].pop(0)
        return origins

    def _region(
        self, old: Sequence[int], new: range, origins: dict[int, int]
    ) -> Iterator[Difference]:
        """Sentences between two that are the same: what came, went, or was put in other words."""
        waiting = list(old)
        for j in new:
            if j in origins:
                yield self._difference(Kind.MOVED, origins[j], j)
                continue
            place = self._likest(waiting, j)
            if place is None:
                yield self._difference(Kind.APPEARED, None, j)
                continue
            for i in waiting[:place]:
                yield self._difference(Kind.DISAPPEARED, i, None)
            yield self._difference(Kind.REWORDED, waiting[place], j)
            del waiting[: place + 1]
        for i in waiting:
            yield self._difference(Kind.DISAPPEARED, i, None)

    def _likest(self, waiting: Sequence[int], new: int) -> int | None:
        """Which of the sentences that have gone this one most likely was."""
        best, likeness = None, float(_LIKE)
        for place, old in enumerate(waiting[:_AHEAD]):
            self._left -= len(self._old[old]) * len(self._new[new])
            if self._left < 0:
                return None
            found = fuzz.ratio(self._old[old], self._new[new], score_cutoff=likeness)
            if found > likeness:
                best, likeness = place, found
        return best

    def _difference(self, kind: Kind, old: int | None, new: int | None) -> Difference:
        return Difference(
            kind,
            None if old is None else self._old_spans[old],
            None if new is None else self._new_spans[new],
        )

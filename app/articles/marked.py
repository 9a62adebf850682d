"""The marks of one article in the order of its text, and what no mark touches yet.

Both follow each change at the cost of what it touches, however long the article is.
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from app.articles.text import Span, sentences
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import AnyElement, ClaimId, Locution, LocutionId, SourceId


class Mark(NamedTuple):
    """Marked words: where they are in the article, and whose they are."""

    start: int
    end: int
    locution: LocutionId
    claim: ClaimId


class Marked:
    """The marks of an article; holds for one text of it."""

    def __init__(self, argument_map: ArgumentMap, source: SourceId) -> None:
        self.source = argument_map.source(source)
        self._sentences = sentences(self.source.text)
        self._marks = [mark for s in argument_map.marks_in(source) if (mark := self._mark_of(s))]
        self._marks.sort()
        self._by_locution = {mark.locution: mark for mark in self._marks}
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)
        self._touched = Counter(chain.from_iterable(map(self._touched_by, self._marks)))

    def follow(self, change: Change) -> bool:
        """Take in a change of the map; whether any mark is another one now."""
        gone = [mark for old in change.before.values() if (mark := self._mark_of(old))]
        come = [mark for new in change.after.values() if (mark := self._mark_of(new))]
        if gone == come:
            return False
        for mark in gone:
            del self._marks[bisect_left(self._marks, mark)]
            del self._by_locution[mark.locution]
            self._touched.subtract(self._touched_by(mark))
        for mark in come:
            insort(self._marks, mark)
            self._by_locution[mark.locution] = mark
            self._touched.update(self._touched_by(mark))
            self._longest = max(self._longest, mark.end - mark.start)
        self._touched = +self._touched if gone else self._touched
        return True

    @property
    def marks(self) -> Sequence[Mark]:
        """All of them, in the order of the text."""
        return self._marks

    @property
    def mapped(self) -> tuple[int, int]:
        """How many sentences some mark touches, and how many there are."""
        return len(self._touched), len(self._sentences)

    def mark(self, locution: LocutionId) -> Mark | None:
        """The mark of a saying, if it is marked in this article."""
        return self._by_locution.get(locution)

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks that reach into a part of the text, in its order."""
        first = bisect_left(self._marks, (start - self._longest,))
        last = bisect_left(self._marks, (end,))
        return [mark for mark in self._marks[first:last] if mark.end > start]

    def at(self, position: int) -> list[Mark]:
        """The marks over a character of the text, the shortest first."""
        over = self.between(position, position + 1)
        return sorted(over, key=lambda mark: mark.end - mark.start)

    def of(self, claim: ClaimId) -> list[Mark]:
        """The marks that a claim rests on."""
        return [mark for mark in self._marks if mark.claim == claim]

    def unmapped(self, position: int, by: int = 1) -> Span | None:
        """The next sentence that no mark touches, behind a position or before it, round the end."""
        count = len(self._sentences)
        if len(self._touched) == count:  # or there are none at all
            return None
        here = bisect_right(self._sentences, position, key=lambda span: span.start) - 1
        if by < 0 and here >= 0 and self._sentences[here].start < position:
            here += 1
        while (here := (here + by) % count) in self._touched:
            pass
        return self._sentences[here]

    def _mark_of(self, element: AnyElement) -> Mark | None:
        if not isinstance(element, Locution):
            return None
        anchor = element.anchor
        if anchor is None or anchor.source != self.source.id:
            return None
        return Mark(anchor.start, anchor.end, element.id, element.claim)

    def _touched_by(self, mark: Mark) -> range:
        first = bisect_right(self._sentences, mark.start, key=lambda span: span.end)
        last = bisect_right(self._sentences, mark.end - 1, key=lambda span: span.start)
        return range(first, last)

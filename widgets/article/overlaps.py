"""Marks that overlap: which do, side by side in lanes, and the pieces that their ends cut."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from app.articles.marked import Mark
from app.model.elements import LocutionId

MOST_LANES = 3  # further marks share the last


def lanes_of(spans: Iterable[tuple[int, int]]) -> list[int]:
    """Give places, in the order of the text, lanes in which none meets another, while there are.

    >>> lanes_of([(0, 9), (4, 6), (7, 12), (9, 10)])
    [0, 1, 1, 0]
    """
    ends = [0] * MOST_LANES
    lanes: list[int] = []
    for start, behind in spans:
        free = (lane for lane, end in enumerate(ends) if end <= start)
        lane = next(free, MOST_LANES - 1)
        ends[lane] = max(ends[lane], behind)
        lanes.append(lane)
    return lanes


def overlapping(marks: Sequence[Mark]) -> set[LocutionId]:
    """Those of some marks, in the order of the text, that share words with another one."""
    found: set[LocutionId] = set()
    furthest: Mark | None = None
    for mark in marks:
        if furthest and mark.start < furthest.end:
            found |= {furthest.locution, mark.locution}
        if furthest is None or mark.end > furthest.end:
            furthest = mark
    return found


def pieces(marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Cut what is marked wherever a mark begins or ends; each piece with the marks over it.

    >>> [(s, e, len(over)) for s, e, over in pieces([Mark(0, 9, "", ""), Mark(4, 6, "", "")])]
    [(0, 4, 1), (4, 6, 2), (6, 9, 1)]
    """
    over: list[Mark] = []
    following = 0
    cuts = sorted({place for mark in marks for place in (mark.start, mark.end)})
    for start, end in pairwise(cuts):
        over = [mark for mark in over if mark.end > start]
        while following < len(marks) and marks[following].start <= start:
            over.append(marks[following])
            following += 1
        if over:
            yield start, end, over

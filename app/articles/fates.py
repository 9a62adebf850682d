"""What became of a mark when the text that it stands in was changed."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from app.articles.anchors import anchor_in
from app.articles.passages import Flat
from app.model.elements import Anchor

Place = tuple[int, int]
_ENOUGH = 16  # characters that agree around words, so that they are the same ones


class Fate(StrEnum):
    """What became of a mark."""

    KEPT = "kept"  # the same words, in the same place among the others
    MOVED = "moved"  # the same words, elsewhere
    REWORDED = "reworded"  # nearly the same words
    UNSURE = "unsure"  # the same words, but they stand in several places
    LOST = "lost"


class Found(NamedTuple):
    """Where a mark is now, and how like its words are (1 for the same); no anchor if it is lost."""

    fate: Fate
    anchor: Anchor | None
    likeness: float = 1.0

    @property
    def is_sure(self) -> bool:
        return self.fate in {Fate.KEPT, Fate.MOVED}


LOST = Found(Fate.LOST, None, 0.0)


def found_at(
    fate: Fate, anchor: Anchor, place: Place, flat: Flat, text: str, likeness: float = 1.0
) -> Found:
    """Say where a mark is now, by its place in the flat text."""
    start, end = place
    there = anchor_in(anchor.source, text, flat.origin(start), flat.origin(end - 1) + 1)
    return Found(fate, there, likeness)


def tells(score: int, others: Sequence[int]) -> bool:
    """Whether one place agrees with a mark well, and by far better than all others."""
    return score >= _ENOUGH and all(2 * other <= score for other in others)

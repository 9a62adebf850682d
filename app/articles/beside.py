"""The rows of two texts of one article that are read side by side."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.articles.captures import Difference, Kind, differences
from app.articles.text import Span, paragraphs

_JOINED = frozenset({Kind.SAME, Kind.APPEARED, Kind.DISAPPEARED, Kind.MOVED})
_LEAST_HIDDEN = 3  # rows; fewer are shown as they are


class Row(NamedTuple):
    """What stands in one row: sentences that follow each other in a paragraph, of one kind.

    `begins` says whether it is the first row of a paragraph.
    """

    kind: Kind
    old: Span | None
    new: Span | None
    begins: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Two texts side by side, in the order in which they are read."""

    old: str
    new: str
    found: tuple[Difference, ...]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, old: str, new: str) -> "Beside":
        """Compare two texts; takes long if they are, and are quite different."""
        found = tuple(differences(old, new))
        return cls(old, new, found, tuple(_rows(old, new, found)))

    @property
    def is_same(self) -> bool:
        """Whether both say the same, wherever their lines break."""
        return all(one.kind is Kind.SAME for one in self.found)

    @property
    def counts(self) -> Counter[Kind]:
        """How many sentences there are of each kind."""
        return Counter(one.kind for one in self.found)

    def row_at(self, place: int) -> int:
        """The row in which a place of the newer text stands, or the last one before it."""
        there = [i for i, row in enumerate(self.rows) if row.new]
        starts = [row.new.start for row in self.rows if row.new]
        number = bisect_right(starts, place) - 1
        return there[max(number, 0)] if there else 0


def shown_runs(rows: Sequence[Row], *, around: int = 1) -> list[range]:
    """Divide rows into those to be shown, one by one, and runs of the same that can be hidden.

    Next to what differs, so many rows that are the same are shown.
    """
    runs: list[range] = []
    for run in _runs_of_same(rows):
        first = run.start + (around if run.start else 0)
        last = run.stop - (around if run.stop < len(rows) else 0)
        if rows[run.start].kind is not Kind.SAME or last - first < _LEAST_HIDDEN:
            runs += [range(i, i + 1) for i in run]
            continue
        runs += [range(i, i + 1) for i in range(run.start, first)]
        runs.append(range(first, last))
        runs += [range(i, i + 1) for i in range(last, run.stop)]
    return runs


def _runs_of_same(rows: Sequence[Row]) -> Iterator[range]:
    start = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or (rows[i].kind is Kind.SAME) != (rows[start].kind is Kind.SAME):
            yield range(start, i)
            start = i


def _rows(old: str, new: str, found: Sequence[Difference]) -> Iterator[Row]:
    old_starts, new_starts = _Starts(old), _Starts(new)
    run: Difference | None = None
    for one in found:
        if run and _follows(run, one, old_starts, new_starts):
            run = Difference(run.kind, _joined(run.old, one.old), _joined(run.new, one.new))
            continue
        if run:
            yield _row(run, old_starts, new_starts)
        run = one
    if run:
        yield _row(run, old_starts, new_starts)


class _Starts:
    """Where the paragraphs of a text begin."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [span.start for span in paragraphs(text)]

    def begins(self, span: Span) -> bool:
        number = bisect_right(self._starts, span.start) - 1
        return number >= 0 and self._starts[number] == span.start

    def follows(self, one: Span | None, other: Span | None) -> bool:
        """Whether one span comes right behind another in the same paragraph, or neither is."""
        if one is None or other is None:
            return one is other
        between = self._text[one.end : other.start]
        return one.end <= other.start and not between.strip() and not self.begins(other)


def _follows(run: Difference, one: Difference, old: _Starts, new: _Starts) -> bool:
    return (
        run.kind is one.kind
        and one.kind in _JOINED
        and old.follows(run.old, one.old)
        and new.follows(run.new, one.new)
    )


def _joined(one: Span | None, other: Span | None) -> Span | None:
    return Span(one.start, other.end) if one and other else one


def _row(one: Difference, old: _Starts, new: _Starts) -> Row:
    starts, span = (new, one.new) if one.new else (old, one.old)
    return Row(one.kind, one.old, one.new, begins=span is not None and starts.begins(span))

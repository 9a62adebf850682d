"""Suggestions of the grammar and of models together, none of them twice."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from app.articles.text import Span
from widgets.drafting.suggestions import Drafted, Suggestion

_ALIKE = 0.8  # of all their words, from which two suggestions are about the same ones
_SHELF = 64  # characters of the text in which suggestions are looked up together


def merged(before: Drafted, new: Drafted) -> Drafted:
    """Have new suggestions beside those from elsewhere; they replace all of the same origin.

    What both suggest is kept once, as the grammar has it. What is told about the run is as new.
    """
    others = [one for one in before.suggestions if one.origin != new.origin]
    if not new.origin:
        return replace(new, suggestions=(*new.suggestions, *_without(others, new.suggestions)))
    fresh = _without(new.suggestions, others)
    claims = [one for one in fresh if not (one.sort.is_pair or one.is_twin)]
    return replace(new, suggestions=(*others, *fresh), count=len(claims))


def _without(those: Iterable[Suggestion], others: Iterable[Suggestion]) -> list[Suggestion]:
    """Those that are not among the others; what stood in one of these stands in its double."""
    shelves: defaultdict[int, list[Suggestion]] = defaultdict(list)
    keys = set()
    for one in others:
        keys.add(one.key)
        for shelf in _shelves(one):
            shelves[shelf].append(one)
    left: list[Suggestion] = []
    instead: dict[str, str] = {}
    for one in those:
        near = (other for shelf in _shelves(one) for other in shelves.get(shelf, ()))
        double = next((other for other in near if is_double(one, other)), None)
        if double or one.key in keys:
            instead[one.key] = double.key if double else one.key
        else:
            left.append(one)
    return [replace(one, parent=instead.get(one.parent, one.parent)) for one in left]


def is_double(one: Suggestion, other: Suggestion) -> bool:
    """Whether two suggestions are of the same sort and about nearly the same words."""
    if one.sort is not other.sort:
        return False
    if one.sort.is_pair:
        return all(_alike([a], [b]) for a, b in zip(one.content, other.content, strict=True))
    return _alike(one.content, other.content)


def _alike(those: Iterable[Span], others: Iterable[Span]) -> bool:
    those, others = list(those), list(others)
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in those for b in others)
    return 2 * shared >= _ALIKE * sum(span.end - span.start for span in (*those, *others))


def _shelves(one: Suggestion) -> range:
    """Where a suggestion is looked up: wherever its first words stand."""
    first = one.content[0]
    return range(first.start // _SHELF, first.end // _SHELF + 1)

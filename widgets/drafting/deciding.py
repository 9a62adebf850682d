"""Which suggestions are decided: by what is on the map, and by what the person rejected."""

from app.articles.marked import Mark, Marked
from app.articles.text import Span
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, Locution
from widgets.drafting.suggestions import Sort, Suggestion


class Deciding:
    """Compares suggestions with the marks of their article."""

    def __init__(self, argument_map: ArgumentMap, marked: Marked) -> None:
        self._map = argument_map
        self._marked = marked

    def is_accepted(self, one: Suggestion) -> bool:
        """Whether the same speaker says about the same words on the map, or two claims are linked.

        What the person marked by hand counts too, so that nothing is suggested twice.
        """
        if one.sort is Sort.RELATION:
            ends = self.ends(one)
            return ends is not None and self._are_linked(*ends)
        return any(
            _meet(mark, span) and self._is_said(mark, one.speakers)
            for span in one.content
            for mark in self._marked.between(*span)
        )

    def ends(self, relation: Suggestion) -> tuple[ClaimId, ClaimId] | None:
        """The claims that a relation leads from and to; None unless both are on the map."""
        begins, ends = (self._claim_at(span) for span in relation.content)
        return (begins, ends) if begins and ends and begins != ends else None

    def _claim_at(self, span: Span) -> ClaimId | None:
        """The claim that rests on most of these words, of several the one that says least more."""
        over = [mark for mark in self._marked.between(*span) if _meet(mark, span)]
        best = max(over, key=lambda m: (_shared(m, span), m.start - m.end), default=None)
        return best.claim if best else None

    def _is_said(self, mark: Mark, speakers: tuple[str, ...]) -> bool:
        """Whether it is one of these who says the marked words; the first of them, if any."""
        saying = self._map.get(mark.locution)
        chain = saying.speakers if isinstance(saying, Locution) else ()
        if not chain or not speakers:
            return not chain and not speakers
        speaker = self._map.speaker(chain[0])
        return speakers[0].casefold() in {n.casefold() for n in (speaker.name, *speaker.aliases)}

    def _are_linked(self, one: ClaimId, other: ClaimId) -> bool:
        return any(
            use.target == target
            for premise, target in ((one, other), (other, one))
            for use in self._map.uses(premise)
        )


def _shared(mark: Mark, span: Span) -> int:
    """How many characters are in both."""
    return min(mark.end, span.end) - max(mark.start, span.start)


def _meet(mark: Mark, span: Span) -> bool:
    """Whether at least half of the shorter is in both."""
    return 2 * _shared(mark, span) >= min(mark.end - mark.start, span.end - span.start)

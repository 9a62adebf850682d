"""Folding by levels: how a large map opens so that its first screen says something."""

from collections.abc import Iterable

from app.model.elements import ClaimId, ElementId
from app.model.outline import Card, Outline, Step, count_below

FIRST_SCREEN = 40
"""As many cards as can be taken in at first sight."""

WIDEST_ROW = 8
"""As many cards as can stand side by side on a screen and be read."""

Folds = frozenset[ElementId]


def levels(outline: Outline) -> list[list[Card]]:
    """The cards that stand in full, by how many steps they are from the top."""
    level = [card for tree in outline.trees for card in _cards(tree)]
    found: list[list[Card]] = []
    while level:
        found.append(level)
        level = [
            below for card in level for step in card.steps for below in _cards(step) if below.full
        ]
    return found


def folds_at(outline: Outline, level: int) -> Folds:
    """Fold what lies deeper than a level; 0 is the top."""
    found = levels(outline)
    return frozenset(c.claim for c in found[level] if c.steps) if level < len(found) else Folds()


def first_folds(outline: Outline) -> Folds:
    """Fold a large map so that what is shown can be read on one screen.

    That is as many levels as fit, but at least what bears on the top claims.
    """
    found = levels(outline)
    if sum(map(len, found)) <= FIRST_SCREEN:
        return Folds()
    shown = 0
    for depth, cards in enumerate(found):
        shown += len(cards)
        if depth > 1 and (shown > FIRST_SCREEN or len(cards) > WIDEST_ROW):
            return folds_at(outline, depth - 1)
    return Folds()


def unfolded(outline: Outline, folded: Folds, claims: Iterable[ElementId]) -> Folds:
    """Unfold claims; of one with more below it than can be taken in, by one level."""
    still = set(folded)
    for key in claims:
        still.discard(key)
        card = outline.cards.get(ClaimId(key))
        if card and count_below(card) > FIRST_SCREEN:
            still |= {below.claim for step in card.steps for below in _cards(step) if below.steps}
    return frozenset(still)


def one_level_more(outline: Outline, folded: Folds) -> Folds:
    """Unfold what is folded, and fold the level below it instead."""
    below: set[ElementId] = set()
    for key in folded:
        card = outline.cards.get(ClaimId(key))
        for step in card.steps if card else ():
            below.update(premise.claim for premise in _cards(step) if premise.steps)
    return frozenset(below)


def one_level_less(outline: Outline, folded: Folds) -> Folds:
    """Fold the deepest level that is shown."""
    deepest = 0
    for depth, cards in enumerate(levels(outline)):
        if any(card.steps and not _is_hidden(card, folded) for card in cards):
            deepest = depth
    return folded | folds_at(outline, deepest)


def _is_hidden(card: Card, folded: Folds) -> bool:
    """Whether a card is folded itself or lies below one that is."""
    here: Card | Step | None = card
    while here is not None:
        if isinstance(here, Card) and here.claim in folded:
            return True
        here = here.above
    return False


def _cards(place: Card | Step) -> list[Card]:
    """The cards of a place and of the steps that undercut it."""
    if isinstance(place, Card):
        return [place]
    found, stack = [], [place]
    while stack:
        step = stack.pop()
        found += step.premises
        stack += step.steps
    return found

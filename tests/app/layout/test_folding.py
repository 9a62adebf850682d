"""Folding by levels."""

from app import edits
from app.layout.folding import (
    FIRST_SCREEN,
    WIDEST_ROW,
    first_folds,
    folds_at,
    levels,
    one_level_less,
    one_level_more,
    unfolded,
)
from app.model.elements import ClaimId
from app.model.outline import count_below, outline
from tests.benchmarks.maps import made_map
from tests.make_sample import build_sample

BIG = outline(made_map(1_000))


def shown(folded: frozenset[str]) -> int:
    """How many cards of the big map are shown."""
    count, stack = 0, list(levels(BIG)[0])
    while stack:
        card = stack.pop()
        count += 1
        if card.claim not in folded:
            stack += [below for step in card.steps for below in step.premises]
    return count


def test_a_small_map_opens_unfolded() -> None:
    assert first_folds(outline(build_sample())) == frozenset()


def test_a_large_map_opens_with_a_screen_of_cards() -> None:
    folded = first_folds(BIG)
    assert folded
    assert 4 < shown(folded) <= FIRST_SCREEN
    assert all(len(row) <= WIDEST_ROW for row in levels(BIG)[:2])


def test_what_bears_on_the_top_is_shown_however_much_it_is() -> None:
    argument_map = made_map(8)
    for _ in range(100):
        step = edits.add_reason(argument_map, target=ClaimId("c0"), text="A reason")
        argument_map = argument_map.apply(step)
    assert ClaimId("c0") not in first_folds(outline(argument_map))


def test_a_level_more_and_a_level_less_are_inverse() -> None:
    folded = folds_at(BIG, 2)
    deeper = one_level_more(BIG, folded)
    assert shown(deeper) > shown(folded)
    assert shown(one_level_less(BIG, deeper)) == shown(folded)


def test_level_by_level_everything_is_shown_in_the_end() -> None:
    folded = folds_at(BIG, 0)
    for _ in range(20):
        folded = one_level_more(BIG, folded)
    assert folded == frozenset()
    assert shown(folded) == 1_000


def test_cards_of_undercutters_are_of_the_level_of_the_step_they_hit() -> None:
    sample = build_sample()
    texts = [
        {sample.claim(card.claim).text[:8] for card in level} for level in levels(outline(sample))
    ]
    assert "A firmer" in texts[1]
    assert len(texts) == 4


def test_a_branch_that_is_too_large_to_be_taken_in_is_unfolded_by_one_level() -> None:
    folded = folds_at(BIG, 1)
    top = next(card for card in levels(BIG)[1] if count_below(card) > FIRST_SCREEN)
    after = unfolded(BIG, folded, [top.claim])
    below = [card.claim for step in top.steps for card in step.premises if card.steps]
    assert after == (folded - {top.claim}) | set(below)


def test_a_small_branch_is_unfolded_whole() -> None:
    small = next(c for level in levels(BIG) for c in level if 0 < count_below(c) < FIRST_SCREEN)
    assert unfolded(BIG, frozenset([small.claim]), [small.claim]) == frozenset()

"""Showing a part of a map: a branch, what is near, what fits a filter."""

import pytest

from app import edits
from app.layout.arrangement import Arranger
from app.layout.boxes import Arrangement
from app.layout.scope import EVERYTHING, Scope, near
from app.layout.shipped_fonts import ShippedFonts
from app.layout.viewing import arrangement
from app.model.elements import ClaimId, InferenceId
from app.model.following import follow
from app.model.outline import outline
from tests.benchmarks.maps import made_map

MAP = made_map(120)
OUTLINE = outline(MAP)


def shown(scope: Scope) -> Arrangement:
    return arrangement(Arranger(ShippedFonts()).forest(MAP, OUTLINE, scope=scope))


def claims(scope: Scope) -> set[str]:
    return {card.claim for card in shown(scope).cards.values()}


def below(claim: str) -> set[str]:
    found = {claim}
    for inference in MAP.inferences_on(ClaimId(claim)):
        for premise in inference.premises:
            found |= below(premise)
    return found


@pytest.mark.parametrize("root", ["c0", "c5", "c11", "c119"])
def test_a_branch_is_all_that_hangs_below_a_claim(root: str) -> None:
    assert claims(Scope(ClaimId(root))) == below(root)


def test_a_branch_below_a_step_has_all_its_premises() -> None:
    step = next(s for s in OUTLINE.steps.values() if len(s.premises) == 2)
    found = claims(Scope(step.inference.id))
    assert found == set().union(*(below(premise.claim) for premise in step.premises))


def test_a_branch_that_is_not_there_is_the_whole_map() -> None:
    assert claims(Scope(ClaimId("gone"))) == claims(EVERYTHING)


def test_what_is_near_is_what_it_bears_on_and_what_bears_on_it() -> None:
    scope = near(OUTLINE, ClaimId("c1"), 1)
    step = OUTLINE.cards[ClaimId("c1")].above
    assert step is not None
    together = {premise.claim for premise in step.premises}
    bearing = {
        premise
        for claim in together
        for inference in MAP.inferences_on(claim)
        for premise in inference.premises
    }
    assert claims(scope) == {"c0"} | together | bearing


def test_claims_at_the_edge_say_how_much_more_there_is() -> None:
    drawn = shown(near(OUTLINE, ClaimId("c1"), 1))
    hidden = {card.claim: card.shape.content.hidden for card in drawn.cards.values()}
    assert hidden[ClaimId("c5")] == len(below("c5")) - 1
    assert hidden[ClaimId("c1")] == 0


def test_more_links_show_more_and_at_last_everything() -> None:
    sizes = [len(claims(near(OUTLINE, ClaimId("c30"), links))) for links in (1, 2, 3, 9)]
    assert sizes == sorted(sizes)
    assert sizes[-1] == len(OUTLINE.cards)


def test_a_filter_shows_its_steps_and_what_they_bear_on() -> None:
    step = OUTLINE.cards[ClaimId("c1")].above
    assert step is not None
    scope = Scope(steps=frozenset({step.inference.id}))
    assert claims(scope) == {"c0", *(premise.claim for premise in step.premises)}


def test_a_filter_that_nothing_fits_shows_nothing() -> None:
    assert claims(Scope(steps=frozenset())) == set()
    assert claims(Scope(steps=frozenset({InferenceId("gone")}))) == set()


def test_a_branch_that_is_deleted_makes_way_for_the_whole_map_and_comes_back_with_it() -> None:
    made = outline(MAP)
    forest = Arranger(ShippedFonts()).forest(MAP, made, scope=Scope(ClaimId("c30")))
    change = edits.remove(MAP, element=ClaimId("c30"))
    without = MAP.apply(change)
    forest.follow(without, follow(made, MAP, without, change))
    assert {key[1] for key in arrangement(forest).cards} == set(made.cards)
    forest.follow(MAP, follow(made, without, MAP, change.inverted()))
    found = arrangement(forest)
    assert {key[1] for key in found.cards} == below("c30")
    assert all(forest.box(key) == box for key, box in found.cards.items())

"""What is said of a claim or a step where it stands."""

import pytest
from hypothesis import given

from app.edits import move_onto, set_unstated
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, Polarity
from app.model.outline import outline
from app.model.telling import WORDS, Words, describe
from tests.app.builders import Draft, random_maps


@pytest.fixture
def draft() -> Draft:
    return Draft()


def told(argument_map: ArgumentMap, claim: ClaimId, *, words: Words = WORDS) -> str:
    found = outline(argument_map)
    return describe(found, argument_map, found.cards[claim], words=words)


def test_a_claim_at_the_top_is_a_contention_or_free(draft: Draft) -> None:
    bread, butter = draft.claim("Bread is good"), draft.claim("Butter\nmelts")
    draft.reason(bread)
    assert told(draft.map, bread) == "contention: Bread is good"
    assert told(draft.map, butter) == "free claim: Butter melts"


def test_a_premise_says_its_number_what_it_is_about_and_who_says_it(draft: Draft) -> None:
    bread = draft.claim("Bread is good")
    draft.reason(bread, "It feeds")
    draft.objection(bread, "It is dear")
    stale = draft.objection(bread, "It grows stale").premises[0]
    draft.saying(stale, "John Lough", "CNN")
    assert told(draft.map, stale) == (
        "objection 2 of 2 to “Bread is good”, by John Lough through CNN, unanswered: It grows stale"
    )
    draft.objection(stale, "Toast it")
    assert told(draft.map, stale) == (
        "objection 2 of 2 to “Bread is good”, by John Lough through CNN: It grows stale"
    )
    toast = draft.map.inferences_on(stale)[0].premises[0]
    assert told(draft.map, toast) == "rebuttal 1 of 1 of “It grows stale”: Toast it"


def test_a_co_premise_says_which_one_it_is_and_whether_anybody_voiced_it(draft: Draft) -> None:
    step = draft.reason(draft.claim("Bread is good"), "It feeds")
    other = draft.premise(step, "What feeds is good")
    draft.do(set_unstated(draft.map, claim=other, unstated=True))
    assert told(draft.map, other) == (
        "reason 1 of 1 for “Bread is good”, premise 2 of 2, unstated: What feeds is good"
    )


def test_what_bears_on_a_step_names_both_its_ends(draft: Draft) -> None:
    step = draft.reason(draft.claim("Bread is good"), "It feeds")
    cut = draft.objection(step.id, "So does sugar")
    deeper = draft.reason(cut.id, "Sugar feeds")
    assert told(draft.map, cut.premises[0]) == (
        "undercutter 1 of 1 of the step from “It feeds” to “Bread is good”, unanswered: "
        "So does sugar"
    )
    assert told(draft.map, deeper.premises[0]) == (
        "reason 1 of 1 for the step from “So does sugar” to “Bread is good”: Sugar feeds"
    )


def test_a_step_says_what_it_leads_from(draft: Draft) -> None:
    step = draft.objection(draft.claim("Bread is good"), "It feeds")
    draft.premise(step, "What feeds is bad")
    found = outline(draft.map)
    assert describe(found, draft.map, found.steps[step.id]) == (
        "objection 1 of 1 to “Bread is good”, with 2 premises, unanswered: "
        "“It feeds”, “What feeds is bad”"
    )


def test_a_claim_that_is_used_again_says_so_at_each_place(draft: Draft) -> None:
    bread = draft.claim("Bread is good")
    feeds = draft.reason(bread, "It feeds").premises[0]
    toast = draft.objection(bread, "It grows stale").premises[0]
    again = draft.step(feeds, toast, Polarity.ATTACK)
    assert told(draft.map, feeds) == "reason 1 of 1 for “Bread is good”, used 2 times: It feeds"
    found = outline(draft.map)
    reference = found.steps[again.id].premises[0]
    assert describe(found, draft.map, reference) == (
        "rebuttal 1 of 1 of “It grows stale”, used 2 times, stands in full elsewhere: It feeds"
    )


def test_what_is_folded_away_is_counted(draft: Draft) -> None:
    bread = draft.claim("Bread is good")
    feeds = draft.reason(bread, "It feeds").premises[0]

    def folded() -> str:
        found = outline(draft.map)
        return describe(found, draft.map, found.cards[bread], folded=frozenset({bread}))

    assert folded() == "contention, 1 claim folded away: Bread is good"
    draft.reason(feeds)
    assert folded() == "contention, 2 claims folded away: Bread is good"


def test_long_words_of_others_are_cut_and_missing_ones_are_named(draft: Draft) -> None:
    long = draft.claim("word " * 100)
    empty = draft.reason(long, "").premises[0]
    assert told(draft.map, empty) == (
        "reason 1 of 1 for “word word word word word word word word word word word…”: "
        "a claim without words"
    )


def test_it_can_be_said_in_other_words(draft: Draft) -> None:
    bread = draft.claim("Brot ist gut")
    feeds = draft.reason(bread, "Es nährt").premises[0]
    words = WORDS._replace(reason="Grund {n} von {count} für {target}", claim="„{text}“")
    assert told(draft.map, feeds, words=words) == "Grund 1 von 1 für „Brot ist gut“: Es nährt"


def test_it_follows_what_moves(draft: Draft) -> None:
    bread, butter = draft.claim("Bread is good"), draft.claim("Butter melts")
    step = draft.reason(bread, "It feeds")
    draft.do(move_onto(draft.map, element=step.id, target=butter, polarity=Polarity.ATTACK))
    assert told(draft.map, step.premises[0]).startswith("objection 1 of 1 to “Butter melts”")


@given(random_maps())
def test_every_place_of_any_map_can_be_told(argument_map: ArgumentMap) -> None:
    found = outline(argument_map)
    for place in found.places():
        assert describe(found, argument_map, place, folded=frozenset(found.cards))

"""Telling claims apart: their values, those that match, and the steps that lead there."""

from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.analysis.criteria import (
    MOST_TINTS,
    Value,
    matches,
    name_of,
    steps_shown,
    tint_of,
    tints,
    values,
)
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, Polarity
from app.model.outline import Card, outline
from app.model.view_state import Criterion, Trait
from tests.app.builders import Draft, anchor_of, random_maps


def counted(draft: Draft, trait: Trait) -> list[tuple[str, int]]:
    return [(one.name, one.claims) for one in values(draft.map, outline(draft.map), trait)]


def test_the_most_frequent_value_comes_first_then_by_name() -> None:
    draft = Draft()
    claims = [draft.claim(f"Claim {i}") for i in range(5)]
    draft.saying(claims[0], "CNN")
    draft.saying(claims[1], "CNN")
    draft.saying(claims[2], "Bo", "CNN")  # CNN only passes on what Bo says
    draft.saying(claims[3], "Al")
    draft.saying(claims[3], "CNN")
    assert counted(draft, Trait.SPEAKER) == [("CNN", 3), ("", 1), ("Al", 1), ("Bo", 1)]


def test_a_claim_has_each_of_its_tags_and_sources() -> None:
    draft = Draft()
    claim, other = draft.claim(), draft.claim()
    draft.do(edits.set_tags(draft.map, claim=claim, tags=["nato", "war"]))
    draft.do(edits.set_tags(draft.map, claim=other, tags=["war"]))
    draft.saying(claim, anchor=anchor_of(draft.source(), "CNN says so."))
    assert counted(draft, Trait.TAG) == [("war", 2), ("nato", 1)]
    assert counted(draft, Trait.SOURCE) == [("", 1), ("An article", 1)]


def test_the_role_of_a_claim_is_one_of_its_values() -> None:
    draft = Draft()
    top = draft.claim()
    draft.objection(draft.objection(top).premises[0])
    draft.reason(top)
    draft.claim()
    roles = {name for name, _ in counted(draft, Trait.ROLE)}
    assert roles == {"contention", "objection", "rebuttal", "reason", "free"}


def test_a_speaker_who_is_gone_has_no_name_and_no_claims() -> None:
    draft = Draft()
    draft.claim()
    criterion = Criterion(trait=Trait.SPEAKER, value="gone")
    assert matches(draft.map, outline(draft.map), criterion) == set()
    assert name_of(draft.map, Trait.SPEAKER, "gone") == ""


def test_all_that_leads_down_to_a_match_is_shown() -> None:
    draft = Draft()
    top = draft.claim()
    reason = draft.reason(top)
    deep = draft.objection(reason.premises[0])
    beside = draft.reason(top)
    undercutter = draft.objection(beside.id)
    order = outline(draft.map)
    assert steps_shown(order, {deep.premises[0]}) == {reason.id, deep.id}
    assert steps_shown(order, {undercutter.premises[0]}) == {beside.id, undercutter.id}
    assert steps_shown(order, {top}) == frozenset()


def test_the_ways_to_every_use_of_a_shared_claim_are_shown() -> None:
    draft = Draft()
    one, other = draft.claim("One"), draft.claim("Other")
    first = draft.reason(one)
    below = draft.reason(other)
    second = draft.step(first.premises[0], below.premises[0])
    order = outline(draft.map)
    assert steps_shown(order, {first.premises[0]}) == {first.id, below.id, second.id}


def test_circles_end() -> None:
    draft = Draft()
    a = draft.claim("A")
    b = draft.reason(a, "B")
    back = draft.step(a, b.premises[0], Polarity.ATTACK)
    order = outline(draft.map)
    assert steps_shown(order, {a}) <= {b.id, back.id}
    assert steps_shown(order, {b.premises[0]}) >= {b.id}


@given(random_maps(), st.data())
def test_the_steps_shown_lead_from_the_top_to_every_match(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    order = outline(argument_map)
    claims = set(data.draw(st.lists(st.sampled_from(sorted(order.cards)))))
    shown = steps_shown(order, claims)
    for key in shown:
        above = order.steps[key].above
        while above is not None:
            assert isinstance(above, Card) or above.inference.id in shown
            above = above.above
    for claim in claims:
        uses = argument_map.uses(claim)
        assert {use.id for use in uses} <= shown


@given(random_maps())
def test_each_claim_is_counted_under_each_value_it_matches(argument_map: ArgumentMap) -> None:
    order = outline(argument_map)
    for trait in Trait:
        for value, _, count in values(argument_map, order, trait):
            found = matches(argument_map, order, Criterion(trait=trait, value=value))
            assert len(found) == count
            assert all(isinstance(argument_map.claim(ClaimId(key)), Claim) for key in found)


def test_no_more_than_eight_values_have_a_tint_and_none_has_nothing() -> None:
    draft = Draft()
    for i in range(10):
        for _ in range(i + 1):
            claim = draft.claim()
            draft.do(edits.set_tags(draft.map, claim=claim, tags=[f"tag {i}"]))
    bare = draft.claim()
    order = outline(draft.map)
    numbers = tints(values(draft.map, order, Trait.TAG))
    assert numbers["tag 9"] == 0
    assert sorted(numbers.values()) == list(range(MOST_TINTS))
    assert tint_of(draft.map, order.cards[bare], Trait.TAG, numbers) is None


def test_a_value_keeps_its_tint_when_another_becomes_more_frequent() -> None:
    before = tints([Value("a", "A", 3), Value("b", "B", 2)])
    after = tints([Value("b", "B", 4), Value("c", "C", 4), Value("a", "A", 3)], before)
    assert after == {"a": 0, "b": 1, "c": 2}


def test_what_has_several_values_has_the_first_tint_there_is() -> None:
    draft = Draft()
    claim = draft.claim()
    draft.do(edits.set_tags(draft.map, claim=claim, tags=["rare", "common"]))
    card = outline(draft.map).cards[claim]
    assert tint_of(draft.map, card, Trait.TAG, {"common": 4}) == 4


@given(
    names=st.lists(st.sampled_from("abcdefghijkl"), unique=True),
    before=st.dictionaries(st.sampled_from("abcdefghijkl"), st.integers(0, MOST_TINTS - 1)),
    chosen=st.dictionaries(st.sampled_from("abcdefghijkl"), st.integers(0, MOST_TINTS - 1)),
)
def test_what_the_person_chose_goes_before_all_else(
    names: list[str], before: dict[str, int], chosen: dict[str, int]
) -> None:
    found = [Value(name, name, 1) for name in names]
    kept = dict(zip(before, range(MOST_TINTS), strict=False))
    numbers = tints(found, kept, chosen)
    fixed = {name: number for name, number in chosen.items() if name in names}
    assert fixed.items() <= numbers.items()
    others = [number for name, number in numbers.items() if name not in fixed]
    assert len(set(others)) == len(others)
    assert set(others).isdisjoint(fixed.values())
    room = MOST_TINTS - len(set(fixed.values()))
    assert len(others) == min(room, len(names) - len(fixed))

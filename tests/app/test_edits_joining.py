"""Edits that divide, join and detach claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, Inference, Locution, Polarity
from app.model.errors import EditError
from app.model.outline import outline
from tests.app.builders import Draft, anchor_of, random_maps

BOTH = "It rains, and the street is wet"


def texts_of(draft: Draft, step: Inference) -> list[str]:
    return [draft.text(premise) for premise in draft.map.inference(step.id).premises]


# Splitting


def test_a_split_premise_becomes_co_premises_in_its_place() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim(), BOTH)
    draft.premise(reason, "Rain wets streets")
    below = draft.reason(reason.premises[0], "I see drops")
    draft.do(
        edits.split_claim(
            draft.map, claim=reason.premises[0], parts=["It rains", " ", "The street is wet "]
        )
    )

    assert texts_of(draft, reason) == ["It rains", "The street is wet", "Rain wets streets"]
    assert draft.map.inference(below.id).target == reason.premises[0]


def test_every_step_that_a_split_claim_is_used_in_gets_all_parts() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim(), BOTH)
    other = draft.step(reason.premises[0], draft.claim("another"), Polarity.ATTACK)
    draft.do(
        edits.split_claim(draft.map, claim=reason.premises[0], parts=["It rains", "It is wet"])
    )

    assert texts_of(draft, reason) == texts_of(draft, other) == ["It rains", "It is wet"]


def test_each_part_of_a_split_claim_is_said_in_the_same_words() -> None:
    draft = Draft()
    source = draft.source()
    reason = draft.reason(draft.claim(), BOTH)
    saying = draft.saying(
        reason.premises[0], "Graham", "CNN", anchor=anchor_of(source, "Putin has no reason")
    )
    draft.do(edits.split_claim(draft.map, claim=reason.premises[0], parts=["a", "b"]))
    new = draft.map.inference(reason.id).premises[1]

    assert draft.map.locutions_of(reason.premises[0]) == [saying]
    (again,) = draft.map.locutions_of(new)
    assert (again.speakers, again.anchor) == (saying.speakers, saying.anchor)


def test_a_claim_at_the_top_becomes_several_one_behind_the_other() -> None:
    draft = Draft()
    draft.claim("before")
    claim = draft.claim("a b c")
    draft.claim("after")
    draft.reason(claim, "reason")
    draft.do(edits.split_claim(draft.map, claim=claim, parts=["a", "b", "c"]))

    assert draft.top_texts() == ["before", "a", "b", "c", "after"]
    assert draft.texts_on(claim) == ["reason"]


def test_one_part_is_no_division() -> None:
    draft = Draft()
    claim = draft.claim()

    with pytest.raises(EditError, match="two parts or more"):
        edits.split_claim(draft.map, claim=claim, parts=["a", " "])


# Merging


def test_a_merged_claim_does_what_all_did() -> None:
    draft = Draft()
    one, two = draft.claim("one"), draft.claim("two")
    into = draft.reason(one, "Bread feeds").premises[0]
    other = draft.reason(two, "Bread is nourishing").premises[0]
    draft.reason(into, "before")
    draft.objection(other, "against")
    draft.reason(other, "for")
    draft.do(edits.merge_claims(draft.map, into=into, others=[other, into, other]))

    assert draft.texts_on(one) == draft.texts_on(two) == ["Bread feeds"]
    assert draft.texts_on(into) == ["before", "against", "for"]
    assert other not in draft.map


def test_tags_notes_and_sayings_are_united() -> None:
    draft = Draft()
    into, other = draft.claim("into"), draft.claim("other")
    for claim, tags, note in ((into, ["a", "b"], "mine"), (other, ["b", "c"], "yours")):
        draft.do(edits.set_tags(draft.map, claim=claim, tags=tags))
        draft.do(edits.set_note(draft.map, claim=claim, note=note))
        draft.do(edits.set_unstated(draft.map, claim=claim, unstated=claim == other))
        draft.saying(claim, "CNN")
    draft.saying(other, "Graham")
    draft.do(edits.merge_claims(draft.map, into=into, others=[other]))
    merged = draft.map.claim(into)

    assert (merged.text, merged.tags, merged.note) == ("into", ("a", "b", "c"), "mine\n\nyours")
    assert not merged.unstated
    said = [draft.map.speaker(s.speakers[0]).name for s in draft.map.locutions_of(into)]
    assert sorted(said) == ["CNN", "Graham"]


def test_co_premises_that_are_merged_are_one_premise() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim(), "one")
    other = draft.premise(reason, "the same")
    draft.do(edits.merge_claims(draft.map, into=reason.premises[0], others=[other]))

    assert texts_of(draft, reason) == ["one"]


def test_steps_that_become_the_same_are_one_with_what_bore_on_both() -> None:
    draft = Draft()
    top = draft.claim("top")
    one, two = draft.reason(top, "one"), draft.reason(top, "two")
    draft.objection(one.id, "undercutter")
    draft.objection(two.id, "another")
    draft.step(draft.claim("shared"), one.id)
    draft.step(draft.map.top_claims()[-1].id, two.id)
    objection = draft.objection(top, "against")
    draft.do(edits.merge_claims(draft.map, into=one.premises[0], others=two.premises))

    assert draft.map.inferences_on(top) == [one, objection]
    assert len(draft.map.inferences_on(one.id)) == 4


def test_undercutters_that_become_the_same_are_one_too() -> None:
    draft = Draft()
    top, shared = draft.claim("top"), draft.claim("shared")
    one, two = draft.reason(top, "one"), draft.reason(top, "two")
    first = draft.step(shared, one.id, Polarity.ATTACK)
    draft.step(shared, two.id, Polarity.ATTACK)
    draft.do(edits.merge_claims(draft.map, into=one.premises[0], others=two.premises))

    assert draft.map.inferences_on(one.id) == [first]


def test_a_claim_is_not_merged_with_what_it_bears_on() -> None:
    draft = Draft()
    claim = draft.claim("top")
    reason = draft.reason(claim)

    with pytest.raises(EditError, match="bears on another"):
        edits.merge_claims(draft.map, into=claim, others=reason.premises)
    with pytest.raises(EditError, match="bears on another"):
        edits.merge_claims(draft.map, into=reason.premises[0], others=[claim])
    with pytest.raises(EditError, match="two claims or more"):
        edits.merge_claims(draft.map, into=claim, others=[claim])


# Detaching


def test_a_detached_premise_comes_to_the_top_with_what_hangs_below() -> None:
    draft = Draft()
    claim = draft.claim("top")
    reason = draft.reason(claim, "premise")
    co_premise = draft.premise(reason, "co-premise")
    draft.reason(co_premise, "below")
    draft.do(edits.detach(draft.map, elements=[(co_premise, reason.id)]))

    assert draft.top_texts() == ["top", "co-premise"]
    assert texts_of(draft, reason) == ["premise"]
    assert draft.texts_on(co_premise) == ["below"]


def test_a_step_goes_with_its_last_premise_and_what_undercut_it_comes_to_the_top() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim("top"), "premise")
    undercutter = draft.objection(reason.id, "undercutter")
    draft.objection(undercutter.id, "undercutting that")
    draft.reason(undercutter.premises[0], "below")
    draft.do(edits.detach(draft.map, elements=[(reason.premises[0], reason.id)]))

    assert draft.top_texts() == ["top", "premise", "undercutter", "undercutting that"]
    assert [draft.text(s.premises[0]) for s in draft.map.every(Inference)] == ["below"]


def test_detaching_one_use_of_a_shared_claim_leaves_the_others() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim("one"), "shared")
    other = draft.step(reason.premises[0], draft.claim("two"))
    draft.do(edits.detach(draft.map, elements=[(reason.premises[0], reason.id)]))

    assert draft.map.every(Inference) == [other]
    assert draft.top_texts() == ["one", "two"]


def test_a_whole_step_is_detached_with_all_its_premises() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim("top"), "one")
    draft.premise(reason, "two")
    draft.do(edits.detach(draft.map, elements=[(reason.id, None)]))

    assert draft.top_texts() == ["top", "one", "two"]


def test_what_is_free_cannot_be_detached() -> None:
    draft = Draft()
    claim = draft.claim()

    with pytest.raises(EditError, match="free already"):
        edits.detach(draft.map, elements=[(claim, None)])


# Any map


@given(random_maps(), st.data())
def test_detaching_loses_no_claim_and_is_undone_exactly(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    steps = argument_map.every(Inference)
    if not steps:
        return
    chosen = data.draw(st.lists(st.sampled_from(steps), min_size=1, max_size=3))
    change = edits.detach(argument_map, elements=[(step.premises[0], step.id) for step in chosen])
    after = argument_map.apply(change)

    assert {c.id for c in after.every(Claim)} == {c.id for c in argument_map.every(Claim)}
    assert all(s.premises[0] not in getattr(after.get(s.id), "premises", ()) for s in chosen)
    assert after.apply(change.inverted()) == argument_map


@given(random_maps(), st.data())
def test_splitting_is_undone_exactly(argument_map: ArgumentMap, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(_claims(argument_map)))
    change = edits.split_claim(argument_map, claim=claim, parts=["a", "b", "c"])
    after = argument_map.apply(change)

    assert len(after.every(Claim)) == len(argument_map.every(Claim)) + 2
    assert after.apply(change.inverted()) == argument_map


@given(random_maps(), st.data())
def test_merging_loses_no_words_of_a_source_and_is_undone_exactly(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    into, *others = data.draw(
        st.lists(st.sampled_from(_claims(argument_map)), min_size=2, max_size=4, unique=True)
        if len(argument_map.every(Claim)) > 1
        else st.just(_claims(argument_map))
    )
    try:
        change = edits.merge_claims(argument_map, into=into, others=others)
    except EditError:
        return
    after = argument_map.apply(change)

    assert all(other not in after for other in others)
    assert _said(after) == _said(argument_map)
    assert len(outline(after).cards) == len(after.every(Claim))
    assert after.apply(change.inverted()) == argument_map


def _claims(argument_map: ArgumentMap) -> list[ClaimId]:
    return [claim.id for claim in sorted(argument_map.every(Claim), key=lambda c: (c.text, c.rank))]


def _said(argument_map: ArgumentMap) -> set[tuple[object, ...]]:
    return {(s.speakers, s.stance, s.anchor) for s in argument_map.every(Locution)}

"""Edits that take claims and inferences out, with or without what hangs below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Claim,
    ClaimId,
    ElementId,
    Inference,
    InferenceId,
    Locution,
    Polarity,
    TargetId,
)
from app.model.errors import EditError
from tests.app.builders import Draft, random_maps


def left(draft: Draft) -> set[str]:
    return {claim.text for claim in draft.map.every(Claim)}


# With all that hangs below


def test_a_removed_claim_takes_along_what_hangs_below_it_and_its_sayings() -> None:
    draft = Draft()
    claim = draft.claim("top")
    reason = draft.reason(claim, "reason")
    draft.objection(reason.premises[0], "objection")
    draft.objection(reason.id, "undercutter")
    draft.saying(reason.premises[0], "CNN")
    draft.claim("other")
    draft.do(edits.remove(draft.map, element=claim))

    assert left(draft) == {"other"}
    assert draft.map.every(Inference) == []
    assert draft.map.every(Locution) == []
    assert len(draft.map.speakers()) == 1


def test_a_removed_step_takes_its_premises_along_but_not_its_target() -> None:
    draft = Draft()
    claim = draft.claim("top")
    reason = draft.reason(claim, "reason")
    draft.premise(reason, "co-premise")
    draft.do(edits.remove(draft.map, element=reason.id))

    assert left(draft) == {"top"}


def test_a_removed_lone_premise_takes_its_step_along() -> None:
    draft = Draft()
    claim = draft.claim("top")
    reason = draft.reason(claim, "reason")
    draft.do(edits.remove(draft.map, element=reason.premises[0], of=reason.id))

    assert left(draft) == {"top"}
    assert draft.map.inferences_on(claim) == []


def test_a_removed_co_premise_leaves_its_step_and_the_others() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim("top"), "reason")
    co_premise = draft.premise(reason, "co-premise")
    draft.reason(co_premise, "below")
    draft.do(edits.remove(draft.map, element=co_premise, of=reason.id))

    assert left(draft) == {"top", "reason"}
    assert draft.map.inference(reason.id) == reason


def test_a_claim_that_is_used_elsewhere_stays_with_what_hangs_below_it() -> None:
    draft = Draft()
    one, two = draft.claim("one"), draft.claim("two")
    reason = draft.reason(one, "shared")
    shared = reason.premises[0]
    draft.reason(shared, "below")
    draft.step(shared, two)
    draft.do(edits.remove(draft.map, element=shared, of=reason.id))

    assert left(draft) == {"one", "two", "shared", "below"}
    assert draft.texts_on(one) == []


def test_a_shared_co_premise_is_taken_out_of_one_step_only() -> None:
    draft = Draft()
    one, two = draft.claim("one"), draft.claim("two")
    step = draft.reason(one, "reason")
    shared = draft.premise(step, "shared")
    draft.step(shared, two)
    draft.do(edits.remove(draft.map, element=shared, of=step.id))

    assert "shared" in left(draft)
    assert draft.texts_on(two) == ["shared"]


def test_a_claim_removed_as_such_goes_from_every_step_that_uses_it() -> None:
    draft = Draft()
    one, two = draft.claim("one"), draft.claim("two")
    shared = draft.reason(one, "shared").premises[0]
    alone = draft.step(shared, two)
    draft.do(edits.add_premise(draft.map, inference=alone.id, text="stays"))
    draft.do(edits.remove(draft.map, element=shared))

    assert left(draft) == {"one", "two", "stays"}
    assert draft.texts_on(two) == ["stays"]


def test_no_circle_is_left_hanging_in_the_air() -> None:
    draft = Draft()
    top = draft.claim("top")
    a = draft.reason(top, "a").premises[0]
    b = draft.reason(a, "b").premises[0]
    draft.step(a, b)
    draft.do(edits.remove(draft.map, element=top))

    assert left(draft) == set()


def test_what_is_left_in_a_circle_keeps_what_it_needs() -> None:
    draft = Draft()
    a = draft.claim("a")
    b = draft.reason(a, "b").premises[0]
    draft.step(a, b)
    draft.step(b, draft.claim("other"))
    draft.do(edits.remove(draft.map, element=a))

    assert left(draft) == {"b", "other"}


def test_a_claim_is_not_removed_from_a_step_that_it_is_no_premise_of() -> None:
    draft = Draft()
    claim = draft.claim()
    reason = draft.reason(claim)

    with pytest.raises(EditError, match="no premise of that step"):
        edits.remove(draft.map, element=claim, of=reason.id)
    with pytest.raises(EditError, match="no premise of that step"):
        edits.remove_only(draft.map, element=claim, of=reason.id)


# Only this


def test_what_bore_on_a_removed_premise_bears_on_what_that_bore_on() -> None:
    draft = Draft()
    claim = draft.claim("top")
    before = draft.reason(claim, "before")
    reason = draft.reason(claim, "reason")
    draft.reason(claim, "after")
    draft.reason(reason.premises[0], "for")
    draft.objection(reason.premises[0], "against")
    draft.objection(reason.id, "undercutter")
    draft.saying(reason.premises[0], "CNN")
    draft.do(edits.remove_only(draft.map, element=reason.premises[0], of=reason.id))

    assert draft.texts_on(claim) == ["before", "for", "against", "after"]
    assert "undercutter" in draft.top_texts()
    assert draft.map.every(Locution) == []
    assert draft.map.inferences_on(claim)[0] == before


def test_a_reason_for_a_removed_objection_becomes_an_objection() -> None:
    draft = Draft()
    claim = draft.claim()
    objection = draft.objection(claim)
    reason, rebuttal = (
        draft.reason(objection.premises[0]),
        draft.objection(objection.premises[0]),
    )
    draft.do(edits.remove_only(draft.map, element=objection.premises[0], of=objection.id))

    assert draft.map.inference(reason.id).polarity is Polarity.ATTACK
    assert draft.map.inference(rebuttal.id).polarity is Polarity.SUPPORT


def test_only_a_co_premise_goes_and_its_step_stays() -> None:
    draft = Draft()
    claim = draft.claim("top")
    reason = draft.reason(claim, "reason")
    co_premise = draft.premise(reason, "co-premise")
    draft.reason(co_premise, "below")
    draft.do(edits.remove_only(draft.map, element=co_premise, of=reason.id))

    assert draft.texts_on(claim) == ["reason", "below"]


def test_only_one_use_of_a_shared_claim_goes() -> None:
    draft = Draft()
    one, two = draft.claim("one"), draft.claim("two")
    reason = draft.reason(one, "shared")
    shared = reason.premises[0]
    draft.reason(shared, "below")
    draft.step(shared, two)
    draft.do(edits.remove_only(draft.map, element=shared, of=reason.id))

    assert draft.texts_on(one) == []
    assert draft.texts_on(two) == ["shared"]
    assert draft.texts_on(shared) == ["below"]


def test_below_a_removed_top_claim_claims_become_free() -> None:
    draft = Draft()
    claim = draft.claim("top")
    reason = draft.reason(claim, "reason")
    draft.objection(reason.id, "undercutter")
    draft.saying(claim, "CNN")
    draft.do(edits.remove_only(draft.map, element=claim))

    assert sorted(draft.top_texts()) == ["reason", "undercutter"]
    assert draft.map.every(Locution) == []


def test_only_a_step_goes_with_all_that_undercuts_it() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim("top"), "reason")
    undercutter = draft.objection(reason.id, "undercutter")
    draft.objection(undercutter.id, "undercutting that")
    draft.do(edits.remove_only(draft.map, element=reason.id))

    assert draft.map.every(Inference) == []
    assert sorted(draft.top_texts()) == ["reason", "top", "undercutter", "undercutting that"]


def test_a_step_from_the_target_itself_goes_with_the_premise_between_them() -> None:
    draft = Draft()
    a = draft.claim("a")
    reason = draft.reason(a, "b")
    draft.step(a, reason.premises[0])
    draft.do(edits.remove_only(draft.map, element=reason.premises[0], of=reason.id))

    assert left(draft) == {"a"}
    assert draft.map.every(Inference) == []


def test_a_claim_at_the_top_of_nothing_is_not_removed_while_it_is_used() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim())

    with pytest.raises(EditError, match="still used"):
        draft.do(edits.remove_only(draft.map, element=reason.premises[0]))


# Any map


@given(random_maps(), st.data())
def test_any_claim_and_step_can_be_removed_and_brought_back(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    element, of = data.draw(st.sampled_from(_removable(argument_map)))
    change = edits.remove(argument_map, element=element, of=of)
    after = argument_map.apply(change)

    assert _is_gone(after, element, of)
    assert after.apply(change.inverted()) == argument_map


@given(random_maps(), st.data())
def test_no_claim_is_lost_when_only_one_element_is_removed(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    element, of = data.draw(st.sampled_from(_removable(argument_map)))
    if of is None and argument_map.uses(ClaimId(element)):
        return
    change = edits.remove_only(argument_map, element=element, of=of)
    after = argument_map.apply(change)
    lost: set[ElementId] = {c.id for c in argument_map.every(Claim) if c.id not in after}

    assert lost <= {element}
    assert after.apply(change.inverted()) == argument_map


def _removable(argument_map: ArgumentMap) -> list[tuple[TargetId, InferenceId | None]]:
    steps = argument_map.every(Inference)
    premises = [(premise, step.id) for step in steps for premise in step.premises]
    claims = [(claim.id, None) for claim in argument_map.every(Claim)]
    return [*claims, *((step.id, None) for step in steps), *premises]


def _is_gone(argument_map: ArgumentMap, element: TargetId, of: InferenceId | None) -> bool:
    if of is None or of not in argument_map:
        return of is not None or element not in argument_map
    return element not in argument_map.inference(of).premises

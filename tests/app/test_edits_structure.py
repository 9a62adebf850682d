"""Edits that move claims and inferences about."""

import pytest

from app import edits
from app.model.elements import ClaimId, Inference, InferenceId, Polarity
from app.model.errors import EditError
from tests.app.builders import Draft


def siblings(*texts: str) -> tuple[Draft, ClaimId, dict[str, Inference]]:
    draft = Draft()
    claim = draft.claim()
    return draft, claim, {text: draft.reason(claim, text) for text in texts}


# Flipping


def test_a_reason_becomes_an_objection_and_a_reason_again() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim())
    there = draft.do(edits.flip(draft.map, inference=reason.id, polarity=Polarity.ATTACK))
    assert draft.map.inference(reason.id).polarity is Polarity.ATTACK

    back = draft.do(edits.flip(draft.map, inference=reason.id, polarity=Polarity.SUPPORT))
    assert draft.map.inference(reason.id) == reason
    assert (there.label, back.label) == ("Turn into an objection", "Turn into a reason")


# Order


@pytest.mark.parametrize(
    ("by", "order"), [(-1, "b a c"), (1, "a c b"), (-9, "b a c"), (9, "a c b"), (0, "a b c")]
)
def test_a_step_moves_among_its_siblings_as_far_as_they_go(by: int, order: str) -> None:
    draft, claim, steps = siblings("a", "b", "c")
    draft.do(edits.reorder(draft.map, element=steps["b"].id, by=by))

    assert draft.texts_on(claim) == order.split()


def test_moving_beyond_the_last_sibling_changes_nothing() -> None:
    draft, _, steps = siblings("a", "b")

    assert not edits.reorder(draft.map, element=steps["b"].id, by=1)


def test_moving_a_step_changes_no_other() -> None:
    draft, _, steps = siblings("a", "b", "c")
    change = edits.reorder(draft.map, element=steps["c"].id, by=-1)

    assert change.touched == {steps["c"].id}


def test_claims_at_the_top_move_among_each_other() -> None:
    draft = Draft()
    claims = [draft.claim(text) for text in "abc"]
    draft.do(edits.reorder(draft.map, element=claims[0], by=2))

    assert draft.top_texts() == ["b", "c", "a"]


def test_claims_that_became_free_together_can_be_put_in_order() -> None:
    draft = Draft()
    step = draft.reason(draft.claim("top"), "a")
    for text in "bc":
        draft.premise(step, text)
    draft.do(edits.remove_only(draft.map, element=step.id))
    before = draft.top_texts()
    last = draft.map.top_claims()[-1]
    draft.do(edits.reorder(draft.map, element=last.id, by=-1))

    assert draft.top_texts() == [*before[:-2], before[-1], before[-2]]


def test_a_premise_moves_among_its_co_premises() -> None:
    draft = Draft()
    step = draft.reason(draft.claim(), "a")
    last = draft.premise(step, "b")
    draft.do(edits.reorder(draft.map, element=last, by=-5, of=step.id))

    assert draft.map.inference(step.id).premises == (last, *step.premises)


def test_a_lone_premise_takes_its_step_along() -> None:
    draft, claim, steps = siblings("a", "b")
    draft.do(edits.reorder(draft.map, element=steps["b"].premises[0], by=-1, of=steps["b"].id))

    assert draft.texts_on(claim) == ["b", "a"]


def test_a_premise_cannot_be_put_in_order_without_its_step() -> None:
    draft, _, steps = siblings("a")

    with pytest.raises(EditError, match="say of which step"):
        edits.reorder(draft.map, element=steps["a"].premises[0], by=1)


# Moving elsewhere


def test_a_lone_premise_moves_with_its_step_and_what_hangs_below() -> None:
    draft, claim, steps = siblings("a", "b")
    draft.reason(steps["b"].premises[0], "below b")
    target = steps["a"].premises[0]
    change = edits.move_onto(
        draft.map,
        element=steps["b"].premises[0],
        target=target,
        polarity=Polarity.ATTACK,
        of=steps["b"].id,
    )
    draft.do(change)

    assert draft.texts_on(claim) == ["a"]
    moved = draft.map.inference(steps["b"].id)
    assert (moved.target, moved.polarity) == (target, Polarity.ATTACK)
    assert draft.texts_on(moved.premises[0]) == ["below b"]


def test_a_step_moves_behind_what_bears_on_its_new_target() -> None:
    draft, claim, steps = siblings("a", "b")
    other = draft.claim()
    draft.reason(other, "first")
    draft.do(
        edits.move_onto(draft.map, element=steps["a"].id, target=other, polarity=Polarity.SUPPORT)
    )

    assert draft.texts_on(other) == ["first", "a"]
    assert draft.texts_on(claim) == ["b"]


def test_one_of_several_premises_leaves_them_for_a_step_of_its_own() -> None:
    draft, claim, steps = siblings("a")
    co_premise = draft.premise(steps["a"], "co-premise")
    draft.do(
        edits.move_onto(
            draft.map,
            element=co_premise,
            target=claim,
            polarity=Polarity.ATTACK,
            of=steps["a"].id,
        )
    )

    assert draft.map.inference(steps["a"].id).premises == steps["a"].premises
    assert draft.texts_on(claim) == ["a", "co-premise"]


def test_a_claim_at_the_top_becomes_a_premise() -> None:
    draft, claim, _ = siblings("a")
    free = draft.claim("free")
    draft.do(edits.move_onto(draft.map, element=free, target=claim, polarity=Polarity.SUPPORT))

    assert draft.texts_on(claim) == ["a", "free"]
    assert draft.top_texts() == ["A claim"]


def test_nothing_can_be_hung_below_itself() -> None:
    draft, claim, steps = siblings("a")
    below = draft.reason(steps["a"].premises[0], "below")
    undercutter = draft.objection(steps["a"].id, "undercutter")

    for target in (claim, steps["a"].id, below.premises[0], below.id, undercutter.premises[0]):
        with pytest.raises(EditError, match="cannot hang below itself"):
            edits.move_onto(draft.map, element=claim, target=target, polarity=Polarity.SUPPORT)
    with pytest.raises(EditError, match="cannot hang below itself"):
        edits.move_into(draft.map, claim=claim, inference=below.id)


def test_a_lone_premise_cannot_be_moved_onto_what_undercuts_its_step() -> None:
    draft, _, steps = siblings("a")
    undercutter = draft.objection(steps["a"].id)

    for target in (undercutter.id, steps["a"].id, undercutter.premises[0]):
        with pytest.raises(EditError, match="cannot hang below itself"):
            edits.move_onto(
                draft.map,
                element=steps["a"].premises[0],
                target=target,
                polarity=Polarity.SUPPORT,
                of=steps["a"].id,
            )


# Moving into a step


def test_a_lone_premise_becomes_a_co_premise_and_its_step_goes() -> None:
    draft, claim, steps = siblings("a", "b")
    moved = steps["b"].premises[0]
    draft.do(edits.move_into(draft.map, claim=moved, inference=steps["a"].id, of=steps["b"].id))

    assert draft.map.inference(steps["a"].id).premises == (*steps["a"].premises, moved)
    assert draft.texts_on(claim) == ["a"]


def test_one_of_several_premises_goes_over_to_another_step() -> None:
    draft, _, steps = siblings("a", "b")
    moved = draft.premise(steps["b"])
    draft.do(edits.move_into(draft.map, claim=moved, inference=steps["a"].id, of=steps["b"].id))

    assert draft.map.inference(steps["a"].id).premises[-1] == moved
    assert draft.map.inference(steps["b"].id) == steps["b"]


def test_a_free_claim_becomes_a_co_premise() -> None:
    draft, _, steps = siblings("a")
    free = draft.claim("free")
    draft.do(edits.move_into(draft.map, claim=free, inference=steps["a"].id))

    assert draft.map.inference(steps["a"].id).premises[-1] == free


def test_a_premise_moved_into_its_own_step_stays() -> None:
    draft, _, steps = siblings("a")
    step = InferenceId(steps["a"].id)

    assert not edits.move_into(draft.map, claim=steps["a"].premises[0], inference=step, of=step)


def test_a_step_that_is_undercut_does_not_go_by_the_way() -> None:
    draft, _, steps = siblings("a", "b")
    draft.objection(steps["b"].id)

    with pytest.raises(EditError, match="Something bears on this step"):
        edits.move_into(
            draft.map,
            claim=steps["b"].premises[0],
            inference=steps["a"].id,
            of=steps["b"].id,
        )

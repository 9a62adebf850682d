"""Edits that bring claims in and change what they say, and edits of the project itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.model.change import Change, combined
from app.model.elements import Claim, ClaimId, Inference, InferenceId, Polarity
from app.model.errors import EditError
from tests.app.builders import Draft, added, random_edits, random_maps


@given(st.data())
def test_the_inverse_of_any_edit_restores_the_map_exactly(data: st.DataObject) -> None:
    before = data.draw(random_maps())
    try:
        change = data.draw(random_edits(before))
        after = before.apply(change)
    except EditError:
        return

    assert after.apply(change.inverted()) == before


# The project


def test_a_new_map_is_empty_and_has_its_title_on_one_line() -> None:
    argument_map = edits.new_map(title=" The war\nin Ukraine ")

    assert argument_map.project.title == "The war in Ukraine"
    assert len(argument_map) == 1


def test_a_project_needs_a_title() -> None:
    draft = Draft("War")

    with pytest.raises(EditError, match="needs a title"):
        edits.new_map(title=" \n")
    with pytest.raises(EditError, match="needs a title"):
        edits.rename_project(draft.map, title="")
    draft.do(edits.rename_project(draft.map, title="Peace"))
    assert draft.map.project.title == "Peace"


# Claims and steps


def test_a_new_claim_stands_behind_all_others_at_the_top() -> None:
    draft = Draft()
    for text in ("one", "two\r\nlines", "three"):
        draft.claim(text)

    assert draft.top_texts() == ["one", "two\nlines", "three"]


def test_a_reason_supports_and_an_objection_attacks_its_target() -> None:
    draft = Draft()
    claim = draft.claim()
    reason, objection = draft.reason(claim), draft.objection(claim)

    assert (reason.polarity, objection.polarity) == (Polarity.SUPPORT, Polarity.ATTACK)
    assert draft.map.inferences_on(claim) == [reason, objection]


def test_an_edit_is_labelled_by_what_it_does() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim())
    changes = [
        edits.add_reason(draft.map, target=reason.target),
        edits.add_objection(draft.map, target=reason.target),
        edits.add_undercutter(draft.map, target=reason.id),
        edits.add_premise(draft.map, inference=reason.id),
    ]

    assert [change.label for change in changes] == [
        "Add a reason",
        "Add an objection",
        "Add an undercutter",
        "Add a co-premise",
    ]


def test_an_undercutter_bears_on_a_step() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim())
    undercutter = added(
        draft.do(edits.add_undercutter(draft.map, target=reason.id, text="no")), Inference
    )

    assert draft.map.inferences_on(reason.id) == [undercutter]
    with pytest.raises(EditError, match="This inference is not in the map"):
        edits.add_undercutter(draft.map, target=InferenceId(reason.target))


def test_nothing_can_be_added_to_what_is_gone() -> None:
    draft = Draft()
    claim = draft.claim()

    with pytest.raises(EditError, match="not in the map any more"):
        edits.add_reason(draft.map, target=ClaimId("gone"))
    with pytest.raises(EditError, match="This inference is not in the map"):
        edits.add_premise(draft.map, inference=InferenceId("gone"))
    with pytest.raises(EditError, match="This claim is not in the map"):
        edits.add_step(
            draft.map,
            target=claim,
            polarity=Polarity.SUPPORT,
            premise=ClaimId("gone"),
        )


@pytest.mark.parametrize(("before", "order"), [(False, "one new two"), (True, "new one two")])
def test_a_sibling_stands_right_beside_the_step_it_was_asked_for(
    *, before: bool, order: str
) -> None:
    draft = Draft()
    claim = draft.claim()
    one = draft.reason(claim, "one")
    draft.reason(claim, "two")
    draft.do(_sibling(draft, one, before=before))

    assert draft.texts_on(claim) == order.split()


@pytest.mark.parametrize("ranks", [("a0", "a0"), ("a0", "a0" + "0" * 397 + "1")])
def test_a_sibling_finds_its_place_where_the_ranks_leave_no_room(ranks: tuple[str, str]) -> None:
    draft = Draft()
    claim = draft.claim()
    for number, rank in enumerate(ranks):
        step = Inference(
            id=InferenceId(f"step{number}"),
            premises=(draft.claim(f"old {number}"),),
            target=claim,
            polarity=Polarity.SUPPORT,
            rank=rank,
        )
        draft.do(Change.of("", new=[step]))
    before = draft.map
    last = draft.map.inferences_on(claim)[-1]
    changes = [draft.do(_sibling(draft, last, before=True)) for _ in range(9)]

    assert draft.texts_on(claim) == ["old 0", *["new"] * 9, "old 1"]
    assert draft.map.apply(combined(changes, label="").inverted()) == before


def test_a_claim_that_is_there_can_be_a_premise_again() -> None:
    draft = Draft()
    one, two = draft.claim("one"), draft.claim("two")
    shared = draft.reason(one).premises[0]
    second = draft.step(shared, two)

    assert {use.id for use in draft.map.uses(shared)} >= {second.id}
    assert len(draft.map.every(Claim)) == 3


def test_a_co_premise_stands_last_or_beside_the_one_it_was_asked_for() -> None:
    draft = Draft()
    step = draft.reason(draft.claim(), "one")
    draft.premise(step, "last")
    for before in (False, True):
        change = edits.add_premise(
            draft.map,
            inference=step.id,
            text=f"before={before}",
            beside=step.premises[0],
            before=before,
        )
        draft.do(change)

    premises = draft.map.inference(step.id).premises
    assert list(map(draft.text, premises)) == ["before=True", "one", "before=False", "last"]


def test_a_claim_that_is_there_can_be_a_co_premise_once_but_not_its_own() -> None:
    draft = Draft()
    claim, other = draft.claim(), draft.claim()
    step = draft.reason(claim)
    draft.do(edits.add_premise(draft.map, inference=step.id, premise=other))

    assert draft.map.inference(step.id).premises[-1] == other
    with pytest.raises(EditError, match="only once"):
        edits.add_premise(draft.map, inference=step.id, premise=other)
    with pytest.raises(EditError, match="its own premise"):
        edits.add_premise(draft.map, inference=step.id, premise=claim)
    with pytest.raises(EditError, match="This claim is not in the map"):
        edits.add_premise(draft.map, inference=step.id, premise=ClaimId("gone"))


def test_an_unstated_premise_is_marked_so() -> None:
    draft = Draft()
    claim = draft.claim()
    change = edits.add_reason(draft.map, target=claim, unstated=True)
    reason = added(draft.do(change), Inference)
    hidden = edits.add_premise(draft.map, inference=reason.id, unstated=True)

    assert added(change, Claim).unstated
    assert added(hidden, Claim).unstated


# What a claim says


def test_the_words_of_a_claim_are_changed_and_cleaned() -> None:
    draft = Draft()
    claim = draft.claim("before")
    draft.do(edits.set_text(draft.map, claim=claim, text="after\x00\r\nall"))
    draft.do(edits.set_note(draft.map, claim=claim, note="see\rp. 5"))

    assert draft.text(claim) == "after\nall"
    assert draft.map.claim(claim).note == "see\np. 5"


def test_a_claim_has_each_tag_once_and_no_empty_one() -> None:
    draft = Draft()
    claim = draft.claim()
    draft.do(edits.set_tags(draft.map, claim=claim, tags=["war", " ", "peace\n", "war"]))

    assert draft.map.claim(claim).tags == ("war", "peace")


def test_a_claim_is_marked_as_unstated_and_back() -> None:
    draft = Draft()
    claim = draft.claim()
    hidden = draft.do(edits.set_unstated(draft.map, claim=claim, unstated=True))
    assert draft.map.claim(claim).unstated

    shown = draft.do(edits.set_unstated(draft.map, claim=claim, unstated=False))
    assert not draft.map.claim(claim).unstated
    assert (hidden.label, shown.label) == ("Mark as unstated", "Mark as stated")


def test_an_edit_that_changes_nothing_is_no_change() -> None:
    draft = Draft()
    claim = draft.claim("as it is")

    assert not edits.set_text(draft.map, claim=claim, text="as it is")
    assert not edits.rename_project(draft.map, title="A map")


def test_what_is_gone_cannot_be_changed() -> None:
    draft = Draft()

    with pytest.raises(EditError, match="This claim is not in the map"):
        edits.set_text(draft.map, claim=ClaimId("gone"), text="")


def _sibling(draft: Draft, beside: Inference, *, before: bool = False) -> Change:
    return edits.add_step(
        draft.map,
        target=beside.target,
        polarity=Polarity.SUPPORT,
        text="new",
        beside=beside.id,
        before=before,
    )

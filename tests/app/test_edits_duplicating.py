"""Branches that are duplicated, and which of several places count."""

from app import edits
from app.formats import indented
from app.model.argument_map import ArgumentMap
from app.model.branch import Spot, branch_of, outermost
from app.model.elements import (
    Claim,
    ClaimId,
    Inference,
)
from app.model.outline import PlaceKey, outline
from tests.app.builders import Draft, anchor_of


def bread() -> tuple[Draft, ClaimId, Inference]:
    """A contention with a reason of two premises that is undercut, all said by somebody."""
    draft = Draft()
    top = draft.claim("Bread is good")
    reason = draft.reason(top, "It feeds")
    draft.premise(reason, "What feeds is good")
    draft.objection(reason.id, "So does sugar")
    draft.objection(reason.premises[0], "It grows stale")
    draft.saying(reason.premises[0], "Graham", "CNN", anchor=anchor_of(draft.source(), "CNN says"))
    return draft, top, reason


def shape(argument_map: ArgumentMap) -> str:
    tops: list[Spot] = [(claim.id, None) for claim in argument_map.top_claims()]
    return indented.write(branch_of(argument_map, tops))


def test_a_duplicate_stands_right_behind_the_original() -> None:
    draft, top, reason = bread()
    draft.objection(top, "It is dear")
    draft.do(edits.duplicate(draft.map, elements=[(reason.id, None)]))

    assert draft.texts_on(top) == ["It feeds", "It feeds", "It is dear"]
    assert len(draft.map.inferences_on(top)[1].premises) == 2


def test_co_premises_and_top_claims_are_duplicated_in_their_places() -> None:
    draft, top, reason = bread()
    draft.claim("last")
    draft.do(edits.duplicate(draft.map, elements=[(reason.premises[0], reason.id), (top, None)]))

    assert draft.top_texts() == ["Bread is good", "Bread is good", "last"]
    assert [draft.text(p) for p in draft.map.inference(reason.id).premises] == [
        *("It feeds", "It feeds", "What feeds is good"),
    ]


def test_a_duplicate_finds_its_place_among_claims_of_the_same_rank() -> None:
    draft = Draft()
    claim = draft.claim("top")
    for text in ("one", "two", "three"):
        draft.reason(claim, text)
    draft.do(edits.remove_only(draft.map, element=claim))
    first, second, third = draft.map.top_claims()
    change = draft.do(edits.duplicate(draft.map, elements=[(second.id, None), (first.id, None)]))

    order = [first.text, first.text, second.text, second.text, third.text]
    assert draft.top_texts() == order
    assert len(draft.map.apply(change.inverted()).top_claims()) == 3


def test_a_step_is_known_whatever_it_is_said_to_be_a_premise_of() -> None:
    draft, top, reason = bread()
    draft.do(edits.duplicate(draft.map, elements=[(reason.id, reason.id)]))

    assert draft.texts_on(top) == ["It feeds", "It feeds"]


def test_the_same_place_twice_is_duplicated_once() -> None:
    draft, _, reason = bread()
    spot: Spot = (reason.premises[0], reason.id)
    draft.do(edits.duplicate(draft.map, elements=[spot, spot]))

    assert len(draft.map.inference(reason.id).premises) == 3


def test_the_first_new_claim_of_a_change_is_that_of_the_first_root() -> None:
    draft, _, reason = bread()
    change = draft.do(edits.duplicate(draft.map, elements=[(reason.id, None)]))
    first = next(e for key, e in change.after.items() if isinstance(e, Claim))

    assert first.text == "It feeds"


def test_only_the_outermost_of_several_places_are_taken_in_reading_order() -> None:
    draft, top, reason = bread()
    one, two = draft.map.inference(reason.id).premises
    stale = draft.map.inferences_on(one)[0]
    undercutter = draft.map.inferences_on(reason.id)[0]
    last = draft.reason(top, "It smells good")
    tree = outline(draft.map)
    keys: dict[str, PlaceKey] = {
        "one": (reason.id, one),
        "two": (reason.id, two),
        "stale": (stale.id, stale.premises[0]),
        "undercutter": (undercutter.id, undercutter.premises[0]),
        "last": (last.id, last.premises[0]),
        "step": (top, reason.id),
    }

    def kept(*names: str) -> list[str]:
        found = outermost(draft.map, tree, [keys[name] for name in names])
        return [name for key in found for name in keys if keys[name] == key]

    assert kept("last", "two", "one") == ["one", "two", "last"]
    assert kept("stale", "one") == ["one"]
    assert kept("stale", "two") == ["stale", "two"]
    assert kept("undercutter", "one") == ["one", "undercutter"]
    assert kept("undercutter", "one", "two") == ["one", "two"]
    assert kept("stale", "step", "one") == ["step"]

"""Branches as JSON, for the clipboard."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats import branch_json
from app.model.argument_map import ArgumentMap
from app.model.branch import Spot, branch_of
from app.model.elements import Inference
from app.model.errors import FormatError
from tests.app.builders import Draft, anchor_of, random_maps
from tests.app.formats.golden import GOLDEN_BRANCH, golden_branch


def a_branch() -> str:
    draft = Draft()
    reason = draft.reason(draft.claim(), "It feeds")
    draft.saying(reason.premises[0], "Graham", anchor=anchor_of(draft.source(), "CNN says"))
    return branch_json.write(branch_of(draft.map, [(reason.id, None)]))


def test_the_golden_file_is_what_is_written_of_its_branch_and_is_read_as_it() -> None:
    assert branch_json.write(golden_branch()) + "\n" == GOLDEN_BRANCH.read_text("utf-8")
    assert branch_json.read(GOLDEN_BRANCH.read_text("utf-8")) == golden_branch()


@given(random_maps(), st.data())
def test_nothing_of_a_branch_is_lost(argument_map: ArgumentMap, data: st.DataObject) -> None:
    spots: list[Spot] = [(claim.id, None) for claim in argument_map.top_claims()]
    spots += [(step.id, None) for step in argument_map.every(Inference)]
    chosen = data.draw(st.lists(st.sampled_from(spots), max_size=3)) if spots else []
    branch = branch_of(argument_map, chosen)

    assert branch_json.read(branch_json.write(branch)) == branch


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("format", "rejoinder", "no branch"),
        ("version", 2, "newer Rejoinder"),
        ("version", None, "version must be 1"),
        ("roots", None, "roots must be"),
        ("roots", [1], "roots must be"),
        ("roots", ["nowhere"], "its roots are"),
        ("roots", [], "its roots are"),
        ("roots", ["beyond"], "its roots are"),
        ("claims", [], "there is none of that id"),
        ("claims", "x", "claims must be a list"),
        ("speakers", [], "there is none of that id"),
        ("secrets", [], "not a field"),
    ],
)
def test_what_is_no_branch_is_refused(field: str, value: object, message: str) -> None:
    text = json.dumps({**json.loads(a_branch()), field: value})

    with pytest.raises(FormatError, match=message):
        branch_json.read(text)


@pytest.mark.parametrize("text", ["", "[]", "x", "[" * 100_000, '{"format": NaN}'])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        branch_json.read(text)


def test_what_stands_for_the_rest_of_the_map_says_and_does_nothing() -> None:
    values = json.loads(a_branch())
    (step,) = values["inferences"]
    values["locutions"][0]["claim"] = "beyond"
    with pytest.raises(FormatError, match="no branch"):
        branch_json.read(json.dumps(values))
    values["locutions"] = []
    values["inferences"] = [step, {**step, "id": "5", "premises": ["beyond"], "target": step["id"]}]
    with pytest.raises(FormatError, match="no branch"):
        branch_json.read(json.dumps(values))

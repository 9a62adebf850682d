"""How sure one is of a claim, and the scheme of a step."""

import pytest

from app import edits
from app.model.elements import InferenceId
from app.model.errors import EditError
from tests.app.builders import Draft


@pytest.mark.parametrize("confidence", [0, 55, 100, None])
def test_a_claim_keeps_how_sure_one_is_of_it(confidence: int | None) -> None:
    draft = Draft()
    claim = draft.claim()
    change = edits.set_confidence(draft.map, claim=claim, confidence=confidence)
    after = draft.map.apply(change)

    assert after.claim(claim).confidence == confidence
    assert after.apply(change.inverted()) == draft.map


@pytest.mark.parametrize("confidence", [-1, 101])
def test_one_is_from_0_to_100_per_cent_sure(confidence: int) -> None:
    draft = Draft()
    claim = draft.claim()

    with pytest.raises(EditError, match="0 to 100"):
        edits.set_confidence(draft.map, claim=claim, confidence=confidence)


def test_a_step_keeps_its_scheme_as_one_line() -> None:
    draft = Draft()
    step = draft.reason(draft.claim()).id
    change = edits.set_scheme(draft.map, inference=step, scheme=" expert\n opinion ")
    after = draft.map.apply(change)

    assert after.inference(step).scheme == "expert opinion"
    assert after.apply(change.inverted()) == draft.map


def test_what_is_said_already_changes_nothing() -> None:
    draft = Draft()
    claim = draft.claim()
    step = draft.reason(claim).id

    assert not edits.set_confidence(draft.map, claim=claim, confidence=None)
    assert not edits.set_scheme(draft.map, inference=step, scheme="  ")


def test_a_step_that_is_gone_has_no_scheme() -> None:
    with pytest.raises(EditError):
        edits.set_scheme(Draft().map, inference=InferenceId("gone"), scheme="sign")

"""How a project is looked at, as a value."""

import pytest
from pydantic import ValidationError

from app.model.elements import ClaimId, SpeakerId
from app.model.view_state import Criterion, Orientation, Trait, ViewState


def test_a_changed_copy_keeps_all_else() -> None:
    state = ViewState(folded=frozenset({ClaimId("a")}), tint=Trait.TAG)

    turned = state.changed(orientation=Orientation.UP)

    assert turned == ViewState(
        folded=frozenset({ClaimId("a")}), tint=Trait.TAG, orientation=Orientation.UP
    )
    assert state.orientation is Orientation.DOWN


def test_speakers_that_are_not_the_same_are_kept_as_text() -> None:
    pair = (SpeakerId("a"), SpeakerId("b"))
    state = ViewState().changed(apart=frozenset({pair}))
    assert ViewState.model_validate_json(state.model_dump_json()) == state


@pytest.mark.parametrize(
    "fields",
    [{"text_size": 69}, {"text_size": 201}, {"links": -1}, {"links": 4}, {"orientation": "left"},
     {"filter": Criterion}, {"folded": 5}, {"article_size": 69}, {"article_lines": "wide"}],
)  # fmt: skip
def test_what_cannot_be_shown_cannot_be_kept(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ViewState().changed(**fields)


def test_what_a_later_version_adds_is_left_out() -> None:
    assert ViewState.model_validate({"background": "green"}) == ViewState()

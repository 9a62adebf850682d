"""Faults that the machine in `test_machine` has found, each with the smallest map that shows it."""

from collections.abc import Callable

import pytest

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId, InferenceId, Polarity, TargetId
from app.model.errors import EditError
from tests.app.builders import Draft

MOVES: dict[str, Callable[[ArgumentMap, ClaimId, InferenceId, TargetId], Change]] = {
    "reorder": lambda m, claim, of, _: edits.reorder(m, element=claim, by=1, of=of),
    "move onto": lambda m, claim, of, target: edits.move_onto(
        m, element=claim, target=target, polarity=Polarity.SUPPORT, of=of
    ),
    "move into": lambda m, claim, of, _: edits.move_into(m, claim=claim, inference=of, of=of),
}


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_a_claim_cannot_be_moved_out_of_a_step_that_it_is_no_premise_of(
    move: Callable[[ArgumentMap, ClaimId, InferenceId, TargetId], Change],
) -> None:
    draft = Draft()
    contention, other = draft.claim("It rains."), draft.claim("It pours.")
    step = draft.reason(contention, "It is wet.")
    draft.premise(step, "Only rain makes wet.")
    with pytest.raises(EditError, match="no premise of that step"):
        move(draft.map, other, step.id, contention)

"""How still a map holds: how far cards that an edit did not touch move, beside the one that it did.

The window holds the card that is worked on where it is on the screen, so what counts is how far the
others move against it. Rows only move down or up when a row above them gets higher or lower.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from app import edits
from app.layout.arrangement import Arranger
from app.layout.forest import Forest
from app.layout.geometry import Rect
from app.layout.look import ROOMY
from app.layout.shipped_fonts import ShippedFonts
from app.layout.viewing import arrangement
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId, Polarity
from app.model.following import follow
from app.model.outline import Card, Place, outline
from tests.benchmarks.maps import made_map

MAP = made_map(200)
ARRANGER = Arranger(ShippedFonts())
WORKED_ON = ClaimId("c9")
LEAF = ClaimId("c190")
WIDEST = ROOMY.widest + 2 * ROOMY.group_pad + ROOMY.sibling_gap
"""As wide as a step with one premise gets, with the gap beside it."""


@dataclass
class Moves:
    """How far cards moved against the one worked on, in pixels: along the rows and across them."""

    along: float
    across: float


def drawn(forest: Forest) -> dict[str, Rect]:
    return {key[1]: box.rect for key, box in arrangement(forest).cards.items()}


def moves(make: Callable[[ArgumentMap], Change], held: ClaimId) -> Moves:
    """Do an edit and say how far the cards outside the branch of a claim moved at most."""
    made = outline(MAP)
    forest = ARRANGER.forest(MAP, made)
    before = drawn(forest)
    branch = below(made.cards[held])
    change = make(MAP)
    after_map = MAP.apply(change)
    forest.follow(after_map, follow(made, MAP, after_map, change))
    after = drawn(forest)
    dx = after[held].center.x - before[held].center.x
    dy = after[held].y - before[held].y
    others = before.keys() & after.keys() - branch
    along = [after[key].center.x - before[key].center.x - dx for key in others]
    across = [after[key].y - before[key].y - dy for key in others]
    return Moves(max(map(abs, along)), max(map(abs, across)))


def below(card: Card) -> set[str]:
    """A claim, its co-premises, and all that hangs below them."""
    found: set[str] = set()
    stack: list[Place] = [card.above or card]
    while stack:
        place = stack.pop()
        if isinstance(place, Card):
            found.add(place.claim)
            stack += place.steps
        else:
            stack += [*place.premises, *place.steps]
    return found


def test_a_note_a_tag_and_a_mark_of_doubt_move_nothing() -> None:
    for make in (
        lambda m: edits.set_note(m, claim=WORKED_ON, note="Look this up"),
        lambda m: edits.set_tags(m, claim=WORKED_ON, tags=["war", "peace"]),
    ):
        assert moves(make, WORKED_ON) == Moves(0, 0)


def test_a_letter_typed_moves_others_by_no_more_than_the_card_grows() -> None:
    text = MAP.claim(WORKED_ON).text
    found = moves(lambda m: edits.set_text(m, claim=WORKED_ON, text=f"{text}s"), WORKED_ON)
    assert found.along <= 4  # card widths go by four
    assert found.across <= ROOMY.text.line_height


def test_turning_a_reason_into_an_objection_moves_others_by_no_more_than_its_pill_grows() -> None:
    step = outline(MAP).cards[WORKED_ON].above
    assert step
    polarity = step.inference.polarity.opposite
    make = lambda m: edits.flip(m, inference=step.inference.id, polarity=polarity)  # noqa: E731
    found = moves(make, WORKED_ON)
    assert found.along <= 8
    assert found.across <= ROOMY.footer_row  # "unanswered" may come or go


@pytest.mark.parametrize("claim", [WORKED_ON, LEAF])
@pytest.mark.parametrize("polarity", Polarity)
def test_a_new_reason_or_objection_moves_others_by_its_own_width_at_most(
    claim: ClaimId, polarity: Polarity
) -> None:
    make = lambda m: edits.add_step(m, target=claim, polarity=polarity)  # noqa: E731
    found = moves(make, claim)
    assert found.along <= WIDEST
    assert found.across <= ROOMY.footer_row


def test_a_new_sibling_moves_others_by_its_own_width_at_most() -> None:
    step = outline(MAP).cards[LEAF].above
    assert step
    found = moves(
        lambda m: edits.add_step(
            m, target=step.inference.target, polarity=Polarity.SUPPORT, beside=step.inference.id
        ),
        LEAF,
    )
    assert found.along <= WIDEST
    assert found.across == 0


def test_a_co_premise_moves_others_by_its_own_width_at_most() -> None:
    step = outline(MAP).cards[LEAF].above
    assert step
    found = moves(lambda m: edits.add_premise(m, inference=step.inference.id), LEAF)
    assert found.along <= ROOMY.widest + ROOMY.premise_gap
    assert found.across == 0


def test_reordering_two_siblings_moves_nothing_outside_them() -> None:
    """Beside the two themselves, all of what they bear on stays; their sum of widths does too."""
    of = outline(MAP).cards[LEAF].above
    assert of
    target = of.inference.target
    siblings = {premise for step in MAP.inferences_on(target) for premise in step.premises}
    make = lambda m: edits.reorder(m, element=LEAF, by=-1, of=of.inference.id)  # noqa: E731
    made = outline(MAP)
    forest = ARRANGER.forest(MAP, made)
    before = drawn(forest)
    change = make(MAP)
    after_map = MAP.apply(change)
    forest.follow(after_map, follow(made, MAP, after_map, change))
    after = drawn(forest)
    held = before[target].center.x - after[target].center.x
    others = before.keys() - siblings
    assert max(abs(after[k].center.x + held - before[k].center.x) for k in others) < 12
    assert all(after[key].y == before[key].y for key in before)


def test_a_deleted_leaf_moves_others_by_its_own_width_at_most() -> None:
    above = outline(MAP).cards[LEAF].above
    assert above
    assert above.above
    held = ClaimId(above.above.key[1])
    found = moves(lambda m: edits.remove(m, element=LEAF, of=above.inference.id), held)
    assert found.along <= WIDEST
    assert found.across == 0


FULL = made_map(341)
"""All branches are equally deep and nearly equally wide."""


@pytest.mark.parametrize("claim", [ClaimId("c1"), ClaimId("c7"), ClaimId("c30")])
def test_folding_moves_others_by_the_width_of_the_branch_at_most(claim: ClaimId) -> None:
    made = outline(FULL)
    forest = ARRANGER.forest(FULL, made)
    before = drawn(forest)
    forest.fold(frozenset([claim]))
    after = drawn(forest)
    branch = below(made.cards[claim])
    others = (before.keys() & after.keys()) - branch
    width = max(before[key].right for key in branch) - min(before[key].x for key in branch)
    dx = after[claim].center.x - before[claim].center.x
    most = max(abs(after[key].center.x - before[key].center.x - dx) for key in others)
    assert most <= 1.1 * width  # ragged edges beside it may close up
    assert all(after[key].y == before[key].y for key in others)


@pytest.mark.parametrize("claim", [ClaimId("c2"), ClaimId("c9"), ClaimId("c40"), ClaimId("c100")])
def test_branches_beside_the_one_that_changes_keep_their_shape(claim: ClaimId) -> None:
    """What hangs below a claim that nothing happened to moves as one, if it moves at all."""
    made = outline(MAP)
    forest = ARRANGER.forest(MAP, made)
    before = drawn(forest)
    forest.fold(frozenset([claim]))
    after = drawn(forest)
    step = made.cards[claim].above
    while step and isinstance(step.above, Card):
        for beside in step.above.steps:
            if beside is not step:
                branch = below(beside.premises[0]) & after.keys()
                assert len({round(after[k].x - before[k].x, 6) for k in branch}) == 1
        step = step.above.above

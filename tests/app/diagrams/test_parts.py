"""What of a map is drawn: all of it, a branch, a selection, or each contention by itself."""

import pytest

from app.diagrams.options import DiagramOptions, Part
from app.diagrams.parts import Drawings
from app.layout.shipped_fonts import ShippedFonts
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId
from app.model.errors import DiagramError
from tests.app.builders import Draft
from tests.app.diagrams.maps import circular_map, full_map


def texts(argument_map: ArgumentMap, part: Part, *elements: str) -> list[set[str]]:
    """What stands on each sheet, by the first words."""
    drawings = Drawings(argument_map, DiagramOptions(part=part, elements=elements), ShippedFonts())
    return [
        {argument_map.claim(card.claim).text for card in d.sheet.arrangement.cards.values()}
        for d in drawings
    ]


@pytest.fixture
def draft() -> Draft:
    """Two contentions and a claim that nothing is said about."""
    draft = Draft("Two")
    first, second = draft.claim("A"), draft.claim("B")
    one = draft.reason(first, "A1")
    draft.reason(one.premises[0], "A11")
    draft.objection(first, "A2")
    draft.premise(draft.reason(second, "B1"), "B1 too")
    draft.claim("Free")
    return draft


def key(draft: Draft, text: str) -> str:
    return next(claim.id for claim in draft.map.every(Claim) if claim.text == text)


def test_the_whole_map_stands_on_one_sheet(draft: Draft) -> None:
    everything = {claim.text for claim in draft.map.every(Claim)}
    assert texts(draft.map, Part.WHOLE) == [everything]


def test_each_contention_has_a_sheet_and_the_free_claims_share_one(draft: Draft) -> None:
    assert texts(draft.map, Part.EACH) == [
        {"A", "A1", "A11", "A2"},
        {"B", "B1", "B1 too"},
        {"Free"},
    ]


def test_a_branch_is_a_claim_or_a_step_with_what_hangs_below(draft: Draft) -> None:
    assert texts(draft.map, Part.BRANCH, key(draft, "A1")) == [{"A1", "A11"}]
    step = draft.map.inferences_on(ClaimId(key(draft, "B")))[0]
    assert texts(draft.map, Part.BRANCH, step.id) == [{"B1", "B1 too"}]


def test_a_branch_that_is_not_there_is_named(draft: Draft) -> None:
    with pytest.raises(DiagramError, match="“nosuch”"):
        texts(draft.map, Part.BRANCH, "nosuch")


def test_a_selection_is_drawn_with_what_lies_between(draft: Draft) -> None:
    a11, a2, b1 = (key(draft, text) for text in ("A11", "A2", "B1"))
    assert texts(draft.map, Part.SELECTION, a11) == [{"A11"}]
    assert texts(draft.map, Part.SELECTION, a11, key(draft, "A1")) == [{"A1", "A11"}]
    assert texts(draft.map, Part.SELECTION, a11, a2) == [{"A", "A1", "A11", "A2"}]
    assert texts(draft.map, Part.SELECTION, a2, key(draft, "A")) == [{"A", "A2"}]
    assert texts(draft.map, Part.SELECTION, a2, b1) == [{"A", "A2", "B", "B1", "B1 too"}]
    assert texts(draft.map, Part.SELECTION, key(draft, "Free")) == [{"Free"}]


def test_a_selection_of_nothing_is_refused(draft: Draft) -> None:
    with pytest.raises(DiagramError, match="Nothing is selected"):
        texts(draft.map, Part.SELECTION, "gone")


def test_circles_have_a_sheet_too() -> None:
    assert texts(circular_map(), Part.EACH) == [{"The first.", "The second."}]


def test_an_empty_map_has_nothing_to_draw() -> None:
    with pytest.raises(DiagramError, match="nothing to draw"):
        Drawings(ArgumentMap.of(full_map().project), DiagramOptions(), ShippedFonts())

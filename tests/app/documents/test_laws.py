"""What holds for the pages of every map."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.blocks import MOST_DEPTH, Apart, Argument, Card, Pages, Step
from app.documents.kinds import Kind
from app.documents.options import BlankRule, Blanks, Options
from app.documents.pages import pages_of
from app.documents.words import ENGLISH, Words
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim
from app.model.reach import with_below
from tests.app.builders import random_maps
from tests.app.documents.maps import odd_map

ARGUED = [Kind.BRIEF, Kind.BLOCK, Kind.OUTLINE]


def cards(pages: Pages) -> Iterator[tuple[Card, int]]:
    """Every card of the pages, with how deep it stands."""
    arguments = [block for block in pages.blocks if isinstance(block, Argument)]
    stack = [(root, 1) for argument in arguments for root in argument.roots]
    while stack:
        part, depth = stack.pop()
        if isinstance(part, Card):
            yield part, depth
            stack += [(step, depth + 1) for step in part.steps]
        else:
            stack += [(card, depth) for card in part.cards]
            stack += [(step, depth + 1) for step in part.steps]


@pytest.mark.parametrize("kind", ARGUED)
@settings(max_examples=60)
@given(random_maps())
def test_each_claim_stands_in_full_once(kind: Kind, argument_map: ArgumentMap) -> None:
    full = Counter(card.number for card, _ in cards(pages_of(argument_map, kind)) if card.full)

    count = len(argument_map.every(Claim))
    assert full == Counter(range(1, count + 1))


@pytest.mark.parametrize("kind", ARGUED)
def test_a_reference_comes_with_the_number_of_a_claim_in_full(kind: Kind) -> None:
    found = [card for card, _ in cards(pages_of(odd_map(), kind))]

    references = {card.number for card in found if not card.full}
    assert references
    assert references <= {card.number for card in found if card.full}


@settings(max_examples=60)
@given(random_maps())
def test_no_argument_is_deeper_than_a_page_has_room_for(argument_map: ArgumentMap) -> None:
    for kind in (*ARGUED, Kind.WORKSHEET):
        assert all(depth <= MOST_DEPTH for _, depth in cards(pages_of(argument_map, kind)))


@settings(max_examples=60)
@given(random_maps(), st.data())
def test_a_branch_holds_what_hangs_below_it_and_nothing_else(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    claims = argument_map.every(Claim)
    chosen = data.draw(st.lists(st.sampled_from(claims), min_size=1, max_size=3))
    branches = tuple(claim.id for claim in chosen)
    pages = pages_of(argument_map, Kind.OUTLINE, Options(branches=branches))

    below = [key for key in with_below(argument_map, branches) if argument_map.is_claim(key)]
    assert sum(card.full for card, _ in cards(pages)) == len(below)


@settings(max_examples=60)
@given(random_maps(), st.sampled_from(BlankRule), st.integers(1, 4))
def test_each_blank_card_is_in_the_key_and_no_other(
    argument_map: ArgumentMap, rule: BlankRule, every: int
) -> None:
    options = Options(blanks=Blanks(rule=rule, every=every))
    sheet = pages_of(argument_map, Kind.WORKSHEET, options)
    blank = {card.number for card, _ in cards(sheet) if card.blank}
    apart = sheet.blocks[-1]
    assert isinstance(apart, Apart)
    (key,) = apart.blocks
    assert isinstance(key, Argument)
    solved = {card.number for card in key.roots if isinstance(card, Card)}

    assert solved == blank


def test_words_can_be_those_of_another_language() -> None:
    other = Words(*(text if "{" in text else f"«{text}»" for text in ENGLISH))
    title = pages_of(odd_map(), Kind.BRIEF, words=other).subtitle

    assert title.startswith("«Brief»")
    steps = [
        part
        for block in pages_of(odd_map(), Kind.OUTLINE, words=other).blocks
        if isinstance(block, Argument)
        for root in block.roots
        for part in (root.steps if isinstance(root, Card) else [root])
    ]
    assert {step.word for step in steps if isinstance(step, Step)} >= {"«because»"}

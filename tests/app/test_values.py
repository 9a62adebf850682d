"""Elements, ranks, texts and errors: the values that maps are made of."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from app.model.elements import Anchor, Claim, ClaimId, Inference, InferenceId, Polarity, SourceId
from app.model.errors import EditError, FormatError
from app.model.ranks import between, first_ranks, is_rank
from app.model.text import clean, one_line, paragraph_starts, shortened


def step(premises: tuple[str, ...], target: str) -> Inference:
    return Inference(
        id=InferenceId("s"),
        premises=tuple(ClaimId(premise) for premise in premises),
        target=ClaimId(target),
        polarity=Polarity.SUPPORT,
        rank="a0",
    )


# Elements


@pytest.mark.parametrize("key", ["", "A", "a b", "ä", "../etc", "a" * 65])
def test_an_id_is_digits_and_small_letters(key: str) -> None:
    with pytest.raises(ValidationError):
        Claim(id=ClaimId(key), text="", rank="a0")


@pytest.mark.parametrize("text", ["a\x00b", "a\rb", "\x1b[2J", "\ud800"])
def test_a_text_holds_no_control_characters_and_no_halves(text: str) -> None:
    with pytest.raises(ValidationError):
        Claim(id=ClaimId("a"), text=text, rank="a0")


def test_a_step_has_each_premise_once_and_is_not_about_itself() -> None:
    with pytest.raises(EditError, match="only once"):
        step(("a", "a"), "b")
    with pytest.raises(EditError, match="its own premise"):
        step(("a",), "a")
    with pytest.raises(EditError, match="bear on itself"):
        step(("a",), "s")
    with pytest.raises(ValidationError):
        step((), "a")


def test_a_mark_holds_at_least_one_character() -> None:
    with pytest.raises(EditError, match="at least one character"):
        Anchor(source=SourceId("s"), start=3, end=3, exact="")
    with pytest.raises(EditError, match="at least one character"):
        Anchor(source=SourceId("s"), start=3, end=5, exact="abc")


# Ranks


@given(st.lists(st.integers(0, 1_000_000), max_size=60))
def test_there_is_room_for_a_rank_at_any_place(places: list[int]) -> None:
    ranks: list[str] = []
    for number in places:
        place = number % (len(ranks) + 1)
        before = ranks[place - 1] if place else None
        ranks.insert(place, between(before, ranks[place] if place < len(ranks) else None))

    assert all(before < after for before, after in pairwise(ranks))
    assert all(map(is_rank, ranks))


def test_a_rank_between_two_that_are_the_same_comes_behind_both() -> None:
    assert between("a0", "a0") > "a0"


@pytest.mark.parametrize(
    "pair", [("a1", "a0"), ("a", None), (None, "a-"), ("a0" + "z" * 5000, None)]
)
def test_ranks_that_leave_no_room_are_refused(pair: tuple[str | None, str | None]) -> None:
    with pytest.raises(EditError, match="order of this map is damaged"):
        between(*pair)


@pytest.mark.parametrize(
    "text",
    ["", "a", "a00", "0", "é0", "a-", "a0\n", "A" + "0" * 26, "A" + "0" * 25 + "1", "a" * 9999],
)
def test_what_has_no_room_before_or_behind_it_is_no_rank(text: str) -> None:
    assert not is_rank(text)


def test_first_ranks_are_in_order() -> None:
    ranks = first_ranks(5000)

    assert ranks == sorted(set(ranks))
    assert first_ranks(0) == []


# Texts


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\u2028", "\u2029", "\n"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


@given(st.text(st.characters()))
def test_a_clean_text_is_one_that_a_claim_can_have(text: str) -> None:
    claim = Claim(id=ClaimId("a"), text=clean(text), rank="a0")

    assert clean(claim.text) == claim.text
    assert "\n" not in one_line(text)


@given(st.text(), st.integers(1, 30))
def test_a_shortened_text_is_no_longer_than_it_may_be(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def test_lines_that_were_broken_at_a_width_make_one_paragraph() -> None:
    line = "a line that was broken where the page ended, not the sentence, and so"
    text = "\n".join([*[line] * 4, "", *[line] * 4])

    assert paragraph_starts(text) == (0, text.index("\n\n") + 2)


def test_lines_that_end_sentences_are_paragraphs() -> None:
    text = "\n".join(["A line that is about as long as a page is wide, and ends a sentence."] * 5)

    assert len(paragraph_starts(text)) == 5


# Errors


def test_a_fault_in_a_format_names_the_file_and_the_place() -> None:
    fault = FormatError("This is not JSON.", line=3, column=7)

    assert str(fault) == "line 3, column 7: This is not JSON."
    assert str(fault.in_file(Path("/a/b\n.json"))) == "b .json, line 3, column 7: This is not JSON."
    assert str(FormatError("This is empty.")) == "This is empty."

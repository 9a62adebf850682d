"""Texts with overlong lines, cut for an editor."""

from hypothesis import given
from hypothesis import strategies as st

from widgets.pieces import Pieces

TEXTS = st.lists(
    st.tuples(st.sampled_from(["word ", "a", "\n", "\u2064", "和"]), st.integers(1, 6_000))
).map(lambda parts: "".join(words * times for words, times in parts))


@given(TEXTS)
def test_what_is_cut_and_joined_is_the_same(text: str) -> None:
    pieces = Pieces.of(text)

    assert pieces.joined(pieces.shown) == text


@given(TEXTS, st.integers(0, 30_000))
def test_a_place_of_the_text_is_found_in_what_is_shown(text: str, position: int) -> None:
    pieces = Pieces.of(text)
    position = min(position, len(text))

    assert pieces.joined(pieces.shown[: pieces.place(position)]) == text[:position]


def test_no_piece_is_overlong() -> None:
    pieces = Pieces.of("word " * 20_000 + "\n" + "x" * 9_000)

    assert max(map(len, pieces.shown.split("\n"))) <= 4_001


def test_a_line_end_between_two_pieces_that_was_taken_away_takes_nothing_else_away() -> None:
    pieces = Pieces.of("word " * 2_000)
    first, _, others = pieces.shown.partition("\n")

    assert pieces.joined(first + others) == "word " * 2_000

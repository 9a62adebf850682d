"""Words of a model found in the article, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.articles.text import Span
from app.asking.matching import Matcher
from app.asking.pieces import LEAST, halved, pieces_of

TEXT = """“It’s old,” Ana Paz said. The dam — it is old — must close.

He said no. He said it twice.

The dam must stay, he said."""


def found(words: str, paragraph: int = 0, text: str = TEXT) -> str | None:
    (piece,) = pieces_of(text)
    match = Matcher(text).find(words, piece, paragraph)
    return text[slice(*match.span)] if match else None


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Ana Paz", "Ana Paz"),
        ("Ana\n Paz ", "Ana Paz"),
        ('"It\'s old,"', "“It’s old,”"),
        ("The dam - it is old - must close", "The dam — it is old — must close"),
        ("the dam must stay", "The dam must stay"),
        ("The dam must stay.", "The dam must stay"),
        ("‘He said it twice.’", "He said it twice"),
    ],
)
def test_words_are_found_however_their_marks_are_typed(words: str, there: str) -> None:
    assert found(words) == there


@pytest.mark.parametrize(
    "words",
    ["", " ", "…", "”", "Ana Pa", "na Paz", "Ana said", "THE DAM MUST STAY", "The dam may stay"],
)
def test_what_is_not_there_word_for_word_is_not_found(words: str) -> None:
    assert found(words) is None


def test_of_words_that_stand_there_twice_the_paragraph_tells() -> None:
    assert found("He said") is None
    text = "He said no.\n\nShe did. He said yes."
    (piece,) = pieces_of(text)
    match = Matcher(text).find("He said", piece, 2)
    assert match
    assert match.span == Span(22, 29)
    assert not match.exact  # somebody should look
    assert Matcher(text).find("He said", piece, 7) is None


def test_the_nearest_words_are_those_beside_the_content() -> None:
    text = "She said that he said it. She said more."
    (piece,) = pieces_of(text)
    content = Span(text.index("that"), text.index("."))
    match = Matcher(text).nearest("said", piece, content)
    assert match
    assert match.span == Span(4, 8)


def test_words_are_found_in_scripts_without_blanks() -> None:
    text = "市長は橋が安全だと言った。橋は古い。"
    assert found("橋が安全だ", text=text) == "橋が安全だ"


@given(st.text("ab “”\"'-—.,\n ", max_size=60), st.data())
def test_a_place_holds_just_the_words_that_were_looked_for(text: str, data: st.DataObject) -> None:
    for piece in pieces_of(text, size=20):
        start = data.draw(st.integers(piece.span.start, piece.span.end))
        words = text[start : data.draw(st.integers(start, piece.span.end))]
        match = Matcher(text).find(words, piece, 0)
        if match and match.exact:
            assert text[slice(*match.span)].split() == words.split()
        if match:
            assert piece.span.start <= match.span.start < match.span.end <= piece.span.end


# Pieces


TEXTS = st.text(st.sampled_from("abc. \n世"), max_size=400)


@given(TEXTS, st.integers(5, 80))
def test_pieces_hold_all_words_once_and_in_order(text: str, size: int) -> None:
    pieces = pieces_of(text, size=size)
    spans = [part.span for piece in pieces for part in piece.parts]
    assert "".join(text[slice(*span)] for span in spans).split() or not text.split()
    assert "".join("".join(text[slice(*s)] for s in spans).split()) == "".join(text.split())
    assert spans == sorted(spans)
    assert all(piece.size <= size for piece in pieces)


def test_half_a_piece_is_smaller_until_it_is_small() -> None:
    waiting = list(pieces_of("Words of a sentence. " * 400))
    while waiting:
        piece = waiting.pop()
        smaller = halved("Words of a sentence. " * 400, piece)
        assert bool(smaller) == (piece.size >= 2 * LEAST)
        assert all(half.size < piece.size for half in smaller)
        waiting += smaller


def test_paragraphs_are_sent_with_their_numbers() -> None:
    pieces = pieces_of(TEXT, size=70)
    assert (
        pieces[1].said(TEXT) == "[2] He said no. He said it twice.\n[3] The dam must stay, he said."
    )
    assert pieces[1].paragraph(3) == Span(TEXT.rindex("The dam"), len(TEXT))
    assert pieces[1].paragraph(1) is None

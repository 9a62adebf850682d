"""Paragraphs, sentences and words in the texts of articles."""

from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.articles.text import (
    Span,
    end_moved,
    paragraph_span,
    paragraphs,
    sentence_at,
    sentences,
    snap_to_words,
    start_moved,
    trimmed,
)

TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(["Mr.", "U.S.", "“No.”", "So", "it", "is…", "\n", "\n\n", "。", "3.", "é"])
    ).map(" ".join),
)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


# Paragraphs and sentences


@given(TEXTS)
@example("\u2028 one\x1ctwo \x85")
def test_paragraphs_and_sentences_hold_all_that_is_not_blank_once_and_in_order(text: str) -> None:
    for spans in (paragraphs(text), sentences(text)):
        end = 0
        for span in spans:
            assert not text[end : span.start].strip()
            assert end <= span.start < span.end <= len(text)
            assert words(text, (span,)) == [text[span.start : span.end].strip()]
            end = span.end
        assert not text[end:].strip()


@given(TEXTS)
def test_each_sentence_lies_in_one_paragraph(text: str) -> None:
    for sentence in sentences(text):
        assert any(p.start <= sentence.start and sentence.end <= p.end for p in paragraphs(text))


def test_each_line_that_is_not_blank_is_a_paragraph() -> None:
    text = "\n  One.\n\n \nTwo.\nThree.\n"

    assert words(text, paragraphs(text)) == ["One.", "Two.", "Three."]


def test_the_sample_article_has_seven_paragraphs_and_fifteen_sentences() -> None:
    text = (files("resources") / "samples" / "article.txt").read_text(encoding="utf-8")

    assert len(paragraphs(text)) == 7
    assert len(sentences(text)) == 15


@pytest.mark.parametrize(
    "split",
    [
        ["He wins the U.S. presidential election.", "She loses."],
        ["Bombs fell on the U.S.", "The war went on."],
        ["Mr. J. Lough met Sen. Smith vs. Gen. Jones.", "Nothing came of it."],
        ["“Putin has no reason.”", "Additionally, CNN notes it."],
        ["“What now?” he asked.", "“Wait!” she said."],
        ["It costs $2.7 billion, i.e. too much…", "Or does it?", "Yes!"],
        ["1. The first.", "It goes on."],
        ["a. The first.", "It goes on."],
        ["See no. 5 of Dec. 3.", "He said no.", "She left."],
        ["Apple Inc. said so.", "It lied to Apple Inc.", "They knew."],
        ["It is known.[12]", "Not by all.[3][4]", "Or (at all).", "[Sic.]"],
        ["Visit example.com now.", "Then go."],
        ["这是第一句。", "他说：“好！”", "第三句"],
        ["今日は。", "「行く。」", "はい。"],
        ["هل هذا؟", "نعم۔", "لا."],
        ["यह है।", "वह है।"],
        ["Er kam z.B. gestern.", "„Nein.“", "Sie ging."],
        ["«Да.»", "Нет."],
        ["no capital. here either."],
    ],
    ids=lambda split: split[0],
)
def test_a_text_is_split_where_its_sentences_end(split: list[str]) -> None:
    text = ("" if "这" in split[0] or "今" in split[0] else " ").join(split)

    assert words(text, sentences(text)) == split


def test_sentences_go_on_over_lines_that_were_broken_at_a_width() -> None:
    line = "a line that was broken where the page ended, not the sentence, and so"
    text = "\n".join([line] * 4 + ["it goes on. Here it ends."])

    assert len(sentences(text)) == 2


def test_long_texts_of_marks_only_take_no_time() -> None:
    for text in ("." * 200_000, "“" * 200_000, ".[1]" * 50_000, "ab." * 70_000):
        assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    ("position", "sentence"),
    [(0, "One."), (3, "One."), (4, "One."), (5, "Two."), (9, "Two."), (10, "Two."), (12, "Three.")],
)
def test_a_place_is_in_the_sentence_that_began_last(position: int, sentence: str) -> None:
    text = "One. Two.\n\nThree."

    assert words(text, (sentence_at(text, position),)) == [sentence]


def test_before_the_first_sentence_there_is_none() -> None:
    assert sentence_at(" One.", 0) == (0, 0)
    assert sentence_at("", 0) == (0, 0)


# Words


@pytest.mark.parametrize(
    ("text", "selected", "snapped"),
    [
        ("of Western unity", "este", "Western"),
        ("of Western unity", "n un", "Western unity"),
        ("of Western unity", " Western ", "Western"),
        ("the war’s scale", "ar", "war’s"),
        ("a co-premise of it", "rem", "co-premise"),
        ("over $2.7B worth", "7", "2.7B"),
        ("the U.S. is", "U", "U.S"),
        ("unity, and", "y, a", "unity, and"),
        ("end.Next", "nex", "Next"),
        ("naïve cafe\u0301s", "caf", "cafe\u0301s"),
        ("का युद्ध है", "यु", "युद्ध"),
        ("和平谈判", "平谈", "平谈"),
        ("👩🏽‍💻 works", "👩", "👩🏽‍💻"),
        ("‘quoted’ words", "uote", "quoted"),
    ],
)
def test_a_selection_widens_to_whole_words(text: str, selected: str, snapped: str) -> None:
    start = text.lower().index(selected.lower())
    span = snap_to_words(text, start, start + len(selected))

    assert words(text, (span,)) == [snapped]


def test_a_selection_without_width_becomes_the_word_that_it_is_in() -> None:
    assert snap_to_words("one two", 1, 1) == (0, 3)
    assert snap_to_words("one  two", 4, 4) == (4, 4)
    assert snap_to_words("one  two", 3, 5) == (5, 5)


def test_a_selection_may_run_backwards_and_over_the_ends() -> None:
    assert snap_to_words("one two", 99, 5) == (4, 7)
    assert snap_to_words("one two", 2, -5) == (0, 3)
    assert snap_to_words("", 3, 9) == (0, 0)


def test_what_has_no_end_is_no_word() -> None:
    start, end = snap_to_words("x" * 1_000_000, 500_000, 500_001)

    assert end - start < 1000


@given(TEXTS, st.integers(-5, 60), st.integers(-5, 60))
def test_snapping_keeps_what_was_selected_and_is_done_once(text: str, start: int, end: int) -> None:
    span = snap_to_words(text, start, end)

    assert 0 <= span.start <= span.end <= len(text)
    if start < end and text[max(start, 0) : max(end, 0)].strip():
        assert text[max(start, 0) : max(end, 0)].strip() in text[span.start : span.end]
        assert snap_to_words(text, *span) == span


@pytest.mark.parametrize(
    ("text", "span", "moved"),
    [
        ("one two three", "two", ("one two", "two", "two three", "two")),
        ("one, two", "one, two", ("one, two", "two", "one, two", "one")),
        ("one, two.", "two", ("one, two", "two", "two.", "two")),
        ("the war’s end", "war’s", ("the war’s", "war’s", "war’s end", "war’s")),
        ("他说：不行", "说", ("他说", "说", "说：", "说")),
        ("قال إن الحرب", "إن", ("قال إن", "إن", "إن الحرب", "إن")),
    ],
)
def test_the_ends_of_a_place_move_word_by_word(
    text: str, span: str, moved: tuple[str, str, str, str]
) -> None:
    start = text.index(span)
    place = Span(start, start + len(span))
    ends = [move(text, place, by) for move in (start_moved, end_moved) for by in (-1, 1)]
    # earlier start, later start, earlier end, later end
    told = [text[slice(*one)] for one in (ends[0], ends[1], ends[3], ends[2])]
    assert tuple(told) == moved


@given(st.text(max_size=40), st.integers(0, 40), st.integers(1, 40), st.sampled_from((-1, 1)))
def test_a_place_that_is_moved_stays_a_place(text: str, start: int, length: int, by: int) -> None:
    span = trimmed(text, min(start, len(text)), min(start + length, len(text)))
    if span.start == span.end:
        return
    for move in (start_moved, end_moved):
        moved = move(text, span, by)
        assert 0 <= moved.start < moved.end <= len(text)
        assert trimmed(text, *moved) == moved


def test_a_paragraph_is_found_by_a_place_in_it() -> None:
    text = "One. Two.\n\nThree."
    assert [text[slice(*paragraph_span(text, at))] for at in (0, 7, 10, 12)] == [
        *["One. Two."] * 3,
        "Three.",
    ]
    assert paragraph_span("", 0) == Span(0, 0)

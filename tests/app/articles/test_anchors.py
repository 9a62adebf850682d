"""Anchors: marks in an article, and what can be told from where they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.articles.anchors import anchor_at, fidelity_of
from app.model.elements import Fidelity, Source, SourceId
from app.model.errors import EditError
from app.model.text import paragraph_at
from tests.app.builders import anchor_of


def source_of(text: str) -> Source:
    return Source(id=SourceId("s"), title="", text=text)


def test_a_mark_holds_its_words_and_some_before_and_after() -> None:
    source = source_of("x" * 50 + " the words " + "y" * 50)
    anchor = anchor_at(source, 50, 61)

    assert (anchor.exact, anchor.start, anchor.end) == ("the words", 51, 60)
    assert anchor.prefix == "x" * 31 + " "
    assert anchor.suffix == " " + "y" * 31


def test_a_mark_at_the_ends_of_a_text_has_nothing_around_it() -> None:
    anchor = anchor_at(source_of("words"), -3, 99)

    assert (anchor.prefix, anchor.exact, anchor.suffix) == ("", "words", "")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (3, 5), (5, 3), (90, 99), (-2, 0)])
def test_blanks_alone_cannot_be_marked(start: int, end: int) -> None:
    with pytest.raises(EditError, match="Select some words of the article first"):
        anchor_at(source_of("one  two"), start, end)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.integers(0), st.integers(0))
def test_a_mark_always_stands_where_it_says(text: str, start: int, end: int) -> None:
    source = source_of(text)
    try:
        anchor = anchor_at(source, start % 99, end % 99)
    except EditError:
        return

    assert text[anchor.start : anchor.end] == anchor.exact == anchor.exact.strip()
    assert text[: anchor.start].endswith(anchor.prefix)
    assert text[anchor.end :].startswith(anchor.suffix)


def test_paragraphs_are_numbered_from_one() -> None:
    source = source_of("\nOne.\n\n  Two.\nThree and more.")

    numbers = [
        paragraph_at(source.text, anchor_of(source, words).start)
        for words in ("One", "Two", "more")
    ]
    assert numbers == [1, 2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "He said: “[no reason],” and left.",
        "He said: [“no reason,”] and left.",
        "He said: [“no reason”,] and left.",
        "He said: “There is [no reason].",
        "Er sagte: „[Kein Grund]“, und ging.",
        "Mówił: „[nie ma powodu]”.",
        "Il dit: « [aucune raison] ».",
        "Er sagte: »[kein Grund]«.",
        'He said: "[no reason]" and left.',
        "他说「[没有理由]」。",
        "“One.” He said [“two.”]",
    ],
)
def test_what_stands_in_quotation_marks_is_a_quotation(text: str) -> None:
    assert _fidelity_of_marked(text) is Fidelity.QUOTATION


@pytest.mark.parametrize(
    "text",
    [
        "He said: “no reason,” [and left].",
        "[He said: “no reason,”] and left.",
        "He said: “no [reason,” and] left.",
        '"One" and [two] and "three"',
        "Trump[’s stance] may shift, it’s said.",
        'a 5" [screen]',
        "“An open quotation.\n[Another] paragraph.",
        "[  ]",
        "[,]",
    ],
)
def test_what_goes_beyond_quotation_marks_is_a_paraphrase(text: str) -> None:
    assert _fidelity_of_marked(text) is Fidelity.PARAPHRASE


def test_marks_without_end_take_no_time() -> None:
    for text in ("»" * 100_000, "«" * 100_000, "“" * 100_000, "「" * 100_000, '"' * 100_001):
        fidelity_of(source_of(text), 5, 9)


def _fidelity_of_marked(text: str) -> Fidelity:
    start, end = text.index("["), text.index("]") - 1
    return fidelity_of(source_of(text.replace("[", "").replace("]", "")), start, end)

"""Words are compared without case, accents and the shapes of letters."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.words import folded, spans_of, terms_of


def words_in(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in spans_of(text, terms_of(query))]


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("Die Straße am Fluß", "STRASSE", ["Straße"]),
        ("Die Straße am Fluß", "fluss", ["Fluß"]),
        ("A ﬁne ﬁsh", "fine", ["ﬁne"]),
        ("A ﬁne ﬁsh", "i", ["ﬁ", "ﬁ"]),  # half of a letter is the whole of it
        ("un e\u0301lan", "elan", ["e\u0301lan"]),  # the accent stands by itself
        ("the cafe\u0301 is shut", "café", ["cafe\u0301"]),
        ("un élan", "é", ["é"]),
        ("Putin’s “war”", "putin's", ["Putin’s"]),
        ("a cease\u00adfire", "ceasefire", ["cease\u00adfire"]),
        ("two\n  words", '"two words"', ["two\n  words"]),
        ("ΣΊΣΥΦΟΣ", "σίσυφος", ["ΣΊΣΥΦΟΣ"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("peace talks", "talk peace", ["peace", "talk"]),
        ("aaa", "aa a", ["aaa"]),
        ("a.b", ".", ["."]),
    ],
)
def test_words_are_found_where_they_stand(text: str, query: str, words: list[str]) -> None:
    assert words_in(text, query) == words


def test_a_query_is_words_and_phrases() -> None:
    assert terms_of("  Peace  “in our  time” PEACE ") == ("peace", "in our time")
    assert terms_of('war "and pea') == ("war", "and pea")  # still being typed
    assert terms_of('"" \u0301 ') == ()


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(), st.text())
def test_what_is_found_is_marked_and_nothing_else_is(text: str, query: str) -> None:
    terms = terms_of(query)
    spans = spans_of(text, terms)
    assert bool(spans) == any(term in folded(text) for term in terms)
    for (_, end), (start, _) in itertools.pairwise(spans):
        assert end < start
    for start, end in spans:
        assert 0 <= start < end <= len(text)


@given(st.text(), st.data())
def test_any_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    term = folded(part)
    if term:
        assert spans_of(text, [term])

"""Two texts of an article side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.articles.captures import Difference, Kind, changed_words, differences
from app.articles.text import Span, sentences

OLD = (
    "One is here now. Two stays the same. Three will go away soon.\n\n"
    "Four is moved elsewhere. Five ends it all."
)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (
            one.kind.value,
            old[slice(*one.old)] if one.old else "",
            new[slice(*one.new)] if one.new else "",
        )
        for one in differences(old, new)
    ]


def test_what_appeared_disappeared_was_reworded_and_moved_is_told_in_reading_order() -> None:
    new = (
        "Four is moved elsewhere. One is here now. Two stays the same. A new one.\n\n"
        "Five ends it all, at last."
    )
    assert told(OLD, new) == [
        ("moved", "Four is moved elsewhere.", "Four is moved elsewhere."),
        ("same", "One is here now.", "One is here now."),
        ("same", "Two stays the same.", "Two stays the same."),
        ("appeared", "", "A new one."),
        ("disappeared", "Three will go away soon.", ""),
        ("reworded", "Five ends it all.", "Five ends it all, at last."),
    ]


def test_an_unchanged_text_has_no_differences_wherever_its_blanks_are() -> None:
    kinds = {kind for kind, _, _ in told(OLD, OLD.replace(" ", "  "))}
    assert kinds == {"same"}


def test_a_whole_new_text_is_all_new() -> None:
    assert told("Yes.", "Dogs bark at night.") == [
        ("appeared", "", "Dogs bark at night."),
        ("disappeared", "Yes.", ""),
    ]
    assert told("", "Yes.") == [("appeared", "", "Yes.")]


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("It rains now", "It snows now", ["rains"], ["snows"]),
        ("It rains", "It rains hard today", [], ["hard today"]),
        ("a b c d e", "b c x e", ["a", "d"], ["x"]),
        ("same", "same", [], []),
    ],
)
def test_the_words_that_changed_are_told(
    old: str, new: str, gone: list[str], come: list[str]
) -> None:
    before, after = changed_words(old, new)
    assert [old[slice(*span)] for span in before] == gone
    assert [new[slice(*span)] for span in after] == come


SENTENCES = st.lists(
    st.sampled_from(
        ["It rains.", "It rains hard.", "Who knows?", "Nobody saw it.", "So\n\nit goes."]
    ),
    max_size=12,
).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_every_sentence_of_both_texts_is_told_just_once(old: str, new: str) -> None:
    found = differences(old, new)
    for text, spans in ((old, [d.old for d in found]), (new, [d.new for d in found])):
        assert sorted(span for span in spans if span) == list(sentences(text))
    assert [d.new for d in found if d.new] == list(sentences(new))
    assert all(_is_right(d, old, new) for d in found)


def _is_right(one: Difference, old: str, new: str) -> bool:
    def words(text: str, span: Span | None) -> list[str]:
        return text[slice(*span)].split() if span else []

    before, after = words(old, one.old), words(new, one.new)
    match one.kind:
        case Kind.SAME | Kind.MOVED:
            return before == after != []
        case Kind.REWORDED:
            return [] != before != after != []
        case Kind.APPEARED:
            return not before
        case Kind.DISAPPEARED:
            return not after

"""Marks found again in a text that has changed: never wrong without saying so."""

from collections import Counter
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.articles.anchors import anchor_in
from app.articles.fates import Fate, Found
from app.articles.reanchoring import (
    StoppedError,
    found_again,
    found_by_context,
    marks_found_again,
)
from app.model.elements import Anchor, SourceId
from tests.app.builders import Draft, anchor_of

SOURCE = SourceId("s")
OLD = (
    "Putin is unlikely to negotiate, analysts told CNN on Tuesday.\n\n"
    "The war’s scale is too vast for simple talks. It reflects a broader conflict.\n\n"
    "“Putin has no reason to reconsider his actions,” Graham said. Lough agreed. He said no more."
)


def anchor(words: str, text: str = OLD, *, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return anchor_in(SOURCE, text, start, start + len(words))


def find(new: str, words: str, *, nth: int = 0, old: str = OLD) -> Found:
    (found,) = found_again(old, new, [anchor(words, old, nth=nth)])
    if found.anchor:
        assert new[found.anchor.start : found.anchor.end] == found.anchor.exact
    return found


def words_of(found: Found) -> str:
    assert found.anchor
    return found.anchor.exact


# Kept and moved


def test_marks_around_a_corrected_word_are_kept() -> None:
    new = OLD.replace("Tuesday", "Wednesday, 5 November")
    for words in ("Putin", "analysts told CNN", "The war’s scale", "Lough agreed. He said no"):
        found = find(new, words)
        assert (found.fate, words_of(found)) == (Fate.KEPT, words)
        assert found.anchor
        assert found.anchor.prefix == new[max(0, found.anchor.start - 32) : found.anchor.start]


def test_a_mark_next_to_a_new_paragraph_is_kept() -> None:
    new = OLD.replace("\n\nThe war", "\n\nA missed paragraph stands here.\n\nThe war")
    assert find(new, "The war’s scale is too vast").fate is Fate.KEPT


def test_a_mark_in_a_paragraph_that_moved_says_so() -> None:
    first, second, third = OLD.split("\n\n")
    found = find(f"{third}\n\n{first}\n\n{second}", "Graham said. Lough agreed")

    assert (found.fate, words_of(found)) == (Fate.MOVED, "Graham said. Lough agreed")


def test_other_line_breaks_change_nothing() -> None:
    new = OLD.replace(" ", "\n").replace("\n\n", " ")
    found = find(new, "vast for simple talks. It reflects")

    assert found.fate is Fate.KEPT
    assert words_of(found).split() == ["vast", "for", "simple", "talks.", "It", "reflects"]


# Reworded and lost


@pytest.mark.parametrize(
    ("words", "before", "after", "now"),
    [
        ("unlikely to negotiate", "unlikely", "very unlikely", "unlikely to negotiate"),
        ("unlikely to negotiate", "to negotiate", "to talk", "unlikely to talk"),
        ("scale is too vast for", "too vast", "far too large", "scale is far too large for"),
        ("no reason to reconsider his actions", " his actions", "", "no reason to reconsider"),
        ("Tuesday", "Tuesday", "Thursday", "Thursday"),
    ],
)
def test_a_mark_holds_what_its_words_have_become(
    words: str, before: str, after: str, now: str
) -> None:
    found = find(OLD.replace(before, after, 1), words)

    assert words_of(found) == now
    assert found.fate is (Fate.KEPT if now == words else Fate.REWORDED)
    assert 0.6 <= found.likeness <= 1


def test_a_sentence_that_was_moved_and_reworded_is_found_there() -> None:
    gone = "The war’s scale is too vast for simple talks. "
    new = OLD.replace(gone, "") + " The war’s scale is just too vast for simple talks."
    found = find(new, gone.strip())

    assert found.fate is Fate.REWORDED
    assert words_of(found) == "The war’s scale is just too vast for simple talks."


def test_words_that_are_there_no_more_are_lost() -> None:
    new = OLD.replace("Lough agreed. ", "")
    assert find(new, "Lough agreed.") == Found(Fate.LOST, None, 0.0)
    assert find("Something else entirely.", "Lough agreed.").fate is Fate.LOST


# Words that stand in several places


def test_repeated_words_are_told_apart_by_what_stands_around_them() -> None:
    old = "He agreed. The talks failed. He agreed. The war went on for years after that."
    new = "In the end he left. The talks failed. He agreed. The war went on for years after that."

    assert find(new, "He agreed.", nth=1, old=old).fate is Fate.KEPT
    assert find(new, "He agreed.", nth=0, old=old).fate not in {Fate.KEPT, Fate.MOVED}


@pytest.mark.parametrize("nth", [0, 1])
def test_nobody_knows_which_of_two_the_same_is_left(nth: int) -> None:
    found = find("Then no, he said.", "no,", nth=nth, old="Then no, no, he said.")
    assert found.fate is Fate.UNSURE


def test_parts_of_longer_words_are_not_taken_for_the_words() -> None:
    found = find("The cat sat on the catalogue.", "log", old="The cat sat on the log.")
    assert found.fate not in {Fate.KEPT, Fate.MOVED, Fate.UNSURE}


def test_chinese_is_found_again() -> None:
    old = "普京不太可能谈判。战争的规模太大了。分析人士对美国有线电视新闻网说。他没有理由。"
    new = "周二，" + old.replace("规模太大", "规模实在太大")

    assert find(new, "没有理由", old=old).fate is Fate.KEPT
    assert find(new, "战争的规模太大了", old=old).fate is Fate.REWORDED


def test_a_mark_of_blanks_alone_is_lost() -> None:
    assert find("a c", " ", old="a b").fate is Fate.LOST


# By context alone


def test_a_mark_is_found_by_its_context_in_a_text_that_was_never_compared() -> None:
    again = found_by_context(OLD + " Lough agreed.", anchor("Lough agreed"))
    assert (again.fate, again.anchor and again.anchor.start) == (Fate.KEPT, OLD.index("Lough"))
    assert found_by_context("Lough agreed. Lough agreed.", anchor("Lough agreed")).fate is Fate.LOST


# In a map, with a worker


def test_all_marks_of_a_source_are_looked_for_and_progress_is_told() -> None:
    draft = Draft()
    source = draft.source(OLD)
    sayings = [
        draft.saying(draft.claim(), anchor=anchor_of(source, words))
        for words in ("Putin is", "Lough agreed")
    ]
    heard: list[int] = []
    found = marks_found_again(
        draft.map, source.id, OLD.replace("Lough", "Mr Lough"), progress=heard.append
    )

    assert [found[saying.id].fate for saying in sayings] == [Fate.KEPT, Fate.KEPT]
    assert heard == [0, 2]
    with pytest.raises(StoppedError):
        marks_found_again(draft.map, source.id, "Other words.", cancelled=lambda: True)


# Any edits whatever


class Word(NamedTuple):
    """A word of a text, with a number by which it is known wherever it goes."""

    written: str
    number: int


VOCABULARY = [
    f"{stem}{end}" for stem in ("war", "peace", "talk", "the", "in") for end in "abcdefgh"
]


@st.composite
def revisions(draw: st.DrawFn) -> tuple[list[Word], list[Word]]:
    """A text of words that come back again and again, and the same after some edits."""
    random = Random(draw(st.integers(0, 10**9)))  # noqa: S311  must not shrink to one word
    numbers = iter(range(10**9))

    def fresh(count: int) -> list[Word]:
        ends = (". " if random.random() < 0.12 else " " for _ in range(count))
        return [Word(random.choice(VOCABULARY) + end, next(numbers)) for end in ends]

    old = fresh(draw(st.integers(20, 200)))
    new = list(old)
    for kind in draw(
        st.lists(st.sampled_from(["delete", "insert", "replace", "move"]), max_size=5)
    ):
        start = random.randint(0, len(new))
        end = min(len(new), start + random.choice([1, 1, 2, 5, 30]))
        part = new[start:end]
        if kind == "insert":
            new[start:start] = fresh(random.randint(1, 10))
            continue
        new[start:end] = fresh(random.randint(1, 5)) if kind == "replace" else []
        if kind == "move":
            place = random.randint(0, len(new))
            new[place:place] = part
    return old, new or fresh(1)


def text_of(words: list[Word]) -> str:
    return "".join(word.written for word in words)


def places_of(words: list[Word]) -> dict[int, tuple[int, int]]:
    places, start = {}, 0
    for word in words:
        places[word.number] = (start, start + len(word.written.rstrip()))
        start += len(word.written)
    return places


@settings(max_examples=400)
@given(revisions(), st.integers(0, 10**6), st.integers(1, 12))
def test_no_mark_is_ever_wrong_without_saying_so(
    revision: tuple[list[Word], list[Word]], first: int, count: int
) -> None:
    old, new = revision
    first %= len(old)
    marked = [word.number for word in old[first : first + count]]
    before, after = places_of(old), places_of(new)
    start, end = before[marked[0]][0], before[marked[-1]][1]
    (found,) = found_again(
        text_of(old), text_of(new), [anchor_in(SOURCE, text_of(old), start, end)]
    )

    exact = text_of(old)[start:end]
    order = [word.number for word in new]
    place = order.index(marked[0]) if marked[0] in after else -1
    untouched = place >= 0 and order[place : place + len(marked)] == marked
    if found.anchor:
        assert found.anchor.exact == text_of(new)[found.anchor.start : found.anchor.end]
    if found.fate in {Fate.KEPT, Fate.MOVED}:
        assert found.anchor
        assert found.anchor.exact.split() == exact.split()
        if untouched:  # then it is at these very words, and at no others like them
            assert found.anchor.start == after[marked[0]][0]
            assert found.anchor.end == after[marked[-1]][1]
    words = Counter(word.written.strip() for word in (*old, *new))
    if untouched and any(words[w] == 2 for w in exact.split()) and len(exact) >= 10:
        assert found.anchor
        assert found.anchor.start == after[marked[0]][0]
    if [word.written for word in old] == [word.written for word in new]:
        assert found.fate is Fate.KEPT

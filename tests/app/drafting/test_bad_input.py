"""Any text at all: places stay inside it, nothing is raised, and time grows with its length."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.articles.text import Span
from app.drafting.drafting import draft
from app.drafting.results import Draft

_PIECES = (
    "said says that “ ” \" '' , . : according to who Ana Paz he she it told and but the dam was is "
    "( ) because although however ; — 's not support for by criticised view in as reported asked "
    "about expected what which ! ? 5 \n\n"
)
_WORDY = st.lists(st.sampled_from(_PIECES.split(" ")), max_size=60).map(" ".join)
_ANY = st.text(max_size=200)


def _places(found: Draft) -> Iterator[Span]:
    for one in found.attributions:
        yield from (*one.source, *one.cue, *one.content)
        if one.link:
            yield one.link
    for contention in found.contentions:
        yield contention.span
    for relation in found.relations:
        yield from (relation.begins, relation.ends, relation.cue)


def _check(text: str) -> None:
    found = draft(text)
    for start, end in _places(found):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
    keys = {one.key for one in found.attributions}
    assert len(keys) == len(found.attributions)
    assert all(one.parent in keys for one in found.attributions if one.parent)
    assert draft(text) == found


@given(_WORDY)
def test_words_in_any_order_give_places_inside_the_text(text: str) -> None:
    _check(text)


@given(_ANY)
def test_any_characters_give_places_inside_the_text(text: str) -> None:
    _check(text)


@pytest.mark.slow
@settings(max_examples=5_000)
@given(st.one_of(_WORDY, _ANY, st.text(alphabet="Aa .,“”\"':;\n-—()sad")))
def test_many_more_texts_give_places_inside_them(text: str) -> None:
    _check(text)


@pytest.mark.slow
def test_a_million_words_are_drafted_without_a_break() -> None:
    text = "Paz said that the dam, which is old, would hold, and “nobody” knew why.\n" * 75_000
    found = draft(text)
    assert len(found.attributions) >= 75_000
    last = found.attributions[-1].content[-1]
    assert len(text) - 75 < last.start < last.end <= len(text)


_ODD = {
    "no ends": "the mayor said that the dam was old and ",
    "open marks": "“ the mayor said ",
    "closing marks": "the mayor said ” ",
    "capitals": "THE MAYOR SAID THAT THE DAM WAS OLD. ",
    "quotations": "“The dam is very old,” she said. ",
    "commas": "Paz, the mayor, a, b, and, ",
    "joints": "although, because, but, as it, ",
    "one letter": "a",
    "signs": "“”(),.:;—'’",
    "nested": "Paz said that ",
    "pronouns": "He said it was old. ",
    "names": "Ana Paz met Kofi Lind. ",
    "control": "said\x00\x1b[31m \u202e",
    "lines": "Paz said it.\n",
    "signed": "“The dam is very old.” — Ana Paz ",
    "colons": "The mayor was curt: “The dam is very old.” ",
    "polls": "in a poll of 40 percent, ",
    "German": "Die Bürgermeisterin sagt, der Damm sei alt: „Er hält nicht.“ ",
    "Greek": "Η Άννα λέει ότι ο άρτος είναι καλός. ",
    "Arabic": "قالت العمدة إن السد قديم. ",
    "Chinese": "市长说：“大坝很旧。”",
}


@pytest.mark.parametrize("piece", _ODD.values(), ids=_ODD.keys())
def test_odd_texts_give_places_inside_them(piece: str) -> None:
    _check(piece * (3_000 // len(piece)))


@pytest.mark.slow
@pytest.mark.parametrize("piece", _ODD.values(), ids=_ODD.keys())
def test_time_grows_with_the_length_of_odd_texts(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (100_000, 800_000))
    spent = []
    for text in (short, long):
        began = time.process_time()
        draft(text)
        spent.append(time.process_time() - began)
    assert spent[1] < 20 * spent[0] + 1

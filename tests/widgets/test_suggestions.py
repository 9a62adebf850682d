"""Suggestions: their words, their cards in order, and what the map says about them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.articles.marked import Marked
from app.articles.text import Span
from app.model.elements import Claim, Locution, Polarity, Source, SourceId
from tests.app.builders import Draft
from widgets.drafting.accepting import as_claim, as_claims, as_link
from widgets.drafting.deciding import Deciding
from widgets.drafting.model import DraftModel, State
from widgets.drafting.suggestions import (
    Sort,
    Suggestion,
    drafted,
    marked_span,
    words_of,
)
from widgets.working import Reporter

_SENTENCES = (
    "“The bridge is safe,” said Anna Lind, the mayor. “It will stand.”",
    "Peter Holm told the council that the bridge is not safe at all.",
    "However, he denies that anybody ever looked at it, because nobody was paid.",
    "She added that Holm wants the council to close it.",
    "According to the Daily Post, the council fears that it will fall.",
    "Anna Lind claims Holm said that “all bridges fall”, and he did.",
    "It was raining.",
    "The mayor should close the bridge.",
)
TEXTS = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=12).map(" ".join)


def drafted_from(text: str) -> tuple[Suggestion, ...]:
    return drafted(text, Reporter()).suggestions


def saying(text: str, *words: str, **more: object) -> Suggestion:
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)
    return Suggestion("k", Sort.SAYING, spans, "likely", "", **more)  # type: ignore[arg-type]


def project(text: str) -> tuple[Draft, Source]:
    """A map with nothing in it but an article."""
    draft = Draft()
    source = Source(id=SourceId("s"), title="Bridge", text=text)
    draft.do(edits.add_source(draft.map, source=source))
    return draft, source


def deciding(draft: Draft) -> Deciding:
    return Deciding(draft.map, Marked(draft.map, SourceId("s")))


@given(TEXTS)
def test_whatever_is_accepted_is_open_no_more_until_it_is_undone(text: str) -> None:
    draft, source = project(text)
    for one in drafted_from(text):
        if one.sort is Sort.RELATION or deciding(draft).is_accepted(one):
            continue
        before = draft.map
        change = draft.do(as_claim(source, one)(draft.map))
        assert deciding(draft).is_accepted(one)
        (said,) = (e for e in change.after.values() if isinstance(e, Locution))
        assert said.anchor
        assert said.anchor.exact == text[said.anchor.start : said.anchor.end]
        assert [draft.map.speaker(key).name for key in said.speakers] == list(one.speakers)
        assert draft.map.apply(change.inverted()) == before


@given(TEXTS)
def test_every_open_suggestion_has_one_card_below_a_heading(text: str) -> None:
    those = drafted_from(text)
    states = {one.key: State.OPEN for one in those}
    model = DraftModel()
    model.show(text, those, states, rejected=False)
    assert sorted(one.key for one in model.suggestions) == sorted(states)
    rows = [model.row(model.index(number)) for number in range(model.rowCount())]
    assert not rows or (rows[0] and rows[0].heading)
    for row in rows:
        assert row
        assert bool(row.heading) is (row.suggestion is None)


def test_a_that_before_the_words_is_left_out_but_not_of_a_quotation() -> None:
    text = "He said that it is so. He said “That is so.”"
    one = saying(text, "that it is so")
    assert text[slice(*marked_span(text, one))] == "it is so"
    other = saying(text, "“That is so.”", direct=True)
    assert text[slice(*marked_span(text, other))] == "“That is so.”"


def test_the_pieces_of_a_quotation_are_one_claim_with_an_ellipsis() -> None:
    text = "“It is safe,” she said, “as bridges are.”"
    one = saying(text, "“It is safe,”", "“as bridges are.”", direct=True)
    assert words_of(text, one) == "It is safe … as bridges are."
    draft, source = project(text)
    change = draft.do(as_claim(source, one)(draft.map))
    (claim,) = (e for e in change.after.values() if isinstance(e, Claim))
    assert claim.text == "It is safe … as bridges are."


def test_the_same_words_of_another_speaker_are_still_suggested() -> None:
    text = "Anna says that it is so, Peter knows."
    draft, source = project(text)
    anna = saying(text, "it is so", speakers=("Anna",))
    draft.do(as_claim(source, anna)(draft.map))
    assert deciding(draft).is_accepted(anna)
    assert not deciding(draft).is_accepted(saying(text, "it is so", speakers=("Peter",)))
    assert not deciding(draft).is_accepted(saying(text, "it is so"))


def test_a_speaker_goes_by_other_names_too() -> None:
    text = "Anna says that it is so."
    draft, source = project(text)
    draft.do(as_claim(source, saying(text, "it is so", speakers=("Anna Lind",)))(draft.map))
    (anna,) = draft.map.speakers()
    edit = edits.describe_speaker(draft.map, speaker=anna.id, sort=anna.sort, aliases=["Anna"])
    draft.do(edit)
    assert deciding(draft).is_accepted(saying(text, "it is so", speakers=("Anna",)))


@pytest.mark.parametrize("polarity", Polarity)
def test_a_relation_waits_for_both_ends_and_is_done_once_they_are_linked(
    polarity: Polarity,
) -> None:
    text = "It is safe. However, it may fall."
    draft, source = project(text)
    spans = (Span(21, 32), Span(0, 10))
    relation = Suggestion("r", Sort.RELATION, spans, "check", "", kind="rebuts")
    assert deciding(draft).ends(relation) is None
    both = [Suggestion(str(n), Sort.SAYING, (span,), "likely", "") for n, span in enumerate(spans)]
    draft.do(as_claims(source, both)(draft.map))
    ends = deciding(draft).ends(relation)
    assert ends
    assert [draft.map.claim(end).text for end in ends] == ["It may fall", "It is safe"]
    assert not deciding(draft).is_accepted(relation)
    draft.do(as_link(ends, polarity)(draft.map))
    assert deciding(draft).is_accepted(relation)

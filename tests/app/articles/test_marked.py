"""The marks of an article, and what of it is not mapped yet, through all changes."""

from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.articles.anchors import anchor_at
from app.articles.marked import Marked
from app.articles.text import Span
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Anchor, ClaimId, LocutionId, Stance
from tests.app.builders import Draft, anchor_of

TEXT = "One here. Two there. Three. Four."


def words(span: Span | None) -> str | None:
    return TEXT[slice(*span)] if span else None


def test_a_sentence_is_mapped_if_a_claim_rests_on_any_of_its_words() -> None:
    draft = Draft()
    source = draft.source(TEXT)
    claim = draft.claim()
    assert Marked(draft.map, source.id).mapped == (0, 4)

    draft.saying(claim, anchor=anchor_of(source, "there. Three"))
    draft.saying(claim, anchor=anchor_of(source, "there"))
    draft.saying(claim)
    assert Marked(draft.map, source.id).mapped == (2, 4)


def test_the_next_sentence_without_a_claim_is_looked_for_round_the_end() -> None:
    draft = Draft()
    source = draft.source(TEXT)
    draft.saying(draft.claim(), anchor=anchor_of(source, "Two there"))
    marked = Marked(draft.map, source.id)
    assert [words(marked.unmapped(at)) for at in (-1, 0, 12, 21, 30)] == [
        "One here.",
        "Three.",
        "Three.",
        "Four.",
        "One here.",
    ]
    assert [words(marked.unmapped(at, -1)) for at in (0, 12, 21, 24, 28)] == [
        "Four.",
        "One here.",
        "One here.",
        "Three.",
        "Three.",
    ]


def test_where_all_is_mapped_there_is_no_next_sentence() -> None:
    draft = Draft()
    source = draft.source(TEXT)
    draft.saying(draft.claim(), anchor=anchor_at(source, 0, len(TEXT)))
    assert Marked(draft.map, source.id).unmapped(0) is None


def test_a_text_without_sentences_has_none_to_go_to() -> None:
    draft = Draft()
    source = draft.source(" ")
    assert Marked(draft.map, source.id).unmapped(0) is None


def test_the_shortest_mark_comes_first_where_several_are() -> None:
    draft = Draft()
    source = draft.source(TEXT)
    outer, inner, other = (
        draft.saying(draft.claim(), anchor=anchor_of(source, part)).id
        for part in ("here. Two there. Three", "Two", "Four")
    )
    marked = Marked(draft.map, source.id)
    assert [mark.locution for mark in marked.at(11)] == [inner, outer]
    assert [mark.locution for mark in marked.between(14, 40)] == [outer, other]
    assert marked.mark(LocutionId("nobody")) is None


_PLACES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


@given(st.data())
def test_following_changes_comes_out_as_looking_anew(data: st.DataObject) -> None:
    draft = Draft()
    source, elsewhere = draft.source(TEXT), draft.source("Somewhere else.")
    claims = [draft.claim() for _ in range(3)]
    draft.saying(claims[0], anchor=anchor_at(elsewhere, 0, 4))
    marked = Marked(draft.map, source.id)
    done: list[Change] = []
    for _ in range(data.draw(st.integers(0, 8))):
        start, end = data.draw(_PLACES)
        if not TEXT[start:end].strip():
            continue
        made = _edits_with(draft.map, claims, anchor_at(source, start, end))
        backwards = [done.pop().inverted()] if done and start % 2 else []
        change = data.draw(st.sampled_from(backwards or made))
        done += [] if backwards else [change]
        before = list(marked.marks)
        draft.do(change)
        assert marked.follow(change) == (list(marked.marks) != before)
        anew = Marked(draft.map, source.id)
        assert (list(marked.marks), marked.mapped) == (list(anew.marks), anew.mapped)
        assert marked.between(start, end) == anew.between(start, end)


def _edits_with(argument_map: ArgumentMap, claims: list[ClaimId], anchor: Anchor) -> list[Change]:
    """Edits of sayings: marks that come, move and go, and what leaves all marks as they are."""
    made = [edits.mark(argument_map, claim=claim, anchor=anchor) for claim in claims]
    for claim in claims:
        for key in (saying.id for saying in argument_map.locutions_of(claim)):
            made.append(edits.mark_anew(argument_map, locution=key, anchor=anchor))
            made.append(edits.remove_locution(argument_map, locution=key))
            made.append(edits.set_stance(argument_map, locution=key, stance=Stance.DENIES))
    return made

"""Which claims are misquoted, and how that follows the map."""

from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.articles.misquoted import Misquoted
from app.model.elements import ClaimId, Fidelity
from tests.app.builders import Draft, anchor_of

WORDS = "Putin has no reason"


def quoting(draft: Draft, text: str) -> ClaimId:
    """A claim that is said to quote some words of the article."""
    sources = draft.map.sources()
    claim = draft.claim(text)
    saying = draft.saying(claim, anchor=anchor_of(sources[0] if sources else draft.source(), WORDS))
    quotation = Fidelity.QUOTATION
    draft.do(edits.set_fidelity(draft.map, locution=saying.id, fidelity=quotation))
    return claim


def test_claims_that_differ_from_what_they_quote_are_found() -> None:
    draft = Draft()
    quoting(draft, WORDS)
    wrong = quoting(draft, "Putin has some reason")
    draft.saying(draft.claim("Something else"), anchor=anchor_of(draft.map.sources()[0], WORDS))

    assert Misquoted(draft.map).claims == (wrong,)


def test_a_quotation_is_checked_when_its_words_change() -> None:
    draft = Draft()
    claim = quoting(draft, WORDS)
    misquoted = Misquoted(draft.map)

    change = draft.do(edits.set_text(draft.map, claim=claim, text="Putin has some reason"))
    misquoted.follow(draft.map, change)
    assert misquoted.claims == (claim,)

    change = draft.do(edits.remove(draft.map, element=claim))
    misquoted.follow(draft.map, change)
    assert not misquoted.claims


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["right", "wrong", "undo"]))))
def test_what_is_followed_is_what_is_found_anew(steps: list[tuple[int, str]]) -> None:
    draft = Draft()
    claims = [quoting(draft, WORDS) for _ in range(3)]
    misquoted, change = Misquoted(draft.map), None
    for which, step in steps:
        if step == "undo" and change:
            change = draft.do(change.inverted())
        else:
            text = WORDS if step == "right" else "Putin has some reason"
            change = draft.do(edits.set_text(draft.map, claim=claims[which], text=text))
        misquoted.follow(draft.map, change)
        assert set(misquoted.claims) == set(Misquoted(draft.map).claims)

"""What cards show."""

import pytest

from app import edits
from app.articles.anchors import anchor_at
from app.layout.contents import Content, content_of, initials, place_of
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, Fidelity
from app.model.outline import outline
from app.model.role import Role
from app.model.roles import is_unanswered
from tests.app.builders import Draft
from tests.make_sample import build_sample

SAMPLE = build_sample()
OUTLINE = outline(SAMPLE)


def content(start: str) -> Content:
    (card,) = (c for c in OUTLINE.cards.values() if SAMPLE.claim(c.claim).text.startswith(start))
    return content_of(SAMPLE, card, unanswered=is_unanswered(card))


def test_a_card_shows_who_says_it_through_whom_and_where() -> None:
    shown = content("Without Western")
    assert (shown.speaker, shown.initials, shown.via) == ("Thomas Graham", "TG", "CNN")
    assert (shown.corner, shown.fidelity) == ("“ ¶3", Fidelity.PARAPHRASE)


def test_a_card_shows_its_role() -> None:
    assert content("Putin is unlikely").role is Role.CONTENTION
    assert content("Trump’s approach").role is Role.REBUTTAL
    assert content("A firmer").role is Role.UNDERCUTTER


def test_a_card_shows_what_nobody_voiced_and_what_nobody_answered() -> None:
    assert content("There is neither").unstated
    assert content("A firmer").unanswered
    assert not content("If advisors").unanswered
    assert not content("Trump’s approach").unanswered


def test_of_several_sayings_the_first_in_the_text_is_shown() -> None:
    claim = next(c for c in OUTLINE.cards if SAMPLE.claim(c).text.startswith("Trump’s approach"))
    (source,) = SAMPLE.sources()
    anchor = anchor_at(source, 0, 12)
    said = SAMPLE.apply(edits.mark(SAMPLE, claim=claim, anchor=anchor, speakers=["CNN"]))
    card = outline(said).cards[claim]
    assert content_of(said, card).corner == "“ ¶1"
    assert place_of(said, anchor) == "¶1"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("CNN", "C"),
        ("The Washington Post", "WP"),
        ("Bank of England", "BE"),
        ("李", "李"),
        ("of", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_card_shows_its_tags_and_how_sure_the_person_is() -> None:
    claim = next(c for c in OUTLINE.cards if SAMPLE.claim(c).text.startswith("Trump’s approach"))
    tagged = SAMPLE.apply(edits.set_tags(SAMPLE, claim=claim, tags=["nato", "war aims"]))
    sure = tagged.apply(edits.set_confidence(tagged, claim=claim, confidence=80))
    shown = content_of(sure, outline(sure).cards[claim])
    assert (shown.tags, shown.corner) == ("#nato #war aims", "80 %  “ ¶6")
    free = sure.apply(edits.add_claim(sure, text="Free"))
    (card,) = (c for c in outline(free).free if free.claim(c.claim).text == "Free")
    assert not content_of(free, card).has_foot


def test_a_quotation_with_other_words_than_the_article_has_a_sign_before_its_place() -> None:
    draft = Draft()
    source = draft.source("He says: “Bread is good.”")
    claim = draft.claim("Bread is bad.")
    saying = draft.saying(claim, anchor=anchor_at(source, 9, 25))
    assert corner_of(draft.map, claim) == ("“ ¶1", False)
    quotation = Fidelity.QUOTATION
    draft.do(edits.set_fidelity(draft.map, locution=saying.id, fidelity=quotation))
    assert corner_of(draft.map, claim) == ("! “ ¶1", True)
    draft.do(edits.set_text(draft.map, claim=claim, text="Bread is good."))
    assert corner_of(draft.map, claim) == ("“ ¶1", False)


def corner_of(argument_map: ArgumentMap, claim: ClaimId) -> tuple[str, bool]:
    shown = content_of(argument_map, outline(argument_map).cards[claim])
    return shown.corner, shown.misquoted

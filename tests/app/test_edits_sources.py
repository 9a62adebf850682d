"""Articles whose text changes, and what becomes of the marks in them."""

from datetime import UTC, datetime

import pytest

from app import edits
from app.articles.captures import Kind, claims_on, differences
from app.articles.reanchoring import marks_found_again
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, Locution, MarkState, Source, SourceId
from app.model.errors import EditError
from tests.app.builders import ARTICLE, Draft, anchor_of

QUOTED = "Putin has no reason"
NEWER = datetime(2024, 11, 6, 12, tzinfo=UTC)


class Marked(Draft):
    """A map with an article and three marks in it."""

    def __init__(self) -> None:
        super().__init__()
        self.article = self.source()
        self.cnn, self.quoted, self.trump = (
            self.saying(self.claim(), "CNN", anchor=anchor_of(self.article, words))
            for words in ("CNN says so.", QUOTED, "rooting for Trump")
        )

    def correct(self, old: str, new: str) -> None:
        text = self.map.source(self.article.id).text
        assert old in text
        change = edits.correct_text(
            self.map, source=self.article.id, text=text.replace(old, new, 1)
        )
        before = self.map
        self.do(change)
        assert self.map.apply(change.inverted()) == before

    def now(self, saying: Locution) -> Locution:
        return self.map.locution(saying.id)

    def words(self, saying: Locution) -> str:
        anchor = self.now(saying).anchor
        return anchor.exact if anchor else ""


# Corrections


def test_a_corrected_word_leaves_all_marks_around_it_as_they_were() -> None:
    draft = Marked()
    draft.correct("Graham told", "Thomas Graham has told")

    assert draft.map.marks_to_check(draft.article.id) == []
    assert [draft.words(s) for s in (draft.cnn, draft.quoted, draft.trump)] == [
        "CNN says so.",
        QUOTED,
        "rooting for Trump",
    ]


def test_a_reworded_mark_holds_the_new_words_and_remembers_the_old_ones() -> None:
    draft = Marked()
    draft.correct("no reason", "no good reason")
    saying = draft.now(draft.quoted)

    assert saying.mark_state is MarkState.REWORDED
    assert draft.words(saying) == "Putin has no good reason"
    assert saying.former == draft.quoted.anchor
    assert draft.map.marks_to_check(draft.article.id) == [saying]

    draft.do(edits.accept_mark(draft.map, locution=saying.id))
    assert draft.now(saying).mark_state is MarkState.SURE
    assert draft.map.marks_to_check(draft.article.id) == []


def test_a_lost_mark_stays_with_its_claim_until_somebody_has_looked() -> None:
    draft = Marked()
    draft.correct("Russia is rooting for Trump.", "It rains.")
    saying = draft.now(draft.trump)

    assert (saying.mark_state, saying.anchor) == (MarkState.LOST, None)
    assert saying.former
    assert saying.former.exact == "rooting for Trump"
    assert draft.map.locutions_of(draft.trump.claim) == [saying]
    assert draft.map.marks_to_check(draft.article.id) == [saying]


def test_who_accepts_a_loss_keeps_the_saying_if_somebody_is_named_for_it() -> None:
    draft = Marked()
    unnamed = draft.saying(draft.trump.claim, anchor=draft.trump.anchor)
    draft.correct("Russia is rooting for Trump.", "It rains.")
    draft.do(edits.accept_mark(draft.map, locution=draft.trump.id))
    assert draft.now(draft.trump).mark_state is MarkState.SURE
    draft.do(edits.accept_mark(draft.map, locution=unnamed.id))
    assert unnamed.id not in draft.map


def test_several_marks_are_accepted_in_one_edit() -> None:
    draft = Marked()
    draft.correct("no reason", "no good reason")
    draft.correct("CNN says so.", "CNN now says so.")
    marks = [saying.id for saying in draft.map.marks_to_check(draft.article.id)]
    assert len(marks) == 2
    before = draft.map
    change = edits.accept_marks(before, locutions=marks)
    draft.do(change)
    assert draft.map.marks_to_check(draft.article.id) == []
    assert draft.map.apply(change.inverted()) == before


def test_what_was_lost_is_found_when_its_words_come_back() -> None:
    draft = Marked()
    draft.correct("Russia is rooting for Trump.", "It rains.")
    draft.correct("It rains.", "It rains. Russia is rooting for Trump.")

    assert draft.now(draft.trump).mark_state is MarkState.SURE
    assert draft.words(draft.trump) == "rooting for Trump"


def test_a_word_put_back_needs_no_look_any_more() -> None:
    draft = Marked()
    draft.correct("no reason", "no good reason")
    draft.correct("no good reason", "no reason")
    assert draft.now(draft.quoted) == draft.quoted


def test_a_mark_that_was_reworded_twice_remembers_its_first_words() -> None:
    draft = Marked()
    draft.correct("no reason", "no good reason")
    draft.correct("no good reason", "no very good reason")

    assert draft.words(draft.quoted) == "Putin has no very good reason"
    assert draft.now(draft.quoted).former == draft.quoted.anchor


def test_words_that_stand_in_two_places_need_a_look() -> None:
    draft = Draft()
    source = draft.source("Then no, no, he said.")
    saying = draft.saying(draft.claim(), anchor=anchor_of(source, "no,"))
    draft.do(edits.correct_text(draft.map, source=source.id, text="Then no, he said."))
    assert draft.map.locution(saying.id).mark_state is MarkState.UNSURE

    draft.do(edits.correct_text(draft.map, source=source.id, text="Then no, he said. Yes."))
    assert draft.map.locution(saying.id).mark_state is MarkState.UNSURE


def test_the_same_text_is_no_edit() -> None:
    draft = Marked()
    assert not edits.correct_text(draft.map, source=draft.article.id, text=ARTICLE)
    with pytest.raises(EditError, match="needs some words"):
        edits.correct_text(draft.map, source=draft.article.id, text=" \n")


def test_marks_looked_for_beforehand_must_be_all_that_there_are() -> None:
    draft = Marked()
    new = ARTICLE + " More."
    found = marks_found_again(draft.map, draft.article.id, new)
    assert edits.correct_text(draft.map, source=draft.article.id, text=new, found=found)

    draft.saying(draft.claim(), anchor=anchor_of(draft.article, "Graham"))
    with pytest.raises(EditError, match="marked in the meantime"):
        edits.correct_text(draft.map, source=draft.article.id, text=new, found=found)


# Newer texts


def test_a_newer_text_takes_the_place_of_the_old_one_which_is_kept_beside_it() -> None:
    draft = Marked()
    before = draft.map
    newer = ARTICLE.replace("Russia is rooting", "Moscow was rooting") + " It is Tuesday."
    change = edits.replace_text(draft.map, source=draft.article.id, text=newer, captured=NEWER)
    draft.do(change)
    (article,), (earlier,) = draft.map.sources(), draft.map.captures_of(draft.article.id)

    assert (article.id, article.text, article.captured) == (draft.article.id, newer, NEWER)
    assert (earlier.text, earlier.title, earlier.captured) == (ARTICLE, article.title, None)
    assert draft.now(draft.quoted).mark_state is MarkState.SURE
    assert draft.map.apply(change.inverted()) == before


def test_claims_that_rest_on_changed_words_are_told() -> None:
    draft = Marked()
    newer = ARTICLE.replace("has no reason", "has no good reason").replace("CNN says so. ", "")
    draft.do(edits.replace_text(draft.map, source=draft.article.id, text=newer))
    (earlier,) = draft.map.captures_of(draft.article.id)
    found = differences(earlier.text, newer)

    assert [one.kind for one in found] == [Kind.DISAPPEARED, Kind.REWORDED, Kind.SAME]
    assert claims_on(draft.map, draft.article.id, found) == {draft.quoted.claim: [found[1]]}
    assert [saying.claim for saying in draft.map.marks_to_check(draft.article.id)] == [
        draft.cnn.claim,
        draft.quoted.claim,
    ]


def test_the_same_text_again_only_says_when_it_was_seen() -> None:
    draft = Marked()
    draft.do(edits.replace_text(draft.map, source=draft.article.id, text=ARTICLE, captured=NEWER))
    assert draft.map.source(draft.article.id).captured == NEWER
    assert draft.map.captures_of(draft.article.id) == []


def test_an_earlier_text_stays_as_it_was() -> None:
    draft = Marked()
    draft.do(edits.replace_text(draft.map, source=draft.article.id, text="CNN says so."))
    (earlier,) = draft.map.captures_of(draft.article.id)

    for edit in (edits.correct_text, edits.replace_text):
        with pytest.raises(EditError, match="earlier text of an article"):
            edit(draft.map, source=earlier.id, text="Other words.")
    claim = draft.claim()
    with pytest.raises(EditError, match="as it is now"):
        draft.saying(claim, anchor=anchor_of(earlier, "Graham"))


def test_an_earlier_text_is_of_an_article_and_not_of_another_earlier_text() -> None:
    def captured(key: str, of: str | None) -> Source:
        return Source(id=SourceId(key), title="", text="x", capture_of=SourceId(of) if of else None)

    project = Draft().map.project
    ArgumentMap.of(project, [captured("a", None), captured("b", "a"), captured("c", "a")])
    for elements in (
        [captured("a", "a")],
        [captured("a", "b"), captured("b", None), captured("c", "a")],
    ):
        with pytest.raises(EditError, match="no earlier texts"):
            ArgumentMap.of(project, elements)


# Marks by hand


def test_a_lost_mark_is_made_anew() -> None:
    draft = Marked()
    draft.correct("Russia is rooting for Trump.", "Moscow hopes for him.")
    article = draft.map.source(draft.article.id)
    anchor = anchor_of(article, "hopes for him")
    draft.do(edits.mark_anew(draft.map, locution=draft.trump.id, anchor=anchor))

    assert draft.words(draft.trump) == "hopes for him"
    assert draft.now(draft.trump).mark_state is MarkState.SURE


def test_a_mark_is_made_longer_or_shorter() -> None:
    draft = Marked()
    start = ARTICLE.index("Russia")
    change = edits.adjust_mark(
        draft.map, locution=draft.trump.id, start=start - 1, end=len(ARTICLE)
    )
    draft.do(change)

    assert draft.words(draft.trump) == "Russia is rooting for Trump."
    with pytest.raises(EditError, match="Select some words"):
        edits.adjust_mark(draft.map, locution=draft.trump.id, start=start - 1, end=start - 1)
    placeless = draft.saying(draft.claim())
    with pytest.raises(EditError, match="not marked"):
        edits.adjust_mark(draft.map, locution=placeless.id, start=0, end=4)


def test_an_adjusted_mark_has_been_looked_at() -> None:
    draft = Marked()
    draft.correct("no reason", "no good reason")
    draft.do(edits.adjust_mark(draft.map, locution=draft.quoted.id, start=14, end=25))
    assert draft.now(draft.quoted).mark_state is MarkState.SURE


def test_claims_with_lost_marks_travel_with_them() -> None:
    draft = Marked()
    draft.correct("Russia is rooting for Trump.", "It rains.")
    change = edits.duplicate(draft.map, elements=[(ClaimId(draft.trump.claim), None)])
    draft.do(change)

    assert len(draft.map.marks_to_check(draft.article.id)) == 2

"""What is told of an article, and what is left when it is taken out."""

from datetime import date

import pytest

from app import edits
from app.model.change import Change
from app.model.elements import Locution
from app.model.errors import EditError
from tests.app.builders import ARTICLE, Draft, anchor_of


def test_the_facts_of_an_article_are_told_in_lines() -> None:
    draft = Draft()
    source = draft.source()
    told = date(2024, 11, 5)
    change = edits.describe_source(
        draft.map, source=source.id, title=" No\npeace ", author="A. Writer", published=told
    )
    draft.do(change)
    now = draft.map.source(source.id)

    assert (now.title, now.author, now.published, now.text) == (
        "No peace",
        "A. Writer",
        told,
        source.text,
    )
    with pytest.raises(EditError, match="needs a title"):
        edits.describe_source(draft.map, source=source.id, title=" ")


def undone(draft: Draft, change: Change) -> None:
    before = draft.map
    draft.do(change)
    assert draft.map.apply(change.inverted()) == before


def test_with_an_article_go_its_marks_and_earlier_texts_but_not_what_people_said() -> None:
    draft = Draft()
    source, other = draft.source(), draft.source("Others say: not so.")
    said = draft.saying(draft.claim(), "CNN", anchor=anchor_of(source, "CNN says so."))
    bare = draft.saying(draft.claim(), anchor=anchor_of(source, "rooting for Trump"))
    lost = draft.saying(draft.claim(), "CNN", anchor=anchor_of(source, "Putin has no reason"))
    elsewhere = draft.saying(draft.claim(), anchor=anchor_of(other, "not so"))
    newer = ARTICLE.replace("Putin has no reason", "It rains")
    draft.do(edits.replace_text(draft.map, source=source.id, text=newer))
    assert draft.map.captures_of(source.id)

    undone(draft, edits.remove_source(draft.map, source=source.id))

    assert draft.map.sources() == [other]
    assert bare.id not in draft.map
    left = {saying.id: saying for saying in draft.map.every(Locution)}
    assert left.keys() == {said.id, lost.id, elsewhere.id}
    assert {left[key].anchor for key in (said.id, lost.id)} == {None}
    assert left[lost.id].former is None
    assert left[elsewhere.id] == elsewhere
    assert len(list(draft.map.top_claims())) == 4


def test_an_earlier_text_can_be_taken_out_alone() -> None:
    draft = Draft()
    source = draft.source()
    draft.do(edits.replace_text(draft.map, source=source.id, text="Another text."))
    (earlier,) = draft.map.captures_of(source.id)
    undone(draft, edits.remove_source(draft.map, source=earlier.id))
    assert draft.map.captures_of(source.id) == []
    assert draft.map.sources() == [draft.map.source(source.id)]

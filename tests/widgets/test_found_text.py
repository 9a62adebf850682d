"""What a search has found as a line of text."""

import pytest

from app.articles.text import Span
from app.model.elements import ClaimId, ProjectId
from app.ports import Found
from widgets.everywhere.found_text import text_of, with_repeats


def found(*parts: tuple[str, bool], kind: str = "claim", project: str = "p") -> Found:
    return Found(ProjectId(project), ClaimId("c"), kind, parts)


@pytest.mark.parametrize(
    ("cut", "stressed"),
    [("Bread in Europe", ["Bread", "Europe"]), ("Bread in Eur…", ["Bread"]), ("Bre…", [])],
)
def test_words_are_stressed_where_all_of_them_are_seen(cut: str, stressed: list[str]) -> None:
    shown = text_of(found(("Bread", True), (" in ", False), ("Europe", True)))
    text, spans = shown.shortened(cut)
    assert text == cut
    assert [text[span.start : span.end] for span in spans] == stressed
    assert all(isinstance(span, Span) for span in spans)


def test_claims_that_say_the_same_stand_right_behind_the_first_of_them() -> None:
    one, two, three = (found((text, False)) for text in ("Bread!", "Butter", "“BREAD”"))
    said = found(("Bread", False), kind="locution")
    told = list(with_repeats([one, said, two, three, said]))
    assert told == [(one, False), (three, True), (said, False), (two, False), (said, False)]


def test_claims_without_words_are_not_the_same() -> None:
    one, two = (found(("?", False), project=key) for key in "ab")
    assert list(with_repeats([one, two])) == [(one, False), (two, False)]

"""Quotations, word for word."""

import pytest

from app import edits
from app.articles.quotations import Fault, faults_in, quotation_faults
from app.articles.text import Span
from app.model.elements import Fidelity
from tests.app.builders import Draft, anchor_of

SOURCE = (
    "“Putin has no reason to reconsider his actions in Ukraine,” he said, "
    "because the West’s unity has cracks."
)


@pytest.mark.parametrize(
    "text",
    [
        "Putin has no reason to reconsider his actions in Ukraine.",
        "putin has no reason to reconsider",
        '"Putin has no reason"',
        "As Graham says, “Putin has no reason” to talk.",
        "“Putin has no reason … in Ukraine.”",
        "“Putin has no reason [...] in Ukraine.”",
        "“[He] has no reason to reconsider [anything].”",
        "“[p]utin has no reason”",
        "“no reason to reconsider his [earlier] actions”",
        "“unity has cracks” and «Putin has no reason»",
        "the West's unity",
        "",
        "“…”",
    ],
)
def test_what_editors_do_is_no_fault(text: str) -> None:
    assert faults_in(text, SOURCE) == ()


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Russia has no reason to reconsider", "Russia", "Putin"),
        ("Putin has no good reason", "good", ""),
        ("Putin has reason to reconsider", "", "no"),
        ("Putin has no reason to reconsider his acts in Ukraine", "acts", "actions"),
        ("Putin has no reason in Ukraine", "", "to reconsider his actions"),
        ("Putin has no reason To", "To", "to"),
        ("Nobody knows", "Nobody knows", ""),
        ("Graham: “Putin has some reason”", "some", "no"),
        ("“Putin has no reason … his deeds”", "deeds", "actions"),
    ],
)
def test_words_that_differ_are_told(text: str, words: str, source: str) -> None:
    (fault,) = faults_in(text, SOURCE)

    assert (fault.words, fault.source) == (words, source)
    assert text[slice(*fault.place)] == words


def test_words_that_were_left_out_are_told_where_they_stood() -> None:
    assert faults_in("Putin has reason", SOURCE) == (Fault("", "no", Span(9, 9)),)


def test_only_what_is_said_to_be_a_quotation_is_checked() -> None:
    draft = Draft()
    source = draft.source(SOURCE)
    claim = draft.claim("Putin has a reason")
    marked = draft.saying(claim, anchor=anchor_of(source, "Putin has no reason"))
    placeless = draft.saying(claim)
    assert quotation_faults(draft.map, marked.id) == ()

    for saying in (marked, placeless):
        change = edits.set_fidelity(draft.map, locution=saying.id, fidelity=Fidelity.QUOTATION)
        draft.do(change)
    assert quotation_faults(draft.map, marked.id) == (Fault("a", "no", Span(10, 11)),)
    assert quotation_faults(draft.map, placeless.id) == ()

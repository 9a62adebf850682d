"""Rules for what stands between, around and behind reports; all sentences are our own."""

import pytest

from app.drafting.confidence import Confidence
from app.drafting.drafting import draft
from tests.app.drafting.saying import said_in


def told(text: str) -> list[tuple[str, str]]:
    """Who says what, in words."""
    return [(one.source, one.content) for one in said_in(text)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The trouble with the scheme, she said, is that “nobody will ever pay for it twice”.",
            "she",
            "The trouble with the scheme … is that “nobody will ever pay for it twice”",
        ),
        (
            "Repair costs, he added, were “well above the first guess”.",
            "he",
            "Repair costs … were “well above the first guess”",
        ),
        (
            "While some clerks may get a rebuke, she added, their dismissal would be absurd.",
            "she",
            "While some clerks may get a rebuke … their dismissal would be absurd",
        ),
        (
            "Since the harbour has no crane, the ships would have to wait outside, Mr Dunne said.",
            "Mr Dunne",
            "Since the harbour has no crane, the ships would have to wait outside",
        ),
        (
            "The dam will hold, as the Gazette reported on Friday, and the town is calm.",
            "the Gazette",
            "The dam will hold",
        ),
        (
            "As the Gazette reported last week, the ferry was late again.",
            "the Gazette",
            "the ferry was late again",
        ),
        (
            "As Professor Dunne put it: “The dam is a bet against the rain.”",
            "Professor Dunne",
            "“The dam is a bet against the rain.”",
        ),
    ],
)
def test_a_report_may_stand_inside_what_is_said(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The mayor said, without evidence, that the bridge had been sold.",
            "that the bridge had been sold",
        ),
        (
            "The chairman said — in a letter, of all things — that the club was broke.",
            "that the club was broke",
        ),
        (
            "The chairman said on the radio, where he has a show, that the club was broke.",
            "that the club was broke",
        ),
        ("He’s said that the lock is safe.", "that the lock is safe"),
        ("The captain said no.", "no"),
        (
            "The company said the plant was safe and accused the union of lying.",
            "the plant was safe",
        ),
        (
            "The clerk said the files were lost, a charge the owner has denied.",
            "the files were lost",
        ),
    ],
)
def test_what_is_said_begins_behind_an_insertion_and_ends_before_the_next_report(
    text: str, content: str
) -> None:
    assert told(text)[0][1] == content


@pytest.mark.parametrize(
    "source",
    [
        "Nora Quill, Mr Dunne’s oldest adviser",
        "Nora Quill, Harbour Trust chief executive",
        "Quill, 44",
        "Nora Quill, who has also earned a name for her boats",
        "a man calling himself Old Tom",
        "retired captain Nora Quill of Leeds",
        "one owner of a shop that sells hats",
        "one unaligned councillor",
    ],
)
def test_a_source_behind_its_verb_keeps_what_tells_who_it_is(source: str) -> None:
    assert told(f"“It has been a hard year,” said {source}.") == [
        (source, "“It has been a hard year,”")
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The union released a statement saying the talks had failed.", "The union",
         "the talks had failed"),
        ("A bill backed by the dockers would cap the rents.", "the dockers", "A bill"),
        ("She has been asked to release the minutes.", "", "to release the minutes"),
        ("Asked at a meeting on Monday about the fire, the chief shrugged.", "", "the fire"),
        ("The clerk was asked, “Will you stay?”", "", "“Will you stay?”"),
        ("The owners are accused of hiding the accounts.", "", "The owners … hiding the accounts"),
        ("It appears that the harbour will close.", "", "that the harbour will close"),
        ("The council seemed ready to give way.", "", "The council … ready to give way"),
        ("The works, a delay they say allowed the rot to spread, cost a million.", "they",
         "a delay … allowed the rot to spread"),
        ("There is a tax which she said the lords should pay.", "she",
         "which … the lords should pay"),
        ("Said Nora Quill, a pilot, “We were proud of the boat.”", "Nora Quill, a pilot",
         "“We were proud of the boat.”"),
        ("The polls agree – Carl Dunne: “It was a simple one.”", "Carl Dunne",
         "“It was a simple one.”"),
        ("The clerk was moved after prosecutors said the files were gone.", "prosecutors",
         "the files were gone"),
        ("The mayor angered the town by praising the old owner.", "The mayor", "the old owner"),
        ("The clerk is convinced the bridge will last.", "The clerk", "the bridge will last"),
    ],
)  # fmt: skip
def test_reports_without_a_plain_subject_or_clause(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, content)]


def test_a_subject_with_a_report_of_its_own_ends_before_the_verb() -> None:
    text = "A woman who has accused the old mayor of theft said that she would go to court."
    assert told(text) == [
        ("who", "the old mayor of theft"),
        ("A woman who has accused the old mayor of theft", "that she would go to court"),
    ]


def test_a_paragraph_of_nothing_but_quotation_goes_on_with_the_speaker() -> None:
    text = (
        "“We have no crane and no money,” said Nora Quill.\n\n"
        "“The ships go elsewhere, and with them the trade of the town.”\n\n"
        "The council met in the evening."
    )
    ((source, content),) = told(text)
    assert source == "Nora Quill"
    assert content.startswith("“We have no crane and no money,” … “The ships go elsewhere")


def test_a_paragraph_of_quotation_behind_another_report_is_not_joined() -> None:
    text = (
        "“We have no crane and no money,” said Nora Quill. The mayor said nothing of it.\n\n"
        "“The ships go elsewhere, and with them the trade of the town.”"
    )
    assert told(text)[0] == ("Nora Quill", "“We have no crane and no money,”")


def test_a_short_answer_ends_its_sentence_and_a_number_does_not() -> None:
    assert told("She said no. He went on to the next house.") == [("She", "no")]
    (one,) = told("They lived at No. 12 Harbour Road, said the clerk.")
    assert one == ("the clerk", "They lived at No. 12 Harbour Road")


def test_what_only_seems_so_is_but_a_guess() -> None:
    (one,) = draft("The council seems to have lost its nerve.").attributions
    assert (one.confidence, one.speakers) == (Confidence.GUESS, ())


def test_the_reason_can_be_translated() -> None:
    text = "Ana Paz praised the bridge. She said that it was safe, because it is new."
    found = draft(text)
    last = found.attributions[-1]
    words = {"verb + that": "verbe et que"}
    assert last.reason.said(lambda line: words.get(line, line)).startswith("verbe et que (“said”)")


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("British", "The minister told MPs that it had failed, and peers were said to fume.", 2),
        ("business", "Ola Berg said margins would rise, while analysts expect a loss.", 2),
        ("science", "Earlier work has shown that eels return; Dunne et al. argue that few do.", 2),
        ("opinion", "I do not believe the council when it claims that the trees were ill.", 2),
        ("transcript", "PAZ: The bridge is safe.\n\nDUNNE: Who says so?", 2),
        ("bulletin", "The ministry said on Monday that exports rose, according to early data.", 2),
    ],
)  # fmt: skip
def test_texts_of_other_kinds(kind: str, text: str, said: int) -> None:
    assert len(draft(text).attributions) >= said, kind

"""Where sources and contents begin and end; transcripts, and quotations over paragraphs."""

import pytest

from tests.app.drafting.saying import said_in


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Cory Hale, of Leeds, a nurse, said he would stay.", "Cory Hale, of Leeds, a nurse"),
        ("People who were there said the roof fell.", "People who were there"),
        ("A report released on Tuesday said the roof fell.", "A report released on Tuesday"),
        (
            "Farmers and bakers in the valley said the price was low.",
            "Farmers and bakers in the valley",
        ),
        ("On Tuesday the minister said the price was low.", "the minister"),
        ("In a speech the minister said the price was low.", "the minister"),
        ("The minister, speaking in Leeds, said the price was low.", "The minister"),
        ("Ana Paz (Green) said the price was low.", "Ana Paz (Green)"),
        ("Ana Paz, 43, said the price was low.", "Ana Paz"),
        ("The minister himself said the price was low.", "The minister"),
        ("Cook declined to say why.", "Cook"),
        ("Her fellow cast members said the price was low.", "Her fellow cast members"),
        ("Farm advocates say the price was low.", "Farm advocates"),
        ("Shares fell as traders worried about demand.", "traders"),
    ],
)
def test_a_source_is_the_whole_phrase_with_its_apposition(text: str, source: str) -> None:
    assert said_in(text)[-1].source == source


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("She said the dam was safe, adding that it was old.", "the dam was safe"),
        ("She said the dam was safe, but experts say it leaks.", "the dam was safe"),
        ("She said the dam was safe, while he argued that it was not.", "the dam was safe"),
        ("She said that the dam, which is old, was safe.", "that the dam, which is old, was safe"),
        ("When she said the dam was safe, the crowd laughed.", "the dam was safe"),
        ("She praised the engineers and went home.", "the engineers"),
        (
            "She praised the engineers, the crew and the cooks.",
            "the engineers, the crew and the cooks",
        ),
        ("She praised the engineers in a speech.", "the engineers"),
        ("She praised the engineers on Monday.", "the engineers"),
        ("She praised him on television.", "him"),
    ],
)
def test_content_ends_where_the_clause_does(text: str, content: str) -> None:
    assert said_in(text)[0].content == content


def test_a_transcript_names_its_speakers_before_a_colon() -> None:
    text = "PAZ: The steel is weak.\n\nCHAIR: Are you sure?\n\nPAZ: I am sure."
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("PAZ", "The steel is weak"),
        ("CHAIR", "Are you sure?"),
        ("PAZ", "I am sure"),
    ]


def test_a_quotation_runs_over_paragraphs_until_it_is_closed() -> None:
    text = "Ana Paz said: “The steel is weak.\n\n“It always was.”\n\nThe rain went on."
    assert [said.content for said in said_in(text)] == ["“The steel is weak. … “It always was.”"]


def test_a_quotation_may_stand_in_the_paragraph_after_the_colon() -> None:
    text = "The minister said:\n\n“We will rebuild it.”"
    assert [said.content for said in said_in(text)] == ["“We will rebuild it.”"]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "''{}''", "«{}»", "„{}“"])
def test_quotation_marks_of_all_kinds_are_known(marks: str) -> None:
    text = f"{marks.format('We will rebuild it,')} the mayor said."
    assert [said.source for said in said_in(text)] == ["the mayor"]


def test_criticism_may_have_no_owner() -> None:
    text = "There has been criticism of the plan."
    assert [(said.source, said.content) for said in said_in(text)] == [("", "the plan")]


def test_a_report_with_a_name_in_marks_before_its_verb_is_not_inverted() -> None:
    text = "Analysts at Norbank, who rate the stock a “buy”, said the outlook was better."
    assert [said.content for said in said_in(text)] == ["the outlook was better"]


def test_a_few_words_in_marks_behind_a_subject_are_part_of_a_clause() -> None:
    text = "The institute warned the sums “do not add up”."
    assert [said.content for said in said_in(text)] == ["the sums “do not add up”"]

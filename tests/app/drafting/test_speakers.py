"""Who is meant by a surname, by he and she, by a shorter name, and via whom it is known."""

import pytest

from app.drafting.drafting import draft
from app.drafting.sorts import SpeakerSort
from app.drafting.speakers import How
from app.model.elements import SpeakerKind
from tests.app.drafting.saying import speakers_in

_PAZ = "Ana Paz said the dam was old."
_OKAFOR = "James Okafor said the dam was safe."


@pytest.mark.parametrize(
    ("after", "speaker", "how"),
    [
        ("Paz added that it leaked.", "Ana Paz", How.SURNAME),
        ("Ms Paz added that it leaked.", "Ana Paz", How.SURNAME),
        ("She added that it leaked.", "Ana Paz", How.PRONOUN),
        ("He added that it leaked.", "James Okafor", How.PRONOUN),
        ("Okafor, who said it leaked, left.", "James Okafor", How.RELATIVE),
        ("The ministry added that it leaked.", "The ministry", How.DESCRIPTION),
        ("Aides to Paz said it leaked.", "Aides to Paz", How.DESCRIPTION),
    ],
)
def test_a_speaker_is_told_by_what_was_named_before(after: str, speaker: str, how: How) -> None:
    last = draft(f"{_OKAFOR} {_PAZ} {after}").attributions[-1]
    assert (last.speakers, last.told) == ((speaker,), how)


def test_of_two_with_one_surname_the_title_tells() -> None:
    text = (
        "Anna Lind opened the debate. Karl Lind left early. "
        "Mrs. Lind said the tax was fair. Mr. Lind said it was not."
    )
    assert speakers_in(text) == [("Anna Lind",), ("Karl Lind",)]


def test_a_firm_or_a_place_is_neither_he_nor_she() -> None:
    text = "Ana Paz met the board of Alvern Bank in Lisbon. She said the loan was dear."
    assert speakers_in(text) == [("Ana Paz",)]


def test_a_shorter_name_means_the_longer_one_before() -> None:
    text = "The Foreign Ministry met envoys. On Friday the ministry said talks had failed."
    assert speakers_in(text) == [("Foreign Ministry",)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ana Paz told Reuters that the dam was old.", ("Ana Paz", "Reuters")),
        ("Analysts quoted by Reuters say the dam is old.", ("Analysts", "Reuters")),
        ("The dam is old, Ana Paz said in an interview with the BBC.", ("Ana Paz", "BBC")),
    ],
)
def test_a_medium_that_passes_it_on_is_named_after_the_speaker(
    text: str, speakers: tuple[str, ...]
) -> None:
    assert speakers_in(text) == [speakers]


def test_attributions_are_grouped_by_who_speaks() -> None:
    found = draft(f"{_PAZ} {_OKAFOR} She added that it leaked.").by_speaker()
    assert {name: len(said) for name, said in found.items()} == {"Ana Paz": 2, "James Okafor": 1}


def test_a_bare_surname_may_mean_a_speaker_of_the_map() -> None:
    (said,) = draft("Paz said the dam was old.", known=["Ana Paz"]).attributions
    assert said.speakers == ("Ana Paz",)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Ana Paz said the dam was old.", "person"),
        ("The clerk said the dam was old.", "person"),
        ("Reuters said the dam was old.", "publication"),
        ("The report says the dam is old.", "publication"),
        ("The Harbour Board said the dam was old.", "organisation"),
        ("The ministry said the dam was old.", "organisation"),
        ("Analysts at Norbank say the dam is old.", "unnamed"),
        ("Lock keepers say the dam is old.", "unnamed"),
        ("James Jones said the dam was old.", "person"),
    ],
)
def test_the_sort_of_a_speaker_is_told_by_its_name(text: str, sort: str) -> None:
    (said,) = draft(text).attributions
    assert said.sorts == (sort,)


def test_a_sort_is_that_of_a_speaker_of_the_map() -> None:
    assert {sort.value for sort in SpeakerSort} == {kind.value for kind in SpeakerKind}

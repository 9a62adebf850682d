"""Speakers that may be the same, and those that say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.analysis.speakers import Pair, Why, duplicates
from app.model.argument_map import ArgumentMap
from app.model.elements import Speaker, SpeakerId, SpeakerKind
from tests.app.builders import Draft


def told(*names: str, sort: SpeakerKind = SpeakerKind.PERSON) -> list[tuple[str, str, Why]]:
    draft = Draft()
    for name in names:
        draft.do(edits.add_speaker(draft.map, name=name, sort=sort))
    called = {speaker.id: speaker.name for speaker in draft.map.speakers()}
    return [(called[one], called[other], why) for one, other, why in duplicates(draft.map)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("John Lough", "Lough", Why.SHORTER),
        ("John Lough", "Mr. Lough", Why.SHORTER),
        ("Donald Trump", "President Trump", Why.SHORTER),
        ("John Lough", "Lough, John", Why.NAME),
        ("Washington Post", "The Washington Post", Why.NAME),
        ("Zoë Łoś", "Zoe Łoś", Why.NAME),
        ("U.S.", "US", Why.NAME),
        ("Washington Post", "WP", Why.INITIALS),
        ("Voice of America", "VOA", Why.INITIALS),
        ("The New York Times", "TNYT", Why.INITIALS),
        ("The New York Times", "NYT", Why.INITIALS),
        ("John Lough", "J. Lough", Why.INITIALS),
        ("John Lough", "J.Lough", Why.INITIALS),
        ("George O'Neill", "G.O’Neill", Why.INITIALS),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", Why.SPELLING),
        ("Thomas Graham", "Tomas Graham", Why.SPELLING),
    ],
)
def test_names_of_one_speaker_are_told_with_why(one: str, other: str, why: Why) -> None:
    ((first, second, found),) = told(one, other)
    assert {first, second} == {one, other}
    assert found is why


@pytest.mark.parametrize(
    "names",
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("John Lough", "Joan Lough"),
        ("Witness 1", "Witness 2"),
        ("UN", "US"),
        ("CNN", "BBC"),
        ("North Korea", "South Korea"),
        ("?", "!"),
        ("普京", "拜登"),
    ],
)
def test_names_of_two_speakers_are_not(names: tuple[str, str]) -> None:
    assert told(*names) == []


def test_the_last_words_of_an_organisation_are_not_its_name() -> None:
    assert told("The Washington Post", "The Post", sort=SpeakerKind.PUBLICATION) == []
    assert told("CNN International", "CNN", sort=SpeakerKind.PUBLICATION) == []
    assert told("Chatham House London", "Chatham House", sort=SpeakerKind.ORGANISATION) == [
        ("Chatham House London", "Chatham House", Why.SHORTER)
    ]


def test_those_whom_a_paper_cites_are_not_the_paper() -> None:
    speakers = [
        Speaker(id=SpeakerId("a"), name="Analysts cited by CNN", sort=SpeakerKind.UNNAMED),
        Speaker(id=SpeakerId("b"), name="CNN", sort=SpeakerKind.PUBLICATION),
        Speaker(id=SpeakerId("c"), name="Cnn", sort=SpeakerKind.PERSON),
    ]
    argument_map = ArgumentMap.of(Draft().map.project, speakers)
    assert duplicates(argument_map) == [Pair(SpeakerId("b"), SpeakerId("c"), Why.NAME)]


def test_a_speaker_that_has_the_name_of_another_as_an_alias_may_be_it() -> None:
    speakers = [
        Speaker(id=SpeakerId("a"), name="The analyst", aliases=("John Lough",)),
        Speaker(id=SpeakerId("b"), name="John Lough"),
    ]
    argument_map = ArgumentMap.of(Draft().map.project, speakers)
    assert duplicates(argument_map) == [Pair(SpeakerId("b"), SpeakerId("a"), Why.NAME)]


@given(st.lists(st.text(min_size=1), max_size=8))
def test_any_names_can_be_compared(names: list[str]) -> None:
    draft = Draft()
    for name in names:
        draft.do(edits.add_speaker(draft.map, name=name))
    found = duplicates(draft.map)
    assert all(pair.speaker != pair.other for pair in found)
    assert len({frozenset(pair[:2]) for pair in found}) == len(found)

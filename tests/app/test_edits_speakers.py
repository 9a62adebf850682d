"""Edits of speakers as such."""

import pytest

from app import edits
from app.analysis.criteria import MOST_TINTS
from app.model.elements import SPEAKER_COLOURS, SpeakerKind
from app.model.errors import EditError
from tests.app.builders import Draft, anchor_of


def test_merged_speakers_say_all_that_each_of_them_said() -> None:
    draft = Draft()
    one, other = draft.claim("one"), draft.claim("other")
    draft.saying(one, "John Lough", "CNN")
    draft.saying(other, "Lough")
    initial = draft.speaker("J. Lough")
    cnn, full, short = (s.id for s in draft.map.speakers() if s.id != initial)
    before = draft.map
    change = edits.merge_speakers(draft.map, into=full, others=[short, initial, full])
    draft.do(change)

    assert [speaker.name for speaker in draft.map.speakers()] == ["CNN", "John Lough"]
    assert draft.map.speaker(full).aliases == ("Lough", "J. Lough")
    assert [s.speakers for s in draft.map.locutions_of(one)] == [(full, cnn)]
    assert [s.speakers for s in draft.map.locutions_of(other)] == [(full,)]
    assert draft.map.apply(change.inverted()) == before


def test_a_chain_of_two_names_for_one_becomes_one() -> None:
    draft = Draft()
    saying = draft.saying(draft.claim(), "Lough", "CNN", "John Lough")
    lough, cnn, john = saying.speakers
    draft.do(edits.merge_speakers(draft.map, into=john, others=[lough]))
    assert draft.map.locution(saying.id).speakers == (john, cnn)


def test_sayings_that_become_the_same_are_one_and_others_stay() -> None:
    draft = Draft()
    claim, source = draft.claim(), draft.source()
    first = draft.saying(claim, "John Lough")
    draft.saying(claim, "Lough")
    marked = draft.saying(claim, "Lough", anchor=anchor_of(source, "CNN says so."))
    john, lough = first.speakers[0], marked.speakers[0]
    draft.do(edits.merge_speakers(draft.map, into=john, others=[lough]))

    assert {s.id for s in draft.map.locutions_of(claim)} == {first.id, marked.id}


def test_what_one_does_not_say_of_itself_it_takes_from_the_others() -> None:
    draft = Draft()
    one, other = draft.speaker("Lough"), draft.speaker("lough, John")
    draft.do(edits.set_speaker_colour(draft.map, speaker=other, colour=3))
    draft.do(
        edits.describe_speaker(
            draft.map,
            speaker=other,
            sort=SpeakerKind.UNNAMED,
            affiliation="Chatham House",
            aliases=["LOUGH", "the analyst"],
        )
    )
    draft.do(edits.merge_speakers(draft.map, into=one, others=[other]))
    merged = draft.map.speaker(one)

    assert (merged.sort, merged.affiliation, merged.colour) == (
        SpeakerKind.PERSON,
        "Chatham House",
        3,
    )
    assert merged.aliases == ("lough, John", "the analyst")


def test_one_speaker_alone_cannot_be_merged() -> None:
    draft = Draft()
    speaker = draft.speaker("Lough")
    with pytest.raises(EditError, match="two speakers or more"):
        edits.merge_speakers(draft.map, into=speaker, others=[speaker])


def test_only_who_says_nothing_can_be_removed() -> None:
    draft = Draft()
    saying = draft.saying(draft.claim(), "Lough")
    with pytest.raises(EditError, match="still says something"):
        edits.remove_speaker(draft.map, speaker=saying.speakers[0])

    draft.do(edits.remove_locution(draft.map, locution=saying.id))
    draft.do(edits.remove_speaker(draft.map, speaker=saying.speakers[0]))
    assert draft.map.speakers() == []


def test_a_speaker_has_one_of_the_tints_or_none() -> None:
    assert SPEAKER_COLOURS == MOST_TINTS
    draft = Draft()
    speaker = draft.speaker("Lough")
    draft.do(edits.set_speaker_colour(draft.map, speaker=speaker, colour=0))
    assert draft.map.speaker(speaker).colour == 0
    for colour in (-1, SPEAKER_COLOURS):
        with pytest.raises(EditError, match="Choose one of the colours"):
            edits.set_speaker_colour(draft.map, speaker=speaker, colour=colour)
    draft.do(edits.set_speaker_colour(draft.map, speaker=speaker, colour=None))
    assert draft.map.speaker(speaker).colour is None

"""Edits of sources, speakers and locutions."""

import pytest

from app import edits
from app.edits.sayings import words_as_claim
from app.model.elements import (
    Claim,
    Fidelity,
    Inference,
    Locution,
    LocutionId,
    Polarity,
    Speaker,
    SpeakerId,
    SpeakerKind,
    Stance,
)
from app.model.errors import EditError
from tests.app.builders import Draft, added, anchor_of


def names(draft: Draft, locution: Locution) -> list[str]:
    said = draft.map.locution(locution.id)
    return [draft.map.speaker(speaker).name for speaker in said.speakers]


# Sources and speakers


def test_an_article_is_taken_in_once() -> None:
    draft = Draft()
    source = draft.source()

    assert draft.map.source(source.id) == source
    with pytest.raises(EditError, match="in the project already"):
        edits.add_source(draft.map, source=source)


def test_a_speaker_is_known_by_name_whatever_the_case_of_its_letters() -> None:
    draft = Draft()
    change = edits.add_speaker(draft.map, name=" CNN\n", sort=SpeakerKind.PUBLICATION)
    speaker = added(draft.do(change), Speaker)

    assert (speaker.name, speaker.sort) == ("CNN", SpeakerKind.PUBLICATION)
    assert not edits.add_speaker(draft.map, name="cnn")


def test_a_speaker_is_renamed_but_not_to_nothing() -> None:
    draft = Draft()
    speaker = draft.speaker("CNN")
    draft.do(edits.rename_speaker(draft.map, speaker=speaker, name="Cable News\tNetwork"))

    assert draft.map.speaker(speaker).name == "Cable News Network"
    with pytest.raises(EditError, match="needs a name"):
        edits.rename_speaker(draft.map, speaker=speaker, name=" ")
    with pytest.raises(EditError, match="This speaker is not in the map"):
        edits.rename_speaker(draft.map, speaker=SpeakerId("gone"), name="x")


# Sayings


def test_a_claim_is_said_by_a_chain_of_speakers_and_new_ones_are_added() -> None:
    draft = Draft()
    draft.speaker("CNN")
    locution = draft.saying(draft.claim(), "John Lough", "", "cnn", "john lough")

    assert names(draft, locution) == ["John Lough", "CNN"]
    assert len(draft.map.speakers()) == 2


def test_a_speaker_is_found_by_an_alias() -> None:
    draft = Draft()
    graham = Speaker(id=SpeakerId("graham"), name="Thomas Graham", aliases=("Graham",))
    argument_map = edits.add_speaker(draft.map, name="CNN").after
    draft.map = draft.map.of(draft.map.project, [graham, *argument_map.values()])
    draft.claim()
    (claim,) = draft.map.top_claims()

    assert draft.saying(claim.id, "GRAHAM").speakers == (graham.id,)


def test_without_speakers_it_is_the_article_that_says_it() -> None:
    draft = Draft()
    locution = draft.saying(draft.claim())

    assert locution.speakers == ()
    assert (locution.stance, locution.fidelity) == (Stance.ASSERTS, Fidelity.PARAPHRASE)


def test_a_claim_can_rest_on_words_in_several_places() -> None:
    draft = Draft()
    claim, source = draft.claim(), draft.source()
    draft.saying(claim, anchor=anchor_of(source, "CNN says so."))
    change = edits.mark(
        draft.map,
        claim=claim,
        anchor=anchor_of(source, "Putin has no reason"),
        speakers=["Graham"],
        fidelity=Fidelity.QUOTATION,
    )
    draft.do(change)

    assert change.label == "Mark words"
    assert len(draft.map.locutions_of(claim)) == 2
    assert draft.map.marks_in(source.id)[1].fidelity is Fidelity.QUOTATION


def test_who_says_it_how_and_how_faithfully_can_be_said_anew() -> None:
    draft = Draft()
    locution = draft.saying(draft.claim(), "Lough")
    key = locution.id
    draft.do(edits.set_speakers(draft.map, locution=key, speakers=["Graham", "CNN"]))
    draft.do(edits.set_stance(draft.map, locution=key, stance=Stance.DENIES))
    draft.do(edits.set_fidelity(draft.map, locution=key, fidelity=Fidelity.SUMMARY))

    said = draft.map.locution(key)
    assert names(draft, locution) == ["Graham", "CNN"]
    assert (said.stance, said.fidelity) == (Stance.DENIES, Fidelity.SUMMARY)


def test_a_removed_saying_leaves_its_claim_and_its_speaker() -> None:
    draft = Draft()
    claim = draft.claim()
    locution = draft.saying(claim, "Lough")
    draft.do(edits.remove_locution(draft.map, locution=locution.id))

    assert draft.map.locutions_of(claim) == []
    assert len(draft.map.speakers()) == 1
    with pytest.raises(EditError, match="This locution is not in the map"):
        edits.remove_locution(draft.map, locution=LocutionId("gone"))


# Claims from words


def test_marked_words_become_a_free_claim_with_who_says_it() -> None:
    draft = Draft()
    source = draft.source()
    change = edits.claim_from_words(
        draft.map,
        anchor=anchor_of(source, "“Putin has no reason,”"),
        speakers=["Graham", "CNN"],
        fidelity=Fidelity.QUOTATION,
    )
    draft.do(change)
    claim, locution = added(change, Claim), added(change, Locution)

    assert draft.map.top_claims() == [claim]
    assert claim.text == "Putin has no reason"
    assert (locution.claim, names(draft, locution)) == (claim.id, ["Graham", "CNN"])
    assert change.label == "Add a claim"


def test_marked_words_become_an_objection_in_one_edit() -> None:
    draft = Draft()
    target, source = draft.claim(), draft.source()
    before = draft.map
    change = edits.claim_from_words(
        draft.map,
        anchor=anchor_of(source, "Russia is rooting for Trump."),
        target=target,
        polarity=Polarity.ATTACK,
    )
    draft.do(change)

    assert added(change, Inference).polarity is Polarity.ATTACK
    assert draft.texts_on(target) == ["Russia is rooting for Trump."]
    assert draft.map.apply(change.inverted()) == before


def test_of_marked_words_only_some_can_be_said_and_be_denied() -> None:
    draft = Draft()
    anchor = anchor_of(draft.source(), "“Putin has no reason,” Graham told CNN.")
    change = edits.claim_from_words(
        draft.map, anchor=anchor, stance=Stance.DENIES, text="“Putin has no reason,”"
    )
    draft.do(change)
    assert added(change, Claim).text == "Putin has no reason"
    assert added(change, Locution).stance is Stance.DENIES
    assert added(change, Locution).anchor == anchor


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("russia is\nrooting for Trump,", "Russia is rooting for Trump"),
        ("“Ukraine is a means to an end,”", "Ukraine is a means to an end"),
        ("“one” and “two”", "“one” and “two”"),
        ("Trump’s stance may shift.", "Trump’s stance may shift."),
        ("«Да»", "Да"),
        ("这是第一句。", "这是第一句。"),
    ],
)
def test_a_claim_begins_as_the_words_without_the_marks_around_them(words: str, claim: str) -> None:
    assert words_as_claim(words) == claim

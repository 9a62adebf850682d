"""The map as a value, and the change from one map to the next."""

import pytest

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.change import Change, combined
from app.model.elements import (
    Anchor,
    Claim,
    ClaimId,
    Inference,
    InferenceId,
    Locution,
    LocutionId,
    Polarity,
    Project,
    ProjectId,
    Source,
    SourceId,
    Speaker,
    SpeakerId,
)
from app.model.errors import EditError
from tests.app.builders import Draft, anchor_of

PROJECT = Project(id=ProjectId("p"), title="A project")


def claim(key: str, rank: str = "a0") -> Claim:
    return Claim(id=ClaimId(key), text=key, rank=rank)


def step(key: str, premise: str, target: str, rank: str = "a0") -> Inference:
    return Inference(
        id=InferenceId(key),
        premises=(ClaimId(premise),),
        target=ClaimId(target),
        polarity=Polarity.SUPPORT,
        rank=rank,
    )


# The map


def test_top_claims_come_in_the_order_of_their_ranks_whatever_the_order_they_were_added_in() -> (
    None
):
    argument_map = ArgumentMap.of(PROJECT, [claim("x", "a2"), claim("y", "a0"), claim("z", "a1")])

    assert [c.id for c in argument_map.top_claims()] == ["y", "z", "x"]


def test_claims_with_the_same_rank_come_in_the_order_of_their_ids() -> None:
    argument_map = ArgumentMap.of(PROJECT, [claim("b"), claim("a")])

    assert [c.id for c in argument_map.top_claims()] == ["a", "b"]


def test_a_premise_is_no_top_claim() -> None:
    argument_map = ArgumentMap.of(PROJECT, [claim("a"), claim("b"), step("s", "b", "a")])

    assert [c.id for c in argument_map.top_claims()] == ["a"]
    assert [i.id for i in argument_map.uses(ClaimId("b"))] == ["s"]


def test_a_map_with_an_id_twice_is_refused() -> None:
    with pytest.raises(EditError, match="The id a is there twice"):
        ArgumentMap.of(PROJECT, [claim("a"), claim("a")])


@pytest.mark.parametrize(
    "element",
    [
        step("s", "gone", "a"),
        step("s", "a", "gone"),
        Locution(id=LocutionId("l"), claim=ClaimId("gone")),
        Locution(id=LocutionId("l"), claim=ClaimId("a"), speakers=(SpeakerId("gone"),)),
        Locution(
            id=LocutionId("l"),
            claim=ClaimId("a"),
            anchor=Anchor(source=SourceId("gone"), start=0, end=1, exact="x"),
        ),
        Project(id=ProjectId("other"), title="Another"),
    ],
)
def test_a_map_in_which_an_id_points_nowhere_is_refused(
    element: Inference | Locution | Project,
) -> None:
    with pytest.raises(EditError):
        ArgumentMap.of(PROJECT, [claim("a"), element])


def test_a_speaker_is_no_claim() -> None:
    speaker = Speaker(id=SpeakerId("cnn"), name="CNN")

    with pytest.raises(EditError, match="This claim is not in the map any more"):
        ArgumentMap.of(PROJECT, [claim("a"), speaker, step("s", "cnn", "a")])


def test_a_mark_must_hold_the_words_at_its_place() -> None:
    source = Source(id=SourceId("s"), title="", text="some words")
    anchor = Anchor(source=source.id, start=0, end=5, exact="other")
    locution = Locution(id=LocutionId("l"), claim=ClaimId("a"), anchor=anchor)

    with pytest.raises(EditError, match="does not hold the words"):
        ArgumentMap.of(PROJECT, [claim("a"), source, locution])


def test_marks_come_in_the_order_of_the_text() -> None:
    draft = Draft()
    key, source = draft.claim(), draft.source()
    later = draft.saying(key, anchor=anchor_of(source, "Russia"))
    earlier = draft.saying(key, anchor=anchor_of(source, "CNN says"))

    assert draft.map.marks_in(source.id) == [earlier, later]


def test_sources_and_speakers_come_by_title_and_name() -> None:
    draft = Draft()
    source = draft.source()
    lough, cnn = draft.speaker("Lough"), draft.speaker("cnn")

    assert draft.map.sources() == [source]
    assert [speaker.id for speaker in draft.map.speakers()] == [cnn, lough]


def test_a_speaker_has_the_sayings_in_which_it_only_passes_on() -> None:
    draft = Draft()
    locution = draft.saying(draft.claim(), "Graham", "CNN")
    graham, cnn = locution.speakers

    assert draft.map.locutions_by(graham) == draft.map.locutions_by(cnn) == [locution]


def test_what_is_asked_for_must_be_of_its_kind() -> None:
    draft = Draft()
    key = draft.claim()

    with pytest.raises(EditError, match="This inference is not in the map any more"):
        draft.map.inference(key)
    assert draft.map.get(ClaimId("gone")) is None
    assert key in draft.map
    assert len(draft.map) == len(list(draft.map.elements)) == 2


# Changes


def test_a_change_leaves_the_map_that_it_is_applied_to_as_it_was() -> None:
    draft = Draft()
    before = draft.map
    draft.claim()

    assert len(before) == 1
    assert len(draft.map) == 2


def test_a_map_grown_by_changes_equals_one_made_of_its_elements() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim())
    draft.premise(reason)
    draft.do(edits.remove_only(draft.map, element=reason.premises[0], of=reason.id))
    elements = [e for e in draft.map.elements if e.id != draft.map.project.id]

    assert ArgumentMap.of(draft.map.project, elements) == draft.map


def test_a_change_made_on_another_state_of_the_map_is_refused() -> None:
    draft = Draft()
    key = draft.claim("first")
    late = edits.set_text(draft.map, claim=key, text="late")
    draft.do(edits.set_text(draft.map, claim=key, text="second"))

    with pytest.raises(EditError, match="changed elsewhere"):
        draft.map.apply(late)


def test_what_others_still_use_cannot_be_taken_out() -> None:
    draft = Draft()
    key = draft.claim()
    draft.reason(key)

    with pytest.raises(EditError, match="still used elsewhere"):
        draft.map.apply(Change.of("", old=[draft.map.claim(key)]))


def test_the_project_cannot_be_taken_out() -> None:
    draft = Draft()

    with pytest.raises(EditError, match="cannot be taken out"):
        draft.map.apply(Change.of("", old=[draft.map.project]))


def test_a_claim_cannot_become_a_speaker() -> None:
    draft = Draft()
    key = draft.claim()
    speaker = Speaker(id=SpeakerId(key), name="CNN")

    with pytest.raises(EditError, match="What something is cannot change"):
        draft.map.apply(Change.of("", old=[draft.map.claim(key)], new=[speaker]))


def test_a_source_keeps_the_words_that_claims_rest_on() -> None:
    draft = Draft()
    key, source = draft.claim(), draft.source()
    draft.saying(key, anchor=anchor_of(source, "Putin"))
    shorter = Source(id=source.id, title=source.title, text="Nothing of it.")

    with pytest.raises(EditError, match="does not hold the words"):
        draft.map.apply(Change.of("", old=[source], new=[shorter]))


def test_the_inverse_takes_a_change_back_exactly() -> None:
    draft = Draft()
    key = draft.claim()
    before = draft.map
    change = draft.do(edits.add_reason(draft.map, target=key, text="because"))

    assert draft.map.apply(change.inverted()) == before
    assert change.inverted().label == change.label
    assert change.inverted().inverted() == change


def test_a_change_touches_what_is_new_changed_or_gone() -> None:
    old, new, same = claim("old"), claim("new"), claim("same")

    change = Change.of("An edit", old=[old, same], new=[new, same])

    assert change.touched == {"old", "new"}
    assert change
    assert not Change.of("An edit", old=[same], new=[same])


def test_two_changes_in_one_do_what_they_do_one_after_the_other() -> None:
    draft = Draft()
    before = draft.map
    first = draft.do(edits.add_claim(draft.map, text="one"))
    (key,) = (ClaimId(key) for key in first.after)
    second = draft.do(edits.set_text(draft.map, claim=key, text="two"))

    joined = first.then(second, label="Both")

    assert joined.label == "Both"
    assert first.then(second).label == first.label
    assert before.apply(joined) == draft.map


def test_what_comes_and_goes_again_leaves_no_trace() -> None:
    draft = Draft()
    change = draft.do(edits.add_claim(draft.map, text="one"))

    assert not combined([change, change.inverted()], label="Nothing")


def test_what_goes_and_comes_again_is_a_change_of_what_it_was() -> None:
    old, new = claim("a", "a0"), claim("a", "a1")

    joined = Change.of("", old=[old]).then(Change.of("", new=[new]))

    assert (joined.before, joined.after) == ({"a": old}, {"a": new})

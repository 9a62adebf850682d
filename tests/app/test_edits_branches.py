"""Branches that are copied: pasted here or elsewhere, and duplicated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.formats import indented
from app.model.argument_map import ArgumentMap
from app.model.branch import Branch, Spot, branch_of
from app.model.elements import (
    Claim,
    ClaimId,
    Inference,
    Locution,
    Polarity,
    Source,
    Speaker,
)
from app.model.errors import EditError
from tests.app.builders import Draft, anchor_of, random_maps


def bread() -> tuple[Draft, ClaimId, Inference]:
    """A contention with a reason of two premises that is undercut, all said by somebody."""
    draft = Draft()
    top = draft.claim("Bread is good")
    reason = draft.reason(top, "It feeds")
    draft.premise(reason, "What feeds is good")
    draft.objection(reason.id, "So does sugar")
    draft.objection(reason.premises[0], "It grows stale")
    draft.saying(reason.premises[0], "Graham", "CNN", anchor=anchor_of(draft.source(), "CNN says"))
    return draft, top, reason


def shape(argument_map: ArgumentMap) -> str:
    tops: list[Spot] = [(claim.id, None) for claim in argument_map.top_claims()]
    return indented.write(branch_of(argument_map, tops))


BREAD = """\
Bread is good
\tbecause: It feeds
\t\tbut: It grows stale
\tand: What feeds is good
\t\tdoes not follow: So does sugar
"""


# Pasting


def test_a_pasted_step_stays_one_step_with_all_that_hangs_below() -> None:
    draft, _, reason = bread()
    branch = branch_of(draft.map, [(reason.id, None)])
    other = Draft("another project")
    target = other.claim("Bread is bad")
    other.do(edits.paste(other.map, branch=branch, target=target, polarity=Polarity.ATTACK))

    assert shape(other.map) == (
        "Bread is bad\n\tbut: It feeds\n\t\thowever: It grows stale\n"
        "\tand: What feeds is good\n\t\tdoes not follow: So does sugar\n"
    )


def test_a_branch_brings_its_speakers_and_sources_once() -> None:
    draft, top, _ = bread()
    branch = branch_of(draft.map, [(top, None)])
    other = Draft("another project")
    other.do(edits.paste(other.map, branch=branch))
    other.do(edits.paste(other.map, branch=branch))

    assert shape(other.map) == BREAD + BREAD
    assert [speaker.name for speaker in other.map.speakers()] == ["CNN", "Graham"]
    assert len(other.map.sources()) == 1
    assert len(other.map.every(Locution)) == 2


def test_speakers_and_sources_are_known_by_name_and_text() -> None:
    draft, top, _ = bread()
    other = Draft("another project")
    source = other.source()
    graham = other.speaker("Lindsey Graham")
    other.do(
        edits.describe_speaker(
            other.map,
            speaker=graham,
            sort=other.map.speaker(graham).sort,
            aliases=["GRAHAM"],
        )
    )
    other.do(edits.paste(other.map, branch=branch_of(draft.map, [(top, None)])))
    (saying,) = other.map.every(Locution)

    assert saying.speakers[0] == graham
    assert saying.anchor
    assert saying.anchor.source == source.id
    assert len(other.map.every(Source)) == 1


def test_an_article_of_the_same_id_but_other_words_is_another() -> None:
    draft, top, _ = bread()
    (source,) = draft.map.sources()
    other = Draft("another project")
    other.do(edits.add_source(other.map, source=source.model_copy(update={"text": "Other words"})))
    other.do(edits.paste(other.map, branch=branch_of(draft.map, [(top, None)])))

    assert sorted(source.text for source in other.map.sources())[1] == "Other words"
    assert len(other.map.sources()) == 2


def test_pasting_where_it_came_from_makes_copies_that_rest_on_the_same_words() -> None:
    draft, top, _ = bread()
    there = {speaker.id for speaker in draft.map.every(Speaker)}
    draft.do(edits.paste(draft.map, branch=branch_of(draft.map, [(top, None)])))

    assert shape(draft.map) == BREAD + BREAD
    assert {speaker.id for speaker in draft.map.every(Speaker)} == there
    one, two = draft.map.every(Locution)
    assert (one.speakers, one.anchor) == (two.speakers, two.anchor)


def test_a_step_that_is_pasted_to_the_top_leaves_its_claims_there() -> None:
    draft, _, reason = bread()
    other = Draft()
    other.claim("first")
    other.do(edits.paste(other.map, branch=branch_of(draft.map, [(reason.id, None)])))

    assert other.top_texts() == ["first", "It feeds", "What feeds is good", "So does sugar"]


def test_a_lone_premise_takes_its_step_along_and_a_co_premise_goes_alone() -> None:
    draft, _, reason = bread()
    undercutter = draft.map.inferences_on(reason.id)[0]
    one, two = reason.premises[0], draft.map.inference(reason.id).premises[1]

    assert branch_of(draft.map, [(two, reason.id)]).roots == (two,)
    assert branch_of(draft.map, [(two, reason.id), (one, reason.id)]).roots == (reason.id,)
    assert branch_of(draft.map, [(undercutter.premises[0], undercutter.id)]).roots == (
        undercutter.id,
    )


def test_what_is_cut_and_pasted_elsewhere_keeps_who_said_it() -> None:
    draft, top, reason = bread()
    branch = branch_of(draft.map, [(reason.id, None)])
    draft.do(edits.remove(draft.map, element=reason.id))
    target = draft.claim("Cake is good")
    draft.do(edits.paste(draft.map, branch=branch, target=target))

    assert draft.texts_on(top) == []
    premise = draft.map.inferences_on(target)[0].premises[0]
    assert len(draft.map.locutions_of(premise)) == 1


def test_nothing_cannot_be_pasted_nor_onto_what_has_gone() -> None:
    draft, top, _ = bread()
    with pytest.raises(EditError, match="nothing to paste"):
        edits.paste(draft.map, branch=Branch.of([], []))
    with pytest.raises(EditError, match="not in the map"):
        edits.paste(
            draft.map, branch=branch_of(draft.map, [(top, None)]), target=ClaimId("nowhere")
        )
    with pytest.raises(EditError, match="no premise of that step"):
        branch_of(draft.map, [(top, draft.map.inferences_on(top)[0].id)])


def test_a_branch_must_be_whole() -> None:
    draft, top, reason = bread()
    for roots in ([top, top], [], [ClaimId("nowhere")]):
        with pytest.raises(EditError, match="no branch"):
            Branch(branch_of(draft.map, [(reason.id, None)]).map, tuple(roots))


def test_without_a_polarity_steps_stay_what_they_were_and_claims_become_reasons() -> None:
    draft, top, reason = bread()
    (objection,) = draft.map.inferences_on(reason.premises[0])
    target = draft.claim("Bread is bad")
    for root in (objection.id, top):
        draft.do(edits.paste(draft.map, branch=branch_of(draft.map, [(root, None)]), target=target))
    pasted = [step.polarity for step in draft.map.inferences_on(target)]
    assert pasted == [Polarity.ATTACK, Polarity.SUPPORT]


# Any map


@given(random_maps(), st.data())
def test_any_branch_is_pasted_and_duplicated_and_undone_exactly(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    spots = data.draw(st.lists(st.sampled_from(_spots(argument_map)), min_size=1, max_size=3))
    branch = branch_of(argument_map, spots)
    targets = [None, *(claim.id for claim in argument_map.top_claims())]
    target = targets[data.draw(st.integers(0, len(targets) - 1))]
    for change in (
        edits.paste(argument_map, branch=branch, target=target),
        edits.duplicate(argument_map, elements=spots),
    ):
        after = argument_map.apply(change)
        new = [e for key, e in change.after.items() if key not in change.before]
        said = [e for e in new if isinstance(e, Locution)]

        assert len([e for e in new if isinstance(e, Claim)]) == len(branch.map.every(Claim)) - 1
        assert len(said) == len(branch.map.every(Locution))
        assert not [e for e in new if isinstance(e, Speaker | Source)]
        assert after.apply(change.inverted()) == argument_map


@given(random_maps())
def test_a_map_that_is_pasted_into_an_empty_one_has_the_same_shape(
    argument_map: ArgumentMap,
) -> None:
    tops: list[Spot] = [(claim.id, None) for claim in argument_map.top_claims()]
    if not tops:
        return
    other = Draft()
    change = other.do(edits.paste(other.map, branch=branch_of(argument_map, tops)))

    assert shape(other.map) == shape(argument_map)
    assert len(other.map.apply(change.inverted())) == 1


def _spots(argument_map: ArgumentMap) -> list[Spot]:
    steps = argument_map.every(Inference)
    tops: list[Spot] = [(claim.id, None) for claim in argument_map.top_claims()]
    premises: list[Spot] = [(premise, step.id) for step in steps for premise in step.premises]
    return [*tops, *premises, *((step.id, None) for step in steps)]

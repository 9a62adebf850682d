"""Branches that are copied: pasted here or elsewhere, and duplicated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.formats import indented
from app.model.argument_map import ArgumentMap
from app.model.branch import Branch, Spot, branch_of, outermost
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
from app.model.outline import PlaceKey, outline
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


# Duplicating


def test_a_duplicate_stands_right_behind_the_original() -> None:
    draft, top, reason = bread()
    draft.objection(top, "It is dear")
    draft.do(edits.duplicate(draft.map, elements=[(reason.id, None)]))

    assert draft.texts_on(top) == ["It feeds", "It feeds", "It is dear"]
    assert len(draft.map.inferences_on(top)[1].premises) == 2


def test_co_premises_and_top_claims_are_duplicated_in_their_places() -> None:
    draft, top, reason = bread()
    draft.claim("last")
    draft.do(edits.duplicate(draft.map, elements=[(reason.premises[0], reason.id), (top, None)]))

    assert draft.top_texts() == ["Bread is good", "Bread is good", "last"]
    assert [draft.text(p) for p in draft.map.inference(reason.id).premises] == [
        *("It feeds", "It feeds", "What feeds is good"),
    ]


def test_a_duplicate_finds_its_place_among_claims_of_the_same_rank() -> None:
    draft = Draft()
    claim = draft.claim("top")
    for text in ("one", "two", "three"):
        draft.reason(claim, text)
    draft.do(edits.remove_only(draft.map, element=claim))
    first, second, third = draft.map.top_claims()
    change = draft.do(edits.duplicate(draft.map, elements=[(second.id, None), (first.id, None)]))

    order = [first.text, first.text, second.text, second.text, third.text]
    assert draft.top_texts() == order
    assert len(draft.map.apply(change.inverted()).top_claims()) == 3


def test_a_step_is_known_whatever_it_is_said_to_be_a_premise_of() -> None:
    draft, top, reason = bread()
    draft.do(edits.duplicate(draft.map, elements=[(reason.id, reason.id)]))

    assert draft.texts_on(top) == ["It feeds", "It feeds"]


def test_the_same_place_twice_is_duplicated_once() -> None:
    draft, _, reason = bread()
    spot: Spot = (reason.premises[0], reason.id)
    draft.do(edits.duplicate(draft.map, elements=[spot, spot]))

    assert len(draft.map.inference(reason.id).premises) == 3


def test_the_first_new_claim_of_a_change_is_that_of_the_first_root() -> None:
    draft, _, reason = bread()
    change = draft.do(edits.duplicate(draft.map, elements=[(reason.id, None)]))
    first = next(e for key, e in change.after.items() if isinstance(e, Claim))

    assert first.text == "It feeds"


# Which of several


def test_only_the_outermost_of_several_places_are_taken_in_reading_order() -> None:
    draft, top, reason = bread()
    one, two = draft.map.inference(reason.id).premises
    stale = draft.map.inferences_on(one)[0]
    undercutter = draft.map.inferences_on(reason.id)[0]
    last = draft.reason(top, "It smells good")
    tree = outline(draft.map)
    keys: dict[str, PlaceKey] = {
        "one": (reason.id, one),
        "two": (reason.id, two),
        "stale": (stale.id, stale.premises[0]),
        "undercutter": (undercutter.id, undercutter.premises[0]),
        "last": (last.id, last.premises[0]),
        "step": (top, reason.id),
    }

    def kept(*names: str) -> list[str]:
        found = outermost(draft.map, tree, [keys[name] for name in names])
        return [name for key in found for name in keys if keys[name] == key]

    assert kept("last", "two", "one") == ["one", "two", "last"]
    assert kept("stale", "one") == ["one"]
    assert kept("stale", "two") == ["stale", "two"]
    assert kept("undercutter", "one") == ["one", "undercutter"]
    assert kept("undercutter", "one", "two") == ["one", "two"]
    assert kept("stale", "step", "one") == ["step"]


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


def test_without_a_polarity_steps_stay_what_they_were_and_claims_become_reasons() -> None:
    draft, top, reason = bread()
    (objection,) = draft.map.inferences_on(reason.premises[0])
    target = draft.claim("Bread is bad")
    for root in (objection.id, top):
        draft.do(edits.paste(draft.map, branch=branch_of(draft.map, [(root, None)]), target=target))
    pasted = [step.polarity for step in draft.map.inferences_on(target)]
    assert pasted == [Polarity.ATTACK, Polarity.SUPPORT]

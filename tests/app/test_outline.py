"""The map as a tree: what stands where, in full or as a reference, and in what role."""

from hypothesis import given

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, Inference, InferenceId, Polarity, Project, ProjectId
from app.model.outline import Card, Step, count_below, outline, outline_of
from app.model.ranks import first_ranks
from app.model.reach import with_below
from app.model.role import Role
from app.model.roles import contentions, is_unanswered, unanswered
from tests.app.builders import Draft, random_maps


def chain(length: int) -> ArgumentMap:
    """A claim for which there is a reason, for which there is a reason, and so on."""
    claims = [Claim(id=ClaimId(f"c{i}"), text="", rank="a0") for i in range(length)]
    steps = [
        Inference(
            id=InferenceId(f"s{i}"),
            premises=(ClaimId(f"c{i + 1}"),),
            target=ClaimId(f"c{i}"),
            polarity=Polarity.SUPPORT,
            rank="a0",
        )
        for i in range(length - 1)
    ]
    return ArgumentMap.of(Project(id=ProjectId("p"), title="A chain"), [*claims, *steps])


def undercut_in_a_circle(first: str, second: str) -> ArgumentMap:
    """Two steps, each of which is an objection to the other."""
    draft = Draft()
    a, b = draft.claim(first), draft.claim(second)
    one, two = InferenceId("one"), InferenceId("two")
    steps = [
        Inference(id=one, premises=(a,), target=two, polarity=Polarity.ATTACK, rank="a0"),
        Inference(id=two, premises=(b,), target=one, polarity=Polarity.ATTACK, rank="a1"),
    ]
    return ArgumentMap.of(draft.map.project, [*draft.map.every(Claim), *steps])


# Roles


def test_a_claim_at_the_top_is_a_contention_if_something_bears_on_it() -> None:
    draft = Draft()
    contention, free = draft.claim(), draft.claim()
    draft.reason(contention)
    found = outline(draft.map)

    assert found.cards[contention].role is Role.CONTENTION
    assert found.cards[free].role is Role.FREE
    assert (found.trees, found.free) == ([found.cards[contention]], [found.cards[free]])
    assert contentions(draft.map) == [draft.map.claim(contention)]


def test_a_premise_has_the_role_of_its_step() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim())
    co_premise = draft.premise(reason)
    found = outline(draft.map)

    assert found.steps[reason.id].role is Role.REASON
    assert found.cards[co_premise].role is Role.REASON


def test_an_objection_to_a_premise_of_an_objection_is_a_rebuttal() -> None:
    draft = Draft()
    objection = draft.objection(draft.claim())
    rebuttal = draft.objection(objection.premises[0])
    answer = draft.objection(rebuttal.premises[0])
    found = outline(draft.map)

    assert found.steps[objection.id].role is Role.OBJECTION
    assert found.steps[rebuttal.id].role is Role.REBUTTAL
    assert found.steps[answer.id].role is Role.OBJECTION


def test_an_objection_to_a_step_is_an_undercutter_and_one_to_that_a_rebuttal() -> None:
    draft = Draft()
    reason = draft.reason(draft.claim())
    undercutter = draft.objection(reason.id)
    rebuttal = draft.objection(undercutter.premises[0])
    warrant = draft.reason(reason.id)
    found = outline(draft.map)

    assert found.steps[undercutter.id].role is Role.UNDERCUTTER
    assert found.steps[rebuttal.id].role is Role.REBUTTAL
    assert found.steps[warrant.id].role is Role.REASON


def test_an_objection_to_a_reason_for_an_objection_is_an_objection() -> None:
    draft = Draft()
    objection = draft.objection(draft.claim())
    reason = draft.reason(objection.premises[0])
    found_on = draft.objection(reason.premises[0])

    assert outline(draft.map).steps[found_on.id].role is Role.OBJECTION


# Answers


def test_an_objection_is_unanswered_until_someone_objects_to_it() -> None:
    draft = Draft()
    objection = draft.objection(draft.claim())
    draft.reason(objection.premises[0])
    assert [step.inference for step in unanswered(outline(draft.map))] == [objection]

    draft.objection(objection.premises[0])
    assert unanswered(outline(draft.map)) == []


def test_an_undercutter_answers_an_objection() -> None:
    draft = Draft()
    objection = draft.objection(draft.claim())
    undercutter = draft.objection(objection.id)

    assert [step.inference for step in unanswered(outline(draft.map))] == [undercutter]


def test_neither_a_reason_nor_a_contention_asks_for_an_answer() -> None:
    draft = Draft()
    contention = draft.claim()
    reason = draft.reason(contention)
    found = outline(draft.map)

    assert not is_unanswered(found.cards[contention])
    assert not is_unanswered(found.cards[reason.premises[0]])


# References


def test_a_claim_stands_in_full_at_its_first_use_and_as_a_reference_at_the_next() -> None:
    draft = Draft()
    contention = draft.claim()
    first = draft.reason(contention)
    shared = first.premises[0]
    below = draft.reason(shared)
    second = draft.step(shared, contention)
    found = outline(draft.map)

    full, reference = found.steps[first.id].premises[0], found.steps[second.id].premises[0]
    assert (full.full, reference.full) == (True, False)
    assert [step.inference.id for step in full.steps] == [below.id]
    assert reference.steps == []
    assert found.place(shared) is full
    assert full.key != reference.key


def test_claims_below_are_counted_once_each_references_not_at_all() -> None:
    draft = Draft()
    contention = draft.claim()
    shared = draft.reason(contention).premises[0]
    draft.premise(draft.step(shared, contention))
    draft.objection(shared)

    assert count_below(outline(draft.map).cards[contention]) == 3


def test_places_come_in_reading_order() -> None:
    draft = Draft()
    contention = draft.claim("contention")
    reason = draft.reason(contention, "reason")
    draft.claim("free")
    draft.premise(reason, "co-premise")
    draft.objection(reason.id, "undercutter")
    places = list(outline(draft.map).places())

    cards = [draft.text(place.claim) for place in places if isinstance(place, Card)]
    assert cards == ["contention", "reason", "co-premise", "undercutter", "free"]
    assert places[1].key == (contention, reason.id)
    assert places[2].key == (reason.id, reason.premises[0])
    assert places[0].key == ("", contention)


# Circles


def test_a_circle_is_one_tree_that_ends_in_a_reference_to_its_top() -> None:
    draft = Draft()
    a = draft.claim("a")
    b = draft.reason(a, "b").premises[0]
    draft.step(a, b)
    (root,) = outline(draft.map).trees

    assert isinstance(root, Card)
    last = list(outline(draft.map).places())[-1]
    assert isinstance(last, Card)
    assert (last.claim, last.full) == (root.claim, False)


def test_what_hangs_below_a_circle_hangs_there_and_is_no_tree_of_its_own() -> None:
    for _ in range(8):  # the ids decide where it starts, and they are drawn by lot
        draft = Draft()
        a = draft.claim("a")
        b = draft.reason(a, "b").premises[0]
        draft.step(a, b)
        below = draft.reason(b, "below").premises[0]
        draft.reason(below)
        found = outline(draft.map)

        assert len(found.trees) == 1
        assert found.cards[below].above is not None


def test_steps_that_only_undercut_each_other_stand_too() -> None:
    found = outline(undercut_in_a_circle("a", "b"))
    (root,) = found.trees

    assert isinstance(root, Step)
    assert root.key == ("", root.inference.id)
    assert root.role is Role.UNDERCUTTER
    assert {step.inference.id for step in found.steps.values()} == {"one", "two"}
    assert len(found.cards) == 2


@given(random_maps())
def test_every_claim_and_every_step_stands_in_full_just_once(argument_map: ArgumentMap) -> None:
    found = outline(argument_map)
    full = [place for place in found.places() if place.full]

    assert {p.claim for p in full if isinstance(p, Card)} == {
        c.id for c in argument_map.every(Claim)
    }
    assert {p.inference.id for p in full if isinstance(p, Step)} == {
        i.id for i in argument_map.every(Inference)
    }
    assert len(full) == len(found.cards) + len(found.steps)


# Size


def test_an_argument_of_3000_steps_one_below_the_other_is_no_trouble() -> None:
    argument_map = chain(3000)
    found = outline(argument_map)

    assert count_below(found.trees[0]) == 2999
    assert len(with_below(argument_map, [ClaimId("c0")])) == 5999
    gone = argument_map.apply(edits.remove(argument_map, element=ClaimId("c0")))
    assert len(gone) == 1


def test_5000_reasons_for_one_claim_keep_their_order() -> None:
    target = Claim(id=ClaimId("target"), text="", rank="a0")
    claims = [Claim(id=ClaimId(f"c{i}"), text=str(i), rank="a0") for i in range(5000)]
    steps = [
        Inference(
            id=InferenceId(f"s{i}"),
            premises=(ClaimId(f"c{i}"),),
            target=target.id,
            polarity=Polarity.SUPPORT,
            rank=rank,
        )
        for i, rank in enumerate(first_ranks(5000))
    ]
    project = Project(id=ProjectId("p"), title="Many")
    argument_map = ArgumentMap.of(project, [target, *claims, *steps])
    argument_map = argument_map.apply(
        edits.reorder(argument_map, element=InferenceId("s4999"), by=-4999)
    )
    reasons = outline(argument_map).cards[target.id].steps

    assert [reason.inference.id for reason in reasons[:2]] == ["s4999", "s0"]
    assert len(reasons) == 5000


@given(random_maps())
def test_the_outline_of_some_elements_holds_what_hangs_below_them_once(
    argument_map: ArgumentMap,
) -> None:
    steps = argument_map.every(Inference)
    roots = [step.target for step in steps] + [step.id for step in steps]
    reading = outline_of(argument_map, roots)

    assert {*reading.cards, *reading.steps} == with_below(argument_map, roots)
    places = [place for place in reading.places() if place.full]
    assert len(places) == len(reading.cards) + len(reading.steps)

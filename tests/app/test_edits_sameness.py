"""Claims of other projects: linked as the same, and copied from there."""

import pytest

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.branch import Branch, branch_of
from app.model.elements import Claim, ClaimAddress, ClaimId, ProjectId
from app.model.errors import EditError
from tests.app.builders import Draft

GAS = ClaimAddress(project=ProjectId("energy"), claim=ClaimId("gas"))
OIL = ClaimAddress(project=ProjectId("energy"), claim=ClaimId("oil"))


@pytest.fixture
def energy() -> Draft:
    """Another project: a claim with a reason and an objection, said by somebody."""
    draft = Draft("Energy")
    top = draft.claim("Gas is clean")
    draft.reason(top, "It burns without soot")
    leak = draft.objection(top, "It leaks")
    draft.saying(leak.premises[0], "Ada")
    draft.saying(top, "Shell")
    return draft


def branch_in(draft: Draft, start: str) -> Branch:
    (claim,) = (c for c in draft.map.every(Claim) if c.text.startswith(start))
    return branch_of(draft.map, [(claim.id, None)])


def texts(argument_map: ArgumentMap) -> list[str]:
    return sorted(claim.text for claim in argument_map.every(Claim))


def test_a_claim_is_linked_to_others_each_once_and_unlinked() -> None:
    draft = Draft()
    claim = draft.claim()
    for address in (GAS, OIL):
        change = edits.link_same(draft.map, claim=claim, to=address)
        assert draft.map.apply(change).apply(change.inverted()) == draft.map
        draft.do(change)
    assert not edits.link_same(draft.map, claim=claim, to=GAS)
    assert draft.map.claim(claim).same_as == (GAS, OIL)
    draft.do(edits.unlink_same(draft.map, claim=claim, to=GAS))
    assert draft.map.claim(claim).same_as == (OIL,)
    assert not edits.unlink_same(draft.map, claim=claim, to=GAS)


def test_a_claim_of_the_same_project_is_not_linked_but_merged() -> None:
    draft = Draft()
    one, two = draft.claim(), draft.claim()
    here = ClaimAddress(project=draft.map.project.id, claim=two)
    with pytest.raises(EditError, match="merge them"):
        edits.link_same(draft.map, claim=one, to=here)


def test_a_copy_is_a_free_claim_with_all_below_that_names_where_it_comes_from(
    energy: Draft,
) -> None:
    draft = Draft()
    draft.claim("Bread is good")
    branch = branch_in(energy, "Gas")
    draft.do(edits.copy_from(draft.map, project=energy.map.project.id, branch=branch))
    assert texts(draft.map) == sorted([*texts(energy.map), "Bread is good"])
    copy = draft.map.top_claims()[-1]
    origin = ClaimAddress(project=energy.map.project.id, claim=ClaimId(branch.roots[0]))
    assert copy.same_as == (origin,)
    assert copy.id != origin.claim
    assert {s.name for s in draft.map.speakers()} == {"Ada", "Shell"}
    linked = [claim for claim in draft.map.every(Claim) if claim.same_as]
    assert linked == [copy]


def test_a_copy_that_is_united_with_a_claim_leaves_its_words_and_brings_what_bears_on_it(
    energy: Draft,
) -> None:
    draft = Draft()
    here = draft.claim("Gas is CLEAN!")
    draft.reason(here, "My own reason")
    change = edits.copy_from(
        draft.map, project=energy.map.project.id, branch=branch_in(energy, "Gas"), into=here
    )
    after = draft.map.apply(change)
    assert texts(after) == ["Gas is CLEAN!", "It burns without soot", "It leaks", "My own reason"]
    assert [step.target for step in after.inferences_on(here)] == [here] * 3
    assert len(after.locutions_of(here)) == 1
    assert [address.project for address in after.claim(here).same_as] == [energy.map.project.id]
    assert change.label == "Copy from another project"
    assert after.apply(change.inverted()) == draft.map


def test_nothing_is_copied_into_a_claim_that_is_gone(energy: Draft) -> None:
    branch = branch_in(energy, "Gas")
    with pytest.raises(EditError):
        edits.copy_from(
            Draft().map, project=ProjectId("energy"), branch=branch, into=ClaimId("gone")
        )


def test_links_go_along_with_a_copy_but_for_those_that_would_lead_back(energy: Draft) -> None:
    draft = Draft()
    here = ClaimAddress(project=draft.map.project.id, claim=draft.claim("Bread is good"))
    there = energy.claim("Bread feeds")
    for address in (GAS, here):
        energy.do(edits.link_same(energy.map, claim=there, to=address))
    draft.do(edits.paste(draft.map, branch=branch_in(energy, "Bread")))
    assert draft.map.top_claims()[-1].same_as == (GAS,)


def test_merged_claims_are_the_same_as_all_that_they_were() -> None:
    draft = Draft()
    one, two = draft.claim("a"), draft.claim("b")
    draft.do(edits.link_same(draft.map, claim=one, to=GAS))
    draft.do(edits.link_same(draft.map, claim=two, to=GAS))
    draft.do(edits.link_same(draft.map, claim=two, to=OIL))
    draft.do(edits.merge_claims(draft.map, into=one, others=[two]))
    assert draft.map.claim(one).same_as == (GAS, OIL)

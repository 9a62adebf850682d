"""What each kind of document makes of an argument."""

import pytest

from app import edits
from app.documents.export import document_of
from app.documents.kinds import Kind
from app.documents.options import BlankRule, Blanks, Options
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Claim,
    ClaimId,
    Inference,
    InferenceId,
    Polarity,
    Project,
    ProjectId,
)
from app.model.errors import EditError
from tests.app.builders import Draft, anchor_of
from tests.app.documents.maps import PAGES, sample
from tests.app.documents.reading_back import read, rows


def written(argument_map: ArgumentMap, kind: Kind, options: Options | None = None) -> str:
    return document_of(argument_map, kind, ".md", options or Options()).decode()


def debate() -> Draft:
    """A thesis with a reason, an objection with grounds, and what answers that."""
    draft = Draft("Bread")
    thesis = draft.claim("Bread is good")
    reason = draft.reason(thesis, "It feeds")
    draft.premise(reason, "What feeds is good")
    objection = draft.objection(thesis, "It grows stale")
    draft.reason(objection.premises[0], "It dries out")
    rebuttal = draft.objection(objection.premises[0], "Toast it")
    draft.objection(rebuttal.premises[0], "Toast burns")
    draft.objection(objection.id, "Stale is not bad")
    return draft


# Brief


def test_a_brief_has_thesis_case_objections_and_their_answers_in_this_order() -> None:
    text = written(debate().map, Kind.BRIEF)

    assert text == (
        "# Bread\n\n"
        "Brief · 8 claims\n\n"
        "## Thesis\n\n"
        "(1) **Bread is good**\n\n"
        "## The case\n\n"
        "- **+ because** (2) It feeds\n"
        "- **and** (3) What feeds is good\n\n"
        "## Objections and answers\n\n"
        "### Objection 1, to (1) “Bread is good”\n\n"
        "- **− but** (4) It grows stale\n"
        "  - **+ because** (5) It dries out\n\n"
        "**Answer:**\n\n"
        "- **↵ however** against (4): (6) Toast it\n"
        "  - **− but** (7) Toast burns — unanswered\n"
        "- **⤫ does not follow** against the step from (4): (8) Stale is not bad — unanswered\n\n"
        "## Sources\n\n"
        "No source is given.\n"
    )


def test_an_objection_that_nobody_answers_says_so() -> None:
    draft = Draft()
    step = draft.reason(draft.claim("Bread is good"), "It feeds")
    draft.objection(step.id, "So does sugar")
    text = written(draft.map, Kind.BRIEF)

    assert "### Objection 1, to the step from (2) “It feeds”" in text
    assert "No answer yet." in text


def test_several_contentions_are_parts_of_their_own_and_free_claims_come_last() -> None:
    draft = Draft()
    first, second = draft.claim("Bread is good"), draft.claim("Cake is better")
    draft.reason(first, "It feeds")
    draft.reason(second, "It is sweet")
    draft.claim("Soup is wet")
    text = written(draft.map, Kind.BRIEF)

    parts = ["## 1. Bread is good", "### Thesis", "## 2. Cake is better", "(5) Soup is wet"]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)


def test_a_claim_that_is_used_again_refers_to_its_first_place() -> None:
    draft = Draft()
    first, second = draft.claim("Bread is good"), draft.claim("Toast is good")
    shared = draft.reason(first, "It feeds").premises[0]
    draft.step(shared, second)
    text = written(draft.map, Kind.OUTLINE)

    assert text.count("(2) It feeds") == 1 + text.count("see (2) It feeds") == 2


@pytest.mark.parametrize("kind", [Kind.BRIEF, Kind.BLOCK, Kind.OUTLINE, Kind.WORKSHEET])
def test_an_empty_map_is_said_to_be_empty(kind: Kind) -> None:
    assert "There is nothing on this map yet." in written(Draft().map, kind)


# Debate block


def test_a_block_has_claim_warrant_evidence_and_answers() -> None:
    text = written(debate().map, Kind.BLOCK)
    first, second = text.split("## For: It feeds")[1].split("## Against: It grows stale")

    assert first.index("**Claim**") < first.index("(2) It feeds") < first.index("**Warrant**")
    assert first.index("**Warrant**") < first.index("(3) What feeds is good")
    assert "None is quoted." in first
    assert "None yet." in first
    assert second.index("**Grounds**") < second.index("It dries out") < second.index("Toast it")
    assert "why does the claim bear on the thesis?" in second


def test_a_warrant_is_the_scheme_and_the_unstated_premise() -> None:
    draft = Draft()
    step = draft.reason(draft.claim("Bread is good"), "Whoever knows says so")
    draft.do(edits.set_scheme(draft.map, inference=step.id, scheme="expert opinion"))
    unstated = draft.premise(step, "They know bread")
    draft.do(edits.set_unstated(draft.map, claim=unstated, unstated=True))
    text = written(draft.map, Kind.BLOCK)

    assert "(3) *They know bread* — unstated" in text
    assert "expert opinion: Somebody who knows the field says so." in text


def test_evidence_is_quoted_with_speaker_article_date_and_paragraph() -> None:
    text = written(sample(), Kind.BLOCK)

    assert (
        "> without Western unity or a clear vision from the West and Ukraine, “Putin has no reason"
        " to reconsider his actions in Ukraine.”\\\n"
        "> — (5) Thomas Graham through CNN, Russian foreign policy expert, “Putin unlikely to"
        " negotiate, whoever wins in Washington”, The New Voice of Ukraine, 5 November 2024, ¶3"
    ) in text


# Worksheet


@pytest.mark.parametrize(
    ("blanks", "numbers"),
    [
        (Blanks(every=3), [4, 7]),
        (Blanks(every=1), [2, 3, 4, 5, 6, 7, 8]),
        (Blanks(rule=BlankRule.REASONS), [2, 3, 5]),
        (Blanks(rule=BlankRule.OBJECTIONS), [4, 6, 7, 8]),
        (Blanks(rule=BlankRule.UNSTATED), []),
    ],
)
def test_a_rule_says_which_cards_are_blank(blanks: Blanks, numbers: list[int]) -> None:
    text = written(debate().map, Kind.WORKSHEET, Options(blanks=blanks))
    sheet, key = text.split("## Key")

    assert [n for n in range(1, 9) if f"({n}) \\_\\_" in sheet] == numbers
    assert [n for n in range(1, 9) if f"- ({n}) " in key] == numbers


def test_chosen_cards_are_blank_also_where_they_are_used_again() -> None:
    draft = Draft()
    first, second = draft.claim("Bread is good"), draft.claim("Toast is good")
    shared = draft.reason(first, "It feeds").premises[0]
    draft.step(shared, second, Polarity.ATTACK)
    options = Options(blanks=Blanks(chosen=frozenset({shared})))
    sheet, key = written(draft.map, Kind.WORKSHEET, options).split("## Key")

    assert "It feeds" not in sheet
    assert "see (2)" in sheet
    assert "(2) It feeds" in key


# Speakers


def test_who_says_what_is_told_speaker_by_speaker() -> None:
    draft = Draft()
    claim = draft.claim("Putin has no reason")
    draft.reason(claim, "Nobody says this")
    draft.saying(claim, "Graham", "CNN", anchor=anchor_of(draft.source(), "no reason"))
    draft.saying(claim)
    text = written(draft.map, Kind.SPEAKERS)

    assert "| **CNN** | person |  | 0 | 1 |" in text
    assert "| (1) Putin has no reason | asserts, paraphrase | CNN | ¶1 | no reason |" in text
    assert "## The articles themselves" in text
    assert "(2) Nobody says this" in text.split("## Claims that nobody says")[1]


def test_a_map_without_sayings_says_so() -> None:
    assert "Nobody says anything on this map yet." in written(Draft().map, Kind.SPEAKERS)


# Branches


def test_of_a_branch_only_what_hangs_from_it_is_told() -> None:
    draft = debate()
    (_, objection) = draft.map.inferences_on(draft.map.top_claims()[0].id)
    text = written(draft.map, Kind.BRIEF, Options(branches=objection.premises))

    assert "(1) **It grows stale**" in text
    assert "Toast burns" in text
    assert "Bread is good" not in text


@pytest.mark.parametrize(("kind", "suffix"), PAGES)
def test_a_branch_can_begin_with_a_step_and_says_what_that_bears_on(
    kind: Kind, suffix: str
) -> None:
    draft = debate()
    (_, objection) = draft.map.inferences_on(draft.map.top_claims()[0].id)
    (undercutter,) = draft.map.inferences_on(objection.id)
    for step, said in ((objection, "“Bread is good”"), (undercutter, "the step from “It grows")):
        options = Options(branches=(step.id,), blanks=Blanks(every=99))
        words = read(suffix, document_of(draft.map, kind, suffix, options)).words
        assert "Stale is not bad" in words
        assert "It feeds" not in words
        if kind is not Kind.SPEAKERS:
            assert f"This bears on {said}" in words
            assert ("but" in words) is (step is objection)


def test_a_table_of_a_step_has_the_claims_below_it() -> None:
    draft = debate()
    (_, objection) = draft.map.inferences_on(draft.map.top_claims()[0].id)
    options = Options(branches=(objection.id,))
    head, *table = rows(document_of(draft.map, Kind.CLAIMS, ".csv", options))

    assert [row[head.index("claim")] for row in table] == [
        *("It grows stale", "It dries out", "Toast it", "Toast burns", "Stale is not bad")
    ]


def test_several_branches_are_parts_of_their_own() -> None:
    draft = debate()
    reason, objection = draft.map.inferences_on(draft.map.top_claims()[0].id)
    branches = (objection.premises[0], reason.premises[0])
    text = written(draft.map, Kind.OUTLINE, Options(branches=branches))

    assert text.index("## 1. It grows stale") < text.index("## 2. It feeds")


def test_a_branch_within_another_stands_there_only() -> None:
    draft = debate()
    thesis = draft.map.top_claims()[0].id
    (reason, _) = draft.map.inferences_on(thesis)
    both = Options(branches=(thesis, reason.premises[0]))

    assert written(draft.map, Kind.BRIEF, both) == written(draft.map, Kind.BRIEF)


def test_a_circle_is_told_once_round() -> None:
    draft = Draft()
    first = draft.claim("Bread is good")
    second = draft.reason(first, "Bakers bake it").premises[0]
    draft.step(first, second)
    text = written(draft.map, Kind.OUTLINE)

    assert text.count("Bread is good") + text.count("Bakers bake it") == 3
    assert "see (1) B" in text


def test_undercutters_that_hit_each_other_are_told_once_round() -> None:
    premises = [Claim(id=ClaimId(key), text=f"Claim {key}", rank="a0") for key in "ab"]
    steps = [
        Inference(
            id=InferenceId(key),
            premises=(claim.id,),
            target=InferenceId(other),
            polarity=Polarity.ATTACK,
            rank="a0",
        )
        for claim, key, other in zip(premises, "ij", "ji", strict=True)
    ]
    project = Project(id=ProjectId("p"), title="Round")
    argument_map = ArgumentMap.of(project, [*premises, *steps])

    assert "see (1) Claim a" in written(argument_map, Kind.BRIEF)
    assert "(2) Claim b" in written(argument_map, Kind.BLOCK)


def test_a_branch_or_a_blank_card_that_is_gone_is_refused() -> None:
    gone = debate().map.top_claims()[0].id
    for options in (
        Options(branches=(gone,)),
        Options(branches=(InferenceId("gone"),)),
        Options(blanks=Blanks(chosen=frozenset({gone}))),
    ):
        with pytest.raises(EditError, match="not in the map any more"):
            written(Draft().map, Kind.WORKSHEET, options)

"""Branches as indented text, and lists from other programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.formats import indented
from app.model.argument_map import ArgumentMap
from app.model.branch import Branch, Spot, branch_of
from app.model.elements import Inference, Polarity
from app.model.errors import FormatError
from tests.app.builders import Draft, random_maps
from tests.app.formats.golden import GOLDEN_LIST, golden_branch


def written(text: str) -> str:
    """What is read, written anew."""
    return indented.write(indented.read(text))


def whole(argument_map: ArgumentMap) -> Branch:
    tops: list[Spot] = [(claim.id, None) for claim in argument_map.top_claims()]
    return branch_of(argument_map, tops)


# Our own


def test_each_line_says_its_role_in_a_word() -> None:
    draft = Draft()
    top = draft.claim("Bread is good")
    reason = draft.reason(top, "It feeds")
    draft.premise(reason, "What feeds is good")
    draft.objection(reason.id, "So does sugar")
    draft.reason(reason.id, "Nothing else feeds")
    objection = draft.objection(top, "It grows stale\n\n- so they say")
    draft.objection(objection.premises[0], "Toast it")
    draft.claim("Because: of butter")
    text = indented.write(whole(draft.map))

    assert text == (
        "Bread is good\n"
        "\tbecause: It feeds\n"
        "\tand: What feeds is good\n"
        "\t\tdoes not follow: So does sugar\n"
        "\t\tit follows: Nothing else feeds\n"
        "\tbut: It grows stale\n"
        "\t\t|\n"
        "\t\t| - so they say\n"
        "\t\thowever: Toast it\n"
        "claim: Because: of butter\n"
    )
    assert written(text) == text


def test_the_golden_file_is_what_is_written_of_its_branch() -> None:
    assert indented.write(golden_branch()) == GOLDEN_LIST.read_text("utf-8")


def test_a_claim_that_stands_in_two_places_is_written_twice_and_its_branch_once() -> None:
    draft = Draft()
    top = draft.claim("top")
    reason = draft.reason(top, "shared")
    draft.reason(reason.premises[0], "below")
    draft.step(reason.premises[0], top, Polarity.ATTACK)

    assert indented.write(whole(draft.map)) == (
        "top\n\tbecause: shared\n\t\tbecause: below\n\tbut: shared\n"
    )


def test_circles_come_to_an_end() -> None:
    draft = Draft()
    a = draft.claim("a")
    reason = draft.reason(a, "b")
    draft.step(a, reason.premises[0])
    branch = branch_of(draft.map, [(reason.id, None)])

    assert indented.write(branch) == "because: b\n\tbecause: a\n"


def test_what_is_too_much_is_not_written() -> None:
    draft = Draft()
    draft.claim("long " * 300_000)

    with pytest.raises(FormatError, match="too much"):
        indented.write(whole(draft.map))


@given(random_maps())
def test_what_was_written_is_read_with_the_same_shape_and_words(argument_map: ArgumentMap) -> None:
    branch = whole(argument_map)
    if branch.roots:
        text = indented.write(branch)
        assert written(text) == text
        read = indented.read(text)
        assert len(read.roots) == len(branch.roots)
        lines = [row for row in text.splitlines() if row.strip()]
        assert len(read.map.every(Inference)) <= len(lines)


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_words_of_a_claim_survive(texts: list[str]) -> None:
    draft = Draft()
    top = draft.claim(texts[0])
    for text in texts[1:]:
        draft.reason(top, text)
    read = indented.read(indented.write(whole(draft.map)))
    (root,) = read.roots
    claims = [
        read.map.claim(root),
        *(read.map.claim(step.premises[0]) for step in read.map.inferences_on(root)),
    ]
    before = [draft.map.claim(top)] + [
        draft.map.claim(step.premises[0]) for step in draft.map.inferences_on(top)
    ]
    assert [_words(claim.text) for claim in claims] == [_words(claim.text) for claim in before]


def _words(text: str) -> list[list[str]]:
    return [line.split() for line in text.strip().split("\n")]


# What other programs write


@pytest.mark.parametrize(
    "text",
    [
        "a\n\tb\n\t\tc\n\td",
        "a\n  b\n    c\n  d",
        "- a\n  * b\n      * c\n  + d",
        "1. a\n   a) b\n      (i) c\n   b) d",
        "• a\n\t◦ b\n\t\t▪ c\n\n\t– d",
        "        a\n         b\n           c\n         d\n",
        "a\r\n  BECAUSE: b\r\n     c\r\n  + because : d",
    ],
)
def test_lists_of_any_kind_are_read(text: str) -> None:
    assert written(text) == "a\n\tbecause: b\n\t\tbecause: c\n\tbecause: d\n"


def test_items_that_were_too_long_for_a_row_are_put_together() -> None:
    text = "- A long claim\n  that goes on\n  and on\n  - a reason\n\n    apart"
    assert written(text) == (
        "A long claim that goes on and on\n\tbecause: a reason\n\t\tbecause: apart\n"
    )


def test_plain_lines_are_claims_and_so_are_paragraphs() -> None:
    assert written("one\ntwo\n\n") == "one\ntwo\n"
    assert written("one goes\non\n\n\ntwo") == "one goes on\ntwo\n"


@pytest.mark.parametrize("text", ["1989. A year", "A. Smith said so", "--dry-run", "3.5 per cent"])
def test_what_only_looks_like_a_bullet_is_kept(text: str) -> None:
    assert written(text) == f"{text}\n"


def test_co_premises_are_found_where_people_put_them() -> None:
    assert written("a\nand: b\n  does not follow: c") == (
        "because: a\nand: b\n\tdoes not follow: c\n"
    )
    assert written("a\n  because: b\n    and: c") == "a\n\tbecause: b\n\tand: c\n"
    assert written("x\n  and: a") == "x\n\tbecause: a\n"


def test_a_root_with_a_role_is_a_step_that_may_be_pasted() -> None:
    draft = Draft()
    target = draft.claim("target")
    branch = indented.read("but: a\nand: b\nhowever: c")
    draft.do(edits.paste(draft.map, branch=branch, target=target, polarity=Polarity.ATTACK))

    assert indented.write(whole(draft.map)) == "target\n\tbut: a\n\tand: b\n\tbut: c\n"


def test_a_chain_of_any_depth_is_read() -> None:
    text = "\n".join(" " * depth + "x" for depth in range(1_300))
    assert len(indented.read(text).map.every(Inference)) == 1_299


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no text"),
        (" \n\t\n", "no text"),
        ("x\n" * 10_001, "10,002 lines"),
        ("x" * 1_000_001, "1,000,001 characters"),
    ],
)
def test_nothing_and_too_much_are_refused(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        indented.read(text)


@given(st.text(st.sampled_from("ab -*+|:\n\t1.)•") | st.characters(), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        once = indented.write(indented.read(text))
    except FormatError:
        return
    assert written(once) == once

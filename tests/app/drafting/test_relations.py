"""How what is said hangs together, by the words that join it."""

import pytest

from app.drafting.drafting import draft
from app.drafting.relations import Kindred


@pytest.mark.parametrize(
    ("text", "begins", "kind", "ends"),
    [
        (
            "The dam must close because the steel is weak.",
            "the steel is weak",
            Kindred.SUPPORTS,
            "The dam must close",
        ),
        (
            "The dam stays open, although the steel is weak.",
            "the steel is weak.",
            Kindred.CONCEDES,
            "The dam stays open",
        ),
        (
            "Although the steel is weak, the dam stays open.",
            "the steel is weak",
            Kindred.CONCEDES,
            "the dam stays open.",
        ),
        (
            "If the steel is weak, the dam must close.",
            "the steel is weak",
            Kindred.SUPPORTS,
            "the dam must close.",
        ),
        (
            "The town wants the dam, but the steel is weak.",
            "the steel is weak.",
            Kindred.REBUTS,
            "The town wants the dam",
        ),
        (
            "The town wants the dam, while farmers fear it.",
            "farmers fear it.",
            Kindred.CONTRASTS,
            "The town wants the dam",
        ),
        (
            "The town wants the dam very much. However, the steel is weak now.",
            "the steel is weak now.",
            Kindred.REBUTS,
            "The town wants the dam very much.",
        ),
        (
            "The steel is weak and old now. Therefore the dam must close soon.",
            "The steel is weak and old now.",
            Kindred.SUPPORTS,
            "the dam must close soon.",
        ),
    ],
)
def test_a_joining_word_suggests_a_relation(
    text: str, begins: str, kind: Kindred, ends: str
) -> None:
    (relation,) = draft(text).relations
    found = (text[slice(*span)].rstrip(".") for span in (relation.begins, relation.ends))
    assert (*found, relation.kind) == (begins.rstrip("."), ends.rstrip("."), kind)


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile, the town celebrated its fair on Sunday.",
        "The town has lived since 1910 as a port on the lake.",
        "She works as a nurse, as well as a baker, in the town.",
    ],
)
def test_words_that_join_nothing_suggest_none(text: str) -> None:
    assert draft(text).relations == ()


def test_relations_join_what_is_said_within_a_report() -> None:
    text = "Ana Paz said that the dam must close because the steel is weak."
    (relation,) = draft(text).relations
    assert text[slice(*relation.begins)] == "the steel is weak"
    assert text[slice(*relation.ends)] == "the dam must close"

"""Rejoinder JSON: all of a map, there and back, and a sentence for all that is no such file."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from app import edits
from app.formats import rejoinder_json
from app.formats.losses import Losses
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Anchor,
    Claim,
    ClaimId,
    Fidelity,
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
    SpeakerKind,
    Stance,
)
from app.model.errors import FormatError
from tests.app.builders import Draft, random_maps

GOLDEN = Path(__file__).parents[2] / "data" / "rejoinder.json"
Values = dict[str, object]
Spoil = Callable[[dict[str, list[Values]]], object]


def golden_map() -> ArgumentMap:
    """A map with every kind of element and every field in use."""
    text = "Lough: “It will not help.” 🎈 <b>&amp;</b> \\n\nالسلام 和平"
    quoted = Anchor(
        source=SourceId("s1"), start=8, end=24, exact=text[8:24], prefix="Lough: “", suffix="”"
    )
    return ArgumentMap.of(
        Project(id=ProjectId("p1"), title="Nord Stream «2»"),
        [
            Claim(id=ClaimId("c2"), text="It helps\nnobody.", rank="a0", note="?", tags=("x", "ä")),
            Claim(id=ClaimId("c1"), text="<&\"\\'>", rank="a1", unstated=True),
            Inference(
                id=InferenceId("i1"),
                premises=(ClaimId("c1"),),
                target=ClaimId("c2"),
                polarity=Polarity.SUPPORT,
                rank="a0",
                scheme="expert opinion",
            ),
            Inference(
                id=InferenceId("i2"),
                premises=(ClaimId("c2"),),
                target=InferenceId("i1"),
                polarity=Polarity.ATTACK,
                rank="a0",
            ),
            Source(
                id=SourceId("s1"),
                title="Cracks",
                text=text,
                author="A. Writer",
                outlet="CNN",
                published=date(2021, 7, 22),
                address="https://example.org/?a=b&c",
                language="en",
            ),
            Speaker(
                id=SpeakerId("lough"),
                name="John Lough",
                aliases=("Lough",),
                affiliation="Chatham House",
            ),
            Speaker(id=SpeakerId("cnn"), name="CNN", sort=SpeakerKind.PUBLICATION),
            Locution(
                id=LocutionId("l1"),
                claim=ClaimId("c2"),
                speakers=(SpeakerId("lough"), SpeakerId("cnn")),
                stance=Stance.REPORTS,
                fidelity=Fidelity.QUOTATION,
                anchor=quoted,
            ),
            Locution(id=LocutionId("l2"), claim=ClaimId("c1")),
        ],
    )


# There and back


def test_the_golden_file_is_what_is_written_of_its_map() -> None:
    text, losses = rejoinder_json.write(golden_map())

    assert text == GOLDEN.read_text(encoding="utf-8")
    assert losses == Losses()


def test_the_golden_file_is_read_as_its_map() -> None:
    argument_map, losses = rejoinder_json.read(GOLDEN.read_text(encoding="utf-8"))

    assert argument_map == golden_map()
    assert not losses


@given(random_maps())
def test_any_map_comes_back_as_it_was(argument_map: ArgumentMap) -> None:
    text, _ = rejoinder_json.write(argument_map)
    again, _ = rejoinder_json.read(text)

    assert again == argument_map
    assert rejoinder_json.write(again)[0] == text


def test_what_is_not_said_is_as_it_is_by_default() -> None:
    argument_map, _ = rejoinder_json.read(
        '{"format": "rejoinder", "version": 1, "project": {"id": "p", "title": "War"},'
        ' "claims": [{"id": "c", "text": "Yes", "rank": "a0"}]}'
    )

    assert argument_map.top_claims() == [Claim(id=ClaimId("c"), text="Yes", rank="a0")]


def test_a_map_of_10000_claims_is_read_and_written() -> None:
    draft = Draft()
    target = draft.claim()
    claims = [
        Claim(id=ClaimId(f"c{number}"), text="A claim, of course", rank="a0")
        for number in range(10_000)
    ]
    steps = [
        Inference(
            id=InferenceId(f"i{claim.id}"),
            premises=(claim.id,),
            target=target,
            polarity=Polarity.SUPPORT,
            rank="a0",
        )
        for claim in claims
    ]
    old = [e for e in draft.map.elements if e.id != draft.map.project.id]
    argument_map = ArgumentMap.of(draft.map.project, [*old, *claims, *steps])

    text, _ = rejoinder_json.write(argument_map)
    assert rejoinder_json.read(text)[0] == argument_map


# The schema


def test_the_schema_names_every_field_that_is_written_and_no_other() -> None:
    schema = json.loads(json.dumps(rejoinder_json.schema()))
    written = json.loads(GOLDEN.read_text(encoding="utf-8"))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"].keys() == written.keys()
    for section, name in [("claims", "Claim"), ("locutions", "Locution"), ("sources", "Source")]:
        properties = schema["$defs"][name]["properties"]
        assert properties.keys() == written[section][0].keys()
        assert schema["$defs"][name]["additionalProperties"] is False


# Bad files


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This is empty"),
        (" \n", "This is empty"),
        ("{", "line 1, column 2: This is not JSON: expecting property name"),
        ('{\n  "format": rejoinder\n}', "line 2, column 13: This is not JSON: expecting value."),
        ('{"a": 1} x', "line 1, column 10: This is not JSON: extra data."),
        ('{"a": "b\nc"}', "line 1, column 9: This is not JSON: invalid control character"),
        ('{"a": NaN}', "NaN is no number"),
        ('{"a": 1, "b": 2, "b": 3}', "An object has two fields of the name “b”."),
        ('{"a": ' + "9" * 5000 + "}", "A number with 5,000 digits"),
        ('{"a": 0.' + "9" * 5000 + "}", "A number with 5,002 digits"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ("[" + "0," * 4_000_001 + "0]", "more than 4,000,000 values"),
        (" " * 64_000_001, "64,000,001 characters; at most 64,000,000"),
        ("[]", "This is JSON, but not Rejoinder JSON"),
        ('{"format": "argdown"}', "not Rejoinder JSON"),
        ('{"format": "rejoinder", "version": 2}', "by a newer Rejoinder, in version 2"),
        ('{"format": "rejoinder", "version": "1"}', "version must be 1."),
        ('{"format": "rejoinder", "version": true}', "version must be 1."),
        ('{"format": "rejoinder"}', "version is missing."),
    ],
    ids=lambda value: value[:24],
)
def test_what_is_no_rejoinder_json_is_told_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(FormatError) as caught:
        rejoinder_json.read(text)

    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda v: v["claims"][1].pop("text"), "claims[1].text is missing."),
        (lambda v: v["claims"][1].update(text=5), "claims[1].text must be a text."),
        (lambda v: v["claims"][1].update(text="\r"), "claims[1].text holds a control character"),
        (lambda v: v["claims"][0].update(tags="x"), "claims[0].tags must be a list."),
        (lambda v: v["claims"][0].update(unstated=1), "claims[0].unstated must be true or false."),
        (lambda v: v["claims"][0].update(rank="?"), "claims[0].rank must be a rank like a0."),
        (lambda v: v["claims"][0].update(rank="a"), "claims[0].rank must be a rank like a0; a is"),
        (lambda v: v["inferences"][0].update(rank="zz"), "inferences[0].rank must be a rank"),
        (lambda v: v["claims"][0].update(id="C 1"), "claims[0].id must be an id"),
        (lambda v: v["claims"][0].update(colour="red"), "claims[0].colour is not a field that"),
        (lambda v: v["claims"][0].update(kind="claim"), "claims[0].kind is not a field that"),
        (lambda v: v["project"].update(kind="project"), "project.kind is not a field that"),  # type: ignore[attr-defined]
        (lambda v: v.update(boxes=[]), "boxes is not a field that is known here."),
        (lambda v: v["claims"].append(v["claims"][0]), "claims[2] has the id c1, which claims[0]"),
        (lambda v: v["claims"][0].update(id="p1"), "claims[0] has the id p1, which project has"),
        (lambda v: v["claims"].append([]), "claims[2] must be an object with named fields."),  # type: ignore[arg-type]
        (lambda v: v.update(claims={}), "claims must be a list."),  # type: ignore[call-overload]
        (lambda v: v["inferences"][0].update(premises=[]), "inferences[0].premises must name at"),
        (lambda v: v["inferences"][0].update(premises=["c2"]), "inferences[0]: A claim cannot be"),
        (lambda v: v["inferences"][0].update(polarity="+"), "must be 'support' or 'attack'."),
        (
            lambda v: v["inferences"][0].update(premises=["c1", "gone"]),
            "inferences[0].premises[1] names the claim gone, but there is none of that id.",
        ),
        (
            lambda v: v["inferences"][0].update(target="cnn"),
            "inferences[0].target names the claim or inference cnn, but",
        ),
        (lambda v: v["locutions"][1].update(claim="i1"), "locutions[1].claim names the claim i1"),
        (
            lambda v: v["locutions"][1].update(speakers=["bbc"]),
            "locutions[1].speakers[0] names the speaker bbc",
        ),
        (lambda v: v["sources"][0].update(id="s2"), "anchor.source names the source s1, but"),
        (lambda v: v["sources"][0].update(text="x"), "locutions[0].anchor.exact must be the words"),
        (lambda v: v["sources"][0].update(published=5), "published must be a date like 2024-11-05"),
        (lambda v: v["sources"][0].update(published="May"), "published must be a date like"),
        (lambda v: v["speakers"][0].update(name=""), "speakers[0].name must not be empty."),
        (lambda v: anchor(v).update(start=-1), "locutions[0].anchor.start must not be below zero."),
        (lambda v: anchor(v).update(start=8.5), "anchor.start must be a whole number."),
        (lambda v: anchor(v).update(start=9), "locutions[0]: A mark in an article must hold"),
        (lambda v: anchor(v).update(end=10**17), "locutions[0]: A mark in an article must hold"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_fault_is_told_with_its_place_in_words(spoil: Spoil, sentence: str) -> None:
    values = json.loads(GOLDEN.read_text(encoding="utf-8"))
    spoil(values)

    with pytest.raises(FormatError) as caught:
        rejoinder_json.read(json.dumps(values))

    assert sentence in str(caught.value)
    assert "pydantic" not in str(caught.value)


def test_half_a_character_is_told_with_its_line() -> None:
    text = GOLDEN.read_text(encoding="utf-8").replace("🎈", r"\ud83c")

    with pytest.raises(FormatError, match=r"^line 4\d, column \d+: This is not JSON: "):
        rejoinder_json.read(text)


def test_of_a_step_that_cannot_be_and_another_fault_the_first_is_told() -> None:
    values = json.loads(GOLDEN.read_text(encoding="utf-8"))
    values["inferences"][0]["rank"] = 7
    values["inferences"][1]["premises"] = [values["inferences"][1]["target"]] * 2

    with pytest.raises(FormatError, match=r"inferences\[0\].rank must be a text"):
        rejoinder_json.read(json.dumps(values))


def test_what_hostile_names_hold_does_not_reach_the_sentence_whole() -> None:
    values = {"format": "rejoinder", "version": 1, "project": {"id": "p", "title": ""}}
    values["\x1b[2J\n" + "x" * 1000] = 1

    with pytest.raises(FormatError) as caught:
        rejoinder_json.read(json.dumps(values))
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_an_edit_of_what_was_read_finds_room_for_its_rank() -> None:
    argument_map, _ = rejoinder_json.read(GOLDEN.read_text(encoding="utf-8"))
    (reason,) = argument_map.inferences_on(ClaimId("c2"))
    sibling = edits.add_step(
        argument_map, target=reason.target, polarity=Polarity.SUPPORT, beside=reason.id
    )

    assert argument_map.apply(sibling).inferences_on(ClaimId("c2"))[0] == reason


def anchor(values: dict[str, list[Values]]) -> Values:
    found = values["locutions"][0]["anchor"]
    assert isinstance(found, dict)
    return found

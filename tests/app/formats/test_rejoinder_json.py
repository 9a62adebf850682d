"""Rejoinder JSON: all of a map, there and back."""

import json

from hypothesis import given

from app.formats import rejoinder_json
from app.formats.losses import Losses
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, Inference, InferenceId, Polarity
from tests.app.builders import Draft, random_maps
from tests.app.formats.golden import GOLDEN, golden_map

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


def test_a_map_of_2000_claims_is_read_and_written() -> None:
    draft = Draft()
    target = draft.claim()
    claims = [
        Claim(id=ClaimId(f"c{number}"), text="A claim, of course", rank="a0")
        for number in range(2_000)
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

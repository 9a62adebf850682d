"""What is no Rejoinder JSON is refused, in one sentence that says where."""

import json
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import edits
from app.formats import rejoinder_json
from app.model.elements import ClaimId, Polarity
from app.model.errors import FormatError
from tests.app.formats.golden import GOLDEN

Values = dict[str, object]
Spoil = Callable[[dict[str, list[Values]]], object]
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


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
        ('{"format": "rejoinder"}', "version must be 1."),
        ('{"format": "rejoinder", "version": 1}', "project is missing."),
    ],
    ids=(str(number) for number in count()),
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
        (
            lambda v: v["claims"][0].update(rank="z" * 500),
            f"must be a rank like a0; {'z' * 59}… is",
        ),
        (lambda v: v["project"].update(title=""), "project.title must not be empty."),
        (lambda v: v["project"].update(title=" \t\n"), "project.title must not be empty."),
        (lambda v: v["inferences"][0].update(rank="zz"), "inferences[0].rank must be a rank"),
        (lambda v: v["claims"][0].update(id="C 1"), "claims[0].id must be an id"),
        (lambda v: v["claims"][0].update(colour="red"), "claims[0].colour is not a field that"),
        (lambda v: v["claims"][0].update(kind="claim"), "claims[0].kind is not a field that"),
        (lambda v: v["project"].update(kind="project"), "project.kind is not a field that"),
        (lambda v: v.update(boxes=[]), "boxes is not a field that is known here."),
        (lambda v: v["claims"].append(v["claims"][0]), "claims[2] has the id c1, which claims[0]"),
        (lambda v: v["claims"][0].update(id="p1"), "claims[0] has the id p1, which project has"),
        (lambda v: v["claims"].append([]), "claims[2] must be an object with named fields."),
        (lambda v: v.update(claims={}), "claims must be a list."),
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
        (lambda v: v["sources"][0].update(id="s9"), "anchor.source names the source s1, but"),
        (lambda v: v["locutions"][1]["former"].update(source="s9"), "former.source names the"),
        (lambda v: v["locutions"][1]["former"].update(source="s2"), "[1].former.source names s2"),
        (lambda v: v["sources"][1].update(capture_of="s9"), "[1].capture_of names the source s9"),
        (lambda v: v["sources"][0].update(capture_of="s2"), "names s2, which is itself an earlier"),
        (lambda v: v["sources"][0].update(captured="today"), "sources[0].captured must be"),
        (lambda v: v["sources"][0].update(captured="2024-01-01T00:00:00"), "captured must"),
        (lambda v: v["sources"][0].update(captured="0001-01-01T00:00:00+05:00"), "captured must"),
        (lambda v: v["speakers"][0].update(colour=8), "speakers[0].colour must be below 8."),
        (lambda v: v["speakers"][0].update(colour=-1), "colour must not be below zero."),
        (lambda v: v["sources"][0].update(text="x"), "locutions[0].anchor.exact must be the words"),
        (lambda v: v["sources"][0].update(published=5), "published must be a date like 2024-11-05"),
        (lambda v: v["sources"][0].update(published="May"), "published must be a date like"),
        (lambda v: v["speakers"][0].update(name=""), "speakers[0].name must not be empty."),
        (lambda v: anchor(v).update(start=-1), "locutions[0].anchor.start must not be below zero."),
        (lambda v: anchor(v).update(start=8.5), "anchor.start must be a whole number."),
        (lambda v: anchor(v).update(start=9), "locutions[0]: A mark in an article must hold"),
        (lambda v: anchor(v).update(end=10**17), "locutions[0]: A mark in an article must hold"),
    ],
    ids=(str(number) for number in count()),
)
def test_a_fault_is_told_with_its_place_in_words(spoil: Spoil, sentence: str) -> None:
    values = json.loads(GOLDEN.read_text(encoding="utf-8"))
    spoil(values)

    with pytest.raises(FormatError) as caught:
        rejoinder_json.read(json.dumps(values))

    assert sentence in str(caught.value)
    assert "pydantic" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_half_a_character_is_told_with_its_line() -> None:
    text = GOLDEN.read_text(encoding="utf-8").replace("🎈", r"\ud83c")

    with pytest.raises(FormatError, match=r"^line 64, column \d+: This is not JSON: "):
        rejoinder_json.read(text)


def test_of_a_step_that_cannot_be_and_another_fault_the_first_is_told() -> None:
    values = json.loads(GOLDEN.read_text(encoding="utf-8"))
    values["claims"][1]["text"] = 7
    values["inferences"][1]["premises"] *= 2

    with pytest.raises(FormatError, match=r"claims\[1\].text must be a text"):
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


@given(st.data())
def test_a_file_with_something_else_in_it_is_read_or_refused_in_one_sentence(
    data: st.DataObject,
) -> None:
    values = json.loads(GOLDEN.read_text(encoding="utf-8"))
    place = values
    while isinstance(place, dict | list) and place:
        keys = sorted(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.booleans()) or not isinstance(place[key], dict | list):
            place[key] = data.draw(_JSON)
            break
        place = place[key]
    assert len(_refusal(json.dumps(values)).splitlines()) <= 1


@given(st.integers(0), st.integers(0, 9), st.text(max_size=9))
def test_a_damaged_file_is_read_or_refused_in_one_sentence(
    place: int, width: int, text: str
) -> None:
    golden = GOLDEN.read_text(encoding="utf-8")
    place %= len(golden)
    refusal = _refusal(golden[:place] + text + golden[place + width :])
    assert len(refusal.splitlines()) <= 1


def _refusal(text: str) -> str:
    """The sentence with which a text is refused; empty if it is read."""
    try:
        rejoinder_json.read(text)
    except FormatError as fault:
        return str(fault)
    return ""

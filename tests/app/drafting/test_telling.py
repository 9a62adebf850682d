"""A draft as a line of JSON and as a list to read."""

import json

from app.drafting.drafting import draft
from app.drafting.telling import as_json, as_list

_TEXT = (
    "Ana Paz told Reuters that the wall was old because nobody had mended it.\n\n"
    "According to Tom Dunne, the mayor said that the wall would hold, although it leaks."
)


def test_the_json_lists_places_in_the_text_and_what_stands_within() -> None:
    told = json.loads(as_json(draft(_TEXT), "wall.txt"))
    assert told["file"] == "wall.txt"
    first, second = told["attributions"]
    assert first["speakers"] == ["Ana Paz", "Reuters"]
    ((start, end),) = first["content"]
    assert _TEXT[start:end].startswith("that the wall was old")
    (inner,) = second["within"]
    assert inner["rule"] == "verb + that"
    assert told["contentions"][0]["why"]
    assert {one["kind"] for one in told["relations"]} == {"supports", "concedes"}


def test_the_list_names_the_speakers_and_what_hangs_together() -> None:
    lines = [line for _, line in as_list(draft(_TEXT), _TEXT)]
    assert "Ana Paz" in lines
    assert "How it hangs together" in lines
    assert any("(via Reuters)" in line for line in lines)
    assert any(line.startswith("within it, ") for line in lines)


def test_a_text_in_which_nobody_speaks_says_so() -> None:
    quiet = draft("The sun rose over the lake and the boats went out.")
    assert json.loads(as_json(quiet, "lake.txt"))["notice"] == str(quiet.notice)
    assert next(as_list(quiet, ""))[1] == str(quiet.notice)

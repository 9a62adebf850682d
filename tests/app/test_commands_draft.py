"""Who says what in an article, from the command line."""

import json
from pathlib import Path

from tests.app.command_line import Run, refusal

_TEXT = "Ana Paz said that the dam must close because the steel is weak.\n"
_SAID = "that the dam must close because the steel is weak"
_GOLDEN = (
    '{"file": "dam.txt", "attributions": [{"source": [[0, 7]], "cue": [[8, 12]], '
    '"content": [[13, 62]], "speakers": ["Ana Paz"], "stance": "asserts", "direct": false, '
    '"confidence": "likely", "rule": "verb + that", "why": "verb + that (“said”)"}], '
    '"contentions": [{"span": [18, 62], "confidence": "check", '
    '"why": "it opens the article"}], '
    '"relations": [{"from": [45, 62], "to": [18, 36], "kind": "supports", "cue": [37, 44], '
    '"confidence": "likely"}]}'
)


def test_one_line_of_json_an_article(run: Run) -> None:
    Path("dam.txt").write_text(_TEXT, encoding="utf-8")
    outcome = run("draft", "--json", "dam.txt", "dam.txt")
    assert outcome.out.splitlines() == [_GOLDEN, _GOLDEN]


def test_places_are_those_of_the_text_in_code_points(run: Run) -> None:
    text = "“𝔇 is old,” Ana Paz said."
    Path("dam.txt").write_text(text, encoding="utf-8")
    (said,) = json.loads(run("draft", "--json", "dam.txt").out)["attributions"]
    ((start, end),) = said["content"]
    assert text[start:end] == "“𝔇 is old,”"


def test_without_json_a_list_to_read(run: Run) -> None:
    Path("dam.txt").write_text(_TEXT, encoding="utf-8")
    assert run("draft", "dam.txt").out.splitlines() == [
        "# dam.txt",
        "What it may argue",
        "  the dam must close because the steel is weak [check]",
        "Ana Paz",
        f"  asserts: {_SAID} [likely: verb + that (“said”)]",
        "How it hangs together",
        "  the steel is weak | supports | the dam must close [likely: “because” gives a reason]",
        "",
    ]


def test_what_stands_within_a_report_is_told_with_it(run: Run) -> None:
    text = "Ana Paz said that the mayor wants the dam to stay."
    Path("dam.txt").write_text(text, encoding="utf-8")
    (said,) = json.loads(run("draft", "--json", "dam.txt").out)["attributions"]
    assert [inner["speakers"] for inner in said["within"]] == [["The mayor"]]
    assert "    within it, The mayor" in run("draft", "dam.txt").out.splitlines()


def test_a_text_in_another_language_is_told_so(run: Run) -> None:
    text = "Der Minister sagte am Montag, dass die Brücke im Mai wieder geöffnet werde. " * 3
    Path("dam.txt").write_text(text, encoding="utf-8")
    assert "English alone" in run("draft", "dam.txt").out
    assert "English alone" in json.loads(run("draft", "--json", "dam.txt").out)["notice"]


def test_an_article_that_is_not_there_is_one_line_of_trouble(run: Run) -> None:
    assert "there is no such file" in refusal(run("draft", "none.txt"))

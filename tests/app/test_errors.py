"""Errors: a sentence in English, and its words apart from what is put into them."""

import ast
import copy
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.errors import EditError, FormatError, Phrase, RejoinderError, StoreError
from tests.app.phrases import calls, name_of, places_in

_PLACE = {"file", "line", "column"}


def shouted(words: str) -> str:
    """Translate into capitals, but for the names in braces."""
    return "".join(w if w.startswith("{") else w.upper() for w in words.split("|"))


def test_an_error_without_parts_is_its_words_braces_and_all() -> None:
    assert str(EditError("A claim {of} {} words.")) == "A claim {of} {} words."


@given(st.text(), st.integers())
def test_what_is_put_into_an_error_is_never_taken_for_a_template(text: str, count: int) -> None:
    error = StoreError("“{title}” has {count:,} claims.", title=text, count=count)
    assert str(error) == f"“{text}” has {count:,} claims."
    assert error.said(lambda _: "{count}: {title}") == f"{count}: {text}"


def test_words_are_translated_first_and_parts_only_if_they_are_phrases() -> None:
    inner = Phrase("it ended |with code |{code}", code="{why} it")
    error = RejoinderError("Cannot draw |{title}|: |{why}", title="the map {code}", why=inner)
    assert error.said(shouted) == "CANNOT DRAW the map {code}: IT ENDED WITH CODE {why} it"


def test_the_place_of_a_fault_stands_before_its_sentence_in_any_language() -> None:
    fault = FormatError("An |{name}|.", line=3, column=7, name="{file}").in_file(Path("a{b}.json"))
    german = {"line {line}, column {column}": "Zeile {line}, Spalte {column}"}
    said = fault.said(lambda words: german.get(words, shouted(words)))
    assert said == "a{b}.json, Zeile 3, Spalte 7: AN {file}."
    assert (fault.template, fault.parts) == ("An |{name}|.", {"name": "{file}"})


def test_a_fault_says_what_another_error_says() -> None:
    fault = FormatError.of(EditError("The id {id} is there twice.", id="{x}"))
    assert str(fault) == "The id {x} is there twice."


@pytest.mark.parametrize(
    "error",
    [
        EditError("{braces}"),
        StoreError("{a}: {b}", a="{b}", b=Phrase("{c:,}", c=1000)),
        FormatError("No {a}.", file=Path("f"), line=1, column=2, a="b"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_is_the_same_after_it_was_copied_or_sent(error: RejoinderError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301  our own
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert again.template == error.template


def is_put_together(argument: ast.expr) -> bool:
    """Whether words are put together where a translation would have to find them."""
    if isinstance(argument, ast.Call) and name_of(argument.func) == "str":
        return True
    return any(
        isinstance(part, ast.JoinedStr | ast.BinOp)
        or (isinstance(part, ast.Call) and name_of(part.func) == "format")
        for part in ast.walk(argument)
    )


def test_no_error_is_given_a_sentence_that_was_put_together() -> None:
    wrong = [
        where for where, call in calls() if any(is_put_together(argument) for argument in call.args)
    ]
    assert wrong == []


def test_every_error_is_given_the_parts_that_its_template_names() -> None:
    for where, call in calls():
        first = call.args[0] if call.args else None
        given_parts = {keyword.arg for keyword in call.keywords}
        if name_of(call.func) == "FormatError":
            given_parts -= _PLACE
        is_trouble = name_of(call.func) == "Trouble"  # it has its parts in a mapping
        if isinstance(first, ast.Constant) and not is_trouble:
            assert set(places_in(str(first.value))) == given_parts, where

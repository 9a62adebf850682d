"""Suggestions of the rules and of models beside each other, none of them twice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.articles.text import Span
from widgets.drafting.merging import is_double, merged
from widgets.drafting.suggestions import Drafted, Sort, Suggestion


def saying(key: str, start: int, end: int, **more: object) -> Suggestion:
    return replace(
        Suggestion(key, Sort.SAYING, (Span(start, end),), "check", ""),
        **more,  # type: ignore[arg-type]
    )


def drafted(*those: Suggestion, origin: str = "", left_out: int = 0) -> Drafted:
    mine = tuple(replace(one, origin=origin) for one in those)
    return Drafted(mine, origin=origin, left_out=left_out)


def keys(made: Drafted) -> list[str]:
    return [one.key for one in made.suggestions]


RULES = drafted(saying("a", 10, 50), saying("b", 100, 160))


def test_what_a_model_adds_stands_beside_what_the_rules_found() -> None:
    both = merged(RULES, drafted(saying("c", 300, 340), origin="small", left_out=2))
    assert keys(both) == ["a", "b", "c"]
    assert [one.origin for one in both.suggestions] == ["", "", "small"]
    assert (both.origin, both.count, both.left_out) == ("small", 1, 2)


def test_what_both_find_is_there_once_in_either_order() -> None:
    model = drafted(saying("c", 12, 50), saying("d", 300, 340), origin="small")
    assert keys(merged(RULES, model)) == ["a", "b", "d"]
    assert keys(merged(model, RULES)) == ["a", "b", "d"]


def test_a_second_run_replaces_the_first_of_the_same_origin() -> None:
    both = merged(RULES, drafted(saying("c", 300, 340), origin="small"))
    again = merged(both, drafted(saying("d", 400, 440), origin="small"))
    assert keys(again) == ["a", "b", "d"]
    assert keys(merged(again, drafted(saying("e", 1, 5)))) == ["e", "d"]
    assert keys(merged(again, drafted(saying("f", 600, 640), origin="large"))) == [
        *("a", "b", "d", "f")
    ]


def test_what_stood_in_a_double_stands_in_the_one_that_is_kept() -> None:
    inner = saying("d", 20, 30, parent="c")
    both = merged(RULES, drafted(saying("c", 10, 50), inner, origin="small"))
    assert [(one.key, one.parent) for one in both.suggestions][2:] == [("d", "a")]


def test_the_same_key_is_never_there_twice() -> None:
    both = merged(RULES, drafted(saying("a", 900, 940), origin="small"))
    assert keys(both) == ["a", "b"]


def test_sorts_and_far_places_are_no_doubles() -> None:
    one = saying("a", 10, 50)
    assert not is_double(one, replace(one, sort=Sort.CONTENTION))
    assert not is_double(one, saying("b", 30, 70))
    relation = replace(one, sort=Sort.RELATION, content=(Span(1, 9), Span(20, 29)))
    turned = replace(relation, content=(Span(20, 29), Span(1, 9)))
    assert is_double(relation, replace(relation, key="b"))
    assert not is_double(relation, turned)


_SAYINGS = st.lists(
    st.builds(
        lambda key, start, length: saying(str(key), start, start + length),
        st.integers(0, 30),
        st.integers(0, 400),
        st.integers(1, 150),
    ),
    max_size=12,
    unique_by=lambda one: one.key,
)


@given(_SAYINGS, _SAYINGS)
def test_no_suggestion_of_the_rules_is_lost_and_no_double_is_left(
    those: list[Suggestion], others: list[Suggestion]
) -> None:
    rules, model = drafted(*those), drafted(*others, origin="small")
    both = merged(rules, model)
    assert both.suggestions[: len(those)] == rules.suggestions
    added = both.suggestions[len(those) :]
    left = {one.key for one in added}
    for one in model.suggestions:
        doubled = any(is_double(one, other) for other in rules.suggestions)
        assert (one.key in left) != (doubled or one.key in keys(rules))
    assert {one.key for one in merged(model, rules).suggestions} == set(keys(both))

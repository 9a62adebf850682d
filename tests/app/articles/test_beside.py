"""The rows of two texts that are read side by side."""

from hypothesis import given
from hypothesis import strategies as st

from app.articles.beside import Beside, Row, shown_runs
from app.articles.captures import Kind
from app.articles.text import Span

OLD = "One is here. Two is there.\n\nThree stays. Four says no reason. Five goes soon."
NEW = "One is here. Two is there.\n\nThree stays. Four says no good reason.\n\nSix is quite new."


def told(beside: Beside) -> list[tuple[str, str, str, bool]]:
    return [
        (
            row.kind.value,
            beside.old[slice(*row.old)] if row.old else "",
            beside.new[slice(*row.new)] if row.new else "",
            row.begins,
        )
        for row in beside.rows
    ]


def test_sentences_of_one_kind_share_a_row_within_their_paragraph() -> None:
    assert told(Beside.of(OLD, NEW)) == [
        ("same", "One is here. Two is there.", "One is here. Two is there.", True),
        ("same", "Three stays.", "Three stays.", True),
        ("reworded", "Four says no reason.", "Four says no good reason.", False),
        ("appeared", "", "Six is quite new.", True),
        ("disappeared", "Five goes soon.", "", False),
    ]


def test_what_differs_is_counted_in_sentences() -> None:
    counts = Beside.of(OLD, NEW).counts
    assert [counts[kind] for kind in Kind] == [3, 1, 1, 1, 0]


def test_texts_in_other_lines_are_the_same() -> None:
    assert Beside.of("One is here.\nTwo is there.", "One is here. Two  is there.").is_same
    assert not Beside.of(OLD, NEW).is_same


def test_a_place_of_the_newer_text_is_found_in_its_row() -> None:
    beside = Beside.of(OLD, NEW)
    places = (0, NEW.index("good"), NEW.index("new."), len(NEW))
    assert [beside.row_at(place) for place in places] == [0, 2, 3, 3]
    assert Beside.of("Gone.", "").row_at(0) == 0


def test_only_what_is_the_same_is_hidden_and_not_next_to_a_difference() -> None:
    same = Row(Kind.SAME, Span(0, 1), Span(0, 1), begins=True)
    other = Row(Kind.APPEARED, None, Span(0, 1), begins=True)
    rows = [*[same] * 5, other, *[same] * 5, other, same]
    shown = shown_runs(rows)
    assert [len(run) for run in shown] == [4, 1, 1, 1, 3, 1, 1, 1]


@given(st.lists(st.sampled_from([Kind.SAME, Kind.APPEARED]), max_size=30))
def test_every_row_is_shown_or_hidden_once_and_in_order(kinds: list[Kind]) -> None:
    rows = [Row(kind, None, Span(i, i + 1), begins=True) for i, kind in enumerate(kinds)]
    runs = shown_runs(rows)
    assert [i for run in runs for i in run] == list(range(len(rows)))
    assert all(rows[i].kind is Kind.SAME for run in runs if len(run) > 1 for i in run)


@given(st.text(alphabet="ab. \n", max_size=60), st.text(alphabet="ab. \n", max_size=60))
def test_the_rows_of_any_two_texts_hold_all_of_both(old: str, new: str) -> None:
    beside = Beside.of(old, new)
    for text, spans in (
        (old, sorted(row.old for row in beside.rows if row.old)),
        (new, [row.new for row in beside.rows if row.new]),
    ):
        left = "".join(text[span.start : span.end] for span in spans)
        assert "".join(left.split()) == "".join(text.split())

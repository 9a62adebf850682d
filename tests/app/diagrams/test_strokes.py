"""Lines as splines: where they go, and how they are cut into dashes."""

from collections.abc import Sequence
from itertools import pairwise
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.diagrams.strokes import Page, dashed, number
from app.layout.geometry import Curve, Point, Rect

_numbers = st.floats(-1000, 1000)
_points = st.builds(Point, _numbers, _numbers)
curves = st.builds(Curve, _points, _points, _points, _points)
STRAIGHT = Curve(Point(0, 0), Point(10, 0), Point(20, 0), Point(30, 0))


def length(curve: Curve) -> float:
    return sum(dist(one, other) for one, other in pairwise(curve.at(i / 40) for i in range(41)))


def dashes(curve: Curve, pattern: Sequence[float]) -> list[Curve]:
    """The dashes of a curve as curves."""
    numbers = dashed(curve, pattern)
    points = [Point(*numbers[i : i + 2]) for i in range(0, len(numbers), 2)]
    return [Curve(*points[i : i + 4]) for i in range(0, len(points), 4)]


def test_a_line_without_a_pattern_stays_whole() -> None:
    assert dashes(STRAIGHT, ()) == [STRAIGHT]


def test_a_line_is_cut_into_dashes_as_long_as_the_pattern_says() -> None:
    ends = [(round(d.start.x, 6), round(d.end.x, 6)) for d in dashes(STRAIGHT, (8, 5))]
    assert ends == [(0, 8), (13, 21), (26, 30)]


@settings(max_examples=40)
@given(curves)
def test_dashes_lie_on_the_line_and_fill_their_share_of_it(curve: Curve) -> None:
    parts = dashes(curve, (8, 5))
    assert length(curve) * 0.5 - 20 < sum(map(length, parts)) < length(curve) * 0.75 + 20
    for part in parts[:: len(parts) // 3 or 1]:
        near = min(dist(part.at(0.5), curve.at(i / 400)) for i in range(401))
        assert near < length(curve) / 100 + 0.1


def test_a_very_long_line_has_no_more_dashes_than_graphviz_can_read() -> None:
    long = Curve(Point(0, 0), Point(0, 50), Point(99_000, 50), Point(99_000, 100))
    page = Page(Rect(0, 0, 99_000, 100), 2)
    written = page.spline(long, (2, 3.5))
    assert 100 < len(written.split(";")) <= 121
    assert len(written) < 16_384


def test_a_line_of_no_length_has_no_dashes_to_speak_of() -> None:
    assert sum(map(length, dashes(Curve(*[Point(5, 5)] * 4), (8, 5)))) < 1e-9


def test_points_of_the_page_grow_upwards_from_its_lower_left_corner() -> None:
    page = Page(Rect(-40, -40, 200, 100), 2)
    assert (page.width, page.height) == (400, 200)
    assert page.point(-40, 60) == "0.0,0.0"
    assert page.box(Rect(0, 0, 10, 20)) == "80.0,80.0,100.0,120.0"


def test_strokes_become_splines_that_run_straight() -> None:
    page = Page(Rect(0, 0, 30, 30), 1)
    corner = ((Point(0, 0), Point(1, 0), Point(1, 1)),)
    assert (
        page.strokes(corner, Rect(0, 0, 3, 3))
        == "0.0,30.0 1.0,30.0 2.0,30.0 3.0,30.0 3.0,29.0 3.0,28.0 3.0,27.0"
    )


def test_several_strokes_are_several_splines() -> None:
    page = Page(Rect(0, 0, 30, 30), 1)
    cross = ((Point(0, 0), Point(1, 1)), (Point(1, 0), Point(0, 1)))
    assert (
        page.strokes(cross, Rect(3, 3, 3, 3))
        == "3.0,27.0 4.0,26.0 5.0,25.0 6.0,24.0;6.0,27.0 5.0,26.0 4.0,25.0 3.0,24.0"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (-0.001, "0"), (2.345, "2.35"), (123456.784, "123456.78"), (0.1, "0.1")],
)
def test_numbers_are_written_short(value: float, text: str) -> None:
    assert number(value) == text

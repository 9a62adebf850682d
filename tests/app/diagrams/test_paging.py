"""Drawings on pages: nothing is lost, nothing is cut off."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.diagrams.options import DiagramOptions, Fit, Paper, Turn
from app.diagrams.paging import MARGIN, MOST_POINTS, POINTS, SIZES, pages_for
from app.layout.geometry import Rect
from app.model.errors import DiagramError

sides = st.floats(50, 20_000)
papers = st.sampled_from([Paper.A4, Paper.A3, Paper.LETTER])
turns = st.sampled_from(Turn)


@given(sides, sides)
def test_without_paper_the_page_is_as_big_as_the_drawing(width: float, height: float) -> None:
    pages = pages_for(Rect(-5, 7, width, height), DiagramOptions())
    assert pages.paper == (width * POINTS, height * POINTS, POINTS)
    assert not pages.tiles


@given(sides, sides, papers, turns)
def test_on_one_page_all_lies_within_the_margins(
    width: float, height: float, paper: Paper, turn: Turn
) -> None:
    options = DiagramOptions(paper=paper, turn=turn)
    try:
        page = pages_for(Rect(0, 0, width, height), options).paper
    except DiagramError:
        assert max(width, height) > 9_000
        return
    assert sorted(page[:2]) == sorted(SIZES[paper])
    assert page.scale <= POINTS
    assert width * page.scale <= page.width - 2 * MARGIN + 0.01
    assert height * page.scale <= page.height - 2 * MARGIN + 0.01


@given(sides, sides, papers, turns)
def test_tiles_show_all_of_the_drawing_at_its_full_size(
    width: float, height: float, paper: Paper, turn: Turn
) -> None:
    options = DiagramOptions(paper=paper, turn=turn, fit=Fit.TILES)
    try:
        pages = pages_for(Rect(0, 0, width, height), options)
    except DiagramError:
        assert width * height * POINTS**2 > 300 * SIZES[Paper.LETTER][0] * 500
        return
    across, down = pages.paper.width - 2 * MARGIN, pages.paper.height - 2 * MARGIN
    assert len(pages.tiles) == pages.rows * pages.columns
    assert max(pages.drawn[:2]) <= MOST_POINTS + 0.01
    lefts = sorted({MARGIN - tile.x for tile in pages.tiles})  # where each begins in the drawing
    tops = sorted({MARGIN - tile.y for tile in pages.tiles})
    for starts, step, length in ((lefts, across, width), (tops, down, height)):
        assert starts[0] <= 0.01
        assert starts[-1] + step >= length * POINTS - 0.01
        assert all(b - a == pytest.approx(step) for a, b in pairwise(starts))


def test_whichever_side_suits_the_drawing_is_up() -> None:
    wide = pages_for(Rect(0, 0, 2000, 500), DiagramOptions(paper=Paper.A4)).paper
    tall = pages_for(Rect(0, 0, 500, 2000), DiagramOptions(paper=Paper.A4)).paper
    assert wide.width > wide.height
    assert tall.height > tall.width
    upright = DiagramOptions(paper=Paper.A4, turn=Turn.PORTRAIT)
    assert pages_for(Rect(0, 0, 2000, 500), upright).paper.width < wide.width


def test_a_small_map_is_not_blown_up() -> None:
    assert pages_for(Rect(0, 0, 100, 50), DiagramOptions(paper=Paper.A3)).paper.scale == POINTS


def test_a_map_that_could_not_be_read_on_one_page_is_refused_with_what_to_do() -> None:
    with pytest.raises(DiagramError, match="Spread it over several pages"):
        pages_for(Rect(0, 0, 100_000, 1000), DiagramOptions(paper=Paper.A4))


def test_more_pages_than_anybody_would_print_are_refused_by_number() -> None:
    options = DiagramOptions(paper=Paper.A4, fit=Fit.TILES)
    with pytest.raises(DiagramError, match=r"needs \d,\d+ pages"):
        pages_for(Rect(0, 0, 100_000, 50_000), options)

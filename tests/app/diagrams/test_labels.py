"""Words in DOT: what is escaped and turned round."""

import pytest

from app.diagrams.labels import Cell, line, marked_up, run
from app.layout.text import Font
from app.model.text import is_rtl

PLAIN = Font(13)


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("a < b > c", "a &lt; b &gt; c"),
        ("&amp;", "&amp;amp;"),
        ("\\N", "\\\\N"),
        (" two  blanks ", "&#160;two&#160; blanks&#160;"),
        ("a\tb\nc", "a b c"),
        ("\ufffe\x00", "\ufffd\ufffd"),
        ("\u2029|\x85|", "&#160;| |"),
    ],
)
def test_text_is_marked_up_so_that_it_is_shown_as_it_is(text: str, markup: str) -> None:
    assert marked_up(text) == markup


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("مرحبا", True), ("(1) שלום", True), ("NATO שלום", False), ("123", False), ("", False)],
)
def test_the_first_letter_says_which_way_a_text_runs(text: str, rtl: bool) -> None:  # noqa: FBT001
    assert is_rtl(text) is rtl


def test_words_from_right_to_left_are_kept_apart_from_what_is_around_them() -> None:
    assert "&#8295;NATO&#8297;" in run("NATO", PLAIN, "#000000", scale=2, rtl=True)
    assert "&#8295;" not in run("NATO", PLAIN, "#000000", scale=2)


def test_a_cut_of_type_is_marked_and_sizes_are_scaled() -> None:
    words = run("x", Font(12, bold=True, italic=True), "#123456", scale=2)
    assert words == '<FONT POINT-SIZE="24" COLOR="#123456"><I><B>x</B></I></FONT>'


def test_nothing_needs_no_markup() -> None:
    assert run("", PLAIN, "#000000", scale=2) == ""


def test_bold_words_are_set_lower_by_a_row_above_them() -> None:
    plain = line([Cell(50, "x")], 18, scale=2)
    styled = line([Cell(50, "x", styled=13)], 18, scale=2)
    assert plain == ('<TR><TD FIXEDSIZE="TRUE" WIDTH="100" HEIGHT="36" ALIGN="LEFT">x</TD></TR>')
    assert 'HEIGHT="5"' in styled
    assert 'HEIGHT="31" ALIGN="LEFT" VALIGN="TOP">x<' in styled


def test_cells_without_width_and_content_are_left_out() -> None:
    assert line([Cell(0), Cell(-3), Cell(10)], 5, scale=2).count("<TD") == 1

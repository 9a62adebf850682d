"""Where lines break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.shipped_fonts import ShippedFonts
from app.layout.text import Font, wrap

FONT = Font(13)
MEASURE = ShippedFonts()


def wrapped(text: str, width: float = 120) -> tuple[str, ...]:
    return wrap(text, width=width, font=FONT, measure=MEASURE)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_lines_break_at_blanks_and_keep_all_words() -> None:
    lines = wrapped("Bread is good for those who like to eat it every day")
    assert len(lines) > 2
    assert " ".join(lines) == "Bread is good for those who like to eat it every day"


def test_lines_break_after_dashes() -> None:
    assert wrapped("support—especially", 70) == ("support—", "especially")


def test_given_line_breaks_are_kept() -> None:
    assert wrapped("one\n\ntwo") == ("one", "", "two")


def test_a_word_that_is_too_long_breaks_anywhere() -> None:
    lines = wrapped("x" * 500)
    assert "".join(lines) == "x" * 500
    assert all(MEASURE.width(line, FONT) <= 120 for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "在美国大选之后，俄罗斯不太可能参加和平谈判以结束战争。",
        "平和交渉に応じる可能性は低い。誰が大統領になっても。",
        "ประเทศไทยเป็นประเทศที่สวยงามมากและมีอาหารอร่อย",
    ],
)
def test_scripts_without_blanks_break_within_the_width(text: str) -> None:
    lines = wrapped(text)
    assert len(lines) > 1
    assert "".join(lines) == text
    assert all(MEASURE.width(line, FONT) <= 120 for line in lines)


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = wrapped("战争。" * 30)
    assert not any(line.startswith("。") for line in lines)


def test_a_family_of_emoji_stays_together() -> None:
    family = "👩‍👩‍👧‍👦"
    assert all(line.count("\u200d") % 3 == 0 for line in wrapped(family * 30))


def test_a_very_long_word_takes_no_more_than_linear_time() -> None:
    assert "".join(wrapped("a" * 100_000, 400)) == "a" * 100_000


@given(st.text(max_size=200), st.floats(20, 400))
def test_nothing_but_blanks_is_lost(text: str, width: float) -> None:
    assert squeezed("".join(wrapped(text, width))) == squeezed(text)


@given(st.text(alphabet="abc déf-ü", max_size=200))
def test_no_line_is_wider_than_asked(text: str) -> None:
    assert all(MEASURE.width(line, FONT) <= 60 for line in wrapped(text, 60))


def test_widths_come_from_the_shipped_fonts() -> None:
    narrow, wide = MEASURE.width("iiii", FONT), MEASURE.width("WWWW", FONT)
    assert 0 < narrow < wide
    assert MEASURE.width("Word", Font(13, bold=True)) > MEASURE.width("Word", FONT)
    assert MEASURE.width("Word", Font(26)) == pytest.approx(2 * MEASURE.width("Word", FONT))


def test_what_the_fonts_lack_is_guessed() -> None:
    assert MEASURE.width("和", FONT) == 13
    assert MEASURE.width("😀", FONT) > 13
    assert MEASURE.width("\u0301\u200b", FONT) == pytest.approx(0, abs=1)

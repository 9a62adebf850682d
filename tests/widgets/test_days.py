"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QLocale

from widgets.intake.days import typed_day

BRITISH, AMERICAN, GERMAN = (QLocale(name) for name in ("en_GB", "en_US", "de_DE"))


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("2024-11-05", BRITISH),
        ("2024/11/5", AMERICAN),
        ("5.11.2024", GERMAN),
        ("5/11/2024", BRITISH),
        ("11/5/2024", AMERICAN),
        (" 5 Nov 2024 ", BRITISH),
        ("5th November, 2024", BRITISH),
        ("November 5, 2024", GERMAN),
        ("nov 5 2024", AMERICAN),
        ("5. November 2024", GERMAN),
        ("5 nov. 2024", BRITISH),
    ],
)
def test_a_day_is_understood_as_people_write_it(text: str, locale: QLocale) -> None:
    assert typed_day(text, locale) == date(2024, 11, 5)


@pytest.mark.parametrize("text", ["", "soon", "5/11/24", "31.2.2024", "2024", "13", "0-0-0000"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed_day(text, BRITISH) is None


@given(st.dates())
def test_a_day_as_it_is_shown_is_understood_again(day: date) -> None:
    shown = BRITISH.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
    assert typed_day(shown, BRITISH) == day
    assert typed_day(day.isoformat(), BRITISH) == day


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert typed_day(text, BRITISH) is None or any(map(str.isdigit, text))

"""Days as people type them."""

import re
from datetime import date

from PySide6.QtCore import QLocale

_BLANKS = re.compile(r"[\s,]+")
_ENDINGS = re.compile(r"(?<=\d)(?:st|nd|rd|th|º)\b", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_FORMATS = ("d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "d. MMM yyyy", "d. MMMM yyyy")


def typed_day(text: str, locale: QLocale | None = None) -> date | None:
    """The day that somebody has typed, in numbers or words; None if this is no day.

    Of numbers with slashes, the locale tells whether the month comes first.

    >>> typed_day("5 Nov. 2024"), typed_day("November 5th, 2024") == typed_day("2024-11-05")
    (datetime.date(2024, 11, 5), True)
    """
    locale = locale or QLocale()
    words = _BLANKS.sub(" ", _ENDINGS.sub("", text)).strip()
    if numbers := _NUMBERS.fullmatch(words):
        return _of_numbers(*numbers.groups(), month_first=_month_first(locale) and "/" in words)
    words = words.replace(". ", " ").rstrip(".")
    for speech in (locale, QLocale(QLocale.Language.English)):
        for format_ in _FORMATS:
            if (day := speech.toDate(words, format_)).isValid() and day.year() > 0:
                return date(day.year(), day.month(), day.day())
    return None


def _of_numbers(first: str, second: str, third: str, *, month_first: bool) -> date | None:
    if len(first) == 4:  # noqa: PLR2004  a year
        year, month, day = first, second, third
    elif month_first:
        month, day, year = first, second, third
    else:
        day, month, year = first, second, third
    if len(year) != 4:  # noqa: PLR2004  two digits are no year
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month_first(locale: QLocale) -> bool:
    return locale.dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M")

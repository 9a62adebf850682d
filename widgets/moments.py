"""Moments in words: exactly, and how long ago they were."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from widgets.translating import day_in_words

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400  # seconds
_DAYS = 7  # after which the day says more


def moment_in_words(moment: datetime) -> str:
    """The day and the time of day, where the person is."""
    here = moment.astimezone()
    return tr("{day}, {time}").format(day=day_in_words(here), time=time_in_words(moment))


def time_in_words(moment: datetime) -> str:
    """The time of day, where the person is."""
    here = moment.astimezone()
    return QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)


def ago(moment: datetime, *, now: datetime | None = None) -> str:
    """How long ago a moment was; of one that is long past, its day."""
    seconds = ((now or datetime.now(UTC)) - moment).total_seconds()
    if seconds < _MINUTE:
        return tr("just now")
    if seconds < _HOUR:
        minutes = int(seconds // _MINUTE)
        return tr("a minute ago") if minutes == 1 else tr("{n} minutes ago").format(n=minutes)
    if seconds < _DAY:
        hours = int(seconds // _HOUR)
        return tr("an hour ago") if hours == 1 else tr("{n} hours ago").format(n=hours)
    days = int(seconds // _DAY)
    if days <= _DAYS:
        return tr("a day ago") if days == 1 else tr("{n} days ago").format(n=days)
    return day_in_words(moment.astimezone())


def tr(text: str) -> str:
    return QCoreApplication.translate("moments", text)

"""The columns that hold more than text and numbers, and what is in them that should not be."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from pydantic_core import to_json
from sqlalchemy import JSON, Date, DateTime, Dialect, TypeDecorator
from typing_extensions import override

Reader = Callable[[Any], Any]


def _telling(read: Reader | None, what: str) -> Reader:
    """Raise ValueError for whatever a value from the file cannot be read for.

    SQLite keeps any value in any column, and a date may lie beyond the ones that Python knows.
    """

    def told(value: object) -> object:
        try:
            return read(value) if read else value
        except (ValueError, TypeError, OverflowError, RecursionError) as error:
            raise ValueError(f"this is no {what}") from error

    return told


def as_json(value: object) -> str:
    """JSON as engines write it: letters as they are, since search goes by them."""
    return to_json(value).decode()


class Json(TypeDecorator[object]):
    """JSON; ValueError is raised for a value that is none, or is nested too deeply."""

    impl = JSON
    cache_ok = True

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reader:
        read = _telling(super().result_processor(dialect, coltype), "JSON")
        return lambda value: [] if value == "[]" else read(value)  # what most are, ten times faster


class Picture(TypeDecorator[object]):
    """JSON; None for a value that is none, since a new picture is soon drawn."""

    impl = Json
    cache_ok = True

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reader:
        read = super().result_processor(dialect, coltype)

        def read_or_none(value: object) -> object:
            try:
                return read(value) if read else value
            except ValueError:
                return None

        return read_or_none


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets time zones, so they are put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reader:
        return _telling(super().result_processor(dialect, coltype), "moment in time")

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo is UTC else value.astimezone(UTC)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value and value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


class Day(TypeDecorator[date]):
    """A day of the calendar."""

    impl = Date
    cache_ok = True

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reader:
        return _telling(super().result_processor(dialect, coltype), "day")

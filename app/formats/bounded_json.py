"""JSON (RFC 8259) that nobody vouches for: bounded in time and memory, every fault in words."""

import json
from collections import Counter
from typing import NoReturn

from app.model.errors import FormatError
from app.model.text import shortened

_MOST_VALUES = 4_000_000
_MOST_DIGITS = 40


def parse(text: str, *, most: int) -> object:
    """Make Python values of JSON text of at most so many characters.

    Raises FormatError, with line and column where it is no JSON; also for a name that an object has
    twice, of which the standard library would drop the first without a word.
    """
    if len(text) > most:
        raise FormatError(
            "This is too long: {count:,} characters; at most {most:,} can be read.",
            count=len(text),
            most=most,
        )
    if not text.strip():
        raise FormatError("This is empty: there is nothing to read.")
    if sum(text.count(mark) for mark in ",[{") > _MOST_VALUES:
        raise FormatError(
            "This has more than {most:,} values, which is too many to read.", most=_MOST_VALUES
        )
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_fraction,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:].rstrip(": ")
        raise FormatError(
            "This is not JSON: {message}.", line=error.lineno, column=error.colno, message=message
        ) from error
    except RecursionError as error:
        raise FormatError("This is nested too deeply to be read.") from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        (twice, _), *_ = Counter(name for name, _ in pairs).most_common(1)
        name = shortened(twice, 40)
        raise FormatError("An object has two fields of the name “{name}”.", name=name)
    return made


def _integer(digits: str) -> int:
    _refuse_long(digits)
    return int(digits)


def _fraction(digits: str) -> float:
    _refuse_long(digits)
    return float(digits)


def _constant(name: str) -> NoReturn:
    raise FormatError("This is not JSON: {name} is no number there.", name=name)


def _refuse_long(digits: str) -> None:
    if len(digits) > _MOST_DIGITS:
        raise FormatError(
            "A number with {count:,} digits stands here, which is too long.", count=len(digits)
        )

"""What pydantic finds wrong with a file, in words for the person who has it."""

import re
from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.model.elements import DIGEST_PATTERN, ID_PATTERN, RANK_PATTERN, TEXT_PATTERN
from app.model.errors import FormatError, Phrase
from app.model.text import shortened

_JSON_PLACE = re.compile(r" at line (\d+) column (\d+)$")
_MOST_OF_A_MESSAGE = 120  # characters, since it may hold what stands in the file
_MOMENT = "must be a moment like 2024-11-05T18:30:00Z"
_SENTENCES: Mapping[str, str] = {
    "missing": "is missing",
    "extra_forbidden": "is not a field that is known here",
    "string_type": "must be a text",
    "string_too_short": "must not be empty",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "model_type": "must be an object with named fields",
    "date_type": "must be a date like 2024-11-05",
    "date_parsing": "must be a date like 2024-11-05",
    "date_from_datetime_inexact": "must be a date like 2024-11-05, without a time",
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "timezone_aware": _MOMENT,
    "greater_than_equal": "must not be below zero",
    "too_short": "must name at least one",
}
_PATTERNS: Mapping[str, str] = {
    TEXT_PATTERN: "holds a control character other than tab and line feed",
    RANK_PATTERN: "must be a rank like a0",
    ID_PATTERN: "must be an id: 1 to 64 digits and letters from a to z",
    DIGEST_PATTERN: "must be a SHA-256: 64 digits and letters from a to f",
}


def fault_in(error: ValidationError, *, at: tuple[int | str, ...] = ()) -> FormatError:
    """Say the first thing that is wrong, and where, as in `claims[3].text must be a text`."""
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return _syntax_fault(first)
    place = path_in_words((*at, *first["loc"]))
    return FormatError("{place} {fault}.", place=place, fault=_fault(first))


def path_in_words(location: Sequence[int | str]) -> str:
    """Write a way into a file as its reader would.

    >>> path_in_words(("claims", 3, "text"))
    'claims[3].text'
    """
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            path += f"{'.' if path else ''}{shortened(part, 40)}"
    return path


def _fault(error: ErrorDetails) -> Phrase:
    context: Mapping[str, object] = error.get("ctx", {})
    match error["type"]:
        case "enum" | "literal_error":
            return Phrase("must be {expected}", expected=context["expected"])
        case "string_pattern_mismatch":
            return Phrase(_PATTERNS[str(context["pattern"])])
        case "less_than":
            return Phrase("must be below {limit}", limit=context["lt"])
        case known if known in _SENTENCES:
            return Phrase(_SENTENCES[known])
        case _:
            message = shortened(error["msg"].lower(), _MOST_OF_A_MESSAGE)
            return Phrase("is not right: {message}", message=message)


def _syntax_fault(error: ErrorDetails) -> FormatError:
    message = str(error["ctx"]["error"])
    place = _JSON_PLACE.search(message)
    line, column = (int(place[1]), int(place[2])) if place else (0, 0)
    message = _JSON_PLACE.sub("", message)
    return FormatError("This is not JSON: {message}.", line=line, column=column, message=message)

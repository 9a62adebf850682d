"""Where what the database raises becomes a sentence for the person.

Whatever goes wrong outside (a full disk, a lock, a damaged file) leaves this package as a
StoreError. What only a bug of ours can cause, an IntegrityError above all, passes as it is.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy.exc import DatabaseError, OperationalError

from app.model.errors import DamageError, EditError, Phrase, StoreError


class Trouble(NamedTuple):
    """What went wrong outside, and what the person can do about it, both as parts of a sentence.

    What is put into the first, where names stand in braces, is in `parts`. Of damage, what can be
    read can be rescued.
    """

    what: str
    remedy: str
    parts: Mapping[str, object] = MappingProxyType({})
    is_damage: bool = False


Explain = Callable[[Exception], Trouble]


def refusal(place: str, doing: str, trouble: Trouble) -> StoreError:
    """Say that a library could not be opened, read or changed, why, and what can be done.

    >>> print(refusal("a.db", "changed", Trouble("the disk is full", "make room and try again")))
    The library a.db could not be changed: the disk is full; make room and try again.
    """
    kind = DamageError if trouble.is_damage else StoreError
    return kind(
        "The library {place} could not be {doing}: {what}; {remedy}.",
        place=place,
        doing=Phrase(doing),
        what=Phrase(trouble.what, **trouble.parts),
        remedy=Phrase(trouble.remedy),
    )


@contextmanager
def translated(place: str, doing: str, explain: Explain) -> Iterator[None]:
    """Raise what goes wrong outside as StoreError, in the words that `explain` has for it."""
    try:
        yield
    except (OperationalError, OSError, UnicodeDecodeError) as error:  # SQLite quotes what it found
        raise refusal(place, doing, explain(error)) from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:  # such as IntegrityError: ours
            raise
        raise refusal(place, doing, explain(error)) from error


class DriftError(Exception):
    """Rows are not there that should be: something other than Rejoinder has changed the library."""


def damage(place: str) -> DamageError:
    """Say that a project is damaged."""
    return DamageError(
        "This project is damaged in the library {place}, and has been left as it is;"
        " rescue what can be read, or open a backup of the library or a copy of the project.",
        place=place,
    )


@contextmanager
def damage_told(place: str) -> Iterator[None]:
    """Raise StoreError where what was read makes no map, no entry or no moment in time."""
    try:
        yield
    except (ValueError, EditError, DriftError) as error:  # pydantic's errors are ValueErrors
        raise damage(place) from error


def explain_outside(error: Exception) -> Trouble:
    """Explain an error of the operating system, or one of a database in the words it came with."""
    if isinstance(error, OSError):
        what = (error.strerror or str(error)).lower()
        return Trouble(what, "check the folder and the disk, and try again")
    cause = getattr(error, "orig", None) or error
    line = str(cause).strip().partition("\n")[0]
    remedy = "check that it can be reached, and try again"
    return Trouble("the database says “{line}”", remedy, {"line": line})

"""What was understood of a document, for a person to look at and correct before it is a source."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.model.elements import Source, SourceId, new_id
from app.model.errors import FormatError, Phrase
from app.model.text import clean, one_line

MOST_CHARACTERS = 2_000_000

Progress = Callable[[float, float | None], object]
"""Hears how much is done, and of how much if that is known."""


class Kind(StrEnum):
    """What kind of document a text was taken from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    PAGE = "web page"
    PDF = "pdf"
    WORD = "word"
    OPEN_DOCUMENT = "open document"
    EPUB = "epub"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was understood of a document; `missing` says in sentences what could not be read.

    `address` is where it stands on the web, if it says so; `language` is a tag such as "en-GB".
    `origin` is the name of its file, and `digest` the SHA-256 of what that held, or of what was
    pasted.
    Correct it with `dataclasses.replace`.
    """

    kind: Kind
    text: str
    title: str = ""
    author: str = ""
    outlet: str = ""
    published: date | None = None
    language: str = ""
    address: str = ""
    origin: str = ""
    digest: str = ""
    missing: tuple[Phrase, ...] = ()


class PasswordError(FormatError):
    """A document that opens only with a password: ask for it, and try again."""


class StoppedError(FormatError):
    """The person does not want the document any more."""


def as_source(taken: Taken, *, captured: datetime | None = None) -> Source:
    """Make a source, with a new id, `captured` just then.

    Raises FormatError if its text is empty or too long.
    """
    text = clean(taken.text)
    require_words(text)
    return Source(
        id=SourceId(new_id()),
        title=one_line(taken.title),
        text=text,
        author=one_line(taken.author),
        outlet=one_line(taken.outlet),
        published=taken.published,
        address=one_line(taken.address),
        language=one_line(taken.language),
        origin=one_line(taken.origin),
        digest=taken.digest,
        captured=captured,
    )


def require_words(text: str) -> None:
    """Raise FormatError if a text is blank, or longer than a source may be."""
    if not text.strip():
        raise FormatError("This is empty: there are no words in it to read.")
    if len(text) > MOST_CHARACTERS:
        raise FormatError(
            "This is too long: it has {count:,} characters, and at most {most:,} can be taken in.",
            count=len(text),
            most=MOST_CHARACTERS,
        )

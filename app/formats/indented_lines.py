"""The lines of indented text, lists and plain paragraphs, before they are hung on each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.model.errors import FormatError
from app.model.text import clean

MOST_LINES = 10_000
MOST_CHARACTERS = 1_000_000
CONTINUED = "|"
_TAB = 4  # columns
_BULLET = re.compile(
    r"[•◦▪‣·]\s*"
    r"|[-*+–—]\s+"
    r"|\(?\d{1,3}[.)]\s+"  # 1. and (1), but not the year 1989.
    r"|\(?(?:[A-Za-z]|[ivx]{1,4})\)\s+"  # a) and (iv), but not the initial A.
)


class Word(StrEnum):
    """What a line says of its role."""

    CLAIM = "claim"
    BECAUSE = "because"
    BUT = "but"
    HOWEVER = "however"
    DOES_NOT_FOLLOW = "does not follow"
    FOLLOWS = "it follows"
    AND = "and"


_WORD = re.compile(rf"({'|'.join(Word)})\s*:\s*", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """The text of a claim, how far in it stands, and what the line says of its role."""

    text: str
    column: int = 0
    word: Word | None = None
    bulleted: bool = False


def lines_of(text: str) -> list[Line]:
    """Find the claims of a text; raises FormatError if there are none, or too many."""
    if len(text) > MOST_CHARACTERS:
        raise FormatError(
            "This text is too long: {count:,} characters; "
            "at most {most:,} can be made into claims.",
            count=len(text),
            most=MOST_CHARACTERS,
        )
    rows = clean(text).split("\n")
    if len(rows) > MOST_LINES:
        raise FormatError(
            "This text is too long: {count:,} lines; at most {most:,} can be made into claims.",
            count=len(rows),
            most=MOST_LINES,
        )
    found = list(_structured(rows) if _has_structure(rows) else _plain(rows))
    if not found:
        raise FormatError("There is no text here to make claims of.")
    return found


def would_be_read_otherwise(text: str) -> bool:
    """Whether the first line of a text looks like a mark of this format, or is empty."""
    first = text.split("\n", 1)[0].strip()
    return not first or _is_marked(first)


def _is_marked(row: str) -> bool:
    return row.startswith(CONTINUED) or bool(_BULLET.match(row) or _WORD.match(row))


def _has_structure(rows: list[str]) -> bool:
    columns = {_column(row) for row in rows if row.strip()}
    return len(columns) > 1 or any(_is_marked(row.strip()) for row in rows)


def _column(row: str) -> int:
    row = row.expandtabs(_TAB)
    return len(row) - len(row.lstrip())


def _plain(rows: list[str]) -> Iterator[Line]:
    """A claim for each line; where blank lines part them, for each paragraph."""
    paragraphs: list[list[str]] = [[]]
    for row in (row.strip() for row in rows):
        if row:
            paragraphs[-1].append(row)
        elif paragraphs[-1]:
            paragraphs.append([])
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    if len(paragraphs) == 1:
        paragraphs = [[row] for row in paragraphs[0]]
    for paragraph in paragraphs:
        yield Line(" ".join(paragraph))


def _structured(rows: list[str]) -> Iterator[Line]:
    """A line for each row, save those that only go on with the one before."""
    last: Line | None = None
    blank = False
    for row in rows:
        stripped = row.strip()
        if not stripped:
            blank = True
            continue
        line = _line(row)
        if last and stripped.startswith(CONTINUED):
            last.text += "\n" + row.lstrip()[1:].removeprefix(" ").rstrip()
        elif last and not blank and _is_wrapped(last, line):
            last.text += " " + line.text
        else:
            if last:
                yield last
            last = line
        blank = False
    if last:
        yield last


def _line(row: str) -> Line:
    text = row.strip()
    bullet = _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :]
    word = _WORD.match(text)
    if word:
        text = text[word.end() :]
    return Line(text, _column(row), Word(word[1].lower()) if word else None, bool(bullet))


def _is_wrapped(last: Line, line: Line) -> bool:
    """Whether a row is the rest of a list item that was too long for one row."""
    return last.bulleted and not line.bulleted and line.word is None and line.column > last.column

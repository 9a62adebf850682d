"""The kinds of documents there are, for whoever asks for a file; imports nothing of the project."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """What a document makes of a map."""

    BRIEF = "brief"
    BLOCK = "block"
    WORKSHEET = "worksheet"
    OUTLINE = "outline"
    SPEAKERS = "speakers"
    CLAIMS = "claims"
    LOCUTIONS = "locutions"


class What(StrEnum):
    """All that can be exported, for who does not leave it to the ending of the file."""

    BRIEF = "brief"
    BLOCK = "block"
    WORKSHEET = "worksheet"
    OUTLINE = "outline"
    SPEAKERS = "speakers"
    CLAIMS = "claims"
    LOCUTIONS = "locutions"
    DIAGRAM = "diagram"


TITLES: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.BRIEF: "Brief: thesis, case, objections and answers, sources",
        Kind.BLOCK: "Debate block: claim, warrant, evidence, answers",
        Kind.WORKSHEET: "Worksheet: the map with blank cards, and the key",
        Kind.OUTLINE: "Outline: the whole map with all its words",
        Kind.SPEAKERS: "Speakers: who says what, how and where",
        Kind.CLAIMS: "Table of claims",
        Kind.LOCUTIONS: "Table of sayings",
    }
)
"""What a choice of kinds says."""

SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".md": "Markdown text",
        ".html": "Web page",
        ".docx": "Word document",
        ".csv": "Table of comma-separated values",
    }
)
"""What can be written, by the ending of the file's name."""

TABLES: Final = (Kind.CLAIMS, Kind.LOCUTIONS)
"""The kinds that are tables; the first is what a table holds if nobody says."""

PAGES: Final = (Kind.BRIEF, Kind.BLOCK, Kind.WORKSHEET, Kind.OUTLINE, Kind.SPEAKERS)
"""The kinds that are pages; the first is what pages hold if nobody says."""


def kinds_for(suffix: str) -> tuple[Kind, ...]:
    """What a file of an ending can hold, the usual first; nothing if that is none of ours."""
    if suffix not in SUFFIXES:
        return ()
    return TABLES if suffix == ".csv" else PAGES

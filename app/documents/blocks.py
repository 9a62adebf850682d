"""What documents are made of, in reading order, before they are Markdown, HTML or Word.

Arguments are trees here, but never deeper than `MOST_DEPTH`: whoever makes them goes on in a new
argument where a map is deeper, so that a page has room for it and writers may go down by calls.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from app.documents.paper import Paper
from app.model.role import Role

MOST_DEPTH: Final = 8

SIGNS: Final[Mapping[Role, str]] = MappingProxyType(
    {Role.REASON: "+", Role.OBJECTION: "−", Role.REBUTTAL: "↵", Role.UNDERCUTTER: "⤫"}
)
"""What stands before the word of a step, where it cannot be drawn; none of them an emoji."""


class Look(StrEnum):
    """How words stand out."""

    PLAIN = "plain"
    STRONG = "strong"
    ASIDE = "aside"  # set in italics: what nobody said in these words
    SOFT = "soft"  # beside the matter: who, where, how many


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; they lead to an address of the web, or to a claim of the document."""

    text: str
    look: Look = Look.PLAIN
    address: str = ""
    to: int = 0


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 4; level 1 is the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words on their own."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of somebody else, and where they stand."""

    words: str
    cite: Runs = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; each has as many cells. The widths are shares of the whole."""

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write on by hand, behind a word that says what."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A claim where it stands.

    `number` is what it is called by. It stands in full, or as a reference to where it does. A blank
    one is to be filled in by who reads; its words say just that.
    """

    number: int
    role: Role
    runs: Runs
    full: bool = True
    blank: bool = False
    beside: Runs = ()  # who says it, and where; badges
    about: "tuple[Paragraph | Quotation, ...]" = ()
    steps: "tuple[Step, ...]" = ()
    below: int = 0  # how many claims stand in full below it here


@dataclass(frozen=True, slots=True)
class Step:
    """Premises side by side, under the word that says what they do, and what bears on the step."""

    role: Role
    word: str
    cards: tuple[Card, ...]
    joined: str = ""  # the word before each premise but the first
    beside: Runs = ()  # its scheme
    steps: "tuple[Step, ...]" = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """A part of the map."""

    roots: tuple[Card | Step, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """What is not to be seen at once: on a page of its own, or folded away."""

    heading: str
    blocks: "tuple[Block, ...]"


Block: TypeAlias = Heading | Paragraph | Quotation | Table | Lines | Argument | Apart


@dataclass(frozen=True, slots=True)
class Pages:
    """A whole document."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    language: str  # of the words round those of the map, as in BCP 47
    below: str  # says how many claims a folded one holds, as {n}
    paper: Paper = Paper.A4
    large: bool = False  # rather to be unfolded branch by branch, where it can be

"""What can be chosen about a diagram; imports nothing heavy, so that windows can ask for it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, Self

from app.model.errors import DiagramError
from resources.themes import DIAGRAM_THEMES

LEAST_DPI, MOST_DPI = 36, 600
NARROWEST, WIDEST = 60, 200  # per cent of the usual width of cards


class Direction(StrEnum):
    """Which way arguments hang from what they bear on; the values are those of `Orientation`."""

    DOWN = "down"
    RIGHT = "right"
    UP = "up"


class Paper(StrEnum):
    """The size of the pages; FREE is as big as the drawing."""

    FREE = "free"
    A4 = "a4"
    A3 = "a3"
    LETTER = "letter"


class Turn(StrEnum):
    """Which side of the paper is up; AUTO is whatever suits the drawing."""

    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Fit(StrEnum):
    """Whether a drawing is made to fit on one page, or spread over several at its full size."""

    PAGE = "page"
    TILES = "tiles"


class Part(StrEnum):
    """What of the map is drawn; EACH is every contention on a page, or in a file, of its own."""

    WHOLE = "whole"
    BRANCH = "branch"
    SELECTION = "selection"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class DiagramOptions:
    """The choices. `elements` are the ids that BRANCH (one) and SELECTION (some) go by.

    `card_width` is in per cent; `drawn` is the day that the title block names, if any.
    Raises DiagramError for what cannot be chosen.
    """

    theme: str = "light"
    direction: Direction = Direction.DOWN
    paper: Paper = Paper.FREE
    turn: Turn = Turn.AUTO
    fit: Fit = Fit.PAGE
    dpi: int = 192
    card_width: int = 100
    speakers: bool = True
    quotations: bool = False
    notes: bool = False
    badges: bool = True
    legend: bool = False
    title: bool = False
    part: Part = Part.WHOLE
    elements: tuple[str, ...] = ()
    drawn: date | None = None

    def __post_init__(self) -> None:
        if self.theme not in DIAGRAM_THEMES:
            raise DiagramError("There are no colours called “{name}”.", name=self.theme)
        if not LEAST_DPI <= self.dpi <= MOST_DPI:
            raise DiagramError(
                "A picture has from {least} to {most} dots an inch.", least=LEAST_DPI, most=MOST_DPI
            )
        if not NARROWEST <= self.card_width <= WIDEST:
            raise DiagramError(
                "Cards are from {least} to {most} per cent of their usual width.",
                least=NARROWEST,
                most=WIDEST,
            )

    def changed(self, **values: Any) -> Self:  # noqa: ANN401  as many kinds as there are fields
        """Make a checked copy with other values."""
        return replace(self, **values)


REMEMBERED: Final = tuple(
    field.name for field in fields(DiagramOptions) if field.name not in ("elements", "drawn")
)
"""What is kept from one export to the next."""

_KINDS: Mapping[str, type[StrEnum]] = {
    "direction": Direction,
    "paper": Paper,
    "turn": Turn,
    "fit": Fit,
    "part": Part,
}


def to_values(options: DiagramOptions) -> dict[str, Any]:
    """What is to be remembered, in plain values."""
    values = asdict(options)
    return {name: _plain(values[name]) for name in REMEMBERED}


def _plain(value: object) -> object:
    return value.value if isinstance(value, StrEnum) else value


def from_values(values: Mapping[str, Any]) -> DiagramOptions:
    """Make options of what was remembered; whatever does not fit is as it is at first."""
    options = DiagramOptions()
    for name in REMEMBERED:
        kind = _KINDS.get(name, type(getattr(options, name)))
        given = values.get(name)
        if type(given) is not (str if name in _KINDS else kind):
            continue
        try:
            options = options.changed(**{name: kind(given)})
        except (ValueError, DiagramError):
            continue
    return options

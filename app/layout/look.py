"""The measures of the drawing, in logical pixels: the one place where they stand."""

from dataclasses import dataclass, fields, replace
from typing import Any

from app.layout.text import Font
from app.model.view_state import Orientation, Spacing


@dataclass(frozen=True, slots=True)
class Details:
    """What is written on cards besides the words of the claim; badges are all in the last row."""

    speakers: bool = True
    quotations: bool = False
    notes: bool = False
    badges: bool = True


USUAL = Details()


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of type, cards, groups and gaps, and which way a map hangs."""

    orientation: Orientation = Orientation.DOWN
    details: Details = USUAL

    text: Font = Font(13)
    unstated: Font = Font(13, italic=True)
    contention: Font = Font(13, bold=True)
    reference: Font = Font(12, italic=True)
    speaker: Font = Font(11, bold=True)
    small: Font = Font(11)
    pill: Font = Font(12, bold=True)
    quotation: Font = Font(11, italic=True)
    note: Font = Font(11)

    narrowest: float = 144
    widest: float = 212
    widest_contention: float = 288
    widest_long: float = 420  # for texts of some hundred words
    most_lines: int = 14  # a card shows no more lines; 0 for no limit

    pad: float = 10  # between a card's border and its words
    bar: float = 3  # the role bar at a card's left
    chip: float = 16
    speaker_row: float = 21
    footer_row: float = 15
    passage_gap: float = 5  # above a quotation or a note
    card_radius: float = 6

    group_pad: float = 9  # between a step's border and its cards
    group_radius: float = 10
    premise_gap: float = 8
    pill_height: float = 22
    pill_pad: float = 11
    sign: float = 9
    step_top: float = 13  # from a step's border down to its cards, below the pill

    sibling_gap: float = 18
    row_gap: float = 52  # from the bottom of a row to the top of the next
    tree_gap: float = 72
    tray_column: float = 560  # how high a column of free claims grows before the next one starts
    undercut_drop: float = 26  # how far an undercutter hangs below the top of the step it hits
    margin: float = 40


ROOMY = Look()
COMPACT = Look(
    widest=252,
    pad=7,
    speaker_row=19,
    group_pad=6,
    premise_gap=6,
    step_top=12,
    sibling_gap=10,
    row_gap=36,
    tree_gap=44,
)


def look_for(orientation: Orientation, spacing: Spacing, text_size: int = 100) -> Look:
    """The look for what the person chose; the size of text is in per cent, and all goes with it."""
    look = replace(ROOMY if spacing is Spacing.ROOMY else COMPACT, orientation=orientation)
    return look if text_size == 100 else _scaled(look, text_size / 100)  # noqa: PLR2004  as it is


def widened(look: Look, per_cent: int) -> Look:
    """The look with wider or narrower cards."""
    widths = ("narrowest", "widest", "widest_contention", "widest_long")
    scaled: dict[str, Any] = {name: round(getattr(look, name) * per_cent / 100) for name in widths}
    return replace(look, **scaled)


def _scaled(look: Look, factor: float) -> Look:
    scaled: dict[str, Any] = {}
    for field in fields(look):
        value = getattr(look, field.name)
        if isinstance(value, Font):
            scaled[field.name] = value._replace(size=max(round(value.size * factor), 1))
        elif isinstance(value, float | int) and field.name != "most_lines":
            scaled[field.name] = round(value * factor)
    return replace(look, **scaled)

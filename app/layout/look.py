"""The measures of the drawing, in logical pixels: the one place where they stand."""

from dataclasses import dataclass

from app.layout.text import Font


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of type, cards, groups and gaps."""

    text: Font = Font(13)
    unstated: Font = Font(13, italic=True)
    contention: Font = Font(13, bold=True)
    reference: Font = Font(12, italic=True)
    speaker: Font = Font(11, bold=True)
    small: Font = Font(11)
    pill: Font = Font(12, bold=True)

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
    undercut_drop: float = 26  # how far an undercutter hangs below the top of the step it hits
    margin: float = 40


ROOMY = Look()

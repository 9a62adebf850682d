"""Themes: complete, and readable by measure."""

from collections.abc import Iterable

import pytest

from app.model.role import Role
from resources.themes import DIAGRAM_THEMES as NAMES
from resources.themes import Theme, load_theme
from widgets.canvas.card_painting import CHIP
from widgets.row_ground import SELECTED
from widgets.theme import colour, style_sheet

THEMES = [load_theme(name) for name in NAMES]


def luminance(text: str) -> float:
    """The relative luminance of WCAG 2.2."""
    channels = [int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def over(ink: str, ground: str) -> str:
    """What the eye gets of a colour `#rrggbbaa` that is painted over another."""
    strength = int(ink[7:9], 16) / 255
    pairs = ((int(ink[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    mixed = [round(a * strength + b * (1 - strength)) for a, b in pairs]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def poor(pairs: Iterable[tuple[str, str]], least: float) -> list[tuple[str, str, float]]:
    """The pairs that do not stand out from each other as they should."""
    return [(a, b, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < least]


def grounds(theme: Theme) -> list[str]:
    """All that words in ink, quiet words and warnings are written on."""
    s, ink = theme.surfaces, theme.ink
    selected_row = over(ink.accent + SELECTED, s.panel)
    plain = [s.window, s.panel, s.card, s.canvas, s.field, s.hover, s.found, selected_row]
    tints = [colours.tint for colours in theme.roles.values()]
    return [*plain, *tints, *(colours.paper for colours in theme.tints)]


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_text_has_a_contrast_of_four_and_a_half_wherever_it_stands(theme: Theme) -> None:
    s, ink = theme.surfaces, theme.ink
    pairs = [(words, ground) for words in (ink.text, ink.muted) for ground in grounds(theme)]
    warned = [s.window, s.panel, s.card, *(colours.paper for colours in theme.tints)]
    warned += [colours.tint for colours in theme.roles.values()]
    pairs += [(ink.warning, ground) for ground in warned]
    linked = (s.window, s.panel, s.card, s.hover)
    pairs += [(ink.accent, ground) for ground in linked]  # links, and what has the focus
    pairs += [(ink.on_accent, ink.accent)]  # chosen lines, the main button, good news
    pairs += [(s.panel, ink.warning), (s.card, ink.warning)]  # the banner; what may not be dropped
    assert poor(pairs, 4.5) == []


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_words_in_the_colour_of_a_role_or_on_it_can_be_read(theme: Theme) -> None:
    s, ink = theme.surfaces, theme.ink
    pairs = []
    for name, colours in theme.roles.items():
        pairs += [(colours.on_line, colours.line), (s.card, colours.line)]  # pills; drop zones
        pairs += [(ink.text, colours.mark)]  # words of the article
        if name != Role.CONTENTION.value:
            pairs.append((ink.text, colours.border))  # the initials of a speaker
        if name != Role.FREE.value:
            pairs += [(colours.line, s.window), (colours.line, s.hover)]  # buttons that add
    pairs.append((ink.text, over(CHIP, s.card)))
    pairs += [(colours.on_mark, colours.mark) for colours in theme.tints]
    assert poor(pairs, 4.5) == []


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_lines_that_mean_something_stand_out_by_three(theme: Theme) -> None:
    s, ink = theme.surfaces, theme.ink
    papers = [s.canvas, s.card, *(colours.paper for colours in theme.tints)]
    pairs = []
    for colours in theme.roles.values():
        pairs += [(colours.line, ground) for ground in (*papers, s.panel, colours.tint)]
        pairs.append((ink.accent, colours.tint))  # what is selected
    for ground in (*papers, s.window, s.panel, s.field):
        pairs += [(ink.accent, ground), (ink.muted, ground)]  # focus and selection; boxes, dashes
    assert poor(pairs, 3) == []


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_every_role_has_colours(theme: Theme) -> None:
    assert set(theme.roles) == {role.value for role in Role}


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_the_roles_differ_in_greyscale_or_in_line_style(theme: Theme) -> None:
    from widgets.canvas.painting import pen_for  # noqa: PLC0415

    roles = [Role.REASON, Role.OBJECTION, Role.REBUTTAL, Role.UNDERCUTTER]
    styles = {tuple(pen_for(role, colour("#000000"), 1).dashPattern()) for role in roles}
    assert len(styles) == len(roles)
    assert theme.name


def test_transparent_colours_are_read() -> None:
    assert colour("#11223344").alpha() == 0x44
    assert colour("#112233").alpha() == 255


def test_the_style_sheet_has_no_place_left_open() -> None:
    for theme in THEMES:
        sheet = style_sheet(theme)
        assert "{{" not in sheet
        assert sheet.count("{") == sheet.count("}")

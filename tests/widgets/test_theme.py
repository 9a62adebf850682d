"""Themes: complete, and readable by measure."""

import pytest

from app.model.role import Role
from resources.themes import NAMES, Theme, load_theme
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


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_text_has_a_contrast_of_four_and_a_half_wherever_it_stands(theme: Theme) -> None:
    s, ink = theme.surfaces, theme.ink
    pairs = [(ink.on_accent, ink.accent), (ink.warning, s.card), (ink.warning, s.window)]
    for surface in (s.window, s.panel, s.card, s.canvas, s.field, s.hover):
        pairs += [(ink.text, surface), (ink.muted, surface)]
    for colours in theme.roles.values():
        pairs += [
            (colours.on_line, colours.line),
            (ink.text, colours.mark),
            (ink.text, colours.tint),
            (ink.muted, colours.tint),
            (ink.text, colours.border) if colours.border != colours.line else (ink.text, s.card),
        ]
    poor = [(a, b, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 4.5]
    assert poor == []


@pytest.mark.parametrize("theme", THEMES, ids=NAMES)
def test_lines_stand_out_from_the_ground(theme: Theme) -> None:
    for colours in theme.roles.values():
        assert contrast(colours.line, theme.surfaces.canvas) >= 3


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

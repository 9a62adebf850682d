"""Themes: colours by what they are for, one TOML file each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from resources.files import THEMES

NAMES: Final = ("light", "dark")
DIAGRAM_THEMES: Final = (*NAMES, "print", "contrast")
"""Those that diagrams can have; the last two are no colours for a window."""


@dataclass(frozen=True, slots=True)
class Surfaces:
    """What things are painted on."""

    window: str
    panel: str
    canvas: str
    dots: str
    card: str
    card_border: str
    field: str
    hover: str
    line: str
    shadow: str
    found: str


@dataclass(frozen=True, slots=True)
class Ink:
    """What is written, and what stands out."""

    text: str
    muted: str
    accent: str
    on_accent: str
    warning: str


@dataclass(frozen=True, slots=True)
class RoleColours:
    """The colours of one role: line and pill, what is written on it, group, marks."""

    line: str
    on_line: str
    tint: str
    border: str
    mark: str


@dataclass(frozen=True, slots=True)
class TintColours:
    """The colours of claims that are told apart: card, swatch, and the number on the swatch."""

    paper: str
    mark: str
    on_mark: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colours as `#rrggbb` or `#rrggbbaa`; `roles` goes by the names of `Role`."""

    name: str
    dark: bool
    surfaces: Surfaces
    ink: Ink
    roles: Mapping[str, RoleColours]
    tints: tuple[TintColours, ...]

    @property
    def ground(self) -> str:
        """The colour behind a map on paper."""
        return self.surfaces.canvas if self.dark else self.surfaces.panel


@cache
def load_theme(name: str) -> Theme:
    """Read a theme that ships with the program, by one of `DIAGRAM_THEMES`."""
    table = tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(
        name=table["name"],
        dark=table["dark"],
        surfaces=Surfaces(**table["surfaces"]),
        ink=Ink(**table["ink"]),
        roles={role: RoleColours(**colours) for role, colours in table["roles"].items()},
        tints=tuple(TintColours(**colours) for colours in table["tints"]),
    )

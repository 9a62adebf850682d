"""Schemes: common patterns of argument with their critical questions, from one TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from resources.files import ROOT

_FILE: Final = ROOT / "schemes" / "schemes.toml"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A pattern of argument in one line, and the questions that test a step that goes by it."""

    name: str
    description: str
    questions: tuple[str, ...]


@cache
def load_schemes() -> Mapping[str, Scheme]:
    """Read the schemes that ship with the program, by their names."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        scheme["name"]: Scheme(scheme["name"], scheme["description"], tuple(scheme["questions"]))
        for scheme in table["scheme"]
    }

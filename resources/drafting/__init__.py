"""What drafting knows of languages: tables of words, a folder a language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from resources.files import ROOT

_FOLDER: Final = ROOT / "drafting"
LANGUAGES: Final = ("en",)


@cache
def load_tables(language: str) -> Mapping[str, Any]:
    """Read the tables of a language, by the names of their files."""
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted((_FOLDER / language).glob("*.toml"))
    }

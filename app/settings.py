"""What the person has chosen for all projects, kept in one small file.

A file that cannot be read is set aside under another name, and never keeps Rejoinder from starting.
"""

import json
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from app.files import read_text, replacing
from app.model.errors import FormatError

_MOST_BYTES = 1_000_000

Values = dict[str, object]
Migrators = Mapping[int, Callable[[Values], Values]]

MIGRATORS: Migrators = {}
"""For each older version, what makes the values of the next one out of its own."""

_log = logging.getLogger(__name__)


class Settings(BaseModel):
    """The choices. `dot` is the path of a Graphviz program; empty for the one that comes along."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    version: Literal[1] = 1
    theme: Literal["system", "light", "dark"] = "system"
    motion: bool = True
    dot: str = ""


def load_settings(path: Path, *, migrators: Migrators = MIGRATORS) -> Settings:
    """Read the settings; what they are at first if there are none, or none that can be read."""
    try:
        if not path.exists():
            return Settings()
        values = _migrated(json.loads(read_text(path, most=_MOST_BYTES)), migrators)
        return Settings.model_validate(values)
    except (OSError, FormatError, ValidationError, ValueError, RecursionError) as error:
        _log.warning("The settings in %s cannot be read and are set aside: %s", path, error)
        _set_aside(path)
        return Settings()


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, all or nothing. Raises OSError if they cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as beside:
        beside.write_text(settings.model_dump_json(indent=2) + "\n", encoding="utf-8")


def _migrated(values: object, migrators: Migrators) -> Values:
    """Bring the values of an older version up to this one, step by step."""
    while isinstance(values, dict):
        version = values.get("version")
        if not isinstance(version, int) or version not in migrators:
            return values
        values = migrators[version](values)
    raise FormatError("These are no settings.")


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(f"{path.name}.unreadable"))
    except OSError as error:
        _log.warning("The settings in %s stay where they are: %s", path, error)

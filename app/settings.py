"""What the person has chosen for all projects, kept in one small file.

A file that cannot be read is set aside under another name, and never keeps Rejoinder from starting.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from app.files import read_text, replacing
from app.model.errors import FormatError

_MOST_BYTES = 1_000_000
_MOST_BACKUPS = 1_000
_MOST_PATIENCE = 3_600  # seconds

THEMES: Final = ("system", "light", "dark")

Values = dict[str, Any]  # what a file holds, before it is checked
Migrators = Mapping[int, Callable[[Values], Values]]

MIGRATORS: Migrators = {}
"""For each older version, what makes the values of the next one out of its own."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices. `dot` is the path of a Graphviz program; empty for the one that comes along.

    Backups are kept of so many of the last hours, days and weeks. `libraries` are the files that
    were used last, the newest first.

    A language model is asked only if `asking` is on: `asking_model` at `asking_address`, through
    plain http to another machine only if `asking_unencrypted`, for at most `asking_patience`
    seconds an answer. `asking_key` says that there is a key for it, which is never kept here; what
    is sent to the address in `asking_unasked` is not shown before.

    No pydantic here: the window reads its theme from this before its first paint, and pydantic
    takes a tenth of a second to import.
    """

    version: int = 1
    theme: str = "system"
    motion: bool = True
    dot: str = ""
    backup_hours: int = 12
    backup_days: int = 14
    backup_weeks: int = 12
    libraries: tuple[str, ...] = ()
    asking: bool = False
    asking_address: str = ""
    asking_model: str = ""
    asking_unencrypted: bool = False
    asking_key: bool = False
    asking_unasked: str = ""
    asking_patience: int = 120

    def __post_init__(self) -> None:
        backups = (self.backup_hours, self.backup_days, self.backup_weeks)
        switches = (self.motion, self.asking, self.asking_unencrypted, self.asking_key)
        names = (self.dot, self.asking_address, self.asking_model, self.asking_unasked)
        fitting = (
            {*map(type, switches)} == {bool}
            and {*map(type, names)} == {str}
            and self.version == 1
            and self.theme in THEMES
            and all(type(count) is int and 0 <= count <= _MOST_BACKUPS for count in backups)
            and all(type(path) is str for path in self.libraries)
            and type(self.asking_patience) is int
            and 0 < self.asking_patience <= _MOST_PATIENCE
        )
        if not fitting:
            raise FormatError("These are no settings.")

    def changed(self, **values: object) -> "Settings":
        """Make a checked copy with other values."""
        return Settings(**{**asdict(self), **values})


def load_settings(path: Path, *, migrators: Migrators = MIGRATORS) -> Settings:
    """Read the settings; what they are at first if there are none, or none that can be read."""
    try:
        if not path.exists():
            return Settings()
        values = _migrated(json.loads(read_text(path, most=_MOST_BYTES)), migrators)
        libraries = tuple(values.pop("libraries", ()))  # JSON has but lists
        return Settings(**values, libraries=libraries)
    except (OSError, FormatError, TypeError, ValueError, RecursionError) as error:
        _log.warning("The settings in %s cannot be read and are set aside: %s", path, error)
        _set_aside(path)
        return Settings()


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, all or nothing. Raises OSError if they cannot be written."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with replacing(path) as beside:
        beside.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")


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

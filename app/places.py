"""Where Rejoinder keeps things: settings, library, logs."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LIBRARY_VARIABLE = "REJOINDER_LIBRARY"
_NAME = "rejoinder"
_LIBRARY = "My arguments.sqlite"  # its name is shown in the window


@dataclass(frozen=True, slots=True)
class Places:
    """The files and folders of one start; none of them need be there yet.

    `library` is a file, or the address of a database; `is_named` says whether the person has named
    it, for then it is opened, and not the one that was used last. `window` holds what Qt keeps of
    the window's place and size.
    """

    settings: Path
    window: Path
    library: Path | str
    logs: Path
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What a window is to be opened on: a library, a project or an article, if one was named."""

    places: Places
    path: Path | None = None


def default_places(library: Path | str | None = None) -> Places:
    """Where things are kept on this machine.

    A library that is given goes before the one that the environment names, and that before the
    person's own.
    """
    from platformdirs import PlatformDirs  # noqa: PLC0415  not needed to say where a library is

    folders = PlatformDirs(_NAME, appauthor=False)
    named = library or os.environ.get(LIBRARY_VARIABLE)
    return Places(
        settings=folders.user_config_path / "settings.json",
        window=folders.user_config_path / "window.ini",
        library=_named(named) if named else folders.user_data_path / _LIBRARY,
        logs=folders.user_log_path,
        is_named=bool(named),
    )


def _named(name: Path | str) -> Path | str:
    """Tell a path, in which ~ stands for the home folder, from the address of a database."""
    return name if "://" in str(name) else Path(name).expanduser()


@contextmanager
def temporary_places() -> Iterator[Places]:
    """Places in a folder that is thrown away with all that is in it."""
    with tempfile.TemporaryDirectory(prefix=f"{_NAME}-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        yield Places(
            settings=root / "settings.json",
            window=root / "window.ini",
            library=root / _LIBRARY,
            logs=root / "logs",
        )

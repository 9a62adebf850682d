"""Libraries as files."""

from contextlib import closing
from pathlib import Path

from storage.library import open_library
from tests.storage.builders import full_map


def make_library(path: Path) -> None:
    with closing(open_library(path)) as library:
        library.create(full_map())


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}

"""Lets Graphviz find the fonts that ship with the program, wherever it runs."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path

from resources.files import FONTS

_SYSTEM_FILES = (
    "/etc/fonts/fonts.conf",
    "/usr/local/etc/fonts/fonts.conf",
    "/opt/homebrew/etc/fonts/fonts.conf",
)
_FOLDERS = {
    "win32": ("WINDOWSFONTDIR",),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
}
_LINUX_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts")


@contextmanager
def findable_fonts(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give an environment whose fontconfig knows the shipped fonts besides those of the system.

    The file that says so is gone afterwards. Raises OSError where there is no room for it.
    """
    with tempfile.TemporaryDirectory(prefix="rejoinder-fonts-") as folder:
        file = Path(folder) / "fonts.conf"
        file.write_text(configuration(_system_file(environment)), encoding="utf-8")
        yield {**environment, "FONTCONFIG_FILE": str(file)}


def configuration(system: Path | None) -> str:
    """Write a configuration for fontconfig: the shipped fonts, and what the system has set up."""
    if system:
        rest = f'<include ignore_missing="yes">{escape(str(system))}</include>'
    else:
        folders = _FOLDERS.get(sys.platform, _LINUX_FOLDERS)
        rest = "".join(f"<dir>{folder}</dir>" for folder in folders)
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig><dir>{escape(str(FONTS))}</dir>{rest}</fontconfig>\n"
    )


def _system_file(environment: Mapping[str, str]) -> Path | None:
    chosen = environment.get("FONTCONFIG_FILE", "")
    folder = environment.get("FONTCONFIG_PATH", "")
    candidates = [chosen, os.path.join(folder, "fonts.conf") if folder else "", *_SYSTEM_FILES]  # noqa: PTH118
    return next((Path(name) for name in candidates if name and Path(name).is_file()), None)

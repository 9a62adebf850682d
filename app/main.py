"""The program: the command line, and the window where that is what was asked for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from app import cli

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.places import WindowRequest

QT_PACKAGES = "libegl1 libgl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0"
"""The Debian packages that Qt needs on a machine without a desktop."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `rejoinder`; returns its exit code."""
    return cli.run(sys.argv[1:] if argv is None else argv, show_window)


def show_window(request: WindowRequest) -> int:
    """Show the window until it is closed, with an article, project or library if one is named."""
    trouble = no_display()
    if trouble:
        print(trouble, file=sys.stderr)  # noqa: T201  there is nowhere else to say it
        return 2
    try:
        from app.window import run  # noqa: PLC0415  Qt, which the command line is without
    except ImportError as error:
        print(  # noqa: T201  as above
            f"Qt cannot start: {error}. On Debian or Ubuntu this installs what it needs: "
            f"apt-get install {QT_PACKAGES}",
            file=sys.stderr,
        )
        return 2
    return run(request)


def no_display() -> str:
    """Say what is missing where there is no screen to show a window on; empty if there is one."""
    variables = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform != "linux" or any(os.environ.get(variable) for variable in variables):
        return ""
    return (
        "There is no screen to show the window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
        "Start Rejoinder from a desktop, or use its commands (rejoinder --help)."
    )


if __name__ == "__main__":
    sys.exit(main())

"""The command line as a program: arguments in, exit code out, and one line for what goes wrong.

It runs without Qt and without a display: the window is what `app.main` hands in.
"""

import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path

from app.files import sentence_of
from app.model.errors import RejoinderError
from app.places import WindowRequest, default_places
from app.terminal import for_terminal

_FAILED = 2


def run(argv: Sequence[str], open_window: Callable[[WindowRequest], int]) -> int:
    """Do what the arguments, without the program's name, say; returns the exit code.

    What the person can mend is told in one line on stderr, with the code 2; a bug is raised.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(argv, open_window)
    except RejoinderError as error:
        return _failed(str(error))
    except OSError as error:
        return _failed(sentence_of(error))


def _run(argv: Sequence[str], open_window: Callable[[WindowRequest], int]) -> int:
    # The usual starts: spare the tenth of a second that typer takes to import.
    if not argv:
        return open_window(WindowRequest(default_places()))
    if len(argv) == 1 and Path(argv[0]).suffix and Path(argv[0]).is_file():
        return open_window(WindowRequest(default_places(), Path(argv[0])))
    from app.commands.program import run_command  # noqa: PLC0415

    return run_command(argv, open_window)


def _failed(message: str) -> int:
    if sys.stderr:
        sys.stderr.write(f"{for_terminal(message)}\n")
    return _FAILED

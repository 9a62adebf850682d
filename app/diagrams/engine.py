"""Runs Graphviz: which program it is, with a time limit, and in a way that can be stopped."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from typing import Self

from app.diagrams.dot_program import PRESS
from app.diagrams.fonts import findable_fonts
from app.diagrams.processes import (
    MOST_BYTES,
    TIME_LIMIT,
    CancelledError,
    Program,
    Ran,
    TooMuchError,
    TooSlowError,
)
from app.files import refusal_in
from app.model.errors import DiagramError, Phrase
from app.model.text import one_line

_OWN_PROGRAM = "app.diagrams.dot_program"
_PRESS_PROGRAM = "app.diagrams.press"
_BEGINNINGS: Mapping[str, bytes] = {
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "svg": b"<?xml",
    "jpg": b"\xff\xd8",
    "eps": b"%!PS",
}
_ENDINGS: Mapping[str, bytes] = {
    "pdf": b"%%EOF",
    "svg": b"</svg>",
    "jpg": b"\xff\xd9",
    "eps": b"%%EOF",
}
_TAIL = 64  # bytes, in the last of which an ending stands
_RENDERERS: Mapping[str, str] = {"eps": "cairo"}  # the other one knows no fonts but a printer's
_LONGEST_REASON = 300
_NO_ERRORS = ("Warning", "Fontconfig")  # how lines begin that a program may write and yet draw


class StoppedError(DiagramError):
    """The person has stopped the export; nothing was written."""


def find_program(program: str = "") -> list[str]:
    """The command that draws: the given program, our own over pygraphviz, or the system's `dot`.

    Raises DiagramError if there is none.
    """
    if program:
        found = shutil.which(os.path.expanduser(program))  # noqa: PTH111  may be a name on the path
        if not found:
            raise DiagramError(
                "The Graphviz program “{program}” is not there or cannot be run. Name another one"
                " in the settings, or none to use the one that comes with Rejoinder.",
                program=program,
            )
        return [found]
    system = shutil.which("dot")
    own = _own_program() or ([system] if system else [])
    if not own:
        raise DiagramError(
            "There is no Graphviz to draw with. Install Graphviz (graphviz.org) so that its program"
            " “dot” can be found, or the Python package pygraphviz. Files of DOT and diagrams as on"
            " the screen need neither."
        )
    return own


def draw(
    source: str | Iterable[str],
    kind: str,
    *,
    program: str = "",
    options: Sequence[str] = (),
    time_limit: float = TIME_LIMIT,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Let Graphviz draw a source as `png`, `svg`, `pdf` or any other of its formats.

    A source that is yet to be made, piece by piece, is made while the program starts and reads.

    Raises DiagramError with a sentence for whatever goes wrong, StoppedError as soon as `cancelled`
    says so; no process is left then.
    """
    from graphviz.backend.dot_command import command  # noqa: PLC0415  takes long to import

    named = command("neato", kind, renderer=_RENDERERS.get(kind), neato_no_op=2)
    words = [*find_program(program), *named[1:], "-q", *options]
    words = [os.fspath(word) for word in words]
    try:
        with (
            findable_fonts(_environment()) as surroundings,
            Program(words, surroundings) as started,
        ):
            for piece in [source] if isinstance(source, str) else source:
                _go_on(cancelled)
                started.feed(piece.encode())
            ran = started.finish(time_limit=time_limit, most=MOST_BYTES, cancelled=cancelled)
    except CancelledError as error:
        raise StoppedError("The export was stopped.") from error
    except TooSlowError as error:
        raise DiagramError(
            "Graphviz took longer than {limit:g} seconds and was stopped. Export a part of the"
            " map.",
            limit=time_limit,
        ) from error
    except TooMuchError as error:
        raise DiagramError(
            "Graphviz ({program}) wrote more than {most:,} megabytes and was stopped.",
            program=words[0],
            most=MOST_BYTES >> 20,
        ) from error
    except OSError as error:
        reason = refusal_in(error)
        raise DiagramError("Graphviz could not be started. {reason}", reason=reason) from error
    return _checked(ran, words[0], kind)


def _go_on(cancelled: Callable[[], bool] | None) -> None:
    if cancelled and cancelled():
        raise CancelledError


def _checked(ran: Ran, program: str, kind: str) -> bytes:
    if ran.code:
        told = _reason(ran.said, ran.code)
        raise DiagramError("Graphviz could not draw this: {reason}.", reason=told)
    if not ran.written:
        raise DiagramError("Graphviz ({program}) ran, but drew nothing.", program=program)
    if not ran.written.startswith(_BEGINNINGS.get(kind, b"")):
        raise DiagramError(
            "{program} does not seem to be Graphviz: it gave no {kind}.",
            program=program,
            kind=kind.upper(),
        )
    if _ENDINGS.get(kind, b"") not in ran.written[-_TAIL:]:
        raise DiagramError(
            "Graphviz ({program}) stopped in the middle of the drawing.", program=program
        )
    return ran.written


class Press:
    """Our other program, which puts PDF on pages and makes pictures of it: `app.diagrams.press`.

    It can be started while the engine still draws, and so be ready when the drawing is.
    """

    def __init__(self, cancelled: Callable[[], bool] | None = None) -> None:
        self._cancelled = cancelled
        self._ready: Program | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._ready:
            self._ready.__exit__()

    def start(self) -> None:
        """Start the program for the next job; if that fails, it is told when there is one."""
        if self._ready is None:
            with suppress(OSError):
                self._ready = Program(_press_program(), _environment())

    def work(self, job: bytes) -> bytes:
        """Do one job. Raises DiagramError, or StoppedError."""
        try:
            program = self._ready or Program(_press_program(), _environment())
            self._ready = None
            with program:
                ran = program.finish(job, cancelled=self._cancelled)
        except CancelledError as error:
            raise StoppedError("The export was stopped.") from error
        except (TooSlowError, TooMuchError) as error:
            raise DiagramError(
                "Making the pages took too long, or they grew too big. Choose fewer dots an inch,"
                " or export a part of the map."
            ) from error
        except OSError as error:
            reason = refusal_in(error)
            raise DiagramError("The pages could not be made. {reason}", reason=reason) from error
        if ran.code or not ran.written:
            told = _reason(ran.said, ran.code)
            raise DiagramError("The pages could not be made: {reason}.", reason=told)
        return ran.written


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _press_program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [*_own_program(), PRESS]
    return [sys.executable, "-P", "-m", _PRESS_PROGRAM]


def _own_program() -> list[str]:
    """Our own program, run by the Python that runs us; in a bundle it lies beside us."""
    if getattr(sys, "frozen", False):
        beside = shutil.which("rejoinder-dot", path=str(Path(sys.executable).parent))
        return [beside] if beside else []
    if sys.executable and find_spec("pygraphviz"):
        return [sys.executable, "-P", "-m", _OWN_PROGRAM]
    return []


def _reason(said: bytes, code: int) -> str | Phrase:
    """What the program has said about its failing, in one line."""
    lines = map(one_line, said.decode("utf-8", "replace").splitlines())
    before_help = takewhile(lambda line: not line.startswith("Usage"), lines)
    told = [line for line in before_help if line and not line.startswith(_NO_ERRORS)]
    errors = [line for line in told if "rror" in line] or told[-1:]
    if not errors and code < 0:
        return Phrase("it crashed")
    if not errors:
        return Phrase("it ended with code {code}", code=code)
    return errors[0].removeprefix("Error:").strip().rstrip(".")[:_LONGEST_REASON]

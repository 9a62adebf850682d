"""Runs Graphviz: which program it is, with a time limit, and in a way that can be stopped."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final

from app.diagrams.fonts import findable_fonts
from app.model.errors import DiagramError, Phrase

TIME_LIMIT: Final = 60.0
_POLL = 0.05
_OWN_PROGRAM = "app.diagrams.dot_program"
_BEGINNINGS: Mapping[str, bytes] = {"png": b"\x89PNG", "pdf": b"%PDF", "svg": b"<?xml"}
_LONGEST_REASON = 300


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
            " “dot” can be found, or the Python package pygraphviz; .dot files need neither."
        )
    return own


def draw(
    source: str,
    kind: str,
    *,
    program: str = "",
    options: Sequence[str] = (),
    time_limit: float = TIME_LIMIT,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Let Graphviz draw a source as `png`, `svg`, `pdf` or any other of its formats.

    Raises DiagramError with a sentence for whatever goes wrong, StoppedError as soon as `cancelled`
    says so; no process is left then.
    """
    from graphviz.backend.dot_command import command  # noqa: PLC0415  takes long to import

    words = [*find_program(program), *command("neato", kind, neato_no_op=2)[1:], "-q", *options]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        with findable_fonts(environment) as surroundings, TemporaryFile() as file:
            file.write(source.encode())
            file.seek(0)
            process = _start([os.fspath(word) for word in words], file, surroundings)
            drawn, said = _watch(process, time_limit, cancelled)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DiagramError(
            "Graphviz could not be started ({program}): {reason}.", program=words[0], reason=reason
        ) from error
    if process.returncode:
        told = _reason(said, process.returncode)
        raise DiagramError("Graphviz could not draw this: {reason}.", reason=told)
    if not drawn:
        raise DiagramError("Graphviz ({program}) ran, but drew nothing.", program=words[0])
    if not drawn.startswith(_BEGINNINGS.get(kind, b"")):
        raise DiagramError(
            "{program} does not seem to be Graphviz: it gave no {kind}.",
            program=words[0],
            kind=kind.upper(),
        )
    return drawn


def _own_program() -> list[str]:
    """Our own program, run by the Python that runs us; in a bundle it lies beside us."""
    if getattr(sys, "frozen", False):
        beside = shutil.which("rejoinder-dot", path=str(Path(sys.executable).parent))
        return [beside] if beside else []
    if sys.executable and find_spec("pygraphviz"):
        return [sys.executable, "-P", "-m", _OWN_PROGRAM]
    return []


def _start(
    words: Sequence[str], source: IO[bytes], environment: Mapping[str, str]
) -> "subprocess.Popen[bytes]":
    """Start the program. It reads from a file, since `communicate` forgets input at a time-out."""
    return subprocess.Popen(  # noqa: S603  the person's own choice of program, no shell
        words,
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _watch(
    process: "subprocess.Popen[bytes]", time_limit: float, cancelled: Callable[[], bool] | None
) -> tuple[bytes, bytes]:
    """Gather what the process gives, until it ends, takes too long or is stopped."""
    deadline = time.monotonic() + time_limit
    try:
        while True:
            with suppress(subprocess.TimeoutExpired):
                return process.communicate(timeout=_POLL)
            if cancelled and cancelled():
                raise StoppedError("The export was stopped.")
            if time.monotonic() > deadline:
                raise DiagramError(
                    "Graphviz took longer than {limit:g} seconds and was stopped. Try SVG or PDF,"
                    " or export a part of the map.",
                    limit=time_limit,
                )
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Let nothing of a process go on, what it has started included where the system can tell."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pipe in (process.stdout, process.stderr):
        if pipe:
            with suppress(OSError):
                pipe.close()


def _reason(said: bytes, code: int) -> str | Phrase:
    """What the program has said about its failing, in one line."""
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines()]
    told = [line for line in lines if line and not line.startswith(("Warning", "Fontconfig"))]
    errors = [line for line in told if "rror" in line] or told[-1:]
    if not errors:
        return Phrase("it ended with code {code}", code=code)
    return errors[0].removeprefix("Error:").strip().rstrip(".")[:_LONGEST_REASON]

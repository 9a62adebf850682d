"""Runs a program that turns what it reads into what it writes: watched, limited, and stoppable."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from queue import SimpleQueue
from tempfile import TemporaryFile
from threading import Thread
from typing import IO, Final, NamedTuple, Self

if sys.platform == "linux":
    import fcntl

TIME_LIMIT: Final = 60.0
MOST_BYTES: Final = 512 * 1024 * 1024
_MOST_SAID = 64 * 1024
_POLL = 0.05
_PATIENCE = 2.0
_PIECE = 1 << 20


class TooSlowError(Exception):
    """The program took longer than it may."""


class TooMuchError(Exception):
    """The program wrote more than it may."""


class CancelledError(Exception):
    """Nobody wants the result any more."""


class Ran(NamedTuple):
    """What came of a program: its exit code, what it wrote and what it said on the way."""

    code: int
    written: bytes
    said: bytes


class Program:
    """A program that was started and waits for its input; nothing of it outlives the `with`."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        """Raises OSError if it cannot be started."""
        self._said = TemporaryFile()  # noqa: SIM115  closed with the program
        try:
            self._process = subprocess.Popen(  # noqa: S603  the person's own choice, no shell
                words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                env=environment,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._said.close()
            raise
        for pipe in (self._process.stdin, self._process.stdout):
            _widen(pipe)
        self._given: SimpleQueue[bytes | None] = SimpleQueue()
        self._writer = Thread(target=_feed, args=(self._process.stdin, self._given), daemon=True)
        self._writer.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        _end(self._process)
        self._given.put(None)
        self._writer.join(_PATIENCE)  # longer only if what it has started holds on to its pipes
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError, ValueError):
                    pipe.close()
        self._said.close()

    def feed(self, piece: bytes) -> None:
        """Give it a piece of its input, which it may read while the rest is still being made."""
        self._given.put(piece)

    def finish(
        self,
        content: bytes = b"",
        *,
        time_limit: float = TIME_LIMIT,
        most: int = MOST_BYTES,
        cancelled: Callable[[], bool] | None = None,
    ) -> Ran:
        """Give it the last of its input, and wait for what it makes of it.

        Raises one of the errors above.
        """
        process = self._process
        self.feed(content)
        self._given.put(None)
        reader = _Reader(process.stdout, most)
        try:
            _watch(process, reader, self._said, time.monotonic() + time_limit, cancelled)
        finally:
            _end(process)
            reader.thread.join(_PATIENCE)
        self._said.seek(0)
        return Ran(process.returncode, bytes(reader.got), self._said.read(_MOST_SAID))


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a pipe hold as much as it may, where that can be said: neither side then waits long."""
    if sys.platform == "linux" and pipe:
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIECE)


def _feed(pipe: IO[bytes] | None, pieces: "SimpleQueue[bytes | None]") -> None:
    """Write to a program that may be slow to read, or end before it has read all."""
    if pipe is not None:
        with suppress(OSError, ValueError), pipe:
            while (piece := pieces.get()) is not None:
                pipe.write(piece)


class _Reader:
    """Reads what a program writes, in a thread, up to a limit."""

    def __init__(self, pipe: IO[bytes] | None, most: int) -> None:
        self.got = bytearray()
        self.is_too_much = False
        self._pipe = pipe
        self._most = most
        self.thread = Thread(target=self._read, name="output of a program", daemon=True)
        self.thread.start()

    def _read(self) -> None:
        if self._pipe is None:
            return
        with self._pipe as pipe, suppress(OSError, ValueError):
            while piece := os.read(pipe.fileno(), _PIECE):
                self.got += piece
                if len(self.got) > self._most:
                    self.is_too_much = True
                    return


def _watch(
    process: "subprocess.Popen[bytes]",
    reader: _Reader,
    said: IO[bytes],
    deadline: float,
    cancelled: Callable[[], bool] | None,
) -> None:
    """Wait until a process has ended."""
    while True:
        reader.thread.join(_POLL)
        if reader.is_too_much or os.fstat(said.fileno()).st_size > MOST_BYTES:
            raise TooMuchError
        if not reader.thread.is_alive():  # its output is closed: it has ended, or is about to
            with suppress(subprocess.TimeoutExpired):
                process.wait(_POLL)
                return
        if cancelled and cancelled():
            raise CancelledError
        if time.monotonic() > deadline:
            raise TooSlowError


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Let nothing of a process go on, what it has started included where the system can tell."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()

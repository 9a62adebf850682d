"""A command that is ended from outside: by Ctrl+C, or by SIGTERM, as systems end programs."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def ending_well() -> Iterator[Callable[[], bool]]:
    """Let SIGINT and SIGTERM end what is under way as an error would: nothing half done stays.

    Both raise SystemExit with the usual exit code, 128 and the signal's number. Python loses what
    is raised while it frees objects, so what takes long asks what this gives; it raises the same,
    or returns False. For the main thread only.
    """
    came: list[int] = []

    def end(number: int, _frame: FrameType | None = None) -> None:
        came.append(number)
        raise SystemExit(128 + number)

    def ended() -> bool:
        if came:
            raise SystemExit(128 + came[0])
        return False

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield ended
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

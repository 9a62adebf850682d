"""Work that tells how far it is, and that can be stopped."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from app.model.errors import RejoinderError

Progress: TypeAlias = Callable[[float], None]
"""Told how much is done, from 0 to 1, every now and then, by the thread that works."""

_EVERY = 64
_MOST = 0.99  # until the file is in its place
T_ = TypeVar("T_")


class DocumentError(RejoinderError):
    """No document was written; a file that stood there before is as it was."""


class StoppedError(DocumentError):
    """The person has stopped it."""


class Going:
    """Counts the claims that are done, twice each: as they are gathered, and as they are written.

    How many times a claim is met differs by kind, so the count is only about right.
    """

    def __init__(
        self,
        claims: int,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._all = max(1, 2 * claims)
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled

    def tick(self) -> None:
        """Say that a claim is done. Raises StoppedError if it is to be the last."""
        self._done += 1
        if self._done % _EVERY:
            return
        if self._cancelled and self._cancelled():
            raise StoppedError("The export was stopped.")
        if self._progress:
            self._progress(min(_MOST, self._done / self._all))

    def each(self, things: Iterable[T_]) -> Iterator[T_]:
        """Give things one by one, a tick for each."""
        for thing in things:
            self.tick()
            yield thing

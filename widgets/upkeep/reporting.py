"""How work on a library says how far it is, and learns that nobody wants it any more."""

from collections.abc import Callable

from widgets.working import Reporter


class Stopped(Exception):  # noqa: N818  it is no error
    """The person has stopped the work."""


def progress_of(reporter: Reporter) -> Callable[[float], None]:
    """What work calls with how much is done, from 0 to 1."""

    def progress(part: float) -> None:
        if reporter.cancelled():
            raise Stopped
        reporter.progress(part, 1.0)

    return progress

"""Long work that tells how far it is, and can be stopped."""

from collections.abc import Callable

from app.model.errors import RejoinderError


class StoppedError(RejoinderError):
    """The person has stopped it; nothing was suggested."""


class Watch:
    """Hears how far the work is, and asks whether to go on."""

    def __init__(
        self, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled

    def still(self) -> None:
        """Raise StoppedError if the work is to stop."""
        if self._cancelled is not None and self._cancelled():
            raise StoppedError("The drafting was stopped; nothing was suggested.")

    def reach(self, share: float) -> None:
        """Tell the share of the work that is done, from 0 to 1."""
        self.still()
        if self._progress is not None:
            self._progress(share)

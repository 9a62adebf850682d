"""What a format could not carry."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Losses:
    """What came out otherwise than it went in, or not at all, in sentences for the person.

    >>> bool(Losses())
    False
    """

    approximated: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.approximated or self.left_out)

"""The paper that documents are laid out for."""

from enum import StrEnum


class Paper(StrEnum):
    """A size of paper, upright."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in millimetres."""
        return (210, 297) if self is Paper.A4 else (215.9, 279.4)

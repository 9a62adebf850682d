"""Positions in a text: in code points, as anchors count, and in UTF-16 units, as Qt does."""

from bisect import bisect_left


class Positions:
    """Translates positions in one text, fast however long it is."""

    def __init__(self, text: str) -> None:
        self._astral = [i for i, character in enumerate(text) if ord(character) > 0xFFFF]  # noqa: PLR2004
        self._astral_in_qt = [i + n for n, i in enumerate(self._astral)]

    def to_qt(self, position: int) -> int:
        """The UTF-16 units before a code point."""
        return position + bisect_left(self._astral, position)

    def from_qt(self, position: int) -> int:
        """The code points before a UTF-16 unit."""
        return position - bisect_left(self._astral_in_qt, position)

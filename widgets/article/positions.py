"""Positions in a text: in code points, as anchors count, and in UTF-16 units, as Qt does."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Translates positions in one text, fast however long it is."""

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._astral_in_qt = [i + n for n, i in enumerate(self._astral)]

    def to_qt(self, position: int) -> int:
        """The UTF-16 units before a code point."""
        return position + bisect_left(self._astral, position)

    def from_qt(self, position: int) -> int:
        """The code points before a UTF-16 unit."""
        return position - bisect_left(self._astral_in_qt, position)

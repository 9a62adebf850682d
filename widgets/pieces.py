"""Texts with overlong lines, cut into pieces that an editor can lay out one by one.

Qt sets a line as a whole, with each key that is pressed in it; one of a million characters takes it
seconds.
"""

from bisect import bisect_right
from dataclasses import dataclass

_LONGEST = 4_000  # characters of a piece
_JOINT = "\u2064"  # is not to be seen; before the end of a piece where the text goes on
_CUT = f"{_JOINT}\n"


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as an editor shows it, and where it was cut."""

    shown: str
    cuts: tuple[int, ...]  # places in the text as it was

    @classmethod
    def of(cls, text: str) -> "Pieces":
        """Cut the overlong lines of a text, behind blanks where there are some."""
        if _JOINT in text:  # then it could not be told what was cut
            return cls(text, ())
        cuts: list[int] = []
        start = 0
        for line in text.split("\n"):
            cuts += _cuts_in(text, start, start + len(line))
            start += len(line) + 1
        ends = zip([0, *cuts], [*cuts, len(text)], strict=True)
        return cls(_CUT.join(text[start:end] for start, end in ends), tuple(cuts))

    def joined(self, written: str) -> str:
        """The whole text of what is written in the editor now."""
        return written.replace(_CUT, "").replace(_JOINT, "") if self.cuts else written

    def place(self, position: int) -> int:
        """Where a place of the text is in what is shown."""
        return position + len(_CUT) * bisect_right(self.cuts, position)


def _cuts_in(text: str, start: int, end: int) -> list[int]:
    cuts: list[int] = []
    while end - start > _LONGEST:
        blank = text.rfind(" ", start, start + _LONGEST)
        start = blank + 1 if blank > start else start + _LONGEST
        cuts.append(start)
    return cuts

"""Lines of the history put together: what was typed in one go is one moment."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from app.ports import EntryKind, HistoryLine

_ONE_GO = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Moment:
    """An edit, or several of the same name one soon after the other; `line` is the last of them.

    An edit that `is_undone` is in force no more.
    """

    line: HistoryLine
    count: int = 1
    is_undone: bool = False

    @property
    def number(self) -> int:
        return self.line.number


def with_more(
    moments: list[Moment], lines: Iterable[HistoryLine], undone: Collection[int]
) -> list[Moment]:
    """The moments of a history, the newest first, with lines that come before them in time.

    Edits of different fates are never one moment: `undone` are the numbers of those taken back.
    """
    made = list(moments)
    earliest = made[-1].line.at if made else None
    for line in lines:
        last = made[-1] if made else None
        is_undone = line.number in undone
        is_soon = last and earliest and earliest - line.at <= _ONE_GO
        if last and is_soon and last.is_undone == is_undone and _goes_with(line, last.line):
            made[-1] = Moment(last.line, last.count + 1, is_undone)
        else:
            made.append(Moment(line, is_undone=is_undone))
        earliest = line.at
    return made


def _goes_with(line: HistoryLine, other: HistoryLine) -> bool:
    same = (line.label, line.author) == (other.label, other.author)
    return same and line.kind is other.kind is EntryKind.DO

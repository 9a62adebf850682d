"""Lines of the history put together: what was typed in one go is one moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from app.ports import EntryKind, HistoryLine

_ONE_GO = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Moment:
    """An edit, or several of the same name one soon after the other; `line` is the last of them."""

    line: HistoryLine
    count: int = 1

    @property
    def number(self) -> int:
        return self.line.number


def with_more(moments: list[Moment], lines: Iterable[HistoryLine]) -> list[Moment]:
    """The moments of a history, the newest first, with lines that come before them in time."""
    made = list(moments)
    earliest = made[-1].line.at if made else None
    for line in lines:
        last = made[-1] if made else None
        if last and earliest and _goes_with(line, last.line) and earliest - line.at <= _ONE_GO:
            made[-1] = Moment(last.line, last.count + 1)
        else:
            made.append(Moment(line))
        earliest = line.at
    return made


def _goes_with(line: HistoryLine, other: HistoryLine) -> bool:
    same = (line.label, line.author) == (other.label, other.author)
    return same and line.kind is other.kind is EntryKind.DO

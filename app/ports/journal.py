"""The journal of a project: what is written down of each edit, and where undo and redo stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.change import Change


class EntryKind(StrEnum):
    """Whether a journal entry is an edit, or the undoing or redoing of one."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a project's journal, which is only ever added to.

    `number` counts up within the library. `parent` is the edit that undo leads to after this one
    has been undone; None at the beginning. Entries with the same `group` (typing in one editor)
    are undone together.
    """

    number: int
    parent: int | None
    kind: EntryKind
    group: str
    at: datetime
    change: Change


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry to be, with where undo (`head`) and redo (`tip`) stand once it is in the journal.

    None as `head` stands for the beginning, and -1 in either for the number the entry will get.
    """

    kind: EntryKind
    change: Change
    head: int | None
    tip: int | None
    parent: int | None = None
    group: str = ""


THIS = -1
"""Stands for the number of the very entry in `NewEntry.head` and `NewEntry.tip`."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where undo and redo stand: the last edit in force, and the last one that redo can reach."""

    head: int | None = None
    tip: int | None = None

    def trimmed(self, upto: int) -> tuple[int, "Position"]:
        """Up to where the journal can be forgotten, and where undo and redo stand after that."""
        if self.head != self.tip:  # redo goes on from where undo stands
            upto = min(upto, self.head or 0)
        left = [n if n is not None and n > upto else None for n in (self.head, self.tip)]
        return upto, Position(*left)


@dataclass(frozen=True, slots=True)
class News:
    """What others have done to a project, in its order, and where undo and redo stand then.

    `oldest` and `upto` are the numbers of the oldest and the newest entry of its journal; they are
    for the store. Others may have trimmed the history, and done nothing else.
    """

    entries: Sequence[Entry]
    position: Position
    oldest: int
    upto: int


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """An entry of the journal as a person reads it: what was done, by whom and when.

    `label` names the edit in the imperative; `kind` says whether it was done, undone or redone.
    The edits in force are the last one in force, its `parent`, the parent of that, and so on.
    """

    number: int
    kind: EntryKind
    label: str
    author: str
    at: datetime
    parent: int | None = None

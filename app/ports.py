"""What the document asks of a store, whatever it is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, ClaimAddress, ElementId, ProjectId
from app.model.view_state import ViewState


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


class ProjectStore(Protocol):
    """One project's place on disk. Every method raises StoreError if the library fails it."""

    @property
    def project_id(self) -> ProjectId: ...

    @property
    def place(self) -> str:
        """The library in words: a path, or the host and name of a database."""
        ...

    def load(self) -> ArgumentMap:
        """Read the whole map."""
        ...

    def position(self) -> Position: ...

    def entry(self, number: int) -> Entry:
        """Read one entry of this project's journal."""
        ...

    def commit(self, entry: NewEntry) -> Entry:
        """Put a change and its journal entry on disk, both or neither, before returning.

        Raises ConflictError if others have changed the project since this store last read it.
        """
        ...

    def news(self) -> News | None:
        """What others have done since this store last read, wrote or followed; None if nothing."""
        ...

    def follow(self, news: News) -> None:
        """Commit from now on to the project as it is after the news. Reads and writes nothing."""
        ...

    def history(self, *, before: int | None = None, most: int = 100) -> Sequence[HistoryLine]:
        """The newest entries of the journal, or those before a number, the newest first."""
        ...

    def entries_after(self, number: int) -> Sequence[Entry]:
        """All that was done after an entry, in its order; 0 stands for the beginning."""
        ...

    def trim(self, upto: int) -> int:
        """Forget the entries up to a number for good; gives how many those were.

        None goes that redo needs. What stays can be undone as far back as it goes.
        """
        ...

    def view_state(self) -> ViewState: ...

    def keep_view_state(self, state: ViewState) -> None: ...


@dataclass(frozen=True, slots=True)
class Miniature:
    """A small picture of a map: rectangles (x, y, width, height, role), all within 0 to 1."""

    aspect: float = 1.0
    cards: Sequence[tuple[float, float, float, float, str]] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """A project as the start page and the command line list it.

    `archived` and `binned` say since when it has been put away, or has been in the bin.
    """

    id: ProjectId
    title: str
    created: datetime
    changed: datetime
    claims: int
    archived: datetime | None = None
    binned: datetime | None = None
    tags: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """An element that a search has found, in some project.

    `kind` is its kind, as in the model. `parts` are words around the match, each with whether it is
    one that was looked for; of a source they may be out of its text.
    """

    project_id: ProjectId
    element_id: ElementId
    kind: str
    parts: Sequence[tuple[str, bool]]


MOST_LINKS: Final = 50
"""Of a claim to others, and of others to it, that are followed: a file of others may hold any."""


class Tie(StrEnum):
    """What ties a claim of another project to one here."""

    LINKED = "linked"  # the claim here names it as the same
    NAMING = "naming"  # it names the claim here as the same
    ALIKE = "alike"  # it says the same, or nearly so


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A claim of another project that is the same as one here, or may be.

    `project` is the title there; None if the library has no such project. `text` is None if that
    has no such claim any more. `likeness` is 1 if the words are the same, else less.
    """

    address: ClaimAddress
    tie: Tie
    project: str | None
    text: str | None
    likeness: float


class Library(Protocol):
    """A place that holds projects. Every method raises StoreError if it fails."""

    @property
    def place(self) -> str: ...

    @property
    def is_read_only(self) -> bool:
        """Whether edits are refused; how a map is looked at is then not kept."""
        ...

    def summaries(self) -> list[ProjectSummary]:
        """All projects but those in the bin, the one changed last first."""
        ...

    def in_bin(self) -> list[ProjectSummary]:
        """The projects in the bin, the one put there last first."""
        ...

    def create(self, argument_map: ArgumentMap) -> ProjectStore:
        """Take in a whole map as a new project, under the id that its project has."""
        ...

    def open(self, project_id: ProjectId) -> ProjectStore:
        """Open a project, wherever it is put."""
        ...

    # What is said of projects, all of those named or none, in one transaction. It is no edit of
    # their maps: it is in no journal and changes no `changed`.

    def archive(self, *project_ids: ProjectId) -> None:
        """Put projects away; those in the bin are put away once they are taken out of it."""
        ...

    def unarchive(self, *project_ids: ProjectId) -> None: ...

    def put_in_bin(self, *project_ids: ProjectId) -> None:
        """Put projects into the bin, from where they can be taken again just as they were."""
        ...

    def take_from_bin(self, *project_ids: ProjectId) -> None: ...

    def keep_tags(self, tags: Mapping[ProjectId, Sequence[str]]) -> None:
        """Give projects these tags in place of those they have."""
        ...

    def delete(self, *project_ids: ProjectId) -> None:
        """Delete projects for good."""
        ...

    def miniature(self, project_id: ProjectId) -> Miniature:
        """The small picture of a project that was kept last; an empty one if there is none."""
        ...

    def keep_miniature(self, project_id: ProjectId, miniature: Miniature) -> None: ...

    def search(self, words: str, *, most: int = 50) -> Sequence[Found]:
        """Look for words, or beginnings of words, in all projects but those in the bin.

        The best matches come first.
        """
        ...

    def elsewhere(
        self, project_id: ProjectId, claim: Claim, *, most: int = 8
    ) -> Sequence[Elsewhere]:
        """Find claims of other projects that are the same as a claim; the project may be elsewhere.

        Those that it names come first, in its order, then those that name it, then the likest: of
        these last so many at most. Each claim comes once. Of links there may be any number;
        no more than the first `MOST_LINKS` of either kind are sure to be found.
        """
        ...

    def check(self, *, seconds: float = 600) -> bool:
        """Look for damage for so long at most; gives whether all of it was looked at.

        Raises DamageError if there is any.
        """
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Sharing:
    """What goes along in a copy that others get, beside the map and the texts that it rests on.

    The history holds what was removed since, and who did what when. Earlier texts of articles go
    with the history in any case, since that names them.
    """

    history: bool = False
    notes: bool = False
    earlier_texts: bool = False


@dataclass(frozen=True, slots=True)
class RescuedProject:
    """What was rescued of a project.

    `lost` elements could not be read, or name something that is lost; `mended` ones lack a part of
    what they were; `remembered` ones were brought back from the history. Of the history all is kept
    or nothing: `is_history_kept`.
    """

    id: ProjectId
    title: str
    claims: int
    elements: int
    lost: int
    mended: int
    remembered: int
    is_history_kept: bool

    @property
    def is_whole(self) -> bool:
        return not (self.lost or self.mended) and self.is_history_kept


@dataclass(frozen=True, slots=True)
class RescueReport:
    """What came of a rescue: `original` is the damaged file as it was, `rescued` the new library.

    `is_all` says whether everything in the file could be read; if not, there may have been more.
    """

    original: Path
    rescued: Path
    projects: Sequence[RescuedProject]
    is_all: bool

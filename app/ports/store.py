"""What the document asks of a store, whatever it is made of."""

from collections.abc import Sequence
from typing import Protocol

from app.model.argument_map import ArgumentMap
from app.model.elements import ProjectId
from app.model.view_state import ViewState
from app.ports.journal import Entry, HistoryLine, NewEntry, News, Position


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

"""The document: the one place where a map changes, and where undo and redo are kept.

An edit goes one way: check it, put it on disk, swap the map, move the history, tell the views. When
the store refuses, nothing has happened.
"""

from collections.abc import Callable, Iterable, Sequence

from app.model.argument_map import ArgumentMap
from app.model.change import Change, combined
from app.model.elements import Claim, ElementId
from app.model.errors import ConflictError, EditError
from app.model.text import shortened
from app.model.view_state import ViewState
from app.ports import THIS, Entry, EntryKind, HistoryLine, NewEntry, Position, ProjectStore

_TAKEN_BACK = "Delete"
_OTHERS = "Changes by others"
_MOST_SHOWN = 60  # characters of a claim in a sentence

Listener = Callable[[Change], None]


class Document:
    """An open project.

    Raises EditError for what cannot be done and StoreError for what cannot be kept; in both cases
    the map, the history and the disk are as they were.
    """

    def __init__(self, store: ProjectStore) -> None:
        self._store = store
        self._listeners: list[Listener] = []
        self._map = store.load()
        self._view_state = store.view_state()
        self._undone_before: list[list[Entry]] = []  # when the last group of edits began
        self._head, self._undo_label, self._undone = self._history_at(store.position())

    # The map and what the person sees of it

    @property
    def map(self) -> ArgumentMap:
        return self._map

    @property
    def place(self) -> str:
        """Where the project is kept, in words."""
        return self._store.place

    @property
    def view_state(self) -> ViewState:
        """How the project is looked at, as it was last kept."""
        return self._view_state

    def keep_view(self, state: ViewState) -> None:
        """Keep how the project is looked at; not an edit, and not undone."""
        if state == self._view_state:
            return
        self._store.keep_view_state(state)
        self._view_state = state

    # Edits

    def do(self, change: Change, *, group: str = "") -> None:
        """Carry out an edit; those with the same `group`, one after the other, undo together.

        If others have changed the project in the meantime, their changes come first. Raises
        ConflictError if they have changed the same elements, or what the edit rests on.
        """
        if not change:
            return
        changed = self._map.apply(change)
        try:
            entry = self._commit(change, group)
        except ConflictError as error:
            changed = self._after_others(change, error)
            entry = self._commit(change, group)
        continues = group and self._head and self._head.group == group
        self._head = entry
        if not continues:
            self._undo_label = change.label
            self._undone_before = self._undone
        self._undone = []
        self._map = changed
        self._publish(change)

    def _commit(self, change: Change, group: str) -> Entry:
        parent = self._head.number if self._head else None
        return self._store.commit(
            NewEntry(EntryKind.DO, change, head=THIS, tip=THIS, parent=parent, group=group)
        )

    def undo(self) -> Change | None:
        """Take back the last edit in force; returns what changed, or None if there is none."""
        group = self._group_ending_at(self._head)
        return self._take_back(group, [*self._undone, group]) if group else None

    def withdraw(self, group: str) -> Change | None:
        """Take back the edits of a group that was the last to begin, as if it had not.

        What could be done again before it can be done again now. If others have gone on meanwhile,
        it goes by an edit on top of what they did. Returns what changed, or None if other edits of
        one's own came after.
        """
        entries = self._group_ending_at(self._head)
        if not entries or entries[0].group != group:
            return None
        try:
            return self._take_back(entries, self._undone_before)
        except ConflictError as error:
            change = _back(entries, label=_TAKEN_BACK)
            try:
                self.do(change)
            except EditError:
                raise ConflictError.of(error) from error
            return change

    def _take_back(self, group: list[Entry], undone: list[list[Entry]]) -> Change:
        """Undo a group, the last entry first; `undone` is what redo can do from then on."""
        change = _back(group, label=group[-1].change.label)
        changed = self._map.apply(change)
        before = self._entry(group[-1].parent)
        label = self._label_at(before)
        head = group[-1].parent
        tip = undone[0][0].number if undone else head
        self._commit_here(NewEntry(EntryKind.UNDO, change, head=head, tip=tip))
        self._head = before
        self._undo_label = label
        self._undone = undone
        self._map = changed
        self._publish(change)
        return change

    def redo(self) -> Change | None:
        """Do again what was last undone; returns what changed, None if there is nothing to redo."""
        if not self._undone:
            return None
        group = self._undone[-1]
        change = combined((e.change for e in reversed(group)), label=group[-1].change.label)
        changed = self._map.apply(change)
        self._commit_here(
            NewEntry(EntryKind.REDO, change, head=group[0].number, tip=self._undone[0][0].number)
        )
        self._undone = self._undone[:-1]
        self._head = group[0]
        self._undo_label = change.label
        self._map = changed
        self._publish(change)
        return change

    # Others

    def catch_up(self) -> Change | None:
        """Take in what others have done to the project; returns what changed, None if nothing.

        Undo and redo then go by what they did last, too: a project has one history.
        """
        news = self._store.news()
        if news is None:
            return None
        change = combined((entry.change for entry in news.entries), label=_OTHERS)
        changed = self._map.apply(change)
        history = self._history_at(news.position)
        self._store.follow(news)
        self._head, self._undo_label, self._undone = history
        self._undone_before = []
        self._map = changed
        if change:
            self._publish(change)
        return change or None

    def _commit_here(self, entry: NewEntry) -> None:
        """Commit what is right only while nobody else has changed the project; else catch up."""
        try:
            self._store.commit(entry)
        except ConflictError:
            self.catch_up()
            raise

    def _after_others(self, change: Change, error: ConflictError) -> ArgumentMap:
        """Catch up, and make the map with the change; raise ConflictError if that cannot be."""
        theirs = self.catch_up()
        both = change.touched & theirs.touched if theirs else frozenset()
        if both:
            raise _conflict(change, both, self._map) from error
        try:
            return self._map.apply(change)
        except EditError:
            raise ConflictError.of(error) from error

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty if there is nothing."""
        return self._undo_label

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty if there is nothing."""
        return self._undone[-1][-1].change.label if self._undone else ""

    # Listening

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each change, when all is done; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _publish(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)

    # History

    def history(self, *, before: int | None = None, most: int = 100) -> Sequence[HistoryLine]:
        """What was done, the newest first; `before` a number to read on from there."""
        return self._store.history(before=before, most=most)

    @property
    def last_in_force(self) -> int | None:
        """The entry of the history that holds the last edit in force; None at the beginning."""
        return self._head.number if self._head else None

    def map_at(self, number: int) -> ArgumentMap:
        """The map as it was after an entry of the history; 0 stands for the beginning.

        It costs what was done since. Raises ConflictError if others have gone on: catch up first.
        """
        entries = self._store.entries_after(number)
        back = _back(entries[::-1], label="")
        try:
            return self._map.apply(back)
        except EditError as error:
            raise ConflictError.of(error) from error

    def trim(self, upto: int) -> int:
        """Forget the history up to an entry for good; gives how many entries that were."""
        removed = self._store.trim(upto)
        self._undone_before = []
        self._head, self._undo_label, self._undone = self._history_at(self._store.position())
        return removed

    def _history_at(self, position: Position) -> tuple[Entry | None, str, list[list[Entry]]]:
        """The last edit in force, what undo would take back, and what redo can do."""
        head = self._entry(position.head)
        undone = self._undone_between(position.head, position.tip)
        return head, self._label_at(head), undone

    def _entry(self, number: int | None) -> Entry | None:
        return None if number is None else self._store.entry(number)

    def _label_at(self, head: Entry | None) -> str:
        """What undo would take back at an entry: its group goes by the edit that began it."""
        group = self._group_ending_at(head)
        return group[-1].change.label if group else ""

    def _group_ending_at(self, entry: Entry | None) -> list[Entry]:
        """The entries that undo takes back together, the last one first."""
        group: list[Entry] = []
        while entry and (not group or (entry.group and entry.group == group[0].group)):
            group.append(entry)
            entry = self._entry(entry.parent)
        return group

    def _undone_between(self, head: int | None, tip: int | None) -> list[list[Entry]]:
        """Read back the edits after `head` up to `tip`, in the groups that redo goes by."""
        undone: list[list[Entry]] = []
        number = tip
        while number is not None and number != head:
            entry = self._store.entry(number)
            last = undone[-1] if undone else None
            if last and entry.group and entry.group == last[0].group:
                last.append(entry)
            else:
                undone.append([entry])
            number = entry.parent
        return undone


def _back(entries: Iterable[Entry], *, label: str) -> Change:
    """The change that takes entries back, the last one first."""
    return combined((entry.change.inverted() for entry in entries), label=label)


def _conflict(change: Change, both: frozenset[ElementId], now: ArgumentMap) -> ConflictError:
    """Say what both have changed, in a map that has the changes of others."""
    claims = (e for key in sorted(both) if isinstance(e := change.before.get(key), Claim))
    if claim := next(claims, None):
        changed = (
            "“{claim}” has been changed by another window or program in the meantime;"
            " look at it, and try again."
        )
        deleted = "“{claim}” has been deleted by another window or program in the meantime."
        words = shortened(claim.text, _MOST_SHOWN)
        return ConflictError(changed if claim.id in now else deleted, touched=both, claim=words)
    return ConflictError(
        "What this edit changes has been changed by another window or program in the meantime;"
        " look at it, and try again.",
        touched=both,
    )

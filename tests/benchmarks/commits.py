"""The commits that the program makes, written down, and made once more by SQLite alone."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple, Self
from unittest.mock import patch

from typing_extensions import override

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId
from app.ports import THIS, EntryKind, NewEntry, ProjectStore
from storage.copying import copy_library
from storage.driver import PRAGMAS
from storage.library import open_library
from tests.benchmarks.figures import MILLISECONDS, TIMES, Measure, once
from tests.benchmarks.limits import COMMIT
from tests.benchmarks.maps import made_map

_RUNS = 50


class Statement(NamedTuple):
    """What was handed to SQLite's driver."""

    text: str
    values: Sequence[object]
    is_many: bool


Transaction = list[Statement]


class Recorder:
    """Writes down each transaction that writes, on connections that are made until it is closed."""

    def __init__(self) -> None:
        self._done: list[Transaction] = []
        connect = partial(sqlite3.connect, factory=partial(_Noting, note=self._done.append))
        self._patch = patch("sqlite3.connect", connect)
        self._patch.start()

    def take(self) -> list[Transaction]:
        """What has been committed since the last time."""
        done = list(self._done)
        self._done.clear()
        return done

    def close(self) -> None:
        """Take no more connections; what goes over the others is still written down."""
        self._patch.stop()


class _Noting(sqlite3.Connection):
    """Notes what is committed."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  as the driver has it
        note: Callable[[Transaction], None],
        **more: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **more)
        self.open: Transaction = []
        self._note = note

    @override
    def cursor(self, *_factory: Any) -> sqlite3.Cursor:  # type: ignore[override]
        return _NotingCursor(self)

    @override
    def commit(self) -> None:
        super().commit()
        if self.open:
            self._note(self.open)
        self.open = []

    @override
    def rollback(self) -> None:
        super().rollback()
        self.open = []


class _NotingCursor(sqlite3.Cursor):
    @override
    def execute(self, text: str, values: Any = (), /) -> Self:
        self._note(text, values, is_many=False)
        return super().execute(text, values)

    @override
    def executemany(self, text: str, values: Any, /) -> Self:
        self._note(text, values, is_many=True)
        return super().executemany(text, values)

    def _note(self, text: str, values: Sequence[object], *, is_many: bool) -> None:
        connection = self.connection
        if isinstance(connection, _Noting) and text.startswith(("INSERT", "UPDATE", "DELETE")):
            connection.open.append(Statement(text, values, is_many))


class Replay:
    """Makes commits once more, in a copy of a library, by SQLite alone; as safe on disk as ours."""

    def __init__(self, library: Path, copy: Path) -> None:
        with closing(sqlite3.connect(library)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        self._connection = sqlite3.connect(copy, isolation_level=None, factory=sqlite3.Connection)
        self._connection.execute("PRAGMA journal_mode = WAL")
        for name, value in PRAGMAS.items():
            self._connection.execute(f"PRAGMA {name} = {value}")

    def timed(self, transactions: list[Transaction]) -> float:
        return once(lambda: self._make(transactions))

    def close(self) -> None:
        self._connection.close()

    def _make(self, transactions: list[Transaction]) -> None:
        run = self._connection
        for transaction in transactions:
            run.execute("BEGIN IMMEDIATE")
            for text, values, is_many in transaction:
                if is_many:
                    run.executemany(text, values)  # type: ignore[arg-type]  # as the driver had it
                else:
                    run.execute(text, values).fetchall()
            run.execute("COMMIT")


class _Edit(NamedTuple):
    """An edit, how it is made of the map, and what was handed to the driver for it."""

    make: Callable[[ArgumentMap], Change]
    change: Change
    written: list[Transaction]


class Committing:
    """Commits of single edits, without a window, each made once more by SQLite alone.

    A first library tells what is handed to the driver. In two copies of it the same edits are then
    committed by us and by SQLite alone, in turn; before each commit the edit and the map with it
    are made, so that neither finds processor and disk warmer than the other does.
    """

    def __init__(self, claims: int, folder: Path) -> None:
        self._claims = claims
        self._folder = folder

    def measures(self) -> Iterator[Measure]:
        for name, part, unit in (
            (COMMIT, 0, MILLISECONDS),
            (f"{COMMIT}, by SQLite alone", 1, MILLISECONDS),
            (f"{COMMIT}, as many times as long", 2, TIMES),
        ):
            yield Measure(name, self._claims, partial(self._part, part), unit)

    def _part(self, part: int) -> list[float]:
        return self._told[part]

    @cached_property
    def _told(self) -> tuple[list[float], list[float], list[float]]:
        first, second, bare = (self._folder / f"commits{self._claims}.{n}" for n in range(3))
        its_map = made_map(self._claims)
        with closing(open_library(first)) as library:
            library.create(its_map)
        copy_library(first, second)
        replay = Replay(first, bare)
        ours, theirs = [], []
        told = self._recorded(first, its_map)
        with closing(open_library(second)) as library:
            store = library.open(its_map.project.id)
            for edit in told:
                its_map.apply(edit.make(its_map))
                ours.append(once(partial(_commit, store, edit.change)))
                its_map.apply(edit.make(its_map))
                theirs.append(replay.timed(edit.written))
                its_map = its_map.apply(edit.change)
        replay.close()
        return ours, theirs, [one / other for one, other in zip(ours, theirs, strict=True)]

    def _recorded(self, path: Path, its_map: ArgumentMap) -> list[_Edit]:
        recorder = Recorder()
        told = []
        with closing(open_library(path)) as library:
            store = library.open(its_map.project.id)
            for make in self._edits():
                change = make(its_map)
                recorder.take()
                _commit(store, change)
                told.append(_Edit(make, change, recorder.take()))
                its_map = its_map.apply(change)
        recorder.close()
        return told

    def _edits(self) -> Iterator[Callable[[ArgumentMap], Change]]:
        """What one does most: add a reason, write words, mark a claim, and delete one."""
        for run in range(_RUNS):
            claim = ClaimId(f"c{run * self._claims // 2 // _RUNS}")
            yield partial(edits.add_reason, target=claim, text="")
            yield partial(edits.set_text, claim=claim, text="What is made of wood burns.")
            yield partial(edits.set_tags, claim=claim, tags=["look again"])
            yield partial(edits.remove, element=ClaimId(f"c{self._claims - 1 - run}"))


def _commit(store: ProjectStore, change: Change) -> None:
    store.commit(NewEntry(EntryKind.DO, change, THIS, THIS, store.position().head))

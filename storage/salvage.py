"""Rows out of a damaged library, as many as lie in the file; the file itself is left as it is.

The rows of a table are found from its root. If pages are missing on the way there, all pages are
gone through for rows that look like those of a table; what was deleted long ago is not among them.
"""

import shutil
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from app.model.elements import Polarity, SpeakerKind, Stance
from app.ports import EntryKind
from storage.pages import BadPage, Pages, Record, Value
from storage.tables import Row

Found = Mapping[str, Value]
"""A row by the names of its columns; those that it does not have are left out."""

_NAMES: Final = {
    table.name: [column.name for column in table.columns] for table in Row.metadata.tables.values()
}
_SCHEMA = "sqlite_master"
_HASH_LENGTH = 64


class Salvage:
    """What could be read of each table of a library, and whether that was all."""

    def __init__(self, path: Path) -> None:
        """Read a file. Raises OSError if that cannot be."""
        self._pages = Pages(_content(path))
        self._found: dict[str, list[Found]] = defaultdict(list)
        self._seen: set[int] = set()
        self.broken: set[str] = set()
        """The tables with pages or rows that cannot be read."""

        roots = self._roots()
        for name in _NAMES:
            if name in roots:
                self._read_table(name, roots[name])
            else:
                self.broken.add(name)
        if self.broken:
            self._read_loose()

    def rows(self, name: str) -> Sequence[Found]:
        """The rows of a table, those that were found at their place first."""
        return self._found[name]

    def _roots(self) -> dict[str, int]:
        roots: dict[str, int] = {}
        pages = self._leaves(_SCHEMA, 1)
        if _SCHEMA in self.broken:
            pages += [
                page for page in self._pages.loose_leaves(self._seen) if self._is_schema(page)
            ]
        for page in pages:
            self._seen.add(page)
            for record in filter(None, self._pages.records(page)):
                match record[1]:
                    case ["table", str(name), _, int(root), *_]:
                        roots.setdefault(name, root)
                    case _:
                        pass
        return roots

    def _is_schema(self, page: int) -> bool:
        records = filter(None, self._pages.records(page))
        return any(_matches(_SCHEMA, record[1]) for record in records)

    def _leaves(self, name: str, root: int) -> list[int]:
        pages: list[int] = []
        try:
            for page in self._pages.leaves(root, self._seen):
                pages.append(page)  # noqa: PERF402  those before a bad one count, too
        except BadPage:
            self.broken.add(name)
        return pages

    def _read_table(self, name: str, root: int) -> None:
        gaps = self._pages.gaps
        for page in self._leaves(name, root):
            for record in self._pages.records(page):
                if record is None:
                    self.broken.add(name)
                else:
                    self._found[name].append(_named(name, record))
        if self._pages.gaps > gaps:
            self.broken.add(name)

    def _read_loose(self) -> None:
        for page in list(self._pages.loose_leaves(self._seen)):
            for record in filter(None, self._pages.records(page)):
                for name in _NAMES:
                    if _matches(name, record[1]):
                        self._found[name].append(_named(name, record))


def _content(path: Path) -> bytes:
    """The file, with what SQLite keeps beside it put in where that can still be done."""
    with tempfile.TemporaryDirectory(prefix="rejoinder-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(path, copy)
        beside = [e for e in ("-wal", "-journal") if path.with_name(path.name + e).is_file()]
        for ending in beside:
            shutil.copyfile(path.with_name(path.name + ending), copy.with_name(f"copy{ending}"))
        if beside:
            with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                connection.execute("SELECT 1 FROM sqlite_master").fetchall()
        return copy.read_bytes()


def _named(name: str, record: Record) -> Found:
    number, values = record
    found = dict(zip(_NAMES[name], values, strict=False))
    if name == "journal":
        found["number"] = number  # SQLite keeps such a key in place of the row's own number
    return found


def _text_at(*places: int) -> Callable[[Sequence[Value]], bool]:
    return lambda values: all(isinstance(values[place], str) for place in places)


def _one_of(place: int, words: Iterable[str]) -> Callable[[Sequence[Value]], bool]:
    allowed = frozenset(words)
    return lambda values: values[place] in allowed


def _begins(place: int, start: str) -> Callable[[Sequence[Value]], bool]:
    return lambda values: str(values[place]).startswith(start)


def _is_hash(place: int) -> Callable[[Sequence[Value]], bool]:
    return lambda values: isinstance(values[place], str) and len(str(values[place])) == _HASH_LENGTH


_SIGNS: Final[Mapping[str, tuple[int, list[Callable[[Sequence[Value]], bool]]]]] = {
    _SCHEMA: (5, [_one_of(0, ["table", "index"]), _text_at(1, 2)]),
    "project": (7, [_text_at(0, 1, 2, 3), _begins(2, "2"), _begins(3, "2")]),
    "claim": (7, [_text_at(0, 1, 2, 3, 4, 5), _begins(5, "[")]),
    "inference": (7, [_text_at(0, 1, 4, 5, 6), _one_of(4, Polarity)]),
    "premise": (4, [_text_at(0, 1, 3), lambda values: isinstance(values[2], int)]),
    "locution_speaker": (4, [_text_at(0, 1, 3), lambda values: isinstance(values[2], int)]),
    "text": (3, [_text_at(0, 1, 2), _is_hash(1)]),
    "source": (9, [_text_at(0, 1, 2, 3, 4, 6, 7, 8), _is_hash(8)]),
    "speaker": (6, [_text_at(0, 1, 2, 3, 4, 5), _one_of(3, SpeakerKind), _begins(4, "[")]),
    "locution": (11, [_text_at(0, 1, 2, 3, 4), _one_of(3, Stance)]),
    "journal": (9, [_text_at(1, 3, 4, 5, 6, 7, 8), _one_of(3, EntryKind)]),
}
"""By what a row is known if its table is not: the least number of columns, and what is in them.

Those of premises and of chains of speakers look the same, and count as both: the one they belong to
is told by what they name.
"""


def _matches(name: str, values: Sequence[Value]) -> bool:
    least, signs = _SIGNS.get(name, (0, []))
    return bool(signs) and len(values) >= least and all(sign(values) for sign in signs)

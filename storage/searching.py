"""Search over all projects of a file, by SQLite's own FTS5.

Each table with words has an index beside it, which is kept up in the transaction that changes the
words, by statements of ours: files come by mail, and triggers in them shall have no power. The
indexes hold no words themselves and can be made anew at any time; so they are no part of a
library's version, and a migration goes without them. Accents and capitals make no difference.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection

from app.model.change import Change
from app.model.elements import (
    AnyElement,
    Claim,
    Locution,
    ProjectId,
    Source,
    Speaker,
)
from app.ports import Found
from storage.rows import text_hash

_BEGIN, _END = "\x02", "\x03"  # no text of a map has these in it
_WORDS_SHOWN = 16
_MOST_WORDS = 12  # of what is looked for
_WORD = re.compile(r"\w+")
_BINNED = "SELECT id FROM project WHERE binned IS NOT NULL"


class _Index(NamedTuple):
    """The index of a table: its columns, by what a row is known, and of what kind it tells."""

    table: str
    kind: str
    columns: tuple[str, ...]
    key: str = "id"
    select: str = "t.id"
    join: str = ""

    @property
    def name(self) -> str:
        return f"search_{self.table}"

    def made(self) -> Iterator[str]:
        """The statements that make the index, and fill it."""
        yield (
            f"CREATE VIRTUAL TABLE {self.name} USING fts5({', '.join(self.columns)},"
            f" content='{self.table}', tokenize=\"unicode61 remove_diacritics 2\")"
        )
        yield f"INSERT INTO {self.name} ({self.name}) VALUES ('rebuild')"  # noqa: S608  all ours

    def learn(self) -> str:
        """The statement that takes in the words of a row, unless they are there."""
        names = ", ".join(self.columns)
        return (
            f"INSERT INTO {self.name} (rowid, {names}) SELECT rowid, {names} FROM {self.table}"  # noqa: S608  as above
            f" WHERE project_id = ? AND {self.key} = ?"
            f" AND rowid NOT IN (SELECT id FROM {self.name}_docsize)"
        )

    def forget(self, *, every: bool = False) -> str:
        """The statement that drops the words of a row, or of all rows of a project."""
        names = ", ".join(self.columns)
        which = "" if every else f" AND {self.key} = ?"
        return (
            f"INSERT INTO {self.name} ({self.name}, rowid, {names})"  # noqa: S608  as above
            f" SELECT 'delete', rowid, {names} FROM {self.table} WHERE project_id = ?{which}"
            f" AND rowid IN (SELECT id FROM {self.name}_docsize)"
        )

    def found(self) -> str:
        """The statement that finds rows by rank."""
        return (
            f"SELECT f.rank, t.project_id, {self.select}, f.words FROM"  # noqa: S608  as above
            f" (SELECT rowid AS place, rank, snippet({self.name}, -1, ?, ?, '…', {_WORDS_SHOWN})"
            f" AS words FROM {self.name} WHERE {self.name} MATCH ?"
            f" AND rowid NOT IN (SELECT rowid FROM {self.table} WHERE project_id IN ({_BINNED}))"
            " ORDER BY rank LIMIT ?) AS f"
            f" JOIN {self.table} AS t ON t.rowid = f.place {self.join}"
        )


_TEXT: Final = _Index(
    "text",
    "source",
    ("text",),
    key="hash",
    select="s.id",
    join="JOIN source AS s ON s.project_id = t.project_id AND s.text_hash = t.hash",
)
_BY_KIND: Final[Mapping[type[AnyElement], _Index]] = {
    Claim: _Index("claim", "claim", ("text", "note")),
    Speaker: _Index("speaker", "speaker", ("name", "aliases", "affiliation")),
    Source: _Index("source", "source", ("title", "author", "outlet")),
    Locution: _Index("locution", "locution", ("exact",)),
}
_INDEXES: Final = (*_BY_KIND.values(), _TEXT)
_LEARN: Final = {type_: index.learn() for type_, index in _BY_KIND.items()}
_FORGET: Final = {type_: index.forget() for type_, index in _BY_KIND.items()}
_LINKS: Final = "search_links"  # the claims that name others, which are few


def is_indexed(connection: Connection) -> bool:
    """Whether all indexes are there."""
    statement = "SELECT name FROM sqlite_master WHERE name LIKE 'search_%'"
    names = set(connection.exec_driver_sql(statement).scalars())
    return names >= {_LINKS, *(index.name for index in _INDEXES)}


def make_indexes(connection: Connection) -> None:
    """Make the indexes anew."""
    drop_indexes(connection)
    for index in _INDEXES:
        for statement in index.made():
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        f"CREATE INDEX {_LINKS} ON claim (project_id, id) WHERE same_as <> '[]'"
    )


def drop_indexes(connection: Connection) -> None:
    """Take the indexes away."""
    for index in _INDEXES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {index.name}")
    connection.exec_driver_sql(f"DROP INDEX IF EXISTS {_LINKS}")


def forget_changed(connection: Connection, project_id: ProjectId, change: Change) -> None:
    """Drop the words that a change is about to take away."""
    cursor = connection.connection.cursor()
    for key, element in change.before.items():
        if _differs(element, change.after.get(key)):
            cursor.execute(_FORGET[type(element)], (project_id, key))
    cursor.close()


def learn_changed(connection: Connection, project_id: ProjectId, change: Change) -> None:
    """Take in the words that a change has written."""
    cursor = connection.connection.cursor()
    for key, element in change.after.items():
        if _differs(element, change.before.get(key)):
            cursor.execute(_LEARN[type(element)], (project_id, key))
        if isinstance(element, Source):
            cursor.execute(_TEXT.learn(), (project_id, text_hash(element.text)))
    cursor.close()


def forget_project(connection: Connection, project_id: ProjectId) -> None:
    """Drop the words of a whole project, before its rows go."""
    for index in _INDEXES:
        connection.exec_driver_sql(index.forget(every=True), (project_id,))


def forget_texts(connection: Connection, project_id: ProjectId, hashes: Collection[str]) -> None:
    """Drop the words of texts, before their rows go."""
    for hash_ in hashes:
        connection.exec_driver_sql(_TEXT.forget(), (project_id, hash_))


def search(connection: Connection, words: str, *, most: int) -> Sequence[Found]:
    """Find the best matches for words, or beginnings of words, the best first; none in the bin.

    A single letter is no beginning: too many words would match.
    """
    wanted = _WORD.findall(words)[:_MOST_WORDS]
    query = " ".join(f'"{word}"' + ("*" if len(word) > 1 else "") for word in wanted)
    if not query:
        return []
    found: list[tuple[float, Found]] = []
    for index in _INDEXES:
        rows = connection.exec_driver_sql(index.found(), (_BEGIN, _END, query, most))
        for rank, project_id, element_id, shown in rows:
            text = _as_names(str(shown)) if index.kind == "speaker" else str(shown)
            parts = tuple(_parts(text))
            found.append((rank, Found(project_id, element_id, index.kind, parts)))
    found.sort(key=lambda pair: pair[0])
    return [match for _, match in found[:most]]


def _differs(element: AnyElement, other: AnyElement | None) -> bool:
    """Whether an element has words, and others than the one that stood or stands in its place."""
    return type(element) in _BY_KIND and (other is None or _words_of(element) != _words_of(other))


def _words_of(element: AnyElement) -> tuple[object, ...]:
    match element:
        case Claim():
            return element.text, element.note
        case Speaker():
            return element.name, element.aliases, element.affiliation
        case Source():
            return element.title, element.author, element.outlet
        case Locution():
            return (element.anchor and element.anchor.exact,)
        case _:
            return ()


def _as_names(shown: str) -> str:
    """Words of a speaker's row, without the signs by which other names are a list in JSON."""
    if shown.startswith('["') and shown.endswith('"]'):
        return shown[2:-2].replace('","', ", ")
    return shown


def _parts(shown: str) -> Iterator[tuple[str, bool]]:
    """The words around a match, each part with whether it is one that was looked for."""
    for piece in shown.split(_BEGIN):
        match, end, rest = piece.rpartition(_END)
        if end:
            yield match, True
        if rest:
            yield rest, False

"""The journal of a project: every change of it as JSON, in the order in which they were made.

The text of a source is not written into the journal but named by its hash, as in the table of
sources; so a new title for a long article is a short entry.
"""

import getpass
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import BaseModel
from sqlalchemy import Connection, Row, bindparam, delete, exists, func, insert, select, update

from app.edits.values import changed
from app.model.change import Change
from app.model.elements import AnyElement, ProjectId, Source
from app.model.text import shortened
from app.ports import Entry, EntryKind, HistoryLine, NewEntry
from storage.columns import as_json
from storage.errors import DriftError
from storage.rows import SOURCE, TEXT, as_number, as_text, of_project, text_hash
from storage.statements import Statement
from storage.tables import JournalRow, table_of

JOURNAL: Final = table_of(JournalRow)
_LONGEST_LABEL: Final = 200
_AT_ONCE: Final = 500  # entries in memory

_INSERT = Statement(insert(JOURNAL).returning(JOURNAL.c.number))
_ENTRIES = select(
    JOURNAL.c.number,
    JOURNAL.c.parent,
    JOURNAL.c.kind,
    JOURNAL.c.grp,
    JOURNAL.c.label,
    JOURNAL.c.at,
    JOURNAL.c.change,
).where(of_project(JOURNAL))
_SELECT = _ENTRIES.where(JOURNAL.c.number == bindparam("number"))
_SELECT_AFTER = _ENTRIES.where(JOURNAL.c.number > bindparam("number")).order_by(JOURNAL.c.number)
_SELECT_ENDS = select(
    select(func.min(JOURNAL.c.number)).where(of_project(JOURNAL)).scalar_subquery().label("oldest"),
    select(func.max(JOURNAL.c.number)).where(of_project(JOURNAL)).scalar_subquery().label("newest"),
)
_SELECT_SIGNED = _ENTRIES.add_columns(JOURNAL.c.author).order_by(JOURNAL.c.number)
_SELECT_TEXTS = select(TEXT.c.hash, TEXT.c.text).where(
    of_project(TEXT), TEXT.c.hash.in_(bindparam("hashes", expanding=True))
)

_LINES = (
    select(
        JOURNAL.c.number,
        JOURNAL.c.kind,
        JOURNAL.c.label,
        JOURNAL.c.author,
        JOURNAL.c.at,
        JOURNAL.c.parent,
    )
    .where(of_project(JOURNAL))
    .order_by(JOURNAL.c.number.desc())
)
_REMOVE = delete(JOURNAL).where(of_project(JOURNAL), JOURNAL.c.number <= bindparam("upto"))
_MAKE_FIRST = (
    update(JOURNAL)
    .where(of_project(JOURNAL), JOURNAL.c.parent <= bindparam("upto"))
    .values(parent=None)
)
_UNNAMED_TEXTS = select(TEXT.c.hash).where(
    of_project(TEXT),
    ~exists().where(SOURCE.c.project_id == TEXT.c.project_id, SOURCE.c.text_hash == TEXT.c.hash),
    ~exists().where(
        JOURNAL.c.project_id == TEXT.c.project_id, JOURNAL.c.change.contains(TEXT.c.hash)
    ),
)


class _Written(BaseModel):
    """A change as it is written down; a source's text is its hash."""

    before: list[AnyElement]
    after: list[AnyElement]


def append(
    connection: Connection, project_id: ProjectId, new: NewEntry, *, at: datetime, author: str
) -> Entry:
    """Add an entry to a project's journal, under the next number of the library."""
    written = {
        "before": _without_texts(new.change.before.values()),
        "after": _without_texts(new.change.after.values()),
    }
    values = {
        "project_id": project_id,
        "parent": new.parent,
        "kind": new.kind.value,
        "grp": new.group,
        "label": new.change.label,
        "at": at,
        "author": author,
        "change": as_json(written),
    }
    number = as_number(_INSERT.value(connection, values))
    return Entry(number, new.parent, new.kind, new.group, at, new.change)


def read_change(written: str, label: str, texts: Mapping[str, str]) -> Change:
    """Read a change as it is written. Raises ValueError, or DriftError if a text is missing."""
    change = _Written.model_validate_json(written)
    if not texts.keys() >= _hashes([*change.before, *change.after]):
        raise DriftError
    return _change(change, label, texts)


def _change(written: _Written, label: str, texts: Mapping[str, str]) -> Change:
    return Change(
        shortened(label, _LONGEST_LABEL),
        {element.id: element for element in _with_texts(written.before, texts)},
        {element.id: element for element in _with_texts(written.after, texts)},
    )


def entry(connection: Connection, project_id: ProjectId, number: int) -> Entry:
    """Read an entry of a project's journal.

    Raises DriftError if it is not there or does not come after its parent, so that following
    parents always comes to an end; and ValueError if it makes no change.
    """
    row = connection.execute(_SELECT, {"project": project_id, "number": number}).first()
    if row is None:
        raise DriftError
    return _entry(connection, project_id, row)


def entries_after(connection: Connection, project_id: ProjectId, number: int) -> list[Entry]:
    """Read what was added to a project's journal after an entry. Raises as `entry` does."""
    rows = connection.execute(_SELECT_AFTER, {"project": project_id, "number": number}).all()
    return [_entry(connection, project_id, row) for row in rows]


def signed_entries(connection: Connection, project_id: ProjectId) -> Iterator[tuple[Entry, str]]:
    """Read a project's journal from its beginning, each entry with its author, not all at once.

    Raises as `entry` does.
    """
    rows = connection.execute(
        _SELECT_SIGNED, {"project": project_id}, execution_options={"yield_per": _AT_ONCE}
    )
    for row in rows:
        author = shortened(as_text(row.author), _LONGEST_LABEL)
        yield _entry(connection, project_id, row), author


def lines(
    connection: Connection, project_id: ProjectId, *, before: int | None, most: int
) -> list[HistoryLine]:
    """Read what a person is told of the newest entries, or of those before a number."""
    narrowed = _LINES if before is None else _LINES.where(JOURNAL.c.number < before)
    rows = connection.execute(narrowed.limit(most), {"project": project_id}).all()
    return [
        HistoryLine(
            as_number(row.number),
            EntryKind(row.kind),
            shortened(as_text(row.label), _LONGEST_LABEL),
            shortened(as_text(row.author), _LONGEST_LABEL),
            row.at,
            None if row.parent is None else as_number(row.parent),
        )
        for row in rows
    ]


def trim(connection: Connection, project_id: ProjectId, upto: int) -> int:
    """Take away the entries up to a number; gives how many."""
    parameters = {"project": project_id, "upto": upto}
    removed = connection.execute(_REMOVE, parameters).rowcount
    connection.execute(_MAKE_FIRST, parameters)
    return removed


def unnamed_texts(connection: Connection, project_id: ProjectId) -> Sequence[str]:
    """The hashes of texts that neither a source nor an entry names."""
    return connection.scalars(_UNNAMED_TEXTS, {"project": project_id}).all()


def ends(connection: Connection, project_id: ProjectId) -> tuple[int, int]:
    """The numbers of the oldest and of the newest entry of a project's journal; 0 without any."""
    row = connection.execute(_SELECT_ENDS, {"project": project_id}).one()
    return as_number(row.oldest or 0), as_number(row.newest or 0)


def _entry(connection: Connection, project_id: ProjectId, row: Row[*tuple[Any, ...]]) -> Entry:
    number = as_number(row.number)
    parent = None if row.parent is None else as_number(row.parent)
    if parent is not None and parent >= number:
        raise DriftError
    written = _Written.model_validate_json(as_text(row.change))
    texts = _texts(connection, project_id, [*written.before, *written.after])
    change = _change(written, as_text(row.label), texts)
    return Entry(number, parent, EntryKind(row.kind), as_text(row.grp), row.at, change)


def copy(
    connection: Connection, project_id: ProjectId, rows: Iterable[Mapping[str, object]]
) -> None:
    """Add entries as they stand in another library, under the numbers that they have there.

    Raises ValueError for a row that is no entry.
    """
    names = [column.name for column in JOURNAL.columns]
    entries: list[dict[str, object]] = []
    for row in rows:
        EntryKind(as_text(row.get("kind")))
        for name in ("grp", "label", "author"):
            as_text(row.get(name))
        at = datetime.fromisoformat(as_text(row.get("at"))).replace(tzinfo=UTC)
        entries.append(
            {**{name: row.get(name) for name in names}, "project_id": project_id, "at": at}
        )
    if entries:
        connection.execute(insert(JOURNAL), entries)


def author() -> str:
    """The name under which the person works on this machine; empty if the machine knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # 3.13 raises OSError alone
        return ""


def _without_texts(elements: Iterable[AnyElement]) -> list[AnyElement]:
    return [changed(e, text=text_hash(e.text)) if isinstance(e, Source) else e for e in elements]


def _hashes(elements: Iterable[AnyElement]) -> set[str]:
    return {element.text for element in elements if isinstance(element, Source)}


def _texts(
    connection: Connection, project_id: ProjectId, elements: Iterable[AnyElement]
) -> dict[str, str]:
    hashes = _hashes(elements)
    if not hashes:
        return {}
    found = connection.execute(_SELECT_TEXTS, {"project": project_id, "hashes": sorted(hashes)})
    texts = {row.hash: row.text for row in found}
    if texts.keys() != hashes:
        raise DriftError
    return texts


def _with_texts(elements: Iterable[AnyElement], texts: Mapping[str, str]) -> list[AnyElement]:
    return [changed(e, text=texts[e.text]) if isinstance(e, Source) else e for e in elements]

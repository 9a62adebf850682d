"""A change as statements: only the rows of what it touches are inserted, updated or deleted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import (
    Connection,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from app.model.change import Change
from app.model.elements import (
    Claim,
    ElementId,
    Inference,
    Locution,
    ProjectId,
    Source,
    Speaker,
    TargetId,
)
from storage.errors import DriftError
from storage.rows import (
    CLAIM,
    INFERENCE,
    LOCUTION,
    LOCUTION_SPEAKER,
    PREMISE,
    SOURCE,
    SPEAKER,
    TEXT,
    Part,
    Values,
    listed,
    of_project,
    text_hash,
    values_of,
)
from storage.statements import Statement


@dataclass(frozen=True)
class _List:
    """The table for what elements of a kind list in order."""

    insert: Statement
    delete: Statement
    owner: str
    entry: str

    @classmethod
    def at(cls, table: Table, owner: str, entry: str) -> "_List":
        gone = delete(table).where(of_project(table), table.c[owner] == bindparam("element"))
        return cls(Statement(insert(table)), Statement(gone), owner, entry)

    def rows(self, project_id: ProjectId, element: Part) -> Iterator[Values]:
        for position, entry in enumerate(listed(element)):
            values = {self.owner: element.id, "position": position, self.entry: entry}
            yield {"project_id": project_id, **values}


@dataclass(frozen=True)
class _Kind:
    """The table for the elements of a kind, and the statements that change it."""

    insert: Statement
    update: Statement
    delete: Statement
    list: _List | None = None

    @classmethod
    def at(cls, table: Table, list_: _List | None = None) -> "_Kind":
        this = (of_project(table), table.c.id == bindparam("element"))
        return cls(
            Statement(insert(table)),
            Statement(update(table).where(*this)),
            Statement(delete(table).where(*this)),
            list_,
        )


_KINDS: Final[Mapping[type[Part], _Kind]] = {
    Claim: _Kind.at(CLAIM),
    Speaker: _Kind.at(SPEAKER),
    Source: _Kind.at(SOURCE),
    Inference: _Kind.at(INFERENCE, _List.at(PREMISE, "inference", "claim")),
    Locution: _Kind.at(LOCUTION, _List.at(LOCUTION_SPEAKER, "locution", "speaker")),
}
_MOST_AT_ONCE = 500  # values in one condition; databases allow some thousands
_IS_INFERENCE = Statement(
    select(INFERENCE.c.id).where(of_project(INFERENCE), INFERENCE.c.id == bindparam("target"))
)
_WHICH_INFERENCES = select(INFERENCE.c.id).where(
    of_project(INFERENCE), INFERENCE.c.id.in_(bindparam("targets", expanding=True))
)
_WHICH_TEXTS = select(TEXT.c.hash).where(
    of_project(TEXT), TEXT.c.hash.in_(bindparam("hashes", expanding=True))
)
_ADD_TEXTS = insert(TEXT)
_DROP_TEXT = delete(TEXT).where(of_project(TEXT), TEXT.c.hash == bindparam("hash"))


def write(connection: Connection, project_id: ProjectId, change: Change) -> None:
    """Write what a change does to everything but the project's own row.

    Raises DriftError, midway, if rows that should be there are not.
    """
    keep_texts(connection, project_id, change)
    writer = _Writer(connection, project_id, change)
    for type_, kind in _KINDS.items():
        before = {key: e for key, e in change.before.items() if isinstance(e, type_)}
        after = {key: e for key, e in change.after.items() if isinstance(e, type_)}
        writer.remove(kind, before.keys() - after.keys())
        writer.alter(kind, before, [e for key, e in after.items() if key in before])
        writer.add(kind, [e for key, e in after.items() if key not in before])


class _Writer:
    """Runs the statements of one change."""

    def __init__(self, connection: Connection, project_id: ProjectId, change: Change) -> None:
        self._connection = connection
        self._project_id = project_id
        self._inferences = _inferences_aimed_at(connection, project_id, change)

    def remove(self, kind: _Kind, elements: Iterable[ElementId]) -> None:
        """Remove elements; what they list goes with them by itself."""
        self._run_exactly(kind.delete, [self._this(key) for key in elements])

    def add(self, kind: _Kind, elements: Iterable[Part]) -> None:
        """Insert new elements with what they list."""
        project = {"project_id": self._project_id}
        rows = [{**project, "id": e.id, **self._values(e)} for e in elements]
        self._run(kind.insert, rows)
        self._add_lists(kind, elements)

    def alter(self, kind: _Kind, before: Mapping[ElementId, Part], after: Iterable[Part]) -> None:
        """Update elements, and what they list if that has changed."""
        self._run_exactly(
            kind.update, [self._values(element) | self._this(element.id) for element in after]
        )
        if kind.list:
            changed = [
                element for element in after if listed(element) != listed(before[element.id])
            ]
            self._run(kind.list.delete, [self._this(element.id) for element in changed])
            self._add_lists(kind, changed)

    def _add_lists(self, kind: _Kind, elements: Iterable[Part]) -> None:
        if kind.list:
            rows = [row for e in elements for row in kind.list.rows(self._project_id, e)]
            self._run(kind.list.insert, rows)

    def _values(self, element: Part) -> Values:
        aims_at_inference = isinstance(element, Inference) and element.target in self._inferences
        return values_of(element, aims_at_inference=aims_at_inference)

    def _this(self, key: ElementId) -> Values:
        return {"project": self._project_id, "element": key}

    def _run(self, statement: Statement, rows: list[Values]) -> None:
        if rows:
            statement.run(self._connection, *rows)

    def _run_exactly(self, statement: Statement, rows: list[Values]) -> None:
        if rows and statement.run(self._connection, *rows).rowcount != len(rows):
            raise DriftError


def keep_texts(connection: Connection, project_id: ProjectId, change: Change) -> None:
    """Keep the texts of sources that are not kept yet."""
    add_texts(
        connection,
        project_id,
        {text_hash(e.text): e.text for e in change.after.values() if isinstance(e, Source)},
    )


def add_texts(connection: Connection, project_id: ProjectId, texts: Mapping[str, str]) -> None:
    """Keep those of some texts, given by their hashes, that are not kept yet."""
    if not texts:
        return
    parameters = {"project": project_id, "hashes": list(texts)}
    kept = set(connection.scalars(_WHICH_TEXTS, parameters))
    rows = [
        {"project_id": project_id, "hash": key, "text": text}
        for key, text in texts.items()
        if key not in kept
    ]
    if rows:
        connection.execute(_ADD_TEXTS, rows)


def drop_texts(connection: Connection, project_id: ProjectId, hashes: Iterable[str]) -> None:
    """Take away texts that nothing names."""
    for hash_ in hashes:
        connection.execute(_DROP_TEXT, {"project": project_id, "hash": hash_})


def _inferences_aimed_at(
    connection: Connection, project_id: ProjectId, change: Change
) -> set[TargetId]:
    """Tell the inferences from the claims among the targets of what is new or changed."""
    found: set[TargetId] = set()
    elsewhere: set[TargetId] = set()
    for element in change.after.values():
        if isinstance(element, Inference):
            target = change.after.get(element.target)
            if isinstance(target, Inference):
                found.add(target.id)
            elif target is None:
                elsewhere.add(element.target)
    if len(elsewhere) == 1:
        (key,) = elsewhere
        if _IS_INFERENCE.run(connection, {"project": project_id, "target": key}).first():
            found.add(key)
        return found
    targets = sorted(elsewhere)
    for start in range(0, len(targets), _MOST_AT_ONCE):
        some = targets[start : start + _MOST_AT_ONCE]
        parameters = {"project": project_id, "targets": some}
        found.update(connection.scalars(_WHICH_INFERENCES, parameters))
    return found

"""A change as statements: only the rows of what it touches are inserted, updated or deleted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

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
    Project,
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
    for type_, touched in _by_type(change).items():
        if touched.gone:
            writer.remove(_KINDS[type_], touched.gone)
        if touched.altered:
            writer.alter(_KINDS[type_], touched.altered)
        if touched.new:
            writer.add(_KINDS[type_], touched.new)


class _Touched(NamedTuple):
    """What a change does to elements of one type; those that stay come as they were and are."""

    gone: list[ElementId]
    altered: list[tuple[Part, Part]]
    new: list[Part]


def _by_type(change: Change) -> Mapping[type[Part], _Touched]:
    found: defaultdict[type[Part], _Touched] = defaultdict(lambda: _Touched([], [], []))
    for key, element in change.before.items():
        if type(change.after.get(key)) is not type(element) and not isinstance(element, Project):
            found[type(element)].gone.append(key)
    for key, element in change.after.items():
        if isinstance(element, Project):
            continue
        before = change.before.get(key)
        touched = found[type(element)]
        if type(before) is type(element):
            touched.altered.append((before, element))
        else:
            touched.new.append(element)
    return found


class _Writer:
    """Runs the statements of one change."""

    def __init__(self, connection: Connection, project_id: ProjectId, change: Change) -> None:
        self._connection = connection
        self._project_id = project_id
        self._inferences = _inferences_aimed_at(connection, project_id, change)

    def remove(self, kind: _Kind, elements: Sequence[ElementId]) -> None:
        """Remove elements; what they list goes with them by itself."""
        self._run_exactly(kind.delete, [self._this(key) for key in elements])

    def add(self, kind: _Kind, elements: Sequence[Part]) -> None:
        """Insert new elements with what they list."""
        project = {"project_id": self._project_id}
        self._run(kind.insert, [{**project, "id": e.id, **self._values(e)} for e in elements])
        if kind.list:
            self._add_lists(kind.list, elements)

    def alter(self, kind: _Kind, elements: Sequence[tuple[Part, Part]]) -> None:
        """Update elements, and what they list if that has changed."""
        self._run_exactly(kind.update, [self._values(e) | self._this(e.id) for _, e in elements])
        if kind.list:
            changed = [e for before, e in elements if listed(before) != listed(e)]
            self._run(kind.list.delete, [self._this(element.id) for element in changed])
            self._add_lists(kind.list, changed)

    def _add_lists(self, list_: _List, elements: Iterable[Part]) -> None:
        self._run(list_.insert, [row for e in elements for row in list_.rows(self._project_id, e)])

    def _values(self, element: Part) -> Values:
        aims_at_inference = isinstance(element, Inference) and element.target in self._inferences
        return values_of(element, aims_at_inference=aims_at_inference)

    def _this(self, key: ElementId) -> Values:
        return {"project": self._project_id, "element": key}

    def _run(self, statement: Statement, rows: list[Values]) -> None:
        if rows:
            statement.run(self._connection, *rows)

    def _run_exactly(self, statement: Statement, rows: list[Values]) -> None:
        if rows and statement.run(self._connection, *rows) != len(rows):
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
        if _IS_INFERENCE.value(connection, {"project": project_id, "target": key}):
            found.add(key)
        return found
    targets = sorted(elsewhere)
    for start in range(0, len(targets), _MOST_AT_ONCE):
        some = targets[start : start + _MOST_AT_ONCE]
        parameters = {"project": project_id, "targets": some}
        found.update(connection.scalars(_WHICH_INFERENCES, parameters))
    return found

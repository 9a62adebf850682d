"""The library: all projects of a file, or of a database on a server."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, select, update

from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, ProjectId
from app.model.errors import PresentError
from app.model.role import Role
from app.model.text import distinct_lines
from app.ports import Elsewhere, Found, Miniature, ProjectSummary
from storage.database import Database
from storage.errors import damage_told
from storage.opening import opened
from storage.project_store import PROJECT, VIEW, SqlProjectStore, gone
from storage.rows import as_number, as_text

_MOST_CARDS: Final = 1_000
_SLACK: Final = 0.01  # what rounding may add

_SUMMARIES = select(
    PROJECT.c.id,
    PROJECT.c.title,
    PROJECT.c.created,
    PROJECT.c.changed,
    PROJECT.c.claims,
    PROJECT.c.archived,
    PROJECT.c.binned,
    PROJECT.c.tags,
)
_THIS = PROJECT.c.id == bindparam("project")
_IS_THERE = select(PROJECT.c.binned).where(_THIS)
_DELETE = delete(PROJECT).where(_THIS)
_UPDATE = update(PROJECT).where(_THIS)
_MINIATURE_OF = select(VIEW.c.miniature).where(VIEW.c.project_id == bindparam("project"))
_KEEP_MINIATURE = update(VIEW).where(VIEW.c.project_id == bindparam("project"))
_KNOWN = "“{title}” is in the library {place} already."
_BINNED = (
    "“{title}” is in the bin of the library {place}; restore it there, or delete it for good first."
)
_Part = Annotated[float, Field(ge=-_SLACK, le=1 + _SLACK, allow_inf_nan=False)]
_MINIATURE = TypeAdapter(Miniature)


class _Picture(BaseModel):
    """A miniature as it is kept, within what can be drawn."""

    aspect: Annotated[float, Field(ge=1e-4, le=1e4, allow_inf_nan=False)]
    cards: Annotated[list[tuple[_Part, _Part, _Part, _Part, Role]], Field(max_length=_MOST_CARDS)]


class SqlLibrary:
    """A place that holds projects, as `app.ports.Library` has it; for one thread at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def place(self) -> str:
        return self._database.place

    @property
    def is_read_only(self) -> bool:
        return self._database.read_only

    def is_news(self) -> bool:
        return self._database.is_news()

    def summaries(self) -> list[ProjectSummary]:
        found = self._summaries(PROJECT.c.binned.is_(None))
        return sorted(found, key=lambda summary: summary.changed, reverse=True)

    def in_bin(self) -> list[ProjectSummary]:
        found = self._summaries(PROJECT.c.binned.is_not(None))
        return sorted(found, key=lambda summary: summary.binned or summary.changed, reverse=True)

    def _summaries(self, which: ColumnElement[bool]) -> list[ProjectSummary]:
        with damage_told(self.place), self._database.reading() as connection:
            return [
                ProjectSummary(
                    ProjectId(as_text(row.id)),
                    as_text(row.title),
                    row.created,
                    row.changed,
                    as_number(row.claims),
                    row.archived,
                    row.binned,
                    _tags(row.tags),
                )
                for row in connection.execute(_SUMMARIES.where(which))
            ]

    def create(self, argument_map: ArgumentMap) -> SqlProjectStore:
        now = datetime.now(UTC)
        with self._database.writing() as connection:
            add_project(self._database, connection, argument_map, created=now, changed=now)
        return self.open(argument_map.project.id)

    def open(self, project_id: ProjectId) -> SqlProjectStore:
        return SqlProjectStore(self._database, project_id)

    def archive(self, *project_ids: ProjectId) -> None:
        self._say({key: {"archived": datetime.now(UTC)} for key in project_ids})

    def unarchive(self, *project_ids: ProjectId) -> None:
        self._say({key: {"archived": None} for key in project_ids})

    def put_in_bin(self, *project_ids: ProjectId) -> None:
        self._say({key: {"binned": datetime.now(UTC)} for key in project_ids})

    def take_from_bin(self, *project_ids: ProjectId) -> None:
        self._say({key: {"binned": None} for key in project_ids})

    def keep_tags(self, tags: Mapping[ProjectId, Sequence[str]]) -> None:
        self._say({key: {"tags": list(distinct_lines(own))} for key, own in tags.items()})

    def _say(self, values: Mapping[ProjectId, Mapping[str, object]]) -> None:
        with self._database.writing() as connection:
            for key, said in values.items():
                if connection.execute(_UPDATE.values(**said), {"project": key}).rowcount != 1:
                    raise gone(self.place)

    def delete(self, *project_ids: ProjectId) -> None:
        with self._database.writing() as connection:
            for key in project_ids:
                self._database.forget_words(connection, key)
                if connection.execute(_DELETE, {"project": key}).rowcount != 1:
                    raise gone(self.place)

    def miniature(self, project_id: ProjectId) -> Miniature:
        with self._database.reading() as connection:
            return _miniature(connection.scalar(_MINIATURE_OF, {"project": project_id}))

    def keep_miniature(self, project_id: ProjectId, miniature: Miniature) -> None:
        if self.is_read_only:
            return
        values = {"project": project_id, "miniature": _dumped(miniature)}
        with self._database.writing() as connection:
            if connection.execute(_KEEP_MINIATURE, values).rowcount != 1:
                raise gone(self.place)

    def search(self, words: str, *, most: int = 50) -> Sequence[Found]:
        return self._database.search(words, most=most)

    def elsewhere(
        self, project_id: ProjectId, claim: Claim, *, most: int = 8
    ) -> Sequence[Elsewhere]:
        return self._database.elsewhere(project_id, claim, most=most)

    def check(self, *, seconds: float = 600) -> bool:
        return self._database.check(seconds=seconds)

    def close(self) -> None:
        self._database.close()


def add_project(
    database: Database,
    connection: Connection,
    argument_map: ArgumentMap,
    *,
    created: datetime,
    changed: datetime,
) -> None:
    """Add a whole map as a new project, within a transaction of the database that writes.

    Raises PresentError if its id is there already.
    """
    project = argument_map.project
    if there := connection.execute(_IS_THERE, {"project": project.id}).first():
        told = _BINNED if there.binned else _KNOWN
        raise PresentError(told, title=project.title, place=database.place)
    claims = len(argument_map.every(Claim))
    dates = {"created": created, "changed": changed}
    connection.execute(
        insert(PROJECT),
        {"id": project.id, "title": project.title, **dates, "claims": claims, "tags": []},
    )
    view = {"folded": None, "view": {}, "miniature": _dumped(Miniature())}
    connection.execute(insert(VIEW), {"project_id": project.id, **view})
    new = Change.of("", new=[e for e in argument_map.elements if e.id != project.id])
    database.write(connection, project.id, new)


def open_library(where: Path | str, *, create: bool = True, read_only: bool = False) -> SqlLibrary:
    """Open a library: a file by its path, or a database by its SQLAlchemy address.

    If nothing is there, a new library is made, folder and all; an empty file counts as nothing,
    since SQLite itself leaves one if it is stopped early. An older library is brought up to date,
    after a copy of the file was put beside it. Raises StoreError, and leaves all as it was, for
    anything that is no library, is a newer one, or cannot be written to; and, unless `create`, if
    nothing is there.

    If it is opened `read_only`, nothing is made, brought up to date or written, not even beside it,
    and it may lie where nothing can be; an older library is refused. Writing raises StoreError.
    """
    return SqlLibrary(opened(where, create=create, read_only=read_only))


def _tags(kept: object) -> tuple[str, ...]:
    if not isinstance(kept, list):
        raise ValueError("these are no tags")  # noqa: TRY004  damage, not a mistake of ours
    return tuple(map(as_text, kept))


def _dumped(miniature: Miniature) -> object:
    return _MINIATURE.dump_python(miniature, mode="json")


def _miniature(kept: object) -> Miniature:
    """Read a picture back; one that is damaged is left out, since a new one is soon drawn."""
    try:
        picture = _Picture.model_validate(kept)
    except ValidationError:
        return Miniature()
    return Miniature(
        picture.aspect, tuple((x, y, w, h, role.value) for x, y, w, h, role in picture.cards)
    )

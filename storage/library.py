"""The library: all projects of a file, or of a database on a server."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, ProjectId
from app.model.errors import PresentError
from app.model.role import Role
from app.ports import Elsewhere, Found, Miniature, ProjectSummary
from storage import changes
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
    VIEW.c.miniature,
).join_from(PROJECT, VIEW, VIEW.c.project_id == PROJECT.c.id)
_IS_THERE = select(PROJECT.c.id).where(PROJECT.c.id == bindparam("project"))
_DELETE = delete(PROJECT).where(PROJECT.c.id == bindparam("project"))
_KEEP_MINIATURE = update(VIEW).where(VIEW.c.project_id == bindparam("project"))
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

    def summaries(self) -> list[ProjectSummary]:
        with damage_told(self.place), self._database.reading() as connection:
            found = [
                ProjectSummary(
                    ProjectId(as_text(row.id)),
                    as_text(row.title),
                    row.created,
                    row.changed,
                    as_number(row.claims),
                    _miniature(row.miniature),
                )
                for row in connection.execute(_SUMMARIES)
            ]
        return sorted(found, key=lambda summary: summary.changed, reverse=True)

    def create(self, argument_map: ArgumentMap) -> SqlProjectStore:
        now = datetime.now(UTC)
        with self._database.writing() as connection:
            add_project(self._database, connection, argument_map, created=now, changed=now)
        return self.open(argument_map.project.id)

    def open(self, project_id: ProjectId) -> SqlProjectStore:
        return SqlProjectStore(self._database, project_id)

    def delete(self, project_id: ProjectId) -> None:
        with self._database.writing() as connection:
            self._database.forget_words(connection, project_id)
            if connection.execute(_DELETE, {"project": project_id}).rowcount != 1:
                raise gone(self.place)

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
    if connection.scalar(_IS_THERE, {"project": project.id}) is not None:
        raise PresentError(
            "“{title}” is in the library {place} already.",
            title=project.title,
            place=database.place,
        )
    claims = len(argument_map.every(Claim))
    dates = {"created": created, "changed": changed}
    connection.execute(
        insert(PROJECT), {"id": project.id, "title": project.title, **dates, "claims": claims}
    )
    view = {"folded": None, "view": {}, "miniature": _dumped(Miniature())}
    connection.execute(insert(VIEW), {"project_id": project.id, **view})
    new = Change.of("", new=[e for e in argument_map.elements if e.id != project.id])
    with database.indexed(connection, project.id, new):
        changes.write(connection, project.id, new)


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

"""One project of a library: its map, its journal, and how it was looked at."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import Connection, Integer, bindparam, select, update

from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import AnyElement, Claim, ElementId, Project, ProjectId
from app.model.errors import ConflictError, StoreError
from app.model.view_state import ViewState
from app.ports import THIS, Entry, HistoryLine, NewEntry, News, Position
from storage import changes, journal
from storage.database import Database
from storage.errors import DriftError, damage, damage_told
from storage.rows import as_number, read_map
from storage.statements import Statement
from storage.tables import ProjectRow, ProjectViewRow, table_of

PROJECT: Final = table_of(ProjectRow)
VIEW: Final = table_of(ProjectViewRow)

_THIS_PROJECT = PROJECT.c.id == bindparam("project")
_SELECT = select(PROJECT.c.title, PROJECT.c.head, PROJECT.c.tip).where(_THIS_PROJECT)
_ADVANCE = Statement(
    update(PROJECT)
    .where(
        _THIS_PROJECT,
        PROJECT.c.head.is_not_distinct_from(bindparam("old_head", type_=Integer)),
        PROJECT.c.tip.is_not_distinct_from(bindparam("old_tip", type_=Integer)),
    )
    .values(claims=PROJECT.c.claims + bindparam("more_claims", type_=Integer))
)
_SELECT_VIEW = select(VIEW.c.folded, VIEW.c.view).where(VIEW.c.project_id == bindparam("project"))
_KEEP_VIEW = update(VIEW).where(VIEW.c.project_id == bindparam("project"))
_VIEW = TypeAdapter(dict[str, object])


class SqlProjectStore:
    """A project on disk, as `app.ports.ProjectStore` has it.

    The store remembers where undo and redo stood when it last read or wrote, and refuses a commit
    if another window or program has moved them since: the two tell any two states apart.
    """

    def __init__(self, database: Database, project_id: ProjectId) -> None:
        """Open a project. Raises StoreError if it is not in the library."""
        self._database = database
        self._project_id = project_id
        self._author = journal.author()
        with damage_told(self.place), database.reading() as connection:
            _, self._position = self._read_project(connection)
            self._oldest, self._upto = journal.ends(connection, project_id)

    @property
    def project_id(self) -> ProjectId:
        return self._project_id

    @property
    def place(self) -> str:
        return self._database.place

    def load(self) -> ArgumentMap:
        with damage_told(self.place), self._database.reading() as connection:
            project, position = self._read_project(connection)
            argument_map = read_map(connection, project)
            ends = journal.ends(connection, self._project_id)
        self._position, (self._oldest, self._upto) = position, ends
        return argument_map

    def position(self) -> Position:
        return self._position

    def entry(self, number: int) -> Entry:
        with damage_told(self.place), self._database.reading() as connection:
            return journal.entry(connection, self._project_id, number)

    def commit(self, entry: NewEntry) -> Entry:
        now = datetime.now(UTC)
        try:
            with self._database.writing() as connection:
                done = journal.append(
                    connection, self._project_id, entry, at=now, author=self._author
                )
                position = Position(
                    done.number if entry.head == THIS else entry.head,
                    done.number if entry.tip == THIS else entry.tip,
                )
                self._advance(connection, entry.change, position, now)
                self._database.write(connection, self._project_id, entry.change)
        except DriftError as error:
            raise damage(self.place) from error
        self._position, self._upto = position, done.number
        self._oldest = self._oldest or done.number
        return done

    def news(self) -> News | None:
        with damage_told(self.place), self._database.reading() as connection:
            _, position = self._read_project(connection)
            oldest, newest = journal.ends(connection, self._project_id)
            if (position, newest) == (self._position, self._upto) and oldest <= self._oldest:
                return None
            entries = journal.entries_after(connection, self._project_id, self._upto)
        return News(entries, position, oldest, max(newest, self._upto))

    def follow(self, news: News) -> None:
        self._position, self._oldest, self._upto = news.position, news.oldest, news.upto

    def history(self, *, before: int | None = None, most: int = 100) -> list[HistoryLine]:
        with damage_told(self.place), self._database.reading() as connection:
            return journal.lines(connection, self._project_id, before=before, most=most)

    def entries_after(self, number: int) -> list[Entry]:
        with damage_told(self.place), self._database.reading() as connection:
            return journal.entries_after(connection, self._project_id, number)

    def trim(self, upto: int) -> int:
        with damage_told(self.place), self._database.writing() as connection:
            _, position = self._read_project(connection)
            if position != self._position:
                raise self._moved()
            upto, after = position.trimmed(upto)
            removed = journal.trim(connection, self._project_id, upto)
            unnamed = journal.unnamed_texts(connection, self._project_id)
            self._database.forget_words(connection, self._project_id, unnamed)
            changes.drop_texts(connection, self._project_id, unnamed)
            values = {"head": after.head, "tip": after.tip}
            connection.execute(update(PROJECT).where(_THIS_PROJECT), {**self._this(), **values})
            oldest, _ = journal.ends(connection, self._project_id)
        self._position, self._oldest = after, oldest
        return removed

    def view_state(self) -> ViewState:
        with damage_told(self.place), self._database.reading() as connection:
            row = connection.execute(_SELECT_VIEW, self._this()).first()
            if row is None:
                raise gone(self.place)
            values = _VIEW.validate_python(row.view)
            return ViewState.model_validate({**values, "folded": row.folded})

    def keep_view_state(self, state: ViewState) -> None:
        if self._database.read_only:  # one may look around all the same
            return
        folded = None if state.folded is None else sorted(state.folded)
        view = state.model_dump(mode="json", exclude={"folded"})
        with self._database.writing() as connection:
            values = {**self._this(), "folded": folded, "view": view}
            if connection.execute(_KEEP_VIEW, values).rowcount != 1:
                raise gone(self.place)

    def _this(self) -> dict[str, object]:
        return {"project": self._project_id}

    def _read_project(self, connection: Connection) -> tuple[Project, Position]:
        row = connection.execute(_SELECT, self._this()).first()
        if row is None:
            raise gone(self.place)
        return Project(id=self._project_id, title=row.title), _position(row.head, row.tip)

    def _advance(self, connection: Connection, change: Change, to: Position, now: datetime) -> None:
        """Write the project's own row, if it still is as this store knows it."""
        values = {
            **self._this(),
            "old_head": self._position.head,
            "old_tip": self._position.tip,
            "head": to.head,
            "tip": to.tip,
            "changed": now,
            "more_claims": claim_count(change.after) - claim_count(change.before),
        }
        project = change.after.get(self._project_id)
        if isinstance(project, Project):
            values["title"] = project.title
        if _ADVANCE.run(connection, values) != 1:
            self._read_project(connection)
            raise self._moved()

    def _moved(self) -> ConflictError:
        return ConflictError(
            "This project has been changed in the library {place} by another window"
            " or program; look at it, and try again.",
            place=self.place,
        )


def _position(head: object, tip: object) -> Position:
    return Position(
        None if head is None else as_number(head), None if tip is None else as_number(tip)
    )


def claim_count(elements: Mapping[ElementId, AnyElement]) -> int:
    """How many of some elements are claims."""
    return [*map(type, elements.values())].count(Claim)


def gone(place: str) -> StoreError:
    """Say that a project is not there."""
    return StoreError(
        "This project is not in the library {place} any more; it has been deleted.", place=place
    )

"""A damaged library rescued: what can be read goes into a new one, and the file stays as it was."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import AnyElement, Claim, ElementId, Project, ProjectId, new_id
from app.model.errors import EditError, StoreError
from app.model.view_state import ViewState
from app.ports import RescuedProject, RescueReport
from storage import journal
from storage.changes import add_texts
from storage.copying import Progress, beside, nothing_told, put_in_place
from storage.database import Database
from storage.errors import DriftError, Trouble, explain_outside, refusal, translated
from storage.library import SqlLibrary
from storage.mending import Pieces, joined, moment_of, pieces_of, remember, texts_of
from storage.opening import opened
from storage.project_store import PROJECT, SqlProjectStore
from storage.salvage import Found, Salvage
from storage.sqlite import is_open

_TITLE = "Rescued"
_NOTHING = Trouble("nothing of a library could be read in it", "open a backup of it")
_OPEN = Trouble("it is open", "close it first")
_THERE = Trouble("there is a file of that name", "choose another name")


def rescue(path: Path, to: Path, *, progress: Progress = nothing_told) -> RescueReport:
    """Read what can be read of a damaged library into a new one at `to`.

    The file and all that lies beside it stay as they are. Raises StoreError, and writes nothing, if
    nothing of a library is in it, if it is open here, or if there is a file at `to`.
    """
    with translated(str(to), "made", explain_outside):
        if to.exists():
            raise refusal(str(to), "made", _THERE)
        to.parent.mkdir(parents=True, exist_ok=True)
    with beside(to) as new:
        report = _rescued(path, new, progress)
        with translated(str(to), "made", explain_outside):
            new.replace(to)
    return RescueReport(path, to, report.projects, is_all=report.is_all)


def rescue_in_place(
    path: Path, *, today: date | None = None, progress: Progress = nothing_told
) -> RescueReport:
    """Set a damaged library aside under a name with the date; put what was rescued in its place.

    Raises StoreError, and leaves all as it was, as `rescue` does.
    """
    with beside(path) as new:
        report = _rescued(path, new, progress)
        with translated(str(path), "set aside", explain_outside):
            aside = put_in_place(new, path, "damaged", today=today)
    return RescueReport(aside or path, path, report.projects, is_all=report.is_all)


def _rescued(path: Path, to: Path, progress: Progress) -> RescueReport:
    with translated(str(path), "read", explain_outside):
        if is_open(path):  # reading it by other means would take its locks away
            raise refusal(str(path), "rescued", _OPEN)
        salvage = Salvage(path)
    progress(0.3)
    pieces = {key: found for key, found in pieces_of(salvage).items() if found.elements}
    if not (pieces or any(row.get("created") for row in salvage.rows("project"))):
        raise refusal(str(path), "rescued", _NOTHING)
    projects: list[RescuedProject] = []
    with closing(opened(to, create=True)) as database:
        for number, (key, found) in enumerate(pieces.items()):
            projects.append(_Rescue(database, salvage, key, found).done())
            progress(0.3 + 0.7 * (number + 1) / len(pieces))
    return RescueReport(path, to, projects, is_all=not salvage.broken)


class _Rescue:
    """Puts what was found of one project into a new library."""

    def __init__(self, database: Database, salvage: Salvage, key: str, pieces: Pieces) -> None:
        self._database = database
        self._library = SqlLibrary(database)
        self._pieces = pieces
        self._texts = {
            hash_: text for (project, hash_), text in texts_of(salvage).items() if project == key
        }
        self._rows = {
            number: row
            for row in reversed(salvage.rows("journal"))
            if row.get("project_id") == key and isinstance(number := row.get("number"), int)
        }
        self._own = _first(salvage.rows("project"), "id", key)
        self._view = _first(salvage.rows("project_view"), "project_id", key)
        title = pieces.title or _TITLE
        try:
            self._project = Project(id=ProjectId(key), title=title)
        except ValidationError:  # it is the id, for the title was cleaned
            self._project = Project(id=ProjectId(new_id()), title=title)

    def done(self) -> RescuedProject:
        changes = {number: self._change(row) for number, row in sorted(self._rows.items())}
        remembered = remember(self._pieces, self._last(changes.values()))
        argument_map = joined(self._project, self._pieces)
        self._library.create(argument_map)
        is_history_kept = self._keep_history(argument_map, changes)
        self._keep_view()
        self._keep_shelf()
        return RescuedProject(
            self._project.id,
            self._project.title,
            claims=len(argument_map.every(Claim)),
            elements=len(argument_map) - 1,
            lost=len(self._pieces.lost),
            mended=len(self._pieces.mended),
            remembered=remembered,
            is_history_kept=is_history_kept,
        )

    def _change(self, row: Found) -> Change | None:
        try:
            return journal.read_change(str(row.get("change")), str(row.get("label")), self._texts)
        except (ValueError, EditError, DriftError):
            return None

    def _last(self, changes: Iterable[Change | None]) -> dict[ElementId, AnyElement]:
        """All that edits have left, as the last of them left it."""
        last: dict[ElementId, AnyElement] = {}
        for change in filter(None, changes):
            for key in change.before:
                last.pop(key, None)
            last.update(change.after)
        return {key: e for key, e in last.items() if not isinstance(e, Project)}

    def _keep_history(
        self, argument_map: ArgumentMap, changes: Mapping[int, Change | None]
    ) -> bool:
        """Copy the journal, if undo and redo can go by it; gives whether they can."""
        if not self._goes_back(argument_map, changes):
            return False
        try:
            with self._database.writing() as connection:
                add_texts(connection, self._project.id, self._texts)
                journal.copy(connection, self._project.id, self._rows.values())
                values = {"head": self._own.get("head"), "tip": self._own.get("tip")}
                dates = {name: moment_of(self._own.get(name)) for name in ("created", "changed")}
                this = update(PROJECT).where(PROJECT.c.id == self._project.id)
                connection.execute(this.values(**values, **dates))
            Document(SqlProjectStore(self._database, self._project.id))
        except (ValueError, StoreError, EditError, IntegrityError):
            return False
        return True

    def _goes_back(self, argument_map: ArgumentMap, changes: Mapping[int, Change | None]) -> bool:
        """Whether all entries can be read, and undo would come from the map to its beginning."""
        head, tip = self._own.get("head", ""), self._own.get("tip", "")
        parents = {number: row.get("parent") for number, row in self._rows.items()}
        if None in changes.values() or not {head, tip, *parents.values()} <= {None, *parents}:
            return False
        try:
            while isinstance(head, int) and (change := changes[head]):
                argument_map = argument_map.apply(change.inverted())
                parent = parents[head]
                if isinstance(parent, int) and parent >= head:
                    return False
                head = parent
        except EditError:
            return False
        return True

    def _keep_view(self) -> None:
        with suppress(ValueError, RecursionError, TypeError):
            view = json.loads(str(self._view.get("view", "{}")))
            folded = json.loads(str(self._view.get("folded", "null")))
            state = ViewState.model_validate({**view, "folded": folded})
            self._library.open(self._project.id).keep_view_state(state)

    def _keep_shelf(self) -> None:
        """Leave the project in the bin or the archive if it was there, and with its tags."""
        moments = {name: moment_of(self._own.get(name)) for name in ("archived", "binned")}
        this = update(PROJECT).where(PROJECT.c.id == self._project.id)
        with self._database.writing() as connection:
            connection.execute(this.values(**moments))
        with suppress(ValueError, RecursionError, TypeError):
            tags = json.loads(str(self._own.get("tags", "[]")))
            own = [tag for tag in tags if isinstance(tag, str)]
            self._library.keep_tags({self._project.id: own})


def _first(rows: Sequence[Found], name: str, value: str) -> Found:
    return next((row for row in rows if row.get(name) == value), {})

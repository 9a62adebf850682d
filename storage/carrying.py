"""A project carried from one library into another: to be shared, or taken in.

What is not to go along is left out before anything is written, so that no page of a new file ever
held it.
"""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Anchor, AnyElement, Claim, Locution, Project, ProjectId, Source
from app.model.view_state import ViewState
from app.ports import NewEntry, Sharing
from storage import journal
from storage.changes import keep_texts
from storage.copying import Progress, nothing_told
from storage.database import Database
from storage.errors import damage_told
from storage.library import add_project
from storage.project_store import PROJECT, SqlProjectStore, gone
from storage.rows import as_text, read_map

ALL: Final = Sharing(history=True, notes=True, earlier_texts=True)

_SELECT = select(
    PROJECT.c.title, PROJECT.c.created, PROJECT.c.changed, PROJECT.c.head, PROJECT.c.tip
).where(PROJECT.c.id == bindparam("project"))
_STAND = update(PROJECT).where(PROJECT.c.id == bindparam("project"))


def carry(
    source: Database,
    project_id: ProjectId,
    target: Database,
    what: Sharing = ALL,
    *,
    key: ProjectId | None = None,
    progress: Progress = nothing_told,
) -> ProjectId:
    """Copy a project in one transaction, as another one if it is given another `key`.

    Gives the id that it has there. Raises PresentError if that is there already, and StoreError if
    either library fails; then nothing of it is in the target.
    """
    leaving = _Leaving(what, key or project_id)
    with damage_told(source.place), source.reading() as connection:
        row = connection.execute(_SELECT, {"project": project_id}).first()
        if row is None:
            raise gone(source.place)
        whole = read_map(connection, Project(id=project_id, title=as_text(row.title)))
        with target.writing() as to:
            add_project(
                target, to, leaving.from_map(whole), created=row.created, changed=row.changed
            )
            if what.history:
                numbers = _carry_history(connection, project_id, to, leaving, progress)
                head, tip = (numbers.get(stood) for stood in (row.head, row.tip))
                to.execute(_STAND, {"project": leaving.key, "head": head, "tip": tip})
    view = SqlProjectStore(source, project_id).view_state()
    SqlProjectStore(target, leaving.key).keep_view_state(leaving.from_view(view))
    return leaving.key


class _Leaving:
    """Tells what of a project goes along, and what that becomes.

    A mark that waits to be looked at shows what it held in an earlier text. So these words go along
    without that text, but not those around them.
    """

    def __init__(self, what: Sharing, key: ProjectId) -> None:
        self.key: Final = key
        self._what = what

    def from_map(self, whole: ArgumentMap) -> ArgumentMap:
        elements = self._from(e for e in whole.elements if e.id != whole.project.id)
        return ArgumentMap.of(changed(whole.project, id=self.key), elements)

    def from_change(self, change: Change) -> Change:
        before, after = self._from(change.before.values()), self._from(change.after.values())
        return Change.of(change.label, old=before, new=after)

    def from_view(self, view: ViewState) -> ViewState:
        """How the map is shown; of a copy to share, nothing about what the person looked for."""
        if self._what == ALL:
            return view
        return ViewState(
            folded=view.folded,
            orientation=view.orientation,
            spacing=view.spacing,
            apart=view.apart,
        )

    def _from(self, elements: Iterable[AnyElement]) -> list[AnyElement]:
        return [left for element in elements if (left := self._left_of(element))]

    def _left_of(self, element: AnyElement) -> AnyElement | None:
        match element:
            case Project():
                return changed(element, id=self.key)
            case Claim(note=note) if note and not self._what.notes:
                return changed(element, note="")
            case Source(capture_of=later) if later and not self._keeps_earlier_texts:
                return None
            case Locution(former=Anchor() as former) if not self._keeps_earlier_texts:
                return changed(element, former=_without_context(former))
            case _:
                return element

    @property
    def _keeps_earlier_texts(self) -> bool:
        return self._what.earlier_texts or self._what.history


def _without_context(mark: Anchor) -> Anchor:
    return Anchor(source=mark.source, start=mark.start, end=mark.end, exact=mark.exact)


def _carry_history(
    connection: Connection,
    project_id: ProjectId,
    to: Connection,
    leaving: _Leaving,
    progress: Progress,
) -> dict[int | None, int | None]:
    """Copy the journal; gives the new numbers by the old ones.

    An entry of which nothing is left is left out, and has the number of the one before it.
    """
    numbers: dict[int | None, int | None] = {None: None}
    oldest, newest = journal.ends(connection, project_id)
    for entry, author in journal.signed_entries(connection, project_id):
        change, parent = leaving.from_change(entry.change), numbers.get(entry.parent)
        if change:
            keep_texts(to, leaving.key, change)
            keep_texts(to, leaving.key, change.inverted())
            new = NewEntry(entry.kind, change, None, None, parent, entry.group)
            done = journal.append(to, leaving.key, new, at=entry.at, author=author)
            parent = done.number
        numbers[entry.number] = parent
        progress((entry.number - oldest + 1) / (newest - oldest + 1))
    return numbers

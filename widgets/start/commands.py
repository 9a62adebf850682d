"""What can be done on the start page with projects as wholes, and how it is taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from widgets.action_spec import Scope
from widgets.actions import make_actions
from widgets.dialogs.asking import ask_line, may_delete
from widgets.start.copies import copy_title, duplicate, rename
from widgets.start.listing import Shelf, tags_of
from widgets.start.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.model.elements import ProjectId
    from app.ports import Library, ProjectSummary
    from widgets.actions import Slots
    from widgets.main_window import MainWindow

    Work = Callable[[Library], object]

_LOOK = 1000  # milliseconds between two looks at what others have done to the library
_ANYWHERE = ("open_project", "", "rename_listed", "tag_projects", "duplicate_project", "")
_MENUS = {
    Shelf.PROJECTS: (*_ANYWHERE, "archive_projects", "bin_projects"),
    Shelf.ARCHIVED: (*_ANYWHERE, "restore_projects", "bin_projects"),
    Shelf.BIN: ("restore_projects", "", "delete_projects"),
}


class _Done(NamedTuple):
    """What was done to projects: what takes it back, and what the banner says, if anything."""

    projects: Sequence[ProjectId]
    back: Work
    told: str = ""


class StartCommands(QObject):
    """Carries out the actions of the start page; all but deleting for good can be undone there.

    What is undone here is said of projects, and is no edit of their maps, except for titles.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page = window.start_page
        self._projects = window.projects
        self._done: list[_Done] = []
        homes: dict[Scope, list[QWidget]] = {
            Scope.START: [self._page],
            Scope.PROJECTS: [self._page.list],
        }
        self.actions_by_name = make_actions(homes, self._slots(), self)
        self._page.project_wanted.connect(lambda project: self._projects.open(project.id))
        self._projects.found_in_bin.connect(self._offer_to_restore)
        self._page.menu_wanted.connect(self._offer)
        self._page.selection_moved.connect(self._show_what_is_possible)
        self._page.head.emptying_wanted.connect(self.empty_bin)
        self._projects.placed.connect(lambda _place: self._done.clear())
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._show_what_is_possible()

    def _slots(self) -> Slots:
        head = self._page.head
        return {
            "find_project": head.look_for,
            "show_projects": partial(head.show_shelf, Shelf.PROJECTS),
            "show_archived": partial(head.show_shelf, Shelf.ARCHIVED),
            "show_bin": partial(head.show_shelf, Shelf.BIN),
            "undo_on_start": self.undo,
            "empty_bin": self.empty_bin,
            "open_project": self.open_current,
            "rename_listed": self.rename,
            "tag_projects": self.tag,
            "duplicate_project": self.duplicate,
            "archive_projects": self.archive,
            "restore_projects": self.restore,
            "bin_projects": self.put_in_bin,
            "delete_projects": self.delete,
        }

    # Opening

    def open_current(self) -> None:
        for project in self._page.selected[:1]:
            self._projects.open(project.id)

    def _offer_to_restore(self, project: ProjectSummary) -> None:
        """Say that what was to be opened is in the bin, with a way to take it out."""
        self._window.banner.say(
            counted([project], self.tr("“{title}” is in the bin."), ""),
            (self.tr("Restore and open"), partial(self._projects.restore_and_open, project.id)),
        )

    # What is said of the selected projects

    def archive(self) -> None:
        chosen = self._page.selected
        if chosen and self._page.shelf is Shelf.PROJECTS:
            told = counted(
                chosen,
                self.tr("“{title}” is archived."),
                self.tr("{n} projects are archived."),
            )
            ids = _ids(chosen)
            done = _Done(ids, lambda library: library.unarchive(*ids), told)
            self._do(lambda library: library.archive(*ids), done)

    def restore(self) -> None:
        """Take the selected projects out of the archive or the bin."""
        chosen, shelf = self._page.selected, self._page.shelf
        if not chosen or shelf is Shelf.PROJECTS:
            return
        told = counted(
            chosen, self.tr("“{title}” is restored."), self.tr("{n} projects are restored.")
        )
        ids = _ids(chosen)
        if shelf is Shelf.BIN:
            done = _Done(ids, lambda library: library.put_in_bin(*ids), told)
            self._do(lambda library: library.take_from_bin(*ids), done)
        else:
            done = _Done(ids, lambda library: library.archive(*ids), told)
            self._do(lambda library: library.unarchive(*ids), done)

    def put_in_bin(self) -> None:
        """Put the selected projects into the bin; in the bin, ask whether to delete them."""
        if self._page.shelf is Shelf.BIN:
            self.delete()
        elif chosen := self._page.selected:
            told = counted(
                chosen,
                self.tr("“{title}” is in the bin."),
                self.tr("{n} projects are in the bin."),
            )
            ids = _ids(chosen)
            done = _Done(ids, lambda library: library.take_from_bin(*ids), told)
            self._do(lambda library: library.put_in_bin(*ids), done)

    def delete(self) -> None:
        """Delete selected projects for good, after asking; only those in the bin can be."""
        if self._page.shelf is Shelf.BIN:
            self._delete(self._page.selected)

    def empty_bin(self) -> None:
        """Delete all that is in the bin for good, after asking."""
        self._delete([project for project in self._page.projects if project.binned])

    def _delete(self, chosen: Sequence[ProjectSummary]) -> None:
        question = counted(
            chosen,
            self.tr("Delete “{title}” with its articles and history? This cannot be undone."),
            self.tr("Delete {n} projects with their articles and history? This cannot be undone."),
        )
        ids = _ids(chosen)
        if not chosen or not may_delete(self._window, question):
            return
        if self._projects.say(lambda library: library.delete(*ids)):
            self._done = [done for done in self._done if not set(ids) & set(done.projects)]
        self._page.list.setFocus()

    def tag(self) -> None:
        """Ask for the tags of the selected projects."""
        from widgets.start.tags_dialog import TagsDialog  # noqa: PLC0415  after the first paint

        chosen = self._page.selected
        if chosen and self._page.shelf is not Shelf.BIN:
            dialog = TagsDialog(chosen, tags_of(self._page.projects), self._window)
            dialog.decided.connect(partial(self._tag, chosen))
            dialog.open()

    def _tag(
        self, chosen: Sequence[ProjectSummary], tags: Mapping[ProjectId, Sequence[str]]
    ) -> None:
        before = {project.id: project.tags for project in chosen}
        self._do(
            lambda library: library.keep_tags(tags),
            _Done(_ids(chosen), lambda library: library.keep_tags(before)),
        )

    # What makes another project of one

    def rename(self) -> None:
        chosen = self._page.selected
        if len(chosen) != 1 or self._page.shelf is Shelf.BIN:
            return
        (project,) = chosen
        question = self.tr("Rename the project"), self.tr("Title")
        title = ask_line(self._window, *question, project.title)
        if title is not None and title != project.title:
            self._do(
                lambda library: rename(library, project.id, title),
                _Done([project.id], lambda library: rename(library, project.id, project.title)),
            )

    def duplicate(self) -> None:
        """Copy the selected projects, and select the copies."""
        chosen = self._page.selected
        if not chosen or self._page.shelf is Shelf.BIN:
            return
        taken = {project.title for project in self._page.projects}
        made: list[ProjectId] = []

        def copy(library: Library) -> None:
            for project in chosen:
                title = copy_title(project.title, taken)
                taken.add(title)
                made.append(duplicate(library, project, title))

        done = _Done(made, lambda library: library.put_in_bin(*made))
        if self._do(copy, done):
            self._page.head.show_shelf(Shelf.PROJECTS)
            self._page.list.select(made)
        elif made:  # those before the one that failed are whole
            self._done.append(done)

    # Doing and taking back

    def _do(self, work: Work, done: _Done) -> bool:
        """Do something to the library and remember it; whether it could be done."""
        if not self._projects.say(work):
            return False
        self._done.append(done)
        if done.told:
            way = (self.tr("Undo"), partial(self._take_back, done))
            self._window.banner.say(done.told, way, good=True)
        self._page.list.setFocus()
        return True

    def undo(self) -> None:
        """Take back what was done last."""
        if self._done:
            self._take_back(self._done[-1])
        else:
            self._window.status.advise(self.tr("There is nothing to undo here."))

    def _take_back(self, done: _Done) -> None:
        if done in self._done:
            self._done.remove(done)
            self._window.banner.take_back(done.told)
            self._projects.say(done.back)
            self._page.list.setFocus()

    # Following

    def _look(self) -> None:
        """Show what other windows and programs have done to the library meanwhile."""
        if self._page.isVisible():
            self._projects.look_again()

    def _show_what_is_possible(self) -> None:
        chosen, shelf = len(self._page.selected), self._page.shelf
        is_kept = shelf is not Shelf.BIN
        possible = {
            "open_project": chosen == 1,
            "rename_listed": chosen == 1 and is_kept,
            "tag_projects": chosen and is_kept,
            "duplicate_project": chosen and is_kept,
            "archive_projects": chosen and shelf is Shelf.PROJECTS,
            "restore_projects": chosen and shelf is not Shelf.PROJECTS,
            "bin_projects": chosen,
            "delete_projects": chosen and not is_kept,
            "empty_bin": any(project.binned for project in self._page.projects),
        }
        for name, is_possible in possible.items():
            self.actions_by_name[name].setEnabled(bool(is_possible))

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("The selected projects"))
        for name in _MENUS[self._page.shelf]:
            if name:
                menu.addAction(self.actions_by_name[name])
            else:
                menu.addSeparator()
        menu.exec(at)
        menu.deleteLater()


def _ids(projects: Sequence[ProjectSummary]) -> list[ProjectId]:
    return [project.id for project in projects]

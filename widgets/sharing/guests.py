"""A shared file that is open in place, and taking its project into the person's library."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from widgets.dialogs.working_dialog import WorkingDialog
from widgets.sharing.guest_bar import GuestBar
from widgets.upkeep.reporting import progress_of
from widgets.working import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model.argument_map import ArgumentMap
    from app.model.elements import ProjectId
    from widgets.actions import Slots
    from widgets.backing import Carrying
    from widgets.main_window import MainWindow


class Guests(QObject):
    """Shows that a project is a guest, and carries out what takes it in."""

    def __init__(self, carrying: Carrying, window: MainWindow) -> None:
        super().__init__(window)
        self._carrying = carrying
        self._window = window
        self._projects = window.projects
        self.bar = GuestBar(window)
        self.bar.wanted.connect(self.take)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {"take_in": self.take}

    def show_state(self) -> None:
        """Show whether there is something to take in."""
        guest = self._projects.guest if self._window.project else None
        self._window.actions_by_name["take_in"].setEnabled(guest is not None)
        if guest:
            self.bar.show_file(Path(guest.place), is_read_only=guest.is_read_only)
        else:
            self.bar.hide()

    # Taking in

    def take(self) -> None:
        """Take the project into the library and go on there; ask if it is there already."""
        self._take(as_another=False)

    def _take(self, *, as_another: bool) -> None:
        project, guest, home = self._window.project, self._projects.guest, self._projects.home_at
        if project is None or guest is None or not project.may_end():
            return
        if not home:
            said = self.tr("No library is open that it could be taken into.")
            self._window.tell_failure(said, None)
            return
        path, copy, take = Path(guest.place), project.view.reading.map, self._carrying.take
        again = partial(self._take, as_another=as_another)
        work = Work(lambda r: take(path, home, as_another, progress_of(r)), self)
        work.done.connect(lambda key: self._go_on(key, path, copy, is_another=as_another))
        work.failed.connect(lambda said, error: self._fail(said, error, copy, again))
        WorkingDialog(work, self.tr("Taking it into the library …"), self._window)
        work.start()

    def _go_on(self, key: ProjectId, path: Path, copy: ArgumentMap, *, is_another: bool) -> None:
        """Work on in the library; one that stands beside another gets a title of its own."""
        self._projects.open(key)
        if (project := self._window.project) is None or project.project_id != key:
            return
        if is_another:
            from app import edits  # noqa: PLC0415  after the first paint

            title = self.tr("{title} — shared copy").format(title=copy.project.title)
            project.view.performer.do(lambda m: edits.rename_project(m, title=title))
        said = self.tr("This is in your library now. The file {file} stays as it is.")
        self._window.banner.say(said.format(file=path.name), good=True)

    def _fail(
        self, sentence: str, error: Exception, copy: ArgumentMap, again: Callable[[], object]
    ) -> None:
        from app.model.errors import PresentError  # noqa: PLC0415  after the first paint
        from widgets.sharing.present_box import PresentBox  # noqa: PLC0415  as above

        if not isinstance(error, PresentError):
            self._window.tell_failure(sentence, again)
            return
        mine = next((s for s in self._projects.summaries() if s.id == copy.project.id), None)
        box = PresentBox(copy, mine, self._window)
        box.both_wanted.connect(lambda: self._take(as_another=True))
        box.replacing_wanted.connect(lambda: self._take_over(copy))
        box.open()

    def _take_over(self, copy: ArgumentMap) -> None:
        """Make the project of the library what the copy is, as an edit of it."""
        from app import edits  # noqa: PLC0415  after the first paint

        self._projects.open(copy.project.id)
        project = self._window.project
        if project is None or project.project_id != copy.project.id:
            return
        if project.view.performer.do(lambda m: edits.take_over(m, copy=copy)):
            said = self.tr("Your project is now as in the shared file. Undo brings yours back.")
        elif self._window.banner.isVisible():
            return
        else:
            said = self.tr("Your project was as in the shared file already.")
        self._window.banner.say(said, good=True)

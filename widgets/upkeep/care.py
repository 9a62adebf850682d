"""Care for the library: backups, going back to one, and rescuing what is in a damaged file."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from widgets.dialogs.working_dialog import WorkingDialog
from widgets.upkeep.backing_up import BackingUp
from widgets.upkeep.reporting import progress_of
from widgets.working import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.ports import RescueReport
    from widgets.actions import Slots
    from widgets.backing import Upkeep
    from widgets.main_window import MainWindow
    from widgets.working import Reporter


class Care(QObject):
    """Carries out what is done about the library as a file.

    While one is replaced nothing of it is open; whatever comes of that, it is opened again after.
    """

    def __init__(self, upkeep: Upkeep, window: MainWindow) -> None:
        super().__init__(window)
        self._upkeep = upkeep
        self._window = window
        self._projects = window.projects
        self._home: Path | None = None
        self.backing_up = BackingUp(upkeep, self)
        self.backing_up.failed.connect(window.status.advise)
        button = QPushButton(self.tr("Backups…"), window.start_page)
        button.clicked.connect(self.show_backups)
        window.start_page.put_beside_heading(button)
        self._projects.placed.connect(self._begin)
        self._projects.damaged.connect(self._tell_damage)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {"backups": self.show_backups}

    def finish(self) -> None:
        """Look after the library a last time, once it is closed."""
        self.backing_up.finish()

    def _begin(self, place: str) -> None:
        self._home = _file_at(place)
        self.backing_up.begin(self._home)

    # Backups

    def show_backups(self) -> None:
        """Show the backups of the person's library."""
        if self._home is None:
            if self._projects.home_at:
                said = self.tr("Only a library in a file of its own has backups here.")
            else:
                said = self.tr("No library is open, so there are no backups to show.")
            self._window.status.advise(said)
            return
        self._show_backups_of(self._home, partial(self._projects.use_library, self._home))

    def _show_backups_of(self, library: Path, again: Callable[[], object]) -> None:
        from app.model.errors import StoreError  # noqa: PLC0415  after the first paint
        from widgets.translating import why  # noqa: PLC0415  as above
        from widgets.upkeep.backups_dialog import BackupsDialog  # noqa: PLC0415  as above

        try:
            backups = self._upkeep.backups(library)
        except StoreError as error:
            self._window.banner.say(why(error))
            return
        dialog = BackupsDialog(backups, self._upkeep.folder(library), self._window)
        dialog.restore_wanted.connect(lambda path: self._restore(path, library, again))
        dialog.open()

    def _restore(self, backup: Path, library: Path, again: Callable[[], object]) -> None:
        def restored(aside: Path | None) -> None:
            said = self.tr("The library is as the backup has it.")
            if aside:
                kept = self.tr("The one before is kept as {file}").format(file=aside.name)
                said = f"{said} {kept}"
            self._window.banner.say(said, good=True)

        self._replace(
            library,
            lambda r: self._upkeep.restore(backup, library, progress_of(r)),
            self.tr("Going back to the backup …"),
            restored,
            again,
        )

    # Damage

    def _tell_damage(self, sentence: str, place: str, again: Callable[[], object]) -> None:
        path = _file_at(place)
        if path is None:
            self._window.tell_failure(sentence, again)
            return
        rescue = (self.tr("Rescue what can be read…"), lambda: self._rescue(path, again))
        self._window.tell_failure(sentence, again, rescue, *self._ways_back(path, again))

    def _ways_back(
        self, library: Path, again: Callable[[], object]
    ) -> Iterator[tuple[str, Callable[[], object]]]:
        """The way to the backups, if there are any; of a shared file none are made."""
        from app.model.errors import StoreError  # noqa: PLC0415  after the first paint

        with suppress(StoreError):  # a folder that cannot be read is no way
            if self._upkeep.backups(library):
                show = partial(self._show_backups_of, library, again)
                yield self.tr("Go back to a backup…"), show

    def _rescue(self, library: Path, again: Callable[[], object]) -> None:
        def rescued(report: RescueReport) -> None:
            from widgets.upkeep.rescue_dialog import RescueDialog  # noqa: PLC0415  as above

            RescueDialog(report, self._window).open()

        self._replace(
            library,
            lambda r: self._upkeep.rescue(library, progress_of(r)),
            self.tr("Rescuing what can be read …"),
            rescued,
            again,
        )

    def _replace(
        self,
        library: Path,
        task: Callable[[Reporter], object],
        words: str,
        then: Callable[..., object],
        again: Callable[[], object],
    ) -> None:
        """Close everything, do something to the file of a library, and have it opened again."""
        if self._window.project and not self._window.project.may_end():
            return
        self.backing_up.stop()
        self._projects.close()
        home = self._home if self._home != library else None
        work = Work(task, self)

        def back() -> None:
            """Open again what was open: before a file that was a guest, the person's own."""
            if home:
                self._projects.use_library(home)
            again()

        def failed(sentence: str, _error: Exception) -> None:
            back()
            self._window.tell_failure(sentence, None, *self._ways_back(library, again))

        def stopped() -> None:
            work.stop()
            back()

        def done(result: object) -> None:
            back()
            then(result)

        work.done.connect(done)
        work.failed.connect(failed)
        work.cancelled.connect(stopped)
        WorkingDialog(work, words, self._window)
        work.start()


def _file_at(place: str) -> Path | None:
    """The file of a library; None for a database on a server."""
    return None if "://" in place else Path(place)

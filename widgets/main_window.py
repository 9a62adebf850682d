"""The main window: the start page or an open project, and what goes on around them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.settings import THEMES
from resources.files import ICONS, SAMPLES
from widgets.action_table import Scope
from widgets.actions import make_actions, show_choice
from widgets.asking.asking import Asking
from widgets.banner import Banner
from widgets.dialogs.asking import ask_line, may_delete
from widgets.everywhere.finding import Everywhere
from widgets.intake.beginning import Beginning
from widgets.libraries.commands import Libraries
from widgets.projects import Projects
from widgets.sharing.guests import Guests
from widgets.start_page import StartPage
from widgets.status_line import StatusLine
from widgets.theme import chosen_theme, palette, style_sheet
from widgets.upkeep.care import Care

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.document import Document
    from app.settings import Settings
    from widgets.backing import Backing
    from widgets.intake.taking_in import TakingIn
    from widgets.project_window import ProjectWindow

SAMPLE = SAMPLES / "peace-talks.rejoinder"


class MainWindow(QMainWindow):
    """Shows itself at once, empty; `projects.use_library` then fills it."""

    painted = Signal()  # for the first time

    def __init__(self, backing: Backing, settings: Settings, kept: QSettings) -> None:
        super().__init__()
        self._set_frame()
        self._backing = backing
        self._settings = settings
        self._theme = chosen_theme(settings.theme)
        self.kept = kept
        self._was_painted = False
        self._home = ""  # where the person's own library is
        self.project: ProjectWindow | None = None
        self.projects = Projects(backing, self)
        self.beginning = Beginning(self.projects, self)
        self.asking = Asking(settings, backing.keep_setting, self)
        self.banner = Banner(self)
        self.status = StatusLine(self)
        self.guests = Guests(backing.carrying, self)
        self.pages = QStackedWidget(self)
        self.start_page = self._make_start_page()
        self._lay_out()
        self.everywhere = Everywhere(self)
        self.libraries = Libraries(settings, backing.keep_setting, self)
        self.care = Care(backing.upkeep, self)
        self.actions_by_name = make_actions({Scope.WINDOW: [self]}, self._slots(), self)
        self._connect()
        self._show_choices()
        self.guests.show_state()
        self._dress()
        if (geometry := kept.value("window")) is not None:
            self.restoreGeometry(geometry)

    def _set_frame(self) -> None:
        self.setWindowTitle("Rejoinder")
        self.setWindowIcon(QIcon(str(ICONS / "app.svg")))
        self.setMinimumSize(640, 420)
        self.resize(1400, 860)

    def _make_start_page(self) -> StartPage:
        begin = self.beginning
        return StartPage(
            self._theme,
            (
                ("open_article", self.tr("Open an article…"), begin.open_article),
                ("paste_article", self.tr("Paste an article"), begin.paste_article),
                ("open_address", self.tr("Open a web page…"), begin.open_address),
                ("new_project", self.tr("New empty map"), self.new_project),
                ("sample", self.tr("Look at the sample"), self.open_sample),
            ),
        )

    def _lay_out(self) -> None:
        self.pages.addWidget(self.start_page)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.guests.bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.start_page.project_wanted.connect(self.projects.open)
        self.start_page.deletion_wanted.connect(self.delete_project)
        self.beginning.take_drops(self.start_page)
        self.projects.listed.connect(self.start_page.show_projects)
        self.projects.opened.connect(self._show_project)
        self.projects.placed.connect(self._find_home)
        self.projects.leaving.connect(self._end_project)
        self.projects.failed.connect(self.tell_failure)
        self.beginning.more_wanted.connect(self._add_files)
        self.hear_of(self.beginning.taking_in)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            **self.beginning.slots(),
            **self.care.slots(),
            **self.everywhere.slots(),
            **self.guests.slots(),
            **self.libraries.slots(),
            "new_project": self.new_project,
            "quit": self.close,
            "palette": self.show_palette,
            "keys": self.show_keys,
            **{f"theme_{theme}": partial(self.choose_theme, theme) for theme in THEMES},
            "motion": self.toggle_motion,
        }

    # Beginning

    def open_again(self) -> None:
        """Open the project anew, as it is in the library now."""
        if self.project:
            project_id = self.project.project_id
            self._end_project()
            self.projects.open(project_id)

    def new_project(self) -> None:
        title = ask_line(self, self.tr("New empty map"), self.tr("What is it about?"))
        if title is not None:
            self.projects.new(title)

    def open_sample(self) -> None:
        self.projects.open_sample(SAMPLE)

    def delete_project(self, project_id: str) -> None:
        if may_delete(self, self.start_page.title_of(project_id)):
            self.projects.delete(project_id)  # type: ignore[arg-type]  # signals carry plain text

    # The open project

    def _show_project(self, document: Document) -> None:
        from widgets.project_window import ProjectWindow  # noqa: PLC0415  after the first paint

        self._end_project()
        self.banner.hide()
        self.project = ProjectWindow(document, self, self._theme, self._backing)
        self.project.use_motion(on=self._settings.motion)
        self.project.view.panes.restore(self.kept)
        self.pages.addWidget(self.project)
        self.pages.setCurrentWidget(self.project)
        self._show_place()
        self.project.begin()

    def close_project(self) -> None:
        """Go back to the start page, unless the person would rather keep unsaved words."""
        if self.project is None or not self.project.may_end():
            return
        self._end_project()
        self.projects.close_guest()
        self.projects.list_again()
        self.start_page.list.setFocus()

    def _end_project(self) -> None:
        project, self.project = self.project, None
        if project is None:
            return
        project.end()
        project.view.panes.keep(self.kept)
        self.pages.setCurrentWidget(self.start_page)
        self.pages.removeWidget(project)
        project.deleteLater()
        self.status.clear_facts()
        self._show_place()
        self.setWindowTitle("Rejoinder")

    def hear_of(self, taking_in: TakingIn) -> None:
        """Say what goes wrong when documents are taken in, until something else is asked for."""
        taking_in.failed.connect(self.tell_failure)
        taking_in.outdated.connect(self.banner.take_back)

    def _add_files(self, paths: list[Path]) -> None:
        if self.project:
            self.project.adding.add_files(paths)

    def tell_failure(
        self,
        text: str,
        again: Callable[[], object] | None,
        *others: tuple[str, Callable[[], object]],
    ) -> None:
        """Say what went wrong, with what would try again and other ways on."""
        ways = [*others, *([(self.tr("Try again"), again)] if again else [])]
        if not self._home:
            ways.append((self.tr("Use another library…"), self.libraries.show))
            self.start_page.show_projects([])
        self.banner.say(text, *ways)

    def show_palette(self) -> None:
        """Offer all actions there are just now, by name."""
        from widgets.palette import Palette  # noqa: PLC0415  after the first paint

        mine = self.project.actions_by_name if self.project else {}
        palette = Palette({**mine, **self.actions_by_name}, self)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open_over(self)

    def show_keys(self) -> None:
        """Show the page with all keys."""
        from widgets.dialogs.keys_page import KeysPage  # noqa: PLC0415  after the first paint

        KeysPage(self).open()

    def _find_home(self, place: str) -> None:
        self._home = place
        self._show_place()

    def _show_place(self) -> None:
        guest = self.projects.guest if self.project else None
        self.status.show_place(guest.place if guest else self._home, is_guest=guest is not None)
        self.guests.show_state()

    # Looks

    def choose_theme(self, choice: str) -> None:
        """Use the light or dark theme, or that of the system, from now on."""
        self._choose("theme", choice)
        self._dress()

    def toggle_motion(self) -> None:
        """Let things on the map glide to their places, or be there at once, from now on."""
        self._choose("motion", not self._settings.motion)
        if self.project:
            self.project.use_motion(on=self._settings.motion)

    def _choose(self, name: str, value: object) -> None:
        self._settings = self._settings.changed(**{name: value})
        self._backing.keep_setting(name, value)
        self._show_choices()

    def _show_choices(self) -> None:
        """Show in the menus what is chosen."""
        for theme in THEMES:
            show_choice(self.actions_by_name[f"theme_{theme}"], on=theme == self._settings.theme)
        show_choice(self.actions_by_name["motion"], on=self._settings.motion)

    def _dress(self) -> None:
        self._theme = chosen_theme(self._settings.theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self._theme))
        self.setStyleSheet(style_sheet(self._theme))
        self.start_page.use_theme(self._theme)
        if self.project:
            self.project.use_theme(self._theme)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.project and not self.project.may_end():
            event.ignore()
            return
        self.kept.setValue("window", self.saveGeometry())
        self.beginning.taking_in.stop()
        self.projects.close()
        self.care.finish()
        super().closeEvent(event)

"""An open project in the window: its bar, its views, its actions, and the errors that come up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from app import edits
from widgets.action_spec import Scope
from widgets.actions import Slots, make_actions, show_choice
from widgets.article.newer_texts import NewerTexts
from widgets.dialogs.asking import ask_line
from widgets.everywhere.also_in import AlsoIn
from widgets.export_commands import ExportCommands
from widgets.in_step import InStep
from widgets.intake.adding import Adding
from widgets.labels import as_tooltip
from widgets.menus import card_menu
from widgets.miniature import miniature_of
from widgets.misquoting import Misquoting
from widgets.panels import Panels
from widgets.picture_commands import PictureCommands
from widgets.presenting.commands import PresentingCommands
from widgets.project_view import ProjectView
from widgets.sharing.commands import SharingCommands
from widgets.top_bar import TopBar
from widgets.translating import edit_name, number_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.document import Document
    from app.model.elements import ProjectId
    from resources.themes import Theme
    from widgets.backing import Backing
    from widgets.main_window import MainWindow

_UNSETTLED = {
    *("edit_text", "zoom_in", "zoom_out", "zoom_full", "fit", "fit_selection"),
    "close_project",  # which asks about words that cannot be kept
}
"""Actions before which an open editor is left as it is."""


class ProjectWindow(QWidget):
    """What the main window shows while a project is open."""

    def __init__(
        self, document: Document, window: MainWindow, theme: Theme, backing: Backing
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self.view = ProjectView(document, theme, self)
        self.view.draft.use_asking(window.asking)
        self.adding = Adding(self.view.article, self.view.canvas, self.view.performer, window)
        self.newer = NewerTexts(self.view.article.texts, window)
        self.exports = ExportCommands(self.view, window, backing)
        self.sharing = SharingCommands(self.view, window, backing.carrying)
        self.pictures = PictureCommands(self.view, window.kept, self)
        self.presenting = PresentingCommands(self.view)
        self.in_step = InStep(self.view)
        self.misquoting = Misquoting(self.view)
        self.also_in = AlsoIn(self.view, window.projects)
        homes: dict[Scope, Sequence[QWidget]] = {
            Scope.WINDOW: [self],
            Scope.MAP: [self.view.canvas.view, self.view.outline.tree],
            Scope.ARTICLE: [self.view.article.text],
            Scope.SPEAKERS: [self.view.speakers.list],
            Scope.DRAFT: [self.view.draft.list],
        }
        self.actions_by_name = make_actions(homes, self._slots(), self)
        self.view.article.sources.use_actions(self.actions_by_name)
        self.bar = TopBar({**window.actions_by_name, **self.actions_by_name}, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        self._connect(window)
        self._show_choices()

    def _connect(self, window: MainWindow) -> None:
        performer = self.view.performer
        performer.refused.connect(window.status.advise)
        performer.failed.connect(self._tell_failure)
        for taking_in in (self.adding.taking_in, self.newer.taking_in):
            window.hear_of(taking_in)
        self.adding.project_dropped.connect(self._leave_for)
        for advising in (
            *(self.pictures.refused, self.pictures.told, self.presenting.refused),
            *(self.view.advice, self.in_step.advice, self.misquoting.advice, self.also_in.advice),
        ):
            advising.connect(window.status.advise)
        self.also_in.wanted.connect(window.everywhere.go_to_claim)
        self.misquoting.changed.connect(self._show_facts)
        for moved in (self.in_step.moved, self.view.looking.trimmed):
            moved.connect(self._show_history)
        self.in_step.moved.connect(self.view.history.refresh_soon)
        self.view.reading.changed.connect(self._show_facts)
        self.view.showing.changed.connect(self._show_choices)
        self.view.filtering.changed.connect(self._show_choices)
        self.view.article.marks.style_changed.connect(self._show_choices)
        self.view.canvas.view.menu_wanted.connect(self._show_card_menu)

    def _slots(self) -> Slots:
        slots: Slots = {
            **self.view.slots(),
            **Panels(self.view).slots(),
            **self.adding.slots(),
            **self.newer.slots(),
            **self.pictures.slots(),
            **self.exports.slots(),
            **self.sharing.slots(),
            **self.misquoting.slots(),
            **self.presenting.slots(),
            "rename_project": self.rename,
            "close_project": self._window.close_project,
        }
        return {
            name: slot if name in _UNSETTLED else self._settled(slot)
            for name, slot in slots.items()
        }

    def _settled(self, slot: Callable[[], object]) -> Callable[[], object]:
        """Keep what is being typed before a command is carried out, and show what came of it."""

        def call() -> None:
            if self.view.settle():
                slot()
                self.view.inspector.show_later()

        return call

    # Coming and going

    @property
    def project_id(self) -> ProjectId:
        return self._document.map.project.id

    def begin(self) -> None:
        """Show the facts of the project and give the map the focus."""
        self._show_facts()
        self.view.canvas.view.setFocus()

    def may_end(self) -> bool:
        """Keep what is being typed; if that cannot be, ask whether to lose it."""
        if self.view.settle():
            return True
        answer = QMessageBox.question(
            self,
            self.tr("Words that are not saved"),
            self.tr("The words that you are typing cannot be saved now. Leave without them?"),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer is QMessageBox.StandardButton.Discard

    def _leave_for(self, path: Path) -> None:
        if self.may_end():
            self._window.beginning.open_file(path)

    def end(self) -> None:
        """Keep a small picture for the start page, and stop everything that is under way."""
        self.adding.taking_in.stop()
        self.newer.taking_in.stop()
        for working in (self.exports, self.sharing, self.pictures, self.presenting):
            working.stop()
        self.in_step.stop()
        self.also_in.stop()
        self.view.close_document()
        self._window.projects.keep_miniature(
            self._document.map.project.id, miniature_of(self.view.reading.forest)
        )

    def use_theme(self, theme: Theme) -> None:
        self.bar.use_theme(theme)
        self.view.use_theme(theme)

    def use_motion(self, *, on: bool) -> None:
        self.view.canvas.view.glide.is_on = on

    # What the menu offers

    def rename(self) -> None:
        title = ask_line(self, self.tr("Rename the project"), self.tr("Title"), self._title())
        if title is not None:
            self.view.performer.do(lambda m: edits.rename_project(m, title=title))

    def _show_choices(self) -> None:
        """Show in the menus how the map is shown now."""
        choices = {
            **self.view.showing.choices(),
            **self.view.filtering.choices(),
            **self.view.article.marks.choices(),
        }
        for name, on in choices.items():
            show_choice(self.actions_by_name[name], on=on)

    def _show_card_menu(self, at: QPoint) -> None:
        menu = card_menu(self.actions_by_name, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # Telling

    def _title(self) -> str:
        return self._document.map.project.title

    def _tell_failure(self, text: str, again: Callable[[], object]) -> None:
        self._window.banner.say(
            text,
            (self.tr("Try again"), again),
            (self.tr("Open it again"), self._window.open_again),
            (self.tr("Save a copy elsewhere…"), self.sharing.save_elsewhere),
        )

    def _show_facts(self) -> None:
        status, outline = self._window.status, self.view.reading.outline
        self._window.setWindowTitle(f"{self._title()} — Rejoinder")
        self.bar.show_title(self._title())
        claims = len(outline.cards)
        speakers = len(self._document.map.speakers())
        facts = [
            number_words(claims, self.tr("1 claim"), self.tr("{n} claims")),
            number_words(len(outline.steps), self.tr("1 inference"), self.tr("{n} inferences")),
            number_words(speakers, self.tr("1 speaker"), self.tr("{n} speakers")),
        ]
        one, many = self.tr("1 unanswered objection"), self.tr("{n} unanswered objections")
        open_objections = len(self.view.reading.unanswered)
        unanswered = number_words(open_objections, one, many) if open_objections else ""
        warnings = [words for words in (unanswered, self.misquoting.warning) if words]
        status.show_facts(self.tr("● Saved"), " · ".join(facts), " · ".join(warnings))
        self._show_history()

    def _show_history(self) -> None:
        """Say in the menu what undo and redo would do."""
        undo, redo = self.actions_by_name["undo"], self.actions_by_name["redo"]
        for action, word, what in (
            (undo, self.tr("Undo"), edit_name(self._document.undo_label)),
            (redo, self.tr("Redo"), edit_name(self._document.redo_label)),
        ):
            action.setEnabled(bool(what))
            action.setText(f"{word}: {what}".replace("&", "&&") if what else word)
            action.setToolTip(as_tooltip(f"{word}: {what}" if what else word))

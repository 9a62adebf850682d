"""An open project in the window: its bar, its views, its actions, and the errors that come up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QVBoxLayout, QWidget

from app import edits
from app.diagrams.options import DiagramOptions
from widgets.action_table import Scope
from widgets.actions import Slots, make_actions, show_choice
from widgets.article.newer_texts import NewerTexts
from widgets.dialogs.asking import ask_line
from widgets.export_kinds import KINDS, ExportKind, Order
from widgets.exporting import export
from widgets.intake.adding import Adding
from widgets.labels import as_tooltip
from widgets.menus import card_menu
from widgets.miniature import miniature_of
from widgets.panels import Panels
from widgets.picture_commands import PictureCommands
from widgets.project_view import ProjectView
from widgets.projects import SHARED
from widgets.top_bar import TopBar
from widgets.translating import edit_name, why

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.diagrams.export import Written
    from app.document import Document
    from app.model.elements import ProjectId
    from resources.themes import Theme
    from widgets.main_window import MainWindow
    from widgets.projects import Backing
    from widgets.working import Work


_USUAL = DiagramOptions()
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
        self._theme = theme
        self._backing = backing
        self._document = document
        self._export: Work | None = None
        self.view = ProjectView(document, theme, self)
        self.adding = Adding(self.view.article, self.view.performer, window)
        self.newer = NewerTexts(self.view.article.texts, window)
        homes: dict[Scope, Sequence[QWidget]] = {
            Scope.WINDOW: [self],
            Scope.MAP: [self.view.canvas.view, self.view.outline.tree],
            Scope.ARTICLE: [self.view.article.text],
            Scope.SPEAKERS: [self.view.speakers.list],
        }
        self.actions_by_name = make_actions(homes, self._slots(), self)
        self.view.article.sources.use_actions(self.actions_by_name)
        self.bar = TopBar({**window.actions_by_name, **self.actions_by_name}, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        performer = self.view.performer
        performer.refused.connect(window.status.advise)
        performer.failed.connect(self._tell_failure)
        for taking_in in (self.adding.taking_in, self.newer.taking_in):
            taking_in.failed.connect(window.tell_failure)
        self.view.advice.connect(window.status.advise)
        self.view.reading.changed.connect(self._show_facts)
        self.view.showing.changed.connect(self._show_choices)
        self.view.filtering.changed.connect(self._show_choices)
        self.view.article.marks.style_changed.connect(self._show_choices)
        self._show_choices()
        self.view.canvas.view.menu_wanted.connect(self._show_card_menu)

    def _slots(self) -> Slots:
        pictures = PictureCommands(self.view, self._window.kept, self)
        pictures.refused.connect(self._window.status.advise)
        pictures.told.connect(self._window.status.advise)
        slots: Slots = {
            **self.view.slots(),
            **Panels(self.view).slots(),
            **self.adding.slots(),
            **self.newer.slots(),
            **pictures.slots(),
            "rename_project": self.rename,
            "export": self.export,
            "save_copy": self.save_copy,
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

    def end(self) -> None:
        """Keep a small picture for the start page, and stop everything that is under way."""
        self.adding.taking_in.stop()
        self.newer.taking_in.stop()
        if self._export:
            self._export.stop()
        self.view.close_document()
        self._window.projects.keep_miniature(
            self._document.map.project.id, miniature_of(self.view.reading.forest)
        )

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.bar.use_theme(theme)
        self.view.use_theme(theme)

    def use_motion(self, *, on: bool) -> None:
        self.view.canvas.view.glide.is_on = on

    # What the menu offers

    def rename(self) -> None:
        title = ask_line(self, self.tr("Rename the project"), self.tr("Title"), self._title())
        if title is not None:
            self.view.performer.do(lambda m: edits.rename_project(m, title=title))

    def save_copy(self) -> None:
        path = self._ask_path(SHARED, {SHARED: self.tr("Shared projects")})
        if path and self._window.projects.save_copy(self._document.map, path):
            self._window.tell_saved(str(path))

    def export(self) -> None:
        """Ask what is to be written and how, then for a file; its ending says which format."""
        from widgets.dialogs.export_dialog import ExportDialog  # noqa: PLC0415  takes long

        selected = [key[1] for key in self.view.selection.keys]
        dialog = ExportDialog(
            self._document.map, selected, self._theme, self._window.kept, self._window
        )
        dialog.ordered.connect(self._ask_and_export)
        dialog.open()

    def _ask_and_export(self, kind: ExportKind, options: DiagramOptions) -> None:
        path = self._ask_path(next(iter(kind.suffixes)), kind.suffixes)
        if path:
            self.export_to(path, kind, options)

    def export_to(
        self, path: Path, kind: ExportKind = KINDS[0], options: DiagramOptions = _USUAL
    ) -> None:
        """Write an export off the window's thread, with a way to stop it."""
        if self._export and self._export.is_running:
            self._window.status.advise(self.tr("Another diagram is still being written."))
            return
        order = Order(self._document.map, path, options, self._backing.graphviz)
        work = self._export = export(kind, order, self)
        stop = (self.tr("Stop"), work.stop)

        def tell(share: float) -> None:
            text = self.tr("Writing {file} …").format(file=path.name)
            if share > 0:
                text = self.tr("Writing {file}, {share} % …").format(
                    file=path.name, share=int(share * 100)
                )
            self._window.banner.say(text, stop, good=True)

        work.done.connect(self._tell_written)
        work.failed.connect(lambda sentence, _error: self._window.banner.say(sentence))
        work.cancelled.connect(self._tell_stopped)
        work.progressed.connect(tell)
        work.start()
        tell(0)

    def _tell_written(self, written: Written) -> None:
        remark = why(written.remark) if written.remark else ""
        self._window.tell_saved(str(written.paths[0]), len(written.paths), remark)

    def _tell_stopped(self) -> None:
        self._window.banner.say(self.tr("The export was stopped."))

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

    def _ask_path(self, suffix: str, kinds: Mapping[str, str]) -> Path | None:
        """Ask where to write; the file gets an ending, and none is replaced unasked."""
        name = "".join(c if c.isalnum() or c in " -_" else " " for c in self._title()).strip()
        filters = ";;".join(f"{word} (*{ending})" for ending, word in kinds.items())
        text, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save"), f"{name[:60]}{suffix}", filters
        )
        path = Path(text)
        if not text or path.suffix.lower() in kinds:
            return path if text else None
        path = path.with_name(path.name + (kind.partition("(*")[2].rstrip(")") or suffix))
        return path if not path.exists() or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self,
            self.tr("Save"),
            self.tr("{file} is there already. Replace it?").format(file=path.name),
        )
        return answer is QMessageBox.StandardButton.Yes

    # Telling

    def _title(self) -> str:
        return self._document.map.project.title

    def _tell_failure(self, text: str, again: Callable[[], object]) -> None:
        self._window.banner.say(
            text,
            (self.tr("Try again"), again),
            (self.tr("Open it again"), self._window.open_again),
            (self.tr("Save a copy elsewhere…"), self.save_copy),
        )

    def _show_facts(self) -> None:
        status, outline = self._window.status, self.view.reading.outline
        self._window.setWindowTitle(f"{self._title()} — Rejoinder")
        self.bar.show_title(self._title())
        claims = len(outline.cards)
        speakers = len(self._document.map.speakers())
        facts = [
            counted(claims, self.tr("1 claim"), self.tr("{n} claims")),
            counted(len(outline.steps), self.tr("1 inference"), self.tr("{n} inferences")),
            counted(speakers, self.tr("1 speaker"), self.tr("{n} speakers")),
        ]
        one, many = self.tr("1 unanswered objection"), self.tr("{n} unanswered objections")
        open_objections = len(self.view.reading.unanswered)
        warning = counted(open_objections, one, many) if open_objections else ""
        status.show_facts(self.tr("● Saved"), " · ".join(facts), warning)
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


def counted(number: int, one: str, many: str) -> str:
    """Say how many: `one` as it is, or `many` with the number in its place."""
    return one if number == 1 else many.format(n=number)

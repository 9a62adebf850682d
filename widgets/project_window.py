"""An open project in the window: its bar, its views, its actions, and the errors that come up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app import edits
from app.diagrams.kinds import SUFFIXES
from widgets.actions import Scope, make_actions
from widgets.dialogs.asking import ask_line
from widgets.exporting import Export
from widgets.miniature import miniature_of
from widgets.project_view import ProjectView
from widgets.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.document import Document
    from resources.themes import Theme
    from widgets.main_window import MainWindow
    from widgets.projects import Backing


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
        self._export: Export | None = None
        self.view = ProjectView(document, theme, self)
        homes = {
            Scope.WINDOW: self,
            Scope.MAP: self.view.canvas.view,
            Scope.ARTICLE: self.view.article.text,
        }
        self.actions_by_name = make_actions(homes, self._slots(), self)
        self.bar = TopBar({**window.actions_by_name, **self.actions_by_name}, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        performer = self.view.performer
        performer.refused.connect(window.status.advise)
        performer.failed.connect(self._tell_failure)
        self.view.advice.connect(window.status.advise)
        self.view.reading.changed.connect(self._show_facts)

    def _slots(self) -> dict[str, Callable[[], object]]:
        commands, canvas, article = self.view.commands, self.view.canvas, self.view.article
        named: dict[str, Callable[[], object]] = {
            name: getattr(commands, name)
            for name in (
                *("add_reason", "add_objection", "add_co_premise", "add_undercutter"),
                *("add_sibling_after", "add_sibling_before", "add_free_claim"),
                *("delete", "delete_only", "turn_into_reason", "turn_into_objection"),
                *("toggle_unstated", "move_earlier", "move_later", "fold", "undo", "redo"),
                *("fold_all", "show_level", "hide_level"),
                *("go_up", "go_down", "go_left", "go_right"),
            )
        }
        return {
            **named,
            "edit_text": canvas.edit,
            "zoom_in": canvas.view.zoom_in,
            "zoom_out": canvas.view.zoom_out,
            "zoom_full": lambda: canvas.view.set_zoom(1),
            "fit": canvas.view.fit,
            "fit_selection": canvas.view.fit_selection,
            "mark_claim": article.mark_claim,
            "mark_reason": article.mark_reason,
            "mark_objection": article.mark_objection,
            "mark_more": article.mark_more,
            "set_speaker": article.set_speaker,
            "show_words": self.view.show_words,
            "show_claim": self.view.show_claim,
            "toggle_article": lambda: article.setVisible(not article.isVisible()),
            "toggle_inspector": lambda: self.view.inspector.setVisible(
                not self.view.inspector.isVisible()
            ),
            "rename_project": self.rename,
            "export": self.export,
            "save_copy": self.save_copy,
            "close_project": self._window.close_project,
        }

    # Coming and going

    def begin(self) -> None:
        """Show the facts of the project and give the map the focus."""
        self._show_facts()
        self.view.canvas.view.setFocus()

    def end(self) -> None:
        """Keep what is being typed, and a small picture for the start page."""
        if self._export:
            self._export.cancel()
        self.view.close_document()
        self._window.projects.keep_miniature(
            self._document.map.project.id, miniature_of(self.view.reading.forest)
        )

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.bar.use_theme(theme)
        self.view.use_theme(theme)

    # What the menu offers

    def rename(self) -> None:
        title = ask_line(self, self.tr("Rename the project"), self.tr("Title"), self._title())
        if title is not None:
            self.view.performer.do(lambda m: edits.rename_project(m, title=title))

    def save_copy(self) -> None:
        path = self._ask_path(".rejoinder", self.tr("Shared projects (*.rejoinder)"))
        if path and self._window.projects.save_copy(self._document.map, path):
            self._window.tell_saved(str(path))

    def export(self) -> None:
        """Ask for a file and write a diagram to it; its ending says which kind."""
        kinds = ";;".join(f"{name} (*{suffix})" for suffix, name in SUFFIXES.items())
        path = self._ask_path(".png", kinds)
        if path:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write a diagram off the window's thread, with a way to stop it."""
        self.view.canvas.leave_editor()
        theme = "dark" if self._theme.dark else "light"
        self._export = Export(
            self._document.map, path, theme=theme, program=self._backing.graphviz, parent=self
        )
        self._export.done.connect(self._window.tell_saved)
        self._export.failed.connect(self._window.banner.say)
        stop = (self.tr("Stop"), self._export.cancel)
        text = self.tr("Writing {file} …").format(file=path.name)
        self._window.banner.say(text, stop, good=True)
        self._export.start()

    def _ask_path(self, suffix: str, kinds: str) -> Path | None:
        name = "".join(c if c.isalnum() or c in " -_" else " " for c in self._title()).strip()
        text, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save"), f"{name[:60]}{suffix}", kinds
        )
        if not text:
            return None
        path = Path(text)
        chosen = kind.partition("(*")[2].rstrip(")") or suffix
        return path if path.suffix else path.with_name(path.name + chosen)

    # Telling

    def _title(self) -> str:
        return self._document.map.project.title

    def _tell_failure(self, text: str, again: Callable[[], object]) -> None:
        self._window.banner.say(
            text,
            (self.tr("Try again"), again),
            (self.tr("Save a copy elsewhere…"), self.save_copy),
        )

    def _show_facts(self) -> None:
        status, outline = self._window.status, self.view.reading.outline
        self._window.setWindowTitle(f"{self._title()} — Rejoinder")
        self.bar.show_title(self._title())
        claims = len(outline.cards)
        speakers = len(self._document.map.speakers())
        mapped, sentences = self.view.article.mapped
        facts = [
            counted(claims, self.tr("1 claim"), self.tr("{n} claims")),
            counted(len(outline.steps), self.tr("1 inference"), self.tr("{n} inferences")),
            counted(speakers, self.tr("1 speaker"), self.tr("{n} speakers")),
        ]
        if sentences:
            words = self.tr("{mapped} of {n} sentences mapped")
            facts.append(words.format(mapped=mapped, n=sentences))
        one, many = self.tr("1 unanswered objection"), self.tr("{n} unanswered objections")
        open_objections = len(self.view.reading.unanswered)
        warning = counted(open_objections, one, many) if open_objections else ""
        status.show_facts(self.tr("● Saved"), " · ".join(facts), warning)
        self._show_history()

    def _show_history(self) -> None:
        """Say in the menu what undo and redo would do."""
        undo, redo = self.actions_by_name["undo"], self.actions_by_name["redo"]
        for action, word, what in (
            (undo, self.tr("Undo"), self._document.undo_label),
            (redo, self.tr("Redo"), self._document.redo_label),
        ):
            action.setEnabled(bool(what))
            action.setText(f"{word}: {what}" if what else word)


def counted(number: int, one: str, many: str) -> str:
    """Say how many: `one` as it is, or `many` with the number in its place."""
    return one if number == 1 else many.format(n=number)

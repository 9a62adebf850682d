"""Exporting an open project: asking what and where, and writing it off the window's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.diagrams.options import DiagramOptions
from app.documents.options import Options
from app.model.elements import ClaimId
from widgets.export_kinds import KINDS, ExportKind, Order
from widgets.exporting import export
from widgets.projects import SHARED
from widgets.translating import why

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.diagrams.export import Written
    from widgets.actions import Slots
    from widgets.main_window import MainWindow
    from widgets.project_view import ProjectView
    from widgets.projects import Backing
    from widgets.working import Work

_USUAL = DiagramOptions()
_ALL = Options()
_LONGEST = 60  # characters of the title in the name of a file


class ExportCommands(QObject):
    """Carries out what writes files: one export at a time, and copies to share."""

    def __init__(self, view: ProjectView, window: MainWindow, backing: Backing) -> None:
        super().__init__(view)
        self._view = view
        self._window = window
        self._backing = backing
        self._export: Work | None = None

    def slots(self) -> Slots:
        return {"export": self.export, "save_copy": self.save_copy}

    def stop(self) -> None:
        """Stop what is being written."""
        if self._export:
            self._export.stop()

    def save_copy(self) -> None:
        """Ask for a file, and write a project there that others can open."""
        path = self._ask_path({SHARED: self.tr("Shared projects")})
        if path and self._window.projects.save_copy(self._view.reading.map, path):
            self._window.tell_saved(str(path))

    def export(self) -> None:
        """Ask what is to be written and how, then for a file; its ending says which format."""
        from widgets.dialogs.export_dialog import ExportDialog  # noqa: PLC0415  takes long

        selected = [ClaimId(key[1]) for key in self._view.selection.keys]
        theme, kept = self._view.canvas.view.theme, self._window.kept
        dialog = ExportDialog(self._view.reading.map, selected, theme, kept, self._window)
        dialog.ordered.connect(self._ask_and_export)
        dialog.open()

    def _ask_and_export(self, kind: ExportKind, options: DiagramOptions, document: Options) -> None:
        path = self._ask_path(kind.endings)
        if path:
            self.export_to(path, kind, options, document)

    def export_to(
        self,
        path: Path,
        kind: ExportKind = KINDS[0],
        options: DiagramOptions = _USUAL,
        document: Options = _ALL,
    ) -> None:
        """Write an export, with a way to stop it."""
        if self._export and self._export.is_running:
            self._window.status.advise(self.tr("Another export is still being written."))
            return
        order = Order(self._view.reading.map, path, options, document, self._backing.graphviz)
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

    def _ask_path(self, kinds: Mapping[str, str]) -> Path | None:
        """Ask where to write; the file gets an ending, and none is replaced unasked."""
        title = self._view.reading.map.project.title
        name = "".join(c if c.isalnum() or c in " -_" else " " for c in title).strip()
        suffix = next(iter(kinds))
        filters = ";;".join(f"{word} (*{ending})" for ending, word in kinds.items())
        text, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Save"), f"{name[:_LONGEST]}{suffix}", filters
        )
        path = Path(text)
        if not text or path.suffix.lower() in kinds:
            return path if text else None
        path = path.with_name(path.name + (kind.partition("(*")[2].rstrip(")") or suffix))
        return path if not path.exists() or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self._window,
            self.tr("Save"),
            self.tr("{file} is there already. Replace it?").format(file=path.name),
        )
        return answer is QMessageBox.StandardButton.Yes

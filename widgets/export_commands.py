"""Exporting an open project: asking what and where, and writing it off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.diagrams.options import DiagramOptions
from app.documents.options import Options
from app.model.elements import ClaimId
from widgets.dialogs.saving import ask_path
from widgets.export_kinds import KINDS, ExportKind, Order
from widgets.exporting import export
from widgets.translating import why

if TYPE_CHECKING:
    from pathlib import Path

    from app.diagrams.export import Written
    from widgets.actions import Slots
    from widgets.backing import Backing
    from widgets.main_window import MainWindow
    from widgets.project_view import ProjectView
    from widgets.working import Work

_USUAL = DiagramOptions()
_ALL = Options()


class ExportCommands(QObject):
    """Carries out exports: one export at a time."""

    def __init__(self, view: ProjectView, window: MainWindow, backing: Backing) -> None:
        super().__init__(view)
        self._view = view
        self._window = window
        self._backing = backing
        self._export: Work | None = None

    def slots(self) -> Slots:
        return {"export": self.export}

    def stop(self) -> None:
        """Stop what is being written."""
        if self._export:
            self._export.stop()

    def export(self) -> None:
        """Ask what is to be written and how, then for a file; its ending says which format."""
        from widgets.dialogs.export_dialog import ExportDialog  # noqa: PLC0415  takes long

        selected = [ClaimId(key[1]) for key in self._view.selection.keys]
        theme, kept = self._view.canvas.view.theme, self._window.kept
        dialog = ExportDialog(self._view.reading.map, selected, theme, kept, self._window)
        dialog.ordered.connect(self._ask_and_export)
        dialog.open()

    def _ask_and_export(self, kind: ExportKind, options: DiagramOptions, document: Options) -> None:
        path = ask_path(self._window, self._view.reading.map.project.title, kind.endings)
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
        self._window.banner.say_saved(str(written.paths[0]), len(written.paths), remark)

    def _tell_stopped(self) -> None:
        self._window.banner.say(self.tr("The export was stopped."))

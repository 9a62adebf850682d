"""Exporting from the window: off its thread, with a way to stop it."""

from dataclasses import replace

from PySide6.QtCore import QObject

from app.diagrams.export import Written
from widgets.export_kinds import ExportKind, Order
from widgets.working import Reporter, Work


def export(kind: ExportKind, order: Order, parent: QObject) -> Work:
    """Make the work of an export; what it gives back is what was `Written`."""

    def work(reporter: Reporter) -> Written:
        asked = replace(order, cancelled=reporter.cancelled, progress=reporter.progress)
        return kind.write(asked)

    return Work(work, parent)

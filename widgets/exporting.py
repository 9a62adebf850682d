"""Exporting from the window: off its thread, with a way to stop it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from widgets.working import Reporter, Work

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.diagrams.export import Written
    from widgets.export_kinds import ExportKind, Order


def export(kind: ExportKind, order: Order, parent: QObject) -> Work:
    """Make the work of an export; what it gives back is what was `Written`."""

    def work(reporter: Reporter) -> Written:
        asked = replace(order, cancelled=reporter.cancelled, progress=reporter.progress)
        return kind.write(asked)

    return Work(work, parent)

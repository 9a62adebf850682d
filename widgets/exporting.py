"""Exporting a diagram from the window: off its thread, with a way to stop it."""

from pathlib import Path

from PySide6.QtCore import QObject

from app.diagrams.export import export_diagram
from app.model.argument_map import ArgumentMap
from widgets.working import Reporter, Work


def export(
    argument_map: ArgumentMap, path: Path, *, theme: str, program: str, parent: QObject
) -> Work:
    """Make the work of writing a diagram; what it gives back is the path of the file."""

    def work(reporter: Reporter) -> str:
        export_diagram(
            argument_map, path, theme=theme, program=program, cancelled=reporter.cancelled
        )
        return str(path)

    return Work(work, parent)

"""Printing a map, and seeing beforehand what comes out of the printer."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from app.diagrams.options import DiagramOptions, Fit
from app.diagrams.paging import pages_on
from app.diagrams.parts import Drawings
from app.model.errors import DiagramError
from resources.themes import load_theme
from widgets.fonts import QtMeasure
from widgets.sheet_painting import Leaf, SheetPainter, leaves_of, wording

if TYPE_CHECKING:
    from app.model.argument_map import ArgumentMap

_INCH = 72


class MapPrinting(QObject):
    """Prints a map with the options of the last export, on the paper of the printer."""

    def __init__(
        self, argument_map: "ArgumentMap", options: DiagramOptions, parent: QWidget
    ) -> None:
        """Raises DiagramError if there is nothing to print."""
        super().__init__(parent)
        self._window = parent
        theme = "light" if options.theme == "dark" else options.theme  # spares ink
        today = date.today()  # noqa: DTZ011  the day it is here
        self._options = options.changed(theme=theme, drawn=today)
        self._drawings = Drawings(argument_map, self._options, QtMeasure(), wording())
        self._painter = SheetPainter(load_theme(theme))
        self._title = argument_map.project.title
        self._printer = self._made()  # the dialogs only point at it

    def preview(self) -> None:
        """Show the pages, from where they can be printed."""
        dialog = QPrintPreviewDialog(self._printer, self._window)
        dialog.setAccessibleName(self.tr("Print preview"))
        dialog.setStyleSheet("QToolButton { padding: 4px; }")  # so that all of them are there
        dialog.paintRequested.connect(self.paint)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.deleteLater)  # after it
        dialog.resize(900, 700)
        dialog.open()

    def print(self) -> None:
        """Ask for a printer, and print."""
        dialog = QPrintDialog(self._printer, self._window)
        dialog.accepted.connect(lambda: self.paint(self._printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.deleteLater)  # after it
        QDialog.open(dialog)  # its own wants to be told whom to call

    def _made(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
        drawing = self._drawings.drawing(0)
        if drawing.sheet.page.width > drawing.sheet.page.height:
            printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        return printer

    def paint(self, printer: QPrinter) -> None:
        """Paint all pages on a printer."""
        size = printer.pageLayout().fullRectPoints().size()
        leaves = self.leaves((size.width(), size.height()))
        with QPainter(printer) as painter:
            for number, leaf in enumerate(leaves):
                if number:
                    printer.newPage()
                painter.save()
                scale = printer.resolution() / _INCH
                painter.scale(scale, scale)
                self._painter.paint(painter, leaf)
                painter.restore()

    def leaves(self, paper: tuple[float, float]) -> list[Leaf]:
        """The pages, on paper of a size in points; over several where one would hold too little."""
        found: list[Leaf] = []
        for drawing in self._drawings:
            page = drawing.sheet.page
            try:
                pages = pages_on(page, [paper], self._options.fit)
            except DiagramError:
                pages = pages_on(page, [paper], Fit.TILES)
            found += leaves_of(drawing, pages)
        return found

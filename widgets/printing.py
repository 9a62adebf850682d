"""Printing a map, and seeing beforehand what comes out of the printer."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QMarginsF, QObject, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from app.diagrams.options import DiagramOptions, Fit, Part
from app.diagrams.paging import pages_on
from app.diagrams.parts import Drawing
from app.model.errors import DiagramError
from resources.themes import load_theme
from widgets.sheet_painting import Leaf, SheetPainter, leaves_of
from widgets.translating import why
from widgets.waiting import waiting

_INCH = 72
_WRAPPED = Qt.TextFlag.TextWordWrap


def on_paper(options: DiagramOptions) -> DiagramOptions:
    """The options of the last export as they are to be printed: in colours that spare ink.

    Never of what was selected then, for that may be gone.
    """
    part = Part.WHOLE if options.part in {Part.BRANCH, Part.SELECTION} else options.part
    theme = "light" if options.theme == "dark" else options.theme
    today = date.today()  # noqa: DTZ011  the day it is here
    return options.changed(theme=theme, part=part, drawn=today)


class MapPrinting(QObject):
    """Prints sheets that are laid out, with options from `on_paper`, on the paper of the printer.

    There must be a sheet.
    """

    def __init__(
        self, sheets: Sequence[Drawing], options: DiagramOptions, title: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._sheets = sheets
        self._options = options
        self._painter = SheetPainter(load_theme(options.theme))
        self._title = title
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
        page = self._sheets[0].sheet.page
        if page.width > page.height:
            printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        return printer

    @property
    def refusal(self) -> str:
        """Why it cannot be printed on the paper of the printer; empty if it can."""
        try:
            self.leaves(_paper_of(self._printer))
        except DiagramError as error:
            return why(error)
        return ""

    def paint(self, printer: QPrinter) -> None:
        """Paint all pages on a printer, or why they cannot be: the paper may have been changed."""
        with waiting():
            try:
                self._paint(printer, self.leaves(_paper_of(printer)))
            except DiagramError as error:
                with QPainter(printer) as painter:
                    room = painter.viewport().adjusted(1, 1, -1, -1)
                    painter.drawText(room, Qt.AlignmentFlag.AlignCenter | _WRAPPED, why(error))

    def _paint(self, printer: QPrinter, leaves: Sequence[Leaf]) -> None:
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
        for drawing in self._sheets:
            page = drawing.sheet.page
            try:
                pages = pages_on(page, [paper], self._options.fit)
            except DiagramError:
                pages = pages_on(page, [paper], Fit.TILES)
            found += leaves_of(drawing, pages)
        return found


def _paper_of(printer: QPrinter) -> tuple[float, float]:
    """The size of the paper of a printer, in points."""
    size = printer.pageLayout().fullRectPoints().size()
    return size.width(), size.height()

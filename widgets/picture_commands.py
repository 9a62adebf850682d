"""Commands that make pictures of a map: printing it, and copying what is shown of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.model.errors import DiagramError
from widgets.actions import Slots
from widgets.translating import why

if TYPE_CHECKING:
    from widgets.printing import MapPrinting
    from widgets.project_view import ProjectView
    from widgets.sheet_painting import Leaf, SheetPainter

_DOTS = 192  # an inch
_SVG = "image/svg+xml"


class PictureCommands(QObject):
    """What is refused comes as `refused`; what was done as `told`."""

    refused = Signal(str)
    told = Signal(str)

    def __init__(self, view: "ProjectView", kept: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._kept = kept
        self._window = parent

    def slots(self) -> Slots:
        return {
            "print": self.print,
            "print_preview": self.preview,
            "copy_picture": self.copy_picture,
            "copy_svg": self.copy_svg,
        }

    def print(self) -> None:
        try:
            self._printing().print()
        except DiagramError as error:
            self.refused.emit(why(error))

    def preview(self) -> None:
        try:
            self._printing().preview()
        except DiagramError as error:
            self.refused.emit(why(error))

    def _printing(self) -> "MapPrinting":
        from app.diagrams.options import Part  # noqa: PLC0415
        from widgets.export_memory import remembered  # noqa: PLC0415
        from widgets.printing import MapPrinting  # noqa: PLC0415

        options = remembered(self._kept).diagram
        if options.part in {Part.BRANCH, Part.SELECTION}:
            options = options.changed(part=Part.WHOLE)
        return MapPrinting(self._view.reading.map, options, self._window)

    def copy_picture(self) -> None:
        """Put what is shown of the map on the clipboard, as a picture."""
        from app.diagrams.export import dpi_that_fits  # noqa: PLC0415  takes long to import
        from widgets.picturing import image_of  # noqa: PLC0415

        try:
            leaf, painter = self._shown()
            paper = leaf.pages.paper
            image = image_of(leaf, painter, dpi_that_fits(paper.width, paper.height, _DOTS))
        except DiagramError as error:
            self.refused.emit(why(error))
            return
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(self.tr("The map is on the clipboard, as a picture."))

    def copy_svg(self) -> None:
        """Put what is shown of the map on the clipboard, as SVG."""
        from widgets.picturing import svg_of  # noqa: PLC0415  takes long to import

        try:
            leaf, painter = self._shown()
        except DiagramError as error:
            self.refused.emit(why(error))
            return
        drawn = svg_of(leaf, painter, self._view.reading.map.project.title)
        content = QMimeData()
        content.setData(_SVG, drawn)
        content.setText(drawn.decode())
        QGuiApplication.clipboard().setMimeData(content)
        self.told.emit(self.tr("The map is on the clipboard, as SVG."))

    def _shown(self) -> "tuple[Leaf, SheetPainter]":
        """What is shown of the map, as it is shown. Raises DiagramError if that is nothing."""
        from widgets.sheet_painting import SheetPainter, shown_leaf  # noqa: PLC0415

        canvas = self._view.canvas.view
        return shown_leaf(self._view.reading.forest), SheetPainter(canvas.theme, canvas.marks)

"""Commands that make pictures of a map: printing it, and copying what is shown of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.model.errors import DiagramError
from widgets.actions import Slots
from widgets.translating import why
from widgets.waiting import waiting
from widgets.working import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.diagrams.parts import Drawing
    from widgets.printing import MapPrinting
    from widgets.project_view import ProjectView
    from widgets.sheet_painting import Leaf, SheetPainter
    from widgets.working import Reporter

_DOTS = 192  # an inch
_SVG = "image/svg+xml"
_MOST_CARDS = 2_000  # in SVG, which is made in the window: a second, and 9 MB


class PictureCommands(QObject):
    """What is refused comes as `refused`; what was done as `told`."""

    refused = Signal(str)
    told = Signal(str)

    def __init__(self, view: "ProjectView", kept: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._kept = kept
        self._window = parent
        self._work: Work | None = None

    def slots(self) -> Slots:
        return {
            "print": self.print,
            "print_preview": self.preview,
            "copy_picture": self.copy_picture,
            "copy_svg": self.copy_svg,
        }

    def stop(self) -> None:
        """Stop what is being laid out."""
        if self._work:
            self._work.stop()

    def print(self) -> None:
        self._with_printing(lambda printing: printing.print())

    def preview(self) -> None:
        self._with_printing(lambda printing: printing.preview())

    def _with_printing(self, use: "Callable[[MapPrinting], object]") -> None:
        """Lay the map out in a thread, and print it or show how it will be printed."""
        from widgets.dialogs.working_dialog import WorkingDialog  # noqa: PLC0415  takes long
        from widgets.export_memory import remembered  # noqa: PLC0415
        from widgets.laying_out import drawings_of  # noqa: PLC0415
        from widgets.printing import MapPrinting, on_paper  # noqa: PLC0415
        from widgets.sheet_painting import wording  # noqa: PLC0415

        if self._work and self._work.is_running:
            return
        options = on_paper(remembered(self._kept).diagram)
        argument_map, said = self._view.reading.map, wording()

        def show(drawings: "list[Drawing]") -> None:
            title = argument_map.project.title
            printing = MapPrinting(drawings, options, title, self._window)
            if printing.refusal:
                self.refused.emit(printing.refusal)
                printing.deleteLater()
            else:
                use(printing)

        def lay_out(reporter: "Reporter") -> "list[Drawing]":
            return drawings_of(argument_map, options, said, reporter)

        work = self._work = Work(lay_out, self)
        work.done.connect(show)
        work.failed.connect(self.refused)
        WorkingDialog(work, self.tr("Laying out the map …"), self._window)
        work.start()

    def copy_picture(self) -> None:
        """Put what is shown of the map on the clipboard, as a picture."""
        from app.diagrams.export import dpi_that_fits  # noqa: PLC0415  takes long to import
        from widgets.picturing import image_of  # noqa: PLC0415

        try:
            with waiting():
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
            with waiting():
                leaf, painter = self._shown(most=_MOST_CARDS)
                drawn = svg_of(leaf, painter, self._view.reading.map.project.title)
        except DiagramError as error:
            self.refused.emit(why(error))
            return
        content = QMimeData()
        content.setData(_SVG, drawn)
        content.setText(drawn.decode())
        QGuiApplication.clipboard().setMimeData(content)
        self.told.emit(self.tr("The map is on the clipboard, as SVG."))

    def _shown(self, most: int | None = None) -> "tuple[Leaf, SheetPainter]":
        """What is shown of the map, as it is shown.

        Raises DiagramError if that is nothing, or if it has more cards than `most`.
        """
        from widgets.sheet_painting import SheetPainter, shown_leaf  # noqa: PLC0415

        canvas = self._view.canvas.view
        leaf = shown_leaf(self._view.reading.forest)
        if most and len(leaf.drawing.sheet.arrangement.cards) > most:
            raise DiagramError(
                "So many cards are too much for the clipboard. Export them as SVG, or fold some"
                " away first."
            )
        return leaf, SheetPainter(canvas.theme, canvas.marks)

"""Maps painted by Qt for paper, files and the clipboard: the look of the screen, no Graphviz."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from app.diagrams.export import Written, dpi_that_fits, numbered
from app.diagrams.labels import NOT_XML
from app.diagrams.options import DiagramOptions
from app.diagrams.paging import MOST_POINTS, POINTS, pages_for
from app.diagrams.parts import Drawing, Drawings, Wording
from app.files import refusal_in, replacing
from app.model.errors import DiagramError, Phrase
from resources.themes import load_theme
from widgets.fonts import QtMeasure
from widgets.sheet_painting import Leaf, SheetPainter, leaves_of

if TYPE_CHECKING:
    from app.model.argument_map import ArgumentMap

KINDS = (".png", ".svg", ".pdf", ".jpg", ".jpeg", ".webp")
_PAGED = {".png", ".pdf", ".jpg", ".jpeg", ".webp"}
_MOST_OF_WEBP = 16_383  # pixels a side
_INCH = 72
_METRE = 39.3701  # inches
_FINE = 1200  # dots an inch in which a PDF counts


class PictureWriter:
    """Writes diagrams that Qt has painted; may be used in any thread, once."""

    def __init__(
        self,
        argument_map: "ArgumentMap",
        options: DiagramOptions,
        said: Wording,
        *,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._title = argument_map.project.title
        self._options = options
        self._painter = SheetPainter(load_theme(options.theme))
        self._drawings = Drawings(argument_map, options, QtMeasure(), said)
        self._cancelled = cancelled
        self._progress = progress
        self._remark: Phrase | None = None

    def write(self, path: Path) -> Written:
        """Write a file, or several if there are several pages and it is no PDF.

        Raises DiagramError with one sentence; nothing is half written.
        """
        suffix = path.suffix.lower()
        if suffix not in KINDS:
            kinds = ", ".join(KINDS)
            raise DiagramError("{file}: this is written as {kinds}.", file=path.name, kinds=kinds)
        leaves = [leaf for drawing in self._drawings for leaf in self._leaves(drawing)]
        if suffix not in _PAGED and any(leaf.tile for leaf in leaves):
            raise DiagramError("An SVG cannot be spread over several pages.")
        try:
            if suffix == ".pdf":
                with replacing(path) as beside:
                    self._write_pdf(leaves, beside)
                return Written((path,))
            count = len(leaves)
            paths = [numbered(path, n, count) if count > 1 else path for n in range(1, count + 1)]
            for number, (leaf, one) in enumerate(zip(leaves, paths, strict=True)):
                self._tell(number, count)
                with replacing(one) as beside:
                    beside.write_bytes(self._content(leaf, suffix))
        except OSError as error:
            reason = refusal_in(error)
            raise DiagramError("The diagram was not written. {reason}", reason=reason) from error
        return Written(tuple(paths), self._remark)

    def _leaves(self, drawing: Drawing) -> list[Leaf]:
        return leaves_of(drawing, pages_for(drawing.sheet.page, self._options))

    def _tell(self, done: int, whole: int) -> None:
        if self._cancelled and self._cancelled():
            from app.diagrams.engine import StoppedError  # noqa: PLC0415

            raise StoppedError("The export was stopped.")
        if self._progress:
            self._progress(done, whole)

    def _content(self, leaf: Leaf, suffix: str) -> bytes:
        if suffix == ".svg":
            return svg_of(leaf, self._painter, self._title)
        image = self._image(leaf, most=_MOST_OF_WEBP if suffix == ".webp" else None)
        return _encoded(image, suffix[1:])

    def _image(self, leaf: Leaf, *, most: int | None) -> QImage:
        width, height, _ = leaf.pages.paper
        wanted = self._options.dpi
        dots = dpi_that_fits(width, height, wanted)
        if most:
            dots = min(dots, int(most * _INCH / max(width, height)))
        if dots < wanted:
            self._remark = Phrase(
                "The picture would be too big with {wanted} dots an inch: it has {dots}.",
                wanted=wanted,
                dots=dots,
            )
        return image_of(leaf, self._painter, dots)

    def _write_pdf(self, leaves: list[Leaf], path: Path) -> None:
        writer = QPdfWriter(str(path))
        writer.setResolution(_FINE)
        writer.setTitle(self._title)
        writer.setCreator("Rejoinder")
        _set_page(writer, leaves[0])
        with QPainter(writer) as painter:
            if not painter.isActive():
                raise DiagramError("The diagram was not written: the PDF could not be begun.")
            for number, leaf in enumerate(leaves):
                self._tell(number, len(leaves))
                if number:
                    _set_page(writer, leaf)
                    writer.newPage()
                painter.save()
                scale = _FINE / _INCH * _shrunk(leaf)
                painter.scale(scale, scale)
                self._painter.paint(painter, leaf)
                painter.restore()


def _shrunk(leaf: Leaf) -> float:
    """How much a page must be made smaller for PDF readers to show it."""
    return min(1.0, MOST_POINTS / max(leaf.pages.paper[:2]))


def _set_page(writer: QPdfWriter, leaf: Leaf) -> None:
    by = _shrunk(leaf)
    size = QSizeF(leaf.pages.paper.width * by, leaf.pages.paper.height * by)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    page = QPageSize(size, QPageSize.Unit.Point, "", exact)
    upright = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(page, upright, QMarginsF(), QPageLayout.Unit.Point))


def image_of(leaf: Leaf, painter: SheetPainter, dots: float) -> QImage:
    """A page as a picture of so many dots an inch. Raises DiagramError if there is no room."""
    scale = dots / _INCH
    size = [max(round(side * scale), 1) for side in leaf.pages.paper[:2]]
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    if image.isNull():
        raise DiagramError("There is not enough memory for so big a picture.")
    image.fill(QColor(Qt.GlobalColor.white))
    image.setDotsPerMeterX(round(dots * _METRE))
    image.setDotsPerMeterY(round(dots * _METRE))
    with QPainter(image) as brush:
        brush.scale(scale, scale)
        painter.paint(brush, leaf)
    return image


def svg_of(leaf: Leaf, painter: SheetPainter, title: str) -> bytes:
    """A page as SVG, its text as text."""
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415  only to export

    width, height, _ = leaf.pages.paper
    pixels = QSizeF(width / POINTS, height / POINTS)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(pixels.toSize())
    generator.setViewBox(QRectF(0, 0, pixels.width(), pixels.height()))
    generator.setTitle(title)
    with QPainter(generator) as brush:
        brush.scale(1 / POINTS, 1 / POINTS)
        painter.paint(brush, leaf)
    drawn = bytes(buffer.data().data()).decode("utf-8", "replace")
    return NOT_XML.sub("\ufffd", drawn).encode()  # Qt 6.11.3 leaves them there


def _encoded(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    writer.setQuality(92 if kind != "png" else 60)  # of a PNG it is how hard to compress
    if not writer.write(image):
        raise DiagramError("The picture could not be made: {reason}.", reason=writer.errorString())
    return bytes(buffer.data().data())

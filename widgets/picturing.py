"""Maps painted by Qt for paper, files and the clipboard: the look of the screen, no Graphviz."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QPointF,
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
    QPen,
)

from app.diagrams.dot import ground
from app.diagrams.export import Written, dpi_that_fits, numbered
from app.diagrams.options import DiagramOptions
from app.diagrams.paging import MARGIN, MOST_POINTS, POINTS, Frame, Pages, Tile, pages_for
from app.diagrams.parts import Drawing, Drawings, Wording
from app.files import refusal_in, replacing
from app.layout.forest import Forest
from app.layout.geometry import Rect
from app.layout.sheet import IN_ENGLISH, SheetWords, sheet_of
from app.layout.text import Font
from app.layout.viewing import arrangement
from app.model.errors import DiagramError, Phrase
from resources.themes import load_theme
from widgets.canvas.card_painting import Marks, qrect
from widgets.canvas.drawn_words import drawn_words
from widgets.canvas.painting import Emphasis, MapPainter
from widgets.fonts import QtMeasure, qfont
from widgets.theme import colour

if TYPE_CHECKING:
    from app.model.argument_map import ArgumentMap
    from resources.themes import Theme

KINDS = (".png", ".svg", ".pdf", ".jpg", ".jpeg", ".webp")
_PAGED = {".png", ".pdf", ".jpg", ".jpeg", ".webp"}
_MOST_OF_WEBP = 16_383  # pixels a side
_INCH = 72
_METRE = 39.3701  # inches
_FINE = 1200  # dots an inch in which a PDF counts
_MARK, _LABEL = 8.0, Font(8)  # points


class Leaf(NamedTuple):
    """A page: its drawing, how that stands on pages, and which tile this is, if it is one."""

    drawing: Drawing
    pages: Pages
    tile: Tile | None
    label: str


def wording() -> Wording:
    """The words on sheets, in the language of the window."""
    around = SheetWords(*(QCoreApplication.translate("sheets", text) for text in IN_ENGLISH))
    return Wording(drawn_words(), around)


def leaves_of(drawing: Drawing, pages: Pages) -> list[Leaf]:
    """The pages of one drawing."""
    if not pages.tiles:
        return [Leaf(drawing, pages, None, "")]
    count = len(pages.tiles)
    return [Leaf(drawing, pages, t, f"{n} / {count}") for n, t in enumerate(pages.tiles, 1)]


def shown_leaf(forest: Forest) -> Leaf:
    """What a forest shows, on a page as big as it is. Raises DiagramError if that is nothing."""
    if not forest:
        raise DiagramError("There is nothing to draw yet: this map has no claims.")
    sheet = sheet_of(arrangement(forest), QtMeasure())
    whole = Frame(sheet.page.width * POINTS, sheet.page.height * POINTS, POINTS)
    return Leaf(Drawing(sheet, forest, {}), Pages(whole, whole), None, "")


class SheetPainter:
    """Paints sheets in one theme; the painter counts in points from the corner of the page."""

    def __init__(self, theme: "Theme", marks: Marks | None = None) -> None:
        self._theme = theme
        self._emphasis = Emphasis(marks=marks)
        self._map = MapPainter(theme)
        self._ground = colour(ground(theme))

    def paint(
        self, painter: QPainter, leaf: Leaf, part: QRectF | None = None, *, zoom: float = 0
    ) -> None:
        """Paint a page, or what of it meets a part.

        With a zoom, of the page on the screen, cards that are seen from afar are but blocks.
        """
        paper = leaf.pages.paper
        page = QRectF(0, 0, paper.width, paper.height)
        part = part.intersected(page) if part else page
        painter.fillRect(part, self._ground)
        x, y, scale = self._place(leaf)
        sheet = leaf.drawing.sheet.page
        painter.save()
        painter.translate(x, y)
        painter.scale(scale, scale)
        painter.translate(-sheet.x, -sheet.y)
        left, top = (part.x() - x) / scale + sheet.x, (part.y() - y) / scale + sheet.y
        exposed = Rect(left, top, part.width() / scale, part.height() / scale)
        self._paint_sheet(painter, leaf.drawing, exposed, zoom * scale / POINTS or 1.0)
        painter.restore()
        if leaf.tile:
            self._paint_marks(painter, leaf)

    @staticmethod
    def _place(leaf: Leaf) -> tuple[float, float, float]:
        """Where the left top of the drawing is on the page, and how big a pixel of it is."""
        if leaf.tile:
            return leaf.tile.x, leaf.tile.y, POINTS
        frame, page = leaf.pages.paper, leaf.drawing.sheet.page
        x = (frame.width - page.width * frame.scale) / 2
        return x, (frame.height - page.height * frame.scale) / 2, frame.scale

    def _paint_sheet(self, painter: QPainter, drawing: Drawing, exposed: Rect, zoom: float) -> None:
        self._map.paint(painter, drawing.forest, exposed, zoom=zoom, emphasis=self._emphasis)
        self._map.paint_apart(painter, drawing.sheet.pills, drawing.sheet.samples)
        ink = self._theme.ink
        for caption in drawing.sheet.captions:
            painter.setPen(colour(ink.muted if caption.quiet else ink.text))
            painter.setFont(qfont(caption.font))
            align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(qrect(caption.rect), align, caption.text)

    def _paint_marks(self, painter: QPainter, leaf: Leaf) -> None:
        """Marks at the corners of what is to be cut out, and which page it is."""
        width, height, _ = leaf.pages.paper
        painter.setPen(QPen(colour(self._theme.ink.muted), 0.5))
        for x, out in ((MARGIN, -1), (width - MARGIN, 1)):
            for y, down in ((MARGIN, -1), (height - MARGIN, 1)):
                painter.drawLine(QPointF(x + 3 * out, y), QPointF(x + (3 + _MARK) * out, y))
                painter.drawLine(QPointF(x, y + 3 * down), QPointF(x, y + (3 + _MARK) * down))
        row = QRectF(width / 2 - 24, height - MARGIN / 2 - 6, 48, 12)
        painter.fillRect(row, self._ground)
        painter.setFont(qfont(_LABEL))
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, leaf.label)


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
    return bytes(buffer.data().data())


def _encoded(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    writer.setQuality(92 if kind != "png" else 60)  # of a PNG it is how hard to compress
    if not writer.write(image):
        raise DiagramError("The picture could not be made: {reason}.", reason=writer.errorString())
    return bytes(buffer.data().data())

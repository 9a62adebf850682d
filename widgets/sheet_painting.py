"""Sheets painted by Qt: a map on a page, with what stands around it, and marks to cut it out by."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.diagrams.paging import MARGIN, POINTS, Frame, Pages, Tile
from app.diagrams.parts import Drawing, Wording
from app.layout.forest import Forest
from app.layout.geometry import Rect
from app.layout.sheet import IN_ENGLISH, SheetWords, sheet_of
from app.layout.text import Font
from app.layout.viewing import arrangement
from app.model.errors import DiagramError
from widgets.canvas.card_painting import Marks, qrect
from widgets.canvas.drawn_words import drawn_words
from widgets.canvas.painting import Emphasis, MapPainter
from widgets.fonts import QtMeasure, qfont
from widgets.theme import colour

if TYPE_CHECKING:
    from resources.themes import Theme

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
        self._ground = colour(theme.ground)

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

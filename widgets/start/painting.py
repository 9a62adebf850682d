"""A project painted as a card: its map in small, its title, its size and age, its tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.layout.text import Font, wrap
from app.model.text import is_rtl, shortened
from widgets.fonts import QtMeasure, qfont
from widgets.row_ground import SELECTED
from widgets.start.model import PROJECT
from widgets.start.words import described
from widgets.theme import colour

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.model.elements import ProjectId
    from app.ports import Miniature, ProjectSummary
    from resources.themes import Theme

_WIDTH, _HEIGHT = 248, 214  # of a card with what sets it off from the next
_TAG_ROOM = 24
_GAP_X, _GAP_Y = 16, 16
_TITLE, _FACTS, _TAG = Font(13, bold=True), Font(12), Font(11)
_LONGEST_TITLE = 200  # characters, of which no more than two lines are shown
_CHIP_HEIGHT, _CHIP_AIR, _CHIP_GAP, _WIDEST_CHIP = 18, 6, 4, 110
_MOST_PICTURES = 200  # kept, of about 100 KB each


class Chip(NamedTuple):
    """A tag on a card, with the words that fit; no tag if the words say how many more there are."""

    area: QRectF
    words: str
    tag: str


class ProjectCard(QStyledItemDelegate):
    """Paints cards, all of a size; pictures are asked for when they are to be seen."""

    def __init__(
        self, theme: Theme, picture: Callable[[ProjectId], Miniature], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.picture = picture
        self._pictures: dict[str, QPixmap] = {}
        self._measure = QtMeasure()
        self.has_tags = False

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.forget_pictures()

    def forget_pictures(self) -> None:
        self._pictures.clear()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_WIDTH, _HEIGHT + _TAG_ROOM * self.has_tags)

    def tag_at(self, point: QPointF, rect: QRect, project: ProjectSummary) -> str:
        """The tag at a point of the card that is painted in `rect`, or nothing."""
        chips = self._chips(_area(rect), project.tags)
        return next((chip.tag for chip in chips if chip.area.contains(point)), "")

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        project: ProjectSummary = index.data(PROJECT)
        area = _area(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option.state)
        self._paint_picture(painter, project.id, self._picture_area(area))
        self._write(painter, area, project)
        self._paint_chips(painter, self._chips(area, project.tags))
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        """What is selected has a tint and a strong border; where the keys go has another one."""
        surfaces, accent = self._theme.surfaces, self._theme.ink.accent
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(colour(accent if selected else surfaces.card_border), 1 + selected))
        painter.setBrush(colour(surfaces.hover if hovered else surfaces.card))
        painter.drawRoundedRect(area, 8, 8)
        if selected:
            painter.setBrush(colour(accent + SELECTED))
            painter.drawRoundedRect(area, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(accent), 1.2))
            painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), 6, 6)

    def _paint_picture(self, painter: QPainter, project_id: ProjectId, room: QRectF) -> None:
        scale = painter.device().devicePixelRatio()
        picture = self._pictures.get(project_id)
        if picture is None or picture.devicePixelRatio() != scale:
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            picture = QPixmap(room.size().toSize() * scale)
            picture.setDevicePixelRatio(scale)
            picture.fill(colour(self._theme.surfaces.canvas))
            within = QPainter(picture)
            within.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_miniature(
                within,
                self.picture(project_id),
                QRectF(QPointF(), room.size()).adjusted(8, 8, -8, -8),
                self._theme,
            )
            within.end()
            self._pictures[project_id] = picture
        painter.drawPixmap(room.topLeft().toPoint(), picture)

    def _picture_area(self, area: QRectF) -> QRectF:
        below = _HEIGHT - _GAP_Y - 118 + _TAG_ROOM * self.has_tags
        return area.adjusted(6, 6, -6, -below)

    def _write(self, painter: QPainter, area: QRectF, project: ProjectSummary) -> None:
        left, width = area.left() + 12, area.width() - 24
        top = self._picture_area(area).bottom() + 7
        start = Qt.AlignmentFlag.AlignLeft  # the right, where the text runs to the left
        direction = Qt.LayoutDirection
        painter.setFont(qfont(_TITLE))
        painter.setPen(colour(self._theme.ink.text))
        is_reversed = is_rtl(project.title)
        painter.setLayoutDirection(direction.RightToLeft if is_reversed else direction.LeftToRight)
        for line in self._title_lines(project.title, width):
            painter.drawText(QRectF(left, top, width, _TITLE.line_height), start, line)
            top += _TITLE.line_height
        painter.setLayoutDirection(direction.LeftToRight)
        bottom = area.bottom() - 10 - _TAG_ROOM * self.has_tags
        facts = QRectF(left, bottom - _FACTS.line_height, width, _FACTS.line_height)
        painter.setFont(qfont(_FACTS))
        painter.setPen(colour(self._theme.ink.muted))
        words = _fitting(described(project), _FACTS, width)
        painter.drawText(facts, start, words)

    def _title_lines(self, title: str, width: float) -> Sequence[str]:
        text = shortened(title, _LONGEST_TITLE)
        lines = wrap(text, width=width, font=_TITLE, measure=self._measure)
        if len(lines) <= 2:  # noqa: PLR2004  as many as there is room for
            return lines
        last = text[len(lines[0]) :].strip()
        return [lines[0], _fitting(last, _TITLE, width)]

    # Tags

    def _chips(self, area: QRectF, tags: Sequence[str]) -> list[Chip]:
        """The tags that fit beside each other, and how many more there are."""
        x, end = area.left() + 12, area.right() - 12
        y = area.bottom() - 9 - _CHIP_HEIGHT
        chips: list[Chip] = []
        for number, tag in enumerate(tags):
            words = _fitting(tag, _TAG, _WIDEST_CHIP - 2 * _CHIP_AIR)
            width = self._measure.width(words, _TAG) + 2 * _CHIP_AIR
            is_last = number == len(tags) - 1
            more = f"+{len(tags) - number}"
            if x + width + (0 if is_last else self._more_width(tags)) > end:
                width = self._measure.width(more, _TAG) + 2 * _CHIP_AIR
                chips.append(Chip(QRectF(x, y, width, _CHIP_HEIGHT), more, ""))
                break
            chips.append(Chip(QRectF(x, y, width, _CHIP_HEIGHT), words, tag))
            x += width + _CHIP_GAP
        return chips

    def _more_width(self, tags: Sequence[str]) -> float:
        return self._measure.width(f"+{len(tags)}", _TAG) + 2 * _CHIP_AIR + _CHIP_GAP

    def _paint_chips(self, painter: QPainter, chips: Sequence[Chip]) -> None:
        painter.setFont(qfont(_TAG))
        for chip in chips:
            if chip.tag:
                painter.setPen(QPen(colour(self._theme.surfaces.card_border), 1))
                painter.setBrush(colour(self._theme.surfaces.hover))
                painter.drawRoundedRect(chip.area, 5, 5)
            painter.setPen(colour(self._theme.ink.muted))
            painter.drawText(chip.area, Qt.AlignmentFlag.AlignCenter, chip.words)


def paint_miniature(painter: QPainter, miniature: Miniature, area: QRectF, theme: Theme) -> None:
    """Paint a map in small, as large as it fits."""
    width = min(area.width(), area.height() * miniature.aspect)
    height = width / max(miniature.aspect, 0.01)
    left, top = area.center().x() - width / 2, area.center().y() - height / 2
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y, w, h, role in miniature.cards:
        painter.setBrush(colour(theme.roles[role].line))
        rect = QRectF(left + x * width, top + y * height, max(w * width, 2), max(h * height, 2))
        painter.drawRoundedRect(rect, 1.5, 1.5)


def _area(rect: QRect) -> QRectF:
    """Where the card itself is, within what sets it off."""
    return QRectF(rect).adjusted(1, _GAP_Y / 2, -_GAP_X, -_GAP_Y / 2)


def _fitting(text: str, font: Font, width: float) -> str:
    return QFontMetricsF(qfont(font)).elidedText(text, Qt.TextElideMode.ElideRight, width)

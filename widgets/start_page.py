"""The first page: the projects as cards with a small picture of each map, and ways to begin."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QFontMetricsF,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.layout.text import Font
from widgets.fonts import qfont
from widgets.labels import plain_label
from widgets.theme import colour
from widgets.translating import day_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ports import Miniature, ProjectSummary
    from resources.themes import Theme

_CARD = QSize(232, 190)
_SUMMARY = Qt.ItemDataRole.UserRole


class ProjectList(QAbstractListModel):
    """The projects of a library, for the list view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summaries: Sequence[ProjectSummary] = ()

    def fill(self, summaries: Sequence[ProjectSummary]) -> None:
        self.beginResetModel()
        self._summaries = summaries
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self._summaries)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or index.row() >= len(self._summaries):
            return None
        summary = self._summaries[index.row()]
        if role == _SUMMARY:
            return summary
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return summary.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return described(summary)
        return None


def described(summary: ProjectSummary) -> str:
    """How large a project is and when it was last changed, in words."""
    days = (datetime.now(UTC) - summary.changed).days
    recent = (tr("today"), tr("yesterday"))
    when = recent[max(days, 0)] if days < len(recent) else day_in_words(summary.changed)
    claims = tr("1 claim") if summary.claims == 1 else tr("{n} claims").format(n=summary.claims)
    return f"{claims} · {when}"


def tr(text: str) -> str:
    return QCoreApplication.translate("projects", text)


class ProjectCard(QStyledItemDelegate):
    """Paints a project: its map in small, its title, its size and age."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return _CARD

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        summary = index.data(_SUMMARY)
        state: QStyle.StateFlag = option.state
        area = QRectF(option.rect).adjusted(0, 8, -16, -8)
        surfaces, ink = self.theme.surfaces, self.theme.ink
        chosen = bool(state & QStyle.StateFlag.State_Selected) and bool(
            state & QStyle.StateFlag.State_HasFocus
        )
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(colour(ink.accent if chosen else surfaces.card_border), 2 if chosen else 1)
        )
        painter.setBrush(colour(surfaces.hover if hovered else surfaces.card))
        painter.drawRoundedRect(area, 8, 8)
        picture = area.adjusted(1, 1, -1, -62)
        painter.fillRect(picture.adjusted(6, 6, -6, 0), colour(surfaces.canvas))
        paint_miniature(painter, summary.miniature, picture.adjusted(14, 14, -14, -8), self.theme)
        self._write(painter, area, summary)
        painter.restore()

    def _write(self, painter: QPainter, area: QRectF, summary: ProjectSummary) -> None:
        lines = area.adjusted(12, area.height() - 54, -12, -8)
        font = qfont(Font(13, bold=True))
        painter.setFont(font)
        painter.setPen(colour(self.theme.ink.text))
        title = QFontMetricsF(font).elidedText(
            summary.title, Qt.TextElideMode.ElideRight, lines.width()
        )
        painter.drawText(lines, Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(qfont(Font(12)))
        painter.setPen(colour(self.theme.ink.muted))
        painter.drawText(lines, Qt.AlignmentFlag.AlignBottom, described(summary))


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


class StartPage(QWidget):
    """Lists the projects and offers ways to begin."""

    project_wanted = Signal(str)
    deletion_wanted = Signal(str)

    def __init__(self, theme: Theme, ways: Sequence[tuple[str, str, Callable[[], object]]]) -> None:
        super().__init__()
        self.setObjectName("StartPage")
        self.setAccessibleName(self.tr("Start page"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = ProjectList(self)
        self._delegate = ProjectCard(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 40, 48, 24)
        column.setSpacing(6)
        column.addWidget(plain_label(self.tr("Rejoinder"), name="Title"))
        column.addWidget(
            plain_label(
                self.tr("What is claimed, why, what speaks against it, and who says so."),
                name="Lead",
            )
        )
        column.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(8)
        for i, (name, text, slot) in enumerate(ways):
            row.addWidget(self._button(name, text, slot, primary=i == 0))
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(18)
        self._heading = plain_label(self.tr("Projects"), name="PanelTitle")
        self._heading.setWordWrap(False)
        self._heading.setIndent(0)
        self._heading_row = QHBoxLayout()
        self._heading_row.addWidget(self._heading)
        self._heading_row.addStretch(1)
        column.addLayout(self._heading_row)
        self._note = plain_label(self.tr("Looking into the library…"), name="Muted")
        column.addWidget(self._note)
        self.list = self._make_list()
        column.addWidget(self.list, 1)

    def _button(
        self, name: str, text: str, slot: Callable[[], object], *, primary: bool
    ) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("Primary" if primary else "Outlined")
        button.setProperty("way", name)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: slot())  # noqa: PLW0108  not with `checked`
        return button

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("Projects")
        view.setAccessibleName(self.tr("Projects"))
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMovement(QListView.Movement.Static)
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.clicked.connect(self._open)
        view.activated.connect(self._open)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer)
        delete = QAction(self.tr("Delete…"), view)
        delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self._want_deletion)
        view.addAction(delete)
        return view

    def show_projects(self, summaries: Sequence[ProjectSummary]) -> None:
        self._model.fill(summaries)
        self._note.setVisible(not summaries)
        self._note.setText(
            self.tr("None yet. Open an article, drop one here, or look at the sample first.")
        )
        if summaries:
            self.list.setCurrentIndex(self._model.index(0))
            self.list.setFocus()

    def put_beside_heading(self, widget: QWidget) -> None:
        """Give what is about all projects its place at the right."""
        self._heading_row.addWidget(widget)

    def title_of(self, project_id: str) -> str:
        """The title of a listed project."""
        rows = (self._model.index(row) for row in range(self._model.rowCount()))
        found = (index.data(_SUMMARY) for index in rows)
        return next((summary.title for summary in found if summary.id == project_id), "")

    def use_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.list.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.project_wanted.emit(index.data(_SUMMARY).id)

    def _want_deletion(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.deletion_wanted.emit(index.data(_SUMMARY).id)

    def _offer(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        if not index.isValid():
            return
        summary = index.data(_SUMMARY)
        menu = QMenu(self)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self._open(index))
        menu.addAction(self.tr("Delete…")).triggered.connect(
            lambda: self.deletion_wanted.emit(summary.id)
        )
        menu.exec(self.list.viewport().mapToGlobal(point))

"""The list view of the start page: cards side by side, of which several can be selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QToolTip
from typing_extensions import override

from widgets.labels import as_tooltip
from widgets.start.model import PROJECT, ProjectList
from widgets.start.painting import ProjectCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.model.elements import ProjectId
    from app.ports import Miniature, ProjectSummary
    from resources.themes import Theme

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Cards(QListView):
    """Shows projects; a click opens one, unless it selects several or is on a tag."""

    clicked_alone = Signal(object)  # a ProjectSummary
    clicked_twice = Signal(object)  # likewise
    tag_wanted = Signal(str)
    typed = Signal(str)  # letters that are no command here
    escaped = Signal()
    selection_moved = Signal()

    def __init__(
        self, theme: Theme, picture: Callable[[ProjectId], Miniature], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Projects")
        self.setAccessibleName(self.tr("Projects"))
        self._rows = ProjectList(self)
        self.card = ProjectCard(theme, picture, self)
        self._is_on_tag = False
        self._pressed = QPersistentModelIndex()
        self.setModel(self._rows)
        self.setItemDelegate(self.card)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda index: self.clicked_twice.emit(index.data(PROJECT)))
        self.selectionModel().selectionChanged.connect(self.selection_moved)

    def use_theme(self, theme: Theme) -> None:
        self.card.use_theme(theme)
        self.viewport().update()

    def forget_pictures(self) -> None:
        """Read the pictures anew when they are next seen."""
        self.card.forget_pictures()

    @property
    def projects(self) -> Sequence[ProjectSummary]:
        """All that are shown, in their order."""
        return self._rows.projects

    @property
    def selected(self) -> list[ProjectSummary]:
        """Those that are selected, in the order in which they are shown."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._rows.projects[row] for row in rows]

    def show_projects(self, projects: Sequence[ProjectSummary]) -> None:
        """Show these; what was selected stays so, and the view where it is, as far as can be."""
        kept = {project.id for project in self.selected}
        current, before = self.currentIndex().data(PROJECT), self.currentIndex().row()
        place = self.verticalScrollBar().value()
        self.card.has_tags = any(project.tags for project in projects)
        self._rows.fill(projects)
        row = self._rows.row_of(current.id) if current else -1
        if row < 0:  # it went: to what has come to its place
            row = max(min(before, len(projects) - 1), 0)
        self._select([n for n, one in enumerate(projects) if one.id in kept], row)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)

    def select_first(self) -> None:
        """Let the first project be the one that is selected."""
        self._select([0], 0)
        self.scrollToTop()

    def select(self, project_ids: Sequence[str]) -> None:
        """Select projects, as far as they are shown, and have them in view."""
        rows = [row for row in map(self._rows.row_of, project_ids) if row >= 0]
        if rows:
            self._select(rows, rows[0])
            self.scrollTo(self._rows.index(rows[0]))

    def _select(self, rows: Sequence[int], current: int) -> None:
        model = self.selectionModel()
        flag = model.SelectionFlag
        if not self._rows.projects:
            return
        model.setCurrentIndex(self._rows.index(current), flag.NoUpdate)
        model.clearSelection()
        for row in rows or [current]:
            model.select(self._rows.index(row), flag.Select)

    def _tag_at(self, point: QPoint) -> str:
        index = self.indexAt(point)
        if not index.isValid():
            return ""
        return self.card.tag_at(QPointF(point), self.visualRect(index), index.data(PROJECT))

    # By mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        tag = self._tag_at(point)
        self._pressed = QPersistentModelIndex(self.indexAt(point))
        self._is_on_tag = bool(tag) and event.button() is Qt.MouseButton.LeftButton
        if self._is_on_tag:
            self.tag_wanted.emit(tag)
        else:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_on_tag:
            self._is_on_tag = False
            return
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers() & _HELD
        if is_plain and index.isValid() and self._pressed == index:
            self.clicked_alone.emit(index.data(PROJECT))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_tag = bool(self._tag_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if on_tag else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a click on a tag does."""
        if isinstance(event, QHelpEvent) and (tag := self._tag_at(event.pos())):
            words = self.tr("Show only projects with the tag “{tag}”").format(tag=tag)
            QToolTip.showText(event.globalPos(), as_tooltip(words), self)
            return True
        return super().viewportEvent(event)

    # By keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.text().strip() and event.text().isprintable() and not held:
            self.typed.emit(event.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def index_of(self, project_id: str) -> QModelIndex:
        """The place of a project in the list; none if it is not shown."""
        return self._rows.index(self._rows.row_of(project_id))

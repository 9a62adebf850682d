"""The projects that are listed, for the list view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from widgets.labels import as_tooltip
from widgets.start.words import described

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.ports import ProjectSummary

PROJECT = Qt.ItemDataRole.UserRole
"""The role under which a row gives its ProjectSummary."""


class ProjectList(QAbstractListModel):
    """Rows of projects."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.projects: Sequence[ProjectSummary] = ()

    def fill(self, projects: Sequence[ProjectSummary]) -> None:
        self.beginResetModel()
        self.projects = projects
        self.endResetModel()

    def row_of(self, project_id: str) -> int:
        """The row of a project, or -1."""
        rows = (row for row, one in enumerate(self.projects) if one.id == project_id)
        return next(rows, -1)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self.projects)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or index.row() >= len(self.projects):
            return None
        project = self.projects[index.row()]
        if role == PROJECT:
            return project
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return project.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return " · ".join((described(project), *project.tags))
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(project.title)
        return None

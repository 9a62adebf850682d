"""Rows of words for Qt, the head first, as they will stand in a spreadsheet."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from app.model.text import one_line, shortened

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 200  # characters of a cell that are shown


class RowsModel(QAbstractTableModel):
    """Shows rows that do not change."""

    _rows: Sequence[Sequence[str]] = ((),)

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows, all as long as the first one, which is the head."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) - 1

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows[0])

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return shortened(one_line(self._rows[index.row() + 1][index.column()]), _LONGEST)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return self._rows[0][section]

"""The rows of two texts side by side, for a view; what is the same is folded away at first."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.articles.beside import Beside, Row, shown_runs
from app.articles.captures import Kind
from widgets.mark_words import kind_words

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class ComparisonModel(QAbstractListModel):
    """Lists rows, and runs of rows that are hidden, each as one line that can be unfolded."""

    def __init__(self, beside: Beside, parent: QObject) -> None:
        super().__init__(parent)
        self.beside = beside
        self._runs = shown_runs(beside.rows)

    def row(self, index: Index) -> Row | None:
        """What stands in a line; None if it stands for several that are hidden."""
        run = self._runs[index.row()]
        return self.beside.rows[run.start] if len(run) == 1 else None

    def words(self, row: Row) -> tuple[str, str]:
        """What the older text says in a row, and what the newer one says."""
        old, new = self.beside.old, self.beside.new
        return (
            old[row.old.start : row.old.end] if row.old else "",
            new[row.new.start : row.new.end] if row.new else "",
        )

    def unfold(self, index: Index) -> None:
        """Show the rows that a line stands for, in its place."""
        line = index.row()
        run = self._runs[line]
        if len(run) < 2:  # noqa: PLR2004  it is shown
            return
        self.beginInsertRows(_TOP, line + 1, line + len(run) - 1)
        self._runs[line : line + 1] = [range(i, i + 1) for i in run]
        self.endInsertRows()
        self.dataChanged.emit(self.index(line), self.index(line))

    def index_of(self, number: int) -> QModelIndex:
        """The line in which a row of the comparison is, or is hidden."""
        for line, run in enumerate(self._runs):
            if number in run:
                return self.index(line)
        return QModelIndex()

    def beside_difference(self, line: int, by: int) -> QModelIndex:
        """The next line from one on, or the one before, in which the texts differ."""
        line += by
        while 0 <= line < len(self._runs):
            index = self.index(line)
            row = self.row(index)
            if row and row.kind is not Kind.SAME:
                return index
            line += by
        return QModelIndex()

    def told(self, index: Index) -> str:
        """A line in words."""
        row = self.row(index)
        if row is None:
            number = len(self._runs[index.row()])
            return self.tr("{n} passages are the same. Enter shows them.").format(n=number)
        old, new = self.words(row)
        if row.kind is Kind.SAME:
            return new
        word = kind_words(row.kind)[1]
        if row.kind is Kind.REWORDED:
            both = self.tr("{word}. Before: {old} Now: {new}")
            return both.format(word=word, old=old, new=new)
        return self.tr("{word}: {words}").format(word=word, words=new or old)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._runs)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.told(index)
        return None

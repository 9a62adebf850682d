"""The history as a list for Qt, read on as one scrolls down."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.document import Document
from app.model.errors import StoreError
from app.ports import EntryKind, HistoryLine
from widgets.history.moments import Moment, with_more
from widgets.moments import ago, moment_in_words, time_in_words
from widgets.translating import day_in_words, edit_name

PAGE = 100
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


def tr(text: str) -> str:
    return QCoreApplication.translate("history", text)


class HistoryModel(QAbstractListModel):
    """Moments, the newest first."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._moments: list[Moment] = []
        self._next: int | None = None  # the number before which to read on
        self._is_all = True  # as long as nobody looks
        self._in_force: int | None = None  # the next edit in force on the way back
        self._authors: set[str] = set()

    def leave(self) -> None:
        """Read no more of a document that is being closed."""
        self._is_all = True

    def refresh(self) -> None:
        """Read the newest part anew."""
        self.beginResetModel()
        self._moments, self._next, self._is_all = [], None, False
        self._in_force, self._authors = self._document.last_in_force, set()
        self._moments = self._more()
        self.endResetModel()

    def moment(self, index: Index) -> Moment | None:
        return self._moments[index.row()] if 0 <= index.row() < len(self._moments) else None

    def index_of(self, number: int) -> QModelIndex:
        """The row of a moment; none if it is not listed."""
        rows = (row for row, moment in enumerate(self._moments) if moment.number == number)
        return self.index(next(rows, -1))

    def day_above(self, index: Index) -> str:
        """The day that begins with a row, in words; empty if it is the day of the row above."""
        moment, above = (
            self.moment(index),
            self._moments[index.row() - 1] if index.row() > 0 else None,
        )
        if moment is None:
            return ""
        day = _day(moment)
        return "" if above and _day(above) == day else _day_told(day)

    def _more(self) -> list[Moment]:
        try:
            lines = self._document.history(before=self._next, most=PAGE)
        except StoreError:  # an edit will say it
            lines = []
        self._is_all = len(lines) < PAGE
        self._next = lines[-1].number if lines else self._next
        self._authors.update(line.author for line in lines)
        return with_more(self._moments, lines, self._undone(lines))

    def _undone(self, lines: Sequence[HistoryLine]) -> set[int]:
        """The edits among some lines, the newest first, that are in force no more."""
        undone = set()
        for line in lines:
            if line.kind is not EntryKind.DO:
                continue
            if line.number == self._in_force:
                self._in_force = line.parent
            else:
                undone.add(line.number)
        return undone

    def details(self, moment: Moment, when: str) -> str:
        """When it was, by whom if several have been at work, and whether it was undone since."""
        author = moment.line.author if len(self._authors) > 1 else ""
        fate = tr("undone since") if moment.is_undone else ""
        return " · ".join(part for part in (when, author, fate) if part)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not (parent.isValid() or self._is_all)

    @override
    def fetchMore(self, parent: Index) -> None:
        moments = self._more()
        first = len(self._moments)
        if len(moments) > first:
            self.beginInsertRows(QModelIndex(), first, len(moments) - 1)
            self._moments = moments
            self.endInsertRows()
        else:
            self._moments = moments

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._moments)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        moment = self.moment(index)
        if moment is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return told(moment)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.details(moment, moment_in_words(moment.line.at))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((told(moment), self.details(moment, moment_in_words(moment.line.at))))
        return None


def told(moment: Moment) -> str:
    """What was done."""
    name = edit_name(moment.line.label) or tr("An edit")
    match moment.line.kind:
        case EntryKind.UNDO:
            return tr("Undone: {edit}").format(edit=name)
        case EntryKind.REDO:
            return tr("Done again: {edit}").format(edit=name)
        case EntryKind.DO if moment.count > 1:
            return tr("{edit} ({n} times)").format(edit=name, n=moment.count)
        case EntryKind.DO:
            return name


def when_told(moment: Moment) -> str:
    """When it was: of what is recent how long ago."""
    at = moment.line.at
    is_today = _day(moment) == datetime.now(UTC).astimezone().date()
    return ago(at) if is_today else time_in_words(at)


def _day(moment: Moment) -> date:
    return moment.line.at.astimezone().date()


def _day_told(day: date) -> str:
    days = (datetime.now(UTC).astimezone().date() - day).days
    recent = (tr("Today"), tr("Yesterday"))
    return recent[days] if 0 <= days < len(recent) else day_in_words(day)

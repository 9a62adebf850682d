"""The marks of an article that need a look, as rows for a view."""

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.model.argument_map import ArgumentMap
from app.model.elements import Locution, LocutionId, MarkState, SourceId
from app.model.text import one_line
from widgets.mark_words import state_words

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class CheckModel(QAbstractListModel):
    """Lists sayings whose mark was reworded, is unsure or lost, by where it stood before."""

    def __init__(self) -> None:
        super().__init__()
        self._map: ArgumentMap | None = None
        self._sayings: list[Locution] = []

    def show_marks(self, argument_map: ArgumentMap, source: SourceId | None) -> None:
        """List the marks of a source, or none."""
        sayings = argument_map.marks_to_check(source) if source else []
        self._map = argument_map
        if sayings != self._sayings:
            self.beginResetModel()
            self._sayings = sayings
            self.endResetModel()

    @property
    def sayings(self) -> list[Locution]:
        return self._sayings

    def saying(self, index: Index) -> Locution | None:
        return self._sayings[index.row()] if index.isValid() else None

    def index_of(self, locution: LocutionId) -> QModelIndex:
        """The row of a saying; none if it needs no look."""
        rows = (row for row, saying in enumerate(self._sayings) if saying.id == locution)
        return self.index(next(rows, -1))

    def claim(self, saying: Locution) -> str:
        return one_line(self._map.claim(saying.claim).text) if self._map else ""

    def told(self, saying: Locution) -> str:
        """A row in words."""
        word = state_words(saying.mark_state)[1]
        words = QCoreApplication.translate("marks", "{word}: {claim} Before: “{old}”. {now}")
        old = saying.former.exact if saying.former else ""
        return words.format(word=word, claim=self.claim(saying), old=old, now=now_words(saying))

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._sayings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        saying = self.saying(index)
        if saying and role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.told(saying)
        return None


def now_words(saying: Locution) -> str:
    """What a mark holds now."""
    if saying.anchor is None:
        return QCoreApplication.translate("marks", "These words are not in the text any more.")
    if saying.mark_state is MarkState.UNSURE:
        return QCoreApplication.translate(
            "marks", "The same words stand in several places; this may be another one."
        )
    return QCoreApplication.translate("marks", "Now: “{words}”").format(words=saying.anchor.exact)

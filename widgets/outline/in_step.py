"""Keeping the outline in step with the map: what is folded, and what is selected."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject

from app.layout.folding import Folds
from app.model.elements import ClaimId
from app.model.outline import Card, Place, PlaceKey
from widgets.outline.model import OutlineModel
from widgets.outline.rows import rows_below
from widgets.outline.tree import OutlineTree
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection

_MOST = 400
"""As many rows are shown at once by themselves: Qt lays out all that are shown after each edit."""


class SameFolds(QObject):
    """Rows are open where the map is unfolded; opening or closing one does so on the map.

    Where more than can be laid out in no time is unfolded, the deepest rows stay closed until the
    person opens them.
    """

    def __init__(
        self, tree: OutlineTree, model: OutlineModel, reading: Reading, performer: Performer
    ) -> None:
        super().__init__(tree)
        self._tree = tree
        self._model = model
        self._reading = reading
        self._performer = performer
        self._shown: Folds = frozenset()
        self._is_following = False
        tree.expanded.connect(self._unfold)
        tree.collapsed.connect(self._fold)
        tree.unfold_all_wanted.connect(self._unfold_all)
        model.rowsInserted.connect(self._show_new)
        model.modelReset.connect(self.show_all)
        reading.refolded.connect(self._follow)

    def show_all(self) -> None:
        """Open all rows that are not folded, from the top down."""
        self._shown = self._reading.folded
        self._open([self._model.index(row, 0) for row in range(self._model.rowCount())])

    def _follow(self) -> None:
        """Show what has been folded or unfolded since the last time."""
        differs = self._shown ^ self._reading.folded
        self._shown = self._reading.folded
        rows = [index for index in map(self._model.known_index, differs) if index.isValid()]
        self._show(rows)

    def _show(self, rows: Iterable[QModelIndex]) -> None:
        rows = list(rows)
        self._open(rows)
        self._is_following = True
        self._tree.close_rows(index for index in rows if self._is_folded(index))
        self._is_following = False

    def _show_new(self, parent: QModelIndex, first: int, last: int) -> None:
        rows = [self._model.index(row, 0, parent) for row in range(first, last + 1)]
        self._open([parent, *rows] if parent.isValid() else rows)

    def _open(self, indexes: list[QModelIndex]) -> None:
        """Open rows that are not folded, and what is below them in the same way, level by level."""
        opened: list[QModelIndex] = []
        queue, left = deque(indexes), _MOST
        while queue and left > 0:
            index = queue.popleft()
            if self._model.hasChildren(index) and not self._is_folded(index):
                if not self._tree.isExpanded(index):
                    opened.append(index)
                rows = self._model.rowCount(index)
                queue.extend(self._model.index(row, 0, index) for row in range(rows))
                left -= rows
        if opened:
            self._is_following = True
            self._tree.open_rows(opened)
            self._is_following = False

    def _is_folded(self, index: QModelIndex) -> bool:
        card = self._model.card(index)
        return card is None or card.claim in self._reading.folded

    # What the person opens and closes

    def _unfold(self, index: QModelIndex) -> None:
        card = self._model.card(index)
        if card and not self._is_following:
            self._keep(self._reading.folded - {card.claim}, index)

    def _fold(self, index: QModelIndex) -> None:
        card = self._model.card(index)
        if card and not self._is_following:
            self._keep(self._reading.folded | {card.claim}, index)

    def _unfold_all(self) -> None:
        """Unfold all that is folded below the current row."""
        index = self._tree.currentIndex()
        card = self._model.card(index)
        stack: list[Place] = [card] if card else []
        below = set[ClaimId]()
        while stack:
            here = stack.pop()
            if isinstance(here, Card) and here.full:
                below.add(here.claim)
                stack.extend(rows_below(here))
        self._keep(self._reading.folded - below, index)

    def _keep(self, folded: Folds, index: QModelIndex) -> None:
        """Fold on the map, too; if that cannot be kept, the row goes back to what it was."""
        if folded != self._reading.folded:
            self._performer.keep(lambda: self._reading.fold(folded))
        self._show([index])


class SameSelection(QObject):
    """What is selected on the map is in the outline, and the other way round."""

    def __init__(
        self, tree: OutlineTree, model: OutlineModel, reading: Reading, selection: Selection
    ) -> None:
        super().__init__(tree)
        self._tree = tree
        self._model = model
        self._reading = reading
        self._selection = selection
        self._is_following = False
        rows = tree.selectionModel()
        rows.selectionChanged.connect(self._take)
        rows.currentChanged.connect(self._take)
        for changed in (selection.changed, model.followed, reading.refolded):
            changed.connect(self.show)

    def show(self) -> None:
        """Select the rows of what is selected; a step shows in the row of its first premise.

        While the outline is not to be seen, this waits until it is.
        """
        if self._is_following or not self._tree.isVisible():
            return
        self._is_following = True
        found = [self._model.index_at(key) for key in self._selection.keys]
        indexes = [index for index in found if index.isValid()]
        chosen, rows = QItemSelection(), self._tree.selectionModel()
        for index in indexes:
            chosen.select(index, index)
        rows.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if indexes and indexes[-1] != rows.currentIndex():
            rows.setCurrentIndex(indexes[-1], QItemSelectionModel.SelectionFlag.NoUpdate)
        self._is_following = False

    def _take(self) -> None:
        """Select on the map what the person has selected here; the current row is the main one."""
        if self._is_following or self._model.is_following:
            return
        rows = self._tree.selectionModel()
        found = map(self._key, rows.selectedIndexes())
        chosen = dict.fromkeys(key for key in found if key)
        before = (key for key in self._selection.keys if key in chosen)
        keys = list(dict.fromkeys([*before, *chosen]))
        current = self._key(rows.currentIndex())
        if current in chosen and current:
            keys.append(current)
        self._is_following = True
        self._selection.set_all(keys)
        self._is_following = False

    def _key(self, index: QModelIndex) -> PlaceKey | None:
        place = self._model.place(index)
        return place.key if place else None

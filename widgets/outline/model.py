"""The rows of the outline for Qt: made when they are asked for, and kept up with the map."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.model.elements import ClaimId, ElementId
from app.model.following import Touched
from app.model.outline import Card, Place, PlaceKey
from app.model.telling import describe
from app.model.text import one_line
from widgets.labels import as_tooltip
from widgets.outline.drops import drop
from widgets.outline.nodes import Node, Nodes
from widgets.outline.rows import row_above, rows_below, shown_row, top_rows
from widgets.outline.words import telling_words
from widgets.performing import Make
from widgets.reading import Reading

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 4000  # characters of a tooltip
_CARRIED = "application/x-rejoinder-place"
_ABLE = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)


class OutlineModel(QAbstractItemModel):
    """Follows a reading. A change costs what it touches among the rows that were asked for."""

    followed = Signal()  # all rows are up to date with the map

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._words = telling_words()
        self._gone: set[Place] = set()  # while a change is followed
        self._nodes = Nodes(self._wanted_below)
        self.is_following = False
        reading.changed.connect(self._follow)

    # Places and rows

    def place(self, index: _Index) -> Place | None:
        """What stands in a row."""
        node = self._node(index)
        return node.place if node else None

    def card(self, index: _Index) -> Card | None:
        place = self.place(index)
        return place if isinstance(place, Card) else None

    def index_at(self, key: PlaceKey) -> QModelIndex:
        """The row of a place, or the one that it is folded away below; invalid if there is none."""
        place = self._reading.outline.at(key)
        if place is None:
            return QModelIndex()
        row = shown_row(place, self._reading.folded)
        way = [row]
        while (above := row_above(way[-1])) is not None:
            way.append(above)
        for place in [None, *reversed(way[1:])]:
            node = self._nodes.at(place)
            if node:
                self._nodes.below(node)
        node = self._nodes.at(row)
        return self._index(node) if node else QModelIndex()

    def known_index(self, claim: ElementId) -> QModelIndex:
        """The row of a claim in full, if it has been asked for."""
        card = self._reading.outline.cards.get(ClaimId(claim))
        node = self._nodes.at(card) if card else None
        return self._index(node) if node else QModelIndex()

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number) if node.place else QModelIndex()

    def _node(self, index: _Index) -> Node | None:
        return self._nodes.numbered(index.internalId())  # 0 for what is invalid, as for the top

    def _wanted_below(self, place: Place | None) -> list[Place]:
        """What is to stand below a row, by the outline as it is now."""
        if place is None:
            return top_rows(self._reading.outline)
        return [] if place in self._gone else rows_below(place)

    # Following the map

    def _follow(self) -> None:
        touched = self._reading.touched
        self.is_following = True
        if touched.everything:
            self.beginResetModel()
            self._nodes.start()
            self.endResetModel()
        else:
            self._gone = touched.gone
            owners = list(self._owners(touched))
            for owner in owners:
                self._take_out(owner)
            for owner in owners:
                self._bring_in(owner)
            self._gone = set()
            self._tell_changed(touched)
        self.is_following = False
        self.followed.emit()

    def _owners(self, touched: Touched) -> Iterator[Node]:
        """The rows below which something else may hang now."""
        parents: dict[Card | None, None] = {}
        for place in touched.parents:
            parents[place if isinstance(place, Card) else row_above(place)] = None
        if touched.gone or touched.parents or any(c.above is None for c in touched.contents):
            parents[None] = None
        return (node for node in map(self._nodes.at, parents) if node)

    def _take_out(self, owner: Node) -> None:
        """Take out what is not below a row any more."""
        if not self._nodes.holds(owner):
            return
        wanted = set(self._nodes.wanted(owner))
        if owner.below is None:
            if not wanted and owner.place:  # views believe that there is something below it
                self.layoutAboutToBeChanged.emit()
                owner.below = []
                self.layoutChanged.emit()
            return
        last = len(owner.below) - 1
        while last >= 0:
            first = last
            while first >= 0 and owner.below[first].place not in wanted:
                first -= 1
            if first < last:
                self.beginRemoveRows(self._index(owner), first + 1, last)
                self._nodes.remove(owner, first + 1, last)
                self.endRemoveRows()
            last = first - 1

    def _bring_in(self, owner: Node) -> None:
        """Put what is below a row in order, and put in what is new there."""
        if owner.below is None or not self._nodes.holds(owner):
            return
        wanted = self._nodes.wanted(owner)
        there = {node.place for node in owner.below}
        self._order(owner, owner.below, [place for place in wanted if place in there])
        start = 0
        while start < len(wanted):
            end = start
            while end < len(wanted) and wanted[end] not in there:
                end += 1
            if end > start:
                self.beginInsertRows(self._index(owner), start, end - 1)
                self._nodes.insert(owner, start, wanted[start:end])
                self.endInsertRows()
            start = end + 1

    def _order(self, owner: Node, rows: Sequence[Node], wanted: Sequence[Place]) -> None:
        order: dict[Place | None, int] = {place: i for i, place in enumerate(wanted)}
        for i, place in enumerate(wanted):
            if rows[i].place is not place and rows[i + 1].place is place:
                self._move(owner, i, order[rows[i].place])  # it is the one before that has moved
            if rows[i].place is not place:
                self._move(owner, next(n.row for n in rows if n.place is place), i)

    def _move(self, owner: Node, old: int, new: int) -> None:
        parent = self._index(owner)
        self.beginMoveRows(parent, old, old, parent, new + 1 if new > old else new)
        self._nodes.move(owner, old, new)
        self.endMoveRows()

    def _tell_changed(self, touched: Touched) -> None:
        for card in touched.contents | touched.turned:
            node = self._nodes.at(card)
            if node:
                index = self._index(node)
                self.dataChanged.emit(index, index)

    # Qt

    @override
    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        above = self._node(parent)
        if above is None or column != 0 or row < 0:
            return QModelIndex()
        rows = above.below if above.below is not None else self._nodes.below(above)
        return self.createIndex(row, 0, rows[row].number) if row < len(rows) else QModelIndex()

    @override
    def parent(self, child: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject's
        node = self._node(child)
        return self._index(node.above) if node and node.above else QModelIndex()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        node = self._node(parent)
        return len(self._nodes.below(node)) if node else 0

    @override
    def hasChildren(self, parent: _Index = _NOWHERE) -> bool:
        node = self._node(parent)
        if node is self._nodes.top:
            return bool(self._nodes.below(node))
        return node is not None and node.below != []

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 1

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _ABLE if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.place(index)
        if place is None or place in self._gone:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(self._text(place))
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(self._text(place)[:_LONGEST])
            case Qt.ItemDataRole.AccessibleTextRole:
                now, folded = self._reading, self._reading.folded
                return describe(now.outline, now.map, place, words=self._words, folded=folded)
            case _:
                return None

    def _text(self, place: Place) -> str:
        claim = place.claim if isinstance(place, Card) else place.inference.premises[0]
        return self._reading.map.claim(claim).text

    # Dragging and dropping

    def drop(
        self, data: QMimeData, row: int, parent: _Index, *, objection: bool = False
    ) -> Make | None:
        """The edit that a drop stands for; None if it may not be."""
        carried = bytes(data.data(_CARRIED).data()).decode().split("\n")
        if len(carried) != 3 or carried[0] != self._reading.map.project.id:  # noqa: PLR2004
            return None
        place = self._reading.outline.at((ClaimId(carried[1]), ClaimId(carried[2])))
        if place is None:
            return None
        return drop(self._reading, place, self.place(parent), row, objection=objection)

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_CARRIED]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry one row; of several none, since it would not be seen which goes where."""
        data = QMimeData()
        place = self.place(indexes[0]) if len(indexes) == 1 else None
        if place:
            words = (self._reading.map.project.id, *place.key)
            data.setData(_CARRIED, "\n".join(words).encode())
        return data

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        return self.drop(data, row, parent) is not None

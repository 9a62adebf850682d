"""Somebody who works in the outline."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from tests.journeys.driver import Person

if TYPE_CHECKING:
    from widgets.outline.tree import OutlineTree

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NOWHERE = QModelIndex()


ROWS = [
    *("Bread is good", "It feeds", "What feeds is good", "So does sugar"),
    *("It grows stale", "Toast it"),
]
"""What the outline of the map that `builder` makes shows, from the top down."""


class Outliner:
    """A person who works in the outline."""

    def __init__(self, person: Person) -> None:
        self.person = person
        person.press(Key.Key_3, ctrl)
        self.tree: OutlineTree = person.project.view.outline.tree

    def row(self, start: str) -> QModelIndex:
        claim = self.person.claim(start)
        outline = self.person.project.view.reading.outline
        return self.person.project.view.outline.model.index_at(outline.cards[claim.id].key)

    def shown(self) -> list[str]:
        """The rows that can be seen, from the top down."""
        found, index = [], self.tree.model().index(0, 0)
        while index.isValid():
            found.append(str(index.data()))
            index = self.tree.indexBelow(index)
        return found

    def chosen(self) -> list[str]:
        return sorted(str(index.data()) for index in self.tree.selectionModel().selectedIndexes())

    def click(self, start: str, *held: Qt.KeyboardModifier, twice: bool = False) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        self.tree.scrollTo(self.row(start))
        place, left = self.tree.visualRect(self.row(start)).center(), Qt.MouseButton.LeftButton
        self.person.bot.mouseClick(self.tree.viewport(), left, modifiers, place)
        if twice:
            self.person.bot.mouseDClick(self.tree.viewport(), left, modifiers, place)
        self.person.settle()

    def drag(self, start: str, place: QPoint, *held: Qt.KeyboardModifier) -> bool:
        """Carry a row to a point of the tree and let go; whether it may be dropped there."""
        data: QMimeData = self.tree.model().mimeData([self.row(start)])
        modifiers = held[0] if held else Qt.KeyboardModifier.NoModifier
        how = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, modifiers)
        over = QDragMoveEvent(place, *how)
        self.tree.dragMoveEvent(over)  # Qt sends such events on only while something is dragged
        self.tree.dropEvent(QDropEvent(QPointF(place), *how))
        return over.isAccepted()

"""The tree that shows the rows of the outline: what keys and mouse do there."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget
from typing_extensions import override

from resources.themes import Theme
from widgets.outline.model import OutlineModel
from widgets.outline.row_painting import RowPainter
from widgets.performing import Make
from widgets.reading import Reading

_INDENT = 16
_NARROWEST = 150  # pixels of an editor
_LINES = 3  # of an editor
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class OutlineTree(QTreeView):
    """Does no edit itself, but says what the person wants."""

    edit_wanted = Signal(str)  # the first letter typed, or nothing
    drop_wanted = Signal(object)  # the edit that a drop stands for
    jump_wanted = Signal()  # to where the claim of the current row stands in full
    unfold_all_wanted = Signal()  # below the current row
    moved = Signal()  # rows may be elsewhere on the screen
    claim_hovered = Signal(str)  # the claim under the pointer; "" if there is none

    def __init__(
        self, model: OutlineModel, reading: Reading, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._hovered = ""
        self._painter = RowPainter(model, reading, theme, self)
        self.setObjectName("Outline")
        self.setAccessibleName(self.tr("Outline of the map"))
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def use_theme(self, theme: Theme) -> None:
        self._painter.use_theme(theme)
        self.viewport().update()

    def words_rect(self, index: QModelIndex) -> QRect:
        """Where in the viewport the words of a row can be edited; empty if it is not to be seen."""
        place, row = self._model.place(index), self.visualRect(index)
        if place is None or row.isEmpty():
            return QRect()
        words = self._painter.words_in(place, row)
        room = self.viewport().rect()
        words.setLeft(min(words.left(), room.right() - _NARROWEST))
        words.setHeight(max(words.height(), _LINES * self.fontMetrics().height()))
        words.moveTop(max(0, min(words.top(), room.bottom() - words.height())))
        return words

    def open_rows(self, indexes: Iterable[QModelIndex]) -> None:
        """Show what is below some rows; laid out once for all."""
        self.scheduleDelayedItemsLayout()
        for index in indexes:
            self.setExpanded(index, True)

    def close_rows(self, indexes: Iterable[QModelIndex]) -> None:
        self.scheduleDelayedItemsLayout()
        for index in indexes:
            self.setExpanded(index, False)

    def _is_reference(self) -> bool:
        place = self._model.place(self.currentIndex())
        return place is not None and not place.full

    # Keys and mouse

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            mine = event.key() in _ARROWS or (event.key() in _ENTER and self._is_reference())
            if mine and not held:  # they move about in the tree, not on the map
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and self._is_reference():
            self.jump_wanted.emit()
        elif text == "*":
            self.unfold_all_wanted.emit()
        elif text.isprintable() and text.strip() and not held and self.currentIndex().isValid():
            self.edit_wanted.emit(text)
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self._is_reference():
            self.jump_wanted.emit()
        else:
            self.edit_wanted.emit("")

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            card = self._model.card(self.indexAt(event.position().toPoint()))
            self._say_hovered(card.claim if card else "")

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._say_hovered("")

    def _say_hovered(self, claim: str) -> None:
        if claim != self._hovered:
            self._hovered = claim
            self.claim_hovered.emit(claim)

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.moved.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    # Dropping

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        make = self._drop(event)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if make:
            event.acceptProposedAction()
            self.drop_wanted.emit(make)
        else:
            event.ignore()

    def _drop(self, event: QDropEvent) -> Make | None:
        """What letting go here would do: with Alt held, it becomes an objection."""
        parent, row = self._gap(event.position().toPoint())
        objection = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return self._model.drop(event.mimeData(), row, parent, objection=objection)

    def _gap(self, point: QPoint) -> tuple[QModelIndex, int]:
        """The row that something would be dropped below, and before which; -1 if onto it."""
        index = self.indexAt(point)
        match self.dropIndicatorPosition():
            case QAbstractItemView.DropIndicatorPosition.AboveItem:
                return index.parent(), index.row()
            case QAbstractItemView.DropIndicatorPosition.BelowItem:
                return index.parent(), index.row() + 1
            case _:
                return index, -1

"""A popup with a field to type in over a list of what matches: for commands, for claims."""

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

Held = Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: its words, what stands at its right, and what it is about."""

    text: str
    aside: str
    about: object
    enabled: bool = True


class Chooser(QDialog):
    """Lists what matches what is typed; the arrows move through the list, Enter chooses."""

    def __init__(self, names: tuple[str, str], hint: str, width: int, parent: QWidget) -> None:
        """Begin empty; `names` are those of the list and of one thing in it, for those who hear."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(names[0])
        self._field = QLineEdit(self)
        self._field.setAccessibleName(names[1])
        self._field.setPlaceholderText(hint)
        self._field.textChanged.connect(self.show_matches)
        self._field.installEventFilter(self)
        self._list = QTreeWidget(self)
        self._list.setObjectName("Commands")
        self._list.setAccessibleName(names[0])
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(lambda _item, _column: self._choose(Held.NoModifier))
        frame = QFrame(self)
        frame.setObjectName("Popup")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        self.column = QVBoxLayout(frame)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.addWidget(self._field)
        self.column.addWidget(self._list)
        self.resize(width, 380)
        self._list.setColumnWidth(0, width - 150)

    @abstractmethod
    def matching(self, typed: str) -> Iterable[Entry]:
        """What to list, the best match first."""

    @abstractmethod
    def choose(self, about: object, held: Held) -> None:
        """Do what choosing means, with these keys held."""

    def open_over(self, window: QWidget) -> None:
        """Show the popup near the top of a window."""
        x = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(QPoint(max(x, 8), 60)))
        self.show()
        self._field.setFocus()

    def shown(self) -> list[str]:
        """The words of what is listed, the best match first."""
        items = (self._list.topLevelItem(i) for i in range(self._list.topLevelItemCount()))
        return [item.text(0) for item in items if item]

    def show_matches(self, typed: str) -> None:
        self._list.clear()
        for entry in self.matching(typed):
            item = QTreeWidgetItem(self._list, [entry.text, entry.aside])
            item.setData(0, Qt.ItemDataRole.UserRole, entry.about)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setDisabled(not entry.enabled)
        self._choose_beside(1)  # from none to the first

    def _choose(self, held: Held) -> None:
        item = self._list.currentItem()
        if item is None:
            self.close()
        elif not item.isDisabled():
            self.choose(item.data(0, Qt.ItemDataRole.UserRole), held)

    def _choose_beside(self, by: int) -> None:
        """Move to the next or last one of the list, round and round."""
        count = max(self._list.topLevelItemCount(), 1)
        item = self._list.topLevelItem((self._list.currentIndex().row() + by) % count)
        if item:
            self._list.setCurrentItem(item)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(event.modifiers() & ~Held.KeypadModifier)
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self._choose_beside(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

"""The command palette: every action, found by typing some of its name."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from rapidfuzz import fuzz, process, utils
from typing_extensions import override

_LEAST = 55  # of 100: how like its name what was typed must be
_WIDTH = 460


class Palette(QDialog):
    """Lists actions; Enter does the chosen one once the palette is closed."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(self.tr("Commands"))
        self._actions = [action for action in actions.values() if action.text()]
        self._field = QLineEdit(self)
        self._field.setAccessibleName(self.tr("Command"))
        self._field.setPlaceholderText(self.tr("What would you like to do?"))
        self._field.textChanged.connect(self._show_matches)
        self._field.installEventFilter(self)
        self._list = QTreeWidget(self)
        self._list.setObjectName("Commands")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(lambda _item, _column: self._do())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self.resize(_WIDTH, 380)
        self._list.setColumnWidth(0, _WIDTH - 150)
        self._show_matches("")

    def open_over(self, window: QWidget) -> None:
        """Show the palette near the top of a window."""
        x = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(QPoint(max(x, 8), 60)))
        self.show()
        self._field.setFocus()

    def shown(self) -> list[str]:
        """The names of the actions in the list, the best match first."""
        items = (self._list.topLevelItem(i) for i in range(self._list.topLevelItemCount()))
        return [item.text(0) for item in items if item]

    def _show_matches(self, typed: str) -> None:
        self._list.clear()
        for action in self._matching(typed):
            item = QTreeWidgetItem(self._list, [action.text(), keys_of(action)])
            item.setData(0, Qt.ItemDataRole.UserRole, action)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setDisabled(not action.isEnabled())
        self._choose_beside(1)  # from none to the first

    def _matching(self, typed: str) -> Sequence[QAction]:
        if not typed.strip():
            return self._actions
        found = process.extract(
            typed,
            [action.text() for action in self._actions],
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            score_cutoff=_LEAST,
            limit=None,
        )
        return [self._actions[place] for _, _, place in found]

    def _do(self) -> None:
        item = self._list.currentItem()
        self.close()
        if item:
            action = item.data(0, Qt.ItemDataRole.UserRole)
            if action.isEnabled():
                action.trigger()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._do()
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self._choose_beside(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _choose_beside(self, by: int) -> None:
        """Choose the next or last one of the list, round and round."""
        count = max(self._list.topLevelItemCount(), 1)
        item = self._list.topLevelItem((self._list.currentIndex().row() + by) % count)
        if item:
            self._list.setCurrentItem(item)


def keys_of(action: QAction) -> str:
    """The keys of an action as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(keys.toString(native) for keys in action.shortcuts())

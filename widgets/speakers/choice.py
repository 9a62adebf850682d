"""Choosing the speakers that have a column in the table."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.words import folded
from app.model.elements import SpeakerId
from app.model.text import one_line
from widgets.reading import Reading
from widgets.speakers.order import Order, listed

_FIRST = 30  # speakers that have a column as long as nobody chose any
_DATA = Qt.ItemDataRole.UserRole


class SpeakerChoice(QWidget):
    """Lists those who say something and not only pass it on, the most first, each with a tick."""

    changed = Signal()

    def __init__(self, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Speakers in the table"))
        self._reading = reading
        self._known: dict[SpeakerId, bool] = {}
        self.search = QLineEdit(self)
        self.search.setAccessibleName(self.tr("Find a speaker"))
        self.search.setPlaceholderText(self.tr("Find a speaker"))
        self.search.textChanged.connect(self._show_found)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Speakers in the table"))
        self.list.itemChanged.connect(self._take)
        row = QHBoxLayout()
        for text, on in ((self.tr("All"), True), (self.tr("None"), False)):
            button = QToolButton(self)
            button.setObjectName("Link")
            button.setText(text)
            button.clicked.connect(lambda _=False, on=on: self._set_all(on=on))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.search)
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def chosen(self) -> list[SpeakerId]:
        """The speakers with a tick, in the order of the list."""
        return [speaker for speaker, on in self._known.items() if on]

    def fill(self) -> None:
        """List the speakers as they are now; ticks stay."""
        argument_map = self._reading.map
        speakers = [
            speaker
            for speaker in listed(argument_map, Order.SAYINGS)
            if any(one.speakers[0] == speaker for one in argument_map.locutions_by(speaker))
        ]
        before, self._known = self._known, {}
        for place, speaker in enumerate(speakers):
            self._known[speaker] = before.get(speaker, place < _FIRST)
        self.list.blockSignals(True)
        row = self.list.currentRow()
        self.list.clear()
        for speaker, on in self._known.items():
            item = QListWidgetItem(one_line(argument_map.speaker(speaker).name), self.list)
            item.setData(_DATA, speaker)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._show_found(self.search.text())

    def _items(self) -> Iterable[QListWidgetItem]:
        return (self.list.item(i) for i in range(self.list.count()))

    def _show_found(self, typed: str) -> None:
        words = folded(typed).split()
        for item in self._items():
            item.setHidden(not all(word in folded(item.text()) for word in words))

    def _take(self, item: QListWidgetItem) -> None:
        self._known[item.data(_DATA)] = item.checkState() is Qt.CheckState.Checked
        self.changed.emit()

    def _set_all(self, *, on: bool) -> None:
        """Tick all that are found, or none of them."""
        for item in self._items():
            if not item.isHidden():
                self._known[item.data(_DATA)] = on
        self.fill()
        self.changed.emit()

"""The claims that a change of the text concerns, in a list beside the texts."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from app.model.elements import ClaimId
from app.model.text import shortened
from widgets.labels import as_tooltip

_LONGEST = 200  # characters of a claim that are shown
_CLAIM, _PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Concerned:
    """A claim, what became of what it rests on, and where that is in the newer text, if it is."""

    claim: ClaimId
    text: str
    sign: str
    word: str
    place: int | None


class ClaimsList(QTreeWidget):
    """Lists claims; going to one shows its place in the texts, Enter shows it on the map."""

    place_wanted = Signal(int)
    claim_wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Concerned")
        self.setAccessibleName(name)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setColumnWidth(0, 130)
        self.currentItemChanged.connect(self._show_place)
        self.itemDoubleClicked.connect(self._want_claim)

    def show_claims(self, claims: Iterable[Concerned]) -> None:
        self.blockSignals(True)
        self.clear()
        for one in claims:
            item = QTreeWidgetItem(self, [f"{one.sign}  {one.word}", shortened(one.text, _LONGEST)])
            item.setToolTip(1, as_tooltip(one.text))
            item.setData(0, _CLAIM, one.claim)
            item.setData(0, _PLACE, one.place)
        self.blockSignals(False)

    def _show_place(self, item: QTreeWidgetItem | None) -> None:
        place = item.data(0, _PLACE) if item else None
        if place is not None:
            self.place_wanted.emit(place)

    def _want_claim(self, item: QTreeWidgetItem | None) -> None:
        if item:
            self.claim_wanted.emit(item.data(0, _CLAIM))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from closing the window."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._want_claim(self.currentItem())
        else:
            super().keyPressEvent(event)

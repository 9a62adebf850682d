"""The list of speakers: several can be selected, and all is done by keys."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from app.model.elements import Speaker, SpeakerId
from resources.themes import Theme
from widgets.speakers.model import SpeakersModel
from widgets.speakers.painting import SpeakerPainter


class SpeakersList(QListView):
    """Its actions have their keys here, and the menu on a speaker offers them."""

    chosen = Signal()  # another speaker, or more of them
    search_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: SpeakersModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Speakers")
        self.setAccessibleName(self.tr("Speakers"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = model
        self._painter = SpeakerPainter(model, theme, self)
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def use_theme(self, theme: Theme) -> None:
        self._painter.use_theme(theme)
        self.viewport().update()

    def speakers(self) -> list[Speaker]:
        """The selected speakers, in the order of the list."""
        rows = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [speaker for index in rows if (speaker := self._model.speaker(index))]

    def select(self, speakers: list[SpeakerId]) -> None:
        """Select speakers, as far as they are listed; the last one is where the keyboard is."""
        flag = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        last = QModelIndex()
        for speaker in speakers:
            index = self._model.index_of(speaker)
            if index.isValid():
                chosen.select(index, index)
                last = index
        self.selectionModel().setCurrentIndex(last, flag.NoUpdate)
        self.selectionModel().select(chosen, flag.ClearAndSelect)
        self.scrollTo(last)

    def rename(self) -> None:
        """Write the name of the speaker in its row."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    @property
    def is_written_in(self) -> bool:
        return self.state() is QAbstractItemView.State.EditingState

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up to the field above; letters are commands here, and find nothing by themselves."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.is_written_in or not plain:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.search_wanted.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(row.center())
        if self.selectedIndexes():
            self.menu_wanted.emit(at)

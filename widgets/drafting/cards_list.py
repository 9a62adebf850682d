"""The list of suggestions, worked by keys; its actions have their keys here too."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QToolTip, QWidget
from typing_extensions import override

from resources.themes import Theme
from widgets.drafting.model import DraftModel
from widgets.drafting.painting import CardPainter
from widgets.drafting.suggestions import Suggestion
from widgets.labels import as_tooltip

_STEPS = {Qt.Key.Key_J.value: 1, Qt.Key.Key_K.value: -1}


class CardsList(QListView):
    """Shows cards; J and K go to the next and the one before, like the arrows."""

    chosen = Signal()  # another one
    taken_back = Signal()  # what was done last, which is no edit

    def __init__(self, model: DraftModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Suggestions")
        self.setAccessibleName(self.tr("Suggestions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.can_take_back = False
        self._model = model
        self._painter = CardPainter(model, theme, self)
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())

    def use_theme(self, theme: Theme) -> None:
        self._painter.use_theme(theme)

    def current(self) -> Suggestion | None:
        """The suggestion that the list is at."""
        return self._model.suggestion(self.currentIndex())

    def go_to(self, index: QModelIndex) -> None:
        """Be at a row, in view along with the heading above it."""
        self.setCurrentIndex(index)
        above = self._model.index(index.row() - 1)
        if index.isValid() and above.isValid() and self._model.suggestion(above) is None:
            self.scrollTo(above)
        self.scrollTo(index)

    def _step(self, by: int) -> None:
        place = self.currentIndex().row() + by
        while 0 <= place < self._model.rowCount():
            if self._model.suggestion(self._model.index(place)):
                self.go_to(self._model.index(place))
                return
            place += by

    @override
    def event(self, event: QEvent) -> bool:
        """Claim undo if what was done last is no edit of the map."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.can_take_back
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.can_take_back and event.matches(QKeySequence.StandardKey.Undo):
            self.taken_back.emit()
        elif plain and event.key() in _STEPS:
            self._step(_STEPS[event.key()])
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # letters are commands here, and find nothing by themselves
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.current():
            return
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("What can be done with this suggestion"))
        menu.addActions(self.actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Tell why something is suggested, which may be more than fits on its card."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            one = self._model.suggestion(self.indexAt(event.pos()))
            QToolTip.showText(event.globalPos(), as_tooltip(one.why) if one else "", self)
            return True
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

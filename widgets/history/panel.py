"""The history of a project, moment by moment: to look back, and to forget what is too old."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from resources.themes import Theme
from widgets.history.model import HistoryModel, Index
from widgets.history.moments import Moment
from widgets.history.painting import MomentPainter
from widgets.labels import plain_label
from widgets.reading import Reading

_SOON = 250  # milliseconds after the last change


class HistoryPanel(QWidget):
    """Lists the moments; a click or Enter looks back at one, and the arrows do from then on."""

    wanted = Signal(object)  # a Moment to look back at
    trim_wanted = Signal(object)  # a Moment up to which the history is to be forgotten

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("History"))
        self.is_looking_back = False
        self.model = HistoryModel(reading.document, self)
        self.list = _Moments(self)
        self.list.setModel(self.model)
        self._painter = MomentPainter(self.model, theme, self.list)
        self.list.setItemDelegate(self._painter)
        self.setFocusProxy(self.list)
        self._none = plain_label(
            self.tr("Nothing was done yet. Each edit will be here, to go back to."),
            name="Hint",
            parent=self,
        )
        self._none.setContentsMargins(16, 16, 16, 0)
        self.trim = QPushButton(self.tr("Forget what is older…"), self)
        self.trim.setObjectName("Outlined")
        self.trim.setToolTip(self.tr("Forget the history up to the selected moment"))
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.refresh)
        self._is_stale = True
        reading.changed.connect(self.refresh_soon)
        self.list.chosen.connect(self._look)
        self.list.moved.connect(self._follow)
        self.trim.clicked.connect(self._want_trim)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        foot.addWidget(self.trim)
        column.addLayout(foot)

    @property
    def moment(self) -> Moment | None:
        """The moment that is selected."""
        return self.model.moment(self.list.currentIndex())

    def use_theme(self, theme: Theme) -> None:
        self._painter.theme = theme
        self.list.viewport().update()

    def leave(self) -> None:
        """Read no more of a document that is being closed."""
        self._soon.stop()
        self.model.leave()

    def refresh_soon(self) -> None:
        """Read anew what was done last, once it is looked at."""
        self._is_stale = True
        if self.isVisible():
            self._soon.start()

    def refresh(self) -> None:
        """Read anew what was done last, with the same moment selected."""
        self._soon.stop()
        self._is_stale = False
        moment = self.moment
        self.model.refresh()
        if moment:
            self.list.select(self.model.index_of(moment.number))
        has_any = self.model.rowCount() > 0
        self._none.setVisible(not has_any)
        self.list.setVisible(has_any)
        self._show_state()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _look(self) -> None:
        if moment := self.moment:
            self.wanted.emit(moment)
        self._show_state()

    def _follow(self) -> None:
        if self.is_looking_back:
            self._look()
        self._show_state()

    def _want_trim(self) -> None:
        if moment := self.moment:
            self.trim_wanted.emit(moment)

    def _show_state(self) -> None:
        self.trim.setEnabled(self.moment is not None)


class _Moments(QListView):
    """The list itself."""

    chosen = Signal()  # with Enter or the mouse
    moved = Signal()  # by keys, and come to rest

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("CheckRows")
        self.setAccessibleName(self.tr("History"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SOON)
        self._rest.timeout.connect(self.moved)
        self.clicked.connect(lambda _index: self.chosen.emit())

    def select(self, index: QModelIndex) -> None:
        """Select a row without looking back at it."""
        self.setCurrentIndex(index)
        self._rest.stop()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._rest.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._rest.stop()
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

"""What stands above the list of speakers: searching, sorting, adding, and who may be the same."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from resources.themes import Theme
from widgets.icons import picture_icon
from widgets.speakers.order import Order


class Head(QWidget):
    """Says by signals what the person wants."""

    asked = Signal()  # for other speakers, or another order
    named = Signal(str)  # a speaker that is to be added
    list_wanted = Signal()  # to go on in the list
    table_wanted = Signal()
    alike_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Find and add speakers"))
        self.search = QLineEdit(self)
        self.search.setAccessibleName(self.tr("Find a speaker"))
        self.search.setPlaceholderText(self.tr("Find a speaker"))
        self.search.setMinimumWidth(60)
        self.search.textChanged.connect(self._ask)
        self.order = Order.NAME
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the new speaker"))
        self.name.setPlaceholderText(self.tr("Name of the new speaker, then Enter"))
        self.name.hide()
        self.alike = QToolButton(self)
        self.alike.setObjectName("Link")
        self.alike.clicked.connect(self.alike_wanted)
        self.alike.hide()
        for field in (self.search, self.name):
            field.installEventFilter(self)
        self._lay_out()
        self.use_theme(theme)

    def _lay_out(self) -> None:
        self.sort = self._button(self.tr("Sort the speakers"))
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort.setMenu(self._orders())
        self._add = self._button(self.tr("Add a speaker (Insert)"))
        self._add.clicked.connect(self.ask_name)
        self._table = self._button(self.tr("Table of speakers and claims (Ctrl+T)"))
        self._table.clicked.connect(self.table_wanted)
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(self.search, 1)
        for widget in (self.sort, self._add, self._table):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.name)
        column.addWidget(self.alike, 0, Qt.AlignmentFlag.AlignLeft)

    def _orders(self) -> QMenu:
        """The orders that the speakers can be listed in, with a tick at the one they are in."""
        menu, group = QMenu(self), QActionGroup(self)
        menu.setAccessibleName(self.tr("Sort the speakers"))
        for order, words in (
            (Order.NAME, self.tr("By name")),
            (Order.SAYINGS, self.tr("By how much they say")),
            (Order.APPEARANCE, self.tr("As they appear in the articles")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(order is self.order)
            action.triggered.connect(lambda _=False, order=order: self._sort(order))
            group.addAction(action)
        return menu

    def _sort(self, order: Order) -> None:
        self.order = order
        self._ask()

    def _button(self, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setIconSize(QSize(13, 13))
        return button

    def use_theme(self, theme: Theme) -> None:
        self.sort.setIcon(picture_icon("sort", theme))
        self._add.setIcon(picture_icon("add", theme))
        self._table.setIcon(picture_icon("table", theme))

    def ask_name(self) -> None:
        """Ask for the name of a new speaker, in a line that is there only for that."""
        self.name.clear()
        self.name.show()
        self.name.setFocus()

    def _ask(self) -> None:
        self.asked.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if watched is self.name and (enter or key == Qt.Key.Key_Escape):
                self._end_name(keep=enter)
                return True
            if watched is self.search and (enter or key == Qt.Key.Key_Down):
                self.list_wanted.emit()
                return True
            if watched is self.search and key == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _end_name(self, *, keep: bool) -> None:
        self.name.hide()
        self.list_wanted.emit()
        if keep and self.name.text().strip():
            self.named.emit(self.name.text())

"""What stands above the cards: which shelf, which words and tags, in what order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.model.text import shortened
from widgets.flowing import Flow
from widgets.labels import as_button_text, plain_label
from widgets.start.listing import Choice, Order, Shelf
from widgets.start.words import order_words, shelf_words, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEARCH_WIDTH = 300
_LONGEST_TAG = 24  # characters on a button


class Head(QWidget):
    """Holds what the person wants to see, and tells when that changes."""

    changed = Signal()
    opening_wanted = Signal()  # of the first that is found
    list_wanted = Signal()  # to go on among the cards
    emptying_wanted = Signal()

    def __init__(self, parent: QWidget, order: Order) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Which projects are shown"))
        self.choice = Choice(order=order)
        self.shelves = self._make_shelves()
        self.search = self._make_search()
        self.order = self._make_orders(order)
        self.empty = QPushButton(tr("Empty the bin…"), self)
        self.empty.clicked.connect(lambda: self.emptying_wanted.emit())  # noqa: PLW0108  not with `checked`
        self._selected = plain_label(parent=self, name="Muted")
        self._selected.setWordWrap(False)
        self._chips: list[QToolButton] = []
        self._lay_out()

    def _make_shelves(self) -> QTabBar:
        bar = QTabBar(self)
        bar.setObjectName("Shelves")
        bar.setAccessibleName(tr("Projects, archived projects and the bin"))
        bar.setDrawBase(False)
        bar.setExpanding(False)
        bar.setUsesScrollButtons(False)
        for shelf in Shelf:
            bar.addTab(shelf_words(shelf))
        bar.currentChanged.connect(
            lambda place: self._choose(replace(self.choice, shelf=list(Shelf)[place]))
        )
        return bar

    def _make_search(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(tr("Find a project by its title or tags"))
        field.setPlaceholderText(tr("Find by title or tag"))
        field.setClearButtonEnabled(True)
        for button in field.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear"))
        field.setMaximumWidth(_SEARCH_WIDTH)
        field.setMinimumWidth(90)
        field.textChanged.connect(lambda words: self._choose(replace(self.choice, words=words)))
        field.installEventFilter(self)
        return field

    def _make_orders(self, order: Order) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(tr("Order of the projects"))
        for one in Order:
            box.addItem(order_words(one), one)
        box.setCurrentIndex(list(Order).index(order))
        box.activated.connect(
            lambda place: self._choose(replace(self.choice, order=list(Order)[place]))
        )
        return box

    def _lay_out(self) -> None:
        self._first, second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, second):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
        self._first.addWidget(self.shelves)
        self._first.addStretch(1)
        self._chosen = QWidget(self)
        self._chosen.setAccessibleName(tr("Tags that are looked for"))
        self._tags = Flow(spacing=6)
        self._chosen.setLayout(self._tags)
        self._chosen.hide()
        second.addWidget(self.search, 3)
        second.addStretch(1)
        second.addWidget(self._selected)
        second.addWidget(self.order)
        second.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._first)
        column.addLayout(second)
        column.addWidget(self._chosen)

    def put_beside(self, widget: QWidget) -> None:
        """Give what is about all projects its place at the right."""
        self._first.addWidget(widget)

    # What is told

    def show_counts(self, counts: Mapping[Shelf, int]) -> None:
        """Say how many projects there are on each shelf; nothing to choose from if none at all."""
        for place, shelf in enumerate(Shelf):
            words = shelf_words(shelf)
            if counts.get(shelf):
                words = tr("{shelf}  {n}").format(shelf=words, n=counts[shelf])
            self.shelves.setTabText(place, words)
        some, in_bin = any(counts.values()), self.choice.shelf is Shelf.BIN
        for widget, shown in (
            (self.search, some),
            (self.order, some and not in_bin),
            (self.empty, in_bin and bool(counts.get(Shelf.BIN))),
        ):
            widget.setVisible(shown)

    def show_selected(self, count: int) -> None:
        """Say how many projects are selected, if it is more than one."""
        words = tr("{n} selected").format(n=count) if count > 1 else ""
        self._selected.setText(words)

    # What is chosen

    def show_shelf(self, shelf: Shelf) -> None:
        self.shelves.setCurrentIndex(list(Shelf).index(shelf))

    def add_tag(self, tag: str) -> None:
        """Show only projects with a tag, beside those that were chosen before."""
        if tag not in self.choice.tags:
            self._choose(replace(self.choice, tags=(*self.choice.tags, tag)))

    def clear(self) -> None:
        """Show all projects of the shelf again."""
        self.search.clear()
        self._choose(replace(self.choice, words="", tags=()))

    def look_for(self, letters: str = "") -> None:
        """Go to the field for words, with the first letters of one."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if letters:
            self.search.setText(self.search.text() + letters)
        else:
            self.search.selectAll()

    def _drop_tag(self, tag: str) -> None:
        self._choose(
            replace(self.choice, tags=tuple(one for one in self.choice.tags if one != tag))
        )
        self.search.setFocus()

    def _choose(self, choice: Choice) -> None:
        before, self.choice = self.choice, choice
        if self.choice.tags != before.tags:
            self._show_chips()
        if self.choice != before:
            self.changed.emit()

    def _show_chips(self) -> None:
        """A button for each tag that is chosen, which takes it away again."""
        for chip in self._chips:
            self._tags.removeWidget(chip)
            chip.hide()
            chip.deleteLater()  # it may be the one that was clicked
        self._chips = [self._chip(tag) for tag in self.choice.tags]
        for chip in self._chips:
            self._tags.addWidget(chip)
        self._chosen.setVisible(bool(self._chips))

    def _chip(self, tag: str) -> QToolButton:
        chip = QToolButton(self._chosen)
        chip.setObjectName("Chip")
        chip.setText(f"{as_button_text(shortened(tag, _LONGEST_TAG))}  ×")
        chip.setAccessibleName(tr("Do not look for the tag “{tag}”").format(tag=tag))
        chip.clicked.connect(partial(self._drop_tag, tag))
        return chip

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, the arrows and Escape in the field for words."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.opening_wanted.emit()
                case Qt.Key.Key_Down:
                    self.list_wanted.emit()
                case Qt.Key.Key_Escape:
                    self._leave()
                case _:
                    return False
            return True
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        if self.choice.is_narrow:
            self.clear()
        else:
            self.list_wanted.emit()

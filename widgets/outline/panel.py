"""The outline on the right side of the window: a tree that is the same map as on the canvas."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from app.model.outline import Card
from resources.themes import Theme
from widgets.actions import Slots
from widgets.commands import MapCommands
from widgets.outline.in_step import SameFolds, SameSelection
from widgets.outline.model import OutlineModel
from widgets.outline.rows import row_of
from widgets.outline.tree import OutlineTree
from widgets.outline.writing import Writing
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection


class OutlinePanel(QWidget):
    """Shows rows once it is seen for the first time, and follows the map from then on.

    `commands` are those of the map, given from here: they ask for the words of new claims here.
    Make it before the other views: it must follow a change of the map before any of them, on that,
    changes what is selected.
    """

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Outline"))
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._selected: SameSelection | None = None  # until it is seen
        self.commands = MapCommands(reading, selection, performer, self)
        self.model = OutlineModel(reading, self)
        self.tree = OutlineTree(self.model, reading, theme, self)
        self.tree.drop_wanted.connect(performer.do)
        self.tree.jump_wanted.connect(self.jump)
        self._writing = Writing(self.tree, self.model, reading, selection, performer, self.commands)
        self.setFocusProxy(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 2, 0)
        column.addWidget(self.tree)

    def slots(self) -> Slots:
        """What carries out actions while the outline has the focus."""
        return {**self.commands.slots(), "edit_text": self._writing.edit}

    @property
    def has_focus(self) -> bool:
        """Whether it is here that the person works."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def jump(self) -> None:
        """Go from a reference to where its claim or step stands in full."""
        place = self.model.place(self.tree.currentIndex())
        full = self._reading.outline.place(place.key[1]) if place else None
        row = row_of(full) if full else None
        if isinstance(row, Card):
            self._performer.keep(lambda: self._reading.reveal(row.claim))
            self._selection.set(row.key)

    def leave_editor(self) -> bool:
        """Keep what is being typed; whether the library took it."""
        return self._writing.leave()

    def use_theme(self, theme: Theme) -> None:
        self.tree.use_theme(theme)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._selected is None:
            self.tree.setModel(self.model)
            parts = (self.tree, self.model, self._reading)
            SameFolds(*parts, self._performer).show_all()
            self._selected = SameSelection(*parts, self._selection)
        self._selected.show()

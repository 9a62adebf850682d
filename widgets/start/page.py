"""The first page: the projects as cards with a small picture of each map, and ways to begin."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.flowing import Flow
from widgets.labels import plain_label
from widgets.start.cards import Cards
from widgets.start.head import Head
from widgets.start.listing import Order, Shelf, listed, shelf_of
from widgets.start.words import note

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.model.elements import ProjectId
    from app.ports import Miniature, ProjectSummary
    from resources.themes import Theme

    Way = tuple[str, str, Callable[[], object]]  # its name, its words, what it does

_LOW = 480  # pixels
_ORDER = "projects/order"  # under which it is kept


class StartPage(QWidget):
    """Lists the projects and offers ways to begin."""

    project_wanted = Signal(object)  # a ProjectSummary
    menu_wanted = Signal(QPoint)  # for what is selected
    selection_moved = Signal()  # or what is shown

    def __init__(
        self,
        theme: Theme,
        ways: Sequence[Way],
        *,
        picture: Callable[[ProjectId], Miniature],
        order: Order = Order.CHANGED,
    ) -> None:
        super().__init__()
        self.setObjectName("StartPage")
        self.setAccessibleName(self.tr("Start page"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.projects: Sequence[ProjectSummary] = ()
        self._holds_any: bool | None = None  # nobody knows before the library was looked into
        self.head = Head(self, order)
        self.head.show_counts({})
        self.list = Cards(theme, picture, self)
        self.note = plain_label(self.tr("Looking into the library…"), name="Muted")
        self._lay_out(ways)
        self._connect()

    def _lay_out(self, ways: Sequence[Way]) -> None:
        self._column = column = QVBoxLayout(self)
        column.setSpacing(6)
        lead = self.tr("What is claimed, why, what speaks against it, and who says so.")
        self._heading = QWidget(self)
        heading = QVBoxLayout(self._heading)
        heading.setContentsMargins(0, 0, 0, 14)
        heading.setSpacing(6)
        heading.addWidget(plain_label(self.tr("Rejoinder"), name="Title"))
        heading.addWidget(plain_label(lead, name="Lead"))
        column.addWidget(self._heading)
        row = Flow(spacing=8)
        buttons = [self._button(*way, primary=way is ways[0]) for way in ways]
        for button in buttons:
            row.addWidget(button)
        self._first_way = buttons[0]
        column.addLayout(row)
        column.addSpacing(18)
        column.addWidget(self.head)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.head.changed.connect(self._show_chosen)
        self.head.opening_wanted.connect(self._open_first)
        self.head.list_wanted.connect(self.list.setFocus)
        self.list.clicked_alone.connect(self._open_clicked)
        self.list.clicked_twice.connect(self.project_wanted)
        self.list.tag_wanted.connect(self.head.add_tag)
        self.list.typed.connect(self.head.look_for)
        self.list.escaped.connect(self.head.clear)
        self.list.selection_moved.connect(self._tell_selection)
        self.list.customContextMenuRequested.connect(self._want_menu)

    def _button(
        self, name: str, text: str, slot: Callable[[], object], *, primary: bool
    ) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("Primary" if primary else "Outlined")
        button.setProperty("way", name)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: slot())  # noqa: PLW0108  not with `checked`
        return button

    @property
    def selected(self) -> list[ProjectSummary]:
        """The projects that are selected, all on the shelf that is shown."""
        return self.list.selected

    @property
    def shelf(self) -> Shelf:
        return self.head.choice.shelf

    def show_projects(self, projects: Sequence[ProjectSummary]) -> None:
        """Show what is in the library, those in the bin too, as far as it is wanted."""
        before, self._holds_any = self._holds_any, bool(projects)
        self.projects = projects
        self.list.forget_pictures()
        self._show_chosen()
        if self._holds_any is not before:
            (self.list if projects else self._first_way).setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the heading out where that would leave hardly any room for the projects."""
        is_low = self.height() < _LOW
        self._heading.setHidden(is_low)
        self._column.setContentsMargins(48, 16 if is_low else 40, 48, 8 if is_low else 24)
        super().resizeEvent(event)

    def put_beside_heading(self, widget: QWidget) -> None:
        """Give what is about all projects its place at the right."""
        self.head.put_beside(widget)

    def keep(self, kept: QSettings) -> None:
        """Keep the order of the projects for the next start."""
        kept.setValue(_ORDER, self.head.choice.order.value)

    def use_theme(self, theme: Theme) -> None:
        self.list.use_theme(theme)

    def _show_chosen(self) -> None:
        choice = self.head.choice
        before = [project.id for project in self.list.projects]
        found = listed(self.projects, choice)
        self.head.show_counts(Counter(map(shelf_of, self.projects)))
        self.list.show_projects(found)
        if self.head.search.hasFocus() and [project.id for project in found] != before:
            self.list.select_first()  # which Enter opens
        words = note(choice, any_at_all=bool(self.projects), count=len(found))
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self._tell_selection()

    def _tell_selection(self) -> None:
        self.head.show_selected(len(self.selected))
        self.selection_moved.emit()

    def _open_first(self) -> None:
        if self.list.projects:
            self.project_wanted.emit(self.list.projects[0])

    def _open_clicked(self, project: ProjectSummary) -> None:
        if not project.binned:
            self.project_wanted.emit(project)

    def _want_menu(self, point: QPoint) -> None:
        if self.list.indexAt(point).isValid():
            self.menu_wanted.emit(self.list.viewport().mapToGlobal(point))


def kept_order(kept: QSettings) -> Order:
    """The order that was kept, or else the usual one."""
    found = kept.value(_ORDER)
    return Order(found) if found in set(Order) else Order.CHANGED

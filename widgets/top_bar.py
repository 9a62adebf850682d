"""The bar across the top of an open project: its title with the menu, and buttons."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from app.model.role import Role
from app.model.text import shortened
from resources.themes import Theme
from widgets.action_table import SPECS
from widgets.icons import picture_icon, role_icon
from widgets.labels import as_button_text
from widgets.menus import full_menu

_TITLE = 170  # pixels that the title gets before the buttons get words
_ADDING = ("add_reason", "add_objection", "add_co_premise", "add_undercutter")


class TopBar(QFrame):
    """Buttons for the actions of an open project, and all of them in the menu under the title."""

    def __init__(
        self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Bar")
        self.setAccessibleName(self.tr("Bar of the project"))
        self._actions = actions
        self._hints: list[QLabel] = []
        self._full_title = ""
        self._title = QToolButton(self)
        self._title.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._title.setMenu(full_menu(actions, self))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 12, 6)
        row.setSpacing(2)
        self._row = row
        row.addWidget(self._title)
        row.addStretch(1)
        self._explain()
        self._adding = [self._button(name) for name in _ADDING]
        for name, button in zip(_ADDING, self._adding, strict=True):
            row.addWidget(button)
            row.addWidget(self._hint(name))
        row.addStretch(1)
        self._fill_right(row)
        self.use_theme(theme)

    def _fill_right(self, row: QHBoxLayout) -> None:
        self._undo, self._redo = self._button("undo"), self._button("redo")
        for button in (self._undo, self._redo):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            row.addWidget(button)
        self._find = self._button("find")
        self._find.setAccessibleName(self._actions["find"].text())
        row.addWidget(self._find)
        row.addWidget(self._hint("find"))
        row.addSpacing(6)
        row.addWidget(self._export_button())

    def show_title(self, title: str) -> None:
        self._full_title = shortened(title, 44)
        self._title.setToolTip(self.tr("Project menu"))
        self._title.setAccessibleName(self.tr("Project menu of {title}").format(title=title))
        self._fit()

    def use_theme(self, theme: Theme) -> None:
        roles = {spec.name: spec.role for spec in SPECS}
        for name, button in zip(_ADDING, self._adding, strict=True):
            role = roles[name] or Role.FREE
            sign = (
                picture_icon("co-premise", theme) if role is Role.FREE else role_icon(role, theme)
            )
            self._actions[name].setIcon(sign)
            ink = theme.ink.text if role is Role.FREE else theme.roles[role.value].line
            button.setStyleSheet(f"QToolButton {{ color: {ink}; padding-right: 2px; }}")
        for name in ("undo", "redo", "find"):
            self._actions[name].setIcon(picture_icon(name, theme))
        self._title.setIcon(picture_icon("chevron", theme))
        self._title.setStyleSheet("QToolButton { font-weight: bold; }")
        box = f"border: 1px solid {theme.surfaces.line}; background: {theme.surfaces.panel};"
        for hint in self._hints:
            hint.setStyleSheet(
                f"font-size: 10px; color: {theme.ink.muted}; {box}"
                "border-radius: 3px; padding: 0 4px; margin-right: 8px;"
            )
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as much as there is room for: without hints, then without words if it must be."""
        self._title.setText(as_button_text(self._full_title))
        self._title.ensurePolished()
        whole = self._title.sizeHint().width()
        words = self._title.fontMetrics().horizontalAdvance(self._full_title)
        room = 0
        for hints, names in ((True, True), (False, True), (False, False)):
            self._show_parts(hints=hints, names=names)
            room = self.width() - (self._row.sizeHint().width() - whole)
            if room >= min(whole, _TITLE):
                break
        if room < whole:
            metrics, side = self._title.fontMetrics(), Qt.TextElideMode.ElideRight
            title = metrics.elidedText(self._full_title, side, max(room - (whole - words), 0))
            self._title.setText(as_button_text(title))

    def _show_parts(self, *, hints: bool, names: bool) -> None:
        for hint in self._hints:
            hint.setVisible(hints)
        style = Qt.ToolButtonStyle
        for button in (*self._adding, self._find):
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if names else style.ToolButtonIconOnly
            )

    def _export_button(self) -> QPushButton:
        export = QPushButton(self.tr("Export"), self)
        export.setObjectName("Primary")
        export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        export.clicked.connect(self._actions["export"].trigger)
        return export

    def _explain(self) -> None:
        """Give the adding buttons tips, which may be all that tells what they do."""
        for action in (self._actions[name] for name in (*_ADDING, "find")):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tip = self.tr("{action} ({keys})").format(action=action.text(), keys=keys)
            action.setToolTip(tip)

    def _button(self, name: str) -> QToolButton:
        action = self._actions[name]
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(13, 13))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _hint(self, name: str) -> QLabel:
        keys = self._actions[name].shortcut()
        hint = QLabel(keys.toString(QKeySequence.SequenceFormat.NativeText), self)
        hint.setFixedHeight(17)
        self._hints.append(hint)
        return hint

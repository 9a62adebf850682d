"""Making actions, with their keys, from the table."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.action_spec import Scope
from widgets.action_table import SPECS

Slots: TypeAlias = dict[str, Callable[[], object]]
"""What carries out actions, by their names in the table."""

_CONTEXTS = {
    Scope.WINDOW: Qt.ShortcutContext.WindowShortcut,
    Scope.START: Qt.ShortcutContext.WidgetWithChildrenShortcut,
}
"""Where keys work if not at home alone."""


def tr(text: str) -> str:
    """Translate a text of the table."""
    return QCoreApplication.translate("actions", text)


def make_actions(
    homes: Mapping[Scope, Sequence[QWidget]],
    slots: Mapping[str, Callable[[], object]],
    parent: QObject,
) -> dict[str, QAction]:
    """Make the actions that have a slot, each working where its scope is at home."""
    made: dict[str, QAction] = {}
    for spec in SPECS:
        if spec.name not in slots or spec.scope not in homes:
            continue
        action = QAction(tr(spec.text), parent)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(_CONTEXTS.get(spec.scope, Qt.ShortcutContext.WidgetShortcut))
        action.triggered.connect(_without_argument(slots[spec.name]))
        for home in homes[spec.scope]:
            home.addAction(action)
        made[spec.name] = action
    return made


def show_choice(action: QAction, *, on: bool) -> None:
    """Show in menus whether what an action stands for is chosen."""
    action.setCheckable(True)
    action.setChecked(on)


def _without_argument(slot: Callable[[], object]) -> Callable[[], None]:
    """Keep Qt from handing `checked` to a slot."""

    def call() -> None:
        slot()

    return call

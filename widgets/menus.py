"""Menus, made from the table of actions."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from widgets.action_table import SPECS
from widgets.actions import tr

_ON_CARD = (("Map",), ("Edit",), ("View", "How much"))
"""The menus whose actions are offered on a card, in this order."""
_ALSO_ON_CARD = ("fold", "show_words")


def full_menu(actions: Mapping[str, QAction], parent: QWidget) -> QMenu:
    """Make a menu of menus with all actions that have a place in one."""
    menus: dict[tuple[str, ...], QMenu] = {(): QMenu(parent)}
    for spec in SPECS:
        if not spec.menu or spec.name not in actions:
            continue
        for depth in range(1, len(spec.menu) + 1):
            way = spec.menu[:depth]
            if way not in menus:
                menus[way] = menus[way[:-1]].addMenu(tr(way[-1]))
        menus[spec.menu].addAction(actions[spec.name])
    return menus[()]


def card_menu(actions: Mapping[str, QAction], parent: QWidget) -> QMenu:
    """Make the menu of what can be done with what is selected on the map."""
    menu = QMenu(parent)
    menu.setAccessibleName(tr("Map"))
    for way in _ON_CARD:
        menu.addSeparator()
        menu.addActions([actions[s.name] for s in SPECS if s.menu == way and s.name in actions])
    menu.addActions([actions[name] for name in _ALSO_ON_CARD])
    return menu

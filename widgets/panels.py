"""Going from panel to panel by keys: the left side, the map, and the right side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QWidget

from widgets.actions import Slots
from widgets.project_view import ProjectView


class Panels:
    """Gives the focus to one panel after the other, round and round, and back to the map by Esc.

    What is folded away is passed over.
    """

    def __init__(self, view: ProjectView) -> None:
        self._view = view
        for left in (view.article.left, view.left.left, view.side.left):
            left.connect(view.canvas.view.setFocus)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {"next_panel": lambda: self._go(1), "previous_panel": lambda: self._go(-1)}

    def _go(self, by: int) -> None:
        view = self._view
        panels = (view.left, view.looking.stack, view.side)
        shown = [panel for panel in panels if self._entrance(panel).isVisible()]
        focused = QApplication.focusWidget()
        here = next((i for i, panel in enumerate(shown) if _holds(panel, focused)), None)
        to = shown.index(view.looking.stack) if here is None else (here + by) % len(shown)
        self._entrance(shown[to]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _entrance(self, panel: QWidget) -> QWidget:
        """What gets the focus in a panel: what it is there for, or the first thing that can."""
        view = self._view
        if panel is view.left:
            shown = (p for p in (view.speakers, view.draft) if p.isVisible())
            return next(shown, view.article.text)
        if panel is view.looking.stack:
            return view.looking.past.view if view.looking.past else view.canvas.view
        if view.history.isVisible():
            return view.history.list
        if view.outline.isVisible():
            return view.outline.tree
        fields = (w for w in view.inspector.findChildren(QWidget) if _takes_focus(w))
        return next(fields, view.side.tabBar())


def _holds(panel: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (panel is widget or panel.isAncestorOf(widget))


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    own = not isinstance(widget, QAbstractScrollArea) or isinstance(widget, QPlainTextEdit)
    return bool(by_tab) and own and widget.isVisible() and widget.isEnabled()

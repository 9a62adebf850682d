"""Choosing among the articles of a project by tabs, and a menu of what can be done with one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget
from typing_extensions import override

from app.model.elements import SourceId
from app.model.text import shortened
from resources.themes import Theme
from widgets.icons import picture_icon
from widgets.labels import as_button_text, as_tooltip

_AROUND, _WIDEST, _NARROWEST = 24, 180, 84  # pixels beside the words of a tab, and of it all
_LONGEST = 60  # characters of a title that a tab is given
_IN_MENU = (
    ("about_article", "correct_text"),
    ("newer_from_file", "newer_from_clipboard", "newer_from_address", "compare_texts"),
    ("check_marks", "accept_marks"),
    ("add_article", "add_address", "add_clipboard"),
    ("remove_article",),
)
"""The actions of the menu, in groups."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A source as a tab shows it, with how many of its marks need a look."""

    source: SourceId
    title: str
    to_check: int


class SourceBar(QFrame):
    """Shows which source is read; tabs only if there are several."""

    chosen = Signal(str)  # the source whose tab is

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Sources")
        self.setAccessibleName(self.tr("Articles of the project"))
        self._shown: tuple[Tab, ...] = ()
        self.tabs = _Tabs(self)
        self.tabs.setAccessibleName(self.tr("Articles"))
        self.tabs.setDocumentMode(True)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.currentChanged.connect(self._choose)
        self.menu_button = QToolButton(self)  # to be put where there is room for it
        self.menu_button.setObjectName("ArticleMenu")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setIconSize(QSize(15, 15))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tip = self.tr("What can be done with this article")
        self.menu_button.setToolTip(tip)
        self.menu_button.setAccessibleName(tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 4, 0)
        row.addWidget(self.tabs, 1)
        self.use_theme(theme)

    def use_theme(self, theme: Theme) -> None:
        self.menu_button.setIcon(picture_icon("more", theme))

    def use_actions(self, actions: Mapping[str, QAction]) -> None:
        """Offer these actions in the menu."""
        menu = QMenu(self.menu_button)
        menu.setAccessibleName(self.menu_button.accessibleName())
        for group in _IN_MENU:
            menu.addSeparator()
            menu.addActions([actions[name] for name in group if name in actions])
        self.menu_button.setMenu(menu)

    def show_sources(self, tabs: Sequence[Tab], shown: SourceId | None) -> None:
        """Show a tab for each, and that of the shown source as chosen."""
        self.setVisible(len(tabs) > 1)
        if tuple(tabs) != self._shown:
            self._fill(tabs)
        here = [tab.source for tab in tabs]
        if shown in here:
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(here.index(shown))
            self.tabs.blockSignals(False)

    def step(self, by: int) -> None:
        """Go to the tab so many further, round and round."""
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _fill(self, tabs: Sequence[Tab]) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(tabs):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < len(tabs):
            self.tabs.addTab("")
        for index, tab in enumerate(tabs):
            title = shortened(tab.title, _LONGEST) or self.tr("Article without a title")
            count = self.tr("• {n}  {title}")
            words = count.format(n=tab.to_check, title=title) if tab.to_check else title
            tip = tab.title or title
            if tab.to_check:
                tip += " · " + _to_check(self, tab.to_check)
            self.tabs.setTabText(index, as_button_text(words))
            self.tabs.setAccessibleTabName(index, tip)
            self.tabs.setTabToolTip(index, as_tooltip(tip))
        self._shown = tuple(tabs)
        self.tabs.blockSignals(False)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._shown):
            self.chosen.emit(self._shown[index].source)


class _Tabs(QTabBar):
    """Gives each title the room it needs, and at least enough to be told; beyond that it scrolls.

    The style sheet leaves out the room around the words, so Qt would cut all of them.
    """

    @override
    def tabSizeHint(self, index: int) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.tabText(index))
        return QSize(min(words + _AROUND, _WIDEST), super().tabSizeHint(index).height())

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        wanted = self.tabSizeHint(index)
        return QSize(min(wanted.width(), _NARROWEST), wanted.height())


def _to_check(bar: SourceBar, number: int) -> str:
    if number == 1:
        return bar.tr("1 mark needs a look")
    return bar.tr("{n} marks need a look").format(n=number)

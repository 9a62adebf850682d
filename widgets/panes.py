"""The left side, the map and the right side next to each other, as the person left them."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from widgets.side_tabs import SideTabs

_SHARES = (7, 19, 5)
_SIZES = [350, 950, 250]  # pixels
_LEAST = 240  # pixels, for the left side, in which one reads


class Panes(QSplitter):
    """Each side can be folded away; which panels are open, and how wide, is kept in settings."""

    def __init__(self, left: SideTabs, middle: QWidget, right: SideTabs, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sides = (left, right)
        self._kept: QByteArray | None = None  # the sizes that it is to have once it has a width
        self.setHandleWidth(1)
        for i, pane in enumerate((left, middle, right)):
            self.addWidget(pane)
            self.setStretchFactor(i, _SHARES[i])
        left.setMinimumWidth(_LEAST)
        self.setSizes(_SIZES)
        self.setCollapsible(1, False)

    def toggle(self, panel: QWidget) -> bool:
        """Show a panel, or fold its side away if it is shown already; whether it is shown now."""
        return self.side_of(panel).toggle(panel)

    def bring(self, panel: QWidget) -> None:
        """Show a panel, with the width that it has from then on."""
        self.side_of(panel).bring(panel)
        self.refresh()

    def keep(self, settings: QSettings) -> None:
        settings.setValue("panes/sizes", self.saveState())
        for side in self._sides:
            settings.setValue(f"panes/{side.key}", side.currentIndex())
            settings.setValue(f"panes/{side.key}-open", int(not side.isHidden()))

    def restore(self, settings: QSettings) -> None:
        """Show what was shown the last time; what was kept and makes no sense is passed over."""
        sizes = settings.value("panes/sizes")
        self._kept = sizes if isinstance(sizes, QByteArray) else None
        for side in self._sides:
            side.setCurrentIndex(_number(settings.value(f"panes/{side.key}"), 0))
            is_open = _number(settings.value(f"panes/{side.key}-open"), 1)
            side.setVisible(bool(is_open))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        kept, self._kept = self._kept, None
        if kept is not None and self.restoreState(kept):
            self.setHandleWidth(1)
            self.setOrientation(Qt.Orientation.Horizontal)

    def side_of(self, panel: QWidget) -> SideTabs:
        """The side that a panel is on."""
        return next(side for side in self._sides if side.indexOf(panel) >= 0)


def _number(kept: object, otherwise: int) -> int:
    """A number from settings, which give it as text."""
    text = str(kept)
    return int(text) if text.isascii() and text.isdigit() else otherwise

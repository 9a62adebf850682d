"""A side of the window: one of several panels, chosen by tabs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override


class SideTabs(QTabWidget):
    """Shows one panel at a time, or folds away."""

    left = Signal()  # with Esc

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        """Make a side without panels; `key` tells it from the other, `name` is for people."""
        super().__init__(parent)
        self.key = key
        self.setObjectName("Side")
        self.setDocumentMode(True)
        self.setMinimumWidth(200)
        self.tabBar().setDrawBase(False)
        self.tabBar().setExpanding(False)
        self.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        for widget in (self, self.tabBar()):
            widget.setAccessibleName(name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be left by an Escape that nothing in the panel has a use for."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def toggle(self, panel: QWidget) -> bool:
        """Show a panel, or fold the side away if it is shown already; whether it is shown now."""
        if self.isVisible() and self.currentWidget() is panel:
            self.hide()
            return False
        self.bring(panel)
        return True

    def bring(self, panel: QWidget) -> None:
        """Show a panel, and the side with it."""
        self.setCurrentWidget(panel)
        self.show()

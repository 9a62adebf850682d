"""What the Draft tab shows while there are no suggestions: what it is for, or how far it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from widgets.labels import plain_label
from widgets.working import UNKNOWN


class StartPage(QWidget):
    """Says what drafting is, or why nothing came of it, and offers to begin."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Drafting from the article"))
        self.told = plain_label(name="Muted", parent=self)
        self.button = QPushButton(self.tr("Draft from the article"), self)
        self.button.setObjectName("Primary")
        self.button.clicked.connect(self.wanted)
        column = _column(self)
        column.addWidget(self.told)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def tell(self, notice: str, *, article: bool) -> None:
        """Say that nothing was found, or what would be looked for."""
        words = notice or self.tr(
            "Find who says what in this article, what it may argue, and how that hangs together. "
            "You decide on each suggestion; nothing enters the map by itself. "
            "It works for articles in English, and without the web."
        )
        none = self.tr("No article yet: there is nothing to draft from.")
        self.told.setText(words if article else none)
        self.button.setVisible(article)
        again = self.tr("Draft again") if notice else self.tr("Draft from the article")
        self.button.setText(again)


class WorkingPage(QWidget):
    """Says how far a run is, with a way to stop it."""

    stopped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        told = self.tr("Reading the article …")
        self.setAccessibleName(told)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(told)
        self.bar.setTextVisible(False)
        self.button = QPushButton(self.tr("Stop"), self)
        self.button.setObjectName("Outlined")
        self.button.clicked.connect(self.stopped)
        column = _column(self)
        column.addWidget(plain_label(told, name="Muted", parent=self))
        column.addWidget(self.bar)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.show_share(UNKNOWN)

    def show_share(self, share: float) -> None:
        self.bar.setRange(0, 0 if share < 0 else 1000)
        self.bar.setValue(round(max(share, 0) * 1000))


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(14, 14, 14, 14)
    column.setSpacing(10)
    return column

"""What the Draft tab shows while there are no suggestions: what it is for, or how far it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from widgets.labels import plain_label
from widgets.working import UNKNOWN


class StartPage(QWidget):
    """Says what drafting is, or why nothing came of it, and offers to begin."""

    wanted = Signal()
    set_up_wanted = Signal()  # of a language model

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Drafting from the article"))
        self.trouble = plain_label(name="Warning", parent=self)
        self.told = plain_label(name="Muted", parent=self)
        self.button = QPushButton(self.tr("Draft from the article"), self)
        self.button.setObjectName("Primary")
        self.button.clicked.connect(self.wanted)
        self.model = QPushButton(self.tr("Ask a language model…"), self)
        self.model.setObjectName("Outlined")
        self.model.setToolTip(
            self.tr("Set up a server whose model can be asked, such as Ollama on this machine")
        )
        self.model.clicked.connect(self.set_up_wanted)
        column = _column(self)
        column.addWidget(self.trouble)
        column.addWidget(self.told)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.model, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def tell(self, words: str, trouble: str, *, drafted: bool) -> None:
        """Say what would be looked for or that nothing was found, and what went wrong if it did."""
        self.told.setText(words)
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        again = self.tr("Draft again") if drafted else self.tr("Draft from the article")
        self.button.setText(again)

    def offer(self, *, article: bool, model: bool) -> None:
        """Offer to draft if there is an article, and to set up a model if there is none."""
        self.button.setVisible(article)
        self.model.setVisible(article and model)
        if not article:
            self.told.setText(self.tr("No article yet: there is nothing to draft from."))


class WorkingPage(QWidget):
    """Says how far a run is, with a way to stop it."""

    stopped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Drafting from the article"))
        self.told = plain_label(name="Muted", parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.button = QPushButton(self.tr("Stop"), self)
        self.button.setObjectName("Outlined")
        self.button.clicked.connect(self.stopped)
        column = _column(self)
        column.addWidget(self.told)
        column.addWidget(self.bar)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.tell("")
        self.show_share(UNKNOWN)

    def tell(self, model: str) -> None:
        """Say what is going on: a model is asked, or the rules are at work."""
        words = self.tr("Asking “{model}” …").format(model=model)
        self.told.setText(words if model else self.tr("Reading the article …"))
        self.bar.setAccessibleName(self.told.text())

    def show_share(self, share: float) -> None:
        self.bar.setRange(0, 0 if share < 0 else 1000)
        self.bar.setValue(round(max(share, 0) * 1000))


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(14, 14, 14, 14)
    column.setSpacing(10)
    return column

"""The strip above a shared file that is open in place."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from widgets.labels import ElidingLabel, as_tooltip


class GuestBar(QFrame):
    """Says where edits go, and offers to take the project into the person's library."""

    wanted = Signal()  # to take it in

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("GuestBar")
        self.setAccessibleName(self.tr("Shared file"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 10, 2)
        self.words = ElidingLabel(name="Muted", least=200, parent=self)
        self.button = QToolButton(self)
        self.button.setText(self.tr("Take into my library"))
        self.button.clicked.connect(self.wanted)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_file(self, path: Path, *, is_read_only: bool) -> None:
        if is_read_only:
            said = self.tr(
                "“{file}” can only be read here. To work on it, take it into your library."
            )
        else:
            said = self.tr("This is the shared file “{file}”: what you change is kept in it.")
        text = said.format(file=path.name)
        self.words.setText(text)
        self.words.setToolTip(as_tooltip(str(path)))
        self.setAccessibleDescription(text)
        self.show()

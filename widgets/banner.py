"""The banner that says what went wrong with the world, or what was done, and offers a way on."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from widgets.alerting import announce
from widgets.labels import plain_label

WayOn: TypeAlias = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class Banner(QFrame):
    """One sentence across the window, with buttons; hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Banner")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 7, 10, 7)
        self._words = plain_label(parent=self)
        self._row.addWidget(self._words, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, text: str, *ways_on: WayOn, good: bool = False) -> None:
        """Show a sentence; each way on is a button that also closes the banner."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [
            self._button(word, way_on) for word, way_on in (*ways_on, (self.tr("Close"), self.hide))
        ]
        self.setProperty("kind", "good" if good else "bad")
        self.style().unpolish(self)
        self.style().polish(self)
        self._words.setText(text)
        self.setAccessibleName(text)
        self.show()
        announce(self, text, urgent=not good)

    def say_saved(self, path: str, count: int = 1, remark: str = "") -> None:
        """Say that a file was written, the first of so many, and offer to show it."""
        folder = QUrl.fromLocalFile(str(Path(path).parent))
        show = (self.tr("Show the folder"), lambda: QDesktopServices.openUrl(folder))
        text = self.tr("Saved {file}").format(file=Path(path).name)
        if count > 1:
            text = self.tr("Saved {file} and {n} more").format(file=Path(path).name, n=count - 1)
        text = f"{text}. {remark}" if remark else text
        self.say(text, show, good=True)

    def take_back(self, text: str) -> None:
        """Hide if this is still what is said."""
        if self.text == text:
            self.hide()

    def _button(self, word: str, way_on: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)

        def go_on() -> None:
            self.hide()
            way_on()

        button.clicked.connect(go_on)
        self._row.addWidget(button)
        return button

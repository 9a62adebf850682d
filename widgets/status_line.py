"""The line at the bottom: that all is saved, how large the map is, what was not possible."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from app.model.text import shortened
from widgets.alerting import announce
from widgets.labels import ElidingLabel, as_button_text, as_tooltip

_LONGEST_NAME = 32  # characters of a library's name
_ADVICE_TIME = 6000  # milliseconds


class StatusLine(QFrame):
    """Facts of the open project, and for a while a sentence of advice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Status")
        self.setAccessibleName(self.tr("State of the project"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(18)
        self.saved = ElidingLabel(least=60, parent=self)
        self.facts = ElidingLabel(least=40, parent=self)
        self.warning = ElidingLabel(name="Warning", least=160, parent=self)
        self.advice = ElidingLabel(name="Warning", least=300, parent=self)
        self.place = QToolButton(self)
        self.place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.place.setAccessibleDescription(self.tr("Lists the libraries to choose from"))
        for label in (self.saved, self.facts, self.warning, self.advice):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.place)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ADVICE_TIME)
        self._timer.timeout.connect(self.advice.clear)

    def show_facts(self, saved: str, facts: str, warning: str) -> None:
        """Show the facts of the open project."""
        self.saved.setText(saved)
        self.facts.setText(facts)
        self.facts.setToolTip(as_tooltip(facts) if facts else "")
        self.warning.setText(warning)

    def show_place(self, place: str, *, is_guest: bool) -> None:
        """Say which library or shared file is open; nothing for none."""
        name = shortened(Path(place).stem if "://" not in place else place, _LONGEST_NAME)
        words = self.tr("Shared file: {name}") if is_guest else self.tr("Library: {name}")
        self.place.setVisible(bool(place))
        self.place.setText(as_button_text(words.format(name=name)) if place else "")
        self.place.setToolTip(as_tooltip(place))

    def clear_facts(self) -> None:
        self.show_facts("", "", "")

    def advise(self, text: str) -> None:
        """Show a sentence for a few seconds."""
        self.advice.setText(text)
        self.advice.setToolTip(as_tooltip(text))
        self._timer.start()
        announce(self.advice, text)

"""Letting one speaker stand for several that are selected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app import edits
from app.model.elements import Speaker, SpeakerId
from app.model.text import shortened
from resources.themes import Theme
from widgets.labels import heading, plain_label
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.speakers.painting import dot_icon
from widgets.speakers.words import sayings_told

_LONGEST = 60  # characters of a name


class MergeBox(QWidget):
    """Asks whose name stays, and merges the speakers into that one."""

    def __init__(
        self, reading: Reading, performer: Performer, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Merge the selected speakers"))
        self._reading = reading
        self._performer = performer
        self._theme = theme
        self._speakers: list[SpeakerId] = []
        self._heading = heading("")
        self.names = QComboBox(self)
        self.names.setAccessibleName(self.tr("The name that stays"))
        self.names.setMinimumWidth(60)
        self.button = QPushButton(self.tr("Merge them"), self)
        self.button.setObjectName("Outlined")
        self.button.clicked.connect(self.merge)
        hint = self.tr("All that they say stays. The other names become other names of this one.")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        for widget in (
            self._heading,
            plain_label(self.tr("The name that stays")),
            self.names,
            plain_label(hint, name="Muted"),
        ):
            column.addWidget(widget)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(self.names)

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme

    def show_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Offer these; the one that says the most is to stay, unless another was chosen."""
        kept = self.names.currentData() if self.isVisible() else None
        self._speakers = [speaker.id for speaker in speakers]
        count = self.tr("{n} speakers selected").format(n=len(speakers))
        self._heading.setText(count.upper())
        by = self._reading.map.locutions_by
        numbers = {speaker.id: len(by(speaker.id)) for speaker in speakers}
        self.names.clear()
        for speaker in sorted(speakers, key=lambda one: -numbers[one.id]):
            said = sayings_told(numbers[speaker.id])
            words = f"{shortened(speaker.name, _LONGEST)} · {said}"
            self.names.addItem(dot_icon(speaker, self._theme), words, speaker.id)
        self.names.setCurrentIndex(max(self.names.findData(kept), 0))

    def merge(self) -> None:
        into, others = self.names.currentData(), self._speakers
        if into is not None:
            self._performer.do(lambda m: edits.merge_speakers(m, into=into, others=others))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.merge()
        else:
            super().keyPressEvent(event)

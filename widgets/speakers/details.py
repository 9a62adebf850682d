"""All about the speaker that is selected: what it is, and all that it says."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.analysis.contradictions import Contradiction, contradictions
from app.analysis.sayings import said_by
from app.model.elements import Speaker, SpeakerId
from app.model.text import shortened
from resources.themes import Theme
from widgets.labels import plain_label
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.speakers.form import SpeakerForm
from widgets.speakers.said import SaidModel
from widgets.speakers.said_list import SaidList
from widgets.translating import number_words

_PAUSE = 300  # milliseconds after an edit before what does not go together is looked for anew


class SpeakerDetails(QScrollArea):
    """Shows one speaker, once `show_speaker` has said which."""

    def __init__(
        self, reading: Reading, performer: Performer, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The selected speaker"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reading = reading
        self._speaker: SpeakerId | None = None
        self.form = SpeakerForm(performer, theme, self)
        self.model = SaidModel(reading, self)
        self.said = SaidList(self.model, theme, self)
        self._heading = plain_label(name="Heading")
        self._conflicts = QToolButton(self)
        self._conflicts.setObjectName("Link")
        self._conflicts.clicked.connect(self.show_conflicts)
        self._nothing = plain_label(
            self.tr("Nothing that is on the map. Press Delete in the list to remove this speaker."),
            name="Muted",
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._find_conflicts)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._conflicts)
        sheet = QWidget()
        sheet.setObjectName("Sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 10, 10, 4)
        column.setSpacing(4)
        column.addWidget(self.form)
        column.addSpacing(6)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.said, 1)
        column.addStretch(0)
        self.setWidget(sheet)

    def use_theme(self, theme: Theme) -> None:
        self.form.use_theme(theme)
        self.said.use_theme(theme)

    @property
    def speaker(self) -> SpeakerId | None:
        return self._speaker

    def show_speaker(self, speaker: Speaker) -> None:
        """Show a speaker, or show it anew as it is now."""
        is_new = speaker.id != self._speaker
        self.form.show_speaker(speaker)
        self._speaker = speaker.id
        if is_new:
            self.show_sayings()
            self.said.scrollToTop()
            self._tell_conflicts([])  # those are found soon

    def show_sayings(self) -> None:
        """Show anew what the speaker says."""
        if self._speaker is None or self._speaker not in self._reading.map:
            return
        at = self.model.row(self.said.currentIndex())
        sayings = said_by(self._reading.map, self._speaker)
        self.model.show_sayings(sayings)
        if at and at.saying:
            self.said.setCurrentIndex(self.model.index_of(at.saying.locution))
        name = shortened(self._reading.map.speaker(self._speaker).name, 60)
        heading = self.tr("All that {name} says · {n}").format(name=name, n=len(sayings))
        self._heading.setText(heading)
        self.said.setVisible(bool(sayings))
        self._nothing.setVisible(not sayings)
        self.find_conflicts_soon()

    def enter_sayings(self) -> None:
        """Give the keyboard to what the speaker says, if that is anything."""
        if self.model.rowCount():
            self.ensureWidgetVisible(self.said, 0, 0)
            self.said.enter()

    def show_conflicts(self) -> None:
        """Go to the first claim that does not go together with another."""
        self.ensureWidgetVisible(self.said, 0, 0)
        self.said.show_conflicts()

    def find_conflicts_soon(self) -> None:
        """Look for what does not go together, but not while one edit follows the other."""
        self._pause.start()

    def _find_conflicts(self) -> None:
        self._pause.stop()
        if self._speaker is None or self._speaker not in self._reading.map:
            return
        self._tell_conflicts(contradictions(self._reading.map, self._speaker))

    def _tell_conflicts(self, found: Sequence[Contradiction]) -> None:
        self.model.show_conflicts(found)
        words = number_words(len(found), self.tr("1 contradiction"), self.tr("{n} contradictions"))
        self._conflicts.setText(words)
        self._conflicts.setToolTip(self.tr("Claims of this speaker that speak against each other"))
        self._conflicts.setVisible(bool(found))

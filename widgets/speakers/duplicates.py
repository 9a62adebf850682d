"""Speakers that may be the same: found while one works, and gone through one by one."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import edits
from app.analysis.speakers import Pair, duplicates
from app.model.elements import SpeakerId
from app.model.text import shortened
from widgets.labels import as_button_text, plain_label
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.speakers.words import sayings_told, why_alike

_PAUSE = 400  # milliseconds after an edit of a speaker before names are compared anew
_LONGEST = 40  # characters of a name on a button


class Duplicates(QObject):
    """Knows which speakers may be the same and have not been said to be two."""

    changed = Signal()
    merged = Signal(str)  # the speaker that stays

    def __init__(self, reading: Reading, performer: Performer, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._performer = performer
        self.pairs: list[Pair] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.find)

    def find_soon(self) -> None:
        self._pause.start()

    def find(self) -> None:
        """Compare all names; takes time with how many speakers there are."""
        self._pause.stop()
        apart = self._reading.document.view_state.apart
        found = duplicates(self._reading.map)
        self.pairs = [pair for pair in found if _sorted(pair) not in apart]
        self.changed.emit()

    def merge(self, into: SpeakerId, other: SpeakerId) -> None:
        if self._performer.do(lambda m: edits.merge_speakers(m, into=into, others=[other])):
            self.find()
            self.merged.emit(into)

    def keep_apart(self, pair: Pair) -> None:
        """Remember, with the project, that two speakers are not the same."""
        document = self._reading.document

        def remember() -> None:
            apart = document.view_state.apart | {_sorted(pair)}
            document.keep_view(document.view_state.changed(apart=apart))
            self.find()

        self._performer.keep(remember)


def _sorted(pair: Pair) -> tuple[SpeakerId, SpeakerId]:
    one, other = sorted((pair.speaker, pair.other))
    return one, other


class DuplicatesDialog(QDialog):
    """Lists the pairs with the reason, and says of each which name stays, or that they are two."""

    def __init__(self, reading: Reading, duplicates: Duplicates, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Speakers that may be the same"))
        self.resize(560, 420)
        self._reading = reading
        self._duplicates = duplicates
        self._hint = plain_label(name="Muted", parent=self)
        self.list = QListWidget(self)
        self.list.setObjectName("Pairs")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.currentRowChanged.connect(self._show_pair)
        self.first = QPushButton(self)
        self.second = QPushButton(self)
        self.apart = QPushButton(self.tr("Not the same"), self)
        self.first.clicked.connect(lambda: self._merge(first=True))
        self.second.clicked.connect(lambda: self._merge(first=False))
        self.apart.clicked.connect(self._keep_apart)
        QShortcut(QKeySequence("N"), self.list, self.apart.click)
        self._lay_out()
        duplicates.changed.connect(self._fill)
        self._fill()
        self.list.setFocus()

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        for button in (self.first, self.second, self.apart):
            button.setAutoDefault(button is self.first)
            ways.addWidget(button)
        ways.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addStretch(0)  # where the list was, once it is empty
        column.addLayout(ways)
        column.addWidget(buttons)

    def _fill(self) -> None:
        at = max(self.list.currentRow(), 0)
        self.list.clear()
        for pair in self._duplicates.pairs:
            QListWidgetItem(self._told(pair), self.list)
        pairs = self.list.count()
        self.list.setCurrentRow(min(at, pairs - 1))
        self._show_pair(self.list.currentRow())
        hint = self.tr("Enter merges the two, N says that they are not the same.")
        self.list.setVisible(pairs > 0)
        none = self.tr("There are no speakers that may be the same.")
        self._hint.setText(hint if pairs else none)

    def _told(self, pair: Pair) -> str:
        one, other = (self._with_count(speaker) for speaker in pair[:2])
        words = self.tr("{one} — {other}\n{why}")
        return words.format(one=one, other=other, why=why_alike(pair.why))

    def _with_count(self, speaker: SpeakerId) -> str:
        argument_map = self._reading.map
        said = sayings_told(len(argument_map.locutions_by(speaker)))
        return f"{shortened(argument_map.speaker(speaker).name, _LONGEST)} ({said})"

    def _pair(self) -> Pair | None:
        row = self.list.currentRow()
        return self._duplicates.pairs[row] if 0 <= row < len(self._duplicates.pairs) else None

    def _show_pair(self, _row: int) -> None:
        pair = self._pair()
        for button in (self.first, self.second, self.apart):
            button.setVisible(pair is not None)
        if pair is None:
            return
        keep = self.tr("Merge into “{name}”")
        for button, speaker in ((self.first, pair.speaker), (self.second, pair.other)):
            name = shortened(self._reading.map.speaker(speaker).name, _LONGEST)
            button.setText(as_button_text(keep.format(name=name)))

    def _merge(self, *, first: bool) -> None:
        pair = self._pair()
        if pair:
            into, other = pair[:2] if first else pair[1::-1]
            self._duplicates.merge(into, other)

    def _keep_apart(self) -> None:
        pair = self._pair()
        if pair:
            self._duplicates.keep_apart(pair)

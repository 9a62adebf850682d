"""What a speaker says as a list for Qt: the sayings, then those that do not go together."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.analysis.contradictions import Contradiction
from app.analysis.sayings import Saying
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, LocutionId, SpeakerId
from app.model.text import one_line, shortened
from widgets.reading import Reading
from widgets.speakers.words import (
    conflict_told,
    fidelity_word,
    stance_sign,
    stance_word,
    tr,
)
from widgets.translating import via

_Index = QModelIndex | QPersistentModelIndex
_LONGEST = 400  # characters of a claim that are shown


class Kind(Enum):
    """What a row is."""

    SAYING = "saying"
    SENTENCE = "sentence"  # how the claims in the rows below it do not go together
    CLAIM = "claim"  # one of these


class Row(NamedTuple):
    """A row; what it says is looked up in the map when it is painted."""

    kind: Kind
    claim: ClaimId
    saying: Saying | None = None
    sentence: str = ""


class Told(NamedTuple):
    """What a row says: a small line, the words, and another small line."""

    above: str
    words: str
    below: str


class SaidModel(QAbstractListModel):
    """Holds what one speaker says."""

    def __init__(self, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._sayings: list[Row] = []
        self._conflicts: list[Row] = []

    def show_sayings(self, sayings: Sequence[Saying]) -> None:
        self._show([Row(Kind.SAYING, one.claim, one) for one in sayings], self._conflicts)

    def show_conflicts(self, conflicts: Sequence[Contradiction]) -> None:
        rows = []
        for one in conflicts:
            rows.append(Row(Kind.SENTENCE, one.one, sentence=conflict_told(one.how)))
            rows += [Row(Kind.CLAIM, claim) for claim in dict.fromkeys((one.one, one.other))]
        self._show(self._sayings, rows)

    def _show(self, sayings: list[Row], conflicts: list[Row]) -> None:
        if (sayings, conflicts) != (self._sayings, self._conflicts):
            self.beginResetModel()
            self._sayings, self._conflicts = sayings, conflicts
            self.endResetModel()

    @property
    def first_conflict(self) -> int:
        """The row in which what does not go together begins."""
        return len(self._sayings)

    def row(self, index: _Index) -> Row | None:
        """A row whose claim is still in the map."""
        if not index.isValid():
            return None
        place = index.row() - len(self._sayings)
        rows = self._sayings if place < 0 else self._conflicts
        row = rows[place] if place < len(rows) else None
        return row if row and row.claim in self._reading.map else None

    def told(self, index: _Index) -> Told:
        """What a row says now."""
        row, argument_map = self.row(index), self._reading.map
        if row is None:
            return Told("", "", "")
        if row.kind is Kind.SENTENCE:
            return Told("", row.sentence, "")
        words = shortened(argument_map.claim(row.claim).text, _LONGEST)
        if row.saying is None:
            return Told("", words, "")
        return Told(_how(argument_map, row.saying), words, _where(argument_map, row.saying))

    def index_of(self, locution: LocutionId) -> QModelIndex:
        """The row of a saying."""
        for place, row in enumerate(self._sayings):
            if row.saying and row.saying.locution == locution:
                return self.index(place)
        return QModelIndex()

    def shows(self, claims: set[ClaimId]) -> bool:
        """Whether any of these claims stands in a row."""
        return any(row.claim in claims for row in (*self._sayings, *self._conflicts))

    # For Qt

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self._sayings) + len(self._conflicts)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.told(index).words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in self.told(index) if part)
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row(index)
        if index.isValid() and (row is None or row.kind is Kind.SENTENCE):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _how(argument_map: ArgumentMap, saying: Saying) -> str:
    """How it is said: − denies · quotation · by John Lough via CNN."""
    parts = [
        f"{stance_sign(saying.stance)} {stance_word(saying.stance)}",
        fidelity_word(saying.fidelity),
    ]
    chain = f" {via()} ".join(_name(argument_map, speaker) for speaker in saying.via)
    if saying.by:
        by = tr("passed on for {name}").format(name=_name(argument_map, saying.by))
        parts.append(by)
    if chain:
        parts.append(f"{via()} {chain}")
    return " · ".join(parts)


def _where(argument_map: ArgumentMap, saying: Saying) -> str:
    """Where it is said: the article, and the paragraph if the words are marked in it."""
    if saying.source is None or saying.source not in argument_map:
        return tr("marked in no article")
    title = shortened(argument_map.source(saying.source).title, 80)
    if saying.paragraph is None:
        return tr("{title}, words lost").format(title=title)
    return f"{title}, ¶{saying.paragraph}"


def _name(argument_map: ArgumentMap, speaker: SpeakerId) -> str:
    return one_line(argument_map.speaker(speaker).name) if speaker in argument_map else "…"

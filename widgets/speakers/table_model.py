"""The table of speakers and claims for Qt: a row a claim, a column a speaker, stances in cells."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.analysis.sayings import HELD, table
from app.model.elements import ClaimId, SpeakerId, Stance
from app.model.text import one_line, shortened
from widgets.labels import as_tooltip
from widgets.reading import Reading
from widgets.speakers.words import stance_word, stances_told, tr

_Index = QModelIndex | QPersistentModelIndex
_Cells = Mapping[SpeakerId, tuple[Stance, ...]]
_LONGEST = 200  # characters of a claim in its line
_RISKY = ("=", "+", "-", "@")  # what begins a formula in a spreadsheet


class TableModel(QAbstractTableModel):
    """Holds which speakers have a column, and the claims that they say first."""

    def __init__(self, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._speakers: list[SpeakerId] = []
        self._rows: list[tuple[ClaimId, _Cells]] = []
        self.only_disputed = False

    def fill(self, speakers: Sequence[SpeakerId]) -> bool:
        """Show these speakers, in this order; whether that changed the table."""
        cells = table(self._reading.map, speakers)
        rows: list[tuple[ClaimId, _Cells]] = [
            (claim, found)
            for claim, found in cells.items()
            if not self.only_disputed or is_disputed(found.values())
        ]
        if (list(speakers), rows) == (self._speakers, self._rows):
            return False
        self.beginResetModel()
        self._speakers, self._rows = list(speakers), rows
        self.endResetModel()
        return True

    def claim(self, row: int) -> ClaimId | None:
        """The claim of a row, if it is still in the map."""
        claim = self._rows[row][0] if 0 <= row < len(self._rows) else None
        return claim if claim in self._reading.map else None

    def place_of(self, claim: ClaimId | None, speaker: SpeakerId | None) -> QModelIndex:
        """The cell of a claim and a speaker."""
        row = next((i for i, one in enumerate(self._rows) if one[0] == claim), -1)
        column = self._speakers.index(speaker) if speaker in self._speakers else 0
        return self.index(row, column) if row >= 0 else QModelIndex()

    def speaker(self, column: int) -> SpeakerId | None:
        return self._speakers[column] if 0 <= column < len(self._speakers) else None

    def as_text(self, rows: Iterable[int], columns: Sequence[int]) -> str:
        """Rows and columns with their headings, divided by tabs, as spreadsheets take them."""
        lines = [["", *(self._name(column) for column in columns)]]
        for row in rows:
            cells = self._rows[row][1]
            told = [
                ", ".join(stance_word(stance) for stance in cells.get(self._speakers[column], ()))
                for column in columns
            ]
            lines.append([self._claim_text(row), *told])
        return "\n".join("\t".join(map(_harmless, line)) for line in lines)

    def _stances(self, index: _Index) -> tuple[Stance, ...]:
        return self._rows[index.row()][1].get(self._speakers[index.column()], ())

    def _claim_text(self, row: int) -> str:
        claim = self.claim(row)
        return one_line(self._reading.map.claim(claim).text) if claim else ""

    def _name(self, column: int) -> str:
        speaker = self._speakers[column]
        known = speaker in self._reading.map
        return one_line(self._reading.map.speaker(speaker).name) if known else ""

    # For Qt

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self._speakers)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return stances_told(self._stances(index))
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                told = ", ".join(map(stance_word, self._stances(index))) or tr("does not say it")
                words = tr("{name} {stances}: {claim}").format(
                    name=self._name(index.column()),
                    stances=told,
                    claim=shortened(self._claim_text(index.row()), _LONGEST),
                )
                return as_tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        rows = orientation is Qt.Orientation.Vertical
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (
                    shortened(self._claim_text(section), _LONGEST) if rows else self._name(section)
                )
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(self._claim_text(section) if rows else self._name(section))
            case Qt.ItemDataRole.TextAlignmentRole if rows:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None


def is_disputed(cells: Iterable[tuple[Stance, ...]]) -> bool:
    """Whether one holds a claim that another, or the same, denies."""
    stances = {stance for cell in cells for stance in cell}
    return Stance.DENIES in stances and bool(stances & HELD)


def _harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_RISKY) else text

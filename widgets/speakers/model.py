"""The speakers as a list for Qt: a line each, looked up in the map when it is painted."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.edits import rename_speaker
from app.model.elements import Speaker, SpeakerId
from widgets.labels import as_tooltip
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.speakers.order import Order, listed
from widgets.speakers.words import sayings_told, sort_word, tr

_Index = QModelIndex | QPersistentModelIndex


class SpeakersModel(QAbstractListModel):
    """Holds which speakers there are; `fill` and `follow` bring it up to the map."""

    def __init__(self, reading: Reading, performer: Performer, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._performer = performer
        self._rows: list[SpeakerId] = []
        self.order = Order.NAME
        self.typed = ""

    def fill(self) -> bool:
        """List the speakers anew; whether that changed the list."""
        rows = listed(self._reading.map, self.order, self.typed)
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def speaker(self, index: _Index) -> Speaker | None:
        """The speaker of a row, if it is still in the map."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        found = self._reading.map.get(self._rows[index.row()])
        return found if isinstance(found, Speaker) else None

    def index_of(self, speaker: SpeakerId) -> QModelIndex:
        return self.index(self._rows.index(speaker)) if speaker in self._rows else QModelIndex()

    def sayings(self, speaker: SpeakerId) -> int:
        """How much a speaker says."""
        return len(self._reading.map.locutions_by(speaker))

    def told(self, speaker: Speaker) -> str:
        """What stands under the name of a speaker."""
        parts = [sort_word(speaker.sort), speaker.affiliation]
        if not self.sayings(speaker.id):
            parts.append(sayings_told(0))
        return " · ".join(part for part in parts if part)

    # For Qt

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        speaker = self.speaker(index)
        if speaker is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return speaker.name
            case Qt.ItemDataRole.AccessibleTextRole:
                said = sayings_told(self.sayings(speaker.id))
                parts = (speaker.name, sort_word(speaker.sort), speaker.affiliation, said)
                return ", ".join(part for part in parts if part)
            case Qt.ItemDataRole.ToolTipRole if speaker.aliases:
                names = ", ".join(speaker.aliases)
                return as_tooltip(tr("{name}, also {names}").format(name=speaker.name, names=names))
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(speaker.name)
            case _:
                return None

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        speaker = self.speaker(index)
        if speaker is None or role != Qt.ItemDataRole.EditRole:
            return False
        key, name = speaker.id, str(value)
        return self._performer.do(lambda m: rename_speaker(m, speaker=key, name=name)) is not None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

"""The document as the window reads it: reading order and arrangement, worked out once a change."""

from PySide6.QtCore import QObject, Signal

from app.document import Document
from app.layout.arrangement import Arrangement, Arranger
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId
from app.model.outline import Outline, PlaceKey, outline


class Reading(QObject):
    """Follows a document; `changed` comes after each change, when all here is up to date."""

    changed = Signal(Change)
    folded = Signal()

    def __init__(
        self, document: Document, arranger: Arranger, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.outline: Outline
        self.arrangement: Arrangement
        self._arranger = arranger
        self._unsubscribe = document.subscribe(self._follow)
        self._read()

    @property
    def map(self) -> ArgumentMap:
        return self.document.map

    def fold(self, claim: ClaimId) -> None:
        """Fold what hangs below a claim away, or show it again."""
        self.document.fold(self.document.folded ^ {claim})
        self._read()
        self.folded.emit()

    def place_of(self, key: PlaceKey | None) -> PlaceKey | None:
        """A place that is there: this one, or another where the same element stands."""
        if key is None or self.arrangement.box(key):
            return key
        boxes = self.arrangement.places_of(key[1])
        return boxes[0].key if boxes else None

    def close(self) -> None:
        self._unsubscribe()

    def _follow(self, change: Change) -> None:
        self._read()
        self.changed.emit(change)

    def _read(self) -> None:
        self.outline = outline(self.document.map)
        self.arrangement = self._arranger.arrange(
            self.document.map, self.outline, folded=self.document.folded
        )

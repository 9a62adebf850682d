"""What is selected: a place on the map, which all views of a project share."""

from PySide6.QtCore import QObject, Signal

from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, InferenceId, TargetId
from app.model.outline import PlaceKey


class Selection(QObject):
    """One place on the map, or none."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key: PlaceKey | None = None

    @property
    def key(self) -> PlaceKey | None:
        return self._key

    def set(self, key: PlaceKey | None) -> None:
        if key != self._key:
            self._key = key
            self.changed.emit()

    @property
    def target(self) -> TargetId | None:
        """The claim or inference that is selected."""
        return ClaimId(self._key[1]) if self._key else None

    def claim(self, argument_map: ArgumentMap) -> ClaimId | None:
        """The selected claim; none if it is a step that is selected, or nothing."""
        target = self.target
        return ClaimId(target) if target and argument_map.is_claim(target) else None

    def step(self, argument_map: ArgumentMap) -> InferenceId | None:
        """The selected step, or the one whose premise is selected."""
        if self._key is None:
            return None
        above, element = self._key
        if argument_map.is_inference(element):
            return InferenceId(element)
        return InferenceId(above) if argument_map.is_inference(above) else None

"""What is selected: places on the map, which all views of a project share."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, InferenceId, TargetId
from app.model.outline import PlaceKey


class Selection(QObject):
    """The places that are selected, in the order in which they were; the last is the main one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[PlaceKey, ...] = ()

    @property
    def key(self) -> PlaceKey | None:
        """The place that was selected last, from which the arrow keys lead on."""
        return self._keys[-1] if self._keys else None

    @property
    def keys(self) -> tuple[PlaceKey, ...]:
        return self._keys

    def set(self, key: PlaceKey | None) -> None:
        """Select just one place, or none."""
        self.set_all((key,) if key else ())

    def set_all(self, keys: Iterable[PlaceKey]) -> None:
        """Select these places and no others; of one that is named twice the last counts."""
        chosen = tuple(dict.fromkeys(reversed(tuple(keys))))[::-1]
        if chosen != self._keys:
            self._keys = chosen
            self.changed.emit()

    def add(self, key: PlaceKey) -> None:
        """Select a place too, as the main one."""
        self.set_all((*self._keys, key))

    def toggle(self, key: PlaceKey) -> None:
        """Select a place too, or not any more if it was."""
        if key in self._keys:
            self.set_all(other for other in self._keys if other != key)
        else:
            self.add(key)

    @property
    def target(self) -> TargetId | None:
        """The claim or inference that is selected."""
        key = self.key
        return ClaimId(key[1]) if key else None

    def claim(self, argument_map: ArgumentMap) -> ClaimId | None:
        """The selected claim; none if it is a step that is selected, or nothing."""
        target = self.target
        return ClaimId(target) if target and argument_map.is_claim(target) else None

    def claims(self, argument_map: ArgumentMap) -> list[ClaimId]:
        """All selected claims."""
        chosen = dict.fromkeys(key[1] for key in self._keys if argument_map.is_claim(key[1]))
        return [ClaimId(claim) for claim in chosen]

    def step(self, argument_map: ArgumentMap) -> InferenceId | None:
        """The selected step, or the one whose premise is selected."""
        return step_at(argument_map, self.key) if self.key else None

    def steps(self, argument_map: ArgumentMap) -> list[InferenceId]:
        """All selected steps, and those whose premises are selected."""
        found = (step_at(argument_map, key) for key in self._keys)
        return list(dict.fromkeys(step for step in found if step))


def step_at(argument_map: ArgumentMap, key: PlaceKey) -> InferenceId | None:
    """The step at a place, or the one whose premise stands there."""
    above, element = key
    if argument_map.is_inference(element):
        return InferenceId(element)
    return InferenceId(above) if argument_map.is_inference(above) else None


def premise_of(argument_map: ArgumentMap, key: PlaceKey) -> InferenceId | None:
    """The step whose premise a claim is where it stands."""
    return InferenceId(key[0]) if key[0] and argument_map.is_claim(key[1]) else None

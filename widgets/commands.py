"""What the keys and buttons of the map do to the selection; each is one edit of the document."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app import edits
from app.edits.several import Make as SomeMake
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    AnyElement,
    Claim,
    ClaimId,
    ElementId,
    Inference,
    InferenceId,
    Locution,
    Polarity,
    TargetId,
    new_id,
)
from app.model.outline import PlaceKey
from widgets.actions import Slots
from widgets.canvas.navigation import Direction, neighbour
from widgets.performing import Make, Performer
from widgets.reading import Reading
from widgets.selection import Selection, premise_of


class Removal(Protocol):
    """An edit that takes an element out of the map."""

    def __call__(
        self, argument_map: ArgumentMap, *, element: TargetId, of: InferenceId | None
    ) -> Change: ...


class MapCommands(QObject):
    """The commands of one open project. Those that make a claim ask for its words at once."""

    words_wanted = Signal(str)  # for the selected claim, which is new; the group of its edits
    advice = Signal(str)

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._selection = selection
        self._performer = performer

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {
            name: getattr(self, name)
            for name in (
                *("add_reason", "add_objection", "add_co_premise", "add_undercutter"),
                *("add_sibling_after", "add_sibling_before", "add_free_claim"),
                *("delete", "delete_only", "turn_into_reason", "turn_into_objection"),
                *("toggle_unstated", "move_earlier", "move_later", "undo", "redo"),
            )
        }

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

    # New claims

    def add_reason(self) -> None:
        self._add_step(Polarity.SUPPORT)

    def add_objection(self) -> None:
        self._add_step(Polarity.ATTACK)

    def _add_step(self, polarity: Polarity) -> None:
        target = self._selection.target
        if target is None:
            self.advice.emit(self.tr("Select the claim that it bears on first."))
            return
        self._add(lambda m: edits.add_step(m, target=target, polarity=polarity))

    def add_co_premise(self) -> None:
        step = self._selection.step(self._map)
        beside = self._selection.claim(self._map)
        if step is None:
            self.advice.emit(self.tr("Select a reason or an objection first."))
            return
        self._add(lambda m: edits.add_premise(m, inference=step, beside=beside))

    def add_undercutter(self) -> None:
        step = self._selection.step(self._map)
        if step is None:
            self.advice.emit(self.tr("Select a reason or an objection first."))
            return
        self._add(lambda m: edits.add_undercutter(m, target=step))

    def add_sibling_after(self) -> None:
        self._add_sibling(before=False)

    def add_sibling_before(self) -> None:
        self._add_sibling(before=True)

    def _add_sibling(self, *, before: bool) -> None:
        step = self._selection.step(self._map)
        if step is None:
            self.add_free_claim()
            return
        beside = self._map.inference(step)
        self._add(
            lambda m: edits.add_step(
                m,
                target=beside.target,
                polarity=beside.polarity,
                beside=step,
                before=before,
            )
        )

    def add_free_claim(self) -> None:
        self._add(edits.add_claim)

    def _add(self, make: Make) -> None:
        """Do an edit that makes a claim, select it, and ask for its words in the same undo step."""
        group = new_id()
        change = self._performer.do(make, group=group)
        place = new_place(change) if change else None
        if place:
            self._reveal(ClaimId(place[1]))
            self._selection.set(place)
            self.words_wanted.emit(group)

    # What is there

    def set_text(self, claim: ClaimId, text: str, *, group: str = "") -> bool:
        """Change the words of a claim; whether that could be kept."""
        change = self._performer.do(
            lambda m: edits.set_text(m, claim=claim, text=text), group=group
        )
        return change is not None

    def delete(self) -> None:
        self._delete(edits.remove)

    def delete_only(self) -> None:
        self._delete(edits.remove_only)

    def _delete(self, remove: Removal) -> None:
        keys = self._selection.keys
        if not keys:
            return
        after = next_to(self._reading, keys[-1])
        elements = [(ClaimId(key[1]), premise_of(self._map, key)) for key in keys]
        makes = [partial(_removed, remove=remove, element=e, of=of) for e, of in elements]
        if self._several(makes):
            self._selection.set(self._reading.place_of(after))

    def move_earlier(self) -> None:
        self._reorder(-1)

    def move_later(self) -> None:
        self._reorder(1)

    def _reorder(self, by: int) -> None:
        key = self._selection.key
        if key:
            element, of = ClaimId(key[1]), premise_of(self._map, key)
            self._performer.do(lambda m: edits.reorder(m, element=element, by=by, of=of))

    def turn_into_reason(self) -> None:
        self._flip(Polarity.SUPPORT)

    def turn_into_objection(self) -> None:
        self._flip(Polarity.ATTACK)

    def _flip(self, polarity: Polarity) -> None:
        steps = self._selection.steps(self._map)
        self._several([partial(edits.flip, inference=step, polarity=polarity) for step in steps])

    def toggle_unstated(self) -> None:
        claims = self._selection.claims(self._map)
        unstated = not all(self._map.claim(claim).unstated for claim in claims)
        self._several([partial(edits.set_unstated, claim=c, unstated=unstated) for c in claims])

    def _several(self, makes: Sequence[SomeMake]) -> Change | None:
        """Do an edit for each of what is selected, as one; it goes by the name of the first."""
        if not makes:
            return None
        return self._performer.do(lambda m: edits.several(m, makes=makes))

    # Undo

    def undo(self) -> None:
        self._show_change(self._performer.undo())

    def redo(self) -> None:
        self._show_change(self._performer.redo())

    def _show_change(self, change: Change | None) -> None:
        """Select what undo or redo touched, or where that was, so that it is seen."""
        if change is None:
            return
        touched = (*_tops(change), *change.after.values(), *change.before.values())
        at = next((key for one in touched if (key := self._seen_at(one)) in self._map), None)
        if at:
            self._reveal(at)
            self._selection.set(self._reading.place_of((InferenceId(""), at)))

    def _seen_at(self, element: AnyElement) -> ElementId:
        """The claim or step at which an element is seen: for a step that is gone, its target."""
        match element:
            case Claim():
                return element.id
            case Inference():
                return element.id if element.id in self._map else element.target
            case Locution():
                return element.claim
            case _:
                return ClaimId("")

    def _reveal(self, element: ElementId) -> None:
        self._performer.keep(lambda: self._reading.reveal(element))


def _removed(
    argument_map: ArgumentMap, *, remove: Removal, element: TargetId, of: InferenceId | None
) -> Change | None:
    """Remove an element if it and its step are there still: what hangs below goes along."""
    if element not in argument_map or (of and of not in argument_map):
        return None
    return remove(argument_map, element=element, of=of)


def _tops(change: Change) -> Iterator[AnyElement]:
    """What stands at the top of the branches that a change brought: claims, or steps alone."""
    after = change.after
    for step in after.values():
        if isinstance(step, Inference) and step.target not in after:
            yield next((after[claim] for claim in step.premises if claim in after), step)


def next_to(reading: Reading, key: PlaceKey) -> PlaceKey | None:
    """Where to go on when a place is deleted: to its neighbour above, or else beside it."""
    for direction in (Direction.UP, Direction.LEFT, Direction.RIGHT):
        found = neighbour(reading.outline, reading.forest, key, direction)
        if found != key:
            return found
    return None


def new_place(change: Change) -> PlaceKey | None:
    """Where the claim that a change brought stands."""
    new = [e for key, e in change.after.items() if key not in change.before]
    claim = next((e for e in new if isinstance(e, Claim)), None)
    if claim is None:
        return None
    steps = [e for e in change.after.values() if isinstance(e, Inference)]
    above = next((s.id for s in steps if claim.id in s.premises), InferenceId(""))
    return (above, claim.id)

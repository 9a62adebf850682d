"""What the keys and buttons of the map do to the selection; each is one edit of the document."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app import edits
from app.layout.folding import Folds, folds_at, one_level_less, one_level_more
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, ClaimId, Inference, InferenceId, Polarity, TargetId, new_id
from app.model.outline import PlaceKey
from widgets.canvas.navigation import Direction, first_place, neighbour
from widgets.performing import Make, Performer
from widgets.reading import Reading
from widgets.selection import Selection


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
        key = self._selection.key
        if key is None:
            return
        after = self._next_to(key)
        element, of = ClaimId(key[1]), self._of(key)
        if self._performer.do(lambda m: remove(m, element=element, of=of)):
            self._selection.set(self._reading.place_of(after))

    def move_earlier(self) -> None:
        self._reorder(-1)

    def move_later(self) -> None:
        self._reorder(1)

    def _reorder(self, by: int) -> None:
        key = self._selection.key
        if key:
            element, of = ClaimId(key[1]), self._of(key)
            self._performer.do(lambda m: edits.reorder(m, element=element, by=by, of=of))

    def turn_into_reason(self) -> None:
        self._flip(Polarity.SUPPORT)

    def turn_into_objection(self) -> None:
        self._flip(Polarity.ATTACK)

    def _flip(self, polarity: Polarity) -> None:
        step = self._selection.step(self._map)
        if step:
            self._performer.do(lambda m: edits.flip(m, inference=step, polarity=polarity))

    def toggle_unstated(self) -> None:
        claim = self._selection.claim(self._map)
        if claim:
            unstated = not self._map.claim(claim).unstated
            self._performer.do(lambda m: edits.set_unstated(m, claim=claim, unstated=unstated))

    def fold(self) -> None:
        claim = self._selection.claim(self._map)
        if claim and self._map.inferences_on(claim):
            self._fold(self._reading.folded ^ {claim})

    def fold_all(self) -> None:
        """Fold all that hangs below the top claims, or unfold everything."""
        nothing: Folds = frozenset()
        self._fold(nothing if self._reading.folded else folds_at(self._reading.outline, 0))

    def show_level(self) -> None:
        self._fold(one_level_more(self._reading.outline, self._reading.folded))

    def hide_level(self) -> None:
        self._fold(one_level_less(self._reading.outline, self._reading.folded))

    def _fold(self, folded: Folds) -> None:
        self._performer.keep(lambda: self._reading.fold(folded))

    # Undo and moving the selection

    def undo(self) -> None:
        self._show_change(self._performer.undo())

    def redo(self) -> None:
        self._show_change(self._performer.redo())

    def _show_change(self, change: Change | None) -> None:
        """Select what undo or redo touched, so that it is seen."""
        for element in change.after.values() if change else ():
            if isinstance(element, Claim | Inference):
                self._reveal(element.premises[0] if isinstance(element, Inference) else element.id)
                self._selection.set(self._reading.place_of((InferenceId(""), element.id)))
                return

    def _reveal(self, claim: ClaimId) -> None:
        self._performer.keep(lambda: self._reading.reveal(claim))

    def go(self, direction: Direction) -> None:
        key = self._selection.key
        if key is None:
            self._selection.set(first_place(self._reading.outline))
            return
        outline, forest = self._reading.outline, self._reading.forest
        self._selection.set(neighbour(outline, forest, key, direction))

    def go_up(self) -> None:
        self.go(Direction.UP)

    def go_down(self) -> None:
        self.go(Direction.DOWN)

    def go_left(self) -> None:
        self.go(Direction.LEFT)

    def go_right(self) -> None:
        self.go(Direction.RIGHT)

    def _of(self, key: PlaceKey) -> InferenceId | None:
        """The step whose premise a selected card is."""
        return InferenceId(key[0]) if key[0] and self._map.is_claim(key[1]) else None

    def _next_to(self, key: PlaceKey) -> PlaceKey | None:
        """Where to go on when a place is deleted: to its neighbour above, or else beside it."""
        outline, forest = self._reading.outline, self._reading.forest
        for direction in (Direction.UP, Direction.LEFT, Direction.RIGHT):
            found = neighbour(outline, forest, key, direction)
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

"""What keys do to how the map is looked at: what is selected, folded and shown, and how."""

from functools import partial

from PySide6.QtCore import QObject

from app.layout.folding import Folds, folds_at, one_level_less, one_level_more, unfolded
from app.model.outline import PlaceKey
from widgets.actions import Slots
from widgets.canvas.navigation import Direction, neighbour
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection


class ViewCommands(QObject):
    """The commands that change nothing of the map itself."""

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
        moves: Slots = {}
        for direction in Direction:
            moves[f"go_{direction.value}"] = partial(self.go, direction)
            moves[f"extend_{direction.value}"] = partial(self.extend, direction)
        return moves | {
            name: getattr(self, name)
            for name in ("select_all", "fold", "fold_all", "show_level", "hide_level")
        }

    # Selecting

    def go(self, direction: Direction) -> None:
        self._selection.set(self._to(direction))

    def extend(self, direction: Direction) -> None:
        """Select the next place in a direction too; going back gives up the one come from."""
        keys, to = self._selection.keys, self._to(direction)
        if to is None:
            return
        if keys[-2:-1] == (to,):
            self._selection.set_all(keys[:-1])
        else:
            self._selection.add(to)

    def _to(self, direction: Direction) -> PlaceKey | None:
        key = self._selection.key
        outline, forest = self._reading.outline, self._reading.forest
        return neighbour(outline, forest, key, direction) if key else next(forest.shown(), None)

    def select_all(self) -> None:
        """Select all cards that are not folded away; the main one stays what it was."""
        key = self._selection.key
        self._selection.set_all([*self._reading.forest.shown(), *([key] if key else [])])

    # Folding

    def fold(self) -> None:
        """Fold or unfold what is selected; all of it as the main one becomes."""
        claims = {
            claim
            for claim in self._selection.claims(self._reading.map)
            if self._reading.map.inferences_on(claim)
        }
        folded, outline = self._reading.folded, self._reading.outline
        if claims:
            self._fold(unfolded(outline, folded, claims) if claims <= folded else folded | claims)

    def fold_all(self) -> None:
        """Fold all that hangs below the top claims, or unfold everything."""
        nothing: Folds = frozenset()
        self._fold(nothing if self._reading.folded else folds_at(self._reading.outline, 0))

    def show_level(self) -> None:
        self._fold(one_level_more(self._reading.outline, self._reading.folded))

    def hide_level(self) -> None:
        self._fold(one_level_less(self._reading.outline, self._reading.folded))

    def _fold(self, folded: Folds) -> None:
        if self._reading.forest.scope.folded is None:
            self._performer.keep(lambda: self._reading.fold(folded))
        else:  # by a filter or for neighbours, whatever the person has folded
            self._performer.refused.emit(
                self.tr("While only some claims are shown, nothing is folded: Alt+0 shows all.")
            )

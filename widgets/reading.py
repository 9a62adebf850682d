"""The document as the window reads it: order and layout, which follow each change of the map."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.document import Document
from app.layout.arrangement import Arranger
from app.layout.folding import first_folds
from app.layout.look import Look
from app.layout.scope import Scope
from app.model.change import Change
from app.model.elements import ElementId, InferenceId
from app.model.following import Touched, follow
from app.model.outline import Card, PlaceKey, Step, outline
from app.model.roles import is_open


class Reading(QObject):
    """Follows a document; `changed` comes after each change, when all here is up to date."""

    changed = Signal(Change)
    refolded = Signal()
    rearranged = Signal()  # in another look, or another part of the map
    sought = Signal(str)  # a claim or step that is to be seen, but is not in what is shown

    def __init__(
        self, document: Document, arranger: Arranger, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.map = document.map
        self.outline = outline(self.map)
        kept = document.view_state.folded
        self.folded = first_folds(self.outline) if kept is None else kept
        self._arranger = arranger
        self.forest = arranger.forest(self.map, self.outline, folded=self.folded)
        self.touched = Touched(everything=True)  # by the last change
        self.unanswered = self._open_among(self.outline.steps.values())
        self._unsubscribe = document.subscribe(self._follow)

    def fold(self, folded: frozenset[ElementId]) -> None:
        """Fold what hangs below these claims away, and show all else."""
        self.document.keep_view(self.document.view_state.changed(folded=folded))
        self.folded = folded
        self.forest.fold(folded)
        self.refolded.emit()

    def arrange(self, look: Look, scope: Scope) -> None:
        """Show the map in a look, and so much of it."""
        if (look, scope) != (self.forest.look, self.forest.scope):
            self.forest.show(self._arranger.maker(look), scope, self.folded)
            self.rearranged.emit()

    def reveal(self, element: ElementId) -> None:
        """Unfold whatever a claim or step is folded away below, and ask for it if need be."""
        place = self.outline.place(element)
        if place is None:
            return
        ways: set[ElementId] = set()
        above = place.above
        while above is not None:
            if isinstance(above, Card):
                ways.add(above.claim)
            above = above.above
        if self.folded & ways:
            self.fold(self.folded - ways)
        if self.forest.box(place.key) is None:
            self.sought.emit(element)

    def place_of(self, key: PlaceKey | None) -> PlaceKey | None:
        """A place that is there: this one, or another where the same element stands."""
        if key is None or self.forest.box(key):
            return key
        boxes = self.forest.places_of(key[1])
        return boxes[0].key if boxes else None

    def close(self) -> None:
        self._unsubscribe()

    def _follow(self, change: Change) -> None:
        before, self.map = self.map, self.document.map
        self.touched = follow(self.outline, before, self.map, change)
        self.forest.follow(self.map, self.touched)
        self._follow_answers(self.touched)
        self.changed.emit(change)

    def _follow_answers(self, touched: Touched) -> None:
        """Keep the unanswered objections right for the steps that a change touched."""
        if touched.everything:
            self.unanswered = self._open_among(self.outline.steps.values())
            return
        self.unanswered -= {p.inference.id for p in touched.gone if isinstance(p, Step)}
        steps = {card.above for card in touched.contents if card.above}
        self.unanswered -= {step.inference.id for step in steps}
        self.unanswered |= self._open_among(steps)

    @staticmethod
    def _open_among(steps: Iterable[Step]) -> set[InferenceId]:
        return {step.inference.id for step in steps if is_open(step)}

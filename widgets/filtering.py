"""Telling claims apart on the map: tinting them by a trait, and showing only some of them."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.analysis import criteria
from app.analysis.criteria import Value
from app.model.change import Change
from app.model.elements import Claim, ClaimId, ElementId, InferenceId
from app.model.outline import Card
from app.model.view_state import Criterion, Trait
from widgets.actions import Slots
from widgets.performing import Performer
from widgets.reading import Reading

_PAUSE = 300  # milliseconds after an edit before the legend is counted anew


class Mark(NamedTuple):
    """How a claim is marked: the place of its colours in a theme, and what stands for it."""

    number: int
    letter: str

    @classmethod
    def of(cls, number: int) -> "Mark":
        return cls(number, str(number + 1))


class Entry(NamedTuple):
    """A line of the legend; a value without a mark is one of many or none at all."""

    value: Value
    mark: Mark | None


class Filtering(QObject):
    """What claims are tinted by and which are shown, kept with the project.

    With a filter on, a claim that was added since, or that an edit took out of it, is shown all the
    same: nothing vanishes under the hands.
    """

    changed = Signal()

    def __init__(
        self, reading: Reading, performer: Performer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._performer = performer
        state = reading.document.view_state
        self._tint = state.tint
        self._criterion = state.filter
        self._values: list[Value] = []
        self._numbers: dict[str, int] = {}
        self._name = ""
        self._matches: set[ClaimId] = set()
        self._also: set[ClaimId] = set()
        self._steps: frozenset[InferenceId] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._count_again)
        reading.changed.connect(self._follow)
        self._count()
        self._match()

    # What there is to see

    @property
    def tint(self) -> Trait | None:
        return self._tint

    @property
    def criterion(self) -> Criterion | None:
        return self._criterion

    @property
    def legend(self) -> list[Entry]:
        """The values of the trait that claims are tinted by: those with a colour first."""
        marked = sorted(
            (
                Entry(one, Mark.of(self._numbers[one.value]))
                for one in self._values
                if self._has(one)
            ),
            key=lambda entry: entry.mark or Mark.of(0),
        )
        return [*marked, *(Entry(one, None) for one in self._values if not self._has(one))]

    @property
    def count(self) -> int:
        """How many claims meet the filter."""
        return len(self._matches)

    def values(self, trait: Trait) -> list[Value]:
        return criteria.values(self._reading.map, self._reading.outline, trait)

    def name_of(self, criterion: Criterion) -> str:
        return criteria.name_of(self._reading.map, criterion.trait, criterion.value)

    def mark_of(self, claim: ClaimId) -> Mark | None:
        """How the card of a claim is marked; none if its value has no colour."""
        card = self._reading.outline.cards.get(claim) if self._tint else None
        if self._tint is None or card is None:
            return None
        number = criteria.tint_of(self._reading.map, card, self._tint, self._numbers)
        return None if number is None else Mark.of(number)

    def steps(self) -> frozenset[InferenceId] | None:
        """The steps that are shown; None for all."""
        return self._steps

    def claims(self) -> set[ClaimId]:
        """The claims that meet the filter, and those that are shown all the same."""
        return self._matches | self._also

    # What can be done

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        tints: Slots = {f"tint_{trait.value}": self._tinting(trait) for trait in Trait}
        return {
            **tints,
            "tint_none": lambda: self.tint_by(None),
            "show_all": lambda: self.show_only(None),
        }

    def choices(self) -> dict[str, bool]:
        """Which actions stand for what is chosen now."""
        tints = {f"tint_{trait.value}": trait is self._tint for trait in Trait}
        return {**tints, "tint_none": self._tint is None}

    def tint_by(self, trait: Trait | None) -> None:
        """Tint the claims by a trait, or not at all."""
        self._performer.keep(lambda: self._tint_by(trait))

    def show_only(self, criterion: Criterion | None) -> None:
        """Show only the claims that meet a criterion and what they bear on, or all claims."""
        self._performer.keep(lambda: self._show_only(criterion))

    def admit(self, element: ElementId) -> None:
        """Show a claim or the premises of a step all the same, until the filter is set anew."""
        if self._criterion is None:
            return
        step = self._reading.outline.steps.get(InferenceId(element))
        claims = {card.claim for card in step.premises} if step else {ClaimId(element)}
        if not claims <= self.claims():
            self._also |= claims
            self._steps = self._steps_now()
            self.changed.emit()

    def _tinting(self, trait: Trait) -> Callable[[], None]:
        return lambda: self.tint_by(trait)

    def _tint_by(self, trait: Trait | None) -> None:
        document = self._reading.document
        document.keep_view(document.view_state.changed(tint=trait))
        self._tint = trait
        self._numbers = {}
        self._count()
        self.changed.emit()

    def _show_only(self, criterion: Criterion | None) -> None:
        document = self._reading.document
        document.keep_view(document.view_state.changed(filter=criterion))
        self._criterion = criterion
        self._match()
        self.changed.emit()

    # Following the map

    def _has(self, value: Value) -> bool:
        return value.value in self._numbers

    def _count(self) -> None:
        self._values = self.values(self._tint) if self._tint else []
        self._numbers = criteria.tints(self._values, self._numbers, self._chosen())
        self._name = self.name_of(self._criterion) if self._criterion else ""

    def _chosen(self) -> dict[str, int]:
        """The colours that the person gave to speakers."""
        if self._tint is not Trait.SPEAKER:
            return {}
        speakers = self._reading.map.speakers()
        return {one.id: one.colour for one in speakers if one.colour is not None}

    def _count_again(self) -> None:
        before = (self.legend, self._name)
        self._count()
        if (self.legend, self._name) != before:
            self.changed.emit()

    def _match(self) -> None:
        """Find anew which claims meet the filter."""
        self._also = set()
        self._matches = set()
        if self._criterion:
            reading = self._reading
            self._matches = criteria.matches(reading.map, reading.outline, self._criterion)
        self._steps = self._steps_now()

    def _steps_now(self) -> frozenset[InferenceId] | None:
        if self._criterion is None:
            return None
        return criteria.steps_shown(self._reading.outline, self._matches | self._also)

    def _follow(self, change: Change) -> None:
        if self._tint or self._criterion:
            self._pause.start()
        if self._criterion is None:
            return
        before = (len(self._matches), len(self._also), self._steps)
        self._follow_matches(self._criterion)
        self._also |= {
            element.id
            for key, element in change.after.items()
            if isinstance(element, Claim) and key not in change.before
        }
        self._steps = self._steps_now()
        if (len(self._matches), len(self._also), self._steps) != before:
            self.changed.emit()

    def _follow_matches(self, criterion: Criterion) -> None:
        """Bring up to a change which claims meet the filter; those that do no more stay."""
        reading, touched = self._reading, self._reading.touched
        if touched.everything:
            found = criteria.matches(reading.map, reading.outline, criterion)
            self._also |= self._matches - found
            self._matches = found
            return
        for place in touched.gone:
            if isinstance(place, Card):
                self._matches.discard(place.claim)
        for card in touched.contents | touched.turned:
            if card.full and reading.outline.cards.get(card.claim) is card:
                self._rate(card, criterion)

    def _rate(self, card: Card, criterion: Criterion) -> None:
        if criteria.is_match(self._reading.map, card, criterion):
            self._matches.add(card.claim)
        elif card.claim in self._matches:
            self._matches.discard(card.claim)
            self._also.add(card.claim)

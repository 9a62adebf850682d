"""Linking claims that are there already: as premises of further steps, in place of repeats."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId, Inference, InferenceId, Polarity
from app.model.errors import EditError
from app.model.outline import PlaceKey
from app.model.text import shortened
from widgets.alerting import announce
from widgets.chooser import Chooser, Entry, Held
from widgets.claim_texts import ClaimTexts
from widgets.labels import plain_label
from widgets.performing import Make, Performer
from widgets.reading import Reading
from widgets.selection import Selection, step_at
from widgets.translating import why

_MOST = 12  # claims that are listed
_LONGEST = 90  # characters of a claim that are listed
_WIDTH = 640


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a premise stands, so that another can take its place once it is gone."""

    claim: ClaimId
    step: Inference
    beside: InferenceId | None  # another step on the same target
    before: bool

    @classmethod
    def at(cls, argument_map: ArgumentMap, key: PlaceKey) -> "Spot | None":
        """The spot of the premise at a place; None if there is none, or something bears on it."""
        above, claim = key
        if not argument_map.is_inference(above) or argument_map.inferences_on(ClaimId(claim)):
            return None
        step = argument_map.inference(InferenceId(above))
        siblings = [sibling.id for sibling in argument_map.inferences_on(step.target)]
        place = siblings.index(step.id)
        neighbours = siblings[place - 1 : place] or siblings[1:2]
        return cls(ClaimId(claim), step, next(iter(neighbours), None), before=place == 0)

    def takes(self, premise: ClaimId) -> bool:
        """Whether a claim can stand here."""
        return premise != self.step.target and premise not in self.step.premises

    def fill(self, argument_map: ArgumentMap, premise: ClaimId) -> Change:
        """Put a claim there, once the one that stood there is gone."""
        step = self.step
        if not argument_map.is_inference(step.id):
            return edits.add_step(
                argument_map,
                target=step.target,
                polarity=step.polarity,
                premise=premise,
                beside=self.beside,
                before=self.before,
            )
        place = step.premises.index(self.claim)
        return edits.add_premise(
            argument_map,
            inference=step.id,
            premise=premise,
            beside=step.premises[place - 1 if place else 1],
            before=place == 0,
        )


class Linking(QObject):
    """Links claims to what is selected, and selects them there."""

    advice = Signal(str)

    def __init__(
        self, reading: Reading, selection: Selection, performer: Performer, home: QWidget
    ) -> None:
        super().__init__(home)
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._home = home
        self.texts = ClaimTexts(reading, self)

    def ask(self) -> None:
        """Ask for a claim to link to the selection."""
        if self._selection.target is None:
            self.advice.emit(self.tr("Select the claim that it bears on first."))
            return
        popup = LinkPopup(self.texts, self._reading, self._link, self._home.window())
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.open_over(self._home.window())

    def replace(self, spot: Spot | None, claim: ClaimId) -> None:
        """Put a claim where another stood that is gone; without a spot, just go to it."""
        if spot:
            self._do(lambda m: spot.fill(m, claim), claim)
        else:
            self._performer.keep(lambda: self._reading.reveal(claim))
            self._selection.set(self._reading.place_of((InferenceId(""), claim)))

    def _link(self, claim: ClaimId, held: Held) -> str:
        """Link a claim in the way that the held keys stand for; returns why that cannot be."""
        try:
            make = self._make(claim, held)
            make(self._reading.map)
        except EditError as error:
            return why(error)
        self._do(make, claim)
        return ""

    def _make(self, claim: ClaimId, held: Held) -> Make:
        """The edit that the held keys stand for."""
        target, key = self._selection.target, self._selection.key
        step = step_at(self._reading.map, key) if key else None
        if target is None or (held & Held.ShiftModifier and step is None):
            raise EditError("Select a reason or an objection first.")
        if held & Held.ShiftModifier and step is not None:
            beside = self._selection.claim(self._reading.map)
            return lambda m: edits.add_premise(m, inference=step, premise=claim, beside=beside)
        polarity = Polarity.ATTACK if held & Held.AltModifier else Polarity.SUPPORT
        return lambda m: edits.add_step(m, target=target, polarity=polarity, premise=claim)

    def _do(self, make: Make, claim: ClaimId) -> None:
        change = self._performer.do(make)
        steps = change.after.values() if change else ()
        for step in steps:
            if isinstance(step, Inference) and claim in step.premises:
                self._unfold(step)
                self._selection.set(self._reading.place_of((step.id, claim)))
                return

    def _unfold(self, step: Inference) -> None:
        """Show what hangs below the target of a step."""
        folded = self._reading.folded
        if step.target in folded:
            self._performer.keep(lambda: self._reading.fold(folded - {step.target}))


class LinkPopup(Chooser):
    """Lists claims; Enter alone, with Alt or with Shift links the chosen one in different ways."""

    def __init__(
        self,
        texts: ClaimTexts,
        reading: Reading,
        link: Callable[[ClaimId, Held], str],
        parent: QWidget,
    ) -> None:
        """Begin with some claims; `link` links one, or says why that cannot be."""
        names = (self.tr("Claims"), self.tr("Claim to link"))
        super().__init__(names, self.tr("Which claim is it?"), _WIDTH, parent)
        self._texts = texts
        self._reading = reading
        self._link = link
        self._list.setColumnCount(1)
        self._why_not = plain_label(name="Warning")
        self._why_not.hide()
        self.column.addWidget(self._why_not)
        ways = self.tr(
            "Enter: as a reason   ·   Alt+Enter: as an objection   ·   Shift+Enter: as a co-premise"
        )
        self.column.addWidget(plain_label(ways, name="Muted"))
        self.show_matches("")

    @property
    def why_not(self) -> str:
        """Why the chosen claim could not be linked."""
        return self._why_not.text()

    @override
    def matching(self, typed: str) -> Iterator[Entry]:
        for claim in self._texts.like(typed, _MOST):
            words = shortened(self._reading.map.claim(claim).text, _LONGEST)
            yield Entry(words or self.tr("(no words)"), "", claim)

    @override
    def choose(self, about: object, held: Held) -> None:
        text = self._link(ClaimId(str(about)), held)
        announce(self._why_not, text)
        self._why_not.setText(text)
        self._why_not.setVisible(bool(text))
        if not text:
            self.close()

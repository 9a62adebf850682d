"""The details of one claim: what it does, its words, who says them, what it weighs, its tags."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, InferenceId, new_id, text_order
from app.model.role import Role
from app.model.roles import is_unanswered
from app.model.text import shortened
from widgets.everywhere.kin_details import KinDetails
from widgets.labels import breakable, heading, plain_label, spaced
from widgets.performing import Make, Performer
from widgets.reading import Reading
from widgets.saying_details import SayingDetails
from widgets.speakers.new_saying import NewSaying
from widgets.speakers.origins import Origins
from widgets.typing_field import TypingField
from widgets.weighing_details import ConfidenceBox, SchemeDetails

LONGEST = 160  # characters of another claim that are quoted


class ClaimDetails(QWidget):
    """Shows a claim as a premise of a step, or at the top of the map, with fields to change it."""

    words_wanted = Signal(str)  # show the words of this locution in the article

    def __init__(
        self, reading: Reading, performer: Performer, claim: ClaimId, step: InferenceId | None
    ) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("The selected claim"))
        self._reading = reading
        self._performer = performer
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        shown = self._map.claim(claim)
        self._show_role(shown, step)
        self._show_words(shown)
        self._show_sayings(claim)
        self._show_company(claim, step)
        self._show_weight(shown, step)
        self._show_tags_and_note(shown)
        self.kin = KinDetails(shown)
        self._column.addWidget(self.kin)
        self._focused = _focused_details()

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

    def _show_role(self, claim: Claim, step: InferenceId | None) -> None:
        if step is None:
            top = (
                self.tr("Contention")
                if self._map.inferences_on(claim.id)
                else self.tr("Free claim")
            )
            self._column.addWidget(heading(top))
            return
        place = self._reading.outline.steps[step]
        words = {
            Role.REASON: self.tr("Reason for"),
            Role.OBJECTION: self.tr("Objection to"),
            Role.REBUTTAL: self.tr("Rebuttal of"),
            Role.UNDERCUTTER: self.tr("Undercuts the step to"),
        }
        self._column.addWidget(heading(words[place.role]))
        target = shortened(target_words(self._map, step), LONGEST)
        self._column.addWidget(plain_label(breakable(target)))
        card = self._reading.outline.cards.get(claim.id)
        if card and card.above is place and is_unanswered(card):
            warning = self.tr("Nobody has answered this yet.")
            self._column.addWidget(plain_label(warning, name="Muted"))

    def _show_words(self, claim: Claim) -> None:
        self._column.addWidget(spaced(heading(self.tr("Claim"))))
        self._column.addWidget(
            self._typing_field(
                claim.text,
                self.tr("Text of the claim"),
                lambda text: lambda m: edits.set_text(m, claim=claim.id, text=text),
                height=92,
            )
        )
        box = QCheckBox(self.tr("Unstated"), self)
        box.setToolTip(self.tr("Nobody voiced it"))
        box.setChecked(claim.unstated)
        box.toggled.connect(
            lambda on: self._performer.do(
                lambda m: edits.set_unstated(m, claim=claim.id, unstated=on)
            )
        )
        self._column.addWidget(box)

    def _show_sayings(self, claim: ClaimId) -> None:
        self._sayings = QVBoxLayout()
        self._sayings.setSpacing(5)
        self._column.addLayout(self._sayings)
        sayings = sorted(self._map.locutions_of(claim), key=text_order)
        for locution in sayings:
            details = SayingDetails(self._map, self._performer, locution)
            details.words_wanted.connect(self.words_wanted)
            details.removed.connect(lambda shown=details: self._forget_saying(claim, shown))
            self._sayings.addWidget(details)
        self._new = NewSaying(self._performer, claim, offered=not sayings)
        self._sayings.addWidget(self._new)
        self._sayings.addWidget(Origins(self._map, claim))

    def _forget_saying(self, claim: ClaimId, details: SayingDetails) -> None:
        """Show no longer what was removed; what is typed next to it stays as it is."""
        focused = details.has_typing()
        if self._map.is_claim(claim) and not self._map.locutions_of(claim):
            self._new.offer(focus=focused)
        details.hide()

    def _show_company(self, claim: ClaimId, step: InferenceId | None) -> None:
        others = [p for p in self._map.inference(step).premises if p != claim] if step else []
        if others:
            self._column.addWidget(spaced(heading(self.tr("Together with"))))
        for other in others:
            words = shortened(self._map.claim(other).text, LONGEST)
            self._column.addWidget(plain_label(breakable(words)))

    def _show_weight(self, claim: Claim, step: InferenceId | None) -> None:
        self._column.addWidget(spaced(heading(self.tr("Confidence"))))
        self._column.addWidget(ConfidenceBox(self._performer, claim, self))
        if step:
            self._column.addWidget(SchemeDetails(self._performer, self._map.inference(step)))

    def _show_tags_and_note(self, claim: Claim) -> None:
        tags = QLineEdit(", ".join(claim.tags), self)
        tags.setAccessibleName(self.tr("Tags"))
        tags.setPlaceholderText(self.tr("Separated by commas"))
        tags.editingFinished.connect(
            lambda: self._performer.do(
                lambda m: edits.set_tags(m, claim=claim.id, tags=tags.text().split(","))
            )
        )
        note = self._typing_field(
            claim.note,
            self.tr("Note"),
            lambda text: lambda m: edits.set_note(m, claim=claim.id, note=text),
            height=70,
        )
        note.setPlaceholderText(self.tr("Add a note…"))
        self._column.addWidget(spaced(heading(self.tr("Tags"))))
        self._column.addWidget(tags)
        self._column.addWidget(spaced(heading(self.tr("Note"))))
        self._column.addWidget(note)

    def _typing_field(
        self, text: str, name: str, make: Callable[[str], Make], *, height: int
    ) -> TypingField:
        """A field that is kept while it is typed in, as one step to undo."""
        group = new_id()
        field = TypingField(
            text, lambda words: self._performer.do(make(words), group=group) is not None, self
        )
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(height)
        return field

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Go on where the focus was, if these are the same details filled anew."""
        super().showEvent(event)
        focused, self._focused = self._focused, None
        for widget in self.findChildren(QWidget) if focused else ():
            if (type(widget), widget.accessibleName()) == focused:
                widget.setFocus()
                if isinstance(widget, QSpinBox):
                    widget.selectAll()
                return


def _focused_details() -> tuple[type[QWidget], str] | None:
    """Which widget among the details of a claim has the focus, by its kind and name."""
    focused = QApplication.focusWidget()
    above = focused
    while above is not None and not isinstance(above, ClaimDetails):
        above = above.parentWidget()
    return (type(focused), focused.accessibleName()) if focused and above else None


def target_words(argument_map: ArgumentMap, step: InferenceId) -> str:
    """The words of the claim that a step bears on in the end, through the steps it undercuts."""
    target = argument_map.inference(step).target
    seen: set[str] = set()
    while argument_map.is_inference(target) and target not in seen:
        seen.add(target)
        target = argument_map.inference(InferenceId(target)).target
    return argument_map.claim(target).text if argument_map.is_claim(target) else ""

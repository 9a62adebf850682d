"""The details of several selected places: what they have in common, to be changed for all."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app import edits
from app.edits.several import Make
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, ClaimId, Inference, InferenceId, Polarity
from app.model.text import one_line, shortened
from widgets.labels import as_button_text, heading, plain_label, spaced
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.speakers.chains import chain_of
from widgets.speakers.names_field import NamesField

_LENGTH = 24  # characters of a tag on its button


class SeveralDetails(QWidget):
    """Shows claims and the steps they are premises of; each change of all of them is one edit."""

    def __init__(
        self,
        reading: Reading,
        performer: Performer,
        claims: Sequence[ClaimId],
        steps: Sequence[InferenceId],
    ) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("The selected claims"))
        self._reading = reading
        self._performer = performer
        self._claim_ids = claims
        self._step_ids = steps
        self._tag_buttons: list[QToolButton] = []
        self._make_parts()
        self._lay_out()
        self.follow()

    def _make_parts(self) -> None:
        self._unstated = QCheckBox(self.tr("Unstated"), self)
        self._unstated.setToolTip(self.tr("Nobody voiced them"))
        self._unstated.clicked.connect(self._set_unstated)
        self._role = QComboBox(self)
        self._role.setAccessibleName(self.tr("What their steps are"))
        self._role.setPlaceholderText(self.tr("reasons and objections"))
        self._role.addItem(self.tr("reasons"), Polarity.SUPPORT)
        self._role.addItem(self.tr("objections"), Polarity.ATTACK)
        self._role.activated.connect(self._flip)
        self._tag = QLineEdit(self)
        self._tag.setAccessibleName(self.tr("Tag for all of them"))
        self._tag.setPlaceholderText(self.tr("Add a tag to all"))
        self._tag.editingFinished.connect(self._add_tags)
        self._silent = plain_label(name="Muted", parent=self)
        self._names = NamesField("", self._performer, self)
        self._names.editingFinished.connect(self._say)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(heading(self._title()))
        column.addWidget(self._unstated)
        self._role_heading = spaced(heading(self.tr("As")))
        column.addWidget(self._role_heading)
        column.addWidget(self._role)
        self._names_heading = spaced(heading(self.tr("Said by")))
        column.addWidget(self._names_heading)
        column.addWidget(self._silent)
        column.addWidget(self._names)
        self._tags_heading = spaced(heading(self.tr("Tags of all")))
        column.addWidget(self._tags_heading)
        self._tags = QVBoxLayout()
        column.addLayout(self._tags)
        column.addWidget(self._tag)
        hint = self.tr("Delete, fold and drag work on all of them too.")
        column.addWidget(spaced(plain_label(hint, name="Muted")))

    def _title(self) -> str:
        claims = len(self._claim_ids)
        if not claims:
            return self.tr("{n} steps selected").format(n=len(self._step_ids))
        one, many = self.tr("1 claim selected"), self.tr("{n} claims selected")
        return one if claims == 1 else many.format(n=claims)

    # What they have in common

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

    def _claims(self) -> list[Claim]:
        return [self._map.claim(key) for key in self._claim_ids if self._map.is_claim(key)]

    def _steps(self) -> list[Inference]:
        return [self._map.inference(key) for key in self._step_ids if self._map.is_inference(key)]

    def _without_speaker(self) -> list[Claim]:
        sayings = self._map.locutions_of
        return [c for c in self._claims() if not any(s.speakers for s in sayings(c.id))]

    def _common_tags(self) -> list[str]:
        first, *others = [claim.tags for claim in self._claims()] or [()]
        return [tag for tag in first if all(tag in tags for tags in others)]

    def follow(self) -> None:
        """Show how all of them are now."""
        claims, steps = self._claims(), self._steps()
        for part in (self._unstated, self._tags_heading, self._tag):
            part.setVisible(bool(claims))
        unstated = {claim.unstated for claim in claims}
        state = Qt.CheckState
        now = state.Checked if unstated == {True} else state.Unchecked
        self._unstated.setCheckState(state.PartiallyChecked if len(unstated) > 1 else now)
        for part in (self._role_heading, self._role):
            part.setVisible(bool(steps))
        kinds = {step.polarity for step in steps}
        self._role.setCurrentIndex(self._role.findData(kinds.pop()) if len(kinds) == 1 else -1)
        self._show_silent(len(self._without_speaker()), len(claims))
        self._show_tags()

    def _show_silent(self, silent: int, of: int) -> None:
        for part in (self._names_heading, self._silent, self._names):
            part.setVisible(silent > 0)
        words = self.tr("Not known yet of {n} of {count}")
        self._silent.setText(words.format(n=silent, count=of))

    def _show_tags(self) -> None:
        focused = any(button.hasFocus() for button in self._tag_buttons)
        for button in self._tag_buttons:
            button.hide()
            button.deleteLater()  # it may be the one that was clicked
        self._tag_buttons = [self._tag_button(tag) for tag in self._common_tags()]
        if focused:
            self._tag.setFocus()

    def _tag_button(self, tag: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("Link")
        words = self.tr("Remove “{tag}”").format(tag=shortened(tag, _LENGTH))
        button.setText(as_button_text(words))
        button.setAccessibleName(self.tr("Remove “{tag}”").format(tag=tag))
        button.clicked.connect(partial(self._remove_tag, tag))
        self._tags.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.show()
        return button

    # Changing all

    def _several(self, makes: Iterable[Make]) -> Change | None:
        made = list(makes)
        return self._performer.do(lambda m: edits.several(m, makes=made)) if made else None

    def _set_unstated(self) -> None:
        """Mark all as unstated, or none if all are."""
        claims = self._claims()
        unstated = not all(claim.unstated for claim in claims)
        done = self._several(
            partial(edits.set_unstated, claim=claim.id, unstated=unstated)
            for claim in claims
            if claim.unstated != unstated
        )
        if not done:
            self.follow()

    def _flip(self, index: int) -> None:
        polarity = Polarity(self._role.itemData(index))
        done = self._several(
            partial(edits.flip, inference=step.id, polarity=polarity)
            for step in self._steps()
            if step.polarity is not polarity
        )
        if not done:
            self.follow()

    def _add_tags(self) -> None:
        tags = [line for line in map(one_line, self._tag.text().split(",")) if line]
        self._tag.clear()
        self._several(
            partial(edits.set_tags, claim=claim.id, tags=[*claim.tags, *tags])
            for claim in self._claims()
            if not set(tags) <= set(claim.tags)
        )

    def _remove_tag(self, tag: str) -> None:
        self._several(
            partial(
                edits.set_tags, claim=claim.id, tags=[other for other in claim.tags if other != tag]
            )
            for claim in self._claims()
        )

    def _say(self) -> None:
        names = chain_of(self._names.text())
        self._names.clear()
        if names:
            self._several(
                partial(_said_by, claim=claim.id, speakers=names)
                for claim in self._without_speaker()
            )


def _said_by(argument_map: ArgumentMap, *, claim: ClaimId, speakers: Sequence[str]) -> Change:
    """Say who says a claim of which that is not known: in its sayings, or in a new one."""
    sayings = argument_map.locutions_of(claim)
    if not sayings:
        return edits.say(argument_map, claim=claim, speakers=speakers)
    makes = [
        partial(edits.set_speakers, locution=saying.id, speakers=speakers) for saying in sayings
    ]
    return edits.several(argument_map, makes=makes)

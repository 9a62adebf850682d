"""The right side: all about the selected claim or step, each part of it ready to be changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import edits
from app.layout.contents import place_of, speaker_chain
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Claim,
    ClaimId,
    Fidelity,
    InferenceId,
    Locution,
    LocutionId,
    Stance,
    new_id,
)
from app.model.outline import Role
from app.model.roles import is_unanswered
from app.model.text import shortened
from widgets.article.marking_bar import VIA, chain_of
from widgets.labels import heading, plain_label
from widgets.performing import Make, Performer
from widgets.reading import Reading
from widgets.selection import Selection
from widgets.typing_field import TypingField

MakeFromText = Callable[[str], Make]


class Inspector(QWidget):
    """Shows the selection; a thin view that is made anew whenever the selection or the map changes."""

    words_wanted = Signal(str)  # show the words of this locution in the article

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self.setAccessibleName(self.tr("Details of the selection"))
        self.setMinimumWidth(200)
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        reading.changed.connect(self._follow)
        selection.changed.connect(self.show_selection)
        self.show_selection()

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

    def _follow(self) -> None:
        """Show what changed, but leave alone what the person is typing in."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit) and self.isAncestorOf(focused):
            return
        self.show_selection()

    def show_selection(self) -> None:
        """Fill the panel anew, once what is being typed in it is kept."""
        for field in self.findChildren(TypingField):
            field.keep()
        sheet = QWidget()
        sheet.setObjectName("Sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(5)
        claim = self._selection.claim(self._map)
        step = self._selection.step(self._map)
        if claim:
            self._show_claim(column, self._map.claim(claim), step)
        elif step:
            self._show_step(column, step)
        else:
            column.addWidget(plain_label(self.tr("Nothing is selected."), name="Muted"))
            column.addWidget(
                plain_label(
                    self.tr("Click a claim, or reach it with the arrow keys."), name="Muted"
                )
            )
        column.addStretch(1)
        old = self._area.takeWidget()
        if old:  # one of its fields may be what brought us here, so it must outlive this call
            old.hide()
            old.deleteLater()
        self._area.setWidget(sheet)

    # A claim

    def _show_claim(self, column: QVBoxLayout, claim: Claim, step: InferenceId | None) -> None:
        self._show_role(column, claim, step)
        column.addWidget(heading(self.tr("Claim")))
        column.addWidget(self._text_editor(claim))
        column.addWidget(self._unstated_box(claim))
        for locution in self._map.locutions_of(claim.id):
            self._show_locution(column, locution)
        if not self._map.locutions_of(claim.id):
            self._show_no_speaker(column, claim.id)
        self._show_co_premises(column, claim.id, step)
        column.addWidget(_spaced(heading(self.tr("Tags"))))
        column.addWidget(self._tag_field(claim))
        column.addWidget(_spaced(heading(self.tr("Note"))))
        column.addWidget(self._note_editor(claim))

    def _show_role(self, column: QVBoxLayout, claim: Claim, step: InferenceId | None) -> None:
        if step is None:
            steps = self._map.inferences_on(claim.id)
            column.addWidget(heading(self.tr("Contention") if steps else self.tr("Free claim")))
            return
        place = self._reading.outline.steps[step]
        words = {
            Role.REASON: self.tr("Reason for"),
            Role.OBJECTION: self.tr("Objection to"),
            Role.REBUTTAL: self.tr("Rebuttal of"),
            Role.UNDERCUTTER: self.tr("Undercuts the step to"),
        }
        column.addWidget(heading(words[place.role]))
        column.addWidget(plain_label(shortened(self._target_words(step), 160)))
        card = self._reading.outline.cards.get(claim.id)
        if card and card.above is place and is_unanswered(card):
            warning = plain_label(self.tr("Nobody has answered this yet."), name="Muted")
            column.addWidget(warning)

    def _target_words(self, step: InferenceId) -> str:
        """The words of the claim that a step bears on in the end."""
        target = self._map.inference(step).target
        seen: set[str] = set()
        while self._map.is_inference(target) and target not in seen:
            seen.add(target)
            target = self._map.inference(InferenceId(target)).target
        return self._map.claim(target).text if self._map.is_claim(target) else ""

    def _text_editor(self, claim: Claim) -> TypingField:
        return self._typing_field(
            claim.text,
            self.tr("Text of the claim"),
            lambda text: lambda m: edits.set_text(m, claim=claim.id, text=text),
            height=92,
        )

    def _note_editor(self, claim: Claim) -> TypingField:
        field = self._typing_field(
            claim.note,
            self.tr("Note"),
            lambda text: lambda m: edits.set_note(m, claim=claim.id, note=text),
            height=70,
        )
        field.setPlaceholderText(self.tr("Add a note…"))
        return field

    def _unstated_box(self, claim: Claim) -> QCheckBox:
        box = QCheckBox(self.tr("Unstated: nobody voiced it"), self)
        box.setChecked(claim.unstated)
        box.toggled.connect(
            lambda on: self._performer.do(
                lambda m: edits.set_unstated(m, claim=claim.id, unstated=on)
            )
        )
        return box

    def _tag_field(self, claim: Claim) -> QLineEdit:
        field = QLineEdit(", ".join(claim.tags), self)
        field.setAccessibleName(self.tr("Tags"))
        field.setPlaceholderText(self.tr("Separated by commas"))
        field.editingFinished.connect(
            lambda: self._performer.do(
                lambda m: edits.set_tags(m, claim=claim.id, tags=field.text().split(","))
            )
        )
        return field

    def _show_co_premises(
        self, column: QVBoxLayout, claim: ClaimId, step: InferenceId | None
    ) -> None:
        others = [p for p in self._map.inference(step).premises if p != claim] if step else []
        if others:
            column.addWidget(_spaced(heading(self.tr("Together with"))))
        for other in others:
            column.addWidget(plain_label(shortened(self._map.claim(other).text, 160)))

    # Who says it

    def _show_locution(self, column: QVBoxLayout, locution: Locution) -> None:
        column.addWidget(_spaced(heading(self.tr("Said by"))))
        column.addWidget(self._speaker_field(locution))
        row = QHBoxLayout()
        row.addWidget(
            self._choice(
                self.tr("Stance"),
                {
                    Stance.ASSERTS: self.tr("asserts"),
                    Stance.REPORTS: self.tr("reports"),
                    Stance.CONCEDES: self.tr("concedes"),
                    Stance.DENIES: self.tr("denies"),
                    Stance.ASKS: self.tr("asks"),
                },
                locution.stance,
                lambda value: (
                    lambda m: edits.set_stance(m, locution=locution.id, stance=Stance(value))
                ),
            )
        )
        row.addWidget(
            self._choice(
                self.tr("Fidelity"),
                {
                    Fidelity.QUOTATION: self.tr("quotation"),
                    Fidelity.PARAPHRASE: self.tr("paraphrase"),
                    Fidelity.SUMMARY: self.tr("summary"),
                    Fidelity.INTERPRETATION: self.tr("interpretation"),
                },
                locution.fidelity,
                lambda value: (
                    lambda m: edits.set_fidelity(m, locution=locution.id, fidelity=Fidelity(value))
                ),
            )
        )
        column.addLayout(row)
        self._show_words(column, locution)

    def _show_words(self, column: QVBoxLayout, locution: Locution) -> None:
        if locution.anchor is None:
            return
        column.addWidget(_spaced(heading(self.tr("Words in the article"))))
        words = plain_label(shortened(locution.anchor.exact, 600))
        words.setStyleSheet("font-family: 'Noto Serif'; font-size: 13px;")
        column.addWidget(words)
        link = QToolButton(self)
        link.setObjectName("Link")
        place = place_of(self._map, locution.anchor)
        link.setText(self.tr("{place} — show in the article").format(place=place))
        link.setToolTip(self.tr("Shift+Enter on the map"))
        link.clicked.connect(lambda: self.words_wanted.emit(locution.id))
        column.addWidget(link)

    def _show_no_speaker(self, column: QVBoxLayout, claim: ClaimId) -> None:
        column.addWidget(_spaced(heading(self.tr("Said by"))))
        field = self._names_field("")
        field.editingFinished.connect(
            lambda: self._add_saying(claim, field.text()) if field.text().strip() else None
        )
        column.addWidget(field)

    def _add_saying(self, claim: ClaimId, text: str) -> None:
        if not self._map.locutions_of(claim):
            self._performer.do(lambda m: edits.say(m, claim=claim, speakers=chain_of(text)))

    def _speaker_field(self, locution: Locution) -> QLineEdit:
        chain = speaker_chain(self._map, locution)
        field = self._names_field(VIA.join(speaker.name for speaker in chain))
        field.editingFinished.connect(
            lambda: self._set_speakers(locution.id, chain_of(field.text()))
        )
        return field

    def _set_speakers(self, locution: LocutionId, names: list[str]) -> None:
        if locution in self._map:
            self._performer.do(lambda m: edits.set_speakers(m, locution=locution, speakers=names))

    def _names_field(self, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(self.tr("Said by"))
        field.setPlaceholderText(self.tr("A name, or: John Lough via CNN"))
        return field

    # A step

    def _show_step(self, column: QVBoxLayout, step: InferenceId) -> None:
        place = self._reading.outline.steps[step]
        words = {
            Role.REASON: self.tr("Reason: the step from"),
            Role.OBJECTION: self.tr("Objection: the step from"),
            Role.REBUTTAL: self.tr("Rebuttal: the step from"),
            Role.UNDERCUTTER: self.tr("Undercutter: the step from"),
        }
        column.addWidget(heading(words[place.role]))
        for premise in self._map.inference(step).premises:
            column.addWidget(plain_label(shortened(self._map.claim(premise).text, 160)))
        column.addWidget(_spaced(heading(self.tr("To"))))
        column.addWidget(plain_label(shortened(self._target_words(step), 160)))
        hint = self.tr("Press U to say that it does not follow, or Tab to back it.")
        column.addWidget(_spaced(plain_label(hint, name="Muted")))

    # Fields

    def _typing_field(
        self, text: str, name: str, make: MakeFromText, *, height: int
    ) -> TypingField:
        """A field that is kept while it is typed in, as one step to undo."""
        field = TypingField(text, self)
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(height)
        group = new_id()
        field.typed.connect(lambda words: self._performer.do(make(words), group=group))
        return field

    def _choice(
        self,
        name: str,
        words: "dict[Stance, str] | dict[Fidelity, str]",
        now: str,
        make: MakeFromText,
    ) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for value, word in words.items():
            box.addItem(word, value.value)
        box.setCurrentIndex(box.findData(str(now)))
        box.activated.connect(lambda index: self._performer.do(make(box.itemData(index))))
        return box


def _spaced(widget: QWidget) -> QWidget:
    """Set a widget off from what stands above it."""
    widget.setContentsMargins(0, 9, 0, 0)
    return widget

"""The details of one saying of a claim: who says it through whom, how, and the very words."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app import edits
from app.layout.contents import place_of, speaker_chain
from app.model.argument_map import ArgumentMap
from app.model.elements import Anchor, Fidelity, Locution, LocutionId, Stance
from app.model.text import shortened
from widgets.article.marking_bar import VIA, chain_of
from widgets.fonts import SERIF
from widgets.labels import heading, plain_label, spaced
from widgets.performing import Make, Performer

_LONGEST = 600  # characters of an anchor that are shown


class SayingDetails(QWidget):
    """Shows a locution, with fields to change it."""

    words_wanted = Signal(str)  # its id

    def __init__(self, argument_map: ArgumentMap, performer: Performer, locution: Locution) -> None:
        super().__init__()
        self._performer = performer
        self._locution = locution.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(spaced(heading(self.tr("Said by"))))
        chain = speaker_chain(argument_map, locution)
        names = names_field(VIA.join(speaker.name for speaker in chain), self)
        names.editingFinished.connect(lambda: self._set_speakers(chain_of(names.text())))
        column.addWidget(names)
        row = QHBoxLayout()
        row.addWidget(self._stance_choice(locution))
        row.addWidget(self._fidelity_choice(locution))
        column.addLayout(row)
        if locution.anchor:
            self._show_words(column, locution.anchor, place_of(argument_map, locution.anchor))

    def _set_speakers(self, names: list[str]) -> None:
        locution = LocutionId(self._locution)
        if locution in self._performer.document.map:
            self._performer.do(lambda m: edits.set_speakers(m, locution=locution, speakers=names))

    def _stance_choice(self, locution: Locution) -> QComboBox:
        words = {
            Stance.ASSERTS.value: self.tr("asserts"),
            Stance.REPORTS.value: self.tr("reports"),
            Stance.CONCEDES.value: self.tr("concedes"),
            Stance.DENIES.value: self.tr("denies"),
            Stance.ASKS.value: self.tr("asks"),
        }
        key = locution.id
        return self._choice(
            self.tr("Stance"),
            words,
            locution.stance.value,
            lambda value: lambda m: edits.set_stance(m, locution=key, stance=Stance(value)),
        )

    def _fidelity_choice(self, locution: Locution) -> QComboBox:
        words = {
            Fidelity.QUOTATION.value: self.tr("quotation"),
            Fidelity.PARAPHRASE.value: self.tr("paraphrase"),
            Fidelity.SUMMARY.value: self.tr("summary"),
            Fidelity.INTERPRETATION.value: self.tr("interpretation"),
        }
        key = locution.id
        return self._choice(
            self.tr("Fidelity"),
            words,
            locution.fidelity.value,
            lambda value: lambda m: edits.set_fidelity(m, locution=key, fidelity=Fidelity(value)),
        )

    def _choice(
        self, name: str, words: Mapping[str, str], now: str, make: Callable[[str], Make]
    ) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        for value, word in words.items():
            box.addItem(word, value)
        box.setCurrentIndex(box.findData(now))
        box.activated.connect(lambda index: self._performer.do(make(box.itemData(index))))
        return box

    def _show_words(self, column: QVBoxLayout, anchor: Anchor, place: str) -> None:
        words = plain_label(shortened(anchor.exact, _LONGEST))
        words.setStyleSheet(f"font-family: '{SERIF}';")
        link = QToolButton(self)
        link.setObjectName("Link")
        link.setText(self.tr("{place} — show in the article").format(place=place))
        link.setToolTip(self.tr("Shift+Enter on the map"))
        link.clicked.connect(lambda: self.words_wanted.emit(self._locution))
        column.addWidget(spaced(heading(self.tr("Words in the article"))))
        column.addWidget(words)
        column.addWidget(link)


def names_field(text: str, parent: QWidget) -> QLineEdit:
    """A field for who says something: a name, or names joined by "via"."""
    field = QLineEdit(text, parent)
    field.setAccessibleName(field.tr("Said by"))
    field.setPlaceholderText(field.tr("A name, or: John Lough via CNN"))
    return field

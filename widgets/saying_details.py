"""The details of one saying of a claim: who says it through whom, how, and the very words."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app import edits
from app.articles.quotations import quotation_faults
from app.layout.contents import place_of, speaker_chain
from app.model.argument_map import ArgumentMap
from app.model.elements import Anchor, Fidelity, Locution, LocutionId, Stance
from app.model.text import shortened
from widgets.fonts import SERIF
from widgets.labels import SideBySide, as_tooltip, breakable, heading, plain_label, spaced
from widgets.mark_words import state_words
from widgets.performing import Make, Performer
from widgets.quotation_label import quotation_label
from widgets.speakers.chains import chain_of, names_of
from widgets.speakers.names_field import NamesField
from widgets.speakers.words import fidelity_word, stance_word

_LONGEST = 600  # characters of an anchor that are shown


class SayingDetails(QWidget):
    """Shows a locution, with fields to change it."""

    words_wanted = Signal(str)  # its id
    removed = Signal()

    def __init__(self, argument_map: ArgumentMap, performer: Performer, locution: Locution) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("A saying of the claim"))
        self._performer = performer
        self._locution = locution.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        chain = speaker_chain(argument_map, locution)
        self._names = NamesField(names_of(speaker.name for speaker in chain), performer, self)
        if locution.anchor:
            self._names.setPlaceholderText(self.tr("The article itself says it"))
        self._names.editingFinished.connect(self._set_speakers)
        top = QHBoxLayout()
        top.setContentsMargins(0, 9, 0, 0)
        top.addWidget(heading(self.tr("Said by")), 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._removing_link())
        column.addLayout(top)
        column.addWidget(self._names)
        column.addWidget(SideBySide(self._stance_choice(locution), self._fidelity_choice(locution)))
        if locution.anchor:
            self._show_words(column, locution.anchor, place_of(argument_map, locution.anchor))
            if locution.fidelity is Fidelity.QUOTATION:
                column.addWidget(quotation_label(quotation_faults(argument_map, locution.id)))

        if locution.former:
            column.addWidget(self._look_link(locution))

    def has_typing(self) -> bool:
        """Whether somebody is naming the speakers just now."""
        return self._names.hasFocus()

    def _removing_link(self) -> QToolButton:
        link = QToolButton(self)
        link.setObjectName("Link")
        link.setText(self.tr("Remove"))
        link.setToolTip(self.tr("Remove this saying with its mark; the claim stays"))
        link.clicked.connect(self._remove)
        return link

    def _look_link(self, locution: Locution) -> QToolButton:
        """What became of a mark, and the way to where that is decided."""
        link = QToolButton(self)
        link.setObjectName("Link")
        sign, word = state_words(locution.mark_state)
        link.setText(self.tr("{sign}  {word}: have a look").format(sign=sign, word=word))
        if locution.former:
            tip = self.tr("It was: “{words}”").format(words=locution.former.exact)
            link.setToolTip(as_tooltip(shortened(tip, _LONGEST)))
        link.clicked.connect(lambda: self.words_wanted.emit(self._locution))
        return link

    def _remove(self) -> None:
        locution = self._locution
        if self._performer.do(lambda m: edits.remove_locution(m, locution=locution)):
            self.removed.emit()

    def _set_speakers(self) -> None:
        if self._locution not in self._performer.document.map:
            return
        set_or_remove(self._performer, self._locution, chain_of(self._names.text()))
        if self._locution not in self._performer.document.map:
            self.removed.emit()

    def _stance_choice(self, locution: Locution) -> QComboBox:
        words = {stance.value: stance_word(stance) for stance in Stance}
        key = locution.id
        return self._choice(
            self.tr("Stance"),
            words,
            locution.stance.value,
            lambda value: lambda m: edits.set_stance(m, locution=key, stance=Stance(value)),
        )

    def _fidelity_choice(self, locution: Locution) -> QComboBox:
        words = {one.value: fidelity_word(one) for one in Fidelity}
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
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMinimumWidth(60)  # rather than cut off the whole panel at its edge
        for value, word in words.items():
            box.addItem(word, value)
        box.setCurrentIndex(box.findData(now))
        box.activated.connect(lambda index: self._performer.do(make(box.itemData(index))))
        return box

    def _show_words(self, column: QVBoxLayout, anchor: Anchor, place: str) -> None:
        words = plain_label(breakable(shortened(anchor.exact, _LONGEST)))
        words.setStyleSheet(f"font-family: '{SERIF}';")
        link = QToolButton(self)
        link.setObjectName("Link")
        link.setText(self.tr("{place} — show in the article").format(place=place))
        link.setToolTip(self.tr("Shift+Enter on the map"))
        link.setMinimumWidth(60)
        link.clicked.connect(lambda: self.words_wanted.emit(self._locution))
        column.addWidget(spaced(heading(self.tr("Words in the article"))))
        column.addWidget(words)
        column.addWidget(link)


def set_or_remove(performer: Performer, locution: LocutionId, names: Sequence[str]) -> None:
    """Say who says this; a saying with neither a speaker nor words of an article is none."""
    if not names and performer.document.map.locution(locution).anchor is None:
        performer.do(lambda m: edits.remove_locution(m, locution=locution))
    else:
        performer.do(lambda m: edits.set_speakers(m, locution=locution, speakers=names))

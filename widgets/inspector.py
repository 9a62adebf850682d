"""The right side: all about the selected claim or step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.model.elements import InferenceId
from app.model.role import Role
from app.model.text import shortened
from widgets.claim_details import LONGEST, ClaimDetails, target_words
from widgets.labels import breakable, heading, plain_label, spaced
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection
from widgets.several_details import SeveralDetails
from widgets.typing_field import TypingField
from widgets.weighing_details import SchemeDetails

if TYPE_CHECKING:
    from app.model.outline import PlaceKey

_AFTER = 20  # milliseconds


class Inspector(QWidget):
    """Shows the selection; made anew whenever that or the map changes, but not while one types."""

    words_wanted = Signal(str)  # show the words of this locution in the article
    filled = Signal(object)  # with the KinDetails of one claim, or None

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
        self._shown: tuple[PlaceKey, ...] = ()
        self._several: SeveralDetails | None = None  # while several places are shown
        self._area = QScrollArea(self)
        self._area.setObjectName("Sheets")
        self._area.setAccessibleName(self.accessibleName())
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self.show_selection)
        reading.changed.connect(self._follow)
        selection.changed.connect(self.show_later)
        self.show_selection()

    @property
    def is_stale(self) -> bool:
        """Whether it is about to be filled anew, or will be when it is seen."""
        return self._is_stale

    def show_later(self) -> None:
        """Fill the panel anew once the map has been painted, which is what the eye is on."""
        self.keep()
        self._fill_soon()

    def _fill_soon(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._timer.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.show_selection()

    def _follow(self) -> None:
        focused = QApplication.focusWidget()
        typing = isinstance(focused, QLineEdit | QPlainTextEdit) and self.isAncestorOf(focused)
        if self._several or not typing:  # nothing typed about several is lost by showing it anew
            self._fill_soon()

    def keep(self) -> bool:
        """Keep what is being typed here; whether the library took it all."""
        kept = [field.keep() for field in self.findChildren(TypingField)]
        return all(kept)

    def show_selection(self) -> None:
        """Fill the panel anew, once what is being typed in it is kept."""
        self.keep()
        self._timer.stop()
        self._is_stale = False
        keys, before = self._selection.keys, self._shown
        self._shown = keys
        if self._several and keys == before:
            self._several.follow()
            return
        self._several = None
        sheet = QWidget()
        sheet.setObjectName("Sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(5)
        details = self._details()
        column.addWidget(details)
        self.filled.emit(details.kin if isinstance(details, ClaimDetails) else None)
        column.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:  # one of its fields may be what brought us here: it must outlive this
            old.hide()
            old.deleteLater()
        bar = self._area.verticalScrollBar()
        stood = bar.value() if keys == before else 0
        self._area.setWidget(sheet)
        bar.setValue(stood)

    def _details(self) -> QWidget:
        if len(self._selection.keys) > 1:
            return self._several_details()
        claim = self._selection.claim(self._reading.map)
        step = self._selection.step(self._reading.map)
        if claim:
            details = ClaimDetails(self._reading, self._performer, claim, step)
            details.words_wanted.connect(self.words_wanted)
            return details
        if step:
            return self._step_details(step)
        text = self.tr("Nothing is selected.\n\nClick a claim, or reach it with the arrow keys.")
        return plain_label(text, name="Muted")

    def _several_details(self) -> QWidget:
        argument_map = self._reading.map
        claims, steps = self._selection.claims(argument_map), self._selection.steps(argument_map)
        self._several = SeveralDetails(self._reading, self._performer, claims, steps)
        return self._several

    def _step_details(self, step: InferenceId) -> QWidget:
        argument_map = self._reading.map
        words = {
            Role.REASON: self.tr("Reason: the step from"),
            Role.OBJECTION: self.tr("Objection: the step from"),
            Role.REBUTTAL: self.tr("Rebuttal: the step from"),
            Role.UNDERCUTTER: self.tr("Undercutter: the step from"),
        }
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(words[self._reading.outline.steps[step].role]))
        for premise in argument_map.inference(step).premises:
            column.addWidget(
                plain_label(breakable(shortened(argument_map.claim(premise).text, LONGEST)))
            )
        column.addWidget(spaced(heading(self.tr("To"))))
        column.addWidget(
            plain_label(breakable(shortened(target_words(argument_map, step), LONGEST)))
        )
        column.addWidget(SchemeDetails(self._performer, argument_map.inference(step)))
        hint = self.tr("Press U to say that it does not follow, or Tab to back it.")
        column.addWidget(spaced(plain_label(hint, name="Muted")))
        return details

"""How much a claim weighs: the scheme of its step, its critical questions, and the confidence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from app import edits
from app.model.elements import MOST_CONFIDENT, Claim, ClaimId, Inference, new_id
from app.model.text import one_line
from resources.schemes import load_schemes
from widgets.labels import as_tooltip, heading, plain_label, spaced
from widgets.performing import Performer
from widgets.translating import scheme_words

_NOT_SAID = -1
_STEP = 5  # per cent, for one press of an arrow key


class SchemeDetails(QWidget):
    """Says by what scheme a step goes: one of the common ones, or any other words."""

    def __init__(self, performer: Performer, step: Inference) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Scheme of the step"))
        self._performer = performer
        self._step = step.id
        self._box = SchemeBox(self)
        self._box.setCurrentText(step.scheme)
        field = self._box.lineEdit()
        if field is not None:
            field.setAccessibleName(self._box.accessibleName())
            field.setCursorPosition(0)  # so that a long name shows its beginning
            field.setPlaceholderText(self.tr("Of what kind is this step?"))
            field.editingFinished.connect(self._keep)
        self._box.activated.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(spaced(heading(self.tr("Scheme of the step"))))
        column.addWidget(self._box)
        scheme = load_schemes().get(step.scheme.casefold())
        if scheme:
            column.addWidget(plain_label(scheme_words(scheme.description), name="Muted"))
            for question in scheme.questions:
                column.addWidget(plain_label(f"– {scheme_words(question)}", name="Muted"))

    def _keep(self) -> None:
        step, scheme = self._step, one_line(self._box.currentText())
        argument_map = self._performer.document.map
        if argument_map.is_inference(step) and argument_map.inference(step).scheme != scheme:
            self._performer.do(lambda m: edits.set_scheme(m, inference=step, scheme=scheme))


class SchemeBox(QComboBox):
    """Offers the common schemes, and takes any other words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Scheme of the step"))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumWidth(60)  # rather than cut off the whole panel at its edge
        self.setMaxVisibleItems(len(load_schemes()) + 1)
        self.addItem("")
        for scheme in load_schemes().values():
            self.addItem(scheme.name)
            tip = as_tooltip(scheme_words(scheme.description))
            self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls the panel


class ConfidenceBox(QSpinBox):
    """Says how sure one is of a claim, in per cent; below 0 it is not said.

    While the arrow keys move the value up and down, that is one step to undo.
    """

    def __init__(self, performer: Performer, claim: Claim, parent: QWidget) -> None:
        super().__init__(parent)
        self._performer = performer
        self.claim: ClaimId = claim.id
        before = QApplication.focusWidget()  # this one, before the panel was filled anew
        self.group: str = new_id()
        if isinstance(before, ConfidenceBox) and before.claim == claim.id:
            self.group = before.group
        self.setAccessibleName(self.tr("Confidence"))
        self.setToolTip(self.tr("How sure you are that it is true"))
        self.lineEdit().setTextMargins(5, 0, 0, 0)  # style sheets set no padding there
        self.setRange(_NOT_SAID, MOST_CONFIDENT)
        self.setSingleStep(_STEP)
        self.setSpecialValueText(self.tr("not said"))
        self.setSuffix(self.tr(" %"))
        self.setKeyboardTracking(False)
        self.setValue(_NOT_SAID if claim.confidence is None else claim.confidence)
        self.valueChanged.connect(self._keep_unless_held)

    def _keep_unless_held(self) -> None:
        """Keep the value, but not before a button that moves it on and on is let go of."""
        if not QApplication.mouseButtons():
            self.keep()

    def keep(self) -> None:
        claim = self.claim
        confidence = None if self.value() == _NOT_SAID else self.value()
        argument_map = self._performer.document.map
        if argument_map.is_claim(claim) and argument_map.claim(claim).confidence != confidence:
            self._performer.do(
                lambda m: edits.set_confidence(m, claim=claim, confidence=confidence),
                group=self.group,
            )

    @override
    def stepBy(self, steps: int) -> None:
        """Step from "not said" to the middle, and from then on by even steps."""
        if self.value() == _NOT_SAID and steps > 0:
            self.setValue(MOST_CONFIDENT // 2)
        elif self.value() == 0 and steps < 0:
            self.setValue(_NOT_SAID)
        else:
            self.setValue(max(self.value() + steps * _STEP, min(self.value(), 0)))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.keep()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls the panel

"""What stands around the list of suggestions: how many there are, and buttons for the mouse."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.drafting.suggestions import Sort, Suggestion
from widgets.labels import ElidingLabel, plain_label
from widgets.performing import Performer
from widgets.speakers.chains import chain_of, names_of
from widgets.speakers.names_field import NamesField


def link(text: str, tip: str, parent: QWidget) -> QToolButton:
    """A button that looks like a link."""
    button = QToolButton(parent)
    button.setObjectName("Link")
    button.setText(text)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


class Head(QFrame):
    """How many suggestions there are to decide, and the way to accept all likely ones."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("DraftHead")
        self.setAccessibleName(self.tr("How much there is to decide"))
        self.told = ElidingLabel(least=60, parent=self)
        self.all = link(
            self.tr("Accept all likely…"),
            self.tr("Accept what is likely right, as claims of their own"),
            self,
        )
        self.outcome = plain_label(name="Muted", parent=self)
        self.trouble = plain_label(name="Warning", parent=self)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 8, 3)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.outcome)
        column.addWidget(self.trouble)

    def tell(self, number: int, *, has_likely: bool) -> None:
        words = self.tr("1 suggestion") if number == 1 else self.tr("{n} suggestions")
        self.told.setText(words.format(n=number) if number else self.tr("All is decided."))
        self.all.setVisible(has_likely)

    def remark(self, outcome: str, trouble: str) -> None:
        """Say what asking a model brought, and why it failed the last time, if it did."""
        for label, words in ((self.outcome, outcome), (self.trouble, trouble)):
            label.setText(words)
            label.setVisible(bool(words))


class Foot(QFrame):
    """Buttons for the chosen suggestion, and what became of the others."""

    names_taken = Signal(list)
    left = Signal()  # the line of names; back to the list

    def __init__(self, performer: Performer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("DraftFoot")
        self.setAccessibleName(self.tr("Decide on the suggestion"))
        self.accept = link(self.tr("Accept"), self.tr("As a claim of its own (Enter)"), self)
        self.reason = link(
            self.tr("Reason"), self.tr("As a reason for the selected claim (R)"), self
        )
        self.objection = link(
            self.tr("Objection"), self.tr("As an objection to the selected claim (O)"), self
        )
        self.reject = link(self.tr("Reject"), self.tr("Suggest it no more (X)"), self)
        self.told = ElidingLabel(name="Hint", least=60, parent=self)
        self.rejected = link("", self.tr("Show what was rejected, to take it back"), self)
        self.rejected.setAccessibleName(self.tr("Show rejected"))
        self.rejected.setCheckable(True)
        self.guesses = link("", self.tr("Of ten guesses about four are right as they stand"), self)
        self.guesses.setAccessibleName(self.tr("Show guesses"))
        self.guesses.setCheckable(True)
        self.asking = plain_label(
            self.tr("Select the right words in the text, then press Enter. Esc stops."),
            name="Asking",
            parent=parent,  # to be laid out above all this
        )
        self.names = NamesField("", performer, self)
        self.names.returnPressed.connect(self._take_names)
        self.names.installEventFilter(self)
        self._lay_out()
        for widget in (self.asking, self.names):
            widget.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(9, 0, 4, 0)
        buttons.setSpacing(0)
        for button in (self.accept, self.reason, self.objection, self.reject):
            buttons.addWidget(button)
        buttons.addStretch(1)
        counts = QHBoxLayout()
        counts.setContentsMargins(12, 0, 8, 0)
        counts.addWidget(self.told, 1)
        counts.addStretch()
        counts.addWidget(self.rejected)
        counts.addWidget(self.guesses)
        names = QHBoxLayout()
        names.setContentsMargins(10, 0, 10, 0)
        names.addWidget(self.names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 5)
        column.setSpacing(3)
        column.addLayout(names)
        column.addLayout(buttons)
        column.addLayout(counts)

    def offer(self, one: Suggestion | None, *, is_rejected: bool) -> None:
        """Offer what can be done with the chosen suggestion."""
        for button in (self.accept, self.reason, self.objection, self.reject):
            button.setEnabled(one is not None)
        text, tip = self.tr("Reject"), self.tr("Suggest it no more (X)")
        if is_rejected:
            text, tip = self.tr("Restore"), self.tr("Suggest it again (X)")
        elif one and one.sort is Sort.RELATION:
            text, tip = self.tr("None"), self.tr("They only contrast, or not even that (X)")
        self.reject.setText(text)
        self.reject.setToolTip(tip)

    def tell(self, accepted: int, rejected: int) -> None:
        """Say how many were accepted and rejected."""
        parts = [self.tr("{n} accepted").format(n=accepted)] if accepted else []
        parts += [self.tr("{n} rejected").format(n=rejected)] if rejected else []
        self.told.setText(" · ".join(parts))
        self.told.setVisible(bool(parts))
        self.rejected.setVisible(rejected > 0)
        shown = self.rejected.isChecked()
        self.rejected.setText(self.tr("Hide") if shown else self.tr("Show"))

    def tell_guesses(self, number: int, *, shown: bool) -> None:
        """Say how many guesses there are to be shown or to be folded away."""
        self.guesses.setVisible(number > 0)
        self.guesses.setChecked(shown)
        words = self.tr("Show 1 guess") if number == 1 else self.tr("Show {n} guesses")
        self.guesses.setText(self.tr("Hide guesses") if shown else words.format(n=number))

    def ask_names(self, names: tuple[str, ...]) -> None:
        """Ask who says it, in a line that is there only for that."""
        self.names.setText(names_of(names))
        self.names.show()
        self.names.setFocus()
        self.names.selectAll()

    def _take_names(self) -> None:
        self.names.hide()
        self.names_taken.emit(chain_of(self.names.text()))
        self.left.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the line of names with Esc."""
        if (
            watched is self.names
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.names.hide()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

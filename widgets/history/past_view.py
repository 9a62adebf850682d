"""The map as it was: in place of the canvas, to be looked at, and taken from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.layout.arrangement import Arranger
from app.layout.folding import unfolded
from app.layout.look import Look
from app.layout.scope import EVERYTHING
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId
from app.model.view_state import ViewState
from resources.themes import Theme
from widgets.action_spec import Scope
from widgets.actions import make_actions
from widgets.canvas.drawn_words import drawn_words
from widgets.canvas.map_view import MapView
from widgets.fonts import QtMeasure
from widgets.history.past import past_document
from widgets.labels import ElidingLabel, as_tooltip
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection
from widgets.view_commands import ViewCommands


class PastView(QWidget):
    """A past state, with its own selection, below a bar that says when it was."""

    restore_wanted = Signal()
    claims_wanted = Signal(list)  # of the past, to be brought back
    left = Signal()
    advice = Signal(str)

    def __init__(
        self,
        past: ArgumentMap,
        when: str,
        state: ViewState,
        look: Look,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The map as it was"))
        self.past = past
        document = past_document(past, state)
        self.reading = Reading(document, Arranger(QtMeasure(), words=drawn_words()), self)
        self.reading.arrange(look, EVERYTHING)
        self.selection = Selection(self)
        self.view = MapView(self.reading, self.selection, theme, self)
        self.view.setAccessibleName(self.tr("The map as it was, to look at"))
        self._performer = Performer(document, self)
        self._performer.refused.connect(self.advice)
        commands = ViewCommands(self.reading, self.selection, self._performer, self)
        make_actions({Scope.MAP: [self.view]}, commands.slots(), self)
        self.view.unfold_wanted.connect(self._unfold)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar(when))
        column.addWidget(self.view, 1)
        self.selection.changed.connect(self._show_state)
        self._show_state()

    def _make_bar(self, when: str) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("PastBar")
        bar.setAccessibleName(self.tr("A past state"))
        said = ElidingLabel(name="Here", least=90, parent=bar)
        said.setText(self.tr("As it was on {when}").format(when=when))
        said.setToolTip(as_tooltip(said.text()))
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(6)
        row.addWidget(said, 1)
        self.take = self._button(self.tr("Take over"))
        self.take.setAccessibleName(self.tr("Take over the selected claims"))
        self.restore = self._button(self.tr("Restore"))
        self.back = self._button(self.tr("Back"))
        self.restore.setToolTip(self.tr("Make the whole map what it was; Ctrl+Z undoes it"))
        self.back.setToolTip(self.tr("Back to the map as it is now (Esc)"))
        self.take.setToolTip(self.tr("Take over the selected claims (Enter)"))
        for button in (self.take, self.restore, self.back):
            row.addWidget(button)
        self.take.clicked.connect(self._take)
        self.restore.clicked.connect(self.restore_wanted)
        self.back.clicked.connect(self.left)
        return bar

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName("Outlined")
        return button

    @property
    def claims(self) -> list[ClaimId]:
        """The claims that are selected."""
        return self.selection.claims(self.past)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.claims:
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        self.claims_wanted.emit(self.claims)

    def _unfold(self, claim: str) -> None:
        self.reading.fold(unfolded(self.reading.outline, self.reading.folded, [ClaimId(claim)]))

    def _show_state(self) -> None:
        self.take.setEnabled(bool(self.claims))

"""Marks that need a look since the text was changed: accepted, made anew by hand, or taken away."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QMessageBox,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.elements import Anchor, Locution, LocutionId, MarkState, SourceId
from app.model.text import shortened
from resources.themes import Theme
from widgets.article.check_model import CheckModel
from widgets.article.check_painting import CheckPainter
from widgets.labels import ElidingLabel, plain_label
from widgets.performing import Performer

_LONGEST = 90  # characters of a claim in the line that asks for its words
_SHARE = 0.4  # of the height of the pane, for the list at most
_SHARE_BY_HAND = 0.2  # so that there is room for the text
_LEAST = 96  # pixels


class MarkChecks(QFrame):
    """The list of these marks above the text; hidden while there are none."""

    looked_at = Signal(str)  # the saying that the list is at
    hand_wanted = Signal()  # words are to be selected in the text
    left = Signal()  # back to the text

    def __init__(self, performer: Performer, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Checks")
        self.setAccessibleName(self.tr("Marks that need a look"))
        self._performer = performer
        self._pane = parent
        self._by_hand: LocutionId | None = None
        self._model = CheckModel()
        self.list = _Rows(self)
        self.list.setModel(self._model)
        self._painter = CheckPainter(self._model, theme, self.list)
        self.list.setItemDelegate(self._painter)
        self.heading = ElidingLabel(least=60, parent=self)
        self.asking = plain_label(name="Asking", parent=parent)  # to be laid out below all this
        self.asking.setAccessibleName(self.tr("Marking by hand"))
        self.asking.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._make_buttons()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._look)
        self.list.accepted.connect(self.accept)
        self.list.hand_wanted.connect(self.mark_by_hand)
        self.list.removing_wanted.connect(self.remove)
        self.list.left.connect(self.left)
        self.list.widened.connect(self._fit)
        self.hide()

    def _make_buttons(self) -> None:
        self._all = self._button(self.tr("Accept all…"), self.accept_all)
        self._all.setToolTip(self.tr("Accept the new words of all reworded marks"))
        self._one = [
            self._button(self.tr("Accept"), self.accept),
            self._button(self.tr("By hand"), self.mark_by_hand),
            self._button(self.tr("Remove"), self.remove),
        ]
        tips = (
            self.tr("It is right as it is now (Enter)"),
            self.tr("Select the right words in the text (M)"),
            self.tr("Remove this saying with its mark; the claim stays (Delete)"),
        )
        for button, tip in zip(self._one, tips, strict=True):
            button.setToolTip(tip)

    def _button(self, text: str, do: object) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("Link")
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 2)
        head.addWidget(self.heading, 1)
        head.addWidget(self._all)
        foot = QHBoxLayout()
        foot.setContentsMargins(9, 2, 8, 5)
        foot.setSpacing(6)
        for button in self._one:
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addLayout(foot)

    def use_theme(self, theme: Theme) -> None:
        self._painter.use_theme(theme)

    # What is shown

    def show_marks(self, source: SourceId | None) -> None:
        """List the marks of a source that need a look, and stay where the list was."""
        row, saying = self.list.currentIndex().row(), self._current()
        had_focus = self._has_focus
        self._model.show_marks(self._map, source)
        sayings = self._model.sayings
        if self._by_hand and not any(one.id == self._by_hand for one in sayings):
            self._by_hand = None
        index = self._model.index_of(saying.id) if saying else QModelIndex()
        if not index.isValid() and saying:
            index = self._model.index(min(row, len(sayings) - 1))
        self.list.setCurrentIndex(index)
        self._tell(sayings)
        self.setVisible(bool(sayings))
        if had_focus and not sayings:
            self.left.emit()

    def begin(self, locution: LocutionId | None = None) -> bool:
        """Go to the list, and in it to a saying or the first; whether there is anything in it."""
        index = self._model.index_of(locution) if locution else self.list.currentIndex()
        if not index.isValid():
            index = self._model.index(0)
        self.list.setFocus()
        self.list.setCurrentIndex(index)
        self._look(index)
        return index.isValid()

    def _tell(self, sayings: Sequence[Locution]) -> None:
        one, many = self.tr("1 mark to check"), self.tr("{n} marks to check")
        self.heading.setText(one if len(sayings) == 1 else many.format(n=len(sayings)))
        self._all.setVisible(any(s.mark_state is MarkState.REWORDED for s in sayings))
        asked = next((one for one in sayings if one.id == self._by_hand), None)
        self.asking.setVisible(asked is not None)
        if asked:
            claim = shortened(self._map.claim(asked.claim).text, _LONGEST)
            words = self.tr("Select the words for “{claim}”, then press Enter. Esc stops.")
            self.asking.setText(words.format(claim=claim))
        self._fit()

    # What can be done

    def accept(self) -> None:
        """Accept what became of a mark, and go on to the next."""
        saying = self._current()
        if saying:
            self._performer.do(lambda m: edits.accept_mark(m, locution=saying.id))

    def accept_all(self) -> None:
        """Accept all marks that were reworded, if the person says so."""
        reworded = [s.id for s in self._model.sayings if s.mark_state is MarkState.REWORDED]
        one = self.tr("Accept the new words of the reworded mark?")
        many = self.tr("Accept the new words of all {n} reworded marks?")
        question = one if len(reworded) == 1 else many.format(n=len(reworded))
        if reworded and self._confirms(question):
            self._performer.do(lambda m: edits.accept_marks(m, locutions=reworded))

    def remove(self) -> None:
        """Take a saying away with its mark."""
        saying = self._current()
        if saying:
            self._performer.do(lambda m: edits.remove_locution(m, locution=saying.id))

    # By hand

    @property
    def is_by_hand(self) -> bool:
        """Whether words of the text are to be selected for a mark."""
        return self._by_hand is not None

    def mark_by_hand(self) -> None:
        """Let the person select other words for a mark."""
        saying = self._current()
        if saying:
            self._by_hand = saying.id
            self._tell(self._model.sayings)
            self.hand_wanted.emit()

    def use_words(self, anchor: Anchor) -> None:
        """Let the saying that words are asked for rest on these, and go on to the next."""
        locution = self._by_hand
        if locution is None:
            return
        if self._performer.do(lambda m: edits.mark_anew(m, locution=locution, anchor=anchor)):
            self.stop_by_hand()

    def stop_by_hand(self) -> None:
        """Ask for words no more; back to the list."""
        self._by_hand = None
        self._tell(self._model.sayings)
        if self._model.sayings:
            self.list.setFocus()

    def _confirms(self, question: str) -> bool:
        answer = QMessageBox.question(self, self.tr("Marks that need a look"), question)
        return answer is QMessageBox.StandardButton.Yes

    @property
    def _has_focus(self) -> bool:
        """Whether keys go to the list, or will when its window is the active one again."""
        return self.window().focusWidget() is self.list

    def _current(self) -> Locution | None:
        return self._model.saying(self.list.currentIndex())

    def _look(self, index: QModelIndex) -> None:
        saying = self._model.saying(index)
        for button in self._one:
            button.setEnabled(saying is not None)
        if saying and self._has_focus:
            self.looked_at.emit(saying.id)

    def _fit(self) -> None:
        """Give the list the height that it needs, up to a share of the pane."""
        rows = range(min(self._model.rowCount(), 50))
        needed = sum(self.list.sizeHintForRow(row) for row in rows) + 2
        share = _SHARE_BY_HAND if self._by_hand else _SHARE
        room = round(self._pane.height() * share)
        self.list.setFixedHeight(min(needed, max(room, _LEAST)))

    @property
    def _map(self) -> ArgumentMap:
        return self._performer.document.map


class _Rows(QListView):
    """The rows, with keys for what can be done with one."""

    accepted = Signal()
    hand_wanted = Signal()
    removing_wanted = Signal()
    left = Signal()
    widened = Signal()  # or made narrower; the rows are of other heights then

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("CheckRows")
        self.setAccessibleName(self.tr("Marks that need a look"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = {
            Qt.Key.Key_Return.value: self.accepted,
            Qt.Key.Key_Enter.value: self.accepted,
            Qt.Key.Key_M.value: self.hand_wanted,
            Qt.Key.Key_Delete.value: self.removing_wanted,
            Qt.Key.Key_Escape.value: self.left,
        }
        signal = signals.get(event.key())
        if signal is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            signal.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.widened.emit()

"""Keeping an open project in step with other windows and programs that work on it too."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app import edits
from app.model.elements import Claim
from app.model.errors import RejoinderError
from widgets.canvas.editor import CardEditor
from widgets.conflict_box import ConflictBox
from widgets.translating import why
from widgets.typing_field import TypingField

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model.change import Change
    from app.model.elements import ElementId
    from widgets.project_view import ProjectView

LOOK = 1000  # milliseconds between two looks at what others have done

_log = logging.getLogger(__name__)


class InStep(QObject):
    """Looks every second for what others have done, and asks where both changed the same.

    Nothing is taken in while a claim is being written, something is dragged, or a question is open:
    an edit that is made then goes on top of what others did, or is refused.
    """

    advice = Signal(str)
    moved = Signal()  # undo and redo may stand for something else now

    def __init__(self, view: ProjectView) -> None:
        super().__init__(view)
        self._view = view
        self._document = view.document
        self._has_told = False
        self._has_failed = False
        self._box: ConflictBox | None = None
        view.performer.conflicted.connect(self.ask)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        if self._box:
            self._box.close()

    def look(self) -> None:
        """Take in what others have done, unless the person is in the middle of something."""
        if self._is_busy():
            return
        stood = (self._document.undo_label, self._document.redo_label)
        try:
            change = self._document.catch_up()
        except RejoinderError as error:
            self._tell_failure(error)
            return
        self._has_failed = False
        if change:
            self._refill(change)
        if change and not self._has_told:
            self._has_told = True
            self.advice.emit(self.tr("Another window or program works on this project too."))
        if (self._document.undo_label, self._document.redo_label) != stood:
            self.moved.emit()

    def _is_busy(self) -> bool:
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return True
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return True
        fields = self._view.findChildren(TypingField)
        return any(
            field.is_waiting or (isinstance(field, CardEditor) and field.isVisible())
            for field in fields
        )

    def _refill(self, change: Change) -> None:
        """Show the details anew if they are about what others have changed."""
        if any(key[1] in change.touched for key in self._view.selection.keys):
            self._view.inspector.show_selection()

    def _tell_failure(self, error: RejoinderError) -> None:
        """Say once that nobody knows what others do; an edit will say more."""
        if not self._has_failed:
            self._has_failed = True
            _log.warning("What others have done could not be read: %s", type(error).__name__)
            self.advice.emit(why(error))

    # Where both changed the same

    def ask(
        self, sentence: str, again: Callable[[], object], touched: frozenset[ElementId]
    ) -> None:
        """Say what happened and ask whether the person's own edit is to be made all the same."""
        self.moved.emit()
        if self._box:
            return
        waiting = [field for field in self._view.findChildren(TypingField) if field.is_waiting]
        for field in waiting:
            field.is_held = True  # nothing is written over in silence
        self._show(touched)
        lost = self._lost(waiting, touched)
        box = self._box = ConflictBox(sentence, self._words_of(touched), lost, self._view)
        box.decided.connect(lambda mine: self._decide(waiting, again, lost, mine=mine))
        box.open()

    def _decide(
        self, waiting: list[TypingField], again: Callable[[], object], lost: str, *, mine: bool
    ) -> None:
        self._box = None
        there = [f for f in self._view.findChildren(TypingField) if f in waiting]
        for field in there:  # those of a claim that was deleted have gone with it
            field.is_held = False
            if lost or not mine:
                field.give_up()
        if mine and lost:
            self._view.performer.do(lambda m: edits.add_claim(m, text=lost))
        elif mine and there:
            self._view.settle()
        elif mine:
            again()
        else:
            self._view.settle()
            self._view.inspector.show_selection()

    def _show(self, touched: frozenset[ElementId]) -> None:
        """Have in view what others have changed."""
        reading, view = self._view.reading, self._view.canvas.view
        boxes = (box for key in sorted(touched) for box in reading.forest.places_of(key))
        if box := next(boxes, None):
            view.ensure_visible(box.key)

    def _words_of(self, touched: frozenset[ElementId]) -> str:
        """What a claim says now that both have changed, and the note on it."""
        now = self._view.reading.map
        elements = (now.get(key) for key in sorted(touched))
        claim = next((e for e in elements if isinstance(e, Claim)), None)
        return "\n".join(filter(None, (claim.text, claim.note))) if claim else ""

    def _lost(self, waiting: list[TypingField], touched: frozenset[ElementId]) -> str:
        """What was written for a claim that others have deleted."""
        if any(key in self._view.reading.map for key in touched):
            return ""
        return "\n".join(field.toPlainText().strip() for field in waiting) if touched else ""

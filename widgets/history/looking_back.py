"""Looking back: a past state shown in place of the map, restored, or taken from."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QStackedWidget

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, InferenceId
from app.model.errors import RejoinderError
from resources.themes import Theme
from widgets.actions import Slots
from widgets.canvas.canvas_pane import CanvasPane
from widgets.history.moments import Moment
from widgets.history.panel import HistoryPanel
from widgets.history.past_view import PastView
from widgets.moments import moment_in_words
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection
from widgets.translating import why
from widgets.waiting import waiting

_ALL = 10_000_000  # lines of a history


class LookingBack(QObject):
    """Shows the past in the middle of the window, with the canvas below it in `stack`."""

    advice = Signal(str)
    trimmed = Signal()  # undo may stand for something else now

    def __init__(
        self,
        shared: tuple[Reading, Selection, Performer],
        canvas: CanvasPane,
        panel: HistoryPanel,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reading, self._selection, self._performer = shared
        self._canvas = canvas
        self._panel = panel
        self._theme = theme
        self.past: PastView | None = None
        self.stack = QStackedWidget()
        self.stack.setAccessibleName(self.tr("Map"))
        self.stack.addWidget(canvas)
        panel.wanted.connect(self.look)
        panel.trim_wanted.connect(self.trim)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {"back_to_now": self.back}

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.past:
            self.past.view.use_theme(theme)

    def look(self, moment: Moment) -> None:
        """Show the map as it was after a moment."""
        try:
            past = self._map_at(moment.number)
        except RejoinderError as error:
            self.advice.emit(why(error))
            return
        view = PastView(
            past,
            moment_in_words(moment.line.at),
            self._reading.document.view_state,
            self._reading.forest.look,
            self._theme,
            self.stack,
        )
        had_focus = self.past is not None and self.past.view.hasFocus()
        self._put(view)
        view.restore_wanted.connect(partial(self._restore, past))
        view.claims_wanted.connect(partial(self._take, past))
        view.left.connect(self.back)
        view.advice.connect(self.advice)
        if had_focus:
            view.setFocus()

    def back(self) -> None:
        """Go back to the map as it is now."""
        if self.past:
            self._put(None)
            self._canvas.view.setFocus()

    def trim(self, moment: Moment) -> None:
        """Forget the history up to a moment, if the person means it."""
        document = self._reading.document
        try:
            number = len(document.history(before=moment.number + 1, most=_ALL))
        except RejoinderError as error:
            self.advice.emit(why(error))
            return
        if self._may_trim(number, moment):
            self._performer.keep(lambda: document.trim(moment.number))
            self.back()
            self._panel.refresh()
            self.trimmed.emit()

    def _may_trim(self, number: int, moment: Moment) -> bool:
        question = self.tr(
            "Forget the {n} edits up to {when} for good? The map stays as it is; but undo cannot"
            " go back beyond that moment any more, nor can you look at what was before."
        )
        box = QMessageBox(self._panel.window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Forget old history"))
        box.setText(question.format(n=number, when=moment_in_words(moment.line.at)))
        forget = box.addButton(self.tr("Forget"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.exec()
        return box.clickedButton() is forget

    def _map_at(self, number: int) -> ArgumentMap:
        with waiting():
            return self._reading.document.map_at(number)

    def _restore(self, past: ArgumentMap) -> None:
        change = self._performer.do(partial(edits.restore, past=past))
        if change is not None:
            self.back()
            if not change:
                self.advice.emit(self.tr("The map is as it was then."))

    def _take(self, past: ArgumentMap, claims: list[ClaimId]) -> None:
        change = self._performer.do(partial(edits.take_from, past=past, claims=claims))
        if change is None:
            return
        self.back()
        places = (self._reading.place_of((InferenceId(""), claim)) for claim in claims)
        self._selection.set_all(place for place in places if place)
        if not change:
            self.advice.emit(self.tr("These claims are as they were then."))

    def _put(self, view: PastView | None) -> None:
        """Show a past state, or the canvas again."""
        before, self.past = self.past, view
        if view:
            self.stack.addWidget(view)
        self.stack.setCurrentWidget(view or self._canvas)
        self._panel.is_looking_back = view is not None
        if before:
            before.reading.close()
            self.stack.removeWidget(before)
            before.deleteLater()

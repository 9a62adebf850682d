"""What the person can do with selected words of the article: make claims of them, say who says it.

The bar that floats over the words offers the same.
"""

from PySide6.QtCore import QMimeData, QObject, Signal

from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId, InferenceId, LocutionId, Polarity, TargetId
from app.model.errors import EditError
from widgets.actions import Slots
from widgets.article.article_text import ArticleText
from widgets.article.marking_bar import MarkingBar
from widgets.article.words import Words, taken
from widgets.commands import new_place
from widgets.performing import Make, Performer
from widgets.reading import Reading
from widgets.selection import Selection
from widgets.translating import why


class WordCommands(QObject):
    """Carries out the actions on words of one text, and shows the bar under them."""

    advice = Signal(str)
    claim_made = Signal(object)  # the key of its place
    left = Signal()  # with Esc, when the bar is closed

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        parts: tuple[ArticleText, MarkingBar],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._text, self._bar = parts
        self._text.mark_clicked.connect(self.select_claim_of)
        self._text.selectionChanged.connect(self._hide_bar_without_words)
        self._text.verticalScrollBar().valueChanged.connect(self._move_bar)
        self._bar.claim_wanted.connect(self.mark_claim)
        self._bar.reason_wanted.connect(self.mark_reason)
        self._bar.objection_wanted.connect(self.mark_objection)
        self._bar.done.connect(self._text.setFocus)

    def slots(self) -> Slots:
        """What carries out the actions on words of the article."""
        names = ("mark_claim", "mark_reason", "mark_objection", "mark_more", "set_speaker")
        return {name: getattr(self, name) for name in names}

    # Making claims of words

    def mark_claim(self) -> None:
        self._make_claim(None, Polarity.SUPPORT)

    def mark_reason(self) -> None:
        self._make_step(Polarity.SUPPORT)

    def mark_objection(self) -> None:
        self._make_step(Polarity.ATTACK)

    def mark_more(self) -> None:
        """Let the selected claim rest on the selected words too."""
        claim = self._selection.claim(self._map)
        if claim is None:
            self.advice.emit(self.tr("Select a claim on the map first."))
            return
        words = self.selected_words()
        if words:
            self.carry_out(words.as_mark(claim))

    def set_speaker(self) -> None:
        if self._text.selected_span():
            self.offer_bar()
            self._bar.ask_speaker()

    def selected_words(self) -> Words | None:
        """The words that are selected; without any, says what to do."""
        span, source = self._text.selected_span(), self._text.source
        if span is None or source is None:
            self.advice.emit(self.tr("Select some words of the article first."))
            return None
        try:
            return Words.at(source, span, self._bar.speakers)
        except EditError as error:
            self.advice.emit(why(error))
            return None

    def dragged_words(self, data: QMimeData) -> Words | None:
        """The words that are being dragged, with who is said to say them."""
        return taken(data, self._map, self._bar.speakers)

    def carry_out(self, make: Make) -> Change | None:
        """Do an edit with the selected words, and let go of them once it is done."""
        change = self._performer.do(make)
        if change:
            self._text.clear_selection()
            self._bar.clear()
        return change

    def _make_step(self, polarity: Polarity) -> None:
        target = self._selection.target
        if target is None:
            self.advice.emit(self.tr("Select the claim that it bears on first, on the map."))
            return
        self._make_claim(target, polarity)

    def _make_claim(self, target: TargetId | None, polarity: Polarity) -> None:
        words = self.selected_words()
        change = self.carry_out(words.as_claim(target, polarity)) if words else None
        if change is None:
            return
        place = new_place(change)
        if place:
            self._performer.keep(lambda: self._reading.reveal(ClaimId(place[1])))
        if target is None:
            self._selection.set(place)
        self.claim_made.emit(place)

    # From words to their claim

    def show_claim(self) -> None:
        """Select the claim of the selected words, or of those the text cursor stands in."""
        span = self._text.selected_span()
        position = span[0] if span else self._text.caret()
        mark = None if position is None else self._text.mark_at(position)
        if mark is None and position and not span:  # right behind words, as after marking them
            mark = self._text.mark_at(position - 1)
        if mark:
            self.select_claim_of(mark.locution)
        else:
            self.advice.emit(self.tr("No claim rests on these words."))

    def select_claim_of(self, locution: str) -> None:
        """Select the claim of a saying on the map."""
        self.select_claim(self._map.locution(LocutionId(locution)).claim)

    def select_claim(self, claim: ClaimId) -> None:
        """Select a claim on the map, wherever it is folded away."""
        self._performer.keep(lambda: self._reading.reveal(claim))
        self._selection.set(self._reading.place_of((InferenceId(""), claim)))

    # The bar

    def offer_bar(self) -> None:
        """Show the bar under the selected words."""
        if not self._text.selected_span():
            self._bar.clear()
            return
        self._bar.offer(bears=self._selection.target is not None)
        self._bar.show_below(self._text.end_of_words(), self._text.viewport())

    def leave(self) -> None:
        """Close the bar, or leave the article if it is closed."""
        if self._bar.isVisible():
            self._bar.clear()
        else:
            self.left.emit()

    def _move_bar(self) -> None:
        """Keep the bar at its words while they are in view; nothing typed in it outlives that."""
        if not self._bar.isVisible():
            return
        corner = self._text.end_of_words()
        if self._text.viewport().rect().contains(corner):
            self._bar.show_below(corner, self._text.viewport())
        else:
            self._bar.clear()

    def _hide_bar_without_words(self) -> None:
        if not self._text.textCursor().hasSelection():
            self._bar.clear()

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

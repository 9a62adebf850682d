"""The left side: the article with its marks, and the gestures that make claims of its words."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.articles.anchors import mapped_sentences
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    ClaimId,
    InferenceId,
    Locution,
    LocutionId,
    Polarity,
    Source,
    SourceId,
    TargetId,
)
from app.model.errors import EditError
from resources.themes import Theme
from widgets.actions import Slots
from widgets.article.article_text import ArticleText, Mark, byline
from widgets.article.marking_bar import MarkingBar
from widgets.article.words import Words, taken
from widgets.commands import new_place
from widgets.labels import plain_label
from widgets.performing import Make, Performer
from widgets.reading import Reading
from widgets.selection import Selection
from widgets.translating import why


class ArticlePane(QWidget):
    """Shows the sources of a project, one at a time, and turns selected words into claims."""

    advice = Signal(str)
    claim_made = Signal(object)  # the key of its place
    left = Signal()  # with Esc

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self.setAccessibleName(self.tr("The article and what is marked in it"))
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._source: SourceId | None = None
        self.mapped = (0, 0)  # sentences of the shown source that are marked, and all
        self._choice = QComboBox(self)
        self._choice.setAccessibleName(self.tr("Article"))
        self._choice.activated.connect(self._choose)
        self.text = ArticleText(theme, self)
        self.bar = MarkingBar(theme, parent)  # floats over all of it
        empty = plain_label(
            self.tr(
                "No article yet.\n\nAdd one with Ctrl+Shift+O, or build the map on its own: "
                "press N on the map for a first claim."
            ),
            name="Muted",
        )
        empty.setContentsMargins(18, 24, 18, 18)
        empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.text)
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._choice)
        column.addWidget(self._pages)
        self._connect()
        self._show_sources()

    def _connect(self) -> None:
        self.text.words_selected.connect(self.offer_bar)
        self.text.mark_clicked.connect(self._select_claim_of)
        self.text.selectionChanged.connect(self._hide_bar_without_words)
        self.text.verticalScrollBar().valueChanged.connect(self._move_bar)
        self.text.left.connect(self._leave)
        self.bar.claim_wanted.connect(self.mark_claim)
        self.bar.reason_wanted.connect(self.mark_reason)
        self.bar.objection_wanted.connect(self.mark_objection)
        self.bar.done.connect(self.text.setFocus)
        self._reading.changed.connect(self._follow)
        self._selection.changed.connect(self._light_up)

    # Making claims of words

    def slots(self) -> Slots:
        """What carries out the actions on words of the article."""
        names = ("mark_claim", "mark_reason", "mark_objection", "mark_more", "set_speaker")
        return {name: getattr(self, name) for name in names}

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
        words = self._selected_words()
        if words:
            self.carry_out(words.as_mark(claim))

    def set_speaker(self) -> None:
        if self.text.selected_span():
            self.offer_bar()
            self.bar.ask_speaker()

    def show_claim(self) -> None:
        """Select the claim of the selected words, or of those the text cursor stands in."""
        span = self.text.selected_span()
        position = span[0] if span else self.text.caret()
        mark = None if position is None else self.text.mark_at(position)
        if mark is None and position and not span:  # right behind words, as after marking them
            mark = self.text.mark_at(position - 1)
        if mark:
            self._select_claim_of(mark.locution)
        else:
            self.advice.emit(self.tr("No claim rests on these words."))

    def show_words(self, claim: ClaimId) -> bool:
        """Scroll to the words of a claim, in a pane that is shown; whether there are any."""
        anchors = [s.anchor for s in self._map.locutions_of(claim) if s.anchor]
        if not anchors:
            return False
        self._show(anchors[0].source)
        self.show()
        splitter = self.parentWidget()
        if isinstance(splitter, QSplitter):
            splitter.refresh()  # it has a width now, so that places in the text are known
        self.text.show_span(anchors[0].start)
        self.text.setFocus()
        return True

    def _make_step(self, polarity: Polarity) -> None:
        target = self._selection.target
        if target is None:
            self.advice.emit(self.tr("Select the claim that it bears on first, on the map."))
            return
        self._make_claim(target, polarity)

    def _make_claim(self, target: TargetId | None, polarity: Polarity) -> None:
        words = self._selected_words()
        change = self.carry_out(words.as_claim(target, polarity)) if words else None
        if change is None:
            return
        place = new_place(change)
        if place:
            self._performer.keep(lambda: self._reading.reveal(ClaimId(place[1])))
        if target is None:
            self._selection.set(place)
        self.claim_made.emit(place)

    def _selected_words(self) -> Words | None:
        span, source = self.text.selected_span(), self.text.source
        if span is None or source is None:
            self.advice.emit(self.tr("Select some words of the article first."))
            return None
        try:
            return Words.at(source, span, self.bar.speakers)
        except EditError as error:
            self.advice.emit(why(error))
            return None

    def dragged_words(self, data: QMimeData) -> Words | None:
        """The words that are being dragged, with who is said to say them."""
        return taken(data, self._map, self.bar.speakers)

    def carry_out(self, make: Make) -> Change | None:
        """Do an edit with the selected words, and let go of them once it is done."""
        change = self._performer.do(make)
        if change:
            self.text.clear_selection()
            self.bar.clear()
        return change

    # The bar

    def offer_bar(self) -> None:
        """Show the bar under the selected words."""
        if not self.text.selected_span():
            self.bar.clear()
            return
        names = [speaker.name for speaker in self._map.speakers()]
        self.bar.offer(bears=self._selection.target is not None, names=names)
        self.bar.show_below(self.text.end_of_words(), self.text.viewport())

    def _leave(self) -> None:
        """Close the bar, or leave the article if it is closed."""
        if self.bar.isVisible():
            self.bar.clear()
        else:
            self.left.emit()

    def _move_bar(self) -> None:
        """Keep the bar at its words while they are in view; nothing typed in it outlives that."""
        if not self.bar.isVisible():
            return
        corner = self.text.end_of_words()
        if self.text.viewport().rect().contains(corner):
            self.bar.show_below(corner, self.text.viewport())
        else:
            self.bar.clear()

    def _hide_bar_without_words(self) -> None:
        if not self.text.textCursor().hasSelection():
            self.bar.clear()

    # Following

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

    def use_theme(self, theme: Theme) -> None:
        self.text.use_theme(theme)
        self.bar.use_theme(theme)

    def _follow(self, change: Change) -> None:
        known = {self._choice.itemData(i) for i in range(self._choice.count())}
        if {source.id for source in self._map.sources()} != known:
            self._show_sources()
        elif self._may_differ(change):
            self._show_marks()

    def _may_differ(self, change: Change) -> bool:
        """Whether a change can have touched marks, or the roles of claims that have some."""
        elements = (*change.before.values(), *change.after.values())
        touched = self._reading.touched
        return (
            touched.everything
            or any(isinstance(element, Locution | Source) for element in elements)
            or any(self._map.locutions_of(card.claim) for card in touched.turned)
        )

    def _show_sources(self) -> None:
        sources = self._map.sources()
        self._choice.clear()
        for source in sources:
            self._choice.addItem(source.title, source.id)
        self._choice.setVisible(len(sources) > 1)
        self._pages.setCurrentIndex(0 if sources else 1)
        ids = [source.id for source in sources]
        if self._source not in ids:
            self._source = ids[0] if ids else None
        if self._source:
            self._show(self._source)

    def _choose(self, index: int) -> None:
        self._show(SourceId(self._choice.itemData(index)))

    def _show(self, source_id: SourceId) -> None:
        self._source = source_id
        self._choice.setCurrentIndex(self._choice.findData(source_id))
        source = self._map.source(source_id)
        self.text.show_source(source, byline(source))
        self._show_marks()

    def _show_marks(self) -> None:
        if self._source is None:
            return
        cards = self._reading.outline.cards
        self.text.show_marks(
            [
                Mark(
                    saying.id,
                    saying.claim,
                    saying.anchor.start,
                    saying.anchor.end,
                    cards[saying.claim].role,
                )
                for saying in self._map.marks_in(self._source)
                if saying.anchor
            ]
        )
        self.mapped = mapped_sentences(self._map, self._source)

    def _light_up(self) -> None:
        self.text.light_up(self._selection.claim(self._map))

    def _select_claim_of(self, locution: str) -> None:
        claim = self._map.locution(LocutionId(locution)).claim
        self._performer.keep(lambda: self._reading.reveal(claim))
        self._selection.set(self._reading.place_of((InferenceId(""), claim)))

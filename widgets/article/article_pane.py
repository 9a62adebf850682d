"""The left side: the articles of a project, one at a time, with what is marked in them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.articles.marked import Marked
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Anchor,
    ClaimId,
    Locution,
    LocutionId,
    Source,
    SourceId,
    text_order,
)
from resources.themes import Theme
from widgets.actions import Slots
from widgets.article.article_text import ArticleText
from widgets.article.asked import AskedWords
from widgets.article.checking import MarkChecks
from widgets.article.mark_commands import MarkCommands
from widgets.article.marking_bar import MarkingBar
from widgets.article.setting import byline_of
from widgets.article.source_bar import SourceBar, Tab
from widgets.article.text_commands import TextCommands
from widgets.article.text_home import TextHome
from widgets.article.word_commands import WordCommands
from widgets.labels import plain_label
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection


class ArticlePane(QWidget):
    """Joins the tabs of the sources, the text of one, and what can be done with its words."""

    advice = Signal(str)
    claim_made = Signal(object)  # the key of its place
    left = Signal()  # with Esc
    wanted = Signal()  # the pane is to be seen, before it shows some place in a text
    source_shown = Signal()  # another source, or another text of it

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
        self._marked: Marked | None = None  # the marks of that source
        self._shown = LocutionId("")  # whose words were asked for last
        self.sources = SourceBar(theme, self)
        self.home = TextHome(self)
        self.text = ArticleText(theme, self)
        self.asked = AskedWords(self.text)
        self.bar = MarkingBar(performer, theme, parent)  # floats over all of it
        shared = (reading, selection, performer)
        self.words = WordCommands(*shared, (self.text, self.bar), self)
        self.marks = MarkCommands(*shared, self.text, self)
        self.texts = TextCommands(reading, performer, self.text, theme, self)
        self.checks = MarkChecks(performer, theme, self)
        self._lay_out()
        self._connect()
        self._show_sources()

    def _lay_out(self) -> None:
        empty = plain_label(
            self.tr(
                "No article yet.\n\nAdd one with Ctrl+Shift+O, or build the map on its own: "
                "press N on the map for a first claim."
            ),
            name="Muted",
        )
        empty.setContentsMargins(18, 24, 18, 18)
        empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.home.take(self.text)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.home)
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sources)
        column.addWidget(self.checks)
        column.addWidget(self.checks.asking)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.sources.chosen.connect(self.choose)
        self.text.left.connect(self._leave)
        self.text.words_selected.connect(self.offer_bar)
        self.words.left.connect(self.left)
        self.words.claim_made.connect(self.claim_made)
        self.marks.claim_wanted.connect(self.words.select_claim_of)
        for advising in (self.words, self.marks, self.texts):
            advising.advice.connect(self.advice)
        self.texts.changed.connect(self._begin_checks)
        self.texts.claim_wanted.connect(self._select_claim)
        self.checks.looked_at.connect(self._show_checked)
        self.checks.hand_wanted.connect(self.text.setFocus)
        self.checks.left.connect(self.text.setFocus)
        self._reading.changed.connect(self._follow)
        self._selection.changed.connect(self._light_up)

    def slots(self) -> Slots:
        """What carries out the actions on the article and its words."""
        return {
            **self.words.slots(),
            **self.marks.slots(),
            **self.texts.slots(),
            "mark_claim": self.mark_claim,
            "next_source": lambda: self.sources.step(1),
            "previous_source": lambda: self.sources.step(-1),
            "check_marks": self.check_marks,
            "accept_marks": self.checks.accept_all,
        }

    def mark_claim(self) -> None:
        """Make a claim of the selected words, or use them for what they are asked for."""
        if self.asked.is_on:
            self.asked.take()
        elif not self.checks.is_by_hand:
            self.words.mark_claim()
        elif words := self.words.selected_words():
            self.checks.use_words(words.anchor)
            self.text.clear_selection()

    def check_marks(self) -> None:
        """Go to the marks that need a look, in this article or in another one."""
        ids = [source.id for source in self._map.sources() if self._map.marks_to_check(source.id)]
        if not ids:
            self.advice.emit(self.tr("No mark needs a look."))
            return
        if self._source not in ids:
            self._show(ids[0])
        self.wanted.emit()
        self.checks.begin()

    def show_words(self, claim: ClaimId) -> bool:
        """Scroll to the words of a claim; whether there are any. Of several, the next each time."""
        sayings = [saying for saying in self._map.locutions_of(claim) if saying.anchor]
        sayings.sort(key=text_order)
        here = next((i for i, one in enumerate(sayings) if one.id == self._shown), -1)
        return bool(sayings) and self.show_saying(sayings[(here + 1) % len(sayings)].id)

    def show_saying(self, locution: LocutionId) -> bool:
        """Scroll to the words of a saying, or to where they are asked for, if there are any."""
        saying = self._map.locution(locution)
        self._shown = locution
        if saying.former:
            self._show(saying.former.source)
            self.wanted.emit()
            return self.checks.begin(locution)
        if saying.anchor:
            self.show_anchor(saying.anchor)
            self.text.activate(locution)
        return saying.anchor is not None

    def show_anchor(self, anchor: Anchor) -> None:
        """Scroll to marked words, in a pane that is shown."""
        self._show(anchor.source)
        self.wanted.emit()
        self.text.show_span(anchor.start)
        self.text.setFocus()

    def offer_bar(self) -> None:
        """Show the bar under the selected words, unless they are to be selected for a mark."""
        if not self.checks.is_by_hand and not self.asked.is_on:
            self.words.offer_bar()

    def _leave(self) -> None:
        if self.asked.is_on:
            self.asked.leave()
        elif self.checks.is_by_hand:
            self.checks.stop_by_hand()
        else:
            self.words.leave()

    # Marks that need a look

    def _begin_checks(self) -> None:
        if self._source and self._map.marks_to_check(self._source):
            self.checks.begin()

    def _show_checked(self, locution: str) -> None:
        """Show where the words of a saying are, or were, and its claim on the map."""
        saying = self._map.locution(LocutionId(locution))
        self.words.select_claim_of(locution)
        anchor = saying.anchor or saying.former
        if anchor and self.text.source:
            self.text.show_span(min(anchor.start, len(self.text.source.text)))

    def _select_claim(self, claim: str) -> None:
        if claim in self._map:
            self.words.select_claim(ClaimId(claim))
        else:
            self.advice.emit(self.tr("This claim is not in the map any more."))

    # Following

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

    def use_theme(self, theme: Theme) -> None:
        for part in (self.sources, self.text, self.bar, self.texts, self.checks):
            part.use_theme(theme)

    def _follow(self, change: Change) -> None:
        elements = (*change.before.values(), *change.after.values())
        if any(isinstance(element, Source) for element in elements):
            self._follow_sources(change)
            return
        is_other = self._marked is not None and self._marked.follow(change)
        if is_other or self._may_differ(change):
            self._show_tabs()
            self._show_marks()

    def _follow_sources(self, change: Change) -> None:
        """Show other articles; the marks of one that is as it was need not be found anew."""
        if self._marked:
            source = self._marked.source
            is_same = source.id in self._map and self._map.source(source.id) == source
            if is_same:
                self._marked.follow(change)
            else:
                self._marked = None
        self._show_sources()

    def _may_differ(self, change: Change) -> bool:
        """Whether a change can have touched marks, or the roles of claims that have some."""
        elements = (*change.before.values(), *change.after.values())
        touched = self._reading.touched
        return (
            touched.everything
            or any(isinstance(element, Locution) for element in elements)
            or any(self._map.locutions_of(card.claim) for card in touched.turned)
        )

    def _show_sources(self) -> None:
        ids = [source.id for source in self._map.sources()]
        if self._source not in ids:
            kept = self._performer.document.view_state.source
            self._source = kept if kept in ids else next(iter(ids), None)
        self._pages.setCurrentIndex(0 if ids else 1)
        if self._source:
            self._show(self._source)
        else:
            self._show_tabs()

    def choose(self, source: str) -> None:
        """Show a source, and remember for the next time that it was read."""
        self._show(SourceId(source))
        document = self._performer.document
        state = document.view_state.changed(source=source)
        self._performer.keep(lambda: document.keep_view(state))

    def _show(self, source_id: SourceId) -> None:
        if source_id != self._source:
            self.bar.clear()
        self._source = source_id
        source = self._map.source(source_id)
        self._show_tabs()
        shown = self.text.source
        going_on = self.text.going_on(source) if shown and shown.id == source_id else None
        if self._marked is None or self._marked.source != source:
            self._marked = Marked(self._map, source_id)
        self._show_marks()
        if shown is None or (shown.id, shown.text) != (source.id, source.text):
            self.source_shown.emit()
        if going_on:
            going_on()

    def _show_tabs(self) -> None:
        tabs = [
            Tab(source.id, source.title, len(self._map.marks_to_check(source.id)))
            for source in self._map.sources()
        ]
        self.sources.show_sources(tabs, self._source)
        self.checks.show_marks(self._source)

    def _show_marks(self) -> None:
        if self._marked:
            self.text.show_article(self._marked, byline_of(self._marked))

    def _light_up(self) -> None:
        self.text.light_up(self._selection.claim(self._map))

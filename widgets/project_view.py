"""An open project: the article, the map and the details side by side, and what they share."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.document import Document
from app.layout.arrangement import Arranger
from app.model.change import Change
from app.model.elements import ClaimId, LocutionId, Speaker
from resources.themes import Theme
from widgets.actions import Slots
from widgets.announcing import Announcing
from widgets.article.article_pane import ArticlePane
from widgets.canvas.canvas_pane import CanvasPane
from widgets.canvas.drawn_words import drawn_words
from widgets.canvas.legend import Legend
from widgets.canvas.scope_bar import ScopeBar
from widgets.canvas.word_drops import WordDrops
from widgets.commands import MapCommands
from widgets.drafting.panel import DraftPanel
from widgets.filtering import Filtering
from widgets.find_bar import FindBar
from widgets.fonts import QtMeasure
from widgets.history.looking_back import LookingBack
from widgets.history.panel import HistoryPanel
from widgets.inspector import Inspector
from widgets.outline.panel import OutlinePanel
from widgets.panes import Panes
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection
from widgets.showing import Showing
from widgets.side_tabs import SideTabs
from widgets.speakers.panel import SpeakersPanel
from widgets.structure_commands import StructureCommands
from widgets.value_palette import ValuePalette
from widgets.view_commands import ViewCommands


class Marking:
    """What marks claims on the map: what they are tinted by, and the words that were looked for."""

    def __init__(self, filtering: Filtering, find_bar: FindBar) -> None:
        self.mark_of = filtering.mark_of
        self.spans_in = find_bar.spans_in


class ProjectView(QWidget):
    """Joins the views of one document."""

    advice = Signal(str)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.reading = Reading(document, Arranger(QtMeasure(), words=drawn_words()), self)
        self.selection = Selection(self)
        self.performer = Performer(document, self)
        shared = (self.reading, self.selection, self.performer)
        self.commands = MapCommands(*shared, self)
        self.view_commands = ViewCommands(*shared, self)
        self.structure = StructureCommands(*shared, self.commands, self)
        self.outline = OutlinePanel(*shared, theme, self)  # before what changes the selection
        self.filtering = Filtering(self.reading, self.performer, self)
        self.showing = Showing(*shared, self.filtering, self)
        self.article = ArticlePane(*shared, theme, self)
        self.canvas = CanvasPane(*shared, self.commands, theme, self)
        self.inspector = Inspector(*shared, self)
        self.speakers = SpeakersPanel(*shared, self.filtering, theme, self)
        self.draft = DraftPanel(*shared, self.article, theme, self)
        self.history = HistoryPanel(self.reading, theme, self)
        self.looking = LookingBack(shared, self.canvas, self.history, theme, self)
        self.left = SideTabs("left", self.tr("Left side of the window"), self)
        self.side = SideTabs("right", self.tr("Right side of the window"), self)
        self.panes = Panes(self.left, self.looking.stack, self.side, self)
        self.announcing = Announcing(self.reading, self.selection, self.canvas.view, self)
        self._lay_on_map(theme)
        self._lay_out()
        self._connect()

    def _lay_on_map(self, theme: Theme) -> None:
        """Make what lies on and above the map."""
        shared = (self.reading, self.selection, self.performer)
        hand = (self.article.words.dragged_words, self.article.words.carry_out)
        view = self.canvas.view
        self.word_drops = WordDrops(view, shared, *hand, theme)
        self.legend = Legend(self.filtering, theme, view.viewport())
        self.find_bar = FindBar(*shared, theme, self.canvas)
        self.scope_bar = ScopeBar(self.reading, self.showing, theme, self.canvas)
        self.canvas.put_above(self.find_bar)
        self.canvas.put_above(self.scope_bar)
        view.marks = Marking(self.filtering, self.find_bar)

    def _lay_out(self) -> None:
        self.left.addTab(self.article, self.tr("Article"))
        self.left.addTab(self.draft, self.tr("Draft"))
        self.left.addTab(self.speakers, self.tr("Speakers"))
        self.left.setCornerWidget(self.article.sources.menu_button)
        self.side.addTab(self.inspector, self.tr("Details"))
        self.side.addTab(self.outline, self.tr("Outline"))
        self.side.addTab(self.history, self.tr("History"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._count_speakers()
        self._count_suggestions()

    def _connect(self) -> None:
        view = self.canvas.view
        talkers = (self.commands, self.structure, self.outline.commands, self.article, self.looking)
        for advising in talkers:
            advising.advice.connect(self.advice)
        for changed in (self.filtering.changed, self.find_bar.found):
            changed.connect(view.viewport().update)
        self.article.text.claim_hovered.connect(view.point_at)
        for there in (view, self.outline.tree):
            there.claim_hovered.connect(self.article.text.point_at)
        self.find_bar.left.connect(view.setFocus)
        self.article.claim_made.connect(view.ensure_visible)
        self.article.wanted.connect(lambda: self.panes.bring(self.article))
        self.inspector.words_wanted.connect(self._show_locution)
        self.speakers.wanted.connect(lambda: self.panes.bring(self.speakers))
        self.speakers.going.words_wanted.connect(self._show_locution)
        self.speakers.going.map_wanted.connect(view.setFocus)
        self.speakers.going.advice.connect(self.advice)
        self.draft.wanted.connect(lambda: self.panes.bring(self.draft))
        self.draft.advice.connect(self.advice)
        self.draft.claim_made.connect(view.ensure_visible)
        self.draft.ghost_wanted.connect(self._show_ghost)
        self.draft.counted.connect(self._count_suggestions)
        self.left.currentChanged.connect(self._follow_left_tab)
        self.reading.changed.connect(self._follow)

    def slots(self) -> Slots:
        """What carries out the actions on an open project."""
        slots = {
            **self.commands.slots(),
            **self.view_commands.slots(),
            **self.structure.slots(),
            **self.canvas.slots(),
            **self.article.slots(),
            **self.filtering.slots(),
            **self.find_bar.slots(),
            **self.showing.slots(),
            "show_only": self.choose_shown,
            "show_words": self.show_words,
            "show_claim": self.show_claim,
            **self.speakers.slots(),
            **self.draft.slots(),
            **self.looking.slots(),
            "toggle_history": lambda: self.toggle_side(self.history),
            "toggle_draft": lambda: self.toggle_side(self.draft),
            "toggle_article": lambda: self.toggle_side(self.article),
            "toggle_speakers": lambda: self.toggle_side(self.speakers),
            "toggle_inspector": lambda: self.toggle_side(self.inspector),
            "toggle_outline": lambda: self.toggle_side(self.outline),
        }
        in_outline = self.outline.slots()
        return slots | {
            name: self._by_focus(slots[name], there) for name, there in in_outline.items()
        }

    def _by_focus(
        self, here: Callable[[], object], in_outline: Callable[[], object]
    ) -> Callable[[], object]:
        """Carry out an action in the outline if that is where the person works."""
        return lambda: in_outline() if self.outline.has_focus else here()

    def toggle_side(self, panel: QWidget) -> None:
        """Show a panel on its side, or fold the side away if it is shown already."""
        was_within = self.panes.side_of(panel).isAncestorOf(QApplication.focusWidget() or self)
        if self.panes.toggle(panel):
            if panel in {self.outline, self.speakers, self.draft, self.history}:
                panel.setFocus()
        elif was_within:
            self.canvas.view.setFocus()
        if not self.article.isVisible():
            self.article.bar.clear()  # which lies over all of the window

    def choose_shown(self) -> None:
        """Offer all that claims can be told apart by, to show only some of them."""
        choice = ValuePalette(self.filtering, self.window())
        choice.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choice.open_over(self.window())

    def show_words(self) -> None:
        """Go from the selected claim to its words in the article."""
        claim = self.selection.claim(self.reading.map)
        if claim and not self.article.show_words(claim):
            self.advice.emit(self.tr("This claim rests on no words of an article."))

    def show_claim(self) -> None:
        """Go from the words under the text cursor to their claim on the map."""
        self.article.words.show_claim()
        self.canvas.view.setFocus()

    def use_theme(self, theme: Theme) -> None:
        self.article.use_theme(theme)
        self.speakers.use_theme(theme)
        self.draft.use_theme(theme)
        self.outline.use_theme(theme)
        self.canvas.use_theme(theme)
        self.word_drops.use_theme(theme)
        self.legend.use_theme(theme)
        self.find_bar.use_theme(theme)
        self.scope_bar.use_theme(theme)
        self.history.use_theme(theme)
        self.looking.use_theme(theme)

    def settle(self) -> bool:
        """Keep what is being typed anywhere; whether the library took it all."""
        left = self.canvas.leave_editor() and self.outline.leave_editor()
        return left and self.inspector.keep() and self.speakers.keep()

    def close_document(self) -> None:
        """Stop following the document, and close what is open about it."""
        self.speakers.close_windows()
        self.draft.stop()
        self.history.leave()
        self.reading.close()

    def _follow(self, change: Change) -> None:
        elements = (*change.before.values(), *change.after.values())
        if any(isinstance(element, Speaker) for element in elements):
            self._count_speakers()

    def _follow_left_tab(self) -> None:
        self.article.bar.clear()
        is_article = self.left.currentWidget() is self.article
        if is_article:
            self.article.home.take(self.article.text)
        self.article.sources.menu_button.setVisible(is_article)

    def _count_speakers(self) -> None:
        number = len(self.reading.map.speakers())
        words = self.tr("Speakers · {n}").format(n=number) if number else self.tr("Speakers")
        self.left.setTabText(self.left.indexOf(self.speakers), words)

    def _show_ghost(self, claims: tuple[ClaimId, ClaimId] | None) -> None:
        self.canvas.view.ghost = claims
        self.canvas.view.viewport().update()

    def _count_suggestions(self) -> None:
        number = self.draft.count
        words = self.tr("Draft · {n}").format(n=number) if number else self.tr("Draft")
        self.left.setTabText(self.left.indexOf(self.draft), words)

    def _show_locution(self, locution: str) -> None:
        self.article.show_saying(LocutionId(locution))

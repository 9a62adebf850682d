"""The Draft tab: the article above, and below it what was found in it, to be decided one by one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from resources.themes import Theme
from widgets.actions import Slots
from widgets.alerting import announce
from widgets.article.article_pane import ArticlePane
from widgets.article.text_home import TextHome
from widgets.asking.asking import Asking
from widgets.asking.drafter import Drafter
from widgets.drafting.cards_list import CardsList
from widgets.drafting.commands import DraftCommands
from widgets.drafting.drafts import Drafts
from widgets.drafting.foot import Foot, Head
from widgets.drafting.model import DraftModel, State
from widgets.drafting.pages import StartPage, WorkingPage
from widgets.drafting.span_painting import SpanPainter
from widgets.drafting.suggestions import Sort, Suggestion
from widgets.drafting.words import notice_words, outcome_words
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection

_WIDE = 640  # pixels from which the list stands beside the text


class DraftPanel(QWidget):
    """Joins the article with its suggestions and what can be done with one."""

    wanted = Signal()  # to be seen
    advice = Signal(str)
    claim_made = Signal(object)  # the key of its place
    ghost_wanted = Signal(object)  # two claims that may hang together, or None
    counted = Signal()

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        article: ArticlePane,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Draft"))
        self._article = article
        self.drafts = Drafts(reading, performer, article, self)
        self.drafter = Drafter(self.drafts, self)
        self.model = DraftModel()
        self.home = TextHome(self)
        self.start = StartPage(self)
        self.working = WorkingPage(self)
        self.head = Head(self)
        self.list = CardsList(self.model, theme, self)
        self.foot = Foot(performer, self)
        self._spans = SpanPainter(theme)
        self._open: set[str] = set()  # what was listed as open the last time
        self._seen: Suggestion | None = None  # whose words were shown last
        self.commands = DraftCommands(
            (reading, selection, performer), self.drafts, article, self.list, self.foot
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self._show()

    def _lay_out(self) -> None:
        listed = QWidget(self)
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.foot.asking)
        rows.addWidget(self.foot)
        self._listed = listed
        self._pages = QStackedWidget(self)
        for page in (self.start, self.working, listed):
            self._pages.addWidget(page)
        below = QWidget(self)
        lines = QVBoxLayout(below)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.drafter.bar)
        lines.addWidget(self._pages, 1)
        self._halves = QSplitter(Qt.Orientation.Vertical, self)
        self._halves.setHandleWidth(1)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.home)
        self._halves.addWidget(below)
        self._halves.setSizes([380, 520])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._halves)

    def _connect(self) -> None:
        self.drafts.changed.connect(self._show)
        self.drafts.progressed.connect(self.working.show_share)
        self.drafts.finished.connect(self._begin)
        self.drafts.failed.connect(self.advice)
        self.drafter.advice.connect(self.advice)
        self.drafter.started.connect(self.working.button.setFocus)
        self.drafter.changed.connect(self._show)
        self.commands.advice.connect(self.advice)
        self.commands.claim_made.connect(self.claim_made)
        self.start.wanted.connect(self.draft)
        self.start.set_up_wanted.connect(self.drafter.set_up)
        self.working.stopped.connect(self.drafts.stop)
        self.head.all.clicked.connect(self.accept_likely)
        self.foot.accept.clicked.connect(self.commands.accept)
        self.foot.reason.clicked.connect(self.commands.accept_reason)
        self.foot.objection.clicked.connect(self.commands.accept_objection)
        self.foot.reject.clicked.connect(self.commands.reject)
        self.foot.rejected.toggled.connect(self._show)
        self.foot.guesses.clicked.connect(self.drafts.show_guesses)
        self.foot.left.connect(self.list.setFocus)
        self.list.chosen.connect(self._look)
        self.list.taken_back.connect(self.drafts.take_back)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {
            **{name: partial(self._in_sight, slot) for name, slot in self.commands.slots().items()},
            "draft_article": self.draft,
            "draft_by_model": self.draft_by_model,
            "set_up_model": self.drafter.set_up,
            "accept_likely": self.accept_likely,
        }

    def _in_sight(self, slot: Callable[[], object]) -> None:
        """Do something with the chosen suggestion, or only show it if it was not to be seen."""
        if self.isVisible():
            slot()
        else:
            self.wanted.emit()
            self.list.setFocus()

    def use_theme(self, theme: Theme) -> None:
        self.list.use_theme(theme)
        self._spans.theme = theme

    def use_asking(self, asking: Asking) -> None:
        """Offer to ask the model that is set up."""
        self.drafter.use(asking)

    def stop(self) -> None:
        """Stop what is under way, since the project is left."""
        self.drafts.stop()

    @property
    def count(self) -> int:
        """How many suggestions there are to decide."""
        return self.drafts.number(State.OPEN)

    def draft(self) -> None:
        """Draft from the article that is shown."""
        self.wanted.emit()
        self.drafter.draft()

    def draft_by_model(self) -> None:
        """Draft from the article by asking a language model."""
        self.wanted.emit()
        self.drafter.draft_by_model()

    def accept_likely(self) -> None:
        """Accept all that is likely right as it is, if the person says so."""
        likely = self.drafts.likely()
        if not likely:
            self.advice.emit(self.tr("There are no likely suggestions to accept."))
            return
        question = self.tr("Accept {n} likely suggestions as claims of their own?")
        if len(likely) == 1:
            question = self.tr("Accept 1 likely suggestion as a claim of its own?")
        answer = QMessageBox.question(self, self.tr("Draft"), question.format(n=len(likely)))
        if answer is QMessageBox.StandardButton.Yes:
            self.commands.accept_all(likely)
            self.list.setFocus()

    # Showing

    def _begin(self) -> None:
        """Go to the first suggestion once there are any, and say what a model brought."""
        self.list.go_to(self.model.near(0))
        announce(self.head.outcome, self.head.outcome.text())

    def _show(self) -> None:
        """Show what there is to decide, and stay where the list was."""
        drafts, source = self.drafts, self.drafts.source
        made = drafts.made
        notice = notice_words(made.notice) if made else ""
        self.start.tell(notice or self.drafter.lead, drafts.trouble, drafted=made is not None)
        self.start.offer(article=source is not None, model=not self.drafter.is_offered)
        self.working.tell(self.drafter.model)
        self._fill(source.text if source else "")
        self.head.tell(self.count, has_likely=drafts.has_likely)
        self.head.remark(outcome_words(made) if made else "", drafts.trouble)
        self.foot.tell(drafts.number(State.ACCEPTED), drafts.number(State.REJECTED))
        self.foot.tell_guesses(drafts.guesses, shown=drafts.shows_guesses)
        self.list.can_take_back = drafts.can_take_back
        self._turn_to_page()
        self.counted.emit()

    def _turn_to_page(self) -> None:
        """Show the page that there is something on; the keyboard goes along if it was here."""
        page: QWidget = self.start
        entrance: QWidget = self.start.button
        if self.drafts.is_running:
            page, entrance = self.working, self.working.button
        elif self.drafts.suggestions:
            page, entrance = self._listed, self.list
        bar = self.drafter.bar
        bar.setVisible(self.drafter.is_offered and not self.drafts.is_running)
        bar.again.setVisible(page is self._listed)
        if page is not self._pages.currentWidget():
            within = self._pages.isAncestorOf(QApplication.focusWidget() or self)
            self._pages.setCurrentWidget(page)
            if within:
                entrance.setFocus()

    def _fill(self, text: str) -> None:
        one, place = self.list.current(), self.list.currentIndex().row()
        scrolled = self.list.verticalScrollBar().value()
        before = self._open
        self.model.show(
            text,
            self.drafts.suggestions,
            self.drafts.states,
            rejected=self.foot.rejected.isChecked(),
            guesses=self.drafts.shows_guesses,
        )
        states = self.drafts.states
        self._open = {key for key, state in states.items() if state is State.OPEN}
        index = self._returned(before) if before else QModelIndex()
        if not index.isValid() and one:
            index = self.model.index_of(one.key)
        if not index.isValid() and place >= 0:
            index = self.model.near(place)
        self.list.verticalScrollBar().setValue(scrolled)
        self.list.go_to(index)
        self._spans.show([s for s in self.model.suggestions if s.key in self._open])
        self._look()

    def _returned(self, before: set[str]) -> QModelIndex:
        """The row of a suggestion that is open again, as after undo."""
        new = self._open - before
        those = self.model.suggestions if new else []
        back = [s for s in those if s.key in new and s.sort is not Sort.RELATION]
        return self.model.index_of(back[0].key) if back else QModelIndex()

    def _look(self) -> None:
        """Show where the words of the chosen suggestion are, and between which claims it leads."""
        one = self.list.current()
        is_rejected = one is not None and self.drafts.states.get(one.key) is State.REJECTED
        self.foot.offer(one, is_rejected=is_rejected)
        if not self.isVisible():
            return
        self._spans.choose(one)
        if one and one != self._seen and self._article.text.source:
            self._article.text.show_span(one.start)
        self._seen = one
        self._article.text.viewport().update()
        self.ghost_wanted.emit(self.drafts.ends(one) if one and one.sort is Sort.RELATION else None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.home.take(self._article.text)
        self._article.text.paint_also(self._spans.paint)
        self._look()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.commands.stop_asking()
        self._article.text.paint_also(None)
        self.ghost_wanted.emit(None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self._halves.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

"""What the person can do with the suggestion that the list is at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.articles.text import Span, end_moved, start_moved
from app.model.elements import ClaimId, Polarity, TargetId
from widgets.actions import Slots
from widgets.article.article_pane import ArticlePane
from widgets.commands import new_place
from widgets.drafting.accepting import as_claim, as_claims, as_link
from widgets.drafting.cards_list import CardsList
from widgets.drafting.drafts import Drafts
from widgets.drafting.foot import Foot
from widgets.drafting.model import State
from widgets.drafting.suggestions import Sort, Suggestion, marked_span
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection

_POLARITIES = {
    "supports": Polarity.SUPPORT,
    "rebuts": Polarity.ATTACK,
    "concedes": Polarity.ATTACK,
}
"""What relations are accepted as when nothing else is said."""


class DraftCommands(QObject):
    """Carries out the actions on a suggestion."""

    advice = Signal(str)
    claim_made = Signal(object)  # the key of its place

    def __init__(
        self,
        shared: tuple[Reading, Selection, Performer],
        drafts: Drafts,
        article: ArticlePane,
        cards: CardsList,
        foot: Foot,
    ) -> None:
        super().__init__(cards)
        self._reading, self._selection, self._performer = shared
        self._drafts = drafts
        self._article = article
        self._list = cards
        self._foot = foot
        foot.names_taken.connect(self._name)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {
            "accept_draft": self.accept,
            "accept_reason": self.accept_reason,
            "accept_objection": self.accept_objection,
            "adjust_draft": self.adjust,
            "draft_end_left": partial(self._move, end_moved, -1),
            "draft_end_right": partial(self._move, end_moved, 1),
            "draft_start_left": partial(self._move, start_moved, -1),
            "draft_start_right": partial(self._move, start_moved, 1),
            "draft_speaker": self.ask_speaker,
            "reject_draft": self.reject,
        }

    # Accepting

    def accept(self) -> None:
        """Make a claim of its own of it; of a relation, what its words suggest."""
        one = self._current()
        if one is None:
            return
        if one.sort is not Sort.RELATION:
            self._claim(one, None, Polarity.SUPPORT)
        elif one.kind in _POLARITIES:
            self._link(one, _POLARITIES[one.kind])
        else:
            self.advice.emit(
                self.tr("Press O for an objection, R for a reason, X if they only contrast.")
            )

    def accept_reason(self) -> None:
        self._accept_as(Polarity.SUPPORT)

    def accept_objection(self) -> None:
        self._accept_as(Polarity.ATTACK)

    def _accept_as(self, polarity: Polarity) -> None:
        one, target = self._current(), self._selection.target
        if one is None:
            return
        if one.sort is Sort.RELATION:
            self._link(one, polarity)
        elif target is None:
            self.advice.emit(self.tr("Select the claim that it bears on first, on the map."))
        else:
            self._claim(one, target, polarity)

    def _claim(self, one: Suggestion, target: TargetId | None, polarity: Polarity) -> None:
        source = self._drafts.source
        change = self._performer.do(as_claim(source, one, target, polarity)) if source else None
        place = new_place(change) if change else None
        if place:
            self._performer.keep(lambda: self._reading.reveal(ClaimId(place[1])))
            if target is None:
                self._selection.set(place)
            self.claim_made.emit(place)

    def _link(self, one: Suggestion, polarity: Polarity) -> None:
        ends = self._drafts.ends(one)
        if ends:
            self._performer.do(as_link(ends, polarity))

    def accept_all(self, those: list[Suggestion]) -> None:
        """Make free claims of all these, in one step."""
        if self._drafts.source:
            self._performer.do(as_claims(self._drafts.source, those))

    def reject(self) -> None:
        """Suggest it no more; or again, if that was said before."""
        one = self._current()
        if one is None:
            return
        if self._drafts.states.get(one.key) is State.REJECTED:
            self._drafts.restore(one)
        else:
            self._drafts.reject(one)

    # Changing it before

    def adjust(self) -> None:
        """Let the person select other words in the text."""
        one, source = self._adjustable(), self._drafts.source
        if one is None or source is None:
            return
        self._article.asked.ask(partial(self._use_words, one), self.stop_asking)
        self._foot.asking.show()
        self._article.text.select_span(*marked_span(source.text, one))
        self._article.text.setFocus()

    def stop_asking(self) -> None:
        """Ask for words no more; back to the list."""
        if self._article.asked.is_on:
            self._article.asked.end()
            self._foot.asking.hide()
            self._article.text.clear_selection()
            self._list.setFocus()

    def _use_words(self, one: Suggestion, span: Span) -> None:
        self.stop_asking()
        self._drafts.change(one.with_words(span))

    def _move(self, moved: Callable[[str, Span, int], Span], by: int) -> None:
        """Let its words begin or end elsewhere."""
        one, source = self._adjustable(), self._drafts.source
        if one and source:
            way = -by if self._article.text.is_rtl else by
            span = moved(source.text, marked_span(source.text, one), way)
            self._drafts.change(one.with_words(span))

    def _adjustable(self) -> Suggestion | None:
        one = self._current()
        return None if one is None or one.sort is Sort.RELATION else one

    def _current(self) -> Suggestion | None:
        """The suggestion that the list is at; without one, says so."""
        one = self._list.current()
        if one is None:
            self.advice.emit(self.tr("Choose a suggestion in the Draft tab first."))
        return one

    def ask_speaker(self) -> None:
        one = self._adjustable()
        if one:
            self._foot.ask_names(one.speakers)

    def _name(self, names: list[str]) -> None:
        one = self._adjustable()
        if one:
            self._drafts.change(one.with_speakers(tuple(names)))

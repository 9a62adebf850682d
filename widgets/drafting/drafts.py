"""The drafts of articles while their project is open, and what became of each suggestion."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.model.change import Change
from app.model.elements import ClaimId, Inference, Locution, Source, SourceId, Speaker
from widgets.article.article_pane import ArticlePane
from widgets.drafting.deciding import Deciding
from widgets.drafting.merging import merged
from widgets.drafting.model import State
from widgets.drafting.suggestions import Drafted, Sort, Suggestion
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.working import Reporter, Work

Drafting = Callable[[str, Reporter], Drafted]
"""Makes suggestions for a text, beside the window."""

_CONCERN = (Locution, Speaker, Inference)
_NOTHING = Drafted(())


class Drafts(QObject):
    """Drafts from the article that is shown, and follows the map and the article.

    A draft holds for one text; with another one it is gone. Only rejections are kept.
    """

    changed = Signal()  # what is suggested, or what became of it
    progressed = Signal(float)
    finished = Signal()  # with suggestions or without
    failed = Signal(str)

    def __init__(
        self, reading: Reading, performer: Performer, article: ArticlePane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._performer = performer
        self._article = article
        self._made: dict[SourceId, tuple[str, Drafted]] = {}
        self._work: Work | None = None
        self._rejections: list[str] = []  # since the last edit of the map
        self.trouble = ""  # why the last run failed
        self.states: Mapping[str, State] = {}
        reading.changed.connect(self._follow)
        article.source_shown.connect(self._show_other)

    # The run

    @property
    def is_running(self) -> bool:
        return self._work is not None and self._work.is_running

    def run(self, drafting: Drafting) -> None:
        """Draft from the article that is shown, beside the window."""
        source = self.source
        if source is None:
            return
        self.stop()
        self.trouble = ""
        text = source.text
        work = self._work = Work(lambda reporter: drafting(text, reporter), self)
        work.progressed.connect(self.progressed)
        work.done.connect(lambda made: self.take(source, made))
        work.failed.connect(lambda sentence, _error: self.fail(sentence))
        for over in (work.done, work.failed, work.cancelled):
            over.connect(self._end)
            over.connect(work.deleteLater)
        work.start()
        self.tell()

    def stop(self) -> None:
        """Want no more what is being drafted."""
        if self._work:
            self._work.cancel()

    def take(self, source: Source, made: Drafted) -> None:
        """Have these suggestions for an article from now on, beside those from elsewhere."""
        text, before = self._made.get(source.id, ("", _NOTHING))
        together = merged(before if text == source.text else _NOTHING, made)
        self._made[source.id] = source.text, together
        self.tell()
        self.finished.emit()

    def fail(self, sentence: str) -> None:
        """Say why nothing is drafted; what there is stays."""
        self.trouble = sentence
        self.failed.emit(sentence)
        self.tell()

    def _end(self) -> None:
        self._work = None
        self.tell()

    # What there is

    @property
    def source(self) -> Source | None:
        """The article that is shown."""
        source = self._article.text.source
        return source if source and source.id in self._reading.map else None

    @property
    def made(self) -> Drafted | None:
        """What was drafted from the text that is shown; None if nothing was tried."""
        source = self.source
        text, made = self._made.get(source.id, ("", _NOTHING)) if source else ("", _NOTHING)
        return made if source and source.id in self._made and text == source.text else None

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        return (self.made or _NOTHING).suggestions

    def number(self, state: State) -> int:
        """How many suggestions are in a state; what is suggested twice counts once."""
        those = [one for one in self.suggestions if not one.is_twin]
        return sum(self.states.get(one.key) is state for one in those)

    @property
    def guesses(self) -> int:
        """How many of those that are open are but guesses."""
        those = [one for one in self.suggestions if one.is_guess]
        return sum(self.states.get(one.key) is State.OPEN for one in those)

    def ends(self, relation: Suggestion) -> tuple[ClaimId, ClaimId] | None:
        """The claims that a relation leads from and to, if both are on the map."""
        marked = self._article.text.marked
        return Deciding(self._reading.map, marked).ends(relation) if marked else None

    @property
    def has_likely(self) -> bool:
        """Whether anything open is likely to be right as it is."""
        return any(map(self._is_likely, self.suggestions))

    def likely(self) -> list[Suggestion]:
        """What is open and likely to be right as it is, no words twice for the same speaker."""
        found: list[Suggestion] = []
        behind: dict[tuple[str, ...], int] = {}  # how far in the text each has been taken
        for one in sorted(filter(self._is_likely, self.suggestions), key=lambda one: one.start):
            speaker = one.speakers[:1]
            if one.start >= behind.get(speaker, 0):
                found.append(one)
                behind[speaker] = max(span.end for span in one.content)
        return found

    def _is_likely(self, one: Suggestion) -> bool:
        is_open = self.states.get(one.key) is State.OPEN
        return is_open and one.sort is Sort.SAYING and one.confidence == "likely"

    # What the person does

    def change(self, new: Suggestion) -> None:
        """Have a suggestion as the person wants it, in the place of the one with its key."""
        source, made = self.source, self.made
        if source and made:
            those = tuple(new if one.key == new.key else one for one in made.suggestions)
            self._made[source.id] = source.text, replace(made, suggestions=those)
            self.tell()

    def reject(self, one: Suggestion) -> None:
        """Suggest this no more, not even when the project is opened again."""
        self._keep(one.key, rejected=True)
        self._rejections.append(one.key)
        self.tell()

    @property
    def shows_guesses(self) -> bool:
        """Whether what is but a guess is wanted in the list."""
        return self._reading.document.view_state.guesses

    def show_guesses(self, wanted: bool) -> None:  # noqa: FBT001  a slot
        """List what is but a guess too, or leave it out; kept with the project."""
        document = self._reading.document
        state = document.view_state.changed(guesses=wanted)
        self._performer.keep(lambda: document.keep_view(state))
        self.changed.emit()

    def restore(self, one: Suggestion) -> None:
        """Suggest again what was rejected."""
        self._keep(one.key, rejected=False)
        self.tell()

    @property
    def can_take_back(self) -> bool:
        """Whether what was done last was to reject something."""
        return bool(self._rejections)

    def take_back(self) -> None:
        """Take the last rejection back."""
        self._keep(self._rejections.pop(), rejected=False)
        self.tell()

    def _keep(self, key: str, *, rejected: bool) -> None:
        source, document = self.source, self._reading.document
        if source is None:
            return
        before = document.view_state.rejected
        pair = {(source.id, key)}
        state = document.view_state.changed(rejected=before | pair if rejected else before - pair)
        self._performer.keep(lambda: document.keep_view(state))

    # Following

    def tell(self) -> None:
        """Find out anew what became of each suggestion, and say so."""
        self.states = self._states()
        self.changed.emit()

    def _follow(self, change: Change) -> None:
        self._rejections.clear()
        elements = (*change.before.values(), *change.after.values())
        if any(isinstance(element, Source) for element in elements):
            self._show_other()
        elif self.made and any(isinstance(element, _CONCERN) for element in elements):
            self.tell()

    def _show_other(self) -> None:
        """Forget the drafts of texts that are there no more."""
        self.stop()
        self.trouble = ""
        self._rejections.clear()
        there = {source.id: source.text for source in self._reading.map.sources()}
        self._made = {key: made for key, made in self._made.items() if there.get(key) == made[0]}
        self.tell()

    def _states(self) -> dict[str, State]:
        source, marked = self.source, self._article.text.marked
        if source is None or marked is None or not self.suggestions:
            return {}
        rejected = {
            key for about, key in self._reading.document.view_state.rejected if about == source.id
        }
        deciding = Deciding(self._reading.map, marked)
        return {one.key: _state(one, deciding, rejected) for one in self.suggestions}


def _state(one: Suggestion, deciding: Deciding, rejected: set[str]) -> State:
    if deciding.is_accepted(one):
        return State.ACCEPTED
    if one.key in rejected:
        return State.REJECTED
    if one.sort is Sort.RELATION and deciding.ends(one) is None:
        return State.WAITING
    return State.OPEN

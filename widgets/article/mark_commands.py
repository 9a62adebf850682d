"""What the person can do with the marks of an article, and how it is read: by keys and by mouse."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app import edits
from app.articles.marked import Mark
from app.articles.text import Span, end_moved, start_moved
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import ClaimId, Fidelity, LocutionId, Speaker
from app.model.role import Role
from app.model.text import shortened
from app.model.view_state import LARGEST_TEXT, SMALLEST_TEXT, LineHeight
from widgets.actions import Slots
from widgets.article.article_text import ArticleText
from widgets.article.setting import Style
from widgets.labels import as_tooltip
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection

_STEP = 10  # per cent
_LONGEST, _MOST = 200, 8  # characters of a claim, and claims, in a tooltip
Moved = Callable[[str, Span, int], Span]


class MarkCommands(QObject):
    """Carries out the actions on the marks of one text."""

    advice = Signal(str)
    claim_wanted = Signal(str)  # the locution whose claim is to be selected
    style_changed = Signal()

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        text: ArticleText,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._text = text
        text.explain_by(self._role_of, self._names_of, self._telling)
        text.mark_adjusted.connect(self._adjust)
        text.size_wanted.connect(self._resize)
        text.use_style(self._style)
        reading.changed.connect(self._follow)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {
            "mark_end_left": partial(self._move, end_moved, -1),
            "mark_end_right": partial(self._move, end_moved, 1),
            "mark_start_left": partial(self._move, start_moved, -1),
            "mark_start_right": partial(self._move, start_moved, 1),
            **{f"fidelity_{one.value}": partial(self._set_fidelity, one) for one in Fidelity},
            "next_mark_here": self.next_mark_here,
            "next_unmapped": lambda: self._show_unmapped(1),
            "previous_unmapped": lambda: self._show_unmapped(-1),
            "larger_article": lambda: self._resize(1),
            "smaller_article": lambda: self._resize(-1),
            "usual_article": lambda: self._keep(article_size=100),
            "lines_roomy": lambda: self._keep(article_lines=LineHeight.ROOMY),
            "lines_usual": lambda: self._keep(article_lines=LineHeight.USUAL),
            "lines_tight": lambda: self._keep(article_lines=LineHeight.TIGHT),
        }

    # Marks

    def next_mark_here(self) -> None:
        """Go to the next of the marks that the text cursor stands in, and to its claim."""
        mark = self._under_caret()
        if mark is None:
            self.advice.emit(self.tr("No claim rests on these words."))
            return
        self._text.activate(mark.locution)
        self.claim_wanted.emit(mark.locution)

    def _under_caret(self) -> Mark | None:
        position = self._text.caret()
        if position is None:
            return None
        behind = self._text.next_mark_at(position - 1) if position else None
        return self._text.next_mark_at(position) or behind

    def _move(self, moved: Moved, by: int) -> None:
        """Let the mark that has handles, or the one under the cursor, begin or end elsewhere."""
        mark, source = self._text.active or self._under_caret(), self._text.source
        if mark is None or source is None:
            self.advice.emit(self.tr("Click the mark that is to be adjusted first."))
            return
        way = -by if self._text.is_rtl else by
        start, end = moved(source.text, Span(mark.start, mark.end), way)
        if (start, end) != (mark.start, mark.end):
            self._adjust(mark.locution, start, end)

    def _adjust(self, locution: str, start: int, end: int) -> None:
        key = LocutionId(locution)
        if self._performer.do(lambda m: edits.adjust_mark(m, locution=key, start=start, end=end)):
            self._text.activate(key)
            self.claim_wanted.emit(locution)

    def _set_fidelity(self, fidelity: Fidelity) -> None:
        """Say how faithfully the selected claims render the words that they rest on."""
        claims = self._selection.claims(self._map)
        sayings = [saying for claim in claims for saying in self._map.locutions_of(claim)]
        if not sayings:
            self.advice.emit(self.tr("Select a claim that somebody says first."))
            return
        makes = [partial(edits.set_fidelity, locution=one.id, fidelity=fidelity) for one in sayings]
        self._performer.do(lambda m: edits.several(m, makes=makes))

    def _show_unmapped(self, by: int) -> None:
        """Select the next sentence that no claim rests on, so that it can be marked at once."""
        marked = self._text.marked
        if marked is None:
            return
        sentence = marked.unmapped(self._from(by), by)
        if sentence is None:
            self.advice.emit(self.tr("A claim rests on every sentence of this article."))
            return
        self._text.show_span(sentence.start)
        self._text.select_span(*sentence)
        self._text.setFocus()
        self._text.words_selected.emit()

    def _from(self, by: int) -> int:
        """Where looking begins: at the selected words or the text cursor."""
        span = self._text.selected_span()
        if span:
            return span.start
        caret = self._text.caret()
        return -1 if not caret else caret - (by > 0)

    # How the article is read

    @property
    def _style(self) -> Style:
        state = self._reading.document.view_state
        return Style(state.article_size, state.article_lines)

    def choices(self) -> dict[str, bool]:
        """Which actions stand for what is chosen now."""
        lines = self._style.lines
        return {f"lines_{one.value}": one is lines for one in LineHeight}

    def _resize(self, by: int) -> None:
        size = self._style.size + by * _STEP
        self._keep(article_size=min(max(size, SMALLEST_TEXT), LARGEST_TEXT))

    def _keep(self, **fields: object) -> None:
        document = self._reading.document
        self._performer.keep(lambda: document.keep_view(document.view_state.changed(**fields)))
        self._text.use_style(self._style)
        self.style_changed.emit()

    # What the text shows of claims

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map

    def _role_of(self, claim: ClaimId) -> Role:
        card = self._reading.outline.cards.get(claim)
        return card.role if card else Role.FREE

    def _names_of(self, locution: LocutionId) -> Sequence[str]:
        """The names of who says something first, as an article may write them."""
        if locution not in self._map:  # until the marks have followed the map
            return ()
        chain = self._map.locution(locution).speakers
        speaker = self._map.speaker(chain[0]) if chain else None
        return (speaker.name, *speaker.aliases) if speaker else ()

    def _follow(self, change: Change) -> None:
        """Show other names of speakers."""
        elements = (*change.before.values(), *change.after.values())
        if any(isinstance(element, Speaker) for element in elements):
            self._text.viewport().update()

    def _telling(self, marks: Sequence[Mark]) -> str:
        """What rests on marked words: the role and the words of each claim."""
        words = {
            Role.CONTENTION: self.tr("Contention: {claim}"),
            Role.FREE: self.tr("Free claim: {claim}"),
            Role.REASON: self.tr("Reason: {claim}"),
            Role.OBJECTION: self.tr("Objection: {claim}"),
            Role.REBUTTAL: self.tr("Rebuttal: {claim}"),
            Role.UNDERCUTTER: self.tr("Undercutter: {claim}"),
        }
        claims = [(mark.claim, self._map.claim(mark.claim).text) for mark in marks[:_MOST]]
        return "".join(
            as_tooltip(words[self._role_of(claim)].format(claim=shortened(text, _LONGEST)))
            for claim, text in claims
        )

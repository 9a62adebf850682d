"""The suggestions as rows for a view: contentions, what each speaker says, and relations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from app.edits.sayings import words_as_claim
from app.model.text import one_line, shortened
from widgets.drafting.suggestions import Sort, Suggestion, words_of
from widgets.drafting.words import confidence_word, told_above, tr
from widgets.translating import via

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_LONGEST, _LONGEST_END = 600, 140  # characters of a suggestion, and of an end of a relation


class State(Enum):
    """What became of a suggestion."""

    OPEN = "open"
    WAITING = "waiting"  # a relation as long as its ends are not on the map
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Row(NamedTuple):
    """A suggestion, or the heading of those below it."""

    heading: str = ""
    suggestion: Suggestion | None = None
    depth: int = 0  # how many others it stands in
    rejected: bool = False


class Told(NamedTuple):
    """What a card says: how sure it is, what stands beside that, the words, and why."""

    confidence: str
    beside: str
    words: str
    why: str


class DraftModel(QAbstractListModel):
    """Lists what is still to be decided, and what was rejected if that is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._rows: list[Row] = []

    def show(
        self,
        text: str,
        those: Sequence[Suggestion],
        states: Mapping[str, State],
        *,
        rejected: bool,
        guesses: bool = True,
    ) -> None:
        """List those of a text that are open, guesses if wanted, and below them the rejected ones.

        Of what is rejected nothing is listed either if it is not wanted.
        """
        rows = list(_rows([one for one in those if guesses or not one.is_guess], states))
        if rejected:
            gone = [Row(suggestion=s, rejected=True) for s in _in(those, states, State.REJECTED)]
            rows += [Row(tr("Rejected")), *gone] if gone else []
        if text is not self._text or rows != self._rows:
            self.beginResetModel()
            self._text, self._rows = text, rows
            self.endResetModel()

    @property
    def text(self) -> str:
        """The text that the suggestions are about."""
        return self._text

    @property
    def suggestions(self) -> list[Suggestion]:
        """The listed ones, in their order."""
        return [row.suggestion for row in self._rows if row.suggestion]

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def suggestion(self, index: Index) -> Suggestion | None:
        row = self.row(index)
        return row.suggestion if row else None

    def index_of(self, key: str) -> QModelIndex:
        """The row of a suggestion; none if it is not listed."""
        rows = (
            n for n, row in enumerate(self._rows) if row.suggestion and row.suggestion.key == key
        )
        return self.index(next(rows, -1))

    def near(self, place: int) -> QModelIndex:
        """The first suggestion from a row on, or the last before it."""
        here = [n for n, row in enumerate(self._rows) if row.suggestion]
        after = [n for n in here if n >= place]
        return self.index(next(iter(after or here[-1:]), -1))

    def told(self, row: Row) -> Told:
        """What a card says."""
        one = row.suggestion
        if one is None:
            return Told("", "", row.heading, "")
        if one.sort is Sort.RELATION:
            words = self._relation_words(one)
        else:
            words = shortened(words_as_claim(words_of(self._text, one)), _LONGEST)
        return Told(confidence_word(one.confidence), told_above(one), words, one_line(one.why))

    def _relation_words(self, one: Suggestion) -> str:
        """A relation, in the order of the text: “A” … however … “B”."""
        first, second = (
            shortened(one_line(self._text[slice(*span)]), _LONGEST_END)
            for span in sorted(one.content)
        )
        cue = one_line(" ".join(self._text[slice(*span)] for span in one.cue)).lower()
        words = tr("“{one}” … {cue} … “{other}”") if cue else tr("“{one}” … “{other}”")
        return words.format(one=first, cue=cue, other=second)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        row = self.row(index)
        if row and role == Qt.ItemDataRole.DisplayRole:
            return self.told(row).words
        if row and role == Qt.ItemDataRole.AccessibleTextRole:
            told = self.told(row)
            said = f" {via()} ".join(row.suggestion.speakers) if row.suggestion else ""
            parts = (told.confidence, told.beside, said, told.words, told.why)
            return ", ".join(part for part in parts if part)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.suggestion(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _in(those: Iterable[Suggestion], states: Mapping[str, State], state: State) -> list[Suggestion]:
    return [one for one in those if states.get(one.key, State.OPEN) is state]


def _rows(those: Sequence[Suggestion], states: Mapping[str, State]) -> Iterator[Row]:
    """The open ones in groups, each below its heading."""
    left = _in(those, states, State.OPEN)
    by_sort = {sort: [one for one in left if one.sort is sort] for sort in Sort}
    yield from _group(tr("What the article may argue"), by_sort[Sort.CONTENTION])
    inside = {one.key: one.parent for one in by_sort[Sort.SAYING]}
    by_speaker: dict[str, list[Suggestion]] = {}
    whose: dict[str, str] = {}
    for one in sorted(by_sort[Sort.SAYING], key=lambda one: _depth(one.key, inside)):
        group = whose.get(one.parent, one.speakers[0] if one.speakers else "")
        whose[one.key] = group
        by_speaker.setdefault(group, []).append(one)
    for name, theirs in sorted(by_speaker.items(), key=lambda pair: _first(pair[1])):
        theirs.sort(key=lambda one: (one.source or one.cue or one.content)[0])
        heading = name or tr("Nobody is named")
        yield from _group(heading, _nested(theirs), inside)
    yield from _group(tr("How they hang together"), by_sort[Sort.RELATION])


def _first(those: Sequence[Suggestion]) -> int:
    return min(one.start for one in those)


def _nested(those: Sequence[Suggestion]) -> list[Suggestion]:
    """Each with what stands in it right below it."""
    keys = {one.key for one in those}
    below: dict[str, list[Suggestion]] = {}
    for one in those:
        below.setdefault(one.parent if one.parent in keys else "", []).append(one)
    ordered, waiting = [], below.get("", [])[::-1]
    while waiting:
        one = waiting.pop()
        ordered.append(one)
        waiting += below.get(one.key, [])[::-1]
    return ordered


def _depth(key: str, inside: Mapping[str, str]) -> int:
    depth = 0
    seen = {key}
    while (key := inside.get(key, "")) in inside and key not in seen:
        seen.add(key)
        depth += 1
    return depth


def _group(
    heading: str, those: Sequence[Suggestion], inside: Mapping[str, str] | None = None
) -> Iterator[Row]:
    if those:
        yield Row(heading)
    for one in those:
        yield Row(suggestion=one, depth=_depth(one.key, inside or {}))

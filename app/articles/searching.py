"""The search for marks of one text in another.

What lies in a passage that both texts have is found there. Everything else is looked for in the gap
between passages first, then anywhere, word for word before nearly so. Time is bounded by counts, so
that the same marks are found on any machine.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Postfix, Prefix

from app.articles.alignment import Alignment
from app.articles.fates import LOST, Fate, Found, Place, found_at, tells
from app.articles.occurrences import MOST, Occurrences
from app.articles.passages import Flat, Gap, Passage, compare
from app.articles.text import Span, sentences, snap_to_words
from app.model.elements import Anchor

_LONG = 24  # characters; longer words are hardly there twice by chance
_SHORT = 10  # the same for words in about the same place
_AROUND = 64  # characters on each side of words that are compared to tell them from others
_SOME = 8  # characters that agree around words, so that they may be the same ones
_LIKE = 60  # per cent of likeness that words need to be the same, reworded
_MUCH_LIKE = 75  # the same for words in another place
_MOST_CHARACTERS = 4_000  # in which reworded words are looked for
_MOST_COMPARISONS = 1_000_000  # of lost words with sentences elsewhere


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark in the flat old text, and between which places of the new one it should be."""

    anchor: Anchor
    words: str
    start: int
    end: int
    gaps: tuple[Gap, Gap]
    old: Place
    new: Place
    cuts: tuple[bool, bool]

    @property
    def is_narrow(self) -> bool:
        """Whether it is known about where the mark should be."""
        return self.new[1] - self.new[0] <= _MOST_CHARACTERS


class Search:
    """Looks for marks of one text in another."""

    def __init__(self, old: str, new: str) -> None:
        self._text = new
        self._old, self._new = Flat(old), Flat(new)
        self._in_old = Occurrences(self._old.text)
        self._in_new = Occurrences(self._new.text)
        self._same = compare(self._old.text, self._new.text)
        self._starts = [passage.old for passage in self._same.passages]
        self._by_new = sorted((passage.new, passage.new_end) for passage in self._same.passages)
        self._comparisons = _MOST_COMPARISONS
        self._aligned = lru_cache(maxsize=None)(self._align)

    def find(self, anchor: Anchor) -> Found:
        """Find one mark."""
        words = " ".join(anchor.exact.split())
        if not words:
            return LOST
        blanks = len(anchor.exact) - len(anchor.exact.lstrip())
        start = self._old.flat(anchor.start + blanks)
        end = start + len(words)
        passage = self._passage_of(start, end)
        if passage:
            fate = Fate.KEPT if passage.in_order else Fate.MOVED
            place = start - passage.old + passage.new
            return self._found(fate, anchor, (place, place + len(words)))
        mark = self._placed(anchor, words, start, end)
        return self._exact(mark) or self._reworded(mark) or LOST

    # The same words

    def _exact(self, mark: _Mark) -> Found | None:
        near = self._in_new_at(mark, mark.new)
        there = self._in_old_at(mark, mark.old)
        if len(near) == len(there) == 1:
            score = self._agreement(mark.start, near[0], len(mark.words))
            if (score >= _SOME and mark.is_narrow) or len(mark.words) + score >= _LONG:
                return self._found_at(Fate.KEPT, mark, near[0])
        return self._exact_anywhere(mark)

    def _exact_anywhere(self, mark: _Mark) -> Found | None:
        length = len(mark.words)
        places = self._in_new_at(mark, (0, len(self._new.text)))
        if not places:
            return None
        scores = [self._agreement(mark.start, place, length) for place in places]
        best = max(range(len(places)), key=lambda i: (scores[i], -abs(places[i] - mark.new[0])))
        place = places[best]
        rivals = [score for index, score in enumerate(scores) if index != best]
        old = self._in_old_at(mark, (0, len(self._old.text)))
        rivals += [self._agreement(o, place, length) for o in old if o != mark.start]
        is_near = mark.new[0] <= place and place + length <= mark.new[1]
        alone = not rivals and length >= (_SHORT if is_near and mark.is_narrow else _LONG)
        if alone or (tells(scores[best], rivals) and not self._is_doubtful(mark)):
            return self._found_at(Fate.KEPT if is_near else Fate.MOVED, mark, place)
        if is_near or scores[best] >= _SOME or not rivals:
            return self._found_at(Fate.UNSURE, mark, place)
        return None

    def _in_new_at(self, mark: _Mark, within: Place) -> list[int]:
        """Where the words stand, save in passages: there they belong to other marks.

        Words that stand in too many places are as good as in none.
        """
        found = self._in_new.of(mark.words, *within, mark.cuts)
        if len(found) == MOST:
            return []
        return [place for place in found if not self._is_taken(place, place + len(mark.words))]

    def _in_old_at(self, mark: _Mark, within: Place) -> list[int]:
        found = self._in_old.of(mark.words, *within, mark.cuts)
        return [place for place in found if not self._passage_of(place, place + len(mark.words))]

    def _agreement(self, old: int, new: int, length: int) -> int:
        """How many characters agree around words that stand in both texts.

        Where both texts begin or end, all that could be there agrees.
        """
        there, here = self._old.text, self._new.text
        before = there[max(0, old - _AROUND) : old], here[max(0, new - _AROUND) : new]
        old, new = old + length, new + length
        behind = there[old : old + _AROUND], here[new : new + _AROUND]
        ahead = _AROUND if before[0] == before[1] else Postfix.similarity(*before)
        return ahead + (_AROUND if behind[0] == behind[1] else Prefix.similarity(*behind))

    def _is_doubtful(self, mark: _Mark) -> bool:
        places = self._same.doubtful
        behind = bisect_left(places, (mark.end, 0))
        return any(mark.start < end for _, end in places[max(0, behind - 2) : behind])

    # Nearly the same words

    def _reworded(self, mark: _Mark) -> Found | None:
        """The most like words near by, or else a sentence elsewhere."""
        found = [place for place in (self._replaced(mark), self._likest(mark)) if place]
        best, likeness = self._best(mark, found)
        if likeness < _LIKE and len(mark.words) >= _LONG:
            best, likeness = self._best(mark, self._sentence_elsewhere(mark))
        if best is None or likeness < _LIKE:
            return None
        is_same = self._new.text[best[0] : best[1]] == mark.words
        fate = Fate.UNSURE if is_same else Fate.REWORDED
        return self._found(fate, mark.anchor, best, likeness / 100)

    def _best(self, mark: _Mark, places: Iterable[Place]) -> tuple[Place | None, float]:
        rated = [(fuzz.ratio(mark.words, self._new.text[p[0] : p[1]]), p) for p in places]
        if not rated:
            return None, 0.0
        likeness, place = max(rated)
        return place, likeness

    def _replaced(self, mark: _Mark) -> Place | None:
        """What the words of a mark were replaced with, as far as comparing word by word tells."""
        first, last = mark.gaps
        start, end = mark.new
        if not (self._aligned(first).is_possible and self._aligned(last).is_possible):
            return None
        if mark.start >= first.old:
            start = self._aligned(first).start_of(mark.start)
        if mark.end <= last.old_end:
            end = self._aligned(last).end_of(mark.end)
        return self._trimmed(start, end)

    def _likest(self, mark: _Mark) -> Place | None:
        """The most like words of the same length near by."""
        start, end = mark.new
        room = max(_MOST_CHARACTERS, 2 * len(mark.words))
        if end - start > room:
            share = (mark.start - mark.old[0]) / max(1, mark.old[1] - mark.old[0])
            start = max(start, min(start + int(share * (end - start)) - room // 2, end - room))
            end = start + room
        window = self._new.text[start:end]
        if len(mark.words) > min(len(window), room // 2):
            return None
        found = fuzz.partial_ratio_alignment(mark.words, window, score_cutoff=_LIKE)
        if found is None:
            return None
        place = snap_to_words(self._new.text, start + found.dest_start, start + found.dest_end)
        return self._trimmed(*place)

    def _sentence_elsewhere(self, mark: _Mark) -> list[Place]:
        places, texts = self._new_sentences
        self._comparisons -= len(places)
        if self._comparisons < 0:
            return []
        found = process.extractOne(mark.words, texts, scorer=fuzz.ratio, score_cutoff=_MUCH_LIKE)
        return [places[found[2]]] if found else []

    @cached_property
    def _new_sentences(self) -> tuple[list[Span], list[str]]:
        """The sentences of the new text that are not in passages."""
        places = [span for span in sentences(self._new.text) if not self._is_taken(*span)]
        return places, [self._new.text[start:end] for start, end in places]

    def _align(self, gap: Gap) -> Alignment:
        return Alignment(self._old.text, self._new.text, gap)

    # Places

    def _passage_of(self, start: int, end: int) -> Passage | None:
        """The passage that holds all of a place in the old text."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or end > self._same.passages[index].old_end:
            return None
        return self._same.passages[index]

    def _is_taken(self, start: int, end: int) -> bool:
        """Whether a place in the new text is in a passage."""
        index = bisect_right(self._by_new, (start, len(self._new.text))) - 1
        return index >= 0 and end <= self._by_new[index][1]

    def _placed(self, anchor: Anchor, words: str, start: int, end: int) -> _Mark:
        gaps = self._same.gaps
        first = gaps[min(bisect_right(gaps, start, key=lambda gap: gap.old_end), len(gaps) - 1)]
        last = gaps[max(bisect_left(gaps, end, key=lambda gap: gap.old) - 1, 0)]
        old, new = (first.old, last.old_end), (first.new, last.new_end)
        if start < first.old:
            old, new = (start, old[1]), (first.new - (first.old - start), new[1])
        if end > last.old_end:
            old, new = (old[0], end), (new[0], last.new_end + (end - last.old_end))
        cuts = self._in_old.cuts(start, end)
        return _Mark(anchor, words, start, end, (first, last), old, new, cuts)

    def _trimmed(self, start: int, end: int) -> Place | None:
        words = self._new.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return (start, end) if start < end else None

    def _found_at(self, fate: Fate, mark: _Mark, place: int) -> Found:
        return self._found(fate, mark.anchor, (place, place + len(mark.words)))

    def _found(self, fate: Fate, anchor: Anchor, place: Place, likeness: float = 1.0) -> Found:
        return found_at(fate, anchor, place, self._new, self._text, likeness)

"""The index of a map: under each key, in order, the ids of the elements that are found there."""

from bisect import bisect_left
from collections.abc import Iterator

from immutables import Map

from app.model.change import Change
from app.model.elements import AnyElement, ElementId, Inference, Locution, Source, Speaker

Order = tuple[str | int, ...]
Posting = tuple[Order, ElementId]
Key = tuple[str, str]

ON, USE, SAYING, SAID_BY, MARK = "on", "use", "saying", "said by", "mark"
TO_CHECK, CAPTURE = "to check", "capture"
TOP = ("top", "")  # claims that are a premise of nothing
SOURCES, SPEAKERS = ("every", "source"), ("every", "speaker")


def postings_of(element: AnyElement) -> Iterator[tuple[Key, Posting]]:
    """Where an element is looked up: under what key, and in what order among the others there."""
    match element:
        case Inference():
            yield (ON, element.target), ((element.rank, element.id), element.id)
            for premise in element.premises:
                yield (USE, premise), ((element.id,), element.id)
        case Locution():
            yield from _postings_of_saying(element)
        case Source() if element.capture_of:
            captured = element.captured.isoformat() if element.captured else ""
            yield (CAPTURE, element.capture_of), ((captured, element.id), element.id)
        case Source():
            yield SOURCES, ((element.title.casefold(), element.id), element.id)
        case Speaker():
            yield SPEAKERS, ((element.name.casefold(), element.id), element.id)
        case _:
            return


def _postings_of_saying(saying: Locution) -> Iterator[tuple[Key, Posting]]:
    yield (SAYING, saying.claim), ((saying.id,), saying.id)
    for speaker in set(saying.speakers):
        yield (SAID_BY, speaker), ((saying.id,), saying.id)
    for name, anchor in ((MARK, saying.anchor), (TO_CHECK, saying.former)):
        if anchor:
            yield (name, anchor.source), ((anchor.start, anchor.end, saying.id), saying.id)


class Postings:
    """An index while it is being changed; lists that became empty are left out."""

    def __init__(self, index: Map[Key, tuple[Posting, ...]]) -> None:
        self._index = index
        self._changed: dict[Key, list[Posting]] = {}

    def _at(self, key: Key) -> list[Posting]:
        if key not in self._changed:
            self._changed[key] = list(self._index.get(key, ()))
        return self._changed[key]

    def move(self, change: Change) -> None:
        for element in change.before.values():
            for key, posting in postings_of(element):
                self.discard(key, posting)
        for element in change.after.values():
            for key, posting in postings_of(element):
                self.add(key, posting)

    def has(self, key: Key) -> bool:
        return bool(self._changed[key] if key in self._changed else self._index.get(key))

    def add(self, key: Key, posting: Posting) -> None:
        postings = self._at(key)
        postings.insert(bisect_left(postings, posting), posting)

    def discard(self, key: Key, posting: Posting) -> None:
        postings = self._at(key)
        place = bisect_left(postings, posting)
        if place < len(postings) and postings[place] == posting:
            del postings[place]

    def finish(self) -> Map[Key, tuple[Posting, ...]]:
        index = self._index.mutate()
        for key, postings in self._changed.items():
            if postings:
                index[key] = tuple(postings)
            elif key in index:
                del index[key]
        return index.finish()

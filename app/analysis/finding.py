"""Finding words in a map, with an index of folded texts that follows its changes."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from app.analysis.words import Span, folded, spans_of
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Claim,
    ClaimId,
    ElementId,
    Inference,
    Locution,
    Speaker,
    TargetId,
)
from app.model.outline import Outline, PlaceKey


class Field(StrEnum):
    """Where words were found."""

    TEXT = "text"
    NOTE = "note"
    SPEAKER = "speaker"
    TAG = "tag"
    SCHEME = "scheme"


class Match(NamedTuple):
    """Words in one field of an element, by their places in its text as it is written."""

    field: Field
    text: str
    spans: tuple[Span, ...]


class Finder:
    """Looks for words in a map; keeps what a change does not touch, and folds the rest at need."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._folded: dict[ElementId, str] = {}
        self._order: dict[PlaceKey, bool] | None = None  # and whether it stands there in full
        self._ranks: dict[PlaceKey, int] = {}

    def follow(self, argument_map: ArgumentMap, change: Change) -> None:
        """Forget what a change touched; costs no more than that."""
        self._map = argument_map
        for element in (*change.before.values(), *change.after.values()):
            match element:
                case Claim() | Inference():
                    self._folded.pop(element.id, None)
                    self._order = None
                case Locution():
                    self._folded.pop(element.claim, None)
                case Speaker():
                    for saying in argument_map.locutions_by(element.id):
                        self._folded.pop(saying.claim, None)
                case _:
                    pass

    def find(self, outline: Outline, terms: Sequence[str]) -> list[PlaceKey]:
        """The places, in reading order, of the claims and steps that hold all folded terms.

        Each stands there once, where it stands in full. Without terms there are none.
        """
        if not terms:
            return []
        return [
            key
            for key, full in self._in_order(outline).items()
            if full and self._holds(key[1], terms)
        ]

    def first_from(self, outline: Outline, hits: Sequence[PlaceKey], key: PlaceKey | None) -> int:
        """Which hit is the first at or behind a place in reading order, round and round."""
        self._in_order(outline)
        start = self._ranks.get(key, 0) if key else 0
        return next((i for i, hit in enumerate(hits) if self._ranks.get(hit, 0) >= start), 0)

    def _holds(self, key: ElementId, terms: Sequence[str]) -> bool:
        text = self._folded.get(key)
        if text is None:
            fields = fields_of(self._map, ClaimId(key))
            text = self._folded[key] = "\n".join(folded(words) for _, words in fields)
        return all(term in text for term in terms)

    def _in_order(self, outline: Outline) -> dict[PlaceKey, bool]:
        if self._order is None:
            self._order = {place.key: place.full for place in outline.places()}
            self._ranks = {key: rank for rank, key in enumerate(self._order)}
        return self._order


def matches(argument_map: ArgumentMap, key: TargetId, terms: Sequence[str]) -> list[Match]:
    """The fields of a claim or a step in which any of the folded terms occurs."""
    found = (
        Match(field, text, spans_of(text, terms)) for field, text in fields_of(argument_map, key)
    )
    return [match for match in found if match.spans]


def fields_of(argument_map: ArgumentMap, key: TargetId) -> Iterator[tuple[Field, str]]:
    """What can be found of a claim or a step, the most important first."""
    element = argument_map.get(key)
    if isinstance(element, Inference):
        yield Field.SCHEME, element.scheme
    if not isinstance(element, Claim):
        return
    yield Field.TEXT, element.text
    if element.note:
        yield Field.NOTE, element.note
    for saying in argument_map.locutions_of(element.id):
        for speaker in map(argument_map.speaker, saying.speakers):
            for words in (speaker.name, *speaker.aliases, speaker.affiliation):
                yield Field.SPEAKER, words
    for tag in element.tags:
        yield Field.TAG, tag

"""What several kinds of documents have in common."""

from collections.abc import Iterator
from typing import Protocol

from app.documents.blocks import Argument, Block, Heading, Look, Paragraph, Run
from app.documents.reading import Reading
from app.model.elements import ClaimId
from app.model.outline import Card, Place, Step

_MOST_OF_HEADING = 90  # characters


class MakePart(Protocol):
    """Makes the blocks of one tree, under headings from a level on."""

    def __call__(self, reading: Reading, tree: Place, level: int, /) -> Iterator[Block]: ...


def parts(reading: Reading, make: MakePart) -> Iterator[Block]:
    """A part for each tree, with a heading of its own where there are several.

    A step on its own says what it bears on. Where there is nothing at all, a sentence says so.
    """
    trees = reading.outline.trees
    if not trees and not reading.outline.free:
        yield from label(reading.words.nothing)
    level = 3 if len(trees) > 1 else 2
    for n, tree in enumerate(trees, 1):
        if len(trees) > 1:
            yield Heading(2, reading.words.part.format(n=n, text=_title(reading, tree)))
        if isinstance(tree, Step):
            yield from label(_bearing(reading, tree))
        yield from make(reading, tree, level)


def unconnected(reading: Reading) -> Iterator[Block]:
    """The claims that nothing is said about and that say nothing."""
    free = reading.outline.free
    if free:
        yield Heading(2, reading.words.unconnected)
        yield Argument(tuple(reading.alone(card) for card in free))


def label(text: str) -> Iterator[Block]:
    """A sentence in place of what is not there."""
    yield Paragraph((Run(text, Look.SOFT),))


def _bearing(reading: Reading, step: Step) -> str:
    """Tell what a step bears on, which need not be in the document."""
    target, words = step.inference.target, reading.words
    if reading.map.is_inference(target):
        about = reading.map.inference(target).premises[0]
        return words.bears_on_step.format(text=_shown(reading, about))
    return words.bears_on.format(text=_shown(reading, ClaimId(target)))


def _title(reading: Reading, tree: Place) -> str:
    key = tree.claim if isinstance(tree, Card) else tree.inference.premises[0]
    return _shown(reading, key)


def _shown(reading: Reading, key: ClaimId) -> str:
    """The words of a claim for a heading, or its number if they are not to be told."""
    if key in reading.blank:
        return reading.words.number.format(n=reading.number(key))
    return reading.short(key, _MOST_OF_HEADING)

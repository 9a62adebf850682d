"""The whole map as an outline, and as a worksheet with blank cards and their key."""

from collections.abc import Iterator

from app.documents.blocks import Apart, Argument, Block, Lines, Paragraph, Run
from app.documents.parts import parts, unconnected
from app.documents.reading import Reading
from app.documents.sources import sources
from app.model.elements import ClaimId
from app.model.outline import Place


def in_full(reading: Reading) -> Iterator[Block]:
    """The blocks of an outline: each claim with all that is known of it."""
    yield from parts(reading, _tree)
    yield from unconnected(reading)
    yield from sources(reading, quoting=False)


def worksheet(reading: Reading) -> Iterator[Block]:
    """The map with chosen cards blank, and the key on a page of its own.

    A blank card says in which paragraph its words can be found; nothing else of it is told.
    """
    words = reading.words
    reading.quotes = False
    reading.blank = _blanks(reading)
    yield Lines((words.name, words.day))
    look = f" {words.where_to_look}" if reading.map.sources() and reading.options.quotations else ""
    yield Paragraph((Run(words.task + look),))
    yield from parts(reading, _tree)
    yield from unconnected(reading)
    yield from sources(reading, quoting=False)
    if reading.options.key:
        solved = [card for card in reading.claims if card.claim in reading.blank]
        reading.blank = frozenset()
        cards = tuple(reading.alone(card) for card in solved)
        yield Apart(words.key, (Argument(cards),))


def _tree(reading: Reading, tree: Place, _level: int) -> Iterator[Block]:
    yield from reading.argument([tree])


def _blanks(reading: Reading) -> frozenset[ClaimId]:
    found: set[ClaimId] = set()
    place = 0
    for card in reading.claims:
        place += card.above is not None
        claim = reading.claim(card)
        if reading.options.blanks.has(card, place, unstated=claim.unstated):
            found.add(claim.id)
    return frozenset(found)

"""A map as the pages of a kind of document, before they are written in a format."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from app.documents.blocks import Block, Pages
from app.documents.brief import brief
from app.documents.debate import debate
from app.documents.going import Going
from app.documents.kinds import Kind
from app.documents.options import Options
from app.documents.reading import Reading
from app.documents.speakers import speakers
from app.documents.tables import Row, claims, locutions
from app.documents.whole import in_full, worksheet
from app.documents.words import ENGLISH, Words
from app.model.argument_map import ArgumentMap
from app.model.text import one_line

_MAKERS: Mapping[Kind, Callable[[Reading], Iterator[Block]]] = MappingProxyType(
    {
        Kind.BRIEF: brief,
        Kind.BLOCK: debate,
        Kind.WORKSHEET: worksheet,
        Kind.OUTLINE: in_full,
        Kind.SPEAKERS: speakers,
    }
)

_LARGE = 300  # claims: more than some ten pages of paper


def pages_of(
    argument_map: ArgumentMap,
    kind: Kind,
    options: Options = Options(),  # noqa: B008  frozen
    *,
    words: Words = ENGLISH,
    going: Going | None = None,
) -> Pages:
    """Make the pages of a kind. Raises EditError if a branch or a blank card is not there."""
    reading = _reading(argument_map, options, words, going)
    titles = {
        Kind.BRIEF: words.brief,
        Kind.BLOCK: words.block,
        Kind.WORKSHEET: words.worksheet,
        Kind.OUTLINE: words.outline,
        Kind.SPEAKERS: words.speakers,
    }
    n = len(reading.claims)
    facts = [titles[kind], words.one_claim if n == 1 else words.some_claims.format(n=f"{n:,}")]
    return Pages(
        one_line(argument_map.project.title),
        words.between.join(facts),
        tuple(_MAKERS[kind](reading)),
        words.language,
        words.claims_below,
        options.paper,
        large=n > _LARGE,
    )


def rows_of(
    argument_map: ArgumentMap,
    kind: Kind,
    options: Options = Options(),  # noqa: B008  frozen
    *,
    words: Words = ENGLISH,
    going: Going | None = None,
) -> Iterator[Row]:
    """Make the rows of a table, its head first. Raises EditError as `pages_of`."""
    reading = _reading(argument_map, options, words, going)
    return claims(reading) if kind is Kind.CLAIMS else locutions(reading)


def _reading(
    argument_map: ArgumentMap, options: Options, words: Words, going: Going | None
) -> Reading:
    for key in options.blanks.chosen:
        argument_map.claim(key)
    return Reading(argument_map, options, words, going or Going(len(argument_map)))

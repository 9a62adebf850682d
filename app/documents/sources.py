"""The sources of a map: what they are, and the words in them that claims rest on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.documents.blocks import Block, Heading, Look, Paragraph, Quotation, Run
from app.documents.parts import label
from app.documents.reading import Reading
from app.model.elements import Locution, SourceId
from app.model.outline import Card
from app.model.text import one_line


def sources(reading: Reading, *, quoting: bool = True) -> Iterator[Block]:
    """Each source with its marked words, in the order of its text, and the claims they stand for.

    Of a branch only the sources that it rests on. Without quoting, only what they are.
    """
    words = reading.words
    by_source: dict[SourceId, list[tuple[Card, Locution]]] = defaultdict(list)
    for card, saying in reading.sayings():
        mark = saying.anchor or saying.former
        if mark:
            by_source[mark.source].append((card, saying))
    every = reading.map.sources()
    shown = [s for s in every if s.id in by_source or not reading.options.branches]
    yield Heading(2, words.sources)
    if not shown:
        yield from label(words.no_sources)
    for source in shown:
        yield Heading(3, one_line(source.title) or words.article)
        about = reading.citing.about_source(source)
        if about.runs:
            yield about
        if quoting and reading.options.quotations:
            yield from _quotations(reading, by_source[source.id])


def _quotations(
    reading: Reading, marked: Sequence[tuple[Card, Locution]]
) -> Iterator[Quotation | Paragraph]:
    citing, words = reading.citing, reading.words
    for card, saying in sorted(marked, key=lambda pair: _place(pair[1])):
        mark = saying.anchor or saying.former
        n = reading.number(card.claim)
        facts = [
            words.paragraph.format(n=citing.paragraph(saying)) if saying.anchor else words.lost,
            citing.chain(saying) if reading.options.speakers else "",
            words.stance_of(saying.stance) if reading.options.speakers else "",
            words.fidelity_of(saying.fidelity),
        ]
        told = words.comma.join(filter(None, facts))
        cite = (Run(words.number.format(n=n), Look.SOFT, to=n), Run(f" {told}", Look.SOFT))
        yield Quotation(mark.exact if mark else "", cite)


def _place(saying: Locution) -> tuple[bool, int, str]:
    mark = saying.anchor or saying.former
    return (saying.anchor is None, mark.start if mark else 0, saying.id)

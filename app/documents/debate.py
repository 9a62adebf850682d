"""Debate blocks: for each reason and objection its claim, warrant, evidence and answers."""

from collections.abc import Iterator

from app.documents.blocks import Argument, Block, Heading, Look, Paragraph, Quotation, Run
from app.documents.brief import first_against
from app.documents.parts import label, parts, unconnected
from app.documents.reading import Reading, speaks_for
from app.documents.sources import sources
from app.model.elements import ClaimId
from app.model.outline import Card, Place, Step, below
from app.model.text import one_line
from resources.schemes import load_schemes

_MOST_OF_HEADING = 90  # characters


def debate(reading: Reading) -> Iterator[Block]:
    """The blocks to debate each contention with."""
    reading.quotes = False  # they are the evidence; below the claims only of answers
    yield from parts(reading, _part)
    reading.quotes = reading.options.quotations
    yield from unconnected(reading)
    yield from sources(reading, quoting=False)


def _part(reading: Reading, tree: Place, level: int) -> Iterator[Block]:
    words = reading.words
    steps = [tree] if isinstance(tree, Step) else tree.steps
    if isinstance(tree, Card):
        yield Heading(level, words.thesis)
        yield Argument((reading.alone(tree),))
        yield from _evidence(reading, [tree.claim])
    for step in steps:
        yield from _block(reading, step, level)


def _block(reading: Reading, step: Step, level: int) -> Iterator[Block]:
    words = reading.words
    template = words.for_thesis if speaks_for(step) else words.against_thesis
    premises = step.premises or [Card(key, step, full=False) for key in step.inference.premises]
    main, *others = sorted(premises, key=lambda card: reading.claim(card).unstated)
    yield Heading(level, template.format(text=reading.short(main.claim, _MOST_OF_HEADING)))
    yield from _named(words.claim, Argument((reading.alone(main),)))
    yield from _warrant(reading, step, others)
    grounds = [s for card in premises for s in card.steps if speaks_for(s)]
    grounds += [s for s in step.steps if speaks_for(s)]
    if grounds:
        yield Paragraph((Run(words.grounds, Look.STRONG),))
        yield from reading.argument(grounds, speaks_for)
    yield Paragraph((Run(words.evidence, Look.STRONG),))
    yield from _evidence(reading, _claims_in(step)) or label(words.no_evidence)
    yield Paragraph((Run(words.answers, Look.STRONG),))
    reading.quotes = reading.options.quotations
    yield from reading.answers(first_against([step])) or label(words.no_answers)
    reading.quotes = False


def _warrant(reading: Reading, step: Step, others: list[Card]) -> Iterator[Block]:
    """What licenses the step: the premises that work together with its claim, and its scheme."""
    words = reading.words
    yield Paragraph((Run(words.warrant, Look.STRONG),))
    if others:
        yield Argument(tuple(reading.alone(card) for card in others))
    name = one_line(step.inference.scheme)
    if name:
        scheme = load_schemes().get(step.inference.scheme)
        told = f"{name}: {scheme.description}" if scheme else name
        yield Paragraph((Run(told),))
    if not others and not name:
        yield from label(words.no_warrant)


def _evidence(reading: Reading, claims: list[ClaimId]) -> list[Quotation]:
    """The marked words that claims rest on, each with all that a reader needs to find them."""
    if not reading.options.quotations:
        return []
    found = []
    for claim in claims:
        n = reading.number(claim)
        for saying in reading.citing.sayings(claim):
            mark = saying.anchor or saying.former
            if mark:
                number = Run(reading.words.number.format(n=n), Look.SOFT, to=n)
                cite = (number, Run(" "), *reading.citing.cite(saying))
                found.append(Quotation(mark.exact, cite))
    return found


def _claims_in(step: Step) -> list[ClaimId]:
    """The claims of a step and of the reasons for it, in reading order."""
    found: list[ClaimId] = []
    stack: list[Place] = [step]
    while stack:
        place = stack.pop()
        if isinstance(place, Card) and place.full:
            found.append(place.claim)
        kept = [p for p in below(place) if isinstance(p, Card) or speaks_for(p)]
        stack += reversed(kept)
    return found


def _named(name: str, block: Block) -> Iterator[Block]:
    yield Paragraph((Run(name, Look.STRONG),))
    yield block

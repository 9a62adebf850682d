"""A brief: thesis, case, each objection with its answer, and the sources with their words."""

from collections.abc import Iterator, Sequence

from app.documents.blocks import Argument, Block, Heading, Look, Paragraph, Run
from app.documents.parts import label, parts, unconnected
from app.documents.reading import Reading, speaks_for
from app.documents.sources import sources
from app.model.elements import ClaimId
from app.model.outline import Card, Place, Step, below


def brief(reading: Reading) -> Iterator[Block]:
    """The blocks of a brief, a part for each contention."""
    reading.quotes = False  # they stand among the sources
    yield from parts(reading, _part)
    yield from unconnected(reading)
    yield from sources(reading)


def first_against(places: Sequence[Place]) -> list[Step]:
    """The objections met on the way down from places along reasons, in reading order.

    What hangs from an objection is not looked at.
    """
    found: list[Step] = []
    stack = list(reversed(places))
    while stack:
        place = stack.pop()
        if isinstance(place, Step) and not speaks_for(place) and place not in places:
            found.append(place)
        else:
            stack += reversed(below(place))
    return found


def _part(reading: Reading, tree: Place, level: int) -> Iterator[Block]:
    words = reading.words
    case: list[Step]
    if isinstance(tree, Card):
        yield Heading(level, words.thesis)
        yield Argument((reading.alone(tree),))
        case = [step for step in tree.steps if speaks_for(step)]
    else:
        case = [tree]
    yield Heading(level, words.case)
    yield from reading.argument(case, speaks_for) if case else label(words.no_case)
    yield Heading(level, words.objections)
    objections = first_against([tree])
    if not objections:
        yield from label(words.no_objections)
    for n, step in enumerate(objections, 1):
        yield from _objection(reading, step, n, level + 1)


def _objection(reading: Reading, step: Step, n: int, level: int) -> Iterator[Block]:
    """An objection with its grounds, then what answers it with all that hangs from that."""
    words, target = reading.words, step.inference.target
    if reading.map.is_inference(target):
        template, about = words.step_objection, reading.map.inference(target).premises[0]
    else:
        template, about = words.objection, ClaimId(target)
    title = template.format(n=n, target=reading.number(about), text=reading.short(about))
    yield Heading(level, title)
    yield from reading.argument([step], speaks_for)
    answers = first_against([step])
    if answers:
        yield Paragraph((Run(words.answer, Look.STRONG),))
        yield from reading.answers(answers)
    elif step.full:
        yield from label(words.no_answer)

"""Tables of the claims and of the sayings of a map, in reading order, for spreadsheets.

Stances, kinds and dates are as in Rejoinder JSON, for these tables are also read by programs; only
their heads are translated.
"""

from collections.abc import Iterator
from typing import TypeAlias

from app.documents.reading import Reading
from app.model.elements import Locution
from app.model.outline import Card, Step
from app.model.roles import is_unanswered
from app.model.text import one_line

Row: TypeAlias = tuple[str, ...]


def claims(reading: Reading) -> Iterator[Row]:
    """A row for each place of a claim: one in full, and one for each further use of it.

    A claim that is used again has the same number in each row; its note, tags and speakers stand
    in the first. What bears on a step names that step, which is called by its id.
    """
    words = reading.words
    yield (
        *(words.column_number, words.column_role, words.column_claim, words.column_target),
        *(words.column_on_step, words.column_step, words.column_scheme, words.column_depth),
        *(words.column_unstated, words.column_unanswered, words.column_confidence),
        *(words.column_tags, words.column_note, words.column_speakers, words.column_used),
        words.column_id,
    )
    depths: dict[Card | Step, int] = {}
    for place in reading.each_place():
        above = place.above
        depths[place] = depths[above] + isinstance(place, Card) if above else 0
        if isinstance(place, Card):
            yield _claim(reading, place, depths[place])


def _claim(reading: Reading, card: Card, depth: int) -> Row:
    words, claim, step = reading.words, reading.claim(card), card.above
    sure = "" if claim.confidence is None else str(claim.confidence)
    names = {reading.citing.chain(saying): None for saying in reading.citing.sayings(card.claim)}
    known = (
        words.yes if claim.unstated else "",
        words.yes if is_unanswered(card) else "",
        sure,
        "; ".join(map(one_line, claim.tags)),
        claim.note,
        "; ".join(filter(None, names)),
    )
    return (
        str(reading.number(card.claim)),
        card.role.value,
        claim.text,
        *(_target(reading, step) if step else ("", "", "", "")),
        str(depth),
        *(known if card.full else ("",) * len(known)),
        str(len(reading.map.uses(card.claim))),
        card.claim,
    )


def _target(reading: Reading, step: Step) -> Row:
    """The claim that a step bears on, or the step that it does, the step itself, its scheme."""
    target, inference = step.inference.target, step.inference
    number, on_step = "", ""
    if reading.map.is_inference(target):
        on_step = target
    elif isinstance(step.above, Card):
        number = str(reading.number(step.above.claim))
    return (number, on_step, inference.id, one_line(inference.scheme))


def locutions(reading: Reading) -> Iterator[Row]:
    """A row for each saying of each claim."""
    words = reading.words
    yield (
        *(words.column_number, words.column_claim, words.column_speaker, words.column_through),
        *(words.column_stance, words.column_fidelity, words.column_words),
        *(words.column_paragraph, words.column_source, words.column_author),
        *(words.column_outlet, words.column_date, words.column_address, words.column_id),
    )
    for card, saying in reading.sayings():
        reading.tick()
        yield (
            str(reading.number(card.claim)),
            reading.claim(card).text,
            *_speakers(reading, saying),
            saying.stance.value,
            saying.fidelity.value,
            *_place(reading, saying),
            saying.id,
        )


def _speakers(reading: Reading, saying: Locution) -> Row:
    names = [one_line(reading.map.speaker(key).name) for key in saying.speakers]
    return ("".join(names[:1]), "; ".join(names[1:]))


def _place(reading: Reading, saying: Locution) -> Row:
    mark = saying.anchor or saying.former
    if mark is None:
        return ("",) * 7
    source = reading.map.source(mark.source)
    paragraph = reading.citing.paragraph(saying)
    return (
        mark.exact,
        "" if paragraph is None else str(paragraph),
        one_line(source.title),
        one_line(source.author),
        one_line(source.outlet),
        source.published.isoformat() if source.published else "",
        one_line(source.address),
    )

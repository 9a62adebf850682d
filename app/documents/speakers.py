"""Tables of the speakers: what each says, how, through whom, and where."""

from collections.abc import Iterator

from app.documents.blocks import Argument, Block, Heading, Look, Run, Runs, Table
from app.documents.parts import label
from app.documents.reading import Reading
from app.model.elements import Locution, Speaker, SpeakerId
from app.model.outline import Card
from app.model.text import one_line


def speakers(reading: Reading) -> Iterator[Block]:
    """A table of all speakers; then what each says first, and what only the articles say."""
    words = reading.words
    by_speaker: dict[SpeakerId | None, list[tuple[Card, Locution]]] = {}
    passed_on: dict[SpeakerId, int] = {}
    for card, saying in reading.sayings():
        first = saying.speakers[0] if saying.speakers else None
        by_speaker.setdefault(first, []).append((card, saying))
        for key in saying.speakers[1:]:
            passed_on[key] = passed_on.get(key, 0) + 1
    known = [
        speaker
        for speaker in reading.map.speakers()
        if not reading.options.branches or speaker.id in by_speaker or speaker.id in passed_on
    ]
    if not known and not by_speaker:
        yield from label(words.no_sayings)
    if known:
        head = (words.speaker, words.sort, words.affiliation, words.sayings, words.passed_on)
        rows = tuple(
            _row(reading, one, len(by_speaker.get(one.id, ())), passed_on.get(one.id, 0))
            for one in known
        )
        yield Table(head, (28, 18, 30, 12, 12), rows)
    for speaker in known:
        if speaker.id in by_speaker:
            yield Heading(2, one_line(speaker.name))
            yield from _said(reading, by_speaker[speaker.id])
    if None in by_speaker:
        yield Heading(2, words.the_articles)
        yield from _said(reading, by_speaker[None])
    yield from _said_by_nobody(reading)


def _row(reading: Reading, speaker: Speaker, says: int, passes_on: int) -> tuple[Runs, ...]:
    names = reading.words.comma.join(map(one_line, speaker.aliases))
    aliases = (Run(f" ({names})", Look.SOFT),) if names else ()
    return (
        (Run(one_line(speaker.name), Look.STRONG), *aliases),
        _cell(reading.words.sort_of(speaker.sort)),
        _cell(one_line(speaker.affiliation)),
        _cell(str(says)),
        _cell(str(passes_on)),
    )


def _said(reading: Reading, sayings: list[tuple[Card, Locution]]) -> Iterator[Block]:
    words, citing = reading.words, reading.citing
    quoting = reading.options.quotations
    head: tuple[str, ...] = (words.claim, words.how, words.through_whom, words.where)
    widths: tuple[int, ...] = (36, 18, 16, 12)
    rows = []
    for card, saying in sayings:
        n = reading.number(card.claim)
        how = (words.stance_of(saying.stance), words.fidelity_of(saying.fidelity))
        via = (one_line(reading.map.speaker(key).name) for key in saying.speakers[1:])
        row = (
            (
                Run(words.number.format(n=n), Look.SOFT),
                Run(" "),
                Run(reading.text(card.claim)),
            ),
            _cell(words.comma.join(how)),
            _cell(words.comma.join(via)),
            _cell(citing.place(saying)),
        )
        mark = saying.anchor or saying.former
        rows.append((*row, _cell(mark.exact if mark else "")) if quoting else row)
    if quoting:
        head, widths = (*head, words.words_there), (*widths, 30)
    yield Table(head, widths, tuple(rows))


def _said_by_nobody(reading: Reading) -> Iterator[Block]:
    left = [card for card in reading.claims if not reading.citing.sayings(card.claim)]
    if left:
        yield Heading(2, reading.words.nobody)
        yield Argument(tuple(reading.alone(card) for card in left))


def _cell(text: str) -> Runs:
    return (Run(text),) if text else ()

"""What can stand on a map: what somebody says in a sentence, or the sentence itself."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from app.drafting.findings import Finding
from app.drafting.kinds import FINITE
from app.drafting.reading import Reading, Run
from app.drafting.tokens import QUOTES

_FEWEST = 6  # words; a shorter sentence argues nothing


class Unit(NamedTuple):
    """A piece of a text that can be a claim: its sentence, and the finding that it is said in."""

    run: Run
    sentence: int
    finding: int | None


def units_of(
    reading: Reading, found: Sequence[Finding], parents: Sequence[int | None]
) -> list[Unit]:
    """Cut a text into its units, in order."""
    said: defaultdict[int, list[tuple[Run, int]]] = defaultdict(list)
    for number, finding in enumerate(found):
        if parents[number] is None and _is_claim(reading, finding):
            for run in finding.content:
                said[reading.tokens[run.first].sentence].append((run, number))
    units: list[Unit] = []
    for number, sentence in enumerate(reading.sentences):
        if number in said:
            units += [Unit(run, number, owner) for run, owner in _joined(said[number])]
        elif sum(t.word for t in reading.tokens[sentence.first : sentence.last + 1]) >= _FEWEST:
            units.append(Unit(sentence, number, None))
    return units


def _is_claim(reading: Reading, finding: Finding) -> bool:
    """Whether what is said is a clause or a quotation, and not only what somebody praises."""
    for run in finding.content:
        tokens = reading.tokens[run.first : run.last + 1]
        if tokens[0].text in QUOTES or any(token.kind in FINITE for token in tokens):
            return True
    return False


def _joined(parts: list[tuple[Run, int]]) -> list[tuple[Run, int]]:
    """The parts of one content in a sentence are one unit, from the first word to the last."""
    ends: dict[int, Run] = {}
    for run, owner in parts:
        known = ends.get(owner, run)
        ends[owner] = Run(min(known.first, run.first), max(known.last, run.last))
    return sorted((run, owner) for owner, run in ends.items())

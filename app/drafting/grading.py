"""The confidence of each finding: of its rule, less where its parts look odd."""

from app.drafting.confidence import Confidence
from app.drafting.findings import Finding
from app.drafting.reading import Reading, Run
from app.drafting.tagging import FINITE, Kind

_GOOD = frozenset((
    "quotation, X said, behind", "quotation, said X, behind", "according to, last",
    "according to, first", "according to, inserted", "verb + that", "verb + clause",
    "verb + quotation", "clause, said X, behind", "clause, X said, behind", "told X that",
    "told X: quotation", "in the view of, last", "in the view of, first", "in the view of, inserted",
))  # fmt: skip
_POOR = frozenset((
    "noun with preposition", "noun + to", "noun + that", "noun + that, no source", "adjective + to", "infinitive",
    "passive, no source", "relative clause", "participle + object", "adjective with preposition",
    "verb + colon", "verb, then quotation", "participle, first", "verb with preposition",
))  # fmt: skip


def confidence_of(reading: Reading, finding: Finding) -> Confidence:
    """How sure a finding is."""
    if finding.rule in _POOR or finding.source is None:
        return Confidence.GUESS
    if finding.rule in _GOOD and not _looks_odd(reading, finding):
        return Confidence.LIKELY
    return Confidence.CHECK


def _looks_odd(reading: Reading, finding: Finding) -> bool:
    return False

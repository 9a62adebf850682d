"""The confidence of each finding: of its rule, less where its parts look odd."""

from app.drafting.confidence import Confidence
from app.drafting.findings import Finding
from app.drafting.kinds import Kind
from app.drafting.reading import Reading, Run

_GOOD = frozenset((
    "quotation, X said, behind", "quotation, said X, behind", "according to, last",
    "according to, first", "according to, inserted", "as X says", "verb + that", "verb + clause",
    "verb + quotation", "clause, said X, behind", "clause, X said, behind", "told X that",
    "told X: quotation", "signed quotation", "quotation behind a colon",
    "in the view of, last", "in the view of, first", "in the view of, inserted",
))  # fmt: skip
_POOR = frozenset((
    "noun with preposition", "noun + to", "noun + that",
    "noun + that, no source",
    "noun, no source", "noun by X",
    "noun for a side", "adjective + to", "adjective with preposition",
    "infinitive", "reportedly, no source", "passive, no source", "seems, no source",
    "relative clause", "participle + object",
    "participle, first", "verb + colon", "verb, then quotation", "verb with preposition",
))  # fmt: skip
_CLAUSES = frozenset(
    ("verb + that", "verb + clause", "clause, X said, behind", "clause, said X, behind")
)
_LONG_CUE, _LONG_SOURCE, _FEW_WORDS = 2, 9, 5


def confidence_of(reading: Reading, finding: Finding) -> Confidence:
    """How sure a finding is."""
    if finding.rule in _POOR or finding.source is None:
        return Confidence.GUESS
    if finding.rule in _GOOD and not _looks_odd(reading, finding):
        return Confidence.LIKELY
    return Confidence.CHECK


def _looks_odd(reading: Reading, finding: Finding) -> bool:
    """Whether a part of a finding is not as it mostly is: a long cue, few words, a bare “who”."""
    source, cue = finding.source, finding.cue
    if source is None or cue.last - cue.first >= _LONG_CUE:
        return True
    head = reading.tokens[source.first]
    if source.first == source.last and head.kind not in (Kind.NAME, Kind.PRONOUN):
        return True
    if _words(reading, source) > _LONG_SOURCE and "," not in reading.said(source):
        return True
    quoted = finding.rule.startswith("quotation")
    if not quoted and _words(reading, *finding.content) < _FEW_WORDS:
        return True
    return finding.rule in _CLAUSES and not _is_plain(reading, finding)


def _words(reading: Reading, *runs: Run) -> int:
    return sum(t.word for run in runs for t in reading.tokens[run.first : run.last + 1])


def _is_plain(reading: Reading, finding: Finding) -> bool:
    """Whether a clause is reported by one of the verbs that do no other work: said, argued."""
    cue = reading.tokens[finding.cue.first : finding.cue.last + 1]
    verbs = {r.verb for token in cue for r in reading.lexicon.cues.get(token.low, ())}
    return bool(verbs & reading.words("plain_reports")) and not any(
        token.kind is Kind.NEGATION for token in cue
    )

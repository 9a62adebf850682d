"""What is heard though nobody is named: the owner has reportedly left."""

from app.drafting.findings import Grammar
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Run

_VERBAL = frozenset((Kind.AUXILIARY, Kind.ADVERB, Kind.NEGATION))


def reportedly(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Find "reportedly": the clause around it is somebody's report."""
    tokens = grammar.tokens
    if tokens[number].low not in grammar.words["hearsay"] or number + 1 > sentence.last:
        return None
    if tokens[number].quotation >= 0:
        return None
    begun = end = number
    while begun > sentence.first and tokens[begun - 1].kind in _VERBAL:
        begun -= 1
    while end < sentence.last and tokens[end].kind in _VERBAL:
        end += 1
    verbal = any(token.kind in FINITE for token in tokens[begun : end + 1])
    subject = grammar.subjects.before(begun, sentence.first) if verbal else None
    if subject is None or tokens[subject.first].low in grammar.words["relatives"]:
        return None
    last = grammar.clauses.end_of(number + 1, sentence.last)
    content = (Run(subject.first, number - 1), Run(number + 1, last))
    grammar.add(None, Run(number, number), content, "reportedly, no source")
    return number

"""A sentence quoted before a subject and any verb: “It is over,” the clerk shrugged."""

from app.drafting.findings import Grammar
from app.drafting.kinds import Kind
from app.drafting.reading import Run
from app.drafting.tokens import CLOSING

_SENTENCE = 4  # words and marks; what is shorter is a name or a title
_GOES_ON = frozenset((",", "?", "!"))


def any_verb_behind(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Find the sentence that a comma within its marks gives to the subject here."""
    tokens = grammar.tokens
    if tokens[number].kind not in (Kind.PAST, Kind.VERB) or tokens[number].quotation >= 0:
        return None
    source = grammar.subjects.before(number, sentence.first)
    if source is not None and source.first > sentence.first:
        quotation = _given(grammar, source.first - 1)
    else:
        source = _subject_behind(grammar, number, sentence)
        quotation = _given(grammar, number - 1) if source else None
    if source is None or quotation is None or grammar.takes(quotation.first):
        return None
    if grammar.is_empty(source) or tokens[source.first].low in grammar.words["relatives"]:
        return None
    content = grammar.clauses.before(quotation.last, sentence.first)
    behind = max(number, source.last)
    content += grammar.clauses.quotations.following(behind + 1)
    grammar.add(source, Run(number, number), content, "quotation, any verb behind")
    return behind


def _given(grammar: Grammar, last: int) -> Run | None:
    """The quotation of a whole sentence that ends here, with a sign that it goes on."""
    tokens = grammar.tokens
    quotation = grammar.reading.quotation_of(last) if tokens[last].text in CLOSING else None
    if quotation is None or quotation.last != last or last - quotation.first < _SENTENCE:
        return None
    whole = tokens[quotation.first + 1].capital and tokens[last - 1].text in _GOES_ON
    return quotation if whole else None


def _subject_behind(grammar: Grammar, number: int, sentence: Run) -> Run | None:
    """A name behind its verb: shrugs Ana Paz, 43."""
    if number in (sentence.first, sentence.last):
        return None
    if grammar.tokens[number + 1].kind is not Kind.NAME:
        return None
    end = grammar.sources.end_from(number + 1, sentence.last)
    return None if end is None else Run(number + 1, end)

"""Whole sentences quoted behind a colon, whatever the verb before it: The owner was curt: “…”."""

from app.drafting.findings import Grammar
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Run

_SENTENCE = 4  # words and marks; what is shorter is a name or a title
_SPEAKS = frozenset(("he", "she", "they", "we", "i", "who"))


def behind_colon(grammar: Grammar, sentence: Run) -> None:
    """Find a quotation behind a colon that no rule has taken: the subject before it speaks."""
    colon = _colon(grammar, sentence)
    if colon is None:
        return
    content = grammar.clauses.quotations_from(
        colon + 1, grammar.reading.sentence_of(colon + 1).last
    )
    if not content or grammar.takes(content[0].first):
        return
    for number in range(colon - 1, sentence.first, -1):
        token = grammar.tokens[number]
        if token.quotation >= 0 or token.kind not in FINITE:
            continue
        group = number
        while group > sentence.first + 1 and grammar.tokens[group - 1].kind in (
            Kind.AUXILIARY, Kind.ADVERB, Kind.NEGATION,
        ):  # fmt: skip
            group -= 1
        source = grammar.subjects.before(group, sentence.first)
        linked = any(t.low in grammar.words["be"] for t in grammar.tokens[group : number + 1])
        if source is not None and _speaks(grammar, source, linked=linked):
            grammar.add(source, Run(group, colon - 1), content, "quotation behind a colon")
            return


def _colon(grammar: Grammar, sentence: Run) -> int | None:
    """The colon with a whole sentence in quotation marks behind it."""
    tokens = grammar.tokens
    for number in range(sentence.first + 1, sentence.last + 1):
        if tokens[number].text != ":" or tokens[number].quotation >= 0:
            continue
        quotation = grammar.clauses.quotations.at(number + 1)
        if quotation is None or quotation.last - quotation.first < _SENTENCE:
            continue
        if tokens[quotation.first].paragraph != tokens[number].paragraph:
            continue
        if tokens[quotation.first + 1].capital:
            return number
    return None


def _speaks(grammar: Grammar, source: Run, *, linked: bool) -> bool:
    """Whether a subject can say something; what merely is so must be a person or a writing."""
    head, names = grammar.tokens[source.last], grammar.lexicon.names
    if grammar.tokens[source.first].low in _SPEAKS:
        return True
    if not linked:
        return head.low not in grammar.words["empty_heads"]
    known = names["roles"] | names["people"] | names["documents"] | names["organisations"]
    return (
        any(
            token.kind is Kind.NAME or token.low in known
            for token in grammar.tokens[source.first : source.last + 1]
        )
        and head.low not in grammar.words["empty_heads"]
    )

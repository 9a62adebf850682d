"""Speakers named before a colon: NAME: what is said; and quotations that carry on without a cue."""

from app.drafting.findings import Grammar
from app.drafting.kinds import Kind
from app.drafting.reading import Run

_LONGEST_LABEL = 7
_SHORT_LABEL = 3


def label(grammar: Grammar, sentence: Run) -> None:
    """Find the speaker before a colon at the head of a paragraph, as in transcripts."""
    tokens, first = grammar.tokens, sentence.first
    if first and tokens[first - 1].paragraph == tokens[first].paragraph:
        return
    colon = next(
        (
            n
            for n in range(first + 1, min(first + _LONGEST_LABEL, sentence.last))
            if tokens[n].text == ":"
        ),
        None,
    )
    if colon is None or tokens[colon].quotation >= 0:
        return
    names = [n for n in range(first, colon) if tokens[n].word]
    if not names or tokens[first].low in grammar.words["headline_skips"]:
        return
    if not all(
        tokens[n].capital
        or tokens[n].low in ("of", "the", "for", "de", "van")
        or grammar.phrases.is_role(n)
        for n in names
    ):
        return
    if any(f.cue.first >= first and f.cue.first <= colon for f in grammar.found[-8:]):
        return
    quoted = colon < sentence.last and grammar.clauses.quotations.opens(colon + 1)
    if tokens[first].paragraph > 1 and len(names) > _SHORT_LABEL and not quoted:
        return
    last = sentence.last
    if tokens[first].paragraph > 1:
        while last + 1 < len(tokens) and tokens[last + 1].paragraph == tokens[first].paragraph:
            last += 1
    grammar.add(
        Run(names[0], colon - 1), Run(colon, colon), (Run(colon + 1, last),), "name and colon"
    )


def name_before_quotation(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Two people agree – Ana Paz: “…”. The name stands right before the colon."""
    tokens = grammar.tokens
    colon = number + 1
    if colon + 1 >= len(tokens) or tokens[colon].text != ":" or tokens[number].quotation >= 0:
        return None
    quotation = grammar.clauses.quotations.at(colon + 1)
    if quotation is None or tokens[number].kind is not Kind.NAME:
        return None
    begun = grammar.subjects.phrase_ending(number, sentence.first)
    if begun is None or begun == sentence.first or number - begun > _LONGEST_LABEL:
        return None
    before = tokens[begun - 1]
    if before.word or grammar.phrases.has_finite_verb(begun, number):
        return None
    content = grammar.clauses.quotations_from(colon + 1, sentence.last)
    grammar.add(Run(begun, number), Run(colon, colon), content, "name and colon")
    return colon

"""A quotation with a name beneath or behind it: “…” — Ana Paz, engineer; “…” [Reuters]."""

from app.drafting.findings import Grammar
from app.drafting.kinds import Kind
from app.drafting.reading import Run
from app.drafting.tokens import CLOSING

_SENTENCE = 4  # words and marks; what is shorter is a name or a title
_NEXT = 1  # paragraph: the name stands in that of the quotation, or in the next
_BRACKETS = {"[": "]"}


def signed(grammar: Grammar, sentence: Run) -> None:
    """Find a dash or a square bracket right behind a quotation, and a name alone from there on."""
    tokens = grammar.tokens
    for sign in range(max(1, sentence.first), sentence.last):
        if tokens[sign - 1].text in CLOSING:
            _signed_at(grammar, sign, sentence.last)


def _signed_at(grammar: Grammar, sign: int, last: int) -> None:
    tokens = grammar.tokens
    quotation = grammar.reading.quotation_of(sign - 1)
    apart = tokens[sign].paragraph - tokens[sign - 1].paragraph
    if quotation is None or apart > _NEXT or quotation.last - quotation.first < _SENTENCE:
        return
    if tokens[sign + 1].kind is not Kind.NAME or grammar.takes(quotation.first):
        return
    end = grammar.sources.end_from(sign + 1, last)
    if end is None or not _is_alone(grammar, sign, end, last):
        return
    grammar.add(Run(sign + 1, end), Run(sign, sign), (quotation,), "signed quotation")


def _is_alone(grammar: Grammar, sign: int, end: int, last: int) -> bool:
    """Whether no word follows the name; in brackets they close behind it."""
    behind = [token for token in grammar.tokens[end + 1 : last + 1] if token.text != "."]
    closing = _BRACKETS.get(grammar.tokens[sign].text)
    if closing:
        return [token.text for token in behind] == [closing]
    return grammar.phrases.is_dash(sign) and not any(token.word for token in behind)

"""A quotation with a name beneath or behind it: “…” — Ana Paz, engineer."""

from app.drafting.findings import Grammar
from app.drafting.kinds import Kind
from app.drafting.reading import Run
from app.drafting.tokens import CLOSING

_SENTENCE = 4  # words and marks; what is shorter is a name or a title
_NEXT = 1  # paragraph: the name stands in that of the quotation, or in the next


def signed(grammar: Grammar, sentence: Run) -> None:
    """Find a dash right behind a quotation, and nothing but a name between it and the end."""
    tokens = grammar.tokens
    for dash in range(max(1, sentence.first), sentence.last):
        if tokens[dash - 1].text in CLOSING and grammar.phrases.is_dash(dash):
            _signed_at(grammar, dash, sentence.last)


def _signed_at(grammar: Grammar, dash: int, last: int) -> None:
    tokens = grammar.tokens
    quotation = grammar.reading.quotation_of(dash - 1)
    apart = tokens[dash].paragraph - tokens[dash - 1].paragraph
    if quotation is None or apart > _NEXT or quotation.last - quotation.first < _SENTENCE:
        return
    if tokens[dash + 1].kind is not Kind.NAME or grammar.takes(quotation.first):
        return
    end = grammar.sources.end_from(dash + 1, last)
    if end is not None and (end == last or (end + 1 == last and not tokens[last].word)):
        grammar.add(Run(dash + 1, end), Run(dash, dash), (quotation,), "signed quotation")

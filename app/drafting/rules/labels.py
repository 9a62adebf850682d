"""Speakers named before a colon: NAME: what is said; and quotations that carry on without a cue."""

from app.drafting.findings import Grammar
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
        tokens[n].capital or tokens[n].low in ("of", "the", "for", "de", "van") for n in names
    ):
        return
    if any(f.cue.first >= first and f.cue.first <= colon for f in grammar.found[-8:]):
        return
    if tokens[first].paragraph > 1 and len(names) > _SHORT_LABEL:
        return
    last = sentence.last
    if tokens[first].paragraph > 1:
        while last + 1 < len(tokens) and tokens[last + 1].paragraph == tokens[first].paragraph:
            last += 1
    grammar.add(
        Run(names[0], names[-1]), Run(colon, colon), (Run(colon + 1, last),), "name and colon"
    )


def _is_somebody(grammar: Grammar, names: list[int]) -> bool:
    """Whether a label names somebody who comes again in the text, or is in capitals."""
    tokens = grammar.tokens
    last = tokens[names[-1]]
    if len(last.text) > 1 and all(tokens[n].text.isupper() for n in names):
        return True
    return grammar.frequency[last.text] > 1

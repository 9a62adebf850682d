"""What a poll or a survey found, where no verb tells: in the Gazette's poll, …; … in most polls."""

from app.drafting.findings import Grammar
from app.drafting.kinds import FINITE, Kind
from app.drafting.phrases import WITHIN
from app.drafting.reading import Run
from app.drafting.rules.according import leads_sentence

_FAR = 12  # words from "in" to the noun


def in_poll(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Find "in a poll" here, with nothing else in the clause that reports; returns its end."""
    tokens = grammar.tokens
    if tokens[number].low != "in" or tokens[number].quotation >= 0:
        return None
    source = _poll(grammar, number + 1, sentence.last)
    if source is None:
        return None
    content = _content(grammar, number, source, sentence)
    if content is None or not grammar.phrases.has_finite_verb(*content):
        return None
    if any(_reports(grammar, at) for at in range(content.first, content.last + 1)):
        return None
    grammar.add(source, Run(number, number), (content,), "in a poll")
    return source.last


def _poll(grammar: Grammar, first: int, last: int) -> Run | None:
    """The noun phrase of a poll that begins here, with what tells it apart from others."""
    for at in range(first, min(first + _FAR, last + 1)):
        token = grammar.tokens[at]
        if token.low in grammar.words["polls"]:
            comma = next((n for n in range(at, last) if grammar.tokens[n].text == ","), last)
            return Run(first, max(at, grammar.sources.end_from(first, comma) or at))
        if token.kind not in WITHIN and not grammar.phrases.is_joined(at):
            return None
    return None


def _content(grammar: Grammar, number: int, source: Run, sentence: Run) -> Run | None:
    """The clause behind a poll that leads in, or one with a figure before a poll."""
    tokens, end = grammar.tokens, source.last
    if leads_sentence(grammar, number, sentence):
        while end < sentence.last and tokens[end].text != ",":
            if tokens[end].kind in FINITE:
                return None
            end += 1
        if tokens[min(end + 1, sentence.last)].kind in (Kind.PAST, Kind.PARTICIPLE):
            return None  # in a poll, taken in May, …
        last = grammar.clauses.end_of(end + 1, sentence.last) if end < sentence.last else end
        return Run(end + 1, last) if end < last else None
    before, following = tokens[number - 1], tokens[min(end + 1, sentence.last)]
    names = grammar.lexicon.names
    if not any(token.kind is Kind.NUMBER for token in tokens[sentence.first : number]):
        return None
    of_people = before.low in names["people"] | names["roles"] or before.kind is Kind.PARTICIPLE
    if of_people or not (end == sentence.last or following.text in (".", ",", ";")):
        return None
    first = sentence.first
    for finding in grammar.found[-8:]:
        if finding.cue.first >= first:
            return None
    return Run(grammar.clauses.behind_lead(first, number - 1), number - 1)


def _reports(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    return token.kind in FINITE and token.low in grammar.lexicon.cues

"""Verbs that tell somebody something: told X that …, urged X to …."""

from app.drafting.findings import Cue, Grammar
from app.drafting.kinds import Kind
from app.drafting.reading import Run
from app.drafting.rules.content import Ahead, clause_to
from app.drafting.tokens import OPENING

_ADDRESSEES = frozenset((
    Kind.NAME, Kind.DETERMINER, Kind.OBJECT, Kind.NOUN, Kind.PRONOUN, Kind.ADJECTIVE, Kind.NUMBER,
    Kind.ING,
))  # fmt: skip


def told(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    """Told X that, told X: "…", urged X to …."""
    if "tell" not in cue.frames and cue.verb not in ("order", "want", "expect", "need"):
        return None
    tokens = grammar.tokens
    if tokens[number].kind not in _ADDRESSEES:
        return None
    for at in range(number + 1, min(number + 17, last + 1)):
        token = tokens[at]
        if token.kind is Kind.THAT and cue.verb not in ("want", "expect", "need"):
            return Ahead(cue.at, clause_to(grammar, at, last), "told X that")
        inner = tokens[at + 1] if token.text in OPENING and at < last else None
        if inner is not None and "state" in cue.frames and not inner.capital:
            return None  # warned the sums “do not add up”
        if token.text in OPENING or (
            token.text in (",", ":") and at < last and tokens[at + 1].text in OPENING
        ):
            content = grammar.clauses.quotations_from(at if token.text in OPENING else at + 1, last)
            return Ahead(cue.at, content, "told X: quotation") if content else None
        if token.kind is Kind.TO:
            informed = cue.verb in ("tell", "remind", "warn", "advise", "instruct")
            begun = (at - 1 if tokens[at - 1].low == "not" else at) if informed else number
            return Ahead(cue.at, clause_to(grammar, begun, last), "told X to")
        if token.kind in (Kind.PRONOUN, Kind.SUBORDINATOR, Kind.WH) and cue.verb not in (
            "want",
            "expect",
            "need",
            "order",
        ):
            return Ahead(cue.at, clause_to(grammar, at, last), "told X a clause")
        if (
            token.kind is Kind.DETERMINER
            and tokens[at - 1].kind in (Kind.OBJECT, Kind.NAME, Kind.NOUN)
            and cue.verb in ("tell", "assure", "inform", "remind", "warn")
            and grammar.phrases.has_finite_verb(at, last)
        ):
            return Ahead(cue.at, clause_to(grammar, at, last), "told X a clause")
        if token.low == "for" and cue.verb == "ask":
            return Ahead(cue.at, clause_to(grammar, at, last), "told X to")
        if token.low == "of" and cue.verb in grammar.words["told_of"] and at < last:
            end = grammar.objects.end_from(at + 1, last)
            return Ahead(cue.at, (Run(at + 1, end),), "told X of") if end > at else None
        listed = token.text == "," and at < last
        place = listed and tokens[at - 1].kind is tokens[at + 1].kind is Kind.NAME
        if (token.text in (",", ".", ";") and not place) or token.low in ("about", "of", "for"):
            return None
    return None

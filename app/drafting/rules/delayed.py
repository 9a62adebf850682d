"""What is said after words for when and where: said on Monday that …; or in the next sentence."""

from app.drafting.findings import Cue, Grammar
from app.drafting.kinds import Kind
from app.drafting.reading import Run
from app.drafting.rules.behind import is_adjunct
from app.drafting.rules.content import CLAUSE, Ahead, clause_to
from app.drafting.tokens import CLOSING, OPENING

_QUESTIONS = frozenset(("whether", "how", "why"))
_STARTS_CLAUSE = frozenset((Kind.DETERMINER, Kind.PRONOUN, Kind.NAME))


def later(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    """Said on Tuesday that …, said in a statement: "…"."""
    if not cue.frames & (CLAUSE | {"want", "judge"}):
        return None
    tokens = grammar.tokens
    at = _behind_adjunct(grammar, number, last, wants="want" in cue.frames)
    if at is None:
        return None
    token = tokens[at]
    if token.kind is Kind.TO:
        return Ahead(cue.at, clause_to(grammar, at, last), "verb + to")
    if token.low in _QUESTIONS:
        return Ahead(cue.at, clause_to(grammar, at, last), "verb + question")
    if not cue.frames & CLAUSE:
        return None
    if token.kind is Kind.THAT:
        return Ahead(cue.at, clause_to(grammar, at, last), "verb + that")
    if token.text in OPENING:
        if tokens[at - 1].kind is Kind.PREPOSITION and tokens[at - 1].low != "to":
            return None  # said on “Tea at Four”
        content = grammar.clauses.quotations_from(at, last)
        return Ahead(cue.at, content, "verb + quotation") if content else None
    if token.text in (",", ":") and at < len(tokens) - 1:
        content = grammar.clauses.quotations_from(at + 1, last)
        if content:
            return Ahead(cue.at, content, "verb + quotation")
        return (
            Ahead(cue.at, (Run(at + 1, last),), "verb + colon")
            if token.text == ":" and at < last
            else None
        )
    if token.kind in _STARTS_CLAUSE and grammar.phrases.has_finite_verb(at, last):
        return Ahead(cue.at, clause_to(grammar, at, last), "verb + clause")
    return None


def _behind_adjunct(grammar: Grammar, number: int, last: int, *, wants: bool) -> int | None:
    """Where what is said begins behind words for when and where."""
    tokens, phrases = grammar.tokens, grammar.phrases
    first = tokens[number]
    if first.kind is Kind.TO or not (
        first.low in grammar.words["reporting_adjuncts"]
        or phrases.is_time(first)
        or _is_ago(grammar, number, last)
    ):
        return None
    for at in range(number + 1, min(number + 19, last + 1)):
        token = tokens[at]
        if token.kind is Kind.THAT or token.text in (*OPENING, ":") or token.low in _QUESTIONS:
            return at
        if token.kind is Kind.TO and wants and phrases.is_time(tokens[at - 1]):
            return at  # vowed on Monday | to stay
        if token.text == ",":
            following = tokens[at + 1] if at < len(tokens) - 1 else None
            if following and following.text in OPENING:
                return at
            if following and following.kind is Kind.THAT:
                return at + 1
            return _behind_relative(grammar, at + 1, last)
        if token.kind is Kind.PRONOUN and token.low not in ("who", "it", "you"):
            return at
        before = tokens[at - 1]
        ended = phrases.is_time(before) and (
            before.low in grammar.words["days"]
            or before.low in grammar.words["time_nouns"]
            or before.low in ("today", "yesterday", "tomorrow", "earlier", "later")
        )
        if (
            ended
            and token.kind in _STARTS_CLAUSE
            and not phrases.is_time(token)
            and token.low not in ("this", "last")
        ):
            return at
    return None


def _is_ago(grammar: Grammar, number: int, last: int) -> bool:
    """Four years ago; some weeks later."""
    if number + 2 > last:
        return False
    spans = grammar.tokens[number + 1].low.rstrip("s") in grammar.words["time_nouns"]
    return spans and grammar.tokens[number + 2].low in ("ago", "earlier", "later", "before")


def _behind_relative(grammar: Grammar, first: int, last: int) -> int | None:
    """Behind a relative clause between commas: said on the radio, where she works, that …."""
    if grammar.tokens[first].low not in ("who", "which", "where", "when", "a", "the"):
        return None
    for at in range(first + 1, min(first + 16, last)):
        if grammar.tokens[at].text == ",":
            following = grammar.tokens[at + 1]
            said = following.kind is Kind.THAT or following.text in OPENING
            return at + 1 if said else None
    return None


def next_sentence(grammar: Grammar, cue: Cue, number: int) -> Ahead | None:
    """He said in a statement. And then the quotation, or it stands in the next paragraph."""
    tokens, last = grammar.tokens, cue.sentence.last
    if not cue.frames & {"state", "inverted"} or tokens[number].low in ("that", "by"):
        return None
    colon = tokens[last].text == ":"
    if not (number >= last or is_adjunct(grammar, number, last) or colon):
        return None
    before = _quoted_before(grammar, cue)
    if before is not None:
        return Ahead(cue.at, (before,), "quotation, X said, behind")
    if "state" not in cue.frames or last + 1 >= len(tokens):
        return None
    if not (tokens[last + 1].paragraph == tokens[last].paragraph or colon):
        return None
    content = grammar.clauses.quotations_from(last + 1, grammar.reading.sentence_of(last + 1).last)
    return Ahead(cue.at, content, "verb, then quotation") if content else None


def _quoted_before(grammar: Grammar, cue: Cue) -> Run | None:
    """The quotation right before a sentence that only says who said it: “I was here.” He said."""
    last = cue.sentence.first - 1
    if last < 0 or grammar.tokens[last].text not in CLOSING:
        return None
    quotation = grammar.reading.quotation_of(last)
    here = grammar.tokens[last].paragraph == grammar.tokens[last + 1].paragraph
    return quotation if here and quotation and not grammar.takes(last) else None

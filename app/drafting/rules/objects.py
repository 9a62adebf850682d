"""Verbs that take a thing or a person: criticised …, spoke about …, sees … as …."""

from app.drafting.findings import Cue, Grammar
from app.drafting.kinds import FINITE, Kind
from app.drafting.phrases import WITHIN
from app.drafting.reading import Run
from app.drafting.rules.content import CLAUSE, Ahead, clause_to
from app.drafting.tokens import OPENING, QUOTES


def as_something(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    """See X as …, portray X as …."""
    if "as" not in cue.frames:
        return None
    if grammar.tokens[number].low == "as" and cue.verb == "dismiss":
        end = grammar.objects.end_from(number + 1, last)
        return Ahead(cue.at, (Run(number, end),), "verb + as") if end > number else None
    for at in range(number + 1, min(number + 10, last)):
        token = grammar.tokens[at]
        if token.low == "as":
            if grammar.phrases.has_finite_verb(at + 1, min(last, at + 4)):
                return None
            return Ahead(
                cue.at, (Run(number, grammar.objects.end_from(number, last)),), "verb + as"
            )
        if token.kind in FINITE or not token.word or token.kind is Kind.THAT:
            return None
    return None


def with_preposition(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    """Spoke about …, called for …."""
    after = grammar.lexicon.prepositions.get(cue.verb, frozenset())
    if (
        "about" in after
        and cue.verb in grammar.words["talking_verbs"]
        and grammar.tokens[number].low not in after
    ):
        number = _far_about(grammar, number, last)
    if grammar.tokens[number].low not in after or number >= last:
        return None
    following = grammar.tokens[number + 1]
    if following.kind is Kind.ADVERB or not (following.word or following.text in QUOTES):
        return None
    if following.low.rstrip("s") in grammar.words["time_nouns"]:
        return None  # argued for hours that
    if grammar.tokens[number].low == "on" and grammar.objects.tells_where(number, last):
        return None  # speaking on the radio
    if cue.verb in ("call", "appeal") and grammar.tokens[number].low in ("on", "for"):
        return Ahead(number, clause_to(grammar, number + 1, last), "verb with preposition")
    if "state" in cue.frames:
        quoted = _quoted_behind(grammar, number, last)
        if quoted:
            return Ahead(cue.at, quoted, "verb + quotation")
    end = grammar.objects.end_from(number + 1, last)
    return Ahead(number, (Run(number + 1, end),), "verb with preposition") if end > number else None


def _quoted_behind(grammar: Grammar, number: int, last: int) -> tuple[Run, ...]:
    """Wrote of the mayor: “…”: what is said is the quotation."""
    for at in range(number + 1, min(number + 12, last)):
        token = grammar.tokens[at]
        if token.text in (",", ":"):
            return grammar.clauses.quotations_from(at + 1, last)
        if token.kind in FINITE or not token.word:
            return ()
    return ()


def _far_about(grammar: Grammar, number: int, last: int) -> int:
    """Spoke at length about: the preposition behind whom, where or how."""
    for at in range(number, min(number + 7, last)):
        token = grammar.tokens[at]
        if token.low == "about":
            return at
        if not token.word or token.kind in (*FINITE, Kind.THAT, Kind.SUBORDINATOR):
            return number
    return number


def an_object(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    """Criticised …, supports …; a document shows …."""
    token = grammar.tokens[number]
    if (
        cue.verb in grammar.words["showing_verbs"]
        and token.kind in (Kind.DETERMINER, Kind.NAME, Kind.NOUN, Kind.ADJECTIVE, Kind.NUMBER)
        and _by_document(grammar, cue)
    ):
        return Ahead(cue.at, clause_to(grammar, number, last), "verb + clause")
    if "judge" not in cue.frames:
        return None
    if token.kind is Kind.THAT and cue.frames & CLAUSE:
        return None
    starts = (
        token.kind
        in (
            Kind.THAT,
            Kind.DETERMINER,
            Kind.OBJECT,
            Kind.NAME,
            Kind.NOUN,
            Kind.ADJECTIVE,
            Kind.NUMBER,
            Kind.PRONOUN,
            Kind.ING,
        )
        or token.text in OPENING
        or token.low == "having"
    )
    if not starts:
        return None
    end = grammar.objects.end_from(number, last)
    return Ahead(cue.at, (Run(number, end),), "verb + object") if end >= number else None


def _by_document(grammar: Grammar, cue: Cue) -> bool:
    """Whether a document or a poll is what shows something."""
    source = grammar.subjects.before(cue.group, cue.sentence.first)
    if source is None:
        return False
    head = source.first
    for number in range(source.first, source.last + 1):
        token = grammar.tokens[number]
        inside = token.kind in WITHIN or grammar.phrases.is_joined(number)
        counts = grammar.tokens[head].low in grammar.words["counting_nouns"]
        if not inside and not (token.low == "of" and counts):
            break
        head = number
    return grammar.tokens[head].low in grammar.lexicon.names["documents"]

"""Reports ahead of what they report: said that …, said: "…", told X …, vowed to …, criticised …."""

from app.drafting.findings import Cue, Grammar
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Run
from app.drafting.rules.addressed import told
from app.drafting.rules.content import CLAUSE, Ahead, clause_to
from app.drafting.rules.delayed import later, next_sentence
from app.drafting.rules.objects import an_object, as_something, with_preposition
from app.drafting.tokens import OPENING, QUOTES

_STARTS_CLAUSE = frozenset((Kind.DETERMINER, Kind.PRONOUN, Kind.NAME))
_INSERTED = 16  # words at most between the signs around an insertion


def content_ahead(grammar: Grammar, cue: Cue) -> Ahead | None:
    """What is said behind a cue, if its verb takes what follows it."""
    number, last = cue.at + 1, _last_word(grammar, cue)
    number = _behind_adverbs(grammar, number, last)
    number = _behind_insertion(grammar, cue, number, last)
    if number > last:
        return None
    for rule in (
        with_preposition,
        as_something,
        _that,
        _quotation,
        _to,
        told,
        later,
        _question,
        _answer,
        _clause,
        an_object,
    ):
        found = rule(grammar, cue, number, last)
        if found:
            return _with_following(grammar, found)
    return next_sentence(grammar, cue, number)


def _with_following(grammar: Grammar, found: Ahead) -> Ahead:
    """Where a clause ends in a quotation, those that go on with it belong to it."""
    end = found.content[-1].last if found.content else 0
    quotation = grammar.reading.quotation_of(end)
    sentence = grammar.reading.sentence_of(end)
    closed = quotation is not None and quotation.last >= end and end + 1 >= sentence.last
    if not closed or found.rule not in ("verb + that", "verb + clause", "told X that"):
        return found
    at = quotation.last + 1 if quotation else end + 1
    following = grammar.clauses.quotations.at(at)
    if following is None or grammar.tokens[at].paragraph != grammar.tokens[end].paragraph:
        return found
    return found._replace(content=(*found.content, *grammar.clauses.quotations.following(at)))


def _behind_adverbs(grammar: Grammar, number: int, last: int) -> int:
    """Behind adverbs, and commas around them: suggest, however, that …."""
    tokens, at = grammar.tokens, number
    if (
        at + 2 <= last
        and tokens[at].text == ","
        and (tokens[at + 1].kind is Kind.ADVERB or tokens[at + 1].low == "though")
        and tokens[at + 2].text == ","
    ):
        at += 3
    while at < last and tokens[at].kind is Kind.ADVERB and not grammar.phrases.is_time(tokens[at]):
        at += 1
    return (
        at
        if at == number
        or (
            at <= last
            and (
                tokens[at].kind in (Kind.THAT, Kind.TO, Kind.PREPOSITION)
                or tokens[at].text in (*OPENING, ":", ",")
                or tokens[at].low in grammar.words["question_words"]
                or grammar.phrases.is_dash(at)
            )
        )
        else number
    )


def _behind_insertion(grammar: Grammar, cue: Cue, number: int, last: int) -> int:
    """Behind what stands between signs: said, without proof, that …."""
    if not cue.frames & {"state", "think"} or number >= last:
        return number
    sign = grammar.tokens[number].text
    if grammar.tokens[number + 1].text in OPENING:
        return number
    if not (sign == "," or grammar.phrases.is_dash(number)):
        return number
    for at in range(number + 2, min(number + _INSERTED, last)):
        token = grammar.tokens[at]
        if token.text in QUOTES or token.text in (";", ":"):
            break
        if token.text == sign:
            following = grammar.tokens[at + 1]
            goes_on = following.kind is Kind.THAT or following.text in OPENING
            return at + 1 if goes_on else number
    return number


def _last_word(grammar: Grammar, cue: Cue) -> int:
    last = cue.sentence.last
    while (
        last > cue.at + 1
        and grammar.tokens[last].text in (".", "!", "?")
        and grammar.tokens[last].quotation < 0
    ):
        last -= 1
    return last


def _that(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    if grammar.tokens[number].kind is not Kind.THAT or not cue.frames & CLAUSE:
        return None
    if number == last:
        return None
    return Ahead(cue.at, clause_to(grammar, number, last), "verb + that")


def _quotation(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    token = grammar.tokens[number]
    if not cue.frames & (CLAUSE | {"judge"}):
        return None
    if token.text in OPENING and cue.frames & CLAUSE:
        return _opened(grammar, cue, number, last)
    if token.text == ":" or (
        token.text == ","
        and number < len(grammar.tokens) - 1
        and grammar.tokens[number + 1].text in OPENING
    ):
        content = grammar.clauses.quotations_from(number + 1, last)
        if content:
            return Ahead(cue.at, content, "verb + quotation")
        if token.text == ":" and number < last and cue.frames & CLAUSE:
            return Ahead(cue.at, (Run(number + 1, last),), "verb + colon")
    return None


def _opened(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    quotation = grammar.clauses.quotations.at(number)
    if quotation is None:
        return None
    if quotation.last >= last - 1 or _ends_its_sentence(grammar, quotation):
        content = (
            (quotation, *grammar.clauses.quotations.following(quotation.last + 1))
            if quotation.last >= last
            else (Run(number, quotation.last),)
        )
        return Ahead(cue.at, content, "verb + quotation")
    return Ahead(cue.at, clause_to(grammar, number, last), "verb + quotation")


def _ends_its_sentence(grammar: Grammar, quotation: Run) -> bool:
    """Whether a comma within the marks ends what is said: said “I am here,” and sat down."""
    before, following = grammar.tokens[quotation.last - 1], grammar.tokens[quotation.last + 1]
    return before.text == "," and following.low in ("and", "but", "then")


def _to(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    token = grammar.tokens[number]
    if token.kind is Kind.NEGATION and number < last:
        token = grammar.tokens[number + 1]
    if "want" not in cue.frames or token.kind is not Kind.TO:
        return None
    following = grammar.tokens[token.number + 1] if token.number < last else None
    if following is None or following.low == "respond":
        return None
    return Ahead(cue.at, clause_to(grammar, number, last), "verb + to")


def _question(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    if (
        not cue.frames & (CLAUSE | {"judge"})
        or grammar.tokens[number].low not in grammar.words["question_words"]
        or number >= last
    ):
        return None
    if grammar.tokens[number].low in ("when", "where") and not cue.frames & {"state", "tell"}:
        return None
    return Ahead(cue.at, clause_to(grammar, number, last), "verb + question")


def _answer(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    """Said yes, said so: an answer of one word."""
    if "state" not in cue.frames or grammar.tokens[number].low not in grammar.words["answers"]:
        return None
    following = grammar.tokens[number + 1] if number < last else None
    joins = (Kind.SIGN, Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.PREPOSITION, Kind.TO)
    if following is not None and following.kind not in joins:
        return None
    return Ahead(cue.at, (Run(number, number),), "verb + answer")


def _clause(grammar: Grammar, cue: Cue, number: int, last: int) -> Ahead | None:
    """Said the war will go on: a clause without that."""
    token = grammar.tokens[number]
    if not cue.frames & {"state", "think", "show"} or "utter" in cue.frames:
        return None
    starts = (
        token.kind in _STARTS_CLAUSE
        or token.low in grammar.words["clause_starts"]
        or token.kind
        in (Kind.NOUN, Kind.ADJECTIVE, Kind.NUMBER, Kind.ING, Kind.SUBORDINATOR, Kind.GENITIVE)
        or (
            token.kind is Kind.ADVERB
            and "state" in cue.frames
            and number < last
            and grammar.tokens[number + 1].kind in (*_STARTS_CLAUSE, Kind.NUMBER)
        )
    )
    if not starts or not _has_subject_and_verb(
        grammar, number, last, sure=cue.verb in grammar.words["sure_reports"]
    ):
        return None
    return Ahead(cue.at, clause_to(grammar, number, last), "verb + clause")


def _has_subject_and_verb(grammar: Grammar, first: int, last: int, *, sure: bool) -> bool:
    """Whether a clause begins here; verbs that also take an object need their verb soon."""
    reach = last if sure else min(last, first + 12)
    for at in range(first, reach + 1):
        token = grammar.tokens[at]
        if at > first and token.kind in FINITE:
            return grammar.tokens[at - 1].kind not in (Kind.WH, Kind.THAT) or sure
        if token.kind in (Kind.WH, Kind.COORDINATOR, Kind.SUBORDINATOR) and not sure and at > first:
            return False
        if token.kind is Kind.COORDINATOR and grammar.tokens[at - 1].text == "," and at > first:
            return False  # heard it once, and left
        if token.text in (";", ":") or (token.text == "," and not sure):
            return False
    return False

"""Where a verb may report: its group, its voice, and that it is a verb and no noun here."""

from collections.abc import Iterator
from dataclasses import replace

from app.drafting.findings import Cue, Grammar
from app.drafting.inflection import Form
from app.drafting.kinds import Kind
from app.drafting.lexicon import VerbForm
from app.drafting.reading import Run
from app.drafting.tokens import OPENING, Token

_LONG_QUOTE = 3
_VERBAL = frozenset((Kind.VERB, Kind.PAST, Kind.PARTICIPLE, Kind.ING))


def cues_at(grammar: Grammar, number: int, sentence: Run) -> Iterator[Cue]:
    """The ways in which a word may report; none for one that speaks within a quotation."""
    token = grammar.tokens[number]
    readings = grammar.lexicon.cues.get(token.low, ())
    if not readings or token.kind not in _VERBAL:
        return
    quotation = grammar.reading.quotation_of(number)
    if quotation and quotation.last - quotation.first > _LONG_QUOTE:
        return
    for reading in readings:
        yield _cue(grammar, number, reading, sentence)


def _cue(grammar: Grammar, number: int, reading: VerbForm, sentence: Run) -> Cue:
    cue = Cue(
        number, reading.verb, _form(grammar, number, reading.form),
        grammar.lexicon.frames_of(reading.verb), number, sentence,
    )  # fmt: skip
    return _with_group(grammar, cue)


def _form(grammar: Grammar, number: int, form: Form) -> Form:
    """A past that stands as a participle is one."""
    kind = grammar.tokens[number].kind
    if form in (Form.PAST, Form.PARTICIPLE):
        return Form.PARTICIPLE if kind is Kind.PARTICIPLE else Form.PAST
    return form


def _with_group(grammar: Grammar, cue: Cue) -> Cue:
    tokens = grammar.tokens
    number = cue.at
    while number > cue.sentence.first:
        before = tokens[number - 1]
        if (
            before.kind in (Kind.ADVERB, Kind.NEGATION)
            and before.low not in ("both", "all", "there", "here")
        ) or (
            cue.carried
            and before.low in ("more", "less", "most", "least")
            and number - 1 > cue.sentence.first
        ):
            number -= 1
        elif before.low == "since" and tokens[number - 2].kind is Kind.AUXILIARY:
            number -= 1  # has since said
        elif before.kind is Kind.AUXILIARY:
            cue = _with_auxiliary(grammar, cue, before)
            number -= 1
        elif _is_month_inside(grammar, number, cue.sentence):
            number -= 2
        elif _is_time_inside(grammar, number, cue.sentence):
            number -= 2 if tokens[number - 2].low == "on" else 1
        elif before.kind is Kind.TO and cue.form is Form.BASE and number - 1 > cue.sentence.first:
            carrier = _carrier(grammar, number - 2, cue.sentence)
            if carrier is None:
                return replace(cue, infinitive=True, group=number - 1)
            cue, number = replace(cue, carried=True), carrier
        elif _is_carrier_of_ing(grammar, number, cue):
            cue, number = replace(cue, carried=True, form=Form.PAST), number - 1
        else:
            break
    if cue.form is Form.ING and any(t.kind is Kind.AUXILIARY for t in tokens[number : cue.at]):
        cue = replace(cue, form=Form.PAST)
    if (
        cue.form is Form.PARTICIPLE
        and not cue.passive
        and any(
            t.low in ("has", "have", "had", "'ve", "’ve", "having") for t in tokens[number : cue.at]
        )
    ):
        cue = replace(cue, form=Form.PAST)
    return replace(cue, group=number)


def _with_auxiliary(grammar: Grammar, cue: Cue, auxiliary: Token) -> Cue:
    """A participle is passive behind a form of "be"; 's may also stand for "has"."""
    if cue.form is not Form.PARTICIPLE:
        return cue
    if auxiliary.low in ("'s", "’s"):
        perfect = _is_perfect(grammar, cue)
        return replace(cue, form=Form.PAST) if perfect else replace(cue, passive=True)
    return replace(cue, passive=True) if auxiliary.low in grammar.words["be"] else cue


def _is_perfect(grammar: Grammar, cue: Cue) -> bool:
    """Whether 's stands for has: he's said that …; and not for is: he's seen as …."""
    following = grammar.tokens[min(cue.at + 1, cue.sentence.last)]
    clause = following.kind in (Kind.THAT, Kind.PRONOUN, Kind.DETERMINER, Kind.NAME)
    return clause or following.text in OPENING or following.low in ("for", "on", "about")


def _is_time_inside(grammar: Grammar, number: int, sentence: Run) -> bool:
    """A day between subject and verb: Trump on Monday said."""
    before = grammar.tokens[number - 1]
    if before.low not in grammar.words["days"] or number - 2 <= sentence.first:
        return False
    earlier = grammar.tokens[number - 2]
    if earlier.low == "on":
        inside = (Kind.PAST, Kind.PARTICIPLE)  # a report released on Tuesday
        return number - 3 >= sentence.first and grammar.tokens[number - 3].kind not in inside
    return earlier.word and earlier.kind in (Kind.NAME, Kind.NOUN)


def _is_month_inside(grammar: Grammar, number: int, sentence: Run) -> bool:
    """A time between subject and verb: a poll last month showed."""
    if number - 3 < sentence.first:
        return False
    before, earlier = grammar.tokens[number - 1], grammar.tokens[number - 2]
    return before.low in grammar.words["time_nouns"] and earlier.low in ("last", "this", "earlier")


def _carrier(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Where a verb begins that only carries on to the infinitive: continued to, is quick to."""
    token = grammar.tokens[number]
    if number <= sentence.first:
        return None
    carriers = grammar.words["carrier_adjectives"]
    if token.kind in (Kind.ADJECTIVE, Kind.AUXILIARY) or token.low in carriers:
        return number
    if token.low in ("on", "out") and grammar.tokens[number - 1].low in (
        "went",
        "go",
        "goes",
        "going",
    ):
        return number - 1
    if token.kind in _VERBAL and _base(grammar, token.low) in grammar.words["carriers"]:
        return number
    return None


def _base(grammar: Grammar, form: str) -> str:
    return grammar.lexicon.carriers.get(form, form)


def _is_carrier_of_ing(grammar: Grammar, number: int, cue: Cue) -> bool:
    if cue.form is not Form.ING:
        return False
    before = grammar.tokens[number - 1]
    return before.kind in (Kind.VERB, Kind.PAST) and _base(grammar, before.low) in (
        "begin", "keep", "start", "stop", "continue",
    )  # fmt: skip

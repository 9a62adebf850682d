"""Verbs without a subject of their own: adding that …, groups backing …, went on to say …."""

from dataclasses import replace

from app.drafting.findings import Cue, Grammar
from app.drafting.inflection import Form
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Run
from app.drafting.rules.ahead import content_ahead
from app.drafting.tokens import CLOSING

_NEAR = 40  # words back to a subject
_BEFORE_A_VERB = (Kind.AUXILIARY, Kind.ADVERB, Kind.NEGATION)


def participle(grammar: Grammar, cue: Cue) -> int | None:
    """…, adding that …; a letter saying …: the source is who spoke last, or the noun before."""
    tokens, first = grammar.tokens, cue.sentence.first
    before = tokens[cue.group - 1] if cue.group > first else None
    ahead = content_ahead(grammar, cue)
    if ahead is None:
        return None
    source = None
    if before is not None and (
        before.text == "," or before.text in CLOSING or before.low in ("and", "but")
    ):
        source = grammar.source_before(first, cue.at)
    elif (
        before is not None
        and before.kind in (Kind.NOUN, Kind.NAME, Kind.DETERMINER, Kind.ADJECTIVE)
        and before.low not in grammar.words["possessives"] | {"the", "a", "an"}
    ):
        source = _speaking_noun(grammar, cue)
    if source is None and before is not None:
        source = _with_noun(grammar, cue)
    if (
        before is not None
        and before.text == ","
        and not grammar.phrases.has_finite_verb(first, cue.group - 1)
    ):
        source = _apposed(grammar, cue)
    by_object = ahead.rule in ("verb + object", "verb with preposition", "verb + to")
    speaks = before is not None and before.text == "," and "state" in cue.frames
    if source is None and (speaks or not by_object):
        source = main_subject(grammar, cue)
    elif (
        source is None
        and before is not None
        and (before.text == "," or before.low in grammar.words["before_participles"])
    ):
        source = _person(grammar, main_subject(grammar, cue))
    if source is None:
        return None
    issued = _issued(grammar, cue, source)
    group = cue.group
    if issued is not None:
        source, group = issued
    rule = (
        "participle"
        if cue.frames & {"state", "tell", "think"}
        and ahead.rule not in ("verb + object", "verb with preposition")
        else "participle + object"
    )
    content = within_subject(grammar, cue, ahead.content, ahead.rule)
    grammar.add(source, Run(group, ahead.cue_end), content, rule)
    return ahead.cue_end


def _apposed(grammar: Grammar, cue: Cue) -> Run | None:
    """The council, noting that …, voted: the noun phrase before the comma."""
    last, first = cue.group - 2, cue.sentence.first
    begun = grammar.subjects.phrase_ending(last, first) if last >= first else None
    return Run(begun, last) if begun is not None and begun <= first + 1 else None


def _issued(grammar: Grammar, cue: Cue, source: Run) -> tuple[Run, int] | None:
    """Released a statement saying …: who released it, and where that begins."""
    tokens, first = grammar.tokens, cue.sentence.first
    group = source.first - 1
    if source.last != cue.group - 1 or group <= first:
        return None
    if grammar.lexicon.issuing.get(tokens[group].low) is None:
        return None
    while group > first and tokens[group - 1].kind in (Kind.AUXILIARY, Kind.ADVERB):
        group -= 1
    verb = replace(cue, at=source.first - 1, group=group, form=Form.PAST)
    issuer = grammar.subjects.before(group, first) or coordinated(grammar, verb)
    return None if issuer is None else (issuer, group)


def _person(grammar: Grammar, source: Run | None) -> Run | None:
    """A subject that can speak: a name, he or she, the mayor."""
    if source is None:
        return None
    head = grammar.tokens[source.first]
    names = grammar.lexicon.names
    person = grammar.tokens[source.last].low in names["roles"] | names["people"]
    speaks = head.kind in (Kind.NAME, Kind.PRONOUN) and head.low != "it"
    return source if speaks or person else None


def within_subject(
    grammar: Grammar, cue: Cue, content: tuple[Run, ...], rule: str
) -> tuple[Run, ...]:
    """What is said in a clause that belongs to a subject ends before the verb of the sentence."""
    *others, last = content
    if grammar.phrases.has_finite_verb(cue.sentence.first, cue.group - 1):
        return content
    end = grammar.clauses.before_main_verb(last.first, last.last)
    if end == last.last and "object" in rule:
        end = grammar.clauses.before_report(last.first, last.last)
    return (*others, Run(last.first, end))


def _with_noun(grammar: Grammar, cue: Cue) -> Run | None:
    """With each candidate questioning the other: any noun behind "with"."""
    begun = grammar.subjects.phrase_ending(cue.group - 1, cue.sentence.first)
    if begun is None or begun <= cue.sentence.first or grammar.tokens[begun - 1].low != "with":
        return None
    return Run(begun, cue.group - 1)


def _speaking_noun(grammar: Grammar, cue: Cue) -> Run | None:
    """The noun before a participle, if it is one of people or of what they write."""
    last, names = cue.group - 1, grammar.lexicon.names
    token = grammar.tokens[last]
    begun = grammar.subjects.phrase_ending(last, cue.sentence.first)
    if begun is None:
        return None
    speaks = (
        token.low in names["documents"] | names["people"] | names["roles"]
        or token.kind is Kind.NAME
    )
    plural = token.kind is Kind.NOUN and token.low.endswith("s") and cue.frames & {"state", "judge"}
    return Run(begun, last) if speaks or plural else None


def leading(grammar: Grammar, cue: Cue) -> int | None:
    """Noting that …, Trump said; by voting to …, the party …: the source comes behind."""
    tokens, sentence = grammar.tokens, cue.sentence
    before = tokens[cue.group - 1] if cue.group > sentence.first else None
    heads = before is None or (
        cue.group - 1 == sentence.first
        and before.low in ("by", "after", "before", "while", "without", "in", "when", "since", "on")
    )
    ahead = content_ahead(grammar, cue) if heads else None
    if ahead is None:
        return None
    last = ahead.content[-1].last
    comma = next(
        (
            n
            for n in range(cue.at + 1, sentence.last)
            if tokens[n].text == ","
            and n >= last - 40
            and _subject_at(grammar, n + 1, sentence.last)
        ),
        None,
    )
    if comma is None:
        return None
    source = _subject_at(grammar, comma + 1, sentence.last)
    content = tuple(
        Run(run.first, min(run.last, comma - 1)) for run in ahead.content if run.first < comma
    )
    grammar.add(source, Run(cue.group, ahead.cue_end), content, "participle, first")
    return ahead.cue_end


def _subject_at(grammar: Grammar, first: int, last: int) -> Run | None:
    """The subject of the clause that begins here."""
    tokens = grammar.tokens
    if tokens[first].kind not in (
        Kind.NAME,
        Kind.PRONOUN,
        Kind.DETERMINER,
        Kind.NOUN,
        Kind.ADJECTIVE,
    ):
        return None
    for number in range(first + 1, min(first + 30, last + 1)):
        if tokens[number].kind in FINITE:
            begun = _begin_of_verbs(grammar, number, first)
            source = grammar.subjects.before(begun, first)
            return source if source and source.first == first else None
        if tokens[number].text in (".", ";", ":"):
            return None
    return None


def infinitive(grammar: Grammar, cue: Cue) -> int | None:
    """Went on television to accuse X: the source is the subject of the clause."""
    before = grammar.tokens[cue.group - 1] if cue.group > cue.sentence.first else None
    if before is None or not cue.frames & {"state", "tell", "judge"}:
        return None
    source = _controlled(grammar, cue) or main_subject(grammar, cue, nearest=True)
    ahead = content_ahead(grammar, cue) if source else None
    if ahead is None or ahead.rule == "verb + to":
        return None
    grammar.add(source, Run(cue.group, ahead.cue_end), ahead.content, "infinitive")
    return ahead.cue_end


def _controlled(grammar: Grammar, cue: Cue) -> Run | None:
    """Forced the board to admit …: who is made to do it stands behind the verb."""
    tokens, first = grammar.tokens, cue.sentence.first
    begun = grammar.subjects.phrase_ending(cue.group - 1, first)
    if tokens[cue.group - 1].kind is Kind.OBJECT:
        begun = cue.group - 1
    if begun is None or begun <= first or tokens[begun - 1].low not in grammar.lexicon.controllers:
        return None
    return Run(begun, cue.group - 1)


def main_subject(grammar: Grammar, cue: Cue, *, nearest: bool = False) -> Run | None:
    """The subject of the first clause of the sentence that has one, or of the nearest."""
    tokens, first = grammar.tokens, cue.sentence.first
    places = range(first + 1, cue.at)
    for number in reversed(places[-_NEAR:]) if nearest else places:
        token = tokens[number]
        if token.kind not in FINITE or token.quotation >= 0:
            continue
        begun = _begin_of_verbs(grammar, number, first)
        source = grammar.subjects.before(begun, first)
        if source and not grammar.is_empty(source):
            return source
    return None


def coordinated(grammar: Grammar, cue: Cue) -> Run | None:
    """The subject of a verb behind and, but or a comma: X praised Y and said …."""
    tokens, first = grammar.tokens, cue.sentence.first
    if cue.group <= first:
        return None
    before = tokens[cue.group - 1]
    if before.low not in ("and", "but", "then", "or") and before.text != ",":
        return None
    if cue.form not in (Form.PAST, Form.THIRD, Form.BASE):
        return None
    if before.text == "," and cue.form is not Form.PAST:
        return None
    return (
        nearest_subject(grammar, cue)
        or grammar.source_before(first, cue.at)
        or main_subject(grammar, cue)
    )


def nearest_subject(grammar: Grammar, cue: Cue) -> Run | None:
    """When asked about it, Mrs Grey shook her head and said …: the subject behind the comma."""
    tokens, first = grammar.tokens, cue.sentence.first
    for comma in range(cue.group - 1, max(first, cue.group - 16), -1):
        if tokens[comma].text != "," or comma + 1 >= cue.group - 1:
            continue
        head = tokens[comma + 1]
        if head.kind not in (Kind.PRONOUN, Kind.NAME) or head.low == "it":
            return None
        for number in range(comma + 2, min(cue.group, comma + 9)):
            if tokens[number].text == ",":
                return None
            if tokens[number].kind in FINITE:
                return grammar.subjects.before(number, comma + 1)
        return None
    return None


def _begin_of_verbs(grammar: Grammar, number: int, first: int) -> int:
    """Where the verbs begin that end at a finite one: has | not yet | said."""
    tokens = grammar.tokens
    while number > first and tokens[number - 1].kind in _BEFORE_A_VERB:
        number -= 1
    return number

"""Nouns, adjectives and phrases that report: his fear that, opposed to, voiced concern about."""

from app.drafting.findings import Grammar
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Run

_MODIFIERS = frozenset(
    (Kind.ADJECTIVE, Kind.NOUN, Kind.ADVERB, Kind.ING, Kind.PAST, Kind.PARTICIPLE)
)


def noun(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """X's support for …; his fear that …; the claim that …."""
    token = grammar.tokens[number]
    if (
        token.kind not in (Kind.NOUN, Kind.VERB)
        or number + 2 > sentence.last
        or token.quotation >= 0
    ):
        return None
    following = grammar.tokens[number + 1]
    if following.quotation >= 0 or grammar.sees(number):
        return None
    lexicon = grammar.lexicon
    source, begun = _owner(grammar, number, sentence)
    relative = grammar.tokens[number + 2].kind in FINITE  # a statement that said …
    if following.kind is Kind.THAT and token.low in lexicon.noun_that and not relative:
        end = grammar.clauses.end_of(number + 1, sentence.last)
        if not grammar.phrases.has_finite_verb(sentence.first, number - 1):
            end = grammar.clauses.before_main_verb(number + 1, end)
        rule = "noun + that" if source else "noun + that, no source"
        grammar.add(source, Run(begun, number), (Run(number + 1, end),), rule)
        return number
    if source is None:
        named = _named_behind(grammar, number, sentence)
        return named if named is not None else _unowned(grammar, number, sentence)
    clause_at = number + 2
    linked = following.low in grammar.words["be"] and grammar.tokens[clause_at].kind is Kind.THAT
    if linked and token.low in lexicon.noun_that:
        end = grammar.clauses.end_of(clause_at, sentence.last)
        grammar.add(source, Run(begun, number + 1), (Run(clause_at, end),), "noun is that")
        return number + 1
    if following.kind is Kind.TO and token.low in lexicon.noun_to:
        end = grammar.objects.end_from(number + 1, sentence.last)
        end = _before_main_verb(grammar, number + 2, end)
        grammar.add(source, Run(begun, number), (Run(number + 1, end),), "noun + to")
        return number
    if following.low in lexicon.noun_prepositions.get(token.low, ()):
        end = grammar.objects.end_from(number + 2, sentence.last)
        end = _before_main_verb(grammar, number + 2, end)
        if end >= number + 2:
            grammar.add(
                source, Run(begun, number + 1), (Run(number + 2, end),), "noun with preposition"
            )
            return number + 1
    return None


def _named_behind(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """The claim by the owner that …; concern among voters about …: whose it is stands behind."""
    tokens, lexicon = grammar.tokens, grammar.lexicon
    low = tokens[number].low
    after = lexicon.noun_prepositions.get(low, frozenset())
    if tokens[number + 1].low not in grammar.words["owned_by"] or not (
        after or low in lexicon.noun_that
    ):
        return None
    for at in range(number + 3, min(number + 14, sentence.last)):
        token = tokens[at]
        clause = token.kind is Kind.THAT and low in lexicon.noun_that
        if clause or token.low in after - {"from", "of"}:
            first = at if clause else at + 1
            end = grammar.clauses.end_of(first, sentence.last)
            end = grammar.clauses.before_main_verb(first, end)
            if not clause:
                end = _before_main_verb(
                    grammar, first, grammar.objects.end_from(first, sentence.last)
                )
            content = (Run(first, end),) if end >= first else ()
            grammar.add(Run(number + 2, at - 1), Run(number, number), content, "noun by X")
            return at
        if not token.word or token.kind in FINITE:
            return None
    return None


def _unowned(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Criticism of the plan; concern about the cost: nobody is named."""
    token, following = grammar.tokens[number], grammar.tokens[number + 1]
    after = grammar.lexicon.noun_prepositions.get(token.low, ())
    if token.low not in grammar.words["unowned_nouns"] or following.low not in after:
        return None
    end = grammar.objects.end_from(number + 2, sentence.last)
    end = _before_main_verb(grammar, number + 2, end)
    if end < number + 2:
        return None
    grammar.add(None, Run(number, number + 1), (Run(number + 2, end),), "noun, no source")
    return number + 1


def _before_main_verb(grammar: Grammar, first: int, last: int) -> int:
    """An object in a subject ends before the verb of the clause: his support for X has grown."""
    for number in range(first + 1, last + 1):
        token = grammar.tokens[number]
        if token.kind in (Kind.AUXILIARY, Kind.VERB) and grammar.tokens[number - 1].kind not in (
            Kind.WH,
            Kind.THAT,
            Kind.PRONOUN,
            Kind.TO,
        ):
            return number - 1
    return last


def _owner(grammar: Grammar, number: int, sentence: Run) -> tuple[Run | None, int]:
    """Whose the noun is, and where the cue begins: Trump's strong | support."""
    tokens = grammar.tokens
    begun = number
    while begun > sentence.first and tokens[begun - 1].kind in _MODIFIERS and number - begun < 3:  # noqa: PLR2004
        begun -= 1
    if begun <= sentence.first:
        return None, number
    owner = tokens[begun - 1]
    if owner.low in ("his", "her", "their", "my", "our") or (owner.low == "its"):
        return Run(begun - 1, begun - 1), begun
    if owner.kind is Kind.GENITIVE and begun - 2 >= sentence.first:
        first = grammar.subjects.phrase_ending(begun - 2, sentence.first)
        return (Run(first, begun - 2) if first is not None else None), begun
    return None, number


def adjective(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Is confident that …, was critical of …, are opposed to …."""
    tokens = grammar.tokens
    after = grammar.lexicon.adjectives.get(tokens[number].low)
    if (
        not after
        or number >= sentence.last
        or tokens[number].quotation >= 0
        or grammar.sees(number)
    ):
        return None
    group = number
    while group > sentence.first and tokens[group - 1].kind in (
        Kind.ADVERB,
        Kind.NEGATION,
        Kind.AUXILIARY,
    ):
        group -= 1
    linked = any(
        t.low in grammar.words["be"] | {"'s", "’s", "'re", "’re", "'m", "’m"}
        for t in tokens[group:number]
    )
    if not linked and tokens[group - 1].low in grammar.words["linking_verbs"]:
        group, linked = group - 1, True
    source = grammar.subjects.before(group, sentence.first) if linked else None
    if source is None or grammar.is_empty(source):
        return None
    following = tokens[number + 1]
    last = sentence.last - 1 if tokens[sentence.last].text in (".", "!", "?") else sentence.last
    if "clause" in after and (
        following.kind is Kind.THAT
        or following.kind is Kind.PRONOUN
        or following.low in ("whether", "how", "what", "why")
        or (
            following.kind in (Kind.DETERMINER, Kind.NAME)
            and grammar.phrases.has_finite_verb(number + 2, last)
        )
    ):
        end = grammar.clauses.end_of(number + 1, last)
        grammar.add(source, Run(group, number), (Run(number + 1, end),), "adjective + clause")
        return number
    if following.kind is Kind.TO and "to" in after:
        grammar.add(
            source,
            Run(group, number),
            (Run(number + 1, grammar.clauses.end_of(number + 1, last)),),
            "adjective + to",
        )
        return number
    if following.low in after and following.kind is Kind.PREPOSITION and number + 2 <= last:
        end = grammar.objects.end_from(number + 2, last)
        if end >= number + 2:
            grammar.add(
                source,
                Run(group, number + 1),
                (Run(number + 2, end),),
                "adjective with preposition",
            )
            return number + 1
    return None


def light_verb(
    grammar: Grammar, number: int, sentence: Run, group: int
) -> tuple[Run, tuple[Run, ...]] | None:
    """Expressed deep concern about …: the cue and what it is about; None if this is none."""
    tokens, lexicon = grammar.tokens, grammar.lexicon
    if tokens[number].low not in lexicon.light_verbs:
        return None
    for at in range(number + 1, min(number + 6, sentence.last)):
        token = tokens[at]
        after = lexicon.light_nouns.get(token.low)
        if after and tokens[at + 1].low in after and at + 2 <= sentence.last:
            end = grammar.objects.end_from(at + 2, sentence.last)
            return (Run(group, at + 1), (Run(at + 2, end),)) if end >= at + 2 else None
        if after and tokens[at + 1].kind is Kind.THAT and token.low in lexicon.noun_that:
            return Run(group, at), (Run(at + 1, grammar.clauses.end_of(at + 1, sentence.last)),)
        if token.kind not in (*_MODIFIERS, Kind.DETERMINER, Kind.NUMBER, Kind.COORDINATOR):
            return None
    return None


def phrase(grammar: Grammar, number: int, sentence: Run) -> tuple[int, bool] | None:
    """A fixed phrase here: where it ends, and whether a clause follows."""
    tokens = grammar.tokens
    for candidate in grammar.lexicon.phrases.get(tokens[number].low, ()):
        end = number + len(candidate.rest)
        if end < sentence.last and all(
            tokens[number + 1 + n].low == word for n, word in enumerate(candidate.rest)
        ):
            return end, candidate.takes_clause
    return None


def taker(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Was an early backer of …; is no fan of …."""
    tokens = grammar.tokens
    after = grammar.lexicon.takers.get(tokens[number].low)
    if not after or number + 2 > sentence.last or tokens[number + 1].low not in after:
        return None
    group = number
    modifiers = (*_MODIFIERS, Kind.DETERMINER, Kind.AUXILIARY, Kind.NEGATION, Kind.NUMBER)
    while group > sentence.first and tokens[group - 1].kind in modifiers and number - group < 7:  # noqa: PLR2004
        group -= 1
        if tokens[group].kind is Kind.AUXILIARY:
            break
    while group > sentence.first and tokens[group - 1].kind in (Kind.AUXILIARY, Kind.ADVERB):
        group -= 1
    if not any(t.low in grammar.words["be"] for t in tokens[group:number]):
        return None
    source = grammar.subjects.before(group, sentence.first)
    if source is None or grammar.is_empty(source):
        return None
    end = grammar.objects.end_from(number + 2, sentence.last)
    grammar.add(source, Run(group, number + 1), (Run(number + 2, end),), "noun for a side")
    return number + 1

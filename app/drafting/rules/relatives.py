"""Relative clauses that report: which critics say was …; an offer the board rebuffed."""

from app.drafting.findings import Cue, Grammar
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Run
from app.drafting.tokens import QUOTES, Token


def relative(grammar: Grammar, cue: Cue, source: Run) -> int | None:
    """Which critics say was …; what Smith called a …: the content stands around the report."""
    tokens, last = grammar.tokens, cue.sentence.last
    head = source.first - 1
    content: tuple[Run, ...]
    if cue.at >= last:
        return None
    following = tokens[cue.at + 1]
    if tokens[head].low == "what" and cue.verb in (
        "call",
        "describe",
        "term",
        "dub",
        "deem",
        "label",
    ):
        content = (Run(head, head), Run(cue.at + 1, grammar.objects.end_from(cue.at + 1, last)))
    elif cue.frames & {"state", "think"} and following.kind in (*FINITE, Kind.PARTICIPLE):
        content = (Run(head, head), Run(cue.at + 1, _end_of_relative(grammar, cue.at + 1, last)))
    elif (
        cue.frames & {"state", "think"}
        and tokens[head].low in ("which", "whom", "who")
        and _is_clause(grammar, cue.at + 1, last)
    ):
        end = grammar.clauses.end_of(cue.at + 1, last)
        content = (Run(head, head), Run(cue.at + 1, end))
    elif "judge" in cue.frames and not _has_object(following):
        content = (Run(head, head),)
    else:
        return None
    grammar.add(source, Run(cue.group, cue.at), content, "relative clause")
    return cue.at


def _is_clause(grammar: Grammar, first: int, last: int) -> bool:
    """Whether a clause with its subject stands here: which he said | the state should pay."""
    starts = (Kind.PRONOUN, Kind.NAME, Kind.DETERMINER)
    ahead = grammar.phrases.has_finite_verb(first + 1, min(last, first + 8))
    return grammar.tokens[first].kind in starts and ahead


def _end_of_relative(grammar: Grammar, first: int, last: int) -> int:
    """A relative clause ends before the verb of the sentence, or the comma before that."""
    end = grammar.clauses.end_of(first, last)
    return grammar.clauses.before_main_verb(first, end)


def contact(grammar: Grammar, cue: Cue, source: Run) -> int | None:
    """An offer the leadership rebuffed; the regret he acknowledged: a relative without its word."""
    tokens, head = grammar.tokens, source.first - 1
    if (
        head <= cue.sentence.first
        or tokens[head].kind is not Kind.NOUN
        or cue.at >= cue.sentence.last
    ):
        return None
    following = tokens[cue.at + 1]
    says = cue.frames & {"state", "think"} and following.kind in (*FINITE, Kind.PARTICIPLE)
    if not says and (
        "judge" not in cue.frames
        or _has_object(following)
        or following.text in QUOTES
        or following.text == ":"
    ):
        return None
    if tokens[source.first].kind not in (Kind.PRONOUN, Kind.NAME, Kind.DETERMINER):
        return None
    begun = grammar.subjects.phrase_ending(head, cue.sentence.first)
    if begun is None or tokens[head].low in grammar.lexicon.cues:
        return None
    content: tuple[Run, ...] = (Run(begun, head),)
    if says:
        end = _end_of_relative(grammar, cue.at + 1, cue.sentence.last)
        content += (Run(cue.at + 1, end),)
    grammar.add(source, Run(cue.group, cue.at), content, "relative clause")
    return cue.at


def _has_object(token: Token) -> bool:
    return token.kind in (
        Kind.DETERMINER, Kind.NAME, Kind.NOUN, Kind.OBJECT, Kind.ADJECTIVE, Kind.THAT, Kind.TO,
        Kind.PRONOUN, Kind.NUMBER, Kind.WH, Kind.SUBORDINATOR, Kind.ADVERB, Kind.ING,
    ) or token.text in QUOTES  # fmt: skip

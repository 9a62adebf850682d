"""Reports behind what they report: "…," said X; "…," X said; …, X says, …."""

from app.drafting.findings import Cue, Grammar
from app.drafting.inflection import Form
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Run
from app.drafting.rules.according import clause_begin
from app.drafting.tokens import CLOSING, OPENING, QUOTES, Token

_CLOSERS = CLOSING | frozenset(("’", "'"))
_SHORT_LEAD = 12


def inverted(grammar: Grammar, cue: Cue) -> int | None:
    """Find: “…,” said X. Returns where the report ends."""
    tokens, number = grammar.tokens, cue.at
    if (
        not cue.frames & {"inverted", "state"}
        or cue.form not in (Form.PAST, Form.THIRD, Form.BASE)
        or cue.passive
        or (cue.form is Form.BASE and cue.group < cue.at)
    ):
        return None
    if cue.group <= cue.sentence.first or number >= cue.sentence.last:
        return None
    before, following = tokens[cue.group - 1], tokens[number + 1]
    if not (before.text in _CLOSERS or before.text in (",", "?", "!", "—")):
        return None
    quoted = before.text in _CLOSERS or tokens[cue.group - 2].text in CLOSING
    no_source = grammar.words["answers"] | grammar.words["things_said"]
    if following.low in no_source or grammar.phrases.is_time(following):
        return None  # Dunne, asked about it, said yes
    if not (_may_be_source(following) or (quoted and _is_premodified(grammar, number + 1))):
        return None
    if quoted and "inverted" not in cue.frames and following.kind is not Kind.NAME:
        return None
    end = grammar.sources.end_from(number + 1, cue.sentence.last)
    if end is None or (not quoted and not _may_be_inverted(grammar, cue, end)):
        return None
    if end < cue.sentence.last and tokens[end + 1].kind in FINITE:
        return None  # X, whom they call a “star”, said the show was over
    begun = clause_begin(grammar, cue.group - 1, cue.sentence.first)
    content = grammar.not_taken(grammar.clauses.before(cue.group - 1, begun))
    if not content:
        return None
    content += grammar.clauses.quotations.following(end + 1) or _around(grammar, cue, content, end)
    rule = "quotation, said X, behind" if quoted else "clause, said X, behind"
    grammar.add(Run(number + 1, end), Run(cue.group, number), content, rule)
    return end


def said_first(grammar: Grammar, cue: Cue) -> int | None:
    """Find: Said Ana Paz, a nurse, “…”, where the report stands first in its sentence."""
    tokens, last = grammar.tokens, cue.sentence.last
    if "inverted" not in cue.frames or cue.at != cue.sentence.first:
        return None
    end = grammar.sources.end_from(cue.at + 1, last) if cue.at < last else None
    if end is None or end + 2 > last or tokens[end + 1].text not in (",", ":"):
        return None
    content = grammar.clauses.quotations_from(end + 2, last)
    if not content:
        return None
    grammar.add(Run(cue.at + 1, end), Run(cue.at, cue.at), content, "verb + quotation")
    return end


def _around(grammar: Grammar, cue: Cue, content: tuple[Run, ...], end: int) -> tuple[Run, ...]:
    """The rest of a clause that the report stands in: The board, said X, was asleep."""
    last = cue.sentence.last
    if end + 2 > last or grammar.tokens[end + 1].text != ",":
        return ()
    if any(grammar.phrases.has_finite_verb(*run) for run in content):
        return ()
    return (Run(end + 2, grammar.clauses.end_of(end + 2, last)),)


def _may_be_inverted(grammar: Grammar, cue: Cue, end: int) -> bool:
    """Whether a clause without marks stands before "said X": nothing is said behind X."""
    first, last = cue.sentence.first, cue.sentence.last
    if cue.verb not in ("say", "write", "add", "note") or grammar.tokens[cue.group - 1].text != ",":
        return False
    if grammar.subjects.before(cue.group, first) is None:
        return True
    before = grammar.phrases.has_finite_verb(first, cue.group - 1)
    behind = end < last and grammar.phrases.has_finite_verb(end + 1, last)
    return before is not behind


def _may_be_source(token: Token) -> bool:
    if token.kind in (Kind.NAME, Kind.DETERMINER, Kind.NOUN, Kind.ADJECTIVE, Kind.NUMBER):
        return True
    return token.kind is Kind.PRONOUN and token.low in ("he", "she", "they", "we", "one")


def _is_premodified(grammar: Grammar, number: int) -> bool:
    """Whether a participle stands before a noun or a name: retired colonel Grey."""
    tokens = grammar.tokens
    if number + 1 == len(tokens):
        return False
    if tokens[number].kind not in (Kind.PAST, Kind.PARTICIPLE, Kind.ING):
        return False
    return tokens[number + 1].kind in (Kind.NAME, Kind.NOUN, Kind.ADJECTIVE)


def trailing(grammar: Grammar, cue: Cue, source: Run) -> int | None:
    """Find: “…,” X said, and: …, X says, …. Returns where the report ends."""
    if not (
        cue.frames & {"state", "tell", "show"}
        or cue.verb in ("think", "believe", "figure", "hope", "fear")
    ):
        return None
    tokens, at = grammar.tokens, source.first
    if at <= cue.sentence.first or not _stands_behind(grammar, at):
        return None
    if tokens[at].low in grammar.words["relatives"]:
        return None
    if cue.at < cue.sentence.last and tokens[cue.at + 1].kind is Kind.THAT:
        return None
    after_quote = _after_quote(grammar, at)
    if not (after_quote or _nothing_follows(grammar, cue) or _is_inserted(grammar, cue, at)):
        return None
    begun = clause_begin(grammar, at - 1, cue.sentence.first)
    content = grammar.not_taken(grammar.clauses.before(at - 1, begun))
    bare = tokens[at].low in ("a", "an") and not cue.frames & {"inverted", "tell"}
    names = grammar.lexicon.names
    bare = bare and tokens[source.last].low not in names["roles"] | names["documents"]
    if not content or (not after_quote and (bare or not _can_be_said(grammar, cue, content))):
        return None
    content += _rest(grammar, cue, content, at)
    rule = "quotation, X said, behind" if after_quote else "clause, X said, behind"
    grammar.add(source, Run(cue.group, cue.at), content, rule)
    return cue.at


def _stands_behind(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at - 1].text in (",", "—", "?", "!", "’", "'", *CLOSING)


def _after_quote(grammar: Grammar, at: int) -> bool:
    tokens = grammar.tokens
    if tokens[at - 1].text in CLOSING or (
        tokens[at - 1].text in "'’" and tokens[at - 2].text in CLOSING
    ):
        return True
    return tokens[at - 1].text == "," and at > 1 and tokens[at - 2].text in CLOSING


def _nothing_follows(grammar: Grammar, cue: Cue) -> bool:
    """Whether behind the verb there is no more than whom it was told, when or where."""
    number, last = cue.at + 1, cue.sentence.last
    if number > last or grammar.tokens[number].text in (".", ";", ")", "!", "?", *CLOSING - {'"'}):
        return True
    if "tell" in cue.frames and _is_addressee_alone(grammar, number, last):
        return True
    return is_adjunct(grammar, number, last)


def _is_addressee_alone(grammar: Grammar, number: int, last: int) -> bool:
    first = grammar.tokens[number]
    if first.kind not in (Kind.NAME, Kind.DETERMINER, Kind.OBJECT, Kind.NOUN):
        return False
    for at in range(number, last + 1):
        token = grammar.tokens[at]
        if token.text in (".", "?", "!", ",") or at == last:
            return at > number or token.word
        if token.kind in (Kind.THAT, Kind.SUBORDINATOR, Kind.PRONOUN, Kind.TO):
            return False
        if token.text in QUOTES:
            return at > number
    return False


def is_adjunct(grammar: Grammar, number: int, last: int) -> bool:
    """Whether the rest tells only when or where: on Tuesday; in an interview with CNN."""
    first = grammar.tokens[number]
    if not (first.low in grammar.words["reporting_adjuncts"] or grammar.phrases.is_time(first)):
        return False
    for at in range(number, min(number + 26, last + 1)):
        token = grammar.tokens[at]
        if token.text in (".", "!", "?", ";"):
            return True
        if token.text == "," and at > number:
            return at < last and _closes_adjunct(grammar, at)
        if token.kind is Kind.THAT or token.low in ("whether", "if"):
            return False
        if token.quotation >= 0:
            return False
    return last - number < 26  # noqa: PLR2004


def _closes_adjunct(grammar: Grammar, comma: int) -> bool:
    token = grammar.tokens[comma + 1]
    return (
        token.low in grammar.words["adjuncts_after_comma"] | grammar.words["reporting_adjuncts"]
        or token.low in ("where", "but", "though", "a", "who", "and")
        or token.kind is Kind.SUBORDINATOR
        or token.kind in (Kind.ING, Kind.NUMBER)
    )


def _is_inserted(grammar: Grammar, cue: Cue, at: int) -> bool:
    tokens = grammar.tokens
    if tokens[at - 1].text != "," or cue.at >= cue.sentence.last or tokens[cue.at + 1].text != ",":
        return False
    return cue.at + 2 <= cue.sentence.last and tokens[cue.at + 2].text not in OPENING


def _can_be_said(grammar: Grammar, cue: Cue, content: tuple[Run, ...]) -> bool:
    """Whether the words before are what is said, and no lead-in: Asked about it, he said: …."""
    tokens = grammar.tokens
    first, last = content[0].first, content[-1].last
    following = tokens[cue.at + 1] if cue.at < cue.sentence.last else None
    after = tokens[cue.at + 2] if cue.at + 1 < cue.sentence.last else None
    if following is not None and (
        following.text in QUOTES
        or (following.text in (",", ":") and after is not None and after.text in QUOTES)
        or following.kind in (Kind.THAT, Kind.TO)
    ):
        return False
    head = tokens[first]
    if head.low in grammar.words["never_said"]:
        return False
    inserted = following is not None and following.text == ","
    if head.low in grammar.words["led_in_by"]:
        return _has_main_clause(grammar, first, cue.sentence.last if inserted else last)
    if grammar.phrases.has_finite_verb(first, last):
        return True
    return inserted or (last - first >= _SHORT_LEAD and head.kind is not Kind.PREPOSITION)


def _has_main_clause(grammar: Grammar, first: int, last: int) -> bool:
    """Whether a clause follows the one that leads in: Since there is no crane, ships must wait."""
    for number in range(first + 2, last):
        if grammar.tokens[number].text == ",":
            return grammar.phrases.has_finite_verb(number + 2, last)
    return False


def _rest(grammar: Grammar, cue: Cue, content: tuple[Run, ...], at: int) -> tuple[Run, ...]:
    """What goes on behind the report: another quotation, or the rest of the clause."""
    tokens, last = grammar.tokens, cue.sentence.last
    following = grammar.clauses.quotations.following(cue.at + 1)
    around = tokens[at - 1].text == "," and not grammar.phrases.has_finite_verb(*content[0])
    if (
        (following and not around)
        or cue.at + 2 > last
        or tokens[cue.at + 1].text != ","
        or tokens[at - 1].text != ","
    ):
        return following
    head = tokens[cue.at + 2]
    if head.quotation >= 0:
        return ()
    words = grammar.words["adjuncts_after_comma"] | grammar.words["reporting_adjuncts"]
    short = content[0].last - content[0].first <= 4  # noqa: PLR2004
    if short or not (
        head.low in words
        or head.low in ("where", "who", "which", "a", "according")
        or (head.low == "the" and not grammar.phrases.has_finite_verb(cue.at + 2, last))
    ):
        return (Run(cue.at + 2, grammar.clauses.end_of(cue.at + 2, last)),)
    return ()

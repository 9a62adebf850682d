"""Sources named by a phrase: according to X; in X's view; in the words of X."""

from app.drafting.findings import Grammar
from app.drafting.kinds import Kind
from app.drafting.reading import Run
from app.drafting.tokens import QUOTES

_FEW = 1  # words; fewer are no rest of a clause
_STOPS = frozenset((",", ";", ":", "—", "–", "?", "!", "(", ")", "--"))


def according_to(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Find "according to X" here; returns where the cue ends."""
    tokens = grammar.tokens
    if (
        tokens[number].low != "according"
        or number + 2 > sentence.last
        or tokens[number + 1].low != "to"
    ):
        return None
    if tokens[number].quotation >= 0:
        return None
    leads = leads_sentence(grammar, number, sentence)
    source = _source(grammar, number + 2, sentence, leads=leads)
    if source is not None:
        _place(grammar, Run(number, number + 1), source, sentence, "according to")
        return source.last
    return None


def in_view_of(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """Find "in X's view" and "in the words of X" here; returns where the phrase ends."""
    tokens = grammar.tokens
    if tokens[number].low != "in" or number + 2 > sentence.last:
        return None
    for at in range(number + 2, min(number + 9, sentence.last + 1)):
        if tokens[at].low not in grammar.words["views"]:
            if tokens[at].kind in (Kind.VERB, Kind.PAST, Kind.AUXILIARY, Kind.PREPOSITION) or (
                not tokens[at].word and tokens[at].text not in ("’", "'")
            ):
                return None
            continue
        return _view(grammar, number, at, sentence)
    return None


def _view(grammar: Grammar, number: int, at: int, sentence: Run) -> int | None:
    tokens = grammar.tokens
    following = tokens[at + 1] if at < sentence.last else None
    if (
        following
        and following.low == "of"
        and at + 2 <= sentence.last
        and tokens[number + 1].low == "the"
    ):
        end = grammar.sources.end_from(at + 2, sentence.last)
        source = Run(at + 2, end) if end is not None else None
        cue = Run(number, at + 1)
    elif tokens[at - 1].kind is Kind.GENITIVE or tokens[at - 1].low in ("his", "her", "their"):
        last = at - 2 if tokens[at - 1].kind is Kind.GENITIVE else at - 1
        source, cue = Run(number + 1, last), Run(number, at)
    else:
        return None
    end = max(cue.last, source.last) if source else cue.last
    if source is None:
        return None
    isolated = end == sentence.last or tokens[end + 1].text in (",", ".")
    if not isolated and not _leads_to_subject(grammar, number, end + 1, sentence):
        return _within_clause(grammar, cue, source, sentence)
    _place(grammar, cue, source, sentence, "in the view of")
    return end


def _leads_to_subject(grammar: Grammar, number: int, behind: int, sentence: Run) -> bool:
    """In the clerk's view | the road is bad: no comma before the subject."""
    starts = (Kind.DETERMINER, Kind.PRONOUN, Kind.NAME, Kind.NOUN, Kind.ADJECTIVE)
    return (
        leads_sentence(grammar, number, sentence)
        and grammar.tokens[behind].kind in starts
        and grammar.phrases.has_finite_verb(behind + 1, sentence.last)
    )


def _within_clause(grammar: Grammar, cue: Run, source: Run, sentence: Run) -> int | None:
    """The road is in her view unsafe: no commas around."""
    first, behind = cue.first, cue.last + 1
    if source.last > cue.last or grammar.tokens[first - 1].kind is not Kind.AUXILIARY:
        return None
    begun = grammar.clauses.behind_lead(clause_begin(grammar, first - 1, sentence.first), first)
    content = (Run(begun, first - 1), Run(behind, grammar.clauses.end_of(behind, sentence.last)))
    grammar.add(source, cue, content, "in the view of, inserted")
    return cue.last


def _source(grammar: Grammar, first: int, sentence: Run, *, leads: bool) -> Run | None:
    tokens = grammar.tokens
    if not (tokens[first].word or tokens[first].text in QUOTES):
        return None
    end = _chunk(grammar, first, sentence.last)
    if end + 2 <= sentence.last and tokens[end + 1].text == ",":
        end = _with_apposition(grammar, end, sentence, leads=leads)
    while end > first and not tokens[end].word and tokens[end].text not in QUOTES:
        end -= 1
    return Run(first, end)


def _chunk(grammar: Grammar, first: int, last: int) -> int:
    number = first
    while number <= last:
        token = grammar.tokens[number]
        quotation = grammar.reading.quotation_of(number)
        if quotation and number < quotation.last:
            number = quotation.last + 1
            continue
        if token.text in _STOPS or (token.text == "." and number == last):
            break
        number += 1
    return min(number, last + 1) - 1


def leads_sentence(grammar: Grammar, number: int, sentence: Run) -> bool:
    """Whether nothing but a conjunction stands before a word in its sentence."""
    words = grammar.tokens[sentence.first : number]
    return all(not t.word or t.low in ("but", "and", "still", "yet", "so", "also") for t in words)


def _with_apposition(grammar: Grammar, end: int, sentence: Run, *, leads: bool) -> int:
    tokens = grammar.tokens
    head = tokens[end + 2].low
    if head not in ("a", "an", "who", "which", "whose", "the"):
        return end
    later = _chunk(grammar, end + 2, sentence.last)
    closed = later + 1 <= sentence.last and tokens[later + 1].text == ","
    if leads:
        short = later - end < 15  # noqa: PLR2004  longer ones are clauses
        return later if closed and short and head != "the" else end
    return later if closed or later >= sentence.last - 1 else end


def _place(grammar: Grammar, cue: Run, source: Run, sentence: Run, rule: str) -> None:
    """What is said stands behind the phrase, around it, or before it."""
    tokens = grammar.tokens
    first, end = min(cue.first, source.first), max(cue.last, source.last)
    behind = end + 2 if end < sentence.last and tokens[end + 1].text == "," else end + 1
    if leads_sentence(grammar, first, sentence):
        if behind <= sentence.last:
            last = grammar.clauses.end_of(behind, sentence.last)
            grammar.add(source, cue, (Run(behind, last),), f"{rule}, first")
        return
    inserted = tokens[first - 1].text == "," and first - sentence.first <= 9  # noqa: PLR2004
    if (
        inserted
        and sentence.last - behind > _FEW
        and not grammar.phrases.has_finite_verb(sentence.first, first - 1)
    ):
        last = grammar.clauses.end_of(behind, sentence.last)
        content = (Run(sentence.first, first - 2), Run(behind, last))
        grammar.add(source, cue, content, f"{rule}, inserted")
        return
    begun = clause_begin(grammar, first - 1, sentence.first)
    grammar.add(source, cue, grammar.clauses.before(first - 1, begun, whole=True), f"{rule}, last")


def clause_begin(grammar: Grammar, number: int, first: int) -> int:
    """Where the clause that ends here begins: behind a bracket, or a report that stood last."""
    tokens = grammar.tokens
    begun = first
    for at in range(number - 1, first, -1):
        if tokens[at].text == ")":
            break
        if tokens[at].text == "(":
            return at + 1
    for finding in grammar.found[-8:]:
        if not finding.rule.endswith(("last", "behind")):
            continue
        end = max(finding.cue.last, finding.source.last if finding.source else 0)
        if finding.cue.first >= first and end < number:
            begun = max(begun, end + 1)
    return begun


def as_reported(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """As reported by X, …; as X has reported, …; …, per X."""
    tokens = grammar.tokens
    if number + 2 > sentence.last or tokens[number].quotation >= 0:
        return None
    if tokens[number].low == "per" and tokens[number + 1].kind in (Kind.NAME, Kind.DETERMINER):
        source = _source(grammar, number + 1, sentence, leads=False)
        if source and tokens[number - 1].text == ",":
            _place(grammar, Run(number, number), source, sentence, "per")
            return source.last
        return None
    if tokens[number].low != "as" or not (
        leads_sentence(grammar, number, sentence) or tokens[number - 1].text == ","
    ):
        return None
    verb = number + 2 if tokens[number + 1].kind in (Kind.ADVERB, Kind.ADJECTIVE) else number + 1
    if (
        tokens[verb].low in grammar.words["as_reported"]
        and verb + 2 <= sentence.last
        and tokens[verb + 1].low == "by"
    ):
        leads = leads_sentence(grammar, number, sentence)
        source = _source(grammar, verb + 2, sentence, leads=leads)
        if source:
            _place(grammar, Run(number, verb + 1), source, sentence, "as reported")
            return source.last
        return None
    return _as_someone_reports(grammar, number, sentence)


def _as_put(grammar: Grammar, number: int, at: int, sentence: Run) -> int | None:
    """As X put it in a letter, “…”."""
    group = at
    while grammar.tokens[group - 1].kind is Kind.ADVERB and group > number + 2:
        group -= 1
    source = grammar.subjects.before(group, number + 1)
    comma = at + 2
    while comma < sentence.last and grammar.tokens[comma].text not in (",", ":"):
        comma += 1
    if source is None or source.first != number + 1:
        return None
    if not leads_sentence(grammar, number, sentence):
        begun = clause_begin(grammar, number - 1, sentence.first)
        before = grammar.clauses.before(number - 1, begun, whole=True)
        grammar.add(source, Run(at, at + 1), before, "as X says")
        return at + 1
    if comma >= sentence.last:
        return None
    quoted = grammar.clauses.quotations_from(comma + 1, sentence.last)
    rest = Run(comma + 1, grammar.clauses.end_of(comma + 1, sentence.last))
    grammar.add(source, Run(at, at + 1), quoted or (rest,), "as X says")
    return at + 1


def _behind_time(grammar: Grammar, number: int, last: int) -> int:
    """Behind words for when: as the paper reported | on Tuesday."""
    at = number
    if grammar.tokens[at].low in ("on", "in", "last", "earlier", "late", "this"):
        at += 1
    while at < last and at - number < 4 and grammar.phrases.is_time(grammar.tokens[at]):  # noqa: PLR2004
        at += 1
    return at


def _as_someone_reports(grammar: Grammar, number: int, sentence: Run) -> int | None:
    tokens = grammar.tokens
    for at in range(number + 2, min(number + 14, sentence.last)):
        token = tokens[at]
        if token.text in (",", ".") or token.kind is Kind.THAT:
            return None
        if token.low in ("put", "puts") and tokens[at + 1].low == "it":
            return _as_put(grammar, number, at, sentence)
        if token.kind not in (Kind.VERB, Kind.PAST, Kind.PARTICIPLE):
            continue
        readings = grammar.lexicon.cues.get(token.low, ())
        reports = any("state" in grammar.lexicon.frames_of(r.verb) for r in readings)
        behind = _behind_time(grammar, at + 1, sentence.last)
        if not reports or tokens[behind].text not in (",", "."):
            return None
        group = at
        while group > number + 2 and tokens[group - 1].kind in (Kind.AUXILIARY, Kind.ADVERB):
            group -= 1
        source = grammar.subjects.before(group, number + 1)
        if source is None or source.first != number + 1:
            return None
        if leads_sentence(grammar, number, sentence):
            begun = behind + 1
            if begun > sentence.last:
                return None
            content: tuple[Run, ...] = (Run(begun, grammar.clauses.end_of(begun, sentence.last)),)
        else:
            content = grammar.clauses.before(
                number - 1, clause_begin(grammar, number - 1, sentence.first), whole=True
            )
        grammar.add(source, Run(group, at), content, "as X says")
        return at
    return None

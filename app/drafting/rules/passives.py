"""Passives: was criticised by X; is expected to …; was asked about …; is seen as …."""

from app.drafting.findings import Cue, Grammar
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Run


def passive(grammar: Grammar, cue: Cue) -> int | None:
    """Was criticised by X; is expected to …."""
    tokens, at = grammar.tokens, cue.at
    last = cue.sentence.last
    subject = grammar.subjects.before(cue.group, cue.sentence.first)
    if subject is None or at >= last:
        return asked(grammar, cue) if at < last else None
    if asked(grammar, cue) is not None or _named(grammar, cue, subject) is not None:
        return at
    following = tokens[at + 1]
    if following.low == "by" and at + 2 <= last and cue.frames & {"judge", "state", "tell"}:
        end = grammar.sources.end_from(at + 2, last)
        if end is None:
            return None
        grammar.add(Run(at + 2, end), Run(cue.group, at + 1), (subject,), "passive, by X")
        return end
    if "tell" in cue.frames and following.kind is Kind.THAT:
        end = grammar.clauses.end_of(at + 1, _without_stop(grammar, last))
        grammar.add(None, Run(cue.group, at), (Run(at + 1, end),), "passive, no source")
        return at
    if (
        cue.verb in grammar.words["passives_with"]
        and following.low in grammar.words["passive_prepositions"]
        and at + 2 <= last
    ):
        content: tuple[Run, ...] = (
            subject,
            Run(at + 2, grammar.objects.end_from(at + 2, _without_stop(grammar, last))),
        )
        grammar.add(None, Run(cue.group, at + 1), content, "passive, no source")
        return at + 1
    if "tell" in cue.frames and following.kind is Kind.TO:
        end = grammar.clauses.end_of(at + 1, _without_stop(grammar, last))
        grammar.add(None, Run(cue.group, at), (Run(at + 1, end),), "passive, no source")
        return at
    if (
        cue.verb in grammar.words["expected_verbs"]
        and following.kind in (Kind.TO, Kind.THAT)
        and not cue.carried
    ):
        end = grammar.clauses.end_of(at + 1, _without_stop(grammar, last))
        content = (
            (Run(at + 1, end),)
            if tokens[subject.first].low == "it" and following.kind is Kind.THAT
            else (subject, Run(at + 1, end))
        )
        grammar.add(None, Run(cue.group, at), content, "passive, no source")
        return at
    return None


def _named(grammar: Grammar, cue: Cue, subject: Run) -> int | None:
    """Is considered unclean; is seen as weak; also: by X."""
    tokens, last = grammar.tokens, _without_stop(grammar, cue.sentence.last)
    following = tokens[cue.at + 1]
    if cue.verb in grammar.words["named_as_verbs"]:
        if following.low != "as":
            return None
    elif (
        cue.verb not in grammar.words["named_verbs"]
        or following.kind not in (Kind.DETERMINER, Kind.ADJECTIVE, Kind.NOUN, Kind.NAME, Kind.SIGN)
        or following.text in (",", ".")
    ):
        return None
    end = grammar.objects.end_from(cue.at + 1, last)
    source = None
    for number in range(cue.at + 2, end):
        if tokens[number].low == "by" and number + 1 <= end:
            source, end = Run(number + 1, end), number - 1
            break
    if end <= cue.at:
        return None
    grammar.add(
        source,
        Run(cue.group, cue.at),
        (subject, Run(cue.at + 1, end)),
        "passive, by X" if source else "passive, no source",
    )
    return cue.at


def asked(grammar: Grammar, cue: Cue) -> int | None:
    """Asked about it, … and: was asked whether …."""
    tokens, last = grammar.tokens, cue.sentence.last
    if cue.verb not in ("ask", "question") or cue.at + 2 > last:
        return None
    if following_quotation := _asked_quotation(grammar, cue, last):
        cue_run = Run(cue.group, cue.at)
        grammar.add(None, cue_run, following_quotation, "passive, no source")
        return following_quotation[-1].last
    at = _asked_at(grammar, cue.at + 1, last)
    if at is None:
        return None
    end = at
    while end < last and tokens[end + 1].text not in (",", ".", ":", ";", "?"):
        end += 1
    begun = at + 1 if tokens[at].low == "about" else at
    grammar.add(None, Run(cue.group, begun - 1), (Run(begun, end),), "passive, no source")
    return end


def _asked_quotation(grammar: Grammar, cue: Cue, last: int) -> tuple[Run, ...]:
    """Was asked: “Will you go?”, without who asked it."""
    at = cue.at + 2 if grammar.tokens[cue.at + 1].text in (",", ":") else cue.at + 1
    quotation = grammar.clauses.quotations.at(at) if cue.passive and at <= last else None
    return (quotation,) if quotation else ()


def _asked_at(grammar: Grammar, first: int, last: int) -> int | None:
    """Where the question begins, behind who asked, when and where: asked by us on Monday why …."""
    if not grammar.tokens[first].word:
        return None
    adjunct = grammar.tokens[first].low in (*grammar.words["reporting_adjuncts"], "by", "later")
    for at in range(first, min(first + 9, last) if adjunct else first + 1):
        token = grammar.tokens[at]
        if token.low in grammar.words["asked_about"]:
            return at
        if not token.word or token.kind in FINITE:
            return None
    return None


def by_whom(grammar: Grammar, cue: Cue) -> int | None:
    """A bill backed by the dockers: what is backed is the noun before."""
    tokens, at, last = grammar.tokens, cue.at, cue.sentence.last
    if (
        at + 2 > last
        or tokens[at + 1].low != "by"
        or "judge" not in cue.frames
        or cue.verb in grammar.words["handing_on"]
    ):
        return None
    if cue.group <= cue.sentence.first or tokens[cue.group - 1].kind not in (Kind.NOUN, Kind.NAME):
        return None
    begun = grammar.subjects.phrase_ending(cue.group - 1, cue.sentence.first)
    end = grammar.sources.end_from(at + 2, last)
    if begun is None or end is None:
        return None
    content = (Run(begun, cue.group - 1),)
    grammar.add(Run(at + 2, end), Run(cue.group, at + 1), content, "passive, by X")
    return end


def impression(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """The board seemed ready to give way: nobody is named whose view that is."""
    tokens, last = grammar.tokens, _without_stop(grammar, sentence.last)
    token = tokens[number]
    if grammar.lexicon.impressions.get(token.low) is None or number >= last or token.quotation >= 0:
        return None
    if token.kind not in (Kind.VERB, Kind.PAST, Kind.PARTICIPLE):
        return None
    following = tokens[number + 1]
    kinds = (Kind.TO, Kind.ADJECTIVE, Kind.PARTICIPLE, Kind.PAST)
    seems = following.kind in kinds or following.low in ("like", "that", "as")
    if not seems:
        return None
    group = number
    while group > sentence.first and tokens[group - 1].kind in (
        Kind.AUXILIARY, Kind.ADVERB, Kind.NEGATION,
    ):  # fmt: skip
        group -= 1
    subject = grammar.subjects.before(group, sentence.first)
    if subject is None:
        return None
    rest = Run(number + 1, grammar.clauses.end_of(number + 1, last))
    content = (rest,) if following.kind is Kind.THAT else (subject, rest)
    grammar.add(None, Run(group, number), content, "seems, no source")
    return number


def _without_stop(grammar: Grammar, last: int) -> int:
    return last - 1 if grammar.tokens[last].text in (".", "!", "?") else last

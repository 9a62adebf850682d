"""Passives: was criticised by X; is expected to …; was asked about …; is seen as …."""

from app.drafting.findings import Cue, Grammar
from app.drafting.reading import Run
from app.drafting.tagging import Kind


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
    following = tokens[cue.at + 1]
    if following.low not in grammar.words["asked_about"]:
        return None
    end = cue.at + 1
    while end < last and tokens[end + 1].text not in (",", ".", ":", ";", "?"):
        end += 1
    begun = cue.at + 2 if following.low == "about" else cue.at + 1
    grammar.add(None, Run(cue.group, begun - 1), (Run(begun, end),), "passive, no source")
    return end


def _without_stop(grammar: Grammar, last: int) -> int:
    return last - 1 if grammar.tokens[last].text in (".", "!", "?") else last

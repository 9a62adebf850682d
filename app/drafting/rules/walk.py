"""All rules together: a walk over the sentences of a text."""

from collections.abc import Callable

from app.drafting.findings import Cue, Finding, Grammar
from app.drafting.inflection import Form
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Reading, Run
from app.drafting.rules import nominal
from app.drafting.rules.according import according_to, as_reported, in_view_of
from app.drafting.rules.after_quotation import any_verb_behind
from app.drafting.rules.ahead import content_ahead
from app.drafting.rules.behind import inverted, said_first, trailing
from app.drafting.rules.colons import behind_colon
from app.drafting.rules.governed import coordinated, infinitive, leading, participle, within_subject
from app.drafting.rules.hearsay import reportedly
from app.drafting.rules.labels import label, name_before_quotation
from app.drafting.rules.passives import asked, by_whom, impression, passive
from app.drafting.rules.polls import in_poll
from app.drafting.rules.relatives import contact, relative
from app.drafting.rules.signed import signed
from app.drafting.rules.verbs import cues_at


def find(reading: Reading, still: Callable[[], None] = lambda: None) -> list[Finding]:
    """Find all reports in a text that has been tagged; `still` may raise to stop."""
    grammar = Grammar(reading)
    for sentence in reading.sentences:
        still()
        _sentence(grammar, sentence)
    return grammar.found


def _sentence(grammar: Grammar, sentence: Run) -> None:
    number = sentence.first
    while number <= sentence.last:
        if grammar.tokens[number].word:
            end = _word(grammar, number, sentence)
            if end is not None:
                number = max(number, end)
        number += 1
    label(grammar, sentence)
    signed(grammar, sentence)
    behind_colon(grammar, sentence)


def _word(grammar: Grammar, number: int, sentence: Run) -> int | None:
    for rule in (according_to, in_view_of, as_reported, name_before_quotation):
        end = rule(grammar, number, sentence)
        if end is not None:
            return end
    for cue in cues_at(grammar, number, sentence):
        end = _verb(grammar, cue)
        if end is not None:
            return end
    return (
        any_verb_behind(grammar, number, sentence)
        or impression(grammar, number, sentence)
        or in_poll(grammar, number, sentence)
        or reportedly(grammar, number, sentence)
        or _phrase(grammar, number, sentence)
        or nominal.taker(grammar, number, sentence)
        or nominal.adjective(grammar, number, sentence)
        or nominal.noun(grammar, number, sentence)
    )


def _verb(grammar: Grammar, cue: Cue) -> int | None:
    if cue.carried and any(grammar.sees(number) for number in range(cue.group, cue.at)):
        return None  # declined | to say
    if cue.passive:
        return passive(grammar, cue)
    if cue.infinitive:
        return infinitive(grammar, cue)
    if cue.form is Form.ING:
        return leading(grammar, cue) or participle(grammar, cue)
    if cue.form is Form.PARTICIPLE:
        return asked(grammar, cue) or by_whom(grammar, cue) or said_first(grammar, cue)
    end = by_whom(grammar, cue) or inverted(grammar, cue)
    if end is not None:
        return end
    return _with_subject(grammar, cue)


def _with_subject(grammar: Grammar, cue: Cue) -> int | None:
    source = grammar.subjects.before(cue.group, cue.sentence.first)
    source = source or coordinated(grammar, cue)
    if source is None or not _can_report(grammar, cue, source):
        return None
    end = trailing(grammar, cue, source)
    if end is not None:
        return end
    if _is_in_relative(grammar, cue, source):
        end = relative(grammar, cue, source)
        if end is not None or grammar.tokens[source.first - 1].low != "that":
            return end
    phrase = _phrase_of(grammar, cue, source)
    if phrase is not None:
        return phrase
    end = contact(grammar, cue, source)
    if end is not None:
        return end
    ahead = content_ahead(grammar, cue)
    if ahead is None:
        return None
    content = ahead.content
    if grammar.tokens[source.first].low in ("who", "that", "which"):
        content = within_subject(grammar, cue, content, ahead.rule)
    grammar.add(source, Run(cue.group, ahead.cue_end), content, ahead.rule)
    return ahead.cue_end


def _is_in_relative(grammar: Grammar, cue: Cue, source: Run) -> bool:
    """Whether a relative word stands before the subject; not: a speech in which he said …."""
    head, first = source.first - 1, cue.sentence.first
    if head < first or grammar.tokens[head].low not in ("what", "which", "whom", "who", "that"):
        return False
    before = grammar.tokens[head - 1]
    if grammar.tokens[head].low == "that" and head > first and before.kind in (*FINITE, Kind.ING):
        return False  # understands that the inquiry will report
    place = head > first and grammar.tokens[head - 1].low in ("in", "at", "on", "during")
    return not (place and grammar.tokens[head].low == "which")


def _can_report(grammar: Grammar, cue: Cue, source: Run) -> bool:
    head = grammar.tokens[source.first]
    if head.low in ("that", "which") and source.first == source.last:
        before = grammar.tokens[source.first - 1] if source.first > cue.sentence.first else None
        return before is not None and (before.kind in (Kind.NOUN, Kind.NAME) or before.text == ",")
    alone = source.first == source.last
    return not (alone and head.low in ("there", "what", "this"))


def _phrase(grammar: Grammar, number: int, sentence: Run) -> int | None:
    """A fixed phrase or a light verb whose verb is no cue of its own: took issue with …."""
    token = grammar.tokens[number]
    kinds = (Kind.VERB, Kind.PAST, Kind.PARTICIPLE, Kind.AUXILIARY, Kind.ING)
    if token.kind not in kinds or token.quotation >= 0:
        return None
    if token.low not in grammar.lexicon.phrases and token.low not in grammar.lexicon.light_verbs:
        return None
    group = number
    while group > sentence.first and grammar.tokens[group - 1].kind in (
        Kind.ADVERB,
        Kind.NEGATION,
        Kind.AUXILIARY,
    ):
        group -= 1
    if token.kind is Kind.PARTICIPLE and not _is_perfect(grammar, group, number):
        return None
    form = Form.ING if token.kind is Kind.ING and group == number else Form.PAST
    cue = Cue(number, token.low, form, frozenset(), group, sentence)
    source = grammar.subjects.before(group, sentence.first) or coordinated(grammar, cue)
    if form is Form.ING and source is None:
        source = grammar.source_before(sentence.first, number)
    if source is None or grammar.is_empty(source):
        return None
    return _phrase_of(grammar, cue, source)


def _is_perfect(grammar: Grammar, group: int, number: int) -> bool:
    perfect = ("have", "has", "had", "'ve", "’ve", "'s", "’s")
    verbs = grammar.tokens[group:number]
    passive = any(t.low in grammar.words["be"] for t in verbs)
    return not passive and any(t.low in perfect for t in verbs)


def _phrase_of(grammar: Grammar, cue: Cue, source: Run) -> int | None:
    found = nominal.phrase(grammar, cue.at, cue.sentence)
    if found is not None:
        end, takes_clause = found
        return _after_phrase(grammar, cue, source, end, takes_clause=takes_clause)
    light = nominal.light_verb(grammar, cue.at, cue.sentence, cue.group)
    if light is not None:
        grammar.add(source, *light, "verb and noun")
        return light[0].last
    return None


def _after_phrase(
    grammar: Grammar, cue: Cue, source: Run, end: int, *, takes_clause: bool
) -> int | None:
    last = cue.sentence.last
    if grammar.tokens[last].text in (".", "!", "?"):
        last -= 1
    if end + 1 > last:
        return None
    following = grammar.tokens[end + 1]
    if takes_clause and (
        following.kind is Kind.THAT
        or following.low in ("how", "why", "what", "whether")
        or grammar.phrases.has_finite_verb(end + 2, last)
    ):
        content = Run(end + 1, grammar.clauses.end_of(end + 1, last))
        grammar.add(source, Run(cue.group, end), (content,), "phrase + clause")
        return end
    if not takes_clause:
        content = Run(end + 1, grammar.objects.end_from(end + 1, last))
        if content.last >= content.first:
            grammar.add(source, Run(cue.group, end), (content,), "phrase + object")
            return end
    return None

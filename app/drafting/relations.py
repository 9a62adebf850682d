"""How what is said hangs together, by the words that join it: because, although, however."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from app.drafting.confidence import Confidence
from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Reading, Run
from app.drafting.tokens import QUOTES
from app.drafting.units import Unit
from resources.drafting import load_tables

_LEAD = 8  # words within which "however" still joins a sentence to the one before


class Kindred(StrEnum):
    """What one thing that is said does to another."""

    SUPPORTS = "supports"
    REBUTS = "rebuts"
    CONCEDES = "concedes"
    CONTRASTS = "contrasts"


class Joint(NamedTuple):
    """A relation that a cue suggests: from what, to what, by which words."""

    kind: Kindred
    begins: Run
    ends: Run
    cue: Run
    confidence: Confidence


class _Rule(NamedTuple):
    words: tuple[str, ...]
    kind: Kindred
    from_before: bool
    comma: bool
    confidence: Confidence


def joints_of(reading: Reading, units: Sequence[Unit]) -> list[Joint]:
    """All relations that the words of a text suggest, in order."""
    found: list[Joint] = []
    for number, unit in enumerate(units):
        before = _unit_before(reading, units, number)
        if before is not None:
            found += _between(reading, before, unit)
        found += _inside(reading, unit.run)
    return found


@cache
def _rules(language: str) -> Mapping[str, Mapping[str, tuple[_Rule, ...]]]:
    """The rules of a language by their place and the first of their words, longest first."""
    tables = load_tables(language)["discourse"]
    return {place: _by_first_word(tables[place]) for place in ("between", "behind", "ahead")}


def _by_first_word(tables: Sequence[Mapping[str, Any]]) -> Mapping[str, tuple[_Rule, ...]]:
    found: dict[str, list[_Rule]] = {}
    for table in tables:
        for cue in table["cues"]:
            words = tuple(cue.replace("'s", " 's").replace("’s", " ’s").split())
            rule = _Rule(
                words, Kindred(table["kind"]), table["from"] == "before",
                table.get("comma", False), Confidence(table["confidence"]),
            )  # fmt: skip
            found.setdefault(words[0], []).append(rule)
    return {
        word: tuple(sorted(rules, key=lambda rule: -len(rule.words)))
        for word, rules in found.items()
    }


def _unit_before(reading: Reading, units: Sequence[Unit], number: int) -> Unit | None:
    """The last unit of the sentence before, in this paragraph or the one before."""
    unit = units[number]
    if number and units[number - 1].sentence == unit.sentence:
        return None
    if not number:
        return None
    before = units[number - 1]
    tokens = reading.tokens
    near = tokens[unit.run.first].paragraph - tokens[before.run.first].paragraph <= 1
    return before if near else None


def _rule_at(reading: Reading, place: str, number: int, last: int) -> _Rule | None:
    tokens = reading.tokens
    for rule in _rules(reading.lexicon.language)[place].get(tokens[number].low, ()):
        end = number + len(rule.words) - 1
        if end < last and all(tokens[number + n].low == word for n, word in enumerate(rule.words)):
            return rule
    return None


def _between(reading: Reading, before: Unit, unit: Unit) -> Iterator[Joint]:
    sentence = reading.sentences[unit.sentence]
    first = _first_word(reading, sentence)
    rule, at = _rule_at(reading, "between", first, sentence.last), first
    if rule is None:
        for number in range(first + 1, min(first + _LEAD, sentence.last)):
            if reading.tokens[number].low == "however":
                rule, at = _rule_at(reading, "between", number, sentence.last), number
    if rule is None:
        return
    cue = Run(at, at + len(rule.words) - 1)
    here = _without_cue(reading, unit.run, cue)
    ends = (before.run, here) if rule.from_before else (here, before.run)
    yield Joint(rule.kind, *ends, cue, rule.confidence)


def _first_word(reading: Reading, sentence: Run) -> int:
    first = sentence.first
    while first < sentence.last and not reading.tokens[first].word:
        first += 1
    return first


def _without_cue(reading: Reading, run: Run, cue: Run) -> Run:
    first = cue.last + 1 if run.first <= cue.last < run.last else run.first
    while (
        first < run.last
        and not reading.tokens[first].word
        and reading.tokens[first].text not in QUOTES
    ):
        first += 1
    return Run(first, run.last)


def _inside(reading: Reading, run: Run) -> Iterator[Joint]:
    tokens = reading.tokens
    first = run.first
    while first < run.last and (
        tokens[first].low in ("that", "however", "but", "and", "yet") or not tokens[first].word
    ):
        first += 1
    ahead = _ahead(reading, first, run.last)
    if ahead is not None:
        yield ahead
    begun = ahead.ends.first if ahead else first
    for number in range(begun + 3, run.last - 1):
        joint = _behind(reading, number, begun, run.last)
        if joint is not None:
            yield joint
            return


def _ahead(reading: Reading, first: int, last: int) -> Joint | None:
    """Although …, …: a clause that leads in."""
    rule = _rule_at(reading, "ahead", first, last)
    if rule is None:
        return None
    behind = first + len(rule.words)
    for comma in range(behind + 2, last):
        if reading.tokens[comma].text == "," and _is_clause(reading, comma + 1, last):
            cue = Run(first, behind - 1)
            return Joint(
                rule.kind, Run(behind, comma - 1), Run(comma + 1, last), cue, rule.confidence
            )
    return None


def _behind(reading: Reading, number: int, first: int, last: int) -> Joint | None:
    tokens = reading.tokens
    if tokens[number].quotation >= 0 and tokens[number].quotation != tokens[first].quotation:
        return None
    rule = _rule_at(reading, "behind", number, last)
    after_comma = tokens[number - 1].text == ","
    if rule is None or (rule.comma and not after_comma):
        return None
    behind = number + len(rule.words)
    if rule.comma and not (_begins_clause(reading, behind) and _is_clause(reading, behind, last)):
        return None
    left = Run(first, number - 2 if after_comma else number - 1)
    if left.last - left.first < 2 or behind > last:  # noqa: PLR2004  too few to say anything
        return None
    right = Run(behind, last)
    ends = (left, right) if rule.from_before else (right, left)
    confidence = Confidence.CHECK if tokens[behind].low == "of" else rule.confidence
    return Joint(rule.kind, *ends, Run(number, behind - 1), confidence)


def _begins_clause(reading: Reading, number: int) -> bool:
    token = reading.tokens[number]
    kinds = (
        Kind.PRONOUN,
        Kind.DETERMINER,
        Kind.NAME,
        Kind.NOUN,
        Kind.ADJECTIVE,
        Kind.ADVERB,
        Kind.NUMBER,
    )
    return token.kind in kinds and token.low not in ("well", "many", "much", "such")


def _is_clause(reading: Reading, first: int, last: int) -> bool:
    return any(token.kind in FINITE for token in reading.tokens[first + 1 : last + 1])

"""What a speaker does with what is said: asserts it, denies it, wants it, fears it."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from app.drafting.findings import Finding
from app.drafting.kinds import Kind
from app.drafting.reading import Reading
from resources.drafting import load_tables


class Stance(StrEnum):
    """How a speaker stands to what is reported."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    ASKS = "asks"
    WANTS = "wants"
    EXPECTS = "expects"
    SUPPORTS = "supports"
    OPPOSES = "opposes"


_TURNED = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OPPOSES: Stance.SUPPORTS,
    Stance.ASSERTS: Stance.DOUBTS,
}


@cache
def _by_word(language: str) -> Mapping[str, Stance]:
    """The stance of each verb."""
    return _turned(load_tables(language)["discourse"]["stance"])


@cache
def _by_noun(language: str) -> Mapping[str, Stance]:
    """The stance of words in a cue that are no verbs."""
    return _turned(load_tables(language)["discourse"]["stance_words"])


def _turned(table: Mapping[str, str]) -> Mapping[str, Stance]:
    return {word: Stance(name) for name, words in table.items() for word in words.split()}


def stance_of(reading: Reading, finding: Finding) -> Stance:
    """Tell the stance by the last word of the cue that has one; "not" turns it round."""
    cue = reading.tokens[finding.cue.first : finding.cue.last + 1]
    found, language = Stance.ASSERTS, reading.lexicon.language
    for token in cue:
        plain = token.kind in (Kind.ADVERB, Kind.AUXILIARY)  # has long argued
        readings = () if plain else reading.lexicon.cues.get(token.low, ())
        verbs = [one.verb for one in readings]
        stances = [stance for verb in verbs if (stance := _by_word(language).get(verb))]
        stance = _by_noun(language).get(token.low) or (stances[0] if stances else None)
        if stance:
            found = stance
    negated = any(token.kind is Kind.NEGATION for token in cue)
    return _TURNED.get(found, found) if negated else found

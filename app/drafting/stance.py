"""What a speaker does with what is said: asserts it, denies it, wants it, fears it."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from app.drafting.findings import Finding
from app.drafting.reading import Reading
from app.drafting.tagging import Kind
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
    """The stance of each verb, and of the nouns that are written like one."""
    table = load_tables(language)["discourse"]["stance"]
    return {word: Stance(name) for name, words in table.items() for word in words.split()}


_NOUNS = {
    "support": Stance.SUPPORTS, "praise": Stance.SUPPORTS, "endorsement": Stance.SUPPORTS,
    "opposition": Stance.OPPOSES, "criticism": Stance.OPPOSES, "objection": Stance.OPPOSES,
    "attack": Stance.OPPOSES, "attacks": Stance.OPPOSES, "fear": Stance.EXPECTS, "fears": Stance.EXPECTS,
    "concern": Stance.EXPECTS, "concerns": Stance.EXPECTS, "doubt": Stance.DOUBTS, "doubts": Stance.DOUBTS,
    "plan": Stance.WANTS, "call": Stance.ASKS, "demand": Stance.ASKS, "denial": Stance.DENIES,
    "opposed": Stance.OPPOSES, "critical": Stance.OPPOSES, "skeptical": Stance.DOUBTS, "sceptical": Stance.DOUBTS,
    "issue": Stance.OPPOSES, "against": Stance.OPPOSES, "unlikely": Stance.DOUBTS,
}  # fmt: skip


def stance_of(reading: Reading, finding: Finding) -> Stance:
    """Tell the stance by the last word of the cue that has one; "not" turns it round."""
    cue = reading.tokens[finding.cue.first : finding.cue.last + 1]
    found = Stance.ASSERTS
    for token in cue:
        verbs = [reading.verb for reading in reading.lexicon.cues.get(token.low, ())]
        stances = [stance for verb in verbs if (stance := _by_word("en").get(verb))]
        stance = _NOUNS.get(token.low) or (stances[0] if stances else None)
        if stance:
            found = stance
    negated = any(token.kind is Kind.NEGATION for token in cue)
    return _TURNED.get(found, found) if negated else found

"""What a word can be to the grammar."""

from enum import StrEnum


class Kind(StrEnum):
    """What a word is to the grammar."""

    SIGN = "sign"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    WH = "wh-word"
    THAT = "that"
    PRONOUN = "pronoun"
    OBJECT = "object pronoun"
    AUXILIARY = "auxiliary"
    NEGATION = "negation"
    ADVERB = "adverb"
    TO = "to"
    VERB = "verb"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"
    NOUN = "noun"
    NAME = "name"
    ADJECTIVE = "adjective"
    NUMBER = "number"
    GENITIVE = "genitive"


FINITE = frozenset((Kind.VERB, Kind.PAST, Kind.AUXILIARY))
OBJECT_STARTS = frozenset(
    (Kind.DETERMINER, Kind.PRONOUN, Kind.OBJECT, Kind.THAT, Kind.TO, Kind.NAME, Kind.WH)
)
NOMINAL = frozenset((Kind.NOUN, Kind.NAME, Kind.ADJECTIVE, Kind.NUMBER))
BEFORE_NOUNS = frozenset(
    (Kind.DETERMINER, Kind.GENITIVE, Kind.PREPOSITION, Kind.ADJECTIVE, Kind.NUMBER)
)

"""What all that look for phrases need: times, finite verbs, signs that part phrases."""

from app.drafting.kinds import FINITE, Kind
from app.drafting.reading import Reading
from app.drafting.tokens import Token

DASHES = frozenset(("—", "–", "--", "-"))
WITHIN = frozenset(
    (Kind.NOUN, Kind.NAME, Kind.ADJECTIVE, Kind.NUMBER, Kind.DETERMINER, Kind.GENITIVE)
)
HEADS = frozenset((Kind.NOUN, Kind.NAME, Kind.NUMBER, Kind.ADJECTIVE, Kind.ING))
_JOINED = frozenset(("+", "’", "'", "&", "/", "%", "#", "@", "-"))
_NEVER_TIMES = frozenset(("mar", "sun", "sat", "second"))
_DIGITS_OF_TIMES = (1, 2, 4)


class Phrases:
    """The phrases of a text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.words = reading.lexicon.words
        self.names = reading.lexicon.names

    def is_time(self, token: Token) -> bool:
        low = token.low.rstrip(".")
        if low in self.words["days"]:
            return True
        if low in ("may", "march"):
            return token.kind is Kind.NAME
        if low in _NEVER_TIMES:
            return False
        if token.text[0].isdigit():
            return len(token.text) in _DIGITS_OF_TIMES
        return low in self.words["times"]

    def has_finite_verb(self, first: int, last: int) -> bool:
        return any(token.kind in FINITE for token in self.tokens[first : last + 1])

    def is_role(self, number: int) -> bool:
        return self.tokens[number].low in self.names["roles"]

    def is_dash(self, number: int) -> bool:
        """Whether a dash parts clauses here, and does not join a word."""
        token = self.tokens[number]
        if token.text not in DASHES:
            return False
        spaced = not number or self.tokens[number - 1].end < token.start
        return token.text != "-" or spaced

    def is_joined(self, number: int) -> bool:
        """Whether a sign stands within a word or a name, with no blank around it."""
        tokens = self.tokens
        if tokens[number].text in _JOINED:
            return not (tokens[number].text == "-" and self.is_dash(number))
        if not 0 < number < len(tokens) - 1 or tokens[number].text in ',.():;”“"—–':
            return False
        before, after = tokens[number - 1], tokens[number + 1]
        return before.end == tokens[number].start and tokens[number].end == after.start

    def joins_nouns(self, number: int, first: int) -> bool:
        """Whether the coordinator here joins two nouns of one phrase, and not two clauses."""
        if number <= first or number + 1 >= len(self.tokens):
            return False
        before, after = self.tokens[number - 1], self.tokens[number + 1]
        if before.text == ",":
            return number > first + 1 and self._is_series(number, first)
        if before.kind not in (*HEADS, Kind.DETERMINER, Kind.SIGN):
            return False
        if after.low in ("other", "others", "his", "her", "their", "its"):
            return True
        if before.capital and after.capital:
            return True
        if before.kind is Kind.ADJECTIVE and after.kind is Kind.NOUN:
            return False  # the road is bad and experts say
        nominal = after.kind in (Kind.NOUN, Kind.ADJECTIVE, Kind.NUMBER, Kind.NAME)
        return nominal and (before.capital is after.capital or before.kind is Kind.NOUN)

    def _is_series(self, number: int, first: int) -> bool:
        """A, B, and C: another comma not far before, with nouns alone between."""
        for at in range(number - 2, max(first, number - 9), -1):
            token = self.tokens[at]
            if token.text == ",":
                return True
            if token.kind not in (*WITHIN, Kind.PREPOSITION):
                return False
        return False

    def is_reduced_relative(self, number: int, first: int) -> bool:
        """A participle behind its noun: people briefed on the matter, a report released Tuesday."""
        if number <= first or number + 1 >= len(self.tokens):
            return False
        if self.tokens[number - 1].kind not in (Kind.NOUN, Kind.NAME, Kind.ADVERB):
            return False
        following = self.tokens[number + 1]
        free = following.kind in (Kind.PREPOSITION, Kind.ADVERB, Kind.TO)
        return free or self.is_time(following)

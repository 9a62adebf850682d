"""Sources behind their verb: said Ana Paz, a fellow of the house."""

from app.drafting.kinds import FINITE, Kind
from app.drafting.phrases import HEADS, Phrases
from app.drafting.tokens import QUOTES, Token

_PARTS = frozenset((".", "?", "!", ";", ":", ",", "—", "–", "--", *QUOTES))
_CLAUSAL = frozenset((
    Kind.AUXILIARY, Kind.VERB, Kind.PAST, Kind.SUBORDINATOR, Kind.THAT, Kind.PRONOUN,
))  # fmt: skip

_SELVES = frozenset(("himself", "herself", "themselves", "itself"))
_DIGITS_OF_AGE = 2
_NO_APPOSITION = frozenset((Kind.AUXILIARY, Kind.SUBORDINATOR))


class Sources:
    """Finds where a source ends that stands behind its verb."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._tokens = phrases.tokens
        self._words = phrases.words

    def end_from(self, first: int, last: int) -> int | None:
        """Where the source that begins at `first` ends; None if none begins there."""
        token = self._tokens[first]
        if not (token.word or token.text in QUOTES):
            return None
        if token.kind in (Kind.PRONOUN, Kind.OBJECT) or self._is_her(first, last):
            return first
        end = self._end(first, last)
        while end > first and not self._tokens[end].word and self._tokens[end].text != ")":
            end -= 1
        return end if end >= first else None

    def _is_her(self, number: int, last: int) -> bool:
        noun = number < last and self._tokens[number + 1].kind in HEADS
        return self._tokens[number].low == "her" and not noun

    def _end(self, first: int, last: int) -> int:
        number, end = first, first - 1
        while number <= last:
            text = self._tokens[number].text
            if text == "(":
                end = self._closing(number, last)
            elif text == ",":
                extended = self._apposition_from(number + 1, last)
                if extended is None:
                    break
                end = extended
            elif number > first and self._is_relative(number, last):
                end = self._end_of_relative(number, last)
            elif number > first and self._ends(number, first, last):
                break
            else:
                end = number
            number = end + 1
        return end

    def _is_relative(self, number: int, last: int) -> bool:
        """Whether a clause begins here that says which: a shop that sells hats."""
        before = self._tokens[number - 1]
        relative = self._tokens[number].low in ("that", "who") and before.kind is Kind.NOUN
        return relative and number < last and self._tokens[number + 1].kind in FINITE

    def _end_of_relative(self, number: int, last: int) -> int:
        while number < last and self._tokens[number + 1].text not in _PARTS:
            number += 1
        return number

    def _closing(self, number: int, last: int) -> int:
        while number < last and self._tokens[number].text != ")":
            number += 1
        return number

    def _ends(self, number: int, first: int, last: int) -> bool:
        token = self._tokens[number]
        if token.kind is Kind.SIGN:
            return not self._phrases.is_joined(number) and token.text not in QUOTES
        if token.kind in _CLAUSAL:
            reduced = token.kind is Kind.PAST and self._phrases.is_reduced_relative(number, first)
            return not reduced
        if token.kind is Kind.ADVERB or self._is_time_word(token):
            return True
        if token.kind is Kind.COORDINATOR:
            return number == last or not self._phrases.joins_nouns(number, first)
        if token.kind is Kind.PREPOSITION:
            return self._is_adjunct(number, last)
        if token.kind is Kind.ING and self._tokens[min(number + 1, last)].low in _SELVES:
            return False  # a man calling himself Tom
        return token.kind is Kind.ING and token.low in self._phrases.reading.lexicon.cues

    def _is_time_word(self, token: Token) -> bool:
        if token.kind is Kind.NUMBER or self._tokens[token.number - 1].kind is Kind.DETERMINER:
            return False
        return self._phrases.is_time(token)

    def _is_adjunct(self, number: int, last: int) -> bool:
        """Whether a preposition tells when or where it was said, and not who: said X on Monday."""
        token, before = self._tokens[number], self._tokens[number - 1]
        if token.low in self._words["source_goes_on"]:
            return False
        if token.low == "as" and before.low == "such":
            return False
        if number == last or token.low in self._words["source_ends"]:
            return True
        following = self._tokens[number + 1]
        if self._phrases.is_time(following) or following.low in self._words["after_sources"]:
            return True
        return before.kind is Kind.NAME and token.low in ("in", "on", "at", "to", "with")

    # Appositions

    def _apposition_from(self, first: int, last: int) -> int | None:
        """The end of an apposition behind a comma, or None if something else follows."""
        if first > last or not self._begins_apposition(first, last):
            return None
        relative = self._tokens[first].low in ("who", "whose")
        number = first
        while number <= last and self._tokens[number].text not in _PARTS:
            token = self._tokens[number]
            if relative:
                if self._is_cue(token):
                    return None
            elif number > first and token.kind in _NO_APPOSITION and token.low != "since":
                return None
            number += 1
        return number - 1 if number > first else None

    def _has_verb(self, first: int, last: int) -> bool:
        """Whether a verb stands before the next sign, so that this is no apposition."""
        number = first
        while number <= last and self._tokens[number].text not in _PARTS:
            if self._tokens[number].kind in FINITE:
                return True
            number += 1
        return False

    def _is_cue(self, token: Token) -> bool:
        lexicon = self._phrases.reading.lexicon
        if token.kind not in (Kind.VERB, Kind.PAST):
            return False
        readings = lexicon.cues.get(token.low, ())
        return any(lexicon.frames_of(r.verb) & {"state", "judge"} for r in readings)

    def _begins_apposition(self, first: int, last: int) -> bool:
        token = self._tokens[first]
        if token.low in self._words["appositions"] or token.low[:2] in ("d-", "r-", "i-"):
            return True
        following = self._tokens[first + 1] if first < last else None
        if token.text.isdigit():  # an age
            ended = following is None or following.text in (",", ".", *QUOTES)
            return ended and len(token.text) <= _DIGITS_OF_AGE
        if token.kind is Kind.NAME:
            return not self._phrases.is_time(token) and not self._has_verb(first, last)
        plain = token.kind in (Kind.NOUN, Kind.ADJECTIVE)
        return plain and token.low not in self._words["adjuncts_after_comma"]

"""What leads in before a subject: adverbs, times, and phrases such as: in a speech on Monday."""

from app.drafting.kinds import Kind
from app.drafting.phrases import Phrases
from app.drafting.tokens import QUOTES, Token

_TRIMMED = frozenset((Kind.ADVERB, Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.GENITIVE))


class Leads:
    """Finds where a subject begins behind what leads in to it."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._tokens = phrases.tokens
        self._words = phrases.words

    def trimmed(self, begun: int, last: int) -> int | None:
        """Leave out what stands before the phrase: adverbs, times, a phrase that leads in."""
        while begun <= last:
            token = self._tokens[begun]
            if token.low in self._words["kept_adverbs"] and token.kind is not Kind.PREPOSITION:
                break
            if self._is_left_out(begun, last):
                begun += 1
            elif token.kind is Kind.PREPOSITION and token.low != "like":
                later = self._behind_lead(begun, last)
                if later is None:
                    return None
                begun = later
            else:
                break
        return begun if begun <= last else None

    def _is_left_out(self, begun: int, last: int) -> bool:
        token = self._tokens[begun]
        if token.kind in _TRIMMED or token.low in self._words["leads_of_phrases"]:
            return True
        if not token.word:
            return token.text not in QUOTES
        return begun < last and self._leads_in_time(token, self._tokens[begun + 1])

    def _leads_in_time(self, token: Token, following: Token) -> bool:
        if token.low in self._words["days"]:
            return True
        if token.low in ("last", "this", "next"):
            return following.low in self._words["time_nouns"] | self._words["days"]
        return token.kind is not Kind.NUMBER and self._phrases.is_time(token)

    def _behind_lead(self, begun: int, last: int) -> int | None:
        """Where the subject begins behind a phrase that leads in: In a speech the minister …."""
        number = last
        while number > begun and self._tokens[number].kind is Kind.NAME:
            number -= 1
        if number < last:
            article = self._tokens[number].kind is Kind.DETERMINER and number > begun + 1
            return number if article else number + 1
        kinds = [self._tokens[n].kind for n in range(begun + 2, last + 1)]
        found = [n for n, kind in enumerate(kinds) if kind is Kind.DETERMINER]
        return begun + 2 + found[-1] if found else None

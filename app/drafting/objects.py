"""Objects: what somebody praises, opposes or speaks about, with what modifies it."""

from app.drafting.inflection import Form
from app.drafting.kinds import FINITE, Kind
from app.drafting.phrases import WITHIN, Phrases
from app.drafting.reporting import SPEAKING, is_reporting
from app.drafting.tokens import Token

_STOPS = frozenset((";", "?", "!", ".", "…"))
_LISTED = WITHIN | {Kind.PREPOSITION, Kind.COORDINATOR, Kind.ING, Kind.ADVERB}
_RELATIVES = frozenset(("who", "whose", "whom", "which"))
_LIST, _APPOSITION, _RELATIVE, _SUBJECT = 13, 16, 24, 6


class Objects:
    """Finds where an object ends."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._tokens = phrases.tokens
        self._words = phrases.words

    def end_from(self, first: int, last: int) -> int:
        """Where the object at `first` ends: before the next clause, or words for when and where."""
        number = first
        while number <= last:
            quotation = self._phrases.reading.quotation_of(number)
            if quotation and quotation.first <= number < quotation.last <= last:
                number = quotation.last + 1
                if self._tokens[quotation.last - 1].text == ",":
                    break
                continue
            closing = self._closes_relative(number, last)
            if closing is None and self._ends(number, first, last):
                break
            number = number + 1 if closing is None else closing + 1
        return number - 1

    def _ends(self, number: int, first: int, last: int) -> bool:
        token = self._tokens[number]
        if token.text == ":":
            return not self._is_told_off(number, last)
        if token.text in _STOPS or self._phrases.is_dash(number):
            return True
        if token.text == ",":
            return self._comma_ends(number, last)
        if number == first:
            return False
        if token.low in self._words["object_ends"]:
            return True
        if number == last:
            return False
        return self._ends_with(number, first, last)

    def _is_told_off(self, colon: int, last: int) -> bool:
        """Whether what stands behind a colon tells the object in full: two ideas: a bridge, …."""
        return colon < last and self._tokens[colon - 1].kind in (Kind.NOUN, Kind.ADJECTIVE)

    def _ends_with(self, number: int, first: int, last: int) -> bool:
        """Whether two words together end the object: and said; by saying; on Monday."""
        token, following = self._tokens[number], self._tokens[number + 1]
        if number == first + 1 and self._tokens[first].kind is Kind.OBJECT:
            return token.low in self._words["pronoun_ends"]
        if token.low == "as":
            clause = following.kind is Kind.PRONOUN and number + 2 <= last
            return clause or self._tokens[number - 1].text == ","
        if token.low == "while":
            return following.kind is not Kind.ING and following.low not in ("also", "still")
        if token.low == "and":
            return self._begins_clause(number + 1, first, last)
        return self._tells_when(token, following) or self.tells_where(number, last)

    def _begins_clause(self, number: int, first: int, last: int) -> bool:
        """Whether a verb or a pronoun follows, and no second infinitive: to mend and to keep."""
        token = self._tokens[number]
        if token.kind is Kind.ADVERB and number < last:
            token = self._tokens[number + 1]
        if is_reporting(self._phrases.reading, token, (Form.ING,), SPEAKING):
            return True  # mocking the plan and saying that …
        if self._is_subject(number, last):
            return True
        forms = self._phrases.reading.lexicon.verb_forms
        if forms.get(token.low) is Form.BASE and self._has_infinitive(first, number):
            return False
        return token.kind in (*FINITE, Kind.PRONOUN)

    def _is_subject(self, number: int, last: int) -> bool:
        """Whether a noun phrase here has a verb for it alone: and the clerk has left."""
        for at in range(number, min(number + _SUBJECT, last) + 1):
            token = self._tokens[at]
            if token.kind not in WITHIN:
                return at > number and token.low in ("has", "is", "was", "does")
        return False

    def _has_infinitive(self, first: int, end: int) -> bool:
        modals = self._words["modals"]
        return any(t.kind is Kind.TO or t.low in modals - {"to"} for t in self._tokens[first:end])

    def _starts_clause(self, first: int, last: int) -> bool:
        """Whether a clause with its own subject is joined on: …, and the town has paid for it."""
        if first >= last or self._tokens[first].kind not in (Kind.DETERMINER, Kind.PRONOUN):
            return False
        return self._phrases.has_finite_verb(first + 1, min(last, first + 8))

    def _tells_when(self, token: Token, following: Token) -> bool:
        if token.low in self._words["days"]:
            return True
        if token.low in ("on", "last", "earlier", "this"):
            return self._phrases.is_time(following)
        named = following.kind is Kind.NAME and self._phrases.is_time(following)
        return token.low == "in" and named

    def tells_where(self, number: int, last: int) -> bool:
        """Whether a place of saying stands here: in a statement, at a conference."""
        token, following = self._tokens[number], self._tokens[number + 1]
        if token.low not in self._words["object_places"]:
            return False
        if following.low not in self._words["object_determiners"]:
            return False
        ahead = self._tokens[number + 2 : min(number + 5, last + 1)]
        return any(one.low in self._words["statement_places"] for one in ahead)

    def _comma_ends(self, number: int, last: int) -> bool:
        """A comma ends an object, but for a list, a date, and an apposition of a few words."""
        if number == last:
            return True
        before, following = self._tokens[number - 1], self._tokens[number + 1]
        if before.kind is following.kind is Kind.ADJECTIVE:
            return False
        if following.kind is Kind.ADJECTIVE and self._tokens[number - 2].kind is Kind.DETERMINER:
            return False  # a bold, simple plan
        if following.text.isdigit() and (before.text[0].isdigit() or self._phrases.is_time(before)):
            return False
        if following.low in self._words["object_goes_on"]:
            return False
        if following.low == "and" and self._starts_clause(number + 2, last):
            return True
        listed = self._goes_on_as_list(number, last)
        if listed is not None:
            return not listed
        apposed = following.kind in (Kind.DETERMINER, Kind.NAME)
        if not apposed or following.low in self._words["headless"]:
            return True
        return self._phrases.has_finite_verb(number + 1, min(last, number + _APPOSITION))

    def _closes_relative(self, comma: int, last: int) -> int | None:
        """The second comma around a clause behind which the object goes on: X, who left, of …."""
        if self._tokens[comma].text != "," or comma == last:
            return None
        if self._tokens[comma + 1].low not in _RELATIVES:
            return None
        for at in range(comma + 2, min(comma + _RELATIVE, last)):
            if self._tokens[at].text == ",":
                following = self._tokens[at + 1]
                goes_on = following.kind is Kind.DETERMINER or following.low in ("of", "for", "as")
                return at if goes_on else None
        return None

    def _goes_on_as_list(self, number: int, last: int) -> bool | None:
        """Whether "and" follows with another noun, or with a clause; None if there is none."""
        for at in range(number + 1, min(number + _LIST, last)):
            token = self._tokens[at]
            if token.low in ("and", "or"):
                following = self._tokens[at + 1]
                return following.kind not in (*FINITE, Kind.PRONOUN) and following.low != "then"
            if token.kind not in _LISTED and token.text != ",":
                return None
        return None

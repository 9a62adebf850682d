"""Subjects: the noun phrase before a verb, with its apposition."""

from app.drafting.kinds import Kind
from app.drafting.leads import Leads
from app.drafting.phrases import DASHES, WITHIN, Phrases
from app.drafting.reading import Run
from app.drafting.tokens import QUOTES

_FARTHEST = 45  # words from a comma back to the one that opens its apposition
_SHORT_QUOTE = 5
_BRACKET = 6
_LIST = 8
_NO_END = frozenset((
    Kind.PREPOSITION, Kind.VERB, Kind.AUXILIARY, Kind.OBJECT, Kind.TO, Kind.SUBORDINATOR,
    Kind.COORDINATOR, Kind.ADVERB, Kind.NEGATION,
))  # fmt: skip
_LAST = frozenset((Kind.ING, Kind.PAST, Kind.PARTICIPLE))
_VERBAL = frozenset((
    Kind.VERB, Kind.PAST, Kind.PARTICIPLE, Kind.AUXILIARY, Kind.ADVERB, Kind.NEGATION,
))  # fmt: skip
_LOOSE = frozenset((
    Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.ADVERB, Kind.ING, Kind.PARTICIPLE, Kind.PAST,
))  # fmt: skip


class Subjects:
    """Finds who or what a verb belongs to."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._leads = Leads(phrases)
        self._tokens = phrases.tokens
        self._words = phrases.words

    def before(self, verb: int, first: int) -> Run | None:
        """The subject whose verb group begins at `verb`, not before `first`."""
        last = verb - 1
        while last > first and self._is_added(last):
            last -= 1
        if last < first:
            return None
        ends = self._tokens[last].text in QUOTES and self._tokens[last - 1].text == ","
        if ends and last > first:
            last -= 1
        if self._tokens[last].text in (",", ")", *DASHES):
            return self._with_apposition(last, first)
        begun = self.phrase_ending(last, first)
        if begun is None:
            return None
        if self._phrases.is_role(begun):
            return Run(self._outer(begun, first), last)
        return self._without_adjunct(Run(begun, last))

    def _is_added(self, number: int) -> bool:
        """Whether a word only repeats the subject: the mayor herself; the mayor and I both."""
        low, before = self._tokens[number].low, self._tokens[number - 1].kind
        if low in ("both", "all"):
            return before in (Kind.NOUN, Kind.NAME, Kind.PRONOUN)
        return low in self._words["reflexives"]

    def phrase_ending(self, last: int, first: int) -> int | None:
        """Where the noun phrase that ends at `last` begins; None if there is none."""
        if last < first:
            return None
        token = self._tokens[last]
        if token.kind is Kind.ADVERB:  # people who were there
            relative = self._before_relative(last, first)
            return (
                None
                if relative is None
                else self._leads.trimmed(self._begin(relative, first), last)
            )
        if not token.word or token.kind in _NO_END or token.low in self._words["possessives"]:
            return None
        if token.kind is Kind.THAT:
            return last
        if token.kind in (Kind.PRONOUN, Kind.WH):
            doubled = last > first and self._tokens[last - 1].low in ("all", "both")
            return last - 1 if doubled else last
        begun = self._leads.trimmed(self._begin(last, first), last)
        return begun if begun is None else self._with_joined(begun, first)

    def _with_joined(self, begun: int, first: int) -> int:
        """The mayor | and the clerk: nouns with their own articles, at the head of a sentence."""
        tokens = self._tokens
        while (
            begun - 2 >= first
            and tokens[begun].kind is Kind.DETERMINER
            and tokens[begun - 1].low in ("and", "or", "nor")
            and tokens[begun - 2].kind in (Kind.NOUN, Kind.NAME)
            and not self._phrases.has_finite_verb(first, begun - 2)
        ):
            further = self._leads.trimmed(self._begin(begun - 2, first), begun - 2)
            if further is None:
                break
            begun = further
        return begun

    def _begin(self, last: int, first: int) -> int:
        number = last
        while number >= first:
            if self._begins_here(number, first):
                return number
            further = self._before_word(number, first, last)
            if further is None:
                break
            number = further
        return number + 1

    def _begins_here(self, number: int, first: int) -> bool:
        """A determiner behind a noun begins a phrase of its own: a man the party trusts."""
        if self._tokens[number].kind is not Kind.DETERMINER or number <= first:
            return False
        return self._tokens[number - 1].kind in (Kind.NOUN, Kind.NAME, Kind.THAT)

    def _before_word(self, number: int, first: int, last: int) -> int | None:
        """The word before, if the one here is inside a noun phrase; None where the phrase ends."""
        kind = self._tokens[number].kind
        if kind in WITHIN:
            return number - 1
        if kind is Kind.SIGN:
            return self._before_sign(number, first, last)
        if number == last:
            return number - 1 if kind in _LAST else None
        if kind in _VERBAL - {Kind.ADVERB, Kind.NEGATION}:
            reduced = kind in (Kind.PAST, Kind.PARTICIPLE)
            if reduced and self._phrases.is_reduced_relative(number, first):
                return number - 1
            return self._before_relative(number, first)
        if self._is_inside(number, first):
            return number - 1
        return self._before_relative(number, first) if kind is Kind.ADVERB else None

    def _before_sign(self, number: int, first: int, last: int) -> int | None:
        if number < last and self._phrases.is_joined(number):
            return number - 1
        quotation = self._phrases.reading.quotation_of(number)
        if quotation and quotation.last == number:
            short = number - quotation.first <= _SHORT_QUOTE and quotation.first >= first
            short = short and self._tokens[number - 1].text not in (",", ".", "!", "?")
            return quotation.first - 1 if short else None
        listed = self._tokens[number].text == "," and self._is_in_list(number, first, last)
        return number - 1 if listed else None

    def _is_inside(self, number: int, first: int) -> bool:
        """Whether a word that is no noun belongs to the phrase: head of the newly made board."""
        token = self._tokens[number]
        if token.kind is Kind.PREPOSITION:
            lead = token.low in self._words["leads_of_phrases"]
            if lead and self._phrases.has_finite_verb(first, number - 1):
                return False  # was let go after prosecutors | decided …
            if token.low in ("as", "since", "until"):
                return False
            return not (lead and number > first and not self._tokens[number - 1].word)
        if token.kind is Kind.ADVERB:
            after = self._tokens[number + 1].kind
            return after in (Kind.ADJECTIVE, Kind.NUMBER, Kind.DETERMINER)
        if token.kind is Kind.COORDINATOR:
            return token.low in ("and", "or") and self._phrases.joins_nouns(number, first)
        return token.kind is Kind.ING

    def _before_relative(self, number: int, first: int) -> int | None:
        """Before the relative clause whose verb is here: the woman who was there."""
        while number > first and self._tokens[number].kind in _VERBAL:
            number -= 1
        if self._tokens[number].low not in self._words["relatives"] or number <= first:
            return None
        if self._tokens[number - 1].text == "," and number > first + 1:
            return number - 2
        nominal = self._tokens[number - 1].kind in (Kind.NOUN, Kind.NAME, Kind.DETERMINER)
        return number - 1 if nominal else None

    def _is_in_list(self, number: int, first: int, last: int) -> bool:
        """Whether a comma stands in a list of nouns or of adjectives before its last member."""
        if number <= first or not self._tokens[number - 1].word or number == last:
            return False
        before, after = self._tokens[number - 1], self._tokens[number + 1]
        if before.kind is after.kind is Kind.ADJECTIVE:
            return True
        ahead = self._tokens[number + 1 : min(number + _LIST, last + 1)]
        if not any(token.low in ("and", "or") for token in ahead):
            return False
        if before.kind not in (Kind.NAME, Kind.NOUN):
            return False
        if after.kind is Kind.COORDINATOR:
            return True
        return after.kind in WITHIN and before.capital is after.capital

    def _without_adjunct(self, run: Run) -> Run:
        """Leave out the place of saying: the president in an interview."""
        for number in range(run.first + 1, run.last):
            if self._tokens[number].low not in self._words["saying_places"]:
                continue
            if self._tokens[number - 1].kind in (Kind.PAST, Kind.PARTICIPLE):
                continue  # a report released in a statement
            ahead = self._tokens[number + 1 : min(number + 5, run.last + 1)]
            owned = ahead[0].low in self._words["own_determiners"] | self._words["days"]
            places = self._words["statement_places"] | self._words["days"]
            if owned and any(token.low in places for token in ahead):
                return Run(run.first, number - 1)
        return run

    # Appositions

    def _with_apposition(self, last: int, first: int) -> Run | None:
        """The subject before an apposition that ends here: John Lough, a fellow of the house, …."""
        close = self._tokens[last].text
        opening = {")": "("}.get(close, close)
        for number in range(last - 1, max(first, last - _FARTHEST), -1):
            if self._tokens[number].text != opening or number + 1 >= last:
                continue
            found = self._around(number, last, first)
            if found is not None:
                return found
            if self._parts_reports(number, last):
                return None
        return None

    def _parts_reports(self, number: int, last: int) -> bool:
        return any(token.low in ("said", "says") for token in self._tokens[number : last + 1])

    def _around(self, number: int, last: int, first: int) -> Run | None:
        """The subject with the apposition between two signs, or None if that is none."""
        loose = self._is_adjunct(number + 1, self._tokens[number].text)
        if loose is None or self._parts_reports(number, last):
            return None
        begun = self.phrase_ending(self._before_bracket(number - 1, first), first)
        if begun is None or (begun == number - 1 and self._tokens[begun].text.isdigit()):
            return None
        if not self._can_have_apposition(begun, number):
            return None
        outer = self._outer(begun, first)
        end = last if self._tokens[last].text == ")" else last - 1
        return Run(outer, number - 1 if loose and outer == begun else end)

    def _before_bracket(self, number: int, first: int) -> int:
        """Before a party or an age in brackets: Lee Bright (R), another supporter, …."""
        if self._tokens[number].text != ")":
            return number
        for at in range(number - 1, max(first, number - _BRACKET), -1):
            if self._tokens[at].text == "(":
                return at - 1
        return number

    def _outer(self, begun: int, first: int) -> int:
        """Where the name stands that a phrase is in apposition to: Cory James, of Leeds, …."""
        comma = begun - 1
        if comma > first and self._tokens[comma].kind is Kind.PREPOSITION:
            comma -= 1
        elif not self._is_apposed(begun):
            return begun
        if comma <= first or self._tokens[comma].text != ",":
            return begun
        name = self._tokens[comma - 1]
        if name.kind is not Kind.NAME or self._phrases.is_time(name):
            return begun
        outer = self.phrase_ending(comma - 1, first)
        in_lead = outer and outer > first and self._tokens[outer - 1].kind is Kind.PREPOSITION
        return begun if outer is None or in_lead else outer

    def _is_apposed(self, begun: int) -> bool:
        apposed = self._tokens[begun].low in self._words["apposition_determiners"]
        return apposed or self._phrases.is_role(begun)

    def _is_adjunct(self, number: int, opening: str) -> bool | None:
        """Whether what follows a comma tells when or where, rather than who; None if neither."""
        token = self._tokens[number]
        if token.low == "of" and self._tokens[number + 1].low == "course":
            return True
        if token.low in ("who", "whose") or token.low in self._words["reflexives"]:
            return False
        if token.kind in _LOOSE:
            return token.low not in self._words["loose_appositions"]
        if opening != ",":
            return False
        if token.text.isdigit():
            return True
        neither = (Kind.PRONOUN, Kind.THAT, Kind.COORDINATOR, Kind.OBJECT)
        return None if token.kind in neither else False

    def _can_have_apposition(self, begun: int, comma: int) -> bool:
        token = self._tokens[begun]
        short = comma - begun <= _BRACKET
        return short or token.capital or token.kind in (Kind.NAME, Kind.DETERMINER, Kind.PRONOUN)

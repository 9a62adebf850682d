"""Noun phrases and the ends of clauses, found from one of their ends."""

from app.drafting.reading import Reading, Run
from app.drafting.tagging import FINITE, Kind
from app.drafting.tokens import QUOTES, Token

_FARTHEST = 45  # words from a comma back to the one that opens its apposition
_SHORT_QUOTE = 5
_WITHIN = frozenset(
    (Kind.NOUN, Kind.NAME, Kind.ADJECTIVE, Kind.NUMBER, Kind.DETERMINER, Kind.GENITIVE)
)
_HEADS = frozenset((Kind.NOUN, Kind.NAME, Kind.NUMBER, Kind.ADJECTIVE, Kind.ING))
_LISTED = _WITHIN | {Kind.PREPOSITION, Kind.COORDINATOR, Kind.ING, Kind.ADVERB}
_DASHES = frozenset(("—", "–", "--", "-"))


class Phrases:
    """The phrases of a text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.words = reading.lexicon.words

    # Times and other small things

    def is_time(self, token: Token) -> bool:
        low = token.low.rstrip(".")
        if low in self.words["days"]:
            return True
        if low in ("may", "march", "mar", "sun", "sat", "second"):
            return token.kind is Kind.NAME and low in ("may", "march")
        return low in self.words["times"] or (
            token.text[0].isdigit() and len(token.text) in (1, 2, 4)
        )

    def has_finite_verb(self, first: int, last: int) -> bool:
        return any(token.kind in FINITE for token in self.tokens[first : last + 1])

    # Subjects

    def subject_before(self, verb: int, first: int) -> Run | None:
        """The subject whose verb group begins at `verb`, not before `first`."""
        last = verb - 1
        while last > first and self.tokens[last].low in self.words["reflexives"]:
            last -= 1
        if last < first:
            return None
        if self.tokens[last].text in QUOTES and self.tokens[last - 1].text == ",":
            last -= 1
        if self.tokens[last].text in (",", ")", *_DASHES):
            return self._with_apposition(last, first)
        begun = self.phrase_ending(last, first)
        if begun is None:
            return None
        if self._is_role(begun):
            return Run(self._outer(begun, first), last)
        return self._without_adjunct(Run(begun, last))

    def phrase_ending(self, last: int, first: int) -> int | None:
        """Where the noun phrase that ends at `last` begins; None if there is none."""
        token = self.tokens[last]
        if not token.word or token.kind in (
            Kind.PREPOSITION,
            Kind.VERB,
            Kind.AUXILIARY,
            Kind.OBJECT,
            Kind.TO,
        ):
            return None
        if token.kind is Kind.DETERMINER and token.low in self.words["possessives"]:
            return None
        if token.kind is Kind.THAT:
            return last
        if token.kind in (Kind.PRONOUN, Kind.WH):
            doubled = last > first and self.tokens[last - 1].low in ("all", "both")
            return last - 1 if doubled else last
        if token.kind in (Kind.SUBORDINATOR, Kind.COORDINATOR, Kind.ADVERB, Kind.NEGATION):
            return None
        number = last
        while number >= first:
            stop = self._step_back(number, first, last)
            if stop is None:
                break
            if stop < 0:
                number -= 1
                break
            number = stop
        return self._trimmed(number + 1, last)

    def _step_back(self, number: int, first: int, last: int) -> int | None:  # noqa: C901, PLR0911, PLR0912
        """One word further back in a noun phrase, or None where it ends."""
        token = self.tokens[number]
        kind = token.kind
        if (
            kind is Kind.DETERMINER
            and number > first
            and self.tokens[number - 1].kind in (Kind.NOUN, Kind.THAT)
        ):
            return -1 - number  # it begins the phrase
        if kind in _WITHIN:
            return number - 1
        if kind is Kind.SIGN:
            if token.text in ("’", "'", "&", "/", "%", "#", "@", "-") or self._is_glued(
                number, last
            ):
                return number - 1
            quotation = self.reading.quotation_of(number)
            if quotation and quotation.last == number and number - quotation.first <= _SHORT_QUOTE:
                return quotation.first - 1 if quotation.first >= first else None
            if token.text == "," and self._joins_list(number, first, last):
                return number - 1
            return None
        if number == last:
            return number - 1 if kind in (Kind.ING, Kind.THAT, Kind.PAST, Kind.PARTICIPLE) else None
        if kind is Kind.PREPOSITION:
            return (
                None
                if token.low in ("as", "before", "since", "after")
                and number > first
                and not self.tokens[number - 1].word
                else number - 1
            )
        if kind is Kind.ING:
            return number - 1
        if kind is Kind.ADVERB:
            after = self.tokens[number + 1].kind
            return (
                number - 1
                if after in (Kind.ADJECTIVE, Kind.NUMBER, Kind.DETERMINER)
                or token.low.endswith("-elect")
                else None
            )
        if kind is Kind.COORDINATOR:
            return (
                number - 1
                if token.low in ("and", "or") and self._joins_nouns(number, first)
                else None
            )
        if kind in (Kind.PAST, Kind.PARTICIPLE):
            return (
                number - 1
                if self._is_reduced_relative(number, first)
                else self._relative_start(number, first)
            )
        if kind in (Kind.VERB, Kind.AUXILIARY):
            return self._relative_start(number, first)
        return None

    def _is_glued(self, number: int, last: int) -> bool:
        """A sign within a word, with no blank around it."""
        tokens = self.tokens
        return (
            0 < number < last
            and tokens[number - 1].end == tokens[number].start
            and tokens[number].end == tokens[number + 1].start
            and tokens[number].text not in (",", ".", *QUOTES, *_DASHES, "(", ")", ":", ";")
        )

    def _is_reduced_relative(self, number: int, first: int) -> bool:
        """A participle behind its noun: people briefed on the matter, a report released Tuesday."""
        if number <= first or self.tokens[number - 1].kind not in (
            Kind.NOUN,
            Kind.NAME,
            Kind.ADVERB,
        ):
            return False
        following = self.tokens[number + 1]
        return following.kind in (Kind.PREPOSITION, Kind.ADVERB, Kind.TO) or self.is_time(following)

    def _relative_start(self, number: int, first: int) -> int | None:
        """Before the relative clause whose verb is here: the woman who was there."""
        while number > first and self.tokens[number].kind in (
            Kind.VERB,
            Kind.PAST,
            Kind.PARTICIPLE,
            Kind.AUXILIARY,
            Kind.ADVERB,
            Kind.NEGATION,
        ):
            number -= 1
        relative = self.tokens[number].low in ("who", "that", "which")
        if relative and number > first + 1 and self.tokens[number - 1].text == ",":
            return number - 2
        if (
            relative
            and number > first
            and self.tokens[number - 1].kind in (Kind.NOUN, Kind.NAME, Kind.DETERMINER)
        ):
            return number - 1
        return None

    def _joins_nouns(self, number: int, first: int) -> bool:
        """Whether the coordinator here joins two nouns of one phrase, and not two clauses."""
        if number <= first or self.tokens[number - 1].text == ",":
            return number > first + 1 and self._is_series(number, first)
        before, after = self.tokens[number - 1], self.tokens[number + 1]
        if before.kind not in (*_HEADS, Kind.DETERMINER, Kind.SIGN):
            return False
        if after.low in ("other", "others", "his", "her", "their", "its"):
            return True
        if before.capital and after.capital:
            return True
        return after.kind in (Kind.NOUN, Kind.ADJECTIVE, Kind.NUMBER, Kind.NAME) and (
            before.capital is after.capital or before.kind is Kind.NOUN
        )

    def _is_series(self, number: int, first: int) -> bool:
        """A, B, and C: another comma not far before, with nouns alone between."""
        for at in range(number - 2, max(first, number - 9), -1):
            token = self.tokens[at]
            if token.text == ",":
                return True
            if token.kind not in (*_WITHIN, Kind.PREPOSITION):
                return False
        return False

    def _joins_list(self, number: int, first: int, last: int) -> bool:
        """Whether a comma stands in a list of nouns or of adjectives before its last member."""
        if number <= first or not self.tokens[number - 1].word or number == last:
            return False
        before, after = self.tokens[number - 1], self.tokens[number + 1]
        if before.kind is Kind.ADJECTIVE and after.kind is Kind.ADJECTIVE:
            return True
        ahead = self.tokens[number + 1 : min(number + 8, last + 1)]
        joined = any(token.low in ("and", "or") for token in ahead)
        return (
            joined
            and before.kind in (Kind.NAME, Kind.NOUN)
            and after.kind
            in (Kind.NAME, Kind.NOUN, Kind.DETERMINER, Kind.COORDINATOR, Kind.ADJECTIVE)
            and before.capital
            is (after.capital or after.kind is Kind.COORDINATOR and before.capital)
        )

    def _trimmed(self, begun: int, last: int) -> int | None:
        """Leave out what stands before the phrase: adverbs, times, a phrase that leads in."""
        while begun <= last:
            token = self.tokens[begun]
            if token.low in ("nearly", "almost", "likely", "roughly"):
                break
            if (
                token.kind in (Kind.ADVERB, Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.GENITIVE)
                or not token.word
                and token.text not in QUOTES
            ):
                begun += 1
            elif begun < last and self._leads_in_time(token, self.tokens[begun + 1]):
                begun += 1
            elif token.low in ("as", "after", "before", "since", "until"):
                begun += 1
            elif token.kind is Kind.PREPOSITION and token.low != "like":
                later = self._behind_lead(begun, last)
                if later is None:
                    return None
                begun = later
            else:
                break
        return begun if begun <= last else None

    def _leads_in_time(self, token: Token, following: Token) -> bool:
        if token.low in self.words["days"]:
            return True
        if token.low in ("last", "this", "next"):
            return following.low in self.words["time_nouns"] | self.words["days"]
        return (
            self.is_time(token)
            and len(token.text) != 1
            and token.kind is not Kind.NUMBER
            and not token.low == "second"
        )

    def _behind_lead(self, begun: int, last: int) -> int | None:
        """Where the subject begins behind a phrase that leads in: In a speech the minister …"""
        number = last
        while number > begun and self.tokens[number].kind is Kind.NAME:
            number -= 1
        if number < last:
            return (
                number + 1
                if self.tokens[number].kind is not Kind.DETERMINER or number == begun + 1
                else number
            )
        articles = [n for n in range(begun + 2, last + 1) if self.tokens[n].kind is Kind.DETERMINER]
        return articles[-1] if articles else None

    def _without_adjunct(self, run: Run) -> Run:
        """Leave out the place of saying: the president in an interview."""
        for number in range(run.first + 1, run.last):
            token = self.tokens[number]
            if token.kind is Kind.PREPOSITION and token.low in ("in", "on", "at", "during", "via"):
                ahead = self.tokens[number + 1 : min(number + 5, run.last + 1)]
                if any(
                    t.low in self.words["statement_places"] or t.low in self.words["days"]
                    for t in ahead
                ) and ahead[0].low in ("a", "an", "his", "her", "their", *self.words["days"]):
                    return Run(run.first, number - 1)
        return run

    def _with_apposition(self, last: int, first: int) -> Run | None:
        """The subject before an apposition that ends here: John Lough, a fellow of the house, …"""
        close = self.tokens[last].text
        opening = {")": "("}.get(close, close)
        for number in range(last - 1, max(first, last - _FARTHEST), -1):
            if self.tokens[number].text != opening or number + 1 >= last:
                continue
            loose = self._is_adjunct(number + 1, opening)
            if loose is None:
                continue
            begun = self.phrase_ending(self._before_bracket(number - 1, first), first)
            if begun == number - 1 and self.tokens[begun].text.isdigit():
                continue
            if begun is not None and self._can_have_apposition(begun, number):
                if self._reports(number, last):
                    return None
                outer = self._outer(begun, first)
                end = last if close == ")" else last - 1
                return Run(outer, number - 1 if loose and outer == begun else end)
        return None

    def _before_bracket(self, number: int, first: int) -> int:
        """Before a party or an age in brackets: Lee Bright (R), another supporter, …"""
        if self.tokens[number].text != ")":
            return number
        for at in range(number - 1, max(first, number - 6), -1):
            if self.tokens[at].text == "(":
                return at - 1
        return number

    def _outer(self, begun: int, first: int) -> int:
        """Where the name stands that a phrase is in apposition to: Cory James, of Flint, Mich., …"""
        comma = begun - 1
        if comma > first and self.tokens[comma].kind is Kind.PREPOSITION:
            comma -= 1
        elif not (self.tokens[begun].low in ("a", "an", "the") or self._is_role(begun)):
            return begun
        if comma <= first or self.tokens[comma].text != ",":
            return begun
        if self.tokens[comma - 1].kind is not Kind.NAME or self.is_time(self.tokens[comma - 1]):
            return begun
        outer = self.phrase_ending(comma - 1, first)
        if outer is None or (outer > first and self.tokens[outer - 1].kind is Kind.PREPOSITION):
            return begun
        return outer

    def _is_role(self, number: int) -> bool:
        return self.tokens[number].low in self.reading.lexicon.names["roles"]

    def _is_adjunct(self, number: int, opening: str) -> bool | None:
        """Whether what follows a comma tells when or where, rather than who; None if neither."""
        token = self.tokens[number]
        if token.low == "of" and self.tokens[number + 1].low == "course":
            return True
        if token.low in ("who", "whose", "himself", "herself", "themselves"):
            return False
        if token.kind in (
            Kind.PREPOSITION,
            Kind.SUBORDINATOR,
            Kind.ADVERB,
            Kind.ING,
            Kind.PARTICIPLE,
            Kind.PAST,
        ):
            return token.low not in (
                "including",
                "like",
                "of",
                "formerly",
                "now",
                "once",
                "also",
                "long",
                "both",
                "from",
                "along",
            )
        if opening != ",":
            return False
        if token.text.isdigit():
            return True
        if token.kind in (Kind.PRONOUN, Kind.THAT, Kind.COORDINATOR, Kind.OBJECT):
            return None
        return False

    def _can_have_apposition(self, begun: int, comma: int) -> bool:
        token = self.tokens[begun]
        return (
            token.kind in (Kind.NAME, Kind.DETERMINER, Kind.PRONOUN)
            or token.capital
            or comma - begun <= 6
        )  # noqa: PLR2004

    def _reports(self, first: int, last: int) -> bool:
        return any(token.low in ("said", "says") for token in self.tokens[first : last + 1])

    # Phrases to the right

    def source_from(self, first: int, last: int) -> int | None:
        """Where the source that begins at `first` ends: said X, a fellow of the house."""
        token = self.tokens[first]
        if not (token.word or token.text in QUOTES):
            return None
        if token.kind in (Kind.PRONOUN, Kind.OBJECT) or (
            token.low == "her" and not self._goes_on(first, last)
        ):
            return first
        number, end = first, first - 1
        while number <= last:
            token = self.tokens[number]
            if token.text == "(":
                number = self._closing(number, last) + 1
                end = min(number - 1, last)
                continue
            if token.text == ",":
                extended = self._apposition_from(number + 1, last)
                if extended is None:
                    break
                end, number = extended, extended + 1
                continue
            if self._ends_source(number, first, last):
                break
            end = number
            number += 1
        while end > first and not self.tokens[end].word and self.tokens[end].text != ")":
            end -= 1
        return end if end >= first else None

    def _goes_on(self, number: int, last: int) -> bool:
        return number < last and self.tokens[number + 1].kind in _HEADS

    def _closing(self, number: int, last: int) -> int:
        while number < last and self.tokens[number].text != ")":
            number += 1
        return number

    def _ends_source(self, number: int, first: int, last: int) -> bool:
        token = self.tokens[number]
        if number == first:
            return False
        if token.kind is Kind.SIGN:
            return (
                token.text not in ("’", "'", "&", "/", "-", "@", "#") and token.text not in QUOTES
            )
        if token.kind in (
            Kind.AUXILIARY,
            Kind.VERB,
            Kind.PAST,
            Kind.SUBORDINATOR,
            Kind.THAT,
            Kind.PRONOUN,
        ):
            return not (token.kind is Kind.PAST and self._is_reduced_relative(number, first))
        if token.kind is Kind.ADVERB or (self.is_time(token) and token.kind is not Kind.NUMBER):
            return True
        if token.kind is Kind.COORDINATOR:
            return not self._joins_nouns(number, first) if number < last else True
        if token.kind is Kind.PREPOSITION:
            return self._is_adjunct_preposition(number, last)
        if token.kind is Kind.ING:
            return token.low in self.reading.lexicon.cues
        return False

    def _is_adjunct_preposition(self, number: int, last: int) -> bool:
        """Whether a preposition tells when or where it was said, and not who: said X on Monday."""
        token, before = self.tokens[number], self.tokens[number - 1]
        if token.low in ("of", "for", "from"):
            return False
        if number == last or token.low in (
            "during",
            "after",
            "before",
            "since",
            "because",
            "by",
            "via",
            "as",
            "about",
            "following",
            "until",
            "without",
            "despite",
        ):
            return True
        following = self.tokens[number + 1]
        if self.is_time(following) or following.low in (
            "a",
            "an",
            "his",
            "her",
            "their",
            "this",
            "last",
        ):
            return True
        if following.low in self.words["media"] if "media" in self.words else False:
            return True
        return before.kind is Kind.NAME and token.low in ("in", "on", "at", "to", "with")

    def _apposition_from(self, first: int, last: int) -> int | None:
        """The end of an apposition behind a comma, or None if something else follows."""
        if first > last:
            return None
        token = self.tokens[first]
        if not self._begins_apposition(first, last):
            return None
        number = first
        relative = token.low in ("who", "whose")
        while number <= last and self.tokens[number].text not in (
            ".",
            "?",
            "!",
            ";",
            ":",
            ",",
            *QUOTES,
            *_DASHES,
        ):
            if (
                number > first
                and token.low not in ("who", "whose", "which")
                and self.tokens[number].kind in (Kind.AUXILIARY, Kind.SUBORDINATOR)
            ):
                return None
            if relative and self._is_cue(self.tokens[number]):
                return None
            number += 1
        return number - 1 if number > first or token.text.isdigit() else None

    def _is_cue(self, token: Token) -> bool:
        readings = self.reading.lexicon.cues.get(token.low, ())
        return token.kind in (Kind.VERB, Kind.PAST) and any(
            self.reading.lexicon.frames_of(r.verb) & {"state", "judge"} for r in readings
        )

    def _begins_apposition(self, first: int, last: int) -> bool:
        token = self.tokens[first]
        if token.low in (
            "who",
            "whose",
            "a",
            "an",
            "the",
            "former",
            "one",
            "another",
            "then",
            "now",
            "formerly",
        ):
            return True
        if token.text.isdigit() and first + 2 <= last and self.tokens[first + 1].text == ",":
            return self._begins_apposition(first + 2, last)
        if token.low[:2] in ("d-", "r-", "i-"):
            return True
        if token.kind is Kind.NAME:
            return (
                first + 1 > last
                or self.tokens[first + 1].text in (",", ".", ")")
                or self.tokens[first + 1].kind in (Kind.GENITIVE,)
            )
        if token.kind not in (Kind.NOUN, Kind.ADJECTIVE):
            return False
        return not (token.low in self.words["adjuncts_after_comma"])

    # Objects

    def object_end(self, first: int, last: int) -> int:
        """Where an object ends, with what modifies it: before the next clause or when it was said."""
        number = first
        while number <= last:
            quotation = self.reading.quotation_of(number)
            if quotation and quotation.first <= number < quotation.last and quotation.last <= last:
                number = quotation.last + 1
                continue
            if self._ends_object(number, first, last):
                break
            number += 1
        return number - 1

    def _ends_object(self, number: int, first: int, last: int) -> bool:  # noqa: PLR0911
        token = self.tokens[number]
        if token.text in (";", ":", "?", "!", ".", "…", *_DASHES):
            return True
        if token.text == ",":
            return self._comma_ends_object(number, last)
        if number == first:
            return False
        if token.low in ("as",) and self.tokens[number - 1].text == ",":
            return True
        if token.low in (
            "but",
            "after",
            "when",
            "although",
            "though",
            "since",
            "before",
            "if",
            "until",
            "whereas",
        ):
            return True
        if number == last:
            return False
        following = self.tokens[number + 1]
        if token.low == "while":
            return following.kind is not Kind.ING and following.low not in ("also", "still")
        if token.low == "by" and following.kind is Kind.ING:
            return True
        if token.low in ("in", "on") and self.is_time(following) and following.kind is Kind.NAME:
            return True
        if token.low == "and":
            return following.kind in (*FINITE, Kind.PRONOUN) or following.low in ("then", "also")
        if token.low in ("on", "last", "earlier", "this") and self.is_time(following):
            return True
        if token.low in ("in", "on", "during", "at") and following.low in (
            "a",
            "an",
            "his",
            "her",
            "their",
            "the",
        ):
            return any(
                t.low in self.words["statement_places"]
                for t in self.tokens[number + 2 : min(number + 5, last + 1)]
            )
        return token.low in self.words["days"]

    def _comma_ends_object(self, number: int, last: int) -> bool:
        """A comma ends an object, but for a list and for an apposition of a few words."""
        if number == last:
            return True
        following = self.tokens[number + 1]
        if self.tokens[number - 1].kind is Kind.ADJECTIVE and following.kind is Kind.ADJECTIVE:
            return False
        ahead = self.tokens[number + 1 : min(number + 13, last + 1)]
        for at, token in enumerate(ahead):
            if token.low in ("and", "or") and at < len(ahead) - 1:
                return ahead[at + 1].kind in (*FINITE, Kind.PRONOUN) or ahead[at + 1].low == "then"
            if token.kind not in _LISTED and token.text != ",":
                break
        apposed = following.kind in (Kind.DETERMINER, Kind.NAME) and following.low not in ("some", "many", "most", "all")
        return not apposed or self.has_finite_verb(number + 1, min(last, number + 16))

    def _is_series_ahead(self, number: int, last: int) -> bool:
        return number + 2 <= last and not self.has_finite_verb(number + 1, min(last, number + 6))

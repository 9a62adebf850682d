"""What is said: where the words of a clause begin and end."""

from app.drafting.inflection import Form
from app.drafting.kinds import FINITE, Kind
from app.drafting.phrases import DASHES, Phrases
from app.drafting.quotations import Quotations
from app.drafting.reading import Run
from app.drafting.reporting import SPEAKING, is_reporting
from app.drafting.reports import Reports
from app.drafting.tokens import CLOSING, QUOTES

_JOINING = frozenset(("and", "but", "while", "though", "although", "whereas"))
_ENDS_CLAUSE = frozenset((Kind.VERB, Kind.PARTICIPLE, Kind.ADVERB, Kind.PAST, Kind.ADJECTIVE))
_NOMINAL = frozenset((Kind.NOUN, Kind.NAME))
_PLAIN = _NOMINAL | {Kind.DETERMINER, Kind.ADJECTIVE, Kind.NUMBER, Kind.PARTICIPLE, Kind.ADVERB}


class Clauses:
    """The clauses of a text."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.reading = phrases.reading
        self.tokens = phrases.tokens
        self.words = phrases.words
        self.quotations = Quotations(phrases.reading)
        self.reports = Reports(phrases)

    # To the right

    def end_of(self, first: int, last: int) -> int:
        """Where the clause that begins at `first` ends: before what is added behind it."""
        tokens = self.tokens
        quotation = tokens[first].quotation
        leads = self._is_led_in(first)
        for number in range(first + 1, last + 1):
            token = tokens[number]
            if token.quotation >= 0:
                if token.quotation == quotation and token.text not in QUOTES:
                    continue
                if not self.quotations.opens(number):
                    continue
            cut = self._cut(number, first, last, leads=leads)
            if cut is not None and cut > first:
                return cut
        return last

    def before_main_verb(self, first: int, last: int) -> int:
        """Where a clause within a subject ends: the fear that the dam might fail | was real."""
        seen = plain = False
        for number in range(first, last):
            token, following = self.tokens[number], self.tokens[number + 1]
            if token.quotation >= 0 or following.quotation >= 0:
                continue
            if seen and token.text == "," and following.kind in FINITE:
                return number - 1
            verbal = following.kind in FINITE
            if seen and verbal and token.kind in _ENDS_CLAUSE:
                return number
            if plain and following.kind is Kind.AUXILIARY and token.kind in _NOMINAL:
                return number  # who thought they had bought a share | were wrong
            seen = seen or token.kind in FINITE
            ends = token.kind in FINITE and token.low not in self.reading.lexicon.cues
            plain = ends or (plain and token.kind in _PLAIN)
        return last

    def before_report(self, first: int, last: int) -> int:
        """Where an object within a subject ends: a man who accused the board | said …."""
        for number in range(first + 1, last + 1):
            token = self.tokens[number]
            if is_reporting(self.reading, token, (Form.PAST, Form.THIRD), SPEAKING):
                before = self.tokens[number - 1]
                if token.kind in FINITE and before.kind in (Kind.NOUN, Kind.NAME, Kind.ADVERB):
                    return number - 1
        return last

    def _is_led_in(self, first: int) -> bool:
        """Whether the clause stands in a phrase that leads in: Among those who say …, most …."""
        begun = self.reading.sentence_of(first).first
        while begun < first and self.tokens[begun].low in ("but", "and", "even", "yet", "still"):
            begun += 1
        head = self.tokens[begun]
        if head.kind is Kind.SUBORDINATOR:
            return True
        if head.kind not in (Kind.PREPOSITION, Kind.ING, Kind.PARTICIPLE):
            return False
        return not any(token.text == "," for token in self.tokens[begun:first])

    def _cut(self, number: int, first: int, last: int, *, leads: bool) -> int | None:
        """The last word before something that no longer belongs to the clause, if it is here."""
        token, before = self.tokens[number], self.tokens[number - 1]
        if token.text == ";":
            return number - 1
        behind = number - 2 if before.text == "," else number - 1
        if number < last and self._reports_besides(number):
            return behind
        after_comma = before.text == "," or (
            before.text in CLOSING and self.tokens[number - 2].text == ","
        )
        if after_comma and token.quotation < 0 and self._sums_up(number, first, behind, last):
            return behind
        if token.low == "according" and number < last and self.tokens[number + 1].low == "to":
            return behind
        if after_comma and behind > first and token.quotation < 0:
            listed = any(token.text == "," for token in self.tokens[first:behind])
            added = self._is_added(number, last, leads=leads, listed=listed)
            if added and self.phrases.has_finite_verb(first, behind):
                return behind
        if token.low in ("and", "but") and self.reports.reports_next(number, last):
            return behind
        if (
            token.low in _JOINING
            and token.quotation < 0
            and behind > first
            and self.reports.other_report(number, last)
        ):
            return behind
        return None

    def _reports_besides(self, number: int) -> bool:
        """Whether the speaker says something else: … before claiming that; … while adding: “…”."""
        token, following = self.tokens[number], self.tokens[number + 1]
        if token.quotation >= 0 or token.low not in ("before", "after", "while"):
            return False
        if not is_reporting(self.reading, following, (Form.ING,), SPEAKING):
            return False
        ahead = self.tokens[number + 2] if number + 2 < len(self.tokens) else following
        return ahead.kind is Kind.THAT or ahead.text in (*QUOTES, ":", ",")

    def _sums_up(self, number: int, first: int, behind: int, last: int) -> bool:
        """Whether the writer adds a name for it all: …, a charge the owner has denied."""
        if self.tokens[number].low not in self.words["apposition_determiners"] or behind <= first:
            return False
        if any(token.text == "," for token in self.tokens[number : last + 1]):
            return False
        ahead = self.phrases.has_finite_verb(number + 2, last)
        return ahead and self.phrases.has_finite_verb(first, behind)

    def _is_added(self, number: int, last: int, *, leads: bool, listed: bool) -> bool:
        """Whether what follows a comma is the writer's, or reports on."""
        token = self.tokens[number]
        if token.kind is Kind.PREPOSITION and self.tokens[min(number + 1, last)].low == "which":
            return True
        if token.low in ("which", "compared") or token.low in self.words["adjuncts_after_comma"]:
            return True
        if token.low == "but":
            following = self.tokens[min(number + 1, last)]
            keeps = following.kind in (*FINITE, Kind.THAT, Kind.ADVERB, Kind.PREPOSITION)
            return not keeps and self.phrases.has_finite_verb(number, last)
        if token.low == "and":
            if self.tokens[min(number + 1, last)].kind is Kind.PAST and not listed:
                return True
            return self._new_clause(
                number + 1, last, after_comma=True
            ) or self.reports.reports_next(number, last)
        if is_reporting(self.reading, token, (Form.PAST, Form.ING), SPEAKING):
            return True
        if token.kind in (
            Kind.PRONOUN,
            Kind.NAME,
            Kind.DETERMINER,
            Kind.NOUN,
            Kind.ADJECTIVE,
            Kind.NUMBER,
        ):
            if self.reports.closes_sentence(number, last):
                return True
            return leads and self.phrases.has_finite_verb(number, min(last, number + 9))
        return False

    def _new_clause(self, number: int, last: int, *, after_comma: bool = False) -> bool:
        if number + 1 > last:
            return False
        token = self.tokens[number]
        starts = token.kind is Kind.PRONOUN or token.low in self.words["clause_subjects"]
        if after_comma and token.kind in (Kind.DETERMINER, Kind.NAME, Kind.NOUN):
            return self.phrases.has_finite_verb(number, min(last, number + 8))
        return starts and self.phrases.has_finite_verb(number, min(last, number + 6))

    # To the left

    def before(self, last: int, first: int, *, whole: bool = False) -> tuple[Run, ...]:
        """What is said before a report that begins behind `last`; no lead-in that has a cue."""
        while last > first and self.tokens[last].text == ",":
            last -= 1
        if last < first:
            return ()
        quotation = self.reading.quotation_of(last)
        around = self.reading.quotation_of(first)
        if around and around.first < first and (quotation is None or quotation == around):
            first = self.reading.sentence_of(around.first).first
        if quotation and quotation.last <= last + 1:
            return (
                *self.quotations.before(quotation),
                self._quotation_with_lead(quotation, whole=whole),
            )
        begun = self.behind_lead(first, last)
        return (Run(begun, last),) if begun <= last else ()

    def _quotation_with_lead(self, quotation: Run, *, whole: bool) -> Run:
        lead = self.behind_lead(self.reading.sentence_of(quotation.first).first, quotation.first)
        words = [t for t in self.tokens[lead : quotation.first] if t.word]
        reports = any(
            is_reporting(self.reading, t, (Form.PAST, Form.THIRD, Form.ING)) for t in words
        )
        flows = self.tokens[quotation.first - 1].text not in (",", ":", ".", "!", "?", *QUOTES)
        if words and (whole or flows or not reports):
            return Run(lead, quotation.last)
        return quotation

    def behind_lead(self, first: int, last: int) -> int:
        """Leave out a coordinator at the head: But …."""
        first = self._behind_dateline(first, last)
        while first < last and (
            self.tokens[first].low in ("but", "and", "so", "yet", "still", "or")
            or self.tokens[first].text in (",", "—", "–")
        ):
            first += 1
        return first

    def _behind_dateline(self, first: int, last: int) -> int:
        """Leave out the place at the head of a report: NEW YORK (AP) — …."""
        if first and self.tokens[first - 1].paragraph == self.tokens[first].paragraph:
            return first
        for at in range(first + 1, min(first + 10, last)):
            token = self.tokens[at]
            if token.text in DASHES:
                inserted = any(t.text == token.text for t in self.tokens[at + 1 : last + 1])
                return first if inserted else at + 1
            if token.word and not token.capital and not token.text[0].isdigit():
                return first
        return first

    def quotations_from(self, number: int, last: int) -> tuple[Run, ...]:
        """The quotation here and those that go on with it; with the rest of its clause."""
        quotation = self.quotations.at(number)
        if quotation is None:
            return ()
        if quotation.last < last and self.tokens[quotation.last + 1].text not in (
            ".",
            "!",
            "?",
            ",",
        ):
            return (Run(quotation.first, max(quotation.last, self.end_of(number, last))),)
        following = quotation.last + 1
        if following < len(self.tokens) and self.quotations.same_paragraph(following, number):
            return (quotation, *self.quotations.following(following))
        return (quotation, *self.quotations.left_open(quotation))

"""Which quotations go together: those that go on behind a report, or over paragraphs."""

from app.drafting.inflection import Form
from app.drafting.kinds import Kind
from app.drafting.reading import Reading, Run
from app.drafting.reporting import is_reporting
from app.drafting.tokens import OPENING

_FRAGMENT = 6  # words; a shorter quotation alone in its sentence is none that goes on
_ASIDE = 3  # words and marks; as short as a name in quotation marks
_TITLE = 8  # words and marks; as short as the name of a programme, behind a word
_SAME_SPEAKER = frozenset(("who", "when", "if", "as", "had", "has"))
_FAR = 100  # words behind a report in which somebody else may speak
_MOST = 40  # quotations that are taken for one speech


class Quotations:
    """The quotations of a text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens

    def opens(self, number: int) -> bool:
        quotation = self.reading.quotation_of(number)
        return quotation is not None and quotation.first == number

    def at(self, number: int) -> Run | None:
        """The quotation that begins here."""
        if number >= len(self.tokens):
            return None
        quotation = self.reading.quotation_of(number)
        return quotation if quotation and quotation.first == number else None

    def following(self, number: int) -> tuple[Run, ...]:
        """The quotations of the same speaker behind a report, before anybody else is named."""
        at = self._next_quotation(number)
        found: list[Run] = []
        while at is not None and len(found) < _MOST:
            quotation = self.at(at)
            if quotation is None:
                break
            if not found and self._is_aside(quotation, number):
                at = self._next_quotation(quotation.last + 1)
                continue
            if not self._goes_on(quotation, number):
                break
            found.append(quotation)
            at = quotation.last + 1
            if at >= len(self.tokens) or not self.same_paragraph(at, quotation.first):
                break
        if found:
            found += self.left_open(found[-1])
        return (*found, *self._next_paragraphs(found[-1].last + 1 if found else number))

    def _next_paragraphs(self, number: int) -> tuple[Run, ...]:
        """Paragraphs of nothing but quotation behind this one, if nobody else speaks before."""
        found: list[Run] = []
        while 0 < number < len(self.tokens) and len(found) < _MOST:
            at = self._paragraph_behind(number)
            quotation = self.at(at) if at is not None else None
            if quotation is None or quotation.last - quotation.first < _FRAGMENT:
                break
            end = quotation.last + 1
            if end < len(self.tokens) and self.same_paragraph(end, quotation.first):
                break
            found.append(quotation)
            number = end
        return tuple(found)

    def _paragraph_behind(self, number: int) -> int | None:
        """Where the next paragraph begins, if no more is said in this one."""
        tokens, home = self.tokens, self.tokens[number - 1].paragraph
        forms, begun = (Form.PAST, Form.THIRD), number
        while number < len(tokens) and tokens[number].paragraph == home:
            if number - begun > _FAR:
                return None
            token = tokens[number]
            if token.quotation >= 0 or (
                token.kind is not Kind.NOUN and is_reporting(self.reading, token, forms)
            ):
                return None
            number += 1
        return number if number < len(tokens) else None

    def _next_quotation(self, number: int) -> int | None:
        """Where the next quotation begins, with nothing before it that reports."""
        if number < 1 or number - 1 >= len(self.tokens):
            return None
        home, adds = self.tokens[number - 1], False
        while number < len(self.tokens):
            token = self.tokens[number]
            if token.sentence != home.sentence or self.opens(number):
                break
            if self._reports_anew(number):
                return None
            adds = adds or is_reporting(self.reading, token, (Form.ING,))
            number += 1
        if adds and number < len(self.tokens) and self.tokens[number].sentence == home.sentence:
            return None  # …, adding: “…”
        if number < len(self.tokens) and self.same_paragraph(number, home.number):
            return number if self.opens(number) else None
        return None

    def _reports_anew(self, number: int) -> bool:
        """Whether somebody else may report here; not: who said; when asked; as reported."""
        token, before = self.tokens[number], self.tokens[number - 1]
        if token.kind is Kind.NOUN or before.low in _SAME_SPEAKER:
            return False
        return is_reporting(self.reading, token, (Form.PAST, Form.THIRD))

    def _is_aside(self, quotation: Run, origin: int) -> bool:
        """Whether a few words are in quotation marks only as a name: told the “Today” show."""
        home = self.tokens[min(origin, len(self.tokens)) - 1].sentence
        if self.tokens[quotation.last].sentence != home:
            return False
        length = quotation.last - quotation.first
        within = self.tokens[quotation.first - 1].word and length <= _TITLE
        return length <= _ASIDE or within

    def _goes_on(self, quotation: Run, origin: int) -> bool:
        if quotation.last - quotation.first < _ASIDE:
            return False
        if self._has_report_behind(quotation):
            return False
        sentence = self.tokens[quotation.last].sentence
        apart = sentence != self.tokens[min(origin, len(self.tokens)) - 1].sentence
        ends = self.tokens[quotation.last - 1 : quotation.last + 1]
        unfinished = not any(token.text in (".", "!", "?", "…", "...") for token in ends)
        return not (apart and unfinished and quotation.last - quotation.first < _FRAGMENT)

    def _has_report_behind(self, quotation: Run) -> bool:
        sentence = self.tokens[quotation.last].sentence
        behind = self.tokens[quotation.last + 1 : quotation.last + 9]
        forms = (Form.PAST, Form.THIRD)
        return any(
            t.sentence == sentence
            and t.kind is not Kind.NOUN
            and is_reporting(self.reading, t, forms)
            for t in behind
        )

    def left_open(self, quotation: Run) -> tuple[Run, ...]:
        """A quotation that is left open at the end of a paragraph goes on in the next one."""
        found: list[Run] = []
        while self.tokens[quotation.last].text not in ("”", '"') and len(found) < _MOST:
            following = self.at(quotation.last + 1)
            if following is None or self.tokens[following.first].text not in OPENING:
                break
            found.append(following)
            quotation = following
        return tuple(found)

    def same_paragraph(self, one: int, other: int) -> bool:
        return self.tokens[one].paragraph == self.tokens[other].paragraph

    def before(self, quotation: Run) -> tuple[Run, ...]:
        """Quotations that stand right before this one, with no words between."""
        found: list[Run] = []
        while quotation.first and len(found) < _MOST:
            before = self.reading.quotation_of(quotation.first - 1)
            if before is None or not self.same_paragraph(before.first, quotation.first):
                break
            found.insert(0, before)
            quotation = before
        return tuple(found)

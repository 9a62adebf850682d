"""A text as it is read: its words, quotations and sentences, each with its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from app.drafting.lexicon import Lexicon
from app.drafting.tokens import CLOSING, OPENING, QUOTES, Token, tokenised
from app.model.text import paragraph_starts

_STOPS = frozenset((".", "!", "?", "…", "..."))
_CLOSERS = QUOTES | frozenset((")", "'", "’", "]"))
_LONGEST_SENTENCE = 300  # words; what has no ends is cut, so that the work stays linear


class Run(NamedTuple):
    """Words in a row: the numbers of the first and the last."""

    first: int
    last: int


@dataclass(slots=True, eq=False)
class Reading:
    """A text, its words and signs, and which of them are quotations and sentences."""

    text: str
    lexicon: Lexicon
    tokens: list[Token]
    quotations: list[Run]
    sentences: list[Run]

    def words(self, name: str) -> frozenset[str]:
        """A class of words of the lexicon."""
        return self.lexicon.words[name]

    def span(self, run: Run) -> tuple[int, int]:
        return self.tokens[run.first].start, self.tokens[run.last].end

    def said(self, run: Run) -> str:
        """The words of a run, as they stand in the text."""
        start, end = self.span(run)
        return self.text[start:end]

    def sentence_of(self, number: int) -> Run:
        return self.sentences[self.tokens[number].sentence]

    def quotation_of(self, number: int) -> Run | None:
        quotation = self.tokens[number].quotation
        return self.quotations[quotation] if quotation >= 0 else None


def read(text: str, lexicon: Lexicon, still: Callable[[], None] = lambda: None) -> Reading:
    """Read a text; `still` is called now and then, and may raise to stop."""
    tokens = tokenised(text, lexicon.abbreviations, still)
    _set_paragraphs(text, tokens)
    quotations = _quotations(tokens)
    for number, run in enumerate(quotations):
        for token in tokens[run.first : run.last + 1]:
            token.quotation = number
    reading = Reading(text, lexicon, tokens, quotations, [])
    reading.sentences = _sentences(reading)
    for number, run in enumerate(reading.sentences):
        for token in tokens[run.first : run.last + 1]:
            token.sentence = number
    return reading


def _set_paragraphs(text: str, tokens: list[Token]) -> None:
    starts = paragraph_starts(text)
    number = 0
    for token in tokens:
        while number < len(starts) and starts[number] <= token.start:
            number += 1
        token.paragraph = number


def _quotations(tokens: list[Token]) -> list[Run]:
    """Tell the quotations, marks and all; one that is left open ends with its paragraph."""
    found: list[Run] = []
    begun: int | None = None
    for number, token in enumerate(tokens):
        if begun is not None and tokens[begun].paragraph != token.paragraph:
            found.append(Run(begun, number - 1))
            begun = None
        if begun is None:
            if (token.text in OPENING and _opens(tokens, number)) or (
                token.text == "”" and _opens_wrongly(tokens, number)
            ):
                begun = number
        elif token.text in CLOSING or (token.text == "“" and tokens[begun].text == "„"):
            token.text = "”" if token.text == "“" else token.text
            found.append(Run(begun, number))
            begun = None
        elif token.text == "“" and _closes_wrongly(tokens, number):
            found.append(Run(begun, number))
            begun = None
        elif token.text == "“":
            found.append(Run(begun, number - 1))
            begun = number
    if begun is not None:
        found.append(Run(begun, len(tokens) - 1))
    return found


def _opens_wrongly(tokens: list[Token], number: int) -> bool:
    """A closing mark where one opens: ”This is why."""
    if number + 1 == len(tokens) or tokens[number + 1].start != tokens[number].end:
        return False
    return number == 0 or tokens[number - 1].end < tokens[number].start


def _closes_wrongly(tokens: list[Token], number: int) -> bool:
    """An opening mark where one closes: “It is odd,“ he said."""
    if number + 1 == len(tokens) or tokens[number - 1].end < tokens[number].start:
        return False
    wrong = tokens[number].end < tokens[number + 1].start
    if wrong:
        tokens[number].text = "”"
    return wrong


def _opens(tokens: list[Token], number: int) -> bool:
    """Whether a straight mark opens a quotation: not the sign for inches behind a figure."""
    if tokens[number].text in "“„" or number == 0:
        return True
    before = tokens[number - 1]
    return not (before.end == tokens[number].start and before.text[-1].isdigit())


def _sentences(reading: Reading) -> list[Run]:
    tokens = reading.tokens
    found: list[Run] = []
    begun = 0
    for number in range(len(tokens)):
        if _ends_sentence(reading, number) or number - begun >= _LONGEST_SENTENCE:
            found.append(Run(begun, number))
            begun = number + 1
    return found


def _ends_sentence(reading: Reading, number: int) -> bool:
    tokens = reading.tokens
    if number + 1 == len(tokens) or tokens[number + 1].paragraph != tokens[number].paragraph:
        return True
    token, following = tokens[number], tokens[number + 1]
    if token.text in _STOPS or (token.text in _CLOSERS and tokens[number - 1].text in _STOPS):
        return _begins_sentence(reading, token, following)
    if token.text.endswith(".") and token.low in reading.words("open_abbreviations"):
        return following.capital and following.low in reading.words("sentence_openers")
    return False


def _begins_sentence(reading: Reading, token: Token, following: Token) -> bool:
    """Whether a sentence begins behind a full stop or the marks that close it."""
    if following.start == token.end:
        return False
    if following.text in CLOSING and _closes(reading, following):
        return False
    exclaims = token.text in _CLOSERS and reading.tokens[token.number - 1].text in ("!", "?")
    if exclaims and _reports_soon(reading, following):
        return False
    first = following
    if following.text in OPENING or following.text in "‘'([":
        if following.text in OPENING:
            return True
        first = reading.tokens[min(following.number + 1, len(reading.tokens) - 1)]
    return first.capital or first.text[0].isdigit()


def _reports_soon(reading: Reading, token: Token) -> bool:
    """Whether a quotation that ends in a full stop is followed by who said it: "No!" she said."""
    ahead = reading.tokens[token.number : token.number + 6]
    for one in ahead:
        if one.paragraph != token.paragraph or not one.word:
            return False
        readings = reading.lexicon.cues.get(one.low, ())
        frames = [
            reading.lexicon.frames_of(r.verb) for r in readings if r.form in ("past", "third")
        ]
        if any({"inverted", "state"} <= frame for frame in frames):
            return True
        if one.low in reading.words("auxiliaries") | reading.words("subordinators"):
            return False
    return False


def _closes(reading: Reading, token: Token) -> bool:
    quotation = reading.quotation_of(token.number)
    return quotation is not None and quotation.last == token.number

"""The words and signs of a text, with their places."""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    [$£€¥]?\d[\d,.]*\d(?:[^\W\d_]+|%)?          # 1,000  $2.7bn  20%
  | (?:[^\W\d_]\.){2,}                           # U.S.
  | [DRI]-(?:[A-Z][a-z]+\.|[A-Z]\.[A-Z]\.)       # R-Ky.
  | [nN]['’][tT]\b | '' | ``
  | ['’](?:s|S|re|ve|ll|d|m)\b
  | [^\W_]+?(?=[nN]['’][tT]\b)
  | [^\W_]+(?:[-‑&][^\W_]+)*(?:['’](?!(?:s|S|re|ve|ll|d|m)\b)[^\W_]+)*
  | \.\.\. | -- | [^\w\s] | _
    """,
    re.VERBOSE,
)
OPENING, CLOSING = frozenset('“«„‟"'), frozenset('”»"')
QUOTES = OPENING | CLOSING
_PLAIN = {"''": '"', "``": '"', "‟": "“", "«": "“", "»": "”", "―": "—", "‒": "–"}
LONGEST = 400  # characters; what is longer is no word


class Abbreviations(NamedTuple):
    """What a full stop belongs to: all, and those that are written small: e.g., but not mass."""

    any: Collection[str]
    small: Collection[str]


class Token:
    """A word or a sign: where it stands, how it reads, and what it is to the grammar.

    `kind` is given by `app.drafting.tagging`; `quotation` is the number of the one that it is in,
    or -1.
    """

    __slots__ = (
        "capital", "end", "kind", "low", "number", "paragraph", "quotation", "sentence", "start",
        "text", "word",
    )  # fmt: skip

    def __init__(self, start: int, end: int, text: str, number: int) -> None:
        self.start, self.end, self.number = start, end, number
        self.text = _PLAIN.get(text, text)
        self.low = self.text.lower()
        first = self.text[0]
        self.word = first.isalnum() or first in "$£€¥" or (len(text) > 1 and first in "’'")
        self.capital = first.isupper()
        self.kind = ""
        self.paragraph = self.sentence = 0
        self.quotation = -1


def tokenised(
    text: str, abbreviations: Abbreviations, still: Callable[[], None] = lambda: None
) -> list[Token]:
    """Cut a text into words and signs; a full stop behind an abbreviation belongs to it."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        words = match.group()[:LONGEST]
        if words == "." and tokens and tokens[-1].end == start:
            before = tokens[-1]
            if _is_abbreviation(before, abbreviations) and not _answers(before, text, end):
                tokens[-1] = Token(before.start, end, f"{before.text}.", before.number)
                continue
        if not len(tokens) % 4096:
            still()
        tokens.append(Token(start, end, words, len(tokens)))
    return tokens


def _answers(token: Token, text: str, end: int) -> bool:
    """Whether "no." ends a sentence, and is no number: She said no. He went on."""
    return token.low == "no" and not text[end : end + 2].strip()[:1].isdigit()


def _is_abbreviation(token: Token, abbreviations: Abbreviations) -> bool:
    if len(token.text) == 1:
        return token.capital and token.text != "I"
    written = abbreviations.any if token.capital else abbreviations.small
    return f"{token.low}." in written

"""Text as a map may hold it."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")
_PARAGRAPH = re.compile(r"(?m)^[^\S\n]*\S.*$")


def clean(text: str) -> str:
    r"""Give every line end as a line feed, drop other control characters, mark broken characters.

    >>> clean("one\\r\\ntwo\\x07")
    'one\\ntwo'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def one_line(text: str) -> str:
    r"""Clean a text and fold all white space in it to single blanks.

    >>> one_line("  two\\n words ")
    'two words'
    """
    return _BLANKS.sub(" ", clean(text)).strip()


def shortened(text: str, most: int) -> str:
    """Fold a text to one line of at most `most` characters, cut between words where there are any.

    >>> shortened("a claim of many words", 12)
    'a claim of…'
    """
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + "…"


def paragraph_starts(text: str) -> tuple[int, ...]:
    r"""Tell where the paragraphs of a text start: its lines that are not blank.

    >>> paragraph_starts("one\n\ntwo")
    (0, 5)
    """
    return tuple(match.start() for match in _PARAGRAPH.finditer(text))

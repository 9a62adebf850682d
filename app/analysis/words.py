"""Words as they are compared: without case, accents and the shapes of letters and quotes."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Start and end of some words in a text, in code points."""

_ALIKE = str.maketrans("‘’‚‛ʼ′“”„‟«»″‐‒–—―−", '\'\'\'\'\'\'"""""""------')
_TERM = re.compile(r'"([^"]*)(?:"|$)|([^\s"]+)')


def terms_of(query: str) -> tuple[str, ...]:
    """The words and "quoted phrases" of a query, folded, each once.

    >>> terms_of('Élan “of the” élan')
    ('elan', 'of the')
    """
    found = (folded(phrase or word) for phrase, word in _TERM.findall(query.translate(_ALIKE)))
    return tuple(dict.fromkeys(term for term in found if term))


def folded(text: str) -> str:
    """Fold a text to what is compared.

    >>> folded("Straße,  ﬁne CAFÉ’s")
    "strasse, fine cafe's"
    """
    flat = text.lower() if text.isascii() else "".join(map(_fold, text))
    return " ".join(flat.split())


def spans_of(text: str, terms: Sequence[str]) -> tuple[Span, ...]:
    """Where folded terms occur in a text, from left to right; what touches is one span.

    >>> spans_of("Das Weiß am Fluß", ["ss"])
    ((7, 8), (15, 16))
    """
    flat, origins = _with_origins(text)
    found = sorted(
        (origins[match.start()], origins[match.end() - 1] + 1)
        for term in terms
        for match in re.finditer(re.escape(term), flat)
    )
    spans: list[Span] = []
    for start, end in found:
        whole = _to_end_of_letter(text, end)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], whole))
        else:
            spans.append((start, whole))
    return tuple(spans)


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    """Fold one character, to any number of them: none for an accent that stands by itself."""
    apart = unicodedata.normalize("NFKD", letter.translate(_ALIKE)).casefold()
    apart = unicodedata.normalize("NFKD", apart).translate(_ALIKE)
    return "".join(c for c in apart if not unicodedata.combining(c) and not _is_unseen(c))


def _is_unseen(letter: str) -> bool:
    """Whether it is a soft hyphen, a joiner or the like, which nobody types into a query."""
    return unicodedata.category(letter) == "Cf"


def _with_origins(text: str) -> tuple[str, list[int]]:
    """A text folded, and for each character of that where in the text it comes from."""
    flat: list[str] = []
    origins: list[int] = []
    for place, letter in enumerate(text):
        for part in _fold(letter):
            if part.isspace() and (not flat or flat[-1] == " "):
                continue
            flat.append(" " if part.isspace() else part)
            origins.append(place)
    return "".join(flat), origins


def _to_end_of_letter(text: str, end: int) -> int:
    """Take in the accents that follow a letter as characters of their own."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end

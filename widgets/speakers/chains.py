"""Chains of speakers as they are typed: who said it first, then through whom it came."""

import re
from collections.abc import Iterable

from widgets.translating import via


def chain_of(text: str) -> list[str]:
    """The speakers named in "John Lough via CNN": who said it, then through whom.

    >>> chain_of("John Lough via CNN")
    ['John Lough', 'CNN']
    >>> chain_of("John Lough VIA CNN via ")
    ['John Lough', 'CNN']
    """
    words = "|".join(re.escape(word) for word in ("via", via()))
    names = re.split(rf"(?<!\S)(?:{words})(?!\S)", text, flags=re.IGNORECASE)
    return [name.strip() for name in names if name.strip()]


def names_of(speakers: Iterable[str]) -> str:
    """Name speakers as they are named in a field: who said it, then through whom."""
    return f" {via()} ".join(speakers)

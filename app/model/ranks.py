"""Ranks: the places of siblings, as strings that sort, with room between any two.

Keys are those of https://observablehq.com/@dgreensp/implementing-fractional-indexing, so a new or
moved element changes no other.
"""

import re

from fractional_indexing import FIError, generate_key_between, generate_n_keys_between

from app.model.errors import EditError

MOST_DIGITS = 400
"""Longer ranks are refused: fractional_indexing 0.1.3 recurses once for each of the digits."""

_SHAPE = re.compile(rf"[a-zA-Z][0-9a-zA-Z]{{0,{MOST_DIGITS - 1}}}")


def between(before: str | None, after: str | None) -> str:
    """Make a rank between two, either of which may be open.

    Two that are the same leave no room between them; what is made then comes behind both.
    """
    if before is not None and before == after:
        after = None
    if any(rank is not None and not _SHAPE.fullmatch(rank) for rank in (before, after)):
        raise EditError("The order of this map is damaged; sort the claims anew.")
    try:
        rank: str = generate_key_between(before, after)
    except FIError as error:
        raise EditError("The order of this map is damaged; sort the claims anew.") from error
    return rank


def first_ranks(count: int) -> list[str]:
    """Make ranks for so many siblings that are all new."""
    ranks: list[str] = generate_n_keys_between(None, None, n=count)
    return ranks


def is_rank(text: str) -> bool:
    """Whether others can be put before and after this rank."""
    try:
        first = between(None, text)
        return first < between(first, text) < text < between(text, None)
    except EditError:
        return False

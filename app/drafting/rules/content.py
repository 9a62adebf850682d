"""What a rule finds behind a cue."""

from typing import NamedTuple

from app.drafting.findings import Grammar
from app.drafting.reading import Run

CLAUSE = frozenset(("state", "tell", "think", "show"))  # frames that take a clause


class Ahead(NamedTuple):
    """What is said behind a cue: where the cue ends, the words, and the rule."""

    cue_end: int
    content: tuple[Run, ...]
    rule: str


def clause_to(grammar: Grammar, first: int, last: int) -> tuple[Run, ...]:
    """The clause that begins at `first`, as content."""
    return (Run(first, grammar.clauses.end_of(first, last)),)

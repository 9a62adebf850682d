"""What an article argues: up to three candidates, for a person to choose from."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from app.drafting.reading import Reading, Run
from app.drafting.units import Unit
from app.model.errors import Phrase
from resources.drafting import load_tables

_MOST = 3
_FEWEST_WORDS = 4
_LONGEST_HEADLINE = 20
_ENDING = re.compile(r"(?:ings?|edly|ed|ies|es|s|’s|'s)$")
_SHORTEST_STEM = 4


class Candidate(NamedTuple):
    """A unit that may be what the article is about, and the plain reason."""

    run: Run
    unit: Unit | None
    reason: Phrase
    is_first: bool


def contentions_of(reading: Reading, units: Sequence[Unit]) -> list[Candidate]:
    """Choose the units whose words are most at home in the text, and that stand early in it."""
    headline = _headline(reading)
    body = [unit for unit in units if headline is None or unit.sentence > 0]
    common = _common_words(reading)
    judging = _judging(reading.lexicon.language)
    scored = sorted(
        (
            (_weight(reading, unit, place, common, judging), -place)
            for place, unit in enumerate(body)
        ),
        reverse=True,
    )
    best = [body[-place] for weight, place in scored[:_MOST] if weight > 0]
    found = [_candidate(reading, unit, body, is_first=n == 0) for n, unit in enumerate(best)]
    if headline is not None:
        found.insert(
            min(1, len(found)),
            Candidate(headline, None, Phrase("the headline"), is_first=not found),
        )
    return found[:_MOST]


@cache
def _judging(language: str) -> frozenset[str]:
    """Words of judgement, by which a sentence is more likely what the article argues."""
    return frozenset(load_tables(language)["discourse"]["contention"]["words"].split())


def _candidate(reading: Reading, unit: Unit, body: Sequence[Unit], *, is_first: bool) -> Candidate:
    lead = unit.sentence == body[0].sentence
    why = "it opens the article" if lead else "its words come again and again in the article"
    return Candidate(without_that(reading, unit.run), unit, Phrase(why), is_first)


def without_that(reading: Reading, run: Run) -> Run:
    """A clause without the word that makes it one: that | the dam must close."""
    plain = reading.tokens[run.first].low == "that" and run.first < run.last
    return Run(run.first + 1, run.last) if plain else run


def _headline(reading: Reading) -> Run | None:
    """The first line, if it is short, stands alone, and reads like a headline."""
    if len(reading.sentences) < _FEWEST_WORDS:
        return None
    tokens, first = reading.tokens, reading.sentences[0]
    alone = tokens[first.last + 1].paragraph != tokens[first.last].paragraph
    words = [t for t in tokens[first.first : first.last + 1] if t.word]
    capitals = sum(t.capital for t in words)
    unfinished = tokens[first.last].text not in (".", "!", "”", '"')
    if alone and _FEWEST_WORDS <= len(words) <= _LONGEST_HEADLINE:
        return first if unfinished or 2 * capitals > len(words) else None
    return None


def _common_words(reading: Reading) -> Counter[str]:
    """In how many sentences each word stem stands."""
    common: Counter[str] = Counter()
    for run in reading.sentences:
        common.update(_stems(reading, run))
    return common


def _stems(reading: Reading, run: Run) -> set[str]:
    plain = reading.words("function_words")
    return {
        _stem(token.low)
        for token in reading.tokens[run.first : run.last + 1]
        if token.word and len(token.low) > 2 and token.low not in plain  # noqa: PLR2004
    }


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word


def _weight(
    reading: Reading, unit: Unit, place: int, common: Counter[str], judging: frozenset[str]
) -> float:
    stems = _stems(reading, unit.run)
    if len(stems) < _FEWEST_WORDS:
        return 0
    tokens = reading.tokens[unit.run.first : unit.run.last + 1]
    shared = sum(common[stem] - 1 for stem in stems)
    central = shared / (math.pow(len(stems), 0.6) * math.sqrt(max(1, len(reading.sentences))))
    judges = any(token.low in judging for token in tokens)
    asks = any(token.text == "?" for token in tokens)
    return (
        0.6 * central
        + 1.6 / (1 + 0.35 * place)
        + 0.25 * judges
        + 0.1 * (unit.finding is not None)
        - 0.5 * asks
    )

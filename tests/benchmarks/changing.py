"""Measuring articles whose text changes: marks found again, two texts compared."""

import random
from collections.abc import Iterator
from functools import cache

from app import edits
from app.articles.anchors import anchor_at
from app.articles.beside import Beside
from app.articles.reanchoring import marks_found_again
from app.articles.text import sentences
from app.model.argument_map import ArgumentMap
from app.model.elements import Project, ProjectId, Source, SourceId
from tests.benchmarks.figures import Measure, timed
from tests.benchmarks.limits import COMPARED, FOUND_AGAIN, MARKS

WORDS = 200_000
_SEED = 7
_SENTENCE, _PARAGRAPH = 16, 5  # words, sentences
_SOURCE = SourceId("article")


def changing() -> Iterator[Measure]:
    """Marks in a long article, found again in a newer text of it."""
    yield Measure(FOUND_AGAIN, MARKS, _found_again)
    yield Measure(COMPARED, MARKS, _compared)


def _found_again() -> list[float]:
    argument_map, newer = marked_map(), newer_text()
    return timed(lambda: marks_found_again(argument_map, _SOURCE, newer), runs=5)


def _compared() -> list[float]:
    old, newer = marked_map().source(_SOURCE).text, newer_text()
    return timed(lambda: Beside.of(old, newer), runs=5)


@cache
def marked_map(*, marks: int = MARKS, words: int = WORDS) -> ArgumentMap:
    """A map with an article of so many words, and so many marks all over it."""
    source = Source(id=_SOURCE, title="A long article", text=_text(_sentences(words)))
    project = Project(id=ProjectId("long"), title="A long article")
    now = ArgumentMap.of(project, [source])
    spans = sentences(source.text)
    step = len(spans) / marks
    for number in range(marks):
        start, end = spans[int(number * step)]
        anchor = anchor_at(source, start, end)
        now = now.apply(
            edits.claim_from_words(now, anchor=anchor, target=None, speakers=[f"S{number % 50}"])
        )
    return now


@cache
def newer_text(*, words: int = WORDS) -> str:
    """A newer text of that article: sentences reworded, moved, gone and come."""
    chance = random.Random(_SEED + 1)  # noqa: S311  not for secrets
    told = _sentences(words)
    for _ in range(len(told) // 20):
        place = chance.randrange(len(told))
        match chance.randrange(4):
            case 0:
                told[place] = told[place].replace(" ", " perhaps ", 2)
            case 1:
                told.insert(chance.randrange(len(told)), told.pop(place))
            case 2:
                del told[place]
            case _:
                told.insert(place, "This has come since then, as nobody had thought.")
    return _text(told)


def _sentences(words: int) -> list[str]:
    chance = random.Random(_SEED)  # noqa: S311  not for secrets
    known = [_word(chance) for _ in range(3_000)]
    return [
        " ".join(chance.choices(known, k=_SENTENCE)).capitalize() + "."
        for _ in range(words // _SENTENCE)
    ]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3))


def _text(told: list[str]) -> str:
    paragraphs = (told[i : i + _PARAGRAPH] for i in range(0, len(told), _PARAGRAPH))
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)

"""Speakers that may be the same."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz import fuzz, process

from app.analysis.words import folded
from app.model.argument_map import ArgumentMap
from app.model.elements import Speaker, SpeakerId, SpeakerKind

_ALIKE = 85  # per cent of likeness of names that may be one, spelt in two ways
_WORDS_ALIKE = 80  # the same for each of their words
_MOST_COMPARED = 2_000  # names whose spelling is compared, each with each
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_INITIAL = re.compile(r"\b([^\W\d_]\.)(?=[^\W\d_]'?[^\W\d_])")  # J.Lough
_SMALL = frozenset(["a", "an", "the", "of", "and", "for", "der", "die", "das", "le", "la", "les"])
_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "herr", "frau"]
) | frozenset(
    ["president", "senator", "sen", "minister", "general", "gen", "secretary", "governor"]
)


class Why(StrEnum):
    """Why two speakers may be one."""

    NAME = "name"  # one has a name or alias of the other
    SHORTER = "shorter"  # Lough, John Lough
    INITIALS = "initials"  # WP, Washington Post; J. Lough, John Lough
    SPELLING = "spelling"  # Zelensky, Zelenskyy


class Pair(NamedTuple):
    """Two speakers that may be one; the first is the one with the fuller name."""

    speaker: SpeakerId
    other: SpeakerId
    why: Why


class _Name(NamedTuple):
    """A name of a speaker in folded words, without titles and small words."""

    speaker: Speaker
    words: tuple[str, ...]
    written: str

    @property
    def is_main(self) -> bool:
        return self.written == self.speaker.name


def duplicates(argument_map: ArgumentMap) -> list[Pair]:
    """Pairs of speakers that may be one, by name; takes time with how many speakers there are."""
    names = [
        name
        for speaker in argument_map.speakers()
        for written in (speaker.name, *speaker.aliases)
        if (name := _Name(speaker, _words(written), written)).words
    ]
    found: dict[frozenset[SpeakerId], Pair] = {}
    for one, other, why in (*_same(names), *_shorter(names), *_initials(names), *_spelt(names)):
        if one.speaker.id != other.speaker.id:
            fuller, shorter = sorted([one, other], key=_fullness, reverse=True)
            pair = Pair(fuller.speaker.id, shorter.speaker.id, why)
            found.setdefault(frozenset(pair[:2]), pair)
    return list(found.values())


def _fullness(name: _Name) -> tuple[int, bool, int]:
    words = _words(name.speaker.name)
    return len(words), "," not in name.speaker.name, len(name.speaker.name)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others; U.S. is one word."""
    words = _all_words(name)
    return tuple(word for word in words if word not in _SMALL | _TITLES) or words


def _all_words(name: str) -> tuple[str, ...]:
    found = _WORD.findall(_INITIAL.sub(r"\1 ", folded(name)))
    return tuple(word.replace(".", "").removesuffix("'s") for word in found)


def _same(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, Why]]:
    """Names with the same words, in any order: Lough, John."""
    by_words: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for name in names:
        by_words[tuple(sorted(name.words))].append(name)
    for alike in by_words.values():
        for other in alike[1:]:
            yield alike[0], other, Why.NAME


def _shorter(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, Why]]:
    """A name that is the last word of a longer one of a person, or the first words of one."""
    by_end: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for name in names:
        for length in range(1, len(name.words)):
            if name.speaker.sort is SpeakerKind.PERSON:
                by_end[name.words[-length:]].append(name)
            elif length > 1:
                by_end[name.words[:length]].append(name)
    for name in names:
        for longer in by_end.get(name.words, ()):
            if longer.speaker.sort is name.speaker.sort:
                yield longer, name, Why.SHORTER


def _initials(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, Why]]:
    """Names made of the first letters of another: WP and Washington Post, VOA, WHO."""
    by_initials: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        every = [word for word in _all_words(name.written) if word not in _TITLES]
        for words in {name.words, tuple(every), tuple(every[every[:1] == ["the"] :])}:
            if len(words) > 1:
                by_initials["".join(word[0] for word in words)].append(name)
    for name in names:
        if len(name.words) == 1 and len(name.words[0]) > 1:
            for longer in by_initials.get(name.words[0], ()):
                yield longer, name, Why.INITIALS
    yield from _cut_short(names)


def _cut_short(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, Why]]:
    """Persons with a first name cut short: J. Lough and John Lough."""
    by_last: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        if len(name.words) > 1:
            by_last[name.words[-1]].append(name)
    for alike in by_last.values():
        for name in alike:
            if len(name.words[0]) == 1:
                for longer in alike:
                    if len(longer.words[0]) > 1 and longer.words[0][0] == name.words[0]:
                        yield longer, name, Why.INITIALS


def _spelt(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, Why]]:
    """Names in which each word is nearly the same; numbers are the very same."""
    mains = [name for name in names if name.is_main][:_MOST_COMPARED]
    joined = [" ".join(name.words) for name in mains]
    for place, name in enumerate(mains):
        alike = process.extract(
            joined[place], joined[place + 1 :], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None
        )
        for _, _, index in alike:
            other = mains[place + 1 + index]
            if _is_spelt_alike(name.words, other.words):
                yield name, other, Why.SPELLING


def _is_spelt_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(
        a == b
        or (
            fuzz.ratio(a, b) >= _WORDS_ALIKE
            and not any(map(str.isdigit, a + b))
            and min(len(a), len(b)) > 2  # noqa: PLR2004  UN and US are not spelt alike
        )
        for a, b in zip(one, other, strict=True)
    )

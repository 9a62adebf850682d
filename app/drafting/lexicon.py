"""The lexicon of a language: what its words may be, from the tables in `resources/drafting`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from app.drafting.inflection import Form, forms_of
from app.drafting.tokens import Abbreviations
from resources.drafting import load_tables

Words = frozenset[str]


class VerbForm(NamedTuple):
    """A form of a verb that reports."""

    verb: str
    form: Form


class Phrase(NamedTuple):
    """A fixed phrase that reports: its words after the first, and what may follow."""

    rest: tuple[str, ...]
    takes_clause: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by class, verbs by what may follow them, forms back to verbs."""

    language: str
    words: Mapping[str, Words]
    frames: Mapping[str, Words]
    prepositions: Mapping[str, Words]
    cues: Mapping[str, tuple[VerbForm, ...]]
    verb_forms: Mapping[str, Form]
    base_forms: Words
    carriers: Mapping[str, str]
    impressions: Mapping[str, str]
    issuing: Mapping[str, str]
    controllers: Mapping[str, str]
    light_verbs: Words
    light_nouns: Mapping[str, Words]
    phrases: Mapping[str, tuple[Phrase, ...]]
    noun_that: Words
    noun_to: Words
    noun_prepositions: Mapping[str, Words]
    takers: Mapping[str, Words]
    adjectives: Mapping[str, Words]
    names: Mapping[str, Words]
    abbreviations: Abbreviations

    def frames_of(self, verb: str) -> Words:
        return self.frames.get(verb, _NONE)


_NONE: Words = frozenset()


@cache
def lexicon_of(language: str) -> Lexicon:
    """Read and join the tables of a language."""
    tables = load_tables(language)
    verbs, nouns = tables["verbs"], tables["nouns"]
    words = _words(tables["words"])
    by_verb = _frames(verbs)
    inflected = _Inflected(verbs)
    return Lexicon(
        language=language,
        words=words,
        frames=by_verb,
        prepositions=_lists(verbs["prepositions"]),
        cues=inflected.cues({*by_verb, *verbs["prepositions"]}),
        verb_forms=inflected.all(),
        base_forms=inflected.verbs(),
        carriers=inflected.bases(words["carriers"]),
        impressions=inflected.bases(words["impressions"]),
        issuing=inflected.bases(words["issuing"]),
        controllers=inflected.bases(words["controllers"]),
        light_verbs=inflected.forms(verbs["light"]["verbs"].split()),
        light_nouns=_light(verbs["light"]["nouns"]),
        phrases=inflected.phrases(verbs["phrases"]),
        noun_that=_with_plurals(nouns["that"]),
        noun_to=_with_plurals(nouns["to"]),
        noun_prepositions=_plural_keys(_lists(nouns["prepositions"])),
        takers=_plural_keys(_turned(nouns["takers"])),
        adjectives=_turned(tables["words"]["adjectives"]),
        names=_words(tables["names"]),
        abbreviations=Abbreviations(
            words["closed_abbreviations"] | words["open_abbreviations"],
            words["small_abbreviations"],
        ),
    )


class _Inflected:
    """The verbs of the tables in all their forms."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._irregular: Mapping[str, str] = tables["irregular"]
        self._doubling = frozenset(tables["doubling"]["words"].split())
        self._tables = tables

    def forms(self, verbs: list[str]) -> Words:
        return frozenset(form for verb in verbs for form in self._of(verb))

    def bases(self, verbs: Words) -> Mapping[str, str]:
        return {form: verb for verb in sorted(verbs) for form in self._of(verb)}

    def cues(self, verbs: set[str]) -> Mapping[str, tuple[VerbForm, ...]]:
        found: defaultdict[str, list[VerbForm]] = defaultdict(list)
        for verb in sorted(verbs):
            for form, tag in self._of(verb).items():
                found[form].append(VerbForm(verb, tag))
        return {form: tuple(readings) for form, readings in found.items()}

    def verbs(self) -> Words:
        tables = self._tables
        verbs = {verb for line in tables["frames"].values() for verb in line.split()}
        verbs |= {*tables["prepositions"], *tables["others"]["words"].split()}
        return frozenset(verbs | {*self._doubling, *self._irregular})

    def all(self) -> Mapping[str, Form]:
        found: dict[str, Form] = {}
        for verb in sorted(self.verbs()):
            for form, tag in self._of(verb).items():
                found.setdefault(form, tag)
        return found

    def phrases(self, tables: Mapping[str, str]) -> Mapping[str, tuple[Phrase, ...]]:
        found: defaultdict[str, list[Phrase]] = defaultdict(list)
        for kind, lines in tables.items():
            for line in lines.strip().splitlines():
                verb, *rest = line.split()
                for form in self._of(verb):
                    found[form].append(Phrase(tuple(rest), kind == "clause"))
        longest_first = lambda phrase: -len(phrase.rest)  # noqa: E731
        return {form: tuple(sorted(them, key=longest_first)) for form, them in found.items()}

    def _of(self, verb: str) -> Mapping[str, Form]:
        if verb == "be":
            parts = {"am": Form.BASE, "are": Form.BASE, "were": Form.PAST, "be": Form.BASE}
            return parts | {"is": Form.THIRD, "was": Form.PAST, "been": Form.PARTICIPLE}
        return forms_of(verb, self._irregular, self._doubling)


def _frames(tables: Mapping[str, Any]) -> Mapping[str, Words]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for frame, verbs in tables["frames"].items():
        for verb in verbs.split():
            found[verb].add(frame)
    return {verb: frozenset(frames) for verb, frames in found.items()}


def _words(table: Mapping[str, Any]) -> Mapping[str, Words]:
    lines = {name: line for name, line in table.items() if isinstance(line, str)}
    return {name: frozenset(line.split()) for name, line in lines.items()}


def _lists(table: Mapping[str, str]) -> Mapping[str, Words]:
    return {key: frozenset(line.split()) for key, line in table.items()}


def _light(table: Mapping[str, str]) -> Mapping[str, Words]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for prepositions, nouns in table.items():
        for noun in _with_plurals(nouns):
            found[noun] |= set(prepositions.split())
    return {noun: frozenset(after) for noun, after in found.items()}


def _turned(table: Mapping[str, str]) -> Mapping[str, Words]:
    """What may follow each adjective; "clause" for a clause."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for after, adjectives in table.items():
        for adjective in adjectives.split():
            found[adjective].add(after)
    return {adjective: frozenset(after) for adjective, after in found.items()}


def _with_plurals(nouns: str) -> Words:
    return frozenset(form for noun in nouns.split() for form in (noun, _plural(noun)))


def _plural_keys(table: Mapping[str, Words]) -> Mapping[str, Words]:
    return {form: after for noun, after in table.items() for form in (noun, _plural(noun))}


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"

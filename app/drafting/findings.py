"""What the rules of grammar find, before speakers are told apart: by the numbers of its words."""

from dataclasses import dataclass

from app.drafting.clauses import Clauses
from app.drafting.inflection import Form
from app.drafting.lexicon import Words
from app.drafting.objects import Objects
from app.drafting.phrases import Phrases
from app.drafting.reading import Reading, Run
from app.drafting.sources import Sources
from app.drafting.subjects import Subjects


@dataclass(frozen=True, slots=True)
class Finding:
    """Somebody says something: who, by which words, what, and the rule that told it."""

    source: Run | None
    cue: Run
    content: tuple[Run, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may report, as it stands in its sentence.

    `group` is where its verb group begins, with what governs it: *had* also said.
    """

    at: int
    verb: str
    form: Form
    frames: Words
    group: int
    sentence: Run
    passive: bool = False
    infinitive: bool = False
    carried: bool = False


class Grammar:
    """The tools that rules work with, and what has been found."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.words = reading.lexicon.words
        self.lexicon = reading.lexicon
        self.phrases = Phrases(reading)
        self.subjects = Subjects(self.phrases)
        self.sources = Sources(self.phrases)
        self.objects = Objects(self.phrases)
        self.clauses = Clauses(self.phrases)
        self.found: list[Finding] = []

    def add(self, source: Run | None, cue: Run, content: tuple[Run, ...], rule: str) -> bool:
        """Keep a finding if there are words in its content."""
        trimmed = tuple(run for part in content if (run := self._trimmed(part)))
        if not trimmed:
            return False
        if source:
            source = self._without_reflexive(source)
        self.found.append(Finding(source, cue, trimmed, rule))
        return True

    def sees(self, number: int) -> bool:
        """Whether a word is in a cue already."""
        return any(f.cue.first <= number <= f.cue.last for f in reversed(self.found[-8:]))

    def is_empty(self, source: Run) -> bool:
        """Whether a subject begins with a word that names nobody: it, there, that, which."""
        return self.tokens[source.first].low in self.words["empty_heads"]

    def takes(self, number: int) -> bool:
        """Whether a word is in what somebody is found to say already."""
        return any(
            run.first <= number <= run.last
            for finding in self.found[-16:]
            for run in finding.content
        )

    def not_taken(self, content: tuple[Run, ...]) -> tuple[Run, ...]:
        """What nobody is found to say yet: of quotations in a row each has one speaker."""
        return tuple(run for run in content if not self.takes(run.first)) or content

    def source_before(self, first: int, number: int) -> Run | None:
        """Who was reported last before a word, but not before `first`."""
        for finding in reversed(self.found[-8:]):
            source = finding.source
            if source is None or not first <= finding.cue.first < number:
                continue
            if self._is_within(finding):
                continue
            if self.tokens[source.first].low not in self.words["possessives"]:
                return source
        return None

    def _is_within(self, finding: Finding) -> bool:
        """Whether a finding stands in what another reports."""
        at = finding.cue.first
        return any(
            run.first <= at <= run.last
            for other in self.found[-8:]
            if other is not finding and other.cue.last < at
            for run in other.content
        )

    def _trimmed(self, run: Run) -> Run | None:
        first, last = run
        signs = (",", ";", ":", "—", "–", ".", "--")
        while first < last and self.tokens[first].text in signs:
            first += 1
        while last > first and self.tokens[last].text in signs:
            last -= 1
        if self.tokens[last].text == ")" and all(t.text != "(" for t in self.tokens[first:last]):
            last -= 1
        last = self._closed(first, last)
        if first > last or not any(token.word for token in self.tokens[first : last + 1]):
            return None
        return Run(first, last)

    def _closed(self, first: int, last: int) -> int:
        """A quotation that was begun in these words belongs to them up to its end."""
        quotation = self.reading.quotation_of(last)
        if quotation and first <= quotation.first and last < quotation.last:
            return quotation.last
        return last

    def _without_reflexive(self, source: Run) -> Run:
        last = source.last
        while last > source.first and (
            self.tokens[last].low in self.words["reflexives"]
            or self.tokens[last].text in (",", ";")
        ):
            last -= 1
        return Run(source.first, last)

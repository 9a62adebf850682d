"""The rules of the machine that change articles and marks, and the speakers as such."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from app import edits
from app.model.elements import (
    SPEAKER_COLOURS,
    Locution,
    MarkState,
    Source,
    SourceId,
    SpeakerId,
)
from tests.app.machine import ANY_TEXT, NAMES, NUMBERS, Person

MOMENTS = st.none() | st.datetimes(timezones=st.just(UTC))


class Revising(Person):
    """A person who corrects articles."""

    def source(self, number: int) -> SourceId:
        return SourceId(self.any_of(number, Source))

    def revised(self, number: int, start: int, end: int, text: str) -> str:
        """The text of a source with something else in one place."""
        key = self.source(number)
        old = self.document.map.source(key).text if key in self.document.map else ""
        return old[:start] + text + old[max(start, end) :]

    @rule(source=NUMBERS, start=NUMBERS, end=NUMBERS, text=ANY_TEXT)
    def correct_text(self, source: int, start: int, end: int, text: str) -> None:
        new = self.revised(source, start, end, text)
        self.edit(lambda m: edits.correct_text(m, source=self.source(source), text=new))

    @rule(source=NUMBERS, start=NUMBERS, end=NUMBERS, text=ANY_TEXT, captured=MOMENTS)
    def replace_text(
        self, source: int, start: int, end: int, text: str, captured: datetime | None
    ) -> None:
        new = self.revised(source, start, end, text)
        self.edit(
            lambda m: edits.replace_text(m, source=self.source(source), text=new, captured=captured)
        )

    @rule(source=NUMBERS, title=ANY_TEXT, author=NAMES, published=st.none() | st.dates())
    def describe_source(self, source: int, title: str, author: str, published: date | None) -> None:
        key = self.source(source)
        self.edit(
            lambda m: edits.describe_source(
                m, source=key, title=title, author=author, published=published
            )
        )

    @rule(source=NUMBERS)
    def remove_source(self, source: int) -> None:
        self.edit(lambda m: edits.remove_source(m, source=self.source(source)))

    @rule(locution=NUMBERS)
    def accept_mark(self, locution: int) -> None:
        self.edit(lambda m: edits.accept_mark(m, locution=self.locution(locution)))

    @rule(locutions=st.lists(NUMBERS, max_size=3))
    def accept_marks(self, locutions: list[int]) -> None:
        keys = [self.locution(number) for number in locutions]
        self.edit(lambda m: edits.accept_marks(m, locutions=keys))

    @rule(locution=NUMBERS, source=NUMBERS, start=NUMBERS, length=NUMBERS)
    def mark_anew(self, locution: int, source: int, start: int, length: int) -> None:
        anchor = self.anchor(source, start, length)
        self.edit(lambda m: edits.mark_anew(m, locution=self.locution(locution), anchor=anchor))

    @rule(locution=NUMBERS, start=NUMBERS, end=NUMBERS)
    def adjust_mark(self, locution: int, start: int, end: int) -> None:
        key = self.locution(locution)
        self.edit(lambda m: edits.adjust_mark(m, locution=key, start=start, end=end))

    @rule(into=NUMBERS, others=st.lists(NUMBERS, max_size=3))
    def merge_speakers(self, into: int, others: list[int]) -> None:
        keys = [SpeakerId(self.speaker(number)) for number in others]
        self.edit(lambda m: edits.merge_speakers(m, into=self.speaker(into), others=keys))

    @rule(speaker=NUMBERS)
    def remove_speaker(self, speaker: int) -> None:
        self.edit(lambda m: edits.remove_speaker(m, speaker=self.speaker(speaker)))

    @rule(speaker=NUMBERS, colour=st.none() | st.integers(-1, SPEAKER_COLOURS))
    def set_speaker_colour(self, speaker: int, colour: int | None) -> None:
        self.edit(
            lambda m: edits.set_speaker_colour(m, speaker=self.speaker(speaker), colour=colour)
        )

    @invariant()
    def every_mark_that_needs_a_look_is_listed_with_its_source(self) -> None:
        now = self.document.map
        listed = [saying.id for source in now.sources() for saying in now.marks_to_check(source.id)]
        open_ = [s.id for s in now.every(Locution) if s.mark_state is not MarkState.SURE]
        assert sorted(listed) == sorted(open_)

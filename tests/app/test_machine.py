"""Any edits in any order, undone, redone and found again at the next start.

Every edit has a rule of its name here, and after each one the whole map is looked at.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test
from typing_extensions import override

from app import edits
from app.model.elements import (
    ClaimId,
    Fidelity,
    Polarity,
    Source,
    SourceId,
    SpeakerKind,
    Stance,
    new_id,
)
from app.model.text import clean
from app.ports import Library
from storage.library import open_library
from tests.app.machine import (
    ANY_TEXT,
    CHAINS,
    FIDELITIES,
    GROUPS,
    MAYBE,
    NAMES,
    NUMBERS,
    POLARITIES,
    STANCES,
    settled,
)
from tests.app.machine_articles import Revising
from tests.app.machine_past import Remembering
from tests.app.machine_structure import Restructuring


class Machine(Restructuring, Revising, Remembering):
    """Makes any edit there is."""

    @initialize(text=ANY_TEXT)
    def begin(self, text: str) -> None:
        self.add_source(text)
        self.add_claim(text)

    @rule(text=ANY_TEXT)
    def add_claim(self, text: str) -> None:
        self.edit(lambda m: edits.add_claim(m, text=text))

    @rule(
        on=NUMBERS,
        polarity=POLARITIES,
        text=ANY_TEXT,
        premise=MAYBE,
        beside=MAYBE,
        before=st.booleans(),
    )
    def add_step(
        self,
        on: int,
        polarity: Polarity,
        text: str,
        premise: int | None,
        beside: int | None,
        before: bool,  # noqa: FBT001  Hypothesis names all arguments
    ) -> None:
        key = self.target(on)
        siblings = self.document.map.inferences_on(key)
        sibling = siblings[beside % len(siblings)].id if siblings and beside is not None else None
        self.edit(
            lambda m: edits.add_step(
                m,
                target=key,
                polarity=polarity,
                text=text,
                premise=None if premise is None else self.claim(premise),
                beside=sibling,
                before=before,
            )
        )

    @rule(on=NUMBERS, text=ANY_TEXT, unstated=st.booleans())
    def add_reason(self, on: int, text: str, unstated: bool) -> None:  # noqa: FBT001  as above
        self.edit(
            lambda m: edits.add_reason(m, target=self.target(on), text=text, unstated=unstated)
        )

    @rule(on=NUMBERS, text=ANY_TEXT)
    def add_objection(self, on: int, text: str) -> None:
        self.edit(lambda m: edits.add_objection(m, target=self.target(on), text=text))

    @rule(on=NUMBERS, text=ANY_TEXT)
    def add_undercutter(self, on: int, text: str) -> None:
        self.edit(lambda m: edits.add_undercutter(m, target=self.step(on), text=text))

    @rule(
        inference=NUMBERS,
        text=ANY_TEXT,
        premise=MAYBE,
        beside=MAYBE,
        before=st.booleans(),
    )
    def add_premise(
        self,
        inference: int,
        text: str,
        premise: int | None,
        beside: int | None,
        before: bool,  # noqa: FBT001  as above
    ) -> None:
        self.edit(
            lambda m: edits.add_premise(
                m,
                inference=self.step(inference),
                text=text,
                premise=None if premise is None else self.claim(premise),
                beside=None if beside is None else self.claim(beside),
                before=before,
            )
        )

    @rule(claim=NUMBERS, text=ANY_TEXT, group=GROUPS)
    def set_text(self, claim: int, text: str, group: str) -> None:
        self.edit(lambda m: edits.set_text(m, claim=self.claim(claim), text=text), group=group)

    @rule(claim=NUMBERS, note=ANY_TEXT, group=GROUPS)
    def set_note(self, claim: int, note: str, group: str) -> None:
        self.edit(lambda m: edits.set_note(m, claim=self.claim(claim), note=note), group=group)

    @rule(claim=NUMBERS, tags=st.lists(ANY_TEXT, max_size=3))
    def set_tags(self, claim: int, tags: list[str]) -> None:
        self.edit(lambda m: edits.set_tags(m, claim=self.claim(claim), tags=tags))

    @rule(claim=NUMBERS, unstated=st.booleans())
    def set_unstated(self, claim: int, unstated: bool) -> None:  # noqa: FBT001  as above
        self.edit(lambda m: edits.set_unstated(m, claim=self.claim(claim), unstated=unstated))

    @rule(inference=NUMBERS, polarity=POLARITIES)
    def flip(self, inference: int, polarity: Polarity) -> None:
        self.edit(lambda m: edits.flip(m, inference=self.step(inference), polarity=polarity))

    @rule(element=NUMBERS, of=NUMBERS, by=st.integers(-3, 3))
    def reorder(self, element: int, of: int, by: int) -> None:
        key, step = self.place(element, of)
        self.edit(lambda m: edits.reorder(m, element=key, by=by, of=step))

    @rule(element=NUMBERS, of=NUMBERS, on=NUMBERS, polarity=POLARITIES)
    def move_onto(self, element: int, of: int, on: int, polarity: Polarity) -> None:
        key, step = self.place(element, of)
        self.edit(
            lambda m: edits.move_onto(
                m, element=key, target=self.target(on), polarity=polarity, of=step
            )
        )

    @rule(claim=NUMBERS, of=NUMBERS, inference=NUMBERS)
    def move_into(self, claim: int, of: int, inference: int) -> None:
        key, step = self.place(claim, of)
        self.edit(
            lambda m: edits.move_into(
                m, claim=ClaimId(key), inference=self.step(inference), of=step
            )
        )

    @rule(element=NUMBERS, of=NUMBERS)
    def remove(self, element: int, of: int) -> None:
        key, step = self.place(element, of)
        self.edit(lambda m: edits.remove(m, element=key, of=step))

    @rule(element=NUMBERS, of=NUMBERS)
    def remove_only(self, element: int, of: int) -> None:
        key, step = self.place(element, of)
        self.edit(lambda m: edits.remove_only(m, element=key, of=step))

    @rule(title=ANY_TEXT)
    def rename_project(self, title: str) -> None:
        self.edit(lambda m: edits.rename_project(m, title=title))

    @rule(text=ANY_TEXT)
    def add_source(self, text: str) -> None:
        source = Source(id=SourceId(new_id()), title="An article", text=clean(text) + "The end.")
        self.edit(lambda m: edits.add_source(m, source=source))

    @rule(name=NAMES, sort=st.sampled_from(SpeakerKind))
    def add_speaker(self, name: str, sort: SpeakerKind) -> None:
        self.edit(lambda m: edits.add_speaker(m, name=name, sort=sort))

    @rule(speaker=NUMBERS, name=NAMES)
    def rename_speaker(self, speaker: int, name: str) -> None:
        self.edit(lambda m: edits.rename_speaker(m, speaker=self.speaker(speaker), name=name))

    @rule(speaker=NUMBERS, sort=st.sampled_from(SpeakerKind), affiliation=ANY_TEXT, aliases=CHAINS)
    def describe_speaker(
        self, speaker: int, sort: SpeakerKind, affiliation: str, aliases: list[str]
    ) -> None:
        self.edit(
            lambda m: edits.describe_speaker(
                m,
                speaker=self.speaker(speaker),
                sort=sort,
                affiliation=affiliation,
                aliases=aliases,
            )
        )

    @rule(claim=NUMBERS, speakers=CHAINS, stance=STANCES, fidelity=FIDELITIES)
    def say(self, claim: int, speakers: list[str], stance: Stance, fidelity: Fidelity) -> None:
        self.edit(
            lambda m: edits.say(
                m, claim=self.claim(claim), speakers=speakers, stance=stance, fidelity=fidelity
            )
        )

    @rule(claim=NUMBERS, source=NUMBERS, start=NUMBERS, length=NUMBERS, speakers=CHAINS)
    def mark(self, claim: int, source: int, start: int, length: int, speakers: list[str]) -> None:
        anchor = self.anchor(source, start, length)
        self.edit(
            lambda m: edits.mark(m, claim=self.claim(claim), anchor=anchor, speakers=speakers)
        )

    @rule(source=NUMBERS, start=NUMBERS, length=NUMBERS, on=MAYBE, speakers=CHAINS)
    def claim_from_words(
        self, source: int, start: int, length: int, on: int | None, speakers: list[str]
    ) -> None:
        anchor = self.anchor(source, start, length)
        self.edit(
            lambda m: edits.claim_from_words(
                m,
                anchor=anchor,
                target=None if on is None else self.target(on),
                speakers=speakers,
            )
        )

    @rule(locution=NUMBERS, speakers=CHAINS)
    def set_speakers(self, locution: int, speakers: list[str]) -> None:
        self.edit(
            lambda m: edits.set_speakers(m, locution=self.locution(locution), speakers=speakers)
        )

    @rule(locution=NUMBERS, stance=STANCES)
    def set_stance(self, locution: int, stance: Stance) -> None:
        self.edit(lambda m: edits.set_stance(m, locution=self.locution(locution), stance=stance))

    @rule(locution=NUMBERS, fidelity=FIDELITIES)
    def set_fidelity(self, locution: int, fidelity: Fidelity) -> None:
        self.edit(
            lambda m: edits.set_fidelity(m, locution=self.locution(locution), fidelity=fidelity)
        )

    @rule(locution=NUMBERS)
    def remove_locution(self, locution: int) -> None:
        self.edit(lambda m: edits.remove_locution(m, locution=self.locution(locution)))


class FileMachine(Machine):
    """The same with a library on disk."""

    @override
    def open_library(self) -> Library:
        self.folder = tempfile.TemporaryDirectory()
        return open_library(Path(self.folder.name) / "library.db")

    @override
    def reopened_library(self) -> Library:
        self.library.close()
        return open_library(Path(self.folder.name) / "library.db", create=False)

    @override
    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


def test_any_edits_in_memory() -> None:
    run_state_machine_as_test(Machine, settings=settled(30, 40))


def test_any_edits_on_disk() -> None:
    run_state_machine_as_test(FileMachine, settings=settled(6, 30))


@pytest.mark.slow
@pytest.mark.parametrize("_", range(4))  # each within the time that a test may take
def test_many_edits_in_memory(_: int) -> None:
    run_state_machine_as_test(Machine, settings=settled(400, 60, steady=False))


@pytest.mark.slow
@pytest.mark.parametrize("_", range(4))
def test_many_edits_on_disk(_: int) -> None:
    run_state_machine_as_test(FileMachine, settings=settled(50, 60, steady=False))


def test_every_edit_has_a_rule() -> None:
    assert set(edits.__all__) - {"copied_map", "new_map"} <= set(dir(Machine))

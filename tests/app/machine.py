"""A person with a document: what they can point at, undo and redo, and what is always true."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from typing_extensions import override

from app import edits
from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import (
    Anchor,
    AnyElement,
    Claim,
    ClaimId,
    ElementId,
    Fidelity,
    Inference,
    InferenceId,
    Locution,
    LocutionId,
    Polarity,
    Source,
    SourceId,
    Speaker,
    SpeakerId,
    Stance,
    TargetId,
)
from app.model.errors import EditError
from app.model.outline import Card, outline
from app.model.view_state import ViewState
from app.ports import Library
from tests.fakes.memory_store import MemoryLibrary

HOSTILE = [
    "",
    " ",
    "\ud800 half a pair",
    "nul\x00bell\x07escape\x1b[31m",
    "one\r\ntwo\rthree\u2028four\x0bfive",
    "\u202eright to left",
    "e\u0301\u0301 \U0001f468\u200d\U0001f469\u200d\U0001f467 \ufeff",
    "'; DROP TABLE claim; -- \\ \" % _ {0} </script>",
    "long " * 200,
]
ANY_TEXT = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=()), max_size=12)
NAMES = st.sampled_from(["Ada", "ADA", "ada ", "CNN", "John Lough", "\u00df", "SS"]) | ANY_TEXT
CHAINS = st.lists(NAMES, max_size=3)
POLARITIES = st.sampled_from(Polarity)
FIDELITIES = st.sampled_from(Fidelity)
STANCES = st.sampled_from(Stance)
GROUPS = st.sampled_from(["", "", "typing", "other typing"])
NUMBERS = st.integers(0, 50)
MAYBE = st.none() | NUMBERS


@dataclass(frozen=True)
class Done:
    """What undo would take back: one edit, or several of one group."""

    before: ArgumentMap
    label: str
    group: str


def settled(examples: int, steps: int, *, steady: bool = True) -> settings:
    """So many runs of so many steps; `steady`, the same ones each time."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=steady,
        suppress_health_check=list(HealthCheck),
    )


class Person(RuleBasedStateMachine):
    """A person with a document, and beside it the plainest idea of undo: a list of maps."""

    def __init__(self) -> None:
        super().__init__()
        # Ids are counted out instead of drawn, so that a run that fails can be run again.
        numbers = count(1)
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(
            "secrets.token_hex", lambda _: f"{next(numbers) * 0x9E3779B97F4A7C15 % 2**64:016x}"
        )
        self.library = self.open_library()
        self.document = Document(self.library.create(edits.new_map(title="A map")))
        self.done: list[Done] = []
        self.undone: list[tuple[Done, ArgumentMap]] = []
        self.known: dict[ElementId, type[AnyElement]] = {}

    def open_library(self) -> Library:
        return MemoryLibrary()

    def reopened_library(self) -> Library:
        return self.library

    @override
    def teardown(self) -> None:
        self.library.close()
        self.patch.undo()

    # What the person points at: something there, or now and then something that has gone

    def any_of(self, number: int, *kinds: type[AnyElement]) -> ElementId:
        known = [key for key, kind in self.known.items() if kind in kinds]
        there = [key for key in known if key in self.document.map]
        choice = known if number % 9 == 0 else there
        return choice[number % len(choice)] if choice else ClaimId("nowhere")

    def claim(self, number: int) -> ClaimId:
        return ClaimId(self.any_of(number, Claim))

    def step(self, number: int) -> InferenceId:
        return InferenceId(self.any_of(number, Inference))

    def target(self, number: int) -> TargetId:
        return ClaimId(self.any_of(number, Claim, Inference))

    def locution(self, number: int) -> LocutionId:
        return LocutionId(self.any_of(number, Locution))

    def speaker(self, number: int) -> SpeakerId:
        return SpeakerId(self.any_of(number, Speaker))

    def place(self, number: int, which: int) -> tuple[TargetId, InferenceId | None]:
        """A claim or step where it stands in the map; sometimes a claim without its step."""
        element = self.target(number)
        uses = self.document.map.uses(ClaimId(element))
        if not uses:
            return element, self.step(which) if which % 9 == 0 else None
        return element, None if which % 9 == 0 else uses[which % len(uses)].id

    def anchor(self, number: int, start: int, length: int) -> Anchor:
        key = SourceId(self.any_of(number, Source))
        if key not in self.document.map:
            return Anchor(source=key, start=0, end=1, exact="x")
        text = self.document.map.source(key).text
        start %= len(text)
        exact = text[start : start + length + 1]
        return Anchor(source=key, start=start, end=start + len(exact), exact=exact)

    # What the person does

    def edit(self, make: Callable[[ArgumentMap], Change], *, group: str = "") -> None:
        before, labels = self.document.map, self.labels()
        try:
            change = make(before)
            self.document.do(change, group=group)
        except EditError:
            assert self.document.map is before
            assert self.labels() == labels
            return
        if not change:
            assert self.document.map is before
            return
        assert self.document.map.apply(change.inverted()) == before
        self.known |= {key: type(element) for key, element in change.after.items()}
        self.undone.clear()
        if not (group and self.done and self.done[-1].group == group):
            self.done.append(Done(before, change.label, group))

    def past(self, number: int) -> ArgumentMap:
        """A state of the map that undo leads to, or the present one."""
        states = [*(done.before for done in self.done), self.document.map]
        return states[number % len(states)]

    def labels(self) -> tuple[str, str]:
        return self.document.undo_label, self.document.redo_label

    @rule()
    def undo(self) -> None:
        before = self.document.map
        change = self.document.undo()
        assert (change is not None) == bool(self.done)
        if self.done:
            done = self.done.pop()
            self.undone.append((done, before))
            assert self.document.map == done.before

    @rule()
    def redo(self) -> None:
        change = self.document.redo()
        assert (change is not None) == bool(self.undone)
        if self.undone:
            done, after = self.undone.pop()
            self.done.append(done)
            assert self.document.map == after

    @rule()
    def start_again(self) -> None:
        before, labels, view = self.document.map, self.labels(), self.document.view_state
        self.library = self.reopened_library()
        self.document = Document(self.library.open(before.project.id))
        assert self.document.map == before
        assert self.labels() == labels
        assert self.document.view_state == view

    @rule(number=NUMBERS)
    def fold(self, number: int) -> None:
        self.document.keep_view(ViewState(folded=frozenset({self.target(number)})))

    # What is true at any time

    @invariant()
    def the_map_is_what_its_elements_make(self) -> None:
        now = self.document.map
        elements = [element for element in now.elements if element.id != now.project.id]
        assert ArgumentMap.of(now.project, elements) == now  # its indexes, too

    @invariant()
    def the_store_holds_the_map(self) -> None:
        assert self.library.open(self.document.map.project.id).load() == self.document.map

    @invariant()
    def labels_name_what_undo_and_redo_would_do(self) -> None:
        undo = self.done[-1].label if self.done else ""
        redo = self.undone[-1][0].label if self.undone else ""
        assert self.labels() == (undo, redo)

    @invariant()
    def every_claim_and_step_stands_in_full_just_once(self) -> None:
        now = self.document.map
        standing = [
            place.claim if isinstance(place, Card) else place.inference.id
            for place in outline(now).places()
            if place.full
        ]
        claims, steps = now.every(Claim), now.every(Inference)
        assert sorted(standing) == sorted([c.id for c in claims] + [s.id for s in steps])

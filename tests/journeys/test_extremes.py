"""Maps at the limits of what people make: all that one does with a map is done with each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    AnyElement,
    Claim,
    ClaimId,
    Inference,
    InferenceId,
    Polarity,
    Project,
    ProjectId,
    TargetId,
)
from app.model.ranks import first_ranks
from app.model.view_state import Criterion, Trait
from storage.shared import write_shared_project
from tests.journeys.driver import Person
from widgets.canvas.editor import CardEditor

if TYPE_CHECKING:
    from app.model.change import Change

Key = Qt.Key
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TOP = ClaimId("c0")


def claims(count: int, text: Callable[[int], str] = lambda i: f"Claim number {i}.") -> list[Claim]:
    ranks = first_ranks(count)
    return [Claim(id=ClaimId(f"c{i}"), text=text(i), rank=ranks[i]) for i in range(count)]


def step(number: int, target: TargetId, *premises: ClaimId, against: bool = False) -> Inference:
    return Inference(
        id=InferenceId(f"i{number}"),
        premises=premises,
        target=target,
        polarity=Polarity.ATTACK if against else Polarity.SUPPORT,
        rank=f"b{number:05d}x",
    )


def made(elements: list[AnyElement]) -> ArgumentMap:
    return ArgumentMap.of(Project(id=ProjectId("extreme"), title="Extreme"), elements)


def long_claim() -> ArgumentMap:
    long = "A very long claim, of words and more words " * 2_400
    return made([*claims(2, lambda i: long if i else "Short."), step(1, TOP, ClaimId("c1"))])


def one_long_word() -> ArgumentMap:
    return made([*claims(2, lambda _: "x" * 20_000), step(1, TOP, ClaimId("c1"))])


def many_premises() -> ArgumentMap:
    every = claims(2_001)
    return made([*every, step(1, TOP, *(claim.id for claim in every[1:]))])


def many_siblings() -> ArgumentMap:
    every = claims(5_001)
    steps = [step(i, TOP, claim.id, against=i % 3 == 0) for i, claim in enumerate(every[1:], 1)]
    return made([*every, *steps])


def deep_chain() -> ArgumentMap:
    every = claims(3_001)
    steps = [step(i, every[i - 1].id, claim.id) for i, claim in enumerate(every[1:], 1)]
    return made([*every, *steps])


def deep_undercutters() -> ArgumentMap:
    every = claims(1_001)
    targets: list[TargetId] = [TOP, *(InferenceId(f"i{i}") for i in range(1, 1_000))]
    pairs = zip(targets, every[1:], strict=True)
    return made(
        [*every, *(step(i, t, claim.id, against=True) for i, (t, claim) in enumerate(pairs, 1))]
    )


def circles() -> ArgumentMap:
    c = [claim.id for claim in claims(5)]
    around = [
        step(1, c[0], c[1]),
        step(2, c[1], c[0]),
        step(3, InferenceId("i2"), c[2], against=True),
        step(4, InferenceId("i3"), c[3], against=True),
        step(5, InferenceId("i4"), c[2], against=True),
        step(6, c[2], c[4], c[0]),
    ]
    return made([*claims(5), *around])


def scripts() -> ArgumentMap:
    texts = (
        "هذا ادعاء طويل بما يكفي ليمتد على أكثر من سطر واحد في البطاقة",
        "Mixed: the word שלום means peace, and سلام does too (1, 2, 3).",
        "👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈 are people and a flag" * 4,
        "zero\u200bwidth\u200dand\u2060joined\ufeff\u00ad and soft hyphens",
        "由于美国大选的结果，和平谈判仍然不太可能，无论谁入主白宫。" * 3,
        "ก็ไม่มีใครรู้ว่าสงครามจะจบลงเมื่อใด",
        "e\u0301\u0302\u0303\u0304" * 40,
        "\u202eright to left override\u202c & <b>markup</b> &amp; %s {n} $(x)",
    )
    every = claims(len(texts), lambda i: texts[i])
    return made([*every, *(step(i, TOP, claim.id) for i, claim in enumerate(every[1:], 1))])


MAPS = (
    long_claim,
    one_long_word,
    many_premises,
    many_siblings,
    deep_chain,
    deep_undercutters,
    circles,
    scripts,
)


LONG = {one_long_word, many_premises, many_siblings, deep_undercutters}  # what takes seconds


@pytest.fixture(
    params=[pytest.param(make, marks=pytest.mark.slow if make in LONG else ()) for make in MAPS],
    ids=lambda make: make.__name__,
)
def person(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    path = tmp_path / "extreme.rejoinder"
    write_shared_project(request.param(), path)
    person = Person(qtbot, tmp_path, path)
    qtbot.waitUntil(lambda: person.window.project is not None)
    yield person
    person.close()


def seen(person: Person) -> None:
    """Look at the window as it is now."""
    assert not person.window.grab().isNull()


def test_it_is_drawn_folded_found_and_looked_at_from_all_sides(person: Person) -> None:
    view = person.project.view
    seen(person)
    for _ in range(2):
        person.press(Key.Key_F, Shift)
        seen(person)
    for name in ("hang_right", "hang_up", "compact", "hang_down", "roomy", "larger_text", "fit"):
        person.project.actions_by_name[name].trigger()
        seen(person)
    view.selection.set(view.reading.outline.cards[TOP].key)
    for direction in (Key.Key_Down, Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_Up):
        person.press(direction)
    for name in ("focus", "near_1", "near_3", "whole_map", "tint_role"):
        person.project.actions_by_name[name].trigger()
        seen(person)
    view.filtering.show_only(Criterion(trait=Trait.ROLE, value="objection"))
    seen(person)
    view.filtering.show_only(None)
    view.toggle_side(view.outline)
    seen(person)
    person.press(Key.Key_F, Control)
    person.type("zzz")
    person.press(Key.Key_Return)
    person.press(Key.Key_Escape)
    seen(person)


def test_it_is_edited_and_every_edit_taken_back(person: Person) -> None:
    view = person.project.view
    before = person.map
    done: list[Change] = []
    view.document.subscribe(done.append)
    last = max(view.reading.outline.cards, key=lambda key: int(key[1:]))
    view.reading.reveal(last)
    view.selection.set(view.reading.outline.cards[last].key)
    person.view.setFocus()
    person.press(Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), CardEditor)
    person.write("A reason for it")
    person.press(Key.Key_U)
    person.write("That does not follow")
    person.press(Key.Key_C)
    person.write("Together with this")
    view.selection.set(view.reading.outline.cards[last].key)
    person.press(Key.Key_O, Shift, Qt.KeyboardModifier.AltModifier)
    person.press(Key.Key_Up, Control)
    person.press(Key.Key_D, Control)
    person.press(Key.Key_Delete)
    seen(person)
    view.commands.set_text(TOP, "Another text")
    assert len(done) >= 6
    while view.document.undo_label:
        person.press(Key.Key_Z, Control)
    assert person.map == before
    seen(person)


def test_all_of_it_is_copied_and_deleted_in_one_step(person: Person) -> None:
    view = person.project.view
    before = person.map
    person.view.setFocus()
    person.press(Key.Key_F, Shift)
    if view.reading.folded:
        person.press(Key.Key_F, Shift)
    person.press(Key.Key_A, Control)
    person.press(Key.Key_C, Control)
    person.press(Key.Key_Delete)
    assert not person.map.every(Claim)
    person.press(Key.Key_Z, Control)
    assert person.map == before
    assert edits.new_map(title="x") != before

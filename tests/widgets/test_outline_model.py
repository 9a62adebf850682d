"""The outline's rows: what they are, that they follow each edit, and what a drop does."""

import random
from contextlib import suppress

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app import edits
from app.document import Document
from app.layout.arrangement import Arranger
from app.layout.shipped_fonts import ShippedFonts
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimId, Polarity
from app.model.errors import EditError
from app.model.outline import outline
from tests.app.builders import Draft
from tests.app.layout.test_following import random_edit
from tests.app.test_outline import undercut_in_a_circle
from tests.benchmarks.maps import made_map
from tests.fakes.memory_store import MemoryLibrary
from tests.make_sample import build_sample
from widgets.outline.model import OutlineModel
from widgets.outline.rows import carries_role, shown_row
from widgets.reading import Reading

NOWHERE = QModelIndex()
pytestmark = pytest.mark.usefixtures("qapp")


ROWS = [
    "contention Bread is good",
    "  reason It feeds",
    "  and What feeds is good",
    "  undercutter So does sugar",
    "  objection It grows stale",
    "    rebuttal Toast it",
    "free Butter melts",
]


def reading_of(argument_map: ArgumentMap) -> Reading:
    document = Document(MemoryLibrary().create(argument_map))
    return Reading(document, Arranger(ShippedFonts()))


def rows(model: OutlineModel) -> list[str]:
    """What the rows say, indented by how deep they stand."""
    found, stack = [], [(NOWHERE, -1)]
    while stack:
        index, depth = stack.pop()
        if depth >= 0:
            place = model.place(index)
            assert place
            role = f"{place.role} " if carries_role(place) else "and "
            reference = "" if place.full else "→ "
            found.append("  " * depth + role + reference + str(model.data(index)))
        below = [model.index(row, 0, index) for row in range(model.rowCount(index))]
        stack.extend((child, depth + 1) for child in reversed(below))
    return found


def bread() -> tuple[Draft, dict[str, ClaimId]]:
    """A contention, a reason of two premises that is undercut, an objection, and a free claim."""
    draft = Draft()
    contention = draft.claim("Bread is good")
    free = draft.claim("Butter melts")
    reason = draft.reason(contention, "It feeds")
    other = draft.premise(reason, "What feeds is good")
    cut = draft.objection(reason.id, "So does sugar")
    stale = draft.objection(contention, "It grows stale")
    toast = draft.objection(stale.premises[0], "Toast it")
    claims = {draft.text(p): p for step in (reason, cut, stale, toast) for p in step.premises}
    claims |= {draft.text(claim): claim for claim in (contention, free, other)}
    return draft, claims


# What the rows are


def test_each_claim_is_a_row_below_what_its_step_is_about() -> None:
    draft, _ = bread()
    assert rows(OutlineModel(reading_of(draft.map))) == ROWS


def test_a_claim_that_is_used_again_is_a_row_that_points_to_the_first() -> None:
    draft, claims = bread()
    draft.reason(claims["It feeds"], "It is full of starch")
    draft.step(claims["It feeds"], claims["Toast it"])
    assert rows(OutlineModel(reading_of(draft.map)))[-2:] == [
        "      reason → It feeds",
        "free Butter melts",
    ]


def test_steps_in_a_circle_are_rows_too() -> None:
    model = OutlineModel(reading_of(undercut_in_a_circle("One", "Two")))
    assert rows(model) == ["undercutter One", "undercutter Two", "undercutter → One"]


def test_a_place_that_is_folded_away_shows_in_the_row_above_it() -> None:
    draft, claims = bread()
    found = outline(draft.map)
    toast, stale = found.cards[claims["Toast it"]], found.cards[claims["It grows stale"]]
    assert shown_row(toast, frozenset()) is toast
    assert shown_row(toast, frozenset({claims["It grows stale"]})) is stale
    folded = frozenset({claims["It grows stale"], claims["Bread is good"]})
    assert shown_row(toast, folded) is found.cards[claims["Bread is good"]]


def test_a_row_shows_its_words_literally_and_tells_where_it_stands() -> None:
    draft = Draft()
    draft.claim("<b>Bread</b>\nis good")
    model = OutlineModel(reading_of(draft.map))
    index = model.index(0, 0)
    assert index.data() == "<b>Bread</b> is good"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "free claim: <b>Bread</b> is good"


# Following


def walk(seed: int, start: ArgumentMap, steps: int, *, watched: bool) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    reading = reading_of(start)
    model = OutlineModel(reading)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal) if watched else None
    for _ in range(steps):
        with suppress(EditError):
            if chance.random() < 0.2:
                reading.document.undo()
            else:
                reading.document.do(random_edit(chance, reading.map))
        if not watched and chance.random() < 0.7:  # rows that nobody has asked for
            ask_some(chance, model)
            continue
        fresh = OutlineModel(reading)
        assert rows(model) == rows(fresh)
        fresh.deleteLater()
    assert rows(model) == rows(OutlineModel(reading))
    del tester


def ask_some(chance: random.Random, model: OutlineModel) -> None:
    index = NOWHERE
    while count := model.rowCount(index):
        index = model.index(chance.randrange(count), 0, index)
        assert model.index(index.row(), 0, index.parent()) == index
        if chance.random() < 0.4:
            break


@pytest.mark.parametrize("seed", range(10))
def test_after_any_edits_the_rows_are_as_if_made_anew(seed: int) -> None:
    start = edits.new_map(title="Grown") if seed % 3 else build_sample()
    walk(seed, start, 60, watched=True)


@pytest.mark.parametrize("seed", range(20, 28))
def test_so_they_are_if_only_some_were_asked_for(seed: int) -> None:
    walk(seed, made_map(40, seed=seed), 60, watched=False)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 300))
def test_after_many_edits_the_rows_are_as_if_made_anew(seed: int) -> None:
    start = edits.new_map(title="Grown") if seed % 2 else made_map(30, seed=seed)
    walk(seed, start, 150, watched=bool(seed % 3))


def test_an_edit_moves_rows_where_they_are_and_does_not_make_them_anew(qtbot: QtBot) -> None:
    draft, claims = bread()
    reading = reading_of(draft.map)
    model = OutlineModel(reading)
    before = rows(model)
    step = reading.outline.cards[claims["It grows stale"]].above
    assert step
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsMoved):
        reading.document.do(edits.reorder(reading.map, element=step.inference.id, by=-1))
    assert rows(model) == [before[0], *before[4:6], *before[1:4], before[6]]


def test_an_edit_makes_none_but_the_rows_that_it_touches() -> None:
    reading = reading_of(made_map(5_000))
    model = OutlineModel(reading)
    first = model.index(0, 0)
    assert model.rowCount(first) > 0
    told: list[object] = []
    model.dataChanged.connect(lambda *_: told.append(1))
    model.rowsInserted.connect(lambda *_: told.append(1))
    reading.document.do(edits.add_reason(reading.map, target=ClaimId("c4000"), text="New"))
    assert told == []  # it is folded away: nobody has asked for it
    reading.document.do(edits.add_reason(reading.map, target=ClaimId("c0"), text="New"))
    assert 0 < len(told) < 10


# Dropping


def dropped(text: str, onto: str, row: int = -1, *, objection: bool = False) -> list[str] | None:
    """The rows after one row has been dropped onto another, or between those below it."""
    draft, claims = bread()
    reading = reading_of(draft.map)
    model = OutlineModel(reading)
    index = model.index_at(reading.outline.cards[claims[text]].key)
    parent = model.index_at(reading.outline.cards[claims[onto]].key) if onto else NOWHERE
    data = model.mimeData([index])
    make = model.drop(data, row, parent, objection=objection)
    action = Qt.DropAction.MoveAction
    assert objection or model.canDropMimeData(data, action, row, 0, parent) == (make is not None)
    if make is None:
        return None
    before = reading.map
    reading.document.do(make(reading.map))
    after = rows(model)
    reading.document.undo()  # it is one edit
    assert reading.map == before
    return after


def test_a_free_claim_dropped_onto_a_row_becomes_a_reason() -> None:
    assert (dropped("Butter melts", "Toast it") or [])[-2:] == [
        "    rebuttal Toast it",
        "      reason Butter melts",
    ]
    after = dropped("Butter melts", "Toast it", objection=True) or []
    assert after[-1] == "      objection Butter melts"


def test_an_objection_stays_one_unless_dropped_as_something_else() -> None:
    after = dropped("Toast it", "Bread is good") or []
    assert after[4:6] == ["  objection It grows stale", "  objection Toast it"]


def test_a_row_dropped_between_others_comes_to_stand_there() -> None:
    after = [ROWS[0], *ROWS[4:6], *ROWS[1:4], ROWS[6]]
    assert dropped("It grows stale", "Bread is good", 0) == after
    assert (dropped("Toast it", "Bread is good", 0) or [])[1:3] == [
        "  objection Toast it",
        "  reason It feeds",
    ]
    assert (dropped("What feeds is good", "Bread is good", 0) or [])[1:3] == [
        "  reason What feeds is good",
        "  and It feeds",
    ]


def test_claims_at_the_top_keep_to_their_kind() -> None:
    assert dropped("Butter melts", "", 0) is None
    draft = Draft()
    for text in ("One", "Two", "Three"):
        draft.claim(text)
    reading = reading_of(draft.map)
    model = OutlineModel(reading)
    make = model.drop(model.mimeData([model.index(2, 0)]), 0, NOWHERE)
    assert make
    reading.document.do(make(reading.map))
    assert rows(model) == ["free Three", "free One", "free Two"]


def test_a_row_dropped_at_the_top_or_on_empty_ground_bears_on_nothing_any_more() -> None:
    after = [*ROWS[:5], "free Toast it", "free Butter melts"]
    assert sorted(dropped("Toast it", "", 0) or []) == sorted(after)
    assert sorted(dropped("Toast it", "") or []) == sorted(after)


def test_what_cannot_be_is_refused() -> None:
    assert dropped("Bread is good", "Toast it") is None  # it would be its own premise
    assert dropped("It feeds", "It feeds") is None
    assert dropped("It feeds", "Bread is good", 4) is None  # it belongs to its co-premise
    assert dropped("It grows stale", "Bread is good", 3) is None  # that is where it is
    assert dropped("Butter melts", "") is None


def test_nothing_is_taken_from_another_map_and_several_rows_are_not_carried() -> None:
    draft, _ = bread()
    model = OutlineModel(reading_of(draft.map))
    other = OutlineModel(reading_of(build_sample()))
    first, last = model.index(0, 0), model.index(1, 0)
    assert model.drop(other.mimeData([other.index(0, 0)]), -1, first) is None
    assert not model.mimeData([first, last]).formats()
    assert model.drop(model.mimeData([last]), -1, first)


def test_a_drop_may_turn_polarity() -> None:
    draft, claims = bread()
    reading = reading_of(draft.map)
    model = OutlineModel(reading)
    free = model.index(1, 0)
    make = model.drop(model.mimeData([free]), 4, model.index(0, 0), objection=True)
    assert make
    reading.document.do(make(reading.map))
    (use,) = reading.map.uses(claims["Butter melts"])
    assert (use.target, use.polarity) == (claims["Bread is good"], Polarity.ATTACK)
    assert len(reading.map.every(Claim)) == 7

"""The outline and the map in step: what is selected, folded, dropped and shown."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app import edits
from app.layout.folding import folds_at
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Claim, Polarity
from app.model.errors import StoreError
from app.model.role import Role
from tests.journeys.driver import Person
from tests.journeys.outliner import ROWS, Outliner
from widgets.outline import in_step

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_what_is_selected_is_so_on_the_map_too(builder: Outliner) -> None:
    person = builder.person
    selection = person.project.view.selection
    person.click_claim("It feeds")
    assert builder.chosen() == ["It feeds"]
    person.click_pill_above("It grows stale")
    assert builder.chosen() == ["It grows stale"]
    assert selection.key == person.step_of("It grows stale").key
    builder.click("So does sugar")
    builder.click("Toast it", ctrl)
    claims = [person.claim(text).id for text in ("So does sugar", "Toast it")]
    assert [key[1] for key in selection.keys] == claims
    builder.click("It feeds")
    builder.click("So does sugar", shift)
    assert len(selection.keys) == 3
    assert person.selected == "So does sugar"
    selection.set_all([person.forest.places_of(person.claim(t).id)[0].key for t in ROWS[:2]])
    assert builder.chosen() == sorted(ROWS[:2])


def test_rows_fold_with_the_map(builder: Outliner) -> None:
    person = builder.person
    view = person.project.view
    builder.click("It grows stale")
    person.press(Key.Key_Left)
    assert view.reading.folded == {person.claim("It grows stale").id}
    assert "Toast it" not in person.drawn()
    person.press(Key.Key_Right)
    assert not view.reading.folded
    person.press(Key.Key_F)
    assert builder.shown() == ROWS[:-1]
    person.press(Key.Key_F, shift)
    assert builder.shown() == ROWS
    view.performer.keep(lambda: view.reading.fold(folds_at(view.reading.outline, 0)))
    assert builder.shown() == ROWS[:1]
    builder.click("Bread is good")
    builder.person.bot.keyClick(builder.tree, "*")
    assert builder.shown() == ROWS


def test_opening_a_row_shows_what_is_unfolded_below_it(builder: Outliner) -> None:
    view = builder.person.project.view
    both = frozenset(builder.person.claim(text).id for text in ("Bread is good", "It grows stale"))
    view.reading.fold(both)
    builder.click("Bread is good")
    builder.person.press(Key.Key_Right)
    assert builder.shown() == ROWS[:-1]
    view.reading.fold(frozenset())
    assert builder.shown() == ROWS


def test_what_is_done_again_below_a_folded_row_is_shown(builder: Outliner) -> None:
    person = builder.person
    person.press(Key.Key_Z, ctrl)
    builder.click("Bread is good")
    person.press(Key.Key_Left)
    assert builder.shown() == ROWS[:1]
    person.press(Key.Key_Y, ctrl)
    assert builder.shown() == ROWS
    assert builder.chosen() == ["Toast it"]


def test_enter_on_a_reference_jumps_to_the_claim(builder: Outliner) -> None:
    person = builder.person
    feeds, toast = person.claim("It feeds").id, person.claim("Toast it").id
    change = person.project.view.performer.do(
        lambda m: edits.add_step(m, target=toast, polarity=Polarity.SUPPORT, premise=feeds)
    )
    assert change
    assert builder.shown() == [*ROWS, "It feeds"]
    builder.click("Toast it")
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    assert builder.tree.currentIndex() == builder.row("It feeds")
    assert builder.shown() == [*ROWS, "It feeds"]


def test_a_row_is_dropped_onto_another_and_between_others(builder: Outliner) -> None:
    person = builder.person
    onto = builder.tree.visualRect(builder.row("It feeds")).center()
    assert builder.drag("Toast it", onto, alt)
    assert builder.shown() == [*ROWS[:2], "Toast it", *ROWS[2:5]]
    assert person.step_of("Toast it").role is Role.OBJECTION
    person.press(Key.Key_Z, ctrl)
    assert builder.shown() == ROWS
    between = builder.tree.visualRect(builder.row("It feeds")).topLeft() + QPoint(20, 1)
    assert builder.drag("It grows stale", between)
    assert builder.shown() == [ROWS[0], *ROWS[4:], *ROWS[1:4]]
    below = builder.tree.visualRect(builder.row("Toast it")).center()
    assert not builder.drag("It grows stale", below)


def test_tabs_show_the_details_or_the_outline_and_fold_away(reader: Person) -> None:
    view = reader.project.view
    assert view.inspector.isVisible()
    reader.press(Key.Key_3, ctrl)
    assert view.outline.isVisible()
    assert view.outline.tree.hasFocus()
    reader.press(Key.Key_3, ctrl)
    assert not view.side.isVisible()
    assert view.canvas.view.hasFocus()
    reader.press(Key.Key_2, ctrl)
    assert view.inspector.isVisible()
    assert not view.outline.isVisible()
    reader.press(Key.Key_2, ctrl)
    assert not view.side.isVisible()


def test_it_shows_what_was_changed_while_it_was_away(outliner: Outliner) -> None:
    person = outliner.person
    person.press(Key.Key_3, ctrl)
    person.press(Key.Key_N)
    person.write("Bread is good")
    person.press(Key.Key_Tab)
    person.write("It feeds")
    person.press(Key.Key_3, ctrl)
    assert outliner.shown() == ["Bread is good", "It feeds"]
    assert outliner.chosen() == ["It feeds"]


def test_it_is_painted_in_both_themes(reader: Person) -> None:
    outliner = Outliner(reader)
    light = outliner.tree.grab().toImage()
    reader.window.choose_theme("dark")
    assert outliner.tree.grab().toImage() != light


def test_folding_that_cannot_be_kept_opens_the_row_again(
    builder: Outliner, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = builder.person

    def refuse(*_: object) -> None:
        raise StoreError("The disk is full.")

    builder.click("It grows stale")
    monkeypatch.setattr(person.project.view.document, "keep_view", refuse)
    person.press(Key.Key_Left)
    assert builder.shown() == ROWS
    assert person.sees("The disk is full.")


def a_chain(argument_map: ArgumentMap, length: int) -> Change:
    """A claim with a reason, for which there is a reason, and so on."""
    change = edits.add_claim(argument_map, text="Claim 0")
    for i in range(1, length):
        after = argument_map.apply(change)
        last = next(c.id for c in after.every(Claim) if c.text == f"Claim {i - 1}")
        change = change.then(edits.add_reason(after, target=last, text=f"Claim {i}"))
    return change


def test_of_very_many_rows_the_deepest_wait_to_be_opened(
    outliner: Outliner, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = outliner.person.project.view
    monkeypatch.setattr(in_step, "_MOST", 3)
    view.performer.do(lambda m: a_chain(m, 8))
    assert len(outliner.shown()) == 4
    outliner.click("Claim 3")
    outliner.person.press(Key.Key_Right)
    assert len(outliner.shown()) == 7
    assert not view.reading.folded
    outliner.person.click_claim("Claim 7")
    assert outliner.chosen() == ["Claim 7"]
    assert len(outliner.shown()) == 8

"""Changing the structure of a map: duplicating, detaching, splitting and merging."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.model.argument_map import ArgumentMap
from tests.journeys.driver import Person
from widgets.dialogs.splitting import SplittingDialog

Key = Qt.Key
ctrl, shift, alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def build(person: Person) -> ArgumentMap:
    """A contention with a reason that is rebutted, and another reason."""
    person.press(Key.Key_N)
    person.write("Bread is good")
    person.press(Key.Key_Tab)
    person.write("It feeds, and what feeds is good")
    person.press(Key.Key_O)
    person.write("It grows stale")
    person.click_claim("Bread is good")
    person.press(Key.Key_Tab)
    person.write("It nourishes")
    return person.map


def undone(person: Person) -> ArgumentMap:
    """The map after one undo."""
    person.press(Key.Key_Z, ctrl)
    return person.map


def dialog_of(person: Person) -> SplittingDialog:
    (dialog,) = person.window.findChildren(SplittingDialog)
    person.bot.waitUntil(lambda: QApplication.focusWidget() is dialog.field)
    return dialog


def test_a_branch_is_duplicated_beside_itself(mapper: Person) -> None:
    before = build(mapper)
    mapper.click_claim("It feeds")
    mapper.press(Key.Key_D, ctrl)

    top = mapper.claim("Bread is good").id
    words = [mapper.map.claim(s.premises[0]).text for s in mapper.map.inferences_on(top)]
    assert [word[:5] for word in words] == ["It fe", "It fe", "It no"]
    assert mapper.texts().count("It grows stale") == 2
    copy = mapper.map.inferences_on(top)[1].premises[0]
    assert mapper.project.view.selection.claim(mapper.map) == copy
    assert undone(mapper) == before


def test_a_reason_is_detached_with_what_hangs_below(mapper: Person) -> None:
    before = build(mapper)
    mapper.click_claim("It feeds")
    mapper.press(Key.Key_D, alt, shift)

    assert [c.text[:5] for c in mapper.map.top_claims()] == ["Bread", "It fe"]
    assert mapper.step_of("It grows stale").inference.target == mapper.claim("It feeds").id
    assert mapper.selected.startswith("It feeds")
    mapper.press(Key.Key_D, alt, shift)
    assert "free already" in mapper.advice
    assert undone(mapper) == before


def test_a_claim_is_split_where_its_words_divide(mapper: Person) -> None:
    before = build(mapper)
    mapper.click_claim("It feeds")
    mapper.press(Key.Key_S, alt, shift)
    dialog = dialog_of(mapper)
    assert dialog.field.toPlainText() == "It feeds\nWhat feeds is good"
    mapper.press(Key.Key_Return, ctrl)

    step = mapper.step_of("What feeds is good")
    assert step is mapper.step_of("It feeds")
    assert mapper.step_of("It grows stale").inference.target == mapper.claim("It feeds").id
    mapper.click_claim("It feeds")
    assert undone(mapper) == before


def test_the_parts_are_lines_and_one_line_splits_nothing(mapper: Person) -> None:
    before = build(mapper)
    mapper.press(Key.Key_S, alt, shift)
    dialog = dialog_of(mapper)
    assert isinstance(dialog.field, QPlainTextEdit)
    mapper.press(Key.Key_Return, ctrl)
    assert dialog.isVisible()
    assert not dialog.button.isEnabled()
    mapper.press(Key.Key_End)
    mapper.press(Key.Key_Return)
    mapper.type("It is cheap")
    mapper.bot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)

    assert mapper.step_of("It is cheap") is mapper.step_of("It nourishes")
    mapper.click_claim("It feeds")
    mapper.press(Key.Key_S, alt, shift)
    dialog_of(mapper)
    mapper.press(Key.Key_Escape)
    mapper.click_claim("It feeds")
    assert undone(mapper) == before


def test_claims_are_merged_into_the_one_selected_first(mapper: Person) -> None:
    before = build(mapper)
    mapper.click_claim("It feeds")
    mapper.press(Key.Key_M, alt, shift)
    assert "two claims or more" in mapper.advice
    mapper.press(Key.Key_Right, shift)
    mapper.press(Key.Key_M, alt, shift)

    assert "It nourishes" not in mapper.texts()
    assert mapper.selected.startswith("It feeds")
    (step,) = mapper.map.inferences_on(mapper.claim("Bread is good").id)
    assert step.premises == (mapper.claim("It feeds").id,)
    assert undone(mapper) == before


def test_claims_that_bear_on_each_other_are_not_merged(mapper: Person) -> None:
    before = build(mapper)
    mapper.click_claim("Bread is good")
    mapper.press(Key.Key_Down, shift)
    mapper.press(Key.Key_M, alt, shift)

    assert "bears on another" in mapper.advice
    assert mapper.map == before


def test_without_a_selection_it_is_said_what_to_do(mapper: Person) -> None:
    for key, held, words in (
        (Key.Key_D, (ctrl,), "duplicated first"),
        (Key.Key_D, (alt, shift), "a reason or an objection first"),
        (Key.Key_S, (alt, shift), "split first"),
        (Key.Key_M, (alt, shift), "two claims or more"),
    ):
        mapper.press(key, *held)
        assert words in mapper.advice

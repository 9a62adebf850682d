"""Finding words on the map, from hit to hit, by the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import edits
from tests.journeys.driver import Person
from widgets.find_bar import FindBar

Key = Qt.Key
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def bar(person: Person) -> FindBar:
    return person.project.view.find_bar


def look_for(person: Person, words: str) -> None:
    """Open the bar, type, and wait until the hits are there."""
    person.press(Key.Key_F, ctrl)
    with person.bot.waitSignal(bar(person).found):
        person.type(words)


def marked(person: Person) -> list[str]:
    """The words that are marked on the selected card."""
    text = person.selected
    spans = bar(person).spans_in(person.claim(text).id)
    return [text[start:end] for start, end in spans]


def test_typing_goes_to_the_first_hit_and_enter_to_the_next_round_and_round(
    reader: Person,
) -> None:
    look_for(reader, "washington war")
    assert reader.selected.startswith("Trump’s approach")
    assert bar(reader).told.text() == "1 of 1 · in who says it"
    reader.press(Key.Key_A, ctrl)
    with reader.bot.waitSignal(bar(reader).found):
        reader.type("putin")
    total = len(bar(reader).hits)
    first = reader.selected
    assert bar(reader).told.text().endswith(f"of {total}")
    assert marked(reader) == ["Putin"]
    seen = {first}
    for _ in range(total - 1):
        reader.press(Key.Key_Return)
        seen.add(reader.selected)
    assert len(seen) == total
    reader.press(Key.Key_Return)
    assert reader.selected == first
    reader.press(Key.Key_Return, shift)
    assert reader.selected != first
    reader.press(Key.Key_Down)
    assert reader.selected == first


def test_enter_at_once_goes_to_the_first_hit_and_not_the_second(reader: Person) -> None:
    reader.press(Key.Key_F, ctrl)
    reader.type("putin")
    reader.press(Key.Key_Return)
    assert bar(reader).told.text().startswith("1 of ")


def test_escape_leaves_the_hit_selected_and_the_focus_on_the_map(reader: Person) -> None:
    look_for(reader, "rooting")
    reader.press(Key.Key_Escape)
    assert bar(reader).isHidden()
    assert reader.selected.startswith("Russia is quietly")
    assert QApplication.focusWidget() is reader.view
    assert marked(reader) == []
    reader.press(Key.Key_Up)
    reader.press(Key.Key_G, ctrl)
    assert bar(reader).isVisible()
    assert reader.selected.startswith("Russia is quietly")


def test_nothing_found_keeps_the_selection(reader: Person) -> None:
    reader.click_claim("Russia is quietly")
    look_for(reader, "xyzzy")
    assert bar(reader).told.text() == "Nothing found"
    reader.press(Key.Key_Return)
    reader.press(Key.Key_G, ctrl, shift)
    assert reader.selected.startswith("Russia is quietly")


def test_a_hit_that_is_folded_away_is_shown(reader: Person) -> None:
    reader.press(Key.Key_F, shift)
    assert len(reader.drawn()) < 4
    look_for(reader, "rooting")
    assert any(text.startswith("Russia is quietly") for text in reader.drawn())
    assert reader.selected.startswith("Russia is quietly")


def test_a_step_is_found_by_its_scheme_even_if_folded_away(reader: Person) -> None:
    step = reader.step_of("Russia is quietly").inference
    reader.project.view.performer.do(
        lambda m: edits.set_scheme(m, inference=step.id, scheme="Position to know")
    )
    reader.press(Key.Key_F, shift)
    look_for(reader, "position to")
    assert bar(reader).told.text() == "1 of 1 · in the scheme"
    assert reader.project.view.selection.target == step.id
    assert any(text.startswith("Russia is quietly") for text in reader.drawn())


def test_the_hits_follow_the_map(mapper: Person) -> None:
    mapper.press(Key.Key_N)
    mapper.write("Bread is good")
    look_for(mapper, "butter")
    assert bar(mapper).told.text() == "Nothing found"
    with mapper.bot.waitSignal(bar(mapper).found):
        mapper.project.view.performer.do(lambda m: edits.add_claim(m, text="Butter is better"))
    assert bar(mapper).told.text() == "1 found"
    assert mapper.selected == "Bread is good"
    with mapper.bot.waitSignal(bar(mapper).found):
        mapper.project.view.performer.undo()
    assert bar(mapper).told.text() == "Nothing found"


def test_the_words_last_looked_for_are_there_again(reader: Person) -> None:
    look_for(reader, "putin")
    reader.press(Key.Key_Escape)
    before = reader.selected
    reader.press(Key.Key_F, ctrl)
    assert bar(reader).field.text() == bar(reader).field.selectedText() == "putin"
    assert reader.selected == before
    assert bar(reader).hits


def test_the_bar_opens_by_a_button_too(reader: Person) -> None:
    reader.click("Find")
    assert bar(reader).field.hasFocus()

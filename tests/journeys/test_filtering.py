"""Telling claims apart: tints with a legend, and showing only some of the claims."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from app import edits
from app.model.view_state import Trait
from tests.journeys.driver import Person
from widgets.canvas.legend import Legend, LegendLine
from widgets.filtering import Filtering, Mark
from widgets.value_palette import ValuePalette

Key = Qt.Key
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def filtering(person: Person) -> Filtering:
    return person.project.view.filtering


def legend(person: Person) -> Legend:
    return person.project.view.legend


def lines(person: Person) -> list[str]:
    return [line.accessibleName() for line in legend(person).lines()]


def line(person: Person, start: str) -> LegendLine:
    return next(one for one in legend(person).lines() if one.accessibleName().startswith(start))


def click_line(person: Person, start: str) -> None:
    person.bot.mouseClick(line(person, start), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def end(person: Person, what: str) -> None:
    """Click one of the crosses of the legend."""
    (cross,) = (
        button
        for button in legend(person).findChildren(QToolButton)
        if button.isVisible() and button.accessibleName() == what
    )
    person.bot.mouseClick(cross, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def command(person: Person, name: str) -> None:
    """Find a command in the palette and carry it out."""
    person.press(Key.Key_K, ctrl)
    person.type(name)
    person.press(Key.Key_Return)


def show_only(person: Person, value: str) -> None:
    person.press(Key.Key_F, ctrl, shift)
    person.type(value)
    person.press(Key.Key_Return)


def test_the_legend_says_what_the_tints_stand_for(reader: Person) -> None:
    assert legend(reader).isHidden()
    command(reader, "tint by speaker")
    assert legend(reader).isVisible()
    assert lines(reader)[:2] == ["CNN, 4", "The Washington Post, 2"]
    assert lines(reader)[-1] == "nobody, 4"
    assert filtering(reader).mark_of(reader.claim("Putin is unlikely").id) == Mark(0, "1")
    assert filtering(reader).mark_of(reader.claim("There is neither").id) is None
    end(reader, "No tint")
    assert legend(reader).isHidden()
    assert filtering(reader).mark_of(reader.claim("Putin is unlikely").id) is None


def test_a_line_of_the_legend_shows_only_its_claims_and_what_they_bear_on(reader: Person) -> None:
    command(reader, "tint by speaker")
    everything = len(reader.drawn())
    click_line(reader, "Thomas Graham")
    shown = reader.drawn()
    assert any(text.startswith("Without Western unity") for text in shown)
    assert any(text.startswith("Putin is unlikely") for text in shown)  # what it bears on
    assert len(shown) == 3  # with its co-premise
    assert lines(reader)[-1] == "Thomas Graham, 1"
    assert line(reader, "Thomas Graham").isChecked()
    click_line(reader, "Thomas Graham")
    assert len(reader.drawn()) == everything


def test_a_filter_is_chosen_and_ended_by_keys_alone(reader: Person) -> None:
    everything = len(reader.drawn())
    reader.press(Key.Key_F, ctrl, shift)
    (choice,) = reader.window.findChildren(ValuePalette)
    assert "Roles: Objections (2)" in choice.shown()
    reader.type("post")
    assert choice.shown()[0] == "Speakers: The Washington Post (2)"
    reader.press(Key.Key_Return)
    assert len(reader.drawn()) < everything
    assert lines(reader) == ["The Washington Post, 2"]
    command(reader, "show all claims again")
    assert len(reader.drawn()) == everything
    assert legend(reader).isHidden()


def test_nothing_vanishes_under_the_hands(reader: Person) -> None:
    show_only(reader, "thomas graham")
    reader.click_claim("Without Western unity")
    reader.press(Key.Key_Tab)
    reader.write("Nobody said this reason")
    assert "Nobody said this reason" in reader.drawn()
    graham = reader.claim("Without Western unity")
    (saying,) = reader.map.locutions_of(graham.id)
    reader.project.view.performer.do(lambda m: edits.remove_locution(m, locution=saying.id))
    assert graham.text in reader.drawn()
    assert lines(reader) == ["Thomas Graham, 0"]


def test_a_hit_that_the_filter_leaves_out_is_shown_all_the_same(reader: Person) -> None:
    show_only(reader, "thomas graham")
    assert not any(text.startswith("Russia is quietly") for text in reader.drawn())
    reader.press(Key.Key_F, ctrl)
    with reader.bot.waitSignal(reader.project.view.find_bar.found):
        reader.type("rooting")
    assert reader.selected.startswith("Russia is quietly")
    assert reader.selected in reader.drawn()


def test_the_legend_is_counted_again_after_an_edit(reader: Person) -> None:
    command(reader, "tint by speaker")
    claim = reader.claim("There is neither").id
    with reader.bot.waitSignal(filtering(reader).changed):
        reader.project.view.performer.do(lambda m: edits.say(m, claim=claim, speakers=["CNN"]))
    assert lines(reader)[0] == "CNN, 5"
    assert filtering(reader).mark_of(claim) == Mark(0, "1")


def test_each_trait_can_be_tinted_by(reader: Person) -> None:
    for trait, words in (("tag", "no tag"), ("source", "no source"), ("role", "Reasons")):
        command(reader, f"tint by {trait}")
        assert filtering(reader).tint is Trait(trait)
        assert any(name.startswith(words) for name in lines(reader))
    command(reader, "no tint")
    assert filtering(reader).tint is None


def test_tint_and_filter_are_kept_with_the_project(qtbot: QtBot, tmp_path: Path) -> None:
    person = Person(qtbot, tmp_path)
    person.click("Look at the sample")
    command(person, "tint by role")
    show_only(person, "thomas graham")
    before = lines(person)
    person.project.actions_by_name["close_project"].trigger()
    person.press(Key.Key_Return)
    assert lines(person) == before
    assert len(person.drawn()) == 3
    person.close()


def test_the_legend_keeps_clear_of_a_narrow_map(reader: Person) -> None:
    command(reader, "tint by speaker")
    for width, height in ((1500, 940), (900, 600), (640, 420)):
        reader.window.resize(width, height)
        QApplication.processEvents()
        room = reader.view.viewport().rect()
        assert room.contains(legend(reader).geometry())

"""The same claim in several projects: seen in its details, gone to, linked, and copied from."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea

from app.model.elements import Claim
from storage.library import SqlLibrary
from tests.journeys.details import link_named, words
from tests.journeys.driver import Person
from widgets.everywhere.kin_details import KinDetails
from widgets.everywhere.popup import SearchPopup

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def keeper(mapper: Person, answer: Callable[[str | None], None]) -> Person:
    """Somebody with a project on bread, and an open one on butter."""
    for key, text in (
        (Key.Key_N, "Bread is good"),
        (Key.Key_Tab, "It feeds"),
        (Key.Key_O, "It grows stale"),
    ):
        mapper.press(key)
        mapper.write(text)
    begin(mapper, answer, "Of butter", "Bread is GOOD!")
    return mapper


def begin(person: Person, answer: Callable[[str | None], None], title: str, *texts: str) -> None:
    person.press(Key.Key_W, CTRL)
    answer(title)
    person.click("New empty map")
    person.view.setFocus()
    for text in texts:
        person.press(Key.Key_N)
        person.write(text)


def kin(person: Person) -> KinDetails:
    """What is told in the details, as it is seen soon after the claim was selected."""
    person.settle()
    person.project.also_in.look()
    QApplication.processEvents()
    (shown,) = person.project.view.inspector.findChildren(KinDetails)
    return shown


def same_box(person: Person) -> QCheckBox:
    (box,) = (box for box in kin(person).findChildren(QCheckBox) if box.isVisible())
    return box


def test_the_claim_is_seen_to_be_in_another_project_and_is_gone_to(keeper: Person) -> None:
    keeper.bot.waitUntil(lambda: "IN OTHER PROJECTS" in words(keeper))
    assert "“Of bread and butter” · in the same words" in words(keeper)
    keeper.bot.mouseClick(link_named(keeper, "Go there"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert keeper.map.project.title == "Of bread and butter"
    assert keeper.selected == "Bread is good"
    assert keeper.focus is keeper.view


def test_a_claim_that_is_nowhere_else_has_nothing_told(keeper: Person) -> None:
    keeper.press(Key.Key_N)
    keeper.write("Jam is sweet")
    assert kin(keeper).isHidden()


def test_new_words_are_looked_for_soon_after_they_are_written(keeper: Person) -> None:
    keeper.press(Key.Key_N)
    keeper.write("It feeds")
    keeper.bot.waitUntil(lambda: "IN OTHER PROJECTS" in words(keeper))


def test_claims_are_linked_whatever_becomes_of_their_words(keeper: Person) -> None:
    same_box(keeper).click()
    assert len(keeper.claim("Bread is GOOD").same_as) == 1
    keeper.settle()
    assert same_box(keeper).isChecked()
    keeper.click_claim("Bread is GOOD")
    keeper.press(Key.Key_F2)
    keeper.press(Key.Key_A, CTRL)
    keeper.type("Toast")
    keeper.press(Key.Key_Return)
    assert same_box(keeper).isChecked()
    assert "Bread is good" in words(keeper)
    keeper.project.actions_by_name["undo"].trigger()
    keeper.project.actions_by_name["undo"].trigger()
    assert not keeper.claim("Bread is GOOD").same_as
    assert not same_box(keeper).isChecked()


def test_the_details_stay_where_they_are_while_links_are_made(keeper: Person) -> None:
    keeper.window.resize(900, 600)
    box = same_box(keeper)
    inspector = keeper.project.view.inspector
    (area,) = inspector.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    area.ensureWidgetVisible(box)
    stood = bar.value()
    assert stood > 0
    box.setFocus()
    for on in (True, False):
        keeper.press(Key.Key_Space)
        keeper.bot.waitUntil(lambda: not inspector.is_stale)
        assert bar.value() == stood
        assert keeper.focus is same_box(keeper)
        assert same_box(keeper).isChecked() is on
    keeper.view.setFocus()
    keeper.press(Key.Key_N)
    keeper.write("Jam is sweet")
    keeper.bot.waitUntil(lambda: not inspector.is_stale)
    assert bar.value() == 0, "what is new begins at its top"


def test_a_link_is_told_on_the_other_side_too(keeper: Person) -> None:
    same_box(keeper).click()
    address = keeper.claim("Bread is GOOD").same_as[0]
    keeper.window.everywhere.go_to_claim(address)
    kin(keeper)
    assert "linked from there" in words(keeper)
    assert not same_box(keeper).isChecked()


def test_what_a_link_leads_to_can_be_gone_and_the_link_be_taken_back(keeper: Person) -> None:
    same_box(keeper).click()
    address = keeper.claim("Bread is GOOD").same_as[0]
    keeper.window.projects.say(lambda library: library.delete(address.project))
    kin(keeper)
    assert "not in this library" in words(keeper)
    same_box(keeper).click()
    keeper.settle()
    assert kin(keeper).isHidden()


def test_the_reasons_are_copied_as_one_step(keeper: Person) -> None:
    kin(keeper)
    keeper.bot.mouseClick(link_named(keeper, "Copy reasons"), Qt.MouseButton.LeftButton)
    assert keeper.texts() == ["Bread is GOOD!", "It feeds", "It grows stale"]
    assert keeper.step_of("It feeds").inference.target == keeper.claim("Bread").id
    assert keeper.advice == "2 claims were copied"
    keeper.project.actions_by_name["undo"].trigger()
    assert keeper.texts() == ["Bread is GOOD!"]


def look_for(person: Person, what: str) -> SearchPopup:
    person.press(Key.Key_F, CTRL, ALT)
    (popup,) = (p for p in person.window.findChildren(SearchPopup) if p.isVisible())
    person.bot.keyClicks(person.focus, what)
    return popup


def test_a_claim_that_was_found_is_copied_with_all_that_hangs_below(keeper: Person) -> None:
    popup = look_for(keeper, "bread good")
    assert popup.shown() == ["Bread is good", "Bread is GOOD!"]
    keeper.press(Key.Key_Return, CTRL)
    assert keeper.texts() == ["Bread is GOOD!", "Bread is good", "It feeds", "It grows stale"]
    assert keeper.selected == "Bread is good"
    assert len(keeper.claim("Bread is good").same_as) == 1
    assert keeper.map.project.title == "Of butter"


def test_a_claim_that_was_found_is_linked_to_the_selected_one(keeper: Person) -> None:
    look_for(keeper, "stale")
    keeper.press(Key.Key_Return, ALT)
    (address,) = keeper.claim("Bread is GOOD").same_as
    keeper.window.everywhere.go_to_claim(address)
    assert keeper.selected == "It grows stale"


def test_a_claim_of_this_very_project_is_neither_copied_nor_linked(keeper: Person) -> None:
    keeper.press(Key.Key_N)
    keeper.write("Jam is sweet")
    popup = look_for(keeper, "jam")
    for held in (CTRL, ALT):
        keeper.press(Key.Key_Return, held)
        assert popup.isVisible()
    popup.close()
    assert keeper.texts() == ["Bread is GOOD!", "Jam is sweet"]
    assert not any(claim.same_as for claim in keeper.map.every(Claim))


def test_repeats_stand_together_among_what_is_found(
    keeper: Person, answer: Callable[[str | None], None]
) -> None:
    begin(keeper, answer, "Of jam", "Good jam needs good bread", "bread is good")
    popup = look_for(keeper, "good")
    shown = [text.casefold().strip("!") for text in popup.shown()]
    popup.close()
    assert shown == ["good jam needs good bread"] + ["bread is good"] * 3


def test_a_damaged_project_elsewhere_is_in_nobodys_way(keeper: Person) -> None:
    same_box(keeper).click()
    library = keeper.window.projects._home
    assert isinstance(library, SqlLibrary)
    with library._database.writing() as connection:
        connection.exec_driver_sql("UPDATE claim SET text = x'ff' WHERE text = 'Bread is good'")
    assert kin(keeper).isHidden()
    assert not keeper.banner
    keeper.press(Key.Key_N)
    keeper.write("Jam is sweet")
    assert "Jam is sweet" in keeper.texts()

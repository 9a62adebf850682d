"""The start page: finding projects, opening them, and what others do meanwhile."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app import edits
from app.model.elements import ProjectId
from app.ports import Miniature
from storage.library import open_library
from tests.journeys.driver import Person, places_in
from tests.journeys.librarian import TITLES, cards, chosen, head, note, point_of, select, shown
from widgets.start.listing import Order, Shelf

Key = Qt.Key
ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_one_types_a_word_without_its_accents_and_enter_opens_the_first(librarian: Person) -> None:
    assert shown(librarian)[0] == "The bridge"
    librarian.type("bruck")
    assert shown(librarian) == ["Über die Brücke"]
    librarian.press(Key.Key_Return)
    assert librarian.map.project.title == "Über die Brücke"


def test_what_matches_nothing_is_said_and_escape_shows_all_again(librarian: Person) -> None:
    librarian.press(Key.Key_F, ctrl)
    librarian.type("bridges & tunnels")
    assert shown(librarian) == []
    assert "bridges & tunnels" in note(librarian)
    librarian.press(Key.Key_Return)
    assert librarian.window.project is None
    librarian.press(Key.Key_Escape)
    assert len(shown(librarian)) == len(TITLES)
    assert note(librarian) == ""
    librarian.press(Key.Key_Escape)
    assert librarian.focus is cards(librarian)


def test_the_order_is_chosen_and_remembered(qtbot: QtBot, librarian: Person) -> None:
    box = head(librarian).order
    for order, titles in (
        (Order.TITLE, ["Bread and butter", "Nord Stream 2", "The bridge", "Über die Brücke"]),
        (Order.CREATED, list(reversed(TITLES))),
        (Order.SIZE, sorted(TITLES, key=lambda title: -TITLES[title])),
    ):
        box.setCurrentIndex(list(Order).index(order))
        box.activated.emit(box.currentIndex())
        assert shown(librarian) == titles
    folder = Path(librarian.window.kept.fileName()).parent
    librarian.close()
    again = Person(qtbot, folder)
    assert shown(again) == sorted(TITLES, key=lambda title: -TITLES[title])
    again.close()


def test_only_projects_in_view_have_their_pictures_read(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_library(places_in(tmp_path).library)) as library:
        for number in range(120):
            library.create(edits.new_map(title=f"Project {number}"))
    asked: list[str] = []
    person = Person(qtbot, tmp_path)
    picture = cards(person).card.picture

    def ask(key: ProjectId) -> Miniature:
        asked.append(key)
        return picture(key)

    monkeypatch.setattr(cards(person).card, "picture", ask)
    cards(person).scrollToBottom()
    QApplication.processEvents()
    assert shown(person)[-1] == "Project 0"
    assert 0 < len(asked) < 60
    person.close()


# By mouse, by menu, and beside others


def test_a_click_opens_and_a_click_with_ctrl_only_selects(librarian: Person) -> None:
    select(librarian, "The bridge", "Bread and butter")
    assert librarian.window.project is None
    assert chosen(librarian) == ["The bridge", "Bread and butter"]
    place = point_of(librarian, "Nord Stream 2")
    librarian.bot.mouseClick(cards(librarian).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert librarian.map.project.title == "Nord Stream 2"


def test_the_menu_offers_what_fits_the_shelf(librarian: Person) -> None:
    offered: list[str] = []

    def look(text: str) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        offered[:] = [action.text() for action in menu.actions() if action.text()]
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.close()

    def choose(text: str) -> None:
        QTimer.singleShot(50, lambda: look(text))
        cards(librarian).customContextMenuRequested.emit(point_of(librarian, "The bridge"))

    select(librarian, "The bridge")
    choose("Put into the bin")
    assert "Archive" in offered
    head(librarian).show_shelf(Shelf.BIN)
    choose("Restore")
    assert offered == ["Restore", "Delete for good…"]
    head(librarian).show_shelf(Shelf.PROJECTS)
    select(librarian, "The bridge")
    choose("Open")
    assert librarian.map.project.title == "The bridge"


def test_what_another_window_does_to_projects_is_soon_seen(
    librarian: Person, tmp_path: Path
) -> None:
    select(librarian, "Nord Stream 2")
    with closing(open_library(places_in(tmp_path).library)) as library:
        bridge = next(p.id for p in library.summaries() if p.title == "The bridge")
        library.put_in_bin(bridge)
        library.create(edits.new_map(title="Made elsewhere"))
    librarian.bot.waitUntil(lambda: "Made elsewhere" in shown(librarian))
    assert "The bridge" not in shown(librarian)
    assert chosen(librarian) == ["Nord Stream 2"]


def test_a_project_that_another_put_into_the_bin_can_still_be_restored_and_opened(
    librarian: Person, tmp_path: Path
) -> None:
    key = cards(librarian).projects[0].id
    with closing(open_library(places_in(tmp_path).library)) as library:
        library.put_in_bin(key)
    librarian.window.projects.open(key)
    assert librarian.sees("is in the bin")
    librarian.click("Restore and open")
    assert librarian.map.project.id == key


def test_what_cannot_be_written_changes_nothing_and_is_said(
    librarian: Person, tmp_path: Path
) -> None:
    select(librarian, "The bridge")
    with closing(open_library(places_in(tmp_path).library)) as other:
        other.delete(cards(librarian).selected[0].id)
        librarian.press(Key.Key_Delete)
    assert librarian.banner
    librarian.press(Key.Key_Z, ctrl)
    assert "nothing to undo" in librarian.advice
